import type { Denial, DenialEvent, Resolution } from '../denial/denial.ts';
import type { ClosedAs } from '../denial/lifecycle.ts';
import { sendByOf } from '../denial/reminders.ts';

/** Ways in which people end a denial although the payer has not given in. */
const GIVEN_UP: ReadonlySet<ClosedAs> = new Set([
  'written_off',
  'expired',
  'billed_other_payer',
  'billed_patient',
]);

type Ended = Pick<Denial, 'state' | 'closedAs' | 'resolution'>;

/** Whether people closed it without the payer, or it came back to them from there as a task. */
export function wasGivenUp({ state, closedAs, resolution }: Ended): boolean {
  if (state === 'closed') return closedAs !== null && GIVEN_UP.has(closedAs);
  // Open work has no such resolution otherwise: a remittance closes it.
  return state === 'needs_review' && resolution !== null && resolution.kind !== 'upheld';
}

export interface ChangeAfterGivingUp {
  readonly patch: Partial<
    Pick<
      Denial,
      | 'state'
      | 'closedAs'
      | 'resolution'
      | 'nextAction'
      | 'writeOff'
      | 'route'
      | 'routedBy'
      | 'attempt'
      | 'sendBy'
      | 'lastReminder'
    >
  >;
  readonly detail: DenialEvent['detail'];
}

/**
 * What a later remittance makes of a denial that people had given up: the payer's end takes the place of theirs, so
 * that its cents count, and a write-off that is not posted never will be. Where somebody outside acted on it (posted,
 * billed), it goes to a person, who puts that right and closes it. Null where nothing follows.
 *
 * @param goesOn whether the adjudication in its place carries a denial of its own
 */
export function changeAfterGivingUp(
  denial: Denial,
  resolution: Resolution | null,
  goesOn: boolean,
): ChangeAfterGivingUp | null {
  const { state, closedAs, writeOff } = denial;
  if (resolution === null || (resolution.kind === 'upheld' && !goesOn)) {
    if (state === 'closed') return null;
    return { patch: { resolution, nextAction: TAKEN_BACK, sendBy: sendByOf(denial.deadlines) }, detail: {} };
  }
  const postedIn = writeOff?.posted?.batchId ?? null;
  const detail = { givenUpAs: closedAs, writtenOffCents: writeOff?.amountCents ?? null, postedIn };
  const isEndedInside = closedAs === 'written_off' || closedAs === 'expired';
  if (state === 'closed' && isEndedInside && postedIn === null) {
    const nextAction = 'Nothing: the payer decided it after all.';
    return { patch: { state, closedAs: resolution.kind, resolution, nextAction, writeOff: null }, detail };
  }
  const nextAction = `${saidOf(resolution)} ${toPutRight(denial)}`;
  if (state !== 'closed') return { patch: { resolution, nextAction }, detail };
  return {
    patch: {
      state: 'needs_review',
      closedAs: null,
      resolution,
      nextAction,
      // Its execution has ended with the closing.
      attempt: denial.attempt + 1,
      route: 'review',
      routedBy: null,
      // What is left to do is not sent to the payer: its clocks are kept, and say nothing of when.
      sendBy: null,
      lastReminder: null,
    },
    detail,
  };
}

const TAKEN_BACK =
  'The payer took back what had answered this after it was given up: see how it stands, then choose a route or close it.';

function saidOf({ kind, on }: Resolution): string {
  const when = on === null ? '' : ` (${on})`;
  switch (kind) {
    case 'overturned':
      return `The payer paid this after all${when}.`;
    case 'partly_overturned':
      return `The payer paid a part of this after all${when}.`;
    case 'superseded':
    case 'upheld':
      return `The payer took this decision back or replaced it${when}.`;
  }
}

function toPutRight({ closedAs, writeOff }: Denial): string {
  if (writeOff?.posted != null) {
    return 'Its write-off is posted: reverse that in the billing system, then close this as answered.';
  }
  switch (closedAs) {
    case 'billed_patient':
      return 'The patient was billed: correct that bill or refund it, then close this as answered.';
    case 'billed_other_payer':
      return 'The other payer was billed: see who owes what, then close this as answered.';
    default:
      return 'It had been given up: put right what was done for it, then close this as answered.';
  }
}
