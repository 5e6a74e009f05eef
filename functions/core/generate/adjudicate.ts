import type { Adjustment, Party, Reference } from '../remittance/remittance.ts';
import {
  type Adjudication,
  adjustedCents,
  adjustment,
  controlNumberAfter,
  type PaidLine,
  type Ruling,
  ruledClaim,
  ruledLine,
} from './adjudication.ts';
import { type DayCalendar, dayOf } from './calendar.ts';
import type { SentClaim } from './claim.ts';
import type { DenialReason } from './denial-mix.ts';
import { isOriginalMedicare } from './payers.ts';
import { claimSequestration, deniedLine, openCentsOf, pricedLine, priceOf } from './pricing.ts';
import type { Random } from './random.ts';

/** How much of a claim is denied: all, one line, some units of a line, or half of each line (a partly overturned denial). */
export type Extent = 'claim' | 'line' | 'units' | 'half';

/** What a payer makes of a claim. */
export type Verdict =
  | { readonly kind: 'paid' }
  | {
      readonly kind: 'set_aside';
      readonly group: 'CO' | 'OA';
      readonly carc: string;
      readonly remarks: readonly string[];
      readonly isHeld: boolean;
    }
  | { readonly kind: 'denied'; readonly reason: DenialReason; readonly extent: Extent };

/** What an adjudication that is not the first says besides. */
export interface Again {
  /** CLP07 of the adjudication before. */
  readonly replaces: string;
  readonly frequency: '1' | '7';
  /** Medicare says so when a payment follows from an appeal. */
  readonly remarks: readonly string[];
}

const CROSSOVER_SHARE = 0.25;
const WITHOUT_LINES_SHARE = 0.6;
const TAKEN_OFF_CLAIM_SHARE = 0.25;
const LATE_PAYMENT_SHARE = 0.02;
const CORRECTED_MEMBER_SHARE = 0.004;

const FIRST: { readonly [K in keyof Again]: Again[K] | null } = {
  replaces: null,
  frequency: '1',
  remarks: null,
};

/** One adjudication of a claim: its lines and claim-level adjustments under a verdict. Everything adds up. */
export function adjudicate(
  sent: SentClaim,
  verdict: Verdict,
  again: Again | null,
  calendar: DayCalendar,
  random: Random,
): Adjudication {
  const { replaces, frequency } = again ?? FIRST;
  const isStay = sent.days > 0;
  const withoutLines = isStay && random.chance(WITHOUT_LINES_SHARE);
  const { lines, adjustments, remarks } = withoutLines
    ? ruleOnClaim(sent, verdict, random)
    : ruleOnLines(sent, verdict, random);
  const takenCents =
    adjustedCents(adjustments) + lines.reduce((sum, line) => sum + adjustedCents(line.adjustments), 0);
  const payableCents = sent.chargeCents - takenCents;
  const sequestration = verdict.kind === 'set_aside' ? [] : claimSequestration(sent, payableCents);
  const medicareRemarks = isOriginalMedicare(sent.payer) ? medicareRemarksFor(verdict, sent) : [];
  const crosses =
    verdict.kind === 'paid' &&
    again === null &&
    isOriginalMedicare(sent.payer) &&
    random.chance(CROSSOVER_SHARE);
  const ruling: Ruling = {
    lines,
    adjustments: [...adjustments, ...sequestration],
    status: statusOf(sent, verdict, crosses),
    remarks: [...medicareRemarks, ...(crosses ? ['MA18'] : []), ...remarks, ...(again?.remarks ?? [])].slice(
      0,
      5,
    ),
    parties: partiesOf(sent, verdict, crosses, random),
    references: referencesOf(sent, replaces),
    interestCents:
      payableCents > 10_000 && !isOriginalMedicare(sent.payer) && random.chance(LATE_PAYMENT_SHARE)
        ? Math.round(payableCents / 125)
        : 0,
    coverageExpiredOn:
      verdict.kind === 'denied' && verdict.reason.shows === 'coverage_ended'
        ? calendar.iso(dayOf(sent.serviceFrom) - random.between(1, 60))
        : null,
    frequency: frequency ?? '1',
    payerClaimControlNumber: replaces === null ? sent.payerClaimControlNumber : controlNumberAfter(replaces),
  };
  const payment = ruledClaim(sent, ruling);
  return {
    sent,
    payment,
    kind: again === null ? 'first' : 'correction',
    deniedCents: verdict.kind === 'denied' ? deniedCentsOf(ruling, verdict.reason) : 0,
    isHeld: verdict.kind === 'set_aside' && verdict.isHeld,
  };
}

interface Ruled {
  readonly lines: readonly PaidLine[];
  readonly adjustments: readonly Adjustment[];
  /** Of the claim. */
  readonly remarks: readonly string[];
}

function ruleOnLines(sent: SentClaim, verdict: Verdict, random: Random): Ruled {
  const nothing = { adjustments: [], remarks: [] };
  if (verdict.kind === 'set_aside') {
    const { group, carc, remarks } = verdict;
    return {
      ...nothing,
      lines: sent.lines.map((line, i) =>
        ruledLine(line, i + 1, [adjustment(group, carc, line.chargeCents)], { remarks }),
      ),
    };
  }
  if (verdict.kind === 'paid' && sent.days > 0 && random.chance(TAKEN_OFF_CLAIM_SHARE)) {
    // Lines shown as paid in full, and everything taken off at claim level (X12 RFI 522).
    const { adjustments, remarks } = priceOf(sent, sent.chargeCents, true, random);
    return { adjustments, remarks, lines: sent.lines.map((line, i) => ruledLine(line, i + 1, [])) };
  }
  if (verdict.kind === 'paid') {
    return { ...nothing, lines: sent.lines.map((line, i) => pricedLine(sent, line, i + 1, null, random)) };
  }
  const { reason } = verdict;
  const extent = narrowed(verdict.extent, sent);
  const chosen = random.between(0, sent.lines.length - 1);
  const unitLine = sent.lines.findIndex(({ units }) => units > 1);
  return {
    ...nothing,
    lines: sent.lines.map((line, i) => {
      if (extent === 'claim' || (extent === 'line' && i === chosen)) return deniedLine(line, i + 1, reason);
      if (extent === 'half') {
        const cents = Math.floor(openCentsOf(line) / 2);
        return pricedLine(sent, line, i + 1, cents > 0 ? { reason, cents, units: null } : null, random);
      }
      if (extent === 'units' && i === unitLine) {
        const units = Math.floor(line.units / 2);
        return pricedLine(
          sent,
          line,
          i + 1,
          { reason, cents: (line.chargeCents / line.units) * units, units },
          random,
        );
      }
      return pricedLine(sent, line, i + 1, null, random);
    }),
  };
}

/** A stay paid by diagnosis-related group, or denied as a whole: no SVC, all money at claim level. */
function ruleOnClaim(sent: SentClaim, verdict: Verdict, random: Random): Ruled {
  const { chargeCents } = sent;
  if (verdict.kind === 'set_aside') {
    return {
      lines: [],
      adjustments: [adjustment(verdict.group, verdict.carc, chargeCents)],
      remarks: verdict.remarks,
    };
  }
  if (verdict.kind === 'paid') {
    // CARC 94: the group pays more than was billed.
    if (random.chance(0.05)) {
      return { lines: [], adjustments: [adjustment('CO', '94', -Math.round(chargeCents / 8))], remarks: [] };
    }
    const { adjustments, remarks } = priceOf(sent, chargeCents, true, random);
    return { lines: [], adjustments, remarks };
  }
  const { reason } = verdict;
  const deniedCents = verdict.extent === 'half' ? Math.floor(chargeCents / 2) : chargeCents;
  const price = deniedCents < chargeCents ? priceOf(sent, chargeCents - deniedCents, true, random) : null;
  return {
    lines: [],
    adjustments: [adjustment(reason.group, reason.carc, deniedCents), ...(price?.adjustments ?? [])],
    remarks: [...reason.remarks, ...(price?.remarks ?? [])],
  };
}

/** Units and single lines can be denied only where there are several. */
function narrowed(extent: Extent, { lines }: SentClaim): Extent {
  if (extent === 'units' && !lines.some(({ units, earlier }) => units > 1 && earlier === null))
    return 'claim';
  if (extent === 'line' && lines.length === 1) return 'claim';
  return extent;
}

function deniedCentsOf({ lines, adjustments }: Ruling, { group, carc }: DenialReason): number {
  let cents = 0;
  for (const list of [adjustments, ...lines.map((line) => line.adjustments)]) {
    for (const one of list) if (one.group === group && one.carc === carc) cents += one.amountCents;
  }
  return cents;
}

function statusOf(sent: SentClaim, verdict: Verdict, crosses: boolean): string {
  // 4 is for a person whom the payer does not know (X12 RFI 1423); other full denials are "processed".
  if (verdict.kind === 'denied' && verdict.reason.shows === 'unknown_person') return '4';
  return crosses ? '19' : String(sent.turn);
}

function medicareRemarksFor(verdict: Verdict, sent: SentClaim): readonly string[] {
  const isUnprocessable =
    verdict.kind === 'denied' && verdict.reason.carc === '16' && narrowed(verdict.extent, sent) === 'claim';
  return [isUnprocessable ? 'MA130' : 'MA01'];
}

function referencesOf(sent: SentClaim, replaces: string | null): readonly Reference[] {
  const references: Reference[] = [];
  if (replaces !== null) references.push({ qualifier: 'F8', value: replaces });
  if (sent.payer.costShare === 'plan') {
    references.push({ qualifier: '1L', value: `${sent.payer.prefix}G${100 + (sent.patient.number % 900)}` });
  }
  if (sent.priorAuthorization !== null) references.push({ qualifier: 'G1', value: sent.priorAuthorization });
  return references;
}

function partiesOf(sent: SentClaim, verdict: Verdict, crosses: boolean, random: Random): readonly Party[] {
  const { patient, subscriber, memberId, rendering } = sent;
  const parties = [person('QC', patient.last, patient.first, patient.middle, 'MI', memberId)];
  if (subscriber !== null)
    parties.push(person('IL', subscriber.last, subscriber.first, subscriber.middle, 'MI', memberId));
  if (verdict.kind === 'paid' && random.chance(CORRECTED_MEMBER_SHARE)) {
    parties.push(person('74', '', '', '', 'C', `${memberId.slice(0, -1)}9`));
  }
  if (sent.form === 'professional')
    parties.push(person('82', rendering.last, rendering.first, '', 'XX', rendering.npi));
  if (crosses) parties.push(person('TT', 'SUPPLEMENTAL SENIOR PLAN', '', '', 'PI', '60606'));
  if (verdict.kind === 'denied' && verdict.reason.shows === 'priority_payer') {
    parties.push(person('PR', 'NORTHWIND EMPLOYEE BENEFITS', '', '', 'PI', '65432'));
    parties.push(person('GB', patient.last, patient.first, '', 'MI', `OTH${1_000_000 + patient.number}`));
  }
  return parties;
}

function person(
  entity: string,
  last: string,
  first: string,
  middle: string,
  idQualifier: string,
  id: string,
): Party {
  return { entity, lastOrOrganisationName: last, firstName: first, middleName: middle, idQualifier, id };
}
