import type { CompiledClocks } from '../deadline/compile.ts';
import type { NextLevel } from '../deadline/next-level.ts';
import type { Denial } from '../denial/denial.ts';
import type { State } from '../denial/lifecycle.ts';
import { sendByOf } from '../denial/reminders.ts';
import { proposalBarsOf } from '../write-off/guards.ts';
import { type ClockBasis, clocksNow } from './clocks-now.ts';
import { isOfAppeal, lastDecisionOf, openedBy, type PayerDecision } from './last-decision.ts';
import { type AnswerTime, answerDueOn, appealLevelOf, type Levels } from './levels.ts';
import { sendingsOf } from './sendings.ts';

export interface AnswerBasis extends ClockBasis {
  readonly clocks: CompiledClocks;
  readonly levels: Levels;
  /** Times to answer that are agreed with this payer. */
  readonly answerTimes: readonly Omit<AnswerTime, 'payerTypes'>[];
}

export type AfterAnswers = Partial<
  Pick<
    Denial,
    | 'state'
    | 'closedAs'
    | 'nextAction'
    | 'route'
    | 'routedBy'
    | 'level'
    | 'attempt'
    | 'deadlines'
    | 'sendBy'
    | 'lastReminder'
    | 'answerDueOn'
    | 'candidate'
    | 'approval'
  >
>;

/** Where an answer changes what stands; elsewhere something is under way already, and a person looks at both. */
const AT_REST: ReadonlySet<State> = new Set([
  'needs_review',
  'awaiting_payer',
  'collecting_documents',
  'closed',
]);

export function isAtRest({ state }: Pick<Denial, 'state'>): boolean {
  return AT_REST.has(state);
}

/**
 * Where a denial stands by everything that the payer has answered: a function of the answers on file, so that their
 * order does not matter. Of an answer to an earlier level, or to what was sent again since, nothing follows.
 *
 * Overturned waits for the payment, as only a remittance brings cents. What was maintained goes to a person, with the
 * clock of the next level counted from the decision; the last level becomes a proposal to write off.
 *
 * @param denial with the answers and the resolution as they are now
 */
export function afterAnswers(denial: Denial, basis: AnswerBasis): AfterAnswers {
  if (!isAtRest(denial) || isEndedByRemittance(denial)) return {};
  const last = lastDecisionOf(denial);
  if (last === null) return withoutAnswer(denial, basis);
  if (isOfLevelBefore(denial, last) || isAnsweredAgain(denial, last)) return {};
  switch (last.decision) {
    case 'overturned':
      return overturned(denial, last, basis);
    case 'more_wanted':
      return moved(denial, moreWanted(last), 'collecting_documents', basis);
    case 'partly_overturned':
    case 'upheld':
    case 'dismissed':
      return maintained(denial, last, basis);
  }
}

/** What a remittance paid, took back or denied anew stands by that: a letter about it adds nothing. */
function isEndedByRemittance({ resolution, state }: Pick<Denial, 'resolution' | 'state'>): boolean {
  return resolution !== null && (resolution.kind !== 'upheld' || state === 'closed');
}

/** The next level is under way; but a payer that gives in after all has given in. */
function isOfLevelBefore(denial: Denial, { level, decision }: PayerDecision): boolean {
  if (level >= denial.level) return false;
  return decision !== 'overturned' || sendingsOf(denial).some((sent) => sent.level >= denial.level);
}

/** Something went out after the decision: that is what the payer answers next. */
function isAnsweredAgain(denial: Denial, { decision, decidedOn, level }: PayerDecision): boolean {
  if (decidedOn === null) return false;
  return sendingsOf(denial).some(
    (sent) =>
      sent.level >= level &&
      (sent.sentOn > decidedOn ||
        (decision === 'more_wanted' && sent.action === 'documents' && sent.sentOn === decidedOn)),
  );
}

/** What had answered it is taken back: it waits again. */
function withoutAnswer(denial: Denial, basis: AnswerBasis): AfterAnswers {
  if (denial.state !== 'needs_review' || sendingsOf(denial).length === 0) return {};
  const state = 'awaiting_payer';
  return { state, nextAction: 'Wait for the payer’s answer.', ...counted(denial, state, basis) };
}

function overturned(denial: Denial, { decidedOn, level }: PayerDecision, basis: AnswerBasis): AfterAnswers {
  const { payerType } = basis.payer;
  const dueOn =
    decidedOn === null
      ? null
      : answerDueOn({ payerType, answerTo: 'payment', level }, decidedOn, basis.levels, basis.answerTimes);
  const by = dueOn === null ? '' : `, expected by ${dueOn}`;
  const nextAction = `The payer overturned its decision: wait for the payment${by}. Only a remittance counts as recovered.`;
  if (denial.state === 'closed') return reopened(denial, 'overturned', nextAction);
  return {
    state: 'awaiting_payer',
    nextAction,
    answerDueOn: dueOn,
    ...counted(denial, 'awaiting_payer', basis),
  };
}

function moreWanted({ wantedBy }: PayerDecision): string {
  return wantedBy === null
    ? 'The payer wants more: find out by when, send it and record how it went.'
    : `The payer wants more by ${wantedBy}: send it and record how it went.`;
}

function maintained(denial: Denial, last: PayerDecision, basis: AnswerBasis): AfterAnswers {
  const said = SAID[last.decision];
  if (!isOfAppeal(last.action)) {
    return moved(denial, `${said} Choose a route: the days to appeal run on.`, 'needs_review', basis);
  }
  const next = openedBy(denial, basis.payer, basis.clocks)?.next ?? { kind: 'no_further_level' };
  if (next.kind === 'forwarded') return forwarded(denial, last, next, basis);
  if (next.kind === 'no_further_level') {
    const route = proposalBarsOf(denial).length === 0 ? 'write_off' : 'review';
    const nextAction =
      route === 'write_off'
        ? `${said} No further level is open: confirm the write-off, or close it as decided.`
        : `${said} No further level is open: close it as decided, or choose a route.`;
    return { ...moved({ ...denial, route }, nextAction, 'needs_review', basis), route, routedBy: null };
  }
  return moved(denial, `${said} ${offerOf(next, basis)}`, 'needs_review', basis);
}

const SAID: { readonly [decision in PayerDecision['decision']]: string } = {
  overturned: 'The payer overturned its decision.',
  partly_overturned: 'The payer overturned a part of its decision, and its payment is still to come.',
  upheld: 'The payer maintains its decision.',
  dismissed: 'The payer dismissed the appeal without deciding it.',
  more_wanted: 'The payer wants more.',
};

/** What can be done next, by name and day. */
function offerOf(next: Extract<NextLevel, { kind: 'next_level' }>, { payer, levels }: AnswerBasis): string {
  const governing = next.deadlines.find(({ governs }) => governs);
  const action =
    governing?.kind === 'dispute' || governing?.kind === 'external_review' ? governing.kind : 'appeal';
  const known = appealLevelOf({ payerType: payer.payerType, action, level: next.level }, levels);
  const name = known === null ? `level ${next.level}` : known.name;
  const by = governing?.sendBy == null ? 'no day is configured for it' : `send it by ${governing.sendBy}`;
  return `Take the next level (${name}; ${by}), or choose write-off.`;
}

/** The payer itself hands it on: the next level begins without us, and we wait. */
function forwarded(
  denial: Denial,
  last: PayerDecision,
  next: Extract<NextLevel, { kind: 'forwarded' }>,
  { payer, levels }: AnswerBasis,
): AfterAnswers {
  const level = last.level + 1;
  const [ask] = next.deadlines;
  const name = appealLevelOf({ payerType: payer.payerType, action: 'appeal', level }, levels)?.name;
  const byLaw =
    last.decidedOn === null
      ? null
      : answerDueOn({ payerType: payer.payerType, answerTo: 'appeal', level }, last.decidedOn, levels);
  const answerDue = ask?.safeBy ?? byLaw;
  if (denial.state === 'closed') return reopened(denial, last.decision, 'The payer forwards the case.');
  return {
    state: 'awaiting_payer',
    level,
    attempt: 1,
    candidate: null,
    approval: null,
    deadlines: [...next.deadlines],
    sendBy: sendByOf([...next.deadlines]),
    lastReminder: null,
    answerDueOn: answerDue,
    nextAction: `The payer maintains its decision and forwards the case (${name ?? `level ${level}`}): ask for the case number${answerDue === null ? '' : ` by ${answerDue}`}.`,
  };
}

/** To a person, with the clocks as they are counted now; what a person closed comes back only for another outcome. */
function moved(
  denial: Denial,
  nextAction: string,
  state: 'needs_review' | 'collecting_documents',
  basis: AnswerBasis,
): AfterAnswers {
  const last = lastDecisionOf(denial);
  if (denial.state === 'closed') return last === null ? {} : reopened(denial, last.decision, nextAction);
  return { state, nextAction, answerDueOn: null, ...counted(denial, state, basis) };
}

/** The clocks as they are in that state; a new day to send by is reminded of anew. */
function counted(denial: Denial, state: State, basis: AnswerBasis): AfterAnswers {
  const deadlines = clocksNow({ ...denial, state }, basis, basis.clocks);
  const sendBy = sendByOf(deadlines);
  return { deadlines, sendBy, ...(sendBy !== denial.sendBy && { lastReminder: null }) };
}

function reopened(denial: Denial, decision: PayerDecision['decision'], nextAction: string): AfterAnswers {
  if (denial.closedAs === decision) return {};
  return { state: 'needs_review', closedAs: null, attempt: denial.attempt + 1, nextAction };
}
