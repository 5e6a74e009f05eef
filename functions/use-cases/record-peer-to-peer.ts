import { afterAnswers } from '../core/answer/after-answers.ts';
import type { RecordedAnswer } from '../core/answer/answer.ts';
import { clocksNow } from '../core/answer/clocks-now.ts';
import { answerDueOn } from '../core/answer/levels.ts';
import { withSending } from '../core/answer/sendings.ts';
import { sendByOf } from '../core/denial/reminders.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type AnswerPorts, answerBasisOf } from './answer-basis.ts';
import { withAnswer } from './record-answer.ts';
import { refusalOfDay } from './refuse-day.ts';

/** A talk between the physicians: when it was held, and whether the payer gave in. */
export interface PeerToPeer {
  readonly heldOn: string;
  readonly result: 'overturned' | 'upheld';
  /** Number of the call. */
  readonly reference: string;
  readonly note: string | null;
}

/**
 * A talk that the payer offered took place. Where the payer gave in, its payment is waited for and credited to the
 * talk; otherwise the work goes on as it stood, and the talk's window is gone.
 */
export function recordPeerToPeer(ports: AnswerPorts, request: ActRequest & PeerToPeer): Promise<ActResult> {
  const { heldOn, result, reference, note, user } = request;
  return actOnDenial(ports, 'record_peer_to_peer', request, async (denial, at): Promise<Plan | Refusal> => {
    const today = ports.clock.today();
    if (heldOn > today) return refused('DATE_REFUSED', 'The talk lies in the future.', 'heldOn');
    if (denial.noticeOn !== null && heldOn < denial.noticeOn) {
      return refused('DATE_REFUSED', 'The talk lies before the payer’s decision.', 'heldOn');
    }
    const stray = refusalOfDay(heldOn, 'heldOn');
    if (stray !== null) return stray;
    const { level } = denial;
    const answer: RecordedAnswer = {
      level,
      action: 'peer_to_peer',
      decision: result,
      decidedOn: heldOn,
      channel: 'call',
      reference,
      wantedBy: null,
      recordedBy: user.userId,
      recordedAt: at,
    };
    const basis = await answerBasisOf(ports, denial);
    const answered = { ...denial, answers: withAnswer(denial.answers, answer) };
    const deadlines = clocksNow(answered, basis, ports.clocks);
    const sent = {
      action: 'peer_to_peer',
      level,
      sentOn: heldOn,
      templateId: null,
      templateSha256: null,
    } as const;
    const { payerType } = denial;
    const gaveIn = result === 'overturned';
    const dueOn = answerDueOn(
      { payerType, answerTo: 'payment', level },
      heldOn,
      ports.levels,
      basis.answerTimes,
    );
    return {
      kind: 'plan',
      type: 'PeerToPeerRecorded',
      patch: {
        answers: answered.answers,
        deadlines,
        sendBy: sendByOf(deadlines),
        ...(gaveIn && {
          ...afterAnswers({ ...answered, state: 'awaiting_payer' }, basis),
          state: 'awaiting_payer',
          answerDueOn: dueOn,
          lastReminder: null,
          sendings: withSending(denial, sent),
        }),
      },
      ...(note === null ? {} : { reason: note }),
      detail: { heldOn, result, reference },
    };
  });
}
