import type { ObjectStore } from '../ports/object-store.ts';
import type { FilePart, PartOutcome } from '../ports/part-store.ts';
import type { LedgerFile } from '../ports/remittance-store.ts';
import { objectOf } from './finish-file.ts';
import { type LoadClaimsDeps, loadClaims } from './load-claims.ts';
import { type LoadDeps, loadRemittances, type Place } from './load-remittance.ts';
import { isWhole } from './plan-parts.ts';
import { standingOf, sumOf } from './standing.ts';

export interface LoadPartDeps extends LoadDeps, LoadClaimsDeps {
  readonly objects: ObjectStore;
}

export type LoadPartResult =
  | { readonly kind: 'loaded'; readonly outcome: PartOutcome }
  | { readonly kind: 'out_of_time'; readonly goOnAt: Place };

/** Loads one part of a file from the very object version that was inspected. Idempotent; parts come in any order. */
export async function loadPart(
  file: LedgerFile,
  part: FilePart,
  from: Place,
  deps: LoadPartDeps,
): Promise<LoadPartResult> {
  const { fileSha256 } = file;
  const object = objectOf(file);
  if (part.kind === 'claims') {
    const { transactions } = part;
    const result = await loadClaims(
      await deps.objects.stream(object),
      { fileSha256, transactions },
      from,
      deps,
    );
    if (result.kind === 'out_of_time') return result;
    const { claims: claimsSent, acknowledgements } = result;
    return { kind: 'loaded', outcome: { standing: sumOf([]), shared: [], claimsSent, acknowledgements } };
  }
  const { slices } = part;
  const open = (range: { readonly byteStart: number; readonly byteEnd: number }) =>
    deps.objects.stream(object, range);
  const result = await loadRemittances(open, { fileSha256, slices }, from, {
    ...deps,
    historyBefore: file.historyBefore,
  });
  if (result.kind === 'out_of_time') return result;
  const idsOf = (whole: boolean) =>
    slices.flatMap((slice) => (isWhole(slice) === whole ? [slice.trailer.remittanceId] : []));
  const standing = await standingOf(fileSha256, idsOf(true), deps);
  return { kind: 'loaded', outcome: { standing, shared: idsOf(false), claimsSent: 0, acknowledgements: 0 } };
}

/** Where a part begins. */
export function startOf(part: FilePart): Place {
  const first = part.kind === 'remittances' ? part.slices[0] : undefined;
  return first === undefined
    ? { transaction: 1, claim: 1 }
    : { transaction: first.header.ordinal, claim: first.firstClaim };
}
