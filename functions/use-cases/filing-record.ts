import {
  type FiledClaim,
  type FilingProof,
  filingProofOf,
  isLateFiling,
} from '../core/appeal/filing-proof.ts';
import type { Denial } from '../core/denial/denial.ts';
import type { RegistryPayer } from '../core/payer/registry.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { StoredClaimPayment } from '../ports/remittance-store.ts';
import type { ClaimOnFile } from './claim-on-file.ts';

/**
 * What on file proves that the claim of a denial was filed in time. Of a denial for late filing each time counts that
 * the claim was sent: the payer answers the last, and the first proves it. Of any other only the claim that the payment
 * answers, and none where two fit.
 */
export async function filingProof(
  { claims }: { readonly claims: ClaimStore },
  denial: Denial,
  { header }: Pick<StoredClaimPayment, 'header'>,
  registered: RegistryPayer | null,
  onFile: ClaimOnFile,
): Promise<FilingProof> {
  const names = namesOf(header.payer, registered);
  if (onFile.kind === 'not_on_file') return filingProofOf([], names, null);
  const { joined, stored } = onFile;
  const answered = { ...joined.match, acknowledgements: stored };
  if (!isLateFiling(denial)) return filingProofOf(joined.ambiguous ? [] : [answered], names, null);
  const before: readonly FiledClaim[] = await Promise.all(
    joined.others.map(async ({ match }) => ({
      ...match,
      acknowledgements: await claims.acknowledgementsOf(match.claim),
    })),
  );
  return filingProofOf([answered, ...before], names, lastDayToFile(denial));
}

function namesOf({ id, name }: { readonly id: string; readonly name: string }, payer: RegistryPayer | null) {
  const seenAs = payer?.seenAs ?? [];
  return {
    ids: [id, ...seenAs.flatMap((each) => ('id' in each ? [each.id] : []))].filter((each) => each !== ''),
    names: [name, payer?.name ?? '', ...seenAs.flatMap((each) => ('name' in each ? [each.name] : []))].filter(
      (each) => each !== '',
    ),
  };
}

/** Where contract or statute set it and its start is known; an assumption of ours refutes no proof. */
function lastDayToFile({ deadlines }: Denial): string | null {
  const filing = deadlines.find(
    ({ kind, basis }) => kind === 'claim_filing' && (basis === 'contract' || basis === 'statute'),
  );
  return filing?.lastDay ?? null;
}
