import { type Again, adjudicate, type Verdict } from './adjudicate.ts';
import { type Adjudication, controlNumberAfter, type PaidClaim, reversalOf } from './adjudication.ts';
import type { DayCalendar } from './calendar.ts';
import type { SentClaim } from './claim.ts';
import type { Fate, Fates } from './fates.ts';
import { isOriginalMedicare } from './payers.ts';
import type { Random } from './random.ts';

/** What comes later for a claim that was adjudicated once. */
export type AnswerKind =
  /** A denial given up, in full or in part, or maintained (CARC 193). */
  | 'overturned'
  | 'partly_overturned'
  | 'upheld'
  /** A corrected claim (frequency 7) in the place of the denied one, paid. */
  | 'replaced'
  /** A hold ended: paid. */
  | 'released'
  /** A paid claim looked at again: taken back and denied, or only taken back. */
  | 'taken_back'
  | 'voided';

/** An answer that will come: which and after how many days. */
export interface PlannedAnswer {
  readonly kind: AnswerKind;
  readonly afterDays: number;
}

const ANSWERED_SHARE = 0.45;
const RELEASED_SHARE = 0.6;
const TAKEN_BACK_SHARE = 0.006;
const VOIDED_SHARE = 0.002;

/** Whether something comes later for a claim of this fate, and what. */
export function planAnswer(sent: SentClaim, random: Random): PlannedAnswer | null {
  const { fate, payer } = sent;
  if (fate.kind === 'held') {
    return random.chance(RELEASED_SHARE) ? { kind: 'released', afterDays: random.between(14, 40) } : null;
  }
  if (fate.kind === 'paid') {
    const draw = random.fraction();
    if (draw >= TAKEN_BACK_SHARE + VOIDED_SHARE) return null;
    return { kind: draw < TAKEN_BACK_SHARE ? 'taken_back' : 'voided', afterDays: random.between(20, 60) };
  }
  if (fate.kind !== 'denied' || !random.chance(ANSWERED_SHARE)) return null;
  const { category } = fate.reason;
  const isDataError =
    category === 'billing_error' || category === 'coding' || category === 'prior_authorization';
  // Medicare Part B and its equipment contractors take no replacement claims.
  if (isDataError && !isOriginalMedicare(payer) && random.chance(0.5)) {
    return { kind: 'replaced', afterDays: random.between(35, 60) };
  }
  const draw = random.fraction();
  return {
    kind: draw < 0.45 ? 'overturned' : draw < 0.65 ? 'partly_overturned' : 'upheld',
    afterDays: random.between(25, 60),
  };
}

/** The first adjudication of a claim, by its fate. */
export function firstAdjudication(sent: SentClaim, calendar: DayCalendar, random: Random): Adjudication {
  return adjudicate(sent, verdictOf(sent.fate), null, calendar, random);
}

/** The claim payments of an answer, in the order in which they stand: the reversal first (X12 RFI 791). */
export function answerTo(
  first: Adjudication,
  kind: AnswerKind,
  fates: Fates,
  calendar: DayCalendar,
  random: Random,
): readonly Adjudication[] {
  const { sent, payment } = first;
  const again = (changes: Partial<Again> = {}): Again => ({
    replaces: payment.payerClaimControlNumber,
    frequency: '1',
    remarks: [],
    ...changes,
  });
  const appealed = again({ remarks: isOriginalMedicare(sent.payer) ? ['MA91'] : [] });
  const corrected = (verdict: Verdict, how: Again) => [
    reversalOf(first),
    adjudicate(sent, verdict, how, calendar, random),
  ];
  switch (kind) {
    case 'overturned':
      return corrected({ kind: 'paid' }, appealed);
    case 'released':
      return corrected({ kind: 'paid' }, again());
    case 'replaced':
      return corrected({ kind: 'paid' }, again({ frequency: '7' }));
    case 'partly_overturned':
      return corrected({ kind: 'denied', reason: reasonOf(sent.fate), extent: 'half' }, appealed);
    case 'upheld': {
      const upheld = upheldOf(first, reasonOf(sent.fate));
      // Nothing was paid: nothing has to be taken back before it is said again.
      return payment.paidCents === 0 ? [upheld] : [reversalOf(first), upheld];
    }
    case 'taken_back': {
      const { reason } = fates.denial(sent.payer, random);
      return corrected({ kind: 'denied', reason, extent: 'claim' }, again());
    }
    case 'voided':
      return [reversalOf(first)];
  }
}

function verdictOf(fate: Fate): Verdict {
  switch (fate.kind) {
    case 'paid':
    case 'rejected':
      return { kind: 'paid' };
    case 'capitated':
      return { kind: 'set_aside', group: 'CO', carc: '24', remarks: [], isHeld: false };
    case 'held':
      return { kind: 'set_aside', group: fate.group, carc: fate.carc, remarks: fate.remarks, isHeld: true };
    case 'denied':
      return fate;
  }
}

type Reason = Extract<Fate, { kind: 'denied' }>['reason'];

function reasonOf(fate: Fate): Reason {
  if (fate.kind !== 'denied') throw new Error(`A claim that is ${fate.kind} has no reason of denial.`);
  return fate.reason;
}

/** The first decision said again, with CARC 193 in the place of its reason. */
function upheldOf(first: Adjudication, { group, carc, remarks: given }: Reason): Adjudication {
  const { payment } = first;
  const maintained = (list: PaidClaim['adjustments']) =>
    list.map((one) => (one.group === group && one.carc === carc ? { ...one, carc: '193' } : one));
  const spent = (remarks: readonly string[]) =>
    remarks.filter((remark) => !given.includes(remark) && remark !== 'MA130');
  return {
    sent: first.sent,
    kind: 'upheld',
    deniedCents: 0,
    isHeld: false,
    payment: {
      ...payment,
      payerClaimControlNumber: controlNumberAfter(payment.payerClaimControlNumber),
      references: [
        { qualifier: 'F8', value: payment.payerClaimControlNumber },
        ...payment.references.filter(({ qualifier }) => qualifier !== 'F8'),
      ],
      adjustments: maintained(payment.adjustments),
      remarks: spent(payment.remarks),
      lines: payment.lines.map((line) => ({
        ...line,
        adjustments: maintained(line.adjustments),
        remarks: spent(line.remarks),
      })),
    },
  };
}
