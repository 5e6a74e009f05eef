import type { Claim } from '../claim/claim.ts';
import { clocksOf } from '../deadline/clocks.ts';
import type { CompiledClocks } from '../deadline/compile.ts';
import type { Deadline } from '../deadline/deadline.ts';
import type { Denial } from '../denial/denial.ts';
import type { Adjudication } from '../family/adjudication.ts';
import { type PayerType, payerProfileOf } from '../payer/profile.ts';
import { knownPayers, type RegistryPayer, registeredPayerOf } from '../payer/registry.ts';

/** A payer that may have to be billed, who names it, and until when it takes a claim. */
export interface NextPayer {
  /** NM1*PR and NM1*TT of the remittance, or the other payers of the claim as sent (2320). */
  readonly from: 'priority_payer' | 'crossover' | 'claim';
  readonly name: string;
  readonly id: string;
  /** SBR01 of the claim as sent: P, S, T; null from a remittance. */
  readonly order: string | null;
  /** The organisation's key for it; null where it is not in the registry. */
  readonly payer: string | null;
  readonly payerType: PayerType;
  /** Null where neither contract nor law is known to say it: to be configured, never guessed. */
  readonly filing: Deadline | null;
}

/**
 * Who is next, the most certain first: the payer that the remittance names as having priority, the one it sent the
 * claim on to, then the other payers of the claim as sent in their order. Nobody where none is named.
 *
 * @param sent null where the claim is not on file for certain
 */
export function nextPayers(
  denial: Pick<Denial, 'decision' | 'datesOnPaper'>,
  adjudication: Adjudication,
  sent: Claim | null,
  payers: readonly RegistryPayer[],
  clocks: CompiledClocks,
): readonly NextPayer[] {
  const own = adjudication.header.payer;
  return named(adjudication, sent)
    .filter(({ id, name }) => !isSame({ id, name }, own, payers))
    .filter((each, at, all) => all.findIndex((other) => isSame(each, other, payers)) === at)
    .map((each): NextPayer => {
      const payerType = payerProfileOf(each, each.filingIndicator, knownPayers(payers)).payerType;
      return {
        from: each.from,
        name: each.name,
        id: each.id,
        order: each.order,
        payer: registeredPayerOf(each, payers)?.payer ?? null,
        payerType,
        filing: payerType === 'unknown' ? null : filingClock(denial, adjudication, each, payers, clocks),
      };
    });
}

interface Named {
  readonly from: NextPayer['from'];
  readonly name: string;
  readonly id: string;
  readonly order: string | null;
  readonly filingIndicator: string;
}

/** NM1*GB names a person, and nobody here is told of a person. */
function named({ claim }: Adjudication, sent: Claim | null): readonly Named[] {
  const ofRemittance = (entity: string, from: Named['from']) =>
    claim.parties
      .filter((party) => party.entity === entity)
      .map(({ lastOrOrganisationName: name, id }) => ({ from, name, id, order: null, filingIndicator: '' }));
  const onClaim = (sent?.otherPayers ?? [])
    .toSorted((a, b) => orderOf(a.sequence) - orderOf(b.sequence))
    .flatMap(({ payer, sequence, filingIndicator }) =>
      payer === null
        ? []
        : [
            {
              from: 'claim' as const,
              name: payer.lastOrOrganisationName,
              id: payer.id,
              order: sequence,
              filingIndicator,
            },
          ],
    );
  return [...ofRemittance('PR', 'priority_payer'), ...ofRemittance('TT', 'crossover'), ...onClaim];
}

function orderOf(sequence: string): number {
  const order = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].indexOf(sequence);
  return order < 0 ? 99 : order;
}

function isSame(
  a: { readonly id: string; readonly name: string },
  b: { readonly id: string; readonly name: string },
  payers: readonly RegistryPayer[],
): boolean {
  const key = registeredPayerOf(a, payers)?.payer;
  if (key !== undefined && key === registeredPayerOf(b, payers)?.payer) return true;
  return a.id !== '' ? a.id === b.id : a.name.trim().toUpperCase() === b.name.trim().toUpperCase();
}

/** A first claim to that payer: its filing limit, counted from this service or this remittance. */
function filingClock(
  { decision, datesOnPaper }: Pick<Denial, 'decision' | 'datesOnPaper'>,
  { claim, header }: Adjudication,
  payer: Named,
  payers: readonly RegistryPayer[],
  clocks: CompiledClocks,
): Deadline | null {
  const asFirstClaim = {
    ...decision,
    route: 'correct_resubmit',
    mechanism: 'new_claim',
    category: 'billing_error',
    appealable: 'no',
  } as const;
  const profile = payerProfileOf(payer, payer.filingIndicator, knownPayers(payers));
  const listed = clocksOf(
    { decision: asFirstClaim, claim, header, payer: profile, onPaper: datesOnPaper },
    clocks,
  );
  return listed.find(({ kind }) => kind === 'claim_filing') ?? null;
}
