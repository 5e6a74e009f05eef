import type { Casework } from '../core/casework.ts';
import { pendRefusal } from '../core/denial/pend.ts';
import { questionFor } from '../core/review/question.ts';
import { caseFactsOf } from '../core/rulebook/case-condition.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type ReroutePorts, reroutePlan } from './reroute-denial.ts';

export interface ReviewAnswered {
  /** Of the answers of the denial's question. */
  readonly answer: string;
  /** What was found, in the person's own words. */
  readonly reason: string;
  /** Where nothing can be decided yet: the day on which to look again. */
  readonly until?: string | undefined;
}

/** A person answers the question of a review: the denial takes the route that the answer leads to, or is put off. */
export function answerReview(
  ports: ReroutePorts & { readonly casework: Casework },
  request: ActRequest & ReviewAnswered,
): Promise<ActResult> {
  const { user, reason, until } = request;
  return actOnDenial(ports, 'answer_review', request, async (denial, at): Promise<Plan | Refusal> => {
    const question = questionFor(caseFactsOf(denial), ports.casework.reviews);
    const answer = question.answers.find(({ id }) => id === request.answer);
    if (answer === undefined) {
      const known = question.answers.map(({ id }) => id).join(', ');
      return refused('ROUTE_REFUSED', `"${question.says}" has these answers: ${known}.`, 'answer');
    }
    const detail = { question: question.id, answer: answer.id };
    if (answer.route !== null) {
      return reroutePlan(ports, denial, answer.route, user.userId, {
        type: 'ReviewAnswered',
        reason,
        detail,
      });
    }
    if (until === undefined) {
      return refused('DATE_REFUSED', 'Nothing is decided by this answer: say when to look again.', 'until');
    }
    const refusal = pendRefusal(denial, until, ports.clock.today(), ports.clocks.workdays);
    if (refusal !== null) return refused('DATE_REFUSED', refusal, 'until');
    return {
      kind: 'plan',
      type: 'ReviewAnswered',
      patch: { pend: { until, reason, pendedBy: user.userId, pendedAt: at } },
      reason,
      detail: { ...detail, until },
    };
  });
}
