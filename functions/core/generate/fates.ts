import { type DenialReason, denialMixOf } from './denial-mix.ts';
import { type MadeUpPayer, PAYERS } from './payers.ts';
import type { Mix, Random } from './random.ts';

/** What happens to a claim at first, decided before it is written: a late claim is late, a missing number is missing. */
export type Fate =
  /** Refused before adjudication: in the 837 and the 277CA, in no remittance. */
  | { readonly kind: 'rejected' }
  | { readonly kind: 'paid' }
  /** Inside the monthly payment: CO-24, nothing paid, nothing denied. */
  | { readonly kind: 'capitated' }
  | {
      readonly kind: 'held';
      readonly group: 'CO' | 'OA';
      readonly carc: string;
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'denied'; readonly reason: DenialReason; readonly extent: 'claim' | 'line' | 'units' };

export const REJECTED_SHARE = 0.015;
export const HELD_SHARE = 0.008;
export const CAPITATED_SHARE = 0.7;
const ONE_LINE_SHARE = 0.35;
const UNITS_SHARE = 0.06;

const REJECTED: Fate = { kind: 'rejected' };
const PAID: Fate = { kind: 'paid' };
const CAPITATED: Fate = { kind: 'capitated' };
const UNDECIDED: Fate = { kind: 'held', group: 'OA', carc: '133', remarks: [] };
const GRACE_PERIOD: Fate = { kind: 'held', group: 'OA', carc: '257', remarks: ['N617'] };
const FORWARDED: Fate = { kind: 'held', group: 'CO', carc: 'B11', remarks: [] };

/** Draws the fates of claims; `denialRate` is the share of the claims adjudicated for the first time. */
export class Fates {
  private readonly denialRate: number;
  private readonly reasons: ReadonlyMap<MadeUpPayer, Mix<DenialReason>>;

  constructor(denialRate: number) {
    this.denialRate = denialRate;
    this.reasons = new Map(PAYERS.map((payer) => [payer, denialMixOf(payer)]));
  }

  draw(payer: MadeUpPayer, random: Random): Fate {
    if (random.chance(REJECTED_SHARE)) return REJECTED;
    if (random.chance(this.denialRate)) return { kind: 'denied', ...this.denial(payer, random) };
    if (random.chance(HELD_SHARE)) {
      if (payer.payerType === 'exchange') return GRACE_PERIOD;
      return random.chance(0.5) ? UNDECIDED : FORWARDED;
    }
    if (payer.payerType === 'capitated_commercial' && random.chance(CAPITATED_SHARE)) return CAPITATED;
    return PAID;
  }

  /** A denial of a claim that was paid before (coverage looked at again). */
  denial(payer: MadeUpPayer, random: Random): Pick<Extract<Fate, { kind: 'denied' }>, 'reason' | 'extent'> {
    const reason = (this.reasons.get(payer) as Mix<DenialReason>).pick(random);
    const extent =
      reason.lineOnly || random.chance(ONE_LINE_SHARE)
        ? 'line'
        : random.chance(UNITS_SHARE)
          ? 'units'
          : 'claim';
    return { reason, extent: wholeClaimOnly(reason) ? 'claim' : extent };
  }
}

function wholeClaimOnly({ shows, category }: DenialReason): boolean {
  return shows === 'unknown_person' || shows === 'filed_late' || category === 'eligibility';
}
