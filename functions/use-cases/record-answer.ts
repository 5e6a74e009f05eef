import { afterAnswers, isAtRest } from '../core/answer/after-answers.ts';
import type { RecordedAnswer } from '../core/answer/answer.ts';
import { lastSendingBy, sendingsOf } from '../core/answer/sendings.ts';
import type { Denial } from '../core/denial/denial.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type AnswerPorts, answerBasisOf } from './answer-basis.ts';
import { refusalOfDay } from './refuse-day.ts';

/** An answer as a person reads it from a letter, a fax, the portal, or hears it in a call. */
export interface HeardAnswer {
  readonly decision: RecordedAnswer['decision'];
  /** Date printed on it, or of the call; never the day it arrived. */
  readonly decidedOn: string;
  readonly channel: RecordedAnswer['channel'];
  readonly reference: string;
  /** Of `more_wanted`. */
  readonly wantedBy: string | null;
  readonly note: string | null;
}

/**
 * A person records what the payer answered. It moves the denial to where its answers lead together, whatever the order
 * in which they are recorded; it brings no cents, which come from remittances alone. Recorded twice it stands once.
 */
export function recordAnswer(ports: AnswerPorts, request: ActRequest & HeardAnswer): Promise<ActResult> {
  return actOnDenial(ports, 'record_answer', request, async (denial, at): Promise<Plan | Refusal> => {
    const refusal = dateRefusal(request, denial, ports.clock.today());
    if (refusal !== null) return refusal;
    const answer = answerOf(request, denial, at);
    const answered = { ...denial, answers: withAnswer(denial.answers, answer) };
    const { decision, decidedOn, level, action, channel, wantedBy, reference } = answer;
    return {
      kind: 'plan',
      type: decision === 'more_wanted' ? 'MoreWanted' : 'AnswerRecorded',
      patch: {
        answers: answered.answers,
        ...(isAtRest(denial)
          ? afterAnswers(answered, await answerBasisOf(ports, denial))
          : {
              nextAction: `The payer answered on ${decidedOn}: ${decision.replaceAll('_', ' ')}. See whether this still has to go out.`,
            }),
      },
      ...(request.note === null ? {} : { reason: request.note }),
      detail: {
        decision,
        decidedOn,
        answeredLevel: level,
        answeredAction: action,
        channel,
        wantedBy,
        reference,
      },
    };
  });
}

function dateRefusal(
  { decision, decidedOn, wantedBy }: HeardAnswer,
  denial: Denial,
  today: string,
): Refusal | null {
  if (decidedOn > today) return refused('DATE_REFUSED', 'The answer is dated in the future.', 'decidedOn');
  if (lastSendingBy(denial, decidedOn) === null) {
    return refused('DATE_REFUSED', 'The answer is dated before anything was sent.', 'decidedOn');
  }
  if (wantedBy !== null && (decision !== 'more_wanted' || wantedBy < decidedOn)) {
    return refused(
      'DATE_REFUSED',
      'Only what the payer still wants has a day, and it lies after the answer.',
      'wantedBy',
    );
  }
  return refusalOfDay(decidedOn, 'decidedOn') ?? refusalOfDay(wantedBy, 'wantedBy');
}

/** It answers what had been sent last by its date. */
function answerOf(heard: ActRequest & HeardAnswer, denial: Denial, at: string): RecordedAnswer {
  const { decision, decidedOn, channel, reference, wantedBy, user } = heard;
  const answered = lastSendingBy(denial, decidedOn) ?? sendingsOf(denial)[0];
  return {
    level: answered?.level ?? denial.level,
    action: answered?.action ?? 'appeal',
    decision,
    decidedOn,
    channel,
    reference,
    wantedBy,
    recordedBy: user.userId,
    recordedAt: at,
  };
}

/** By day, and the same answer once. */
export function withAnswer(answers: readonly RecordedAnswer[], answer: RecordedAnswer): RecordedAnswer[] {
  const isSame = (other: RecordedAnswer) =>
    other.decision === answer.decision &&
    other.decidedOn === answer.decidedOn &&
    other.channel === answer.channel &&
    other.reference === answer.reference;
  if (answers.some(isSame)) return [...answers];
  return [...answers, answer].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

function keyOf({ decidedOn, level, decision, channel, reference }: RecordedAnswer): string {
  return `${decidedOn}#${level}#${decision}#${channel}#${reference}`;
}
