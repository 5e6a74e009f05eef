import type { AnswerBasis } from '../core/answer/after-answers.ts';
import { openedBy } from '../core/answer/last-decision.ts';
import { appealLevelOf, minimumOf } from '../core/answer/levels.ts';
import { appealActionOf } from '../core/answer/sendings.ts';
import type { Deadline } from '../core/deadline/deadline.ts';
import type { Denial } from '../core/denial/denial.ts';
import { firstStateOf } from '../core/denial/lifecycle.ts';
import { nextActionOf } from '../core/denial/next-action.ts';
import { sendByOf } from '../core/denial/reminders.ts';
import { dollars } from '../core/money/dollars.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type AnswerPorts, answerBasisOf } from './answer-basis.ts';

/**
 * The payer has decided, and a person takes the next level: an execution of its own, with the clock counted from the
 * decision. Below the level's least amount only with a reason, as claims may be put together (42 CFR 405.1006(e)).
 */
export function takeNextLevel(
  ports: AnswerPorts,
  request: ActRequest & { readonly reason: string | null },
): Promise<ActResult> {
  const { user, reason } = request;
  return actOnDenial(ports, 'take_next_level', request, async (denial): Promise<Plan | Refusal> => {
    const basis = await answerBasisOf(ports, denial);
    const opened = openedBy(denial, basis.payer, ports.clocks);
    if (opened === null || opened.next.kind !== 'next_level') {
      return refused(
        'NO_FURTHER_LEVEL',
        opened?.next.kind === 'forwarded'
          ? 'The payer itself sends this on: there is nothing to file.'
          : 'There is no level after this one: write it off, or close it as decided.',
      );
    }
    const { decision, next } = opened;
    const level = denial.level + 1;
    const deadlines = [...next.deadlines];
    const tooLittle =
      reason === null ? amountRefusal(denial, deadlines, level, ports.clock.today(), basis) : null;
    if (tooLittle !== null) return tooLittle;
    return {
      kind: 'plan',
      type: 'NextLevelTaken',
      patch: {
        level,
        attempt: 1,
        route: 'appeal',
        letterKind: 'appeal',
        routedBy: user.userId,
        state: firstStateOf('appeal'),
        nextAction: nextActionOf('appeal', 'none'),
        deadlines,
        sendBy: sendByOf(deadlines),
        lastReminder: null,
        draftNumber: 0,
        candidate: null,
        approval: null,
        writeOff: null,
        answerDueOn: null,
      },
      ...(reason === null ? {} : { reason }),
      detail: { level, after: decision.decision, decidedOn: decision.decidedOn, evidence: decision.evidence },
    };
  });
}

function amountRefusal(
  { amountCents, payerType }: Denial,
  deadlines: readonly Deadline[],
  level: number,
  today: string,
  { levels }: AnswerBasis,
): Refusal | null {
  const action = appealActionOf({ deadlines: [...deadlines] });
  const known = appealLevelOf({ payerType, action, level }, levels);
  if (known === null) return null;
  const minimum = minimumOf(known, today, levels);
  if (minimum.kind === 'unknown') {
    return refused(
      'BELOW_MINIMUM',
      `The least amount for a ${known.name} in ${today.slice(0, 4)} is not configured: check it, and say in the reason that it is reached.`,
      'reason',
    );
  }
  if (minimum.kind === 'none' || amountCents >= minimum.cents) return null;
  return refused(
    'BELOW_MINIMUM',
    `A ${known.name} takes at least ${dollars(minimum.cents)} (${minimum.source}): say in the reason with which claims this is put together.`,
    'reason',
  );
}
