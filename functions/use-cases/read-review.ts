import type { AppealGate } from '../core/appeal/gate.ts';
import type { Casework } from '../core/casework.ts';
import type { Denial } from '../core/denial/denial.ts';
import { routeRefusal } from '../core/denial/reroute.ts';
import type { DenialId } from '../core/ids.ts';
import { questionFor, type ReviewAnswer, type ReviewQuestion } from '../core/review/question.ts';
import { caseFactsOf } from '../core/rulebook/case-condition.ts';
import type { UserRecord } from '../ports/settings.ts';
import { appealGateOf, type GatePorts } from './appeal-gate-of.ts';
import { claimPaymentOf } from './make-letter.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export interface ReviewRead {
  readonly denial: Denial;
  readonly question: Omit<ReviewQuestion, 'answers' | 'when'>;
  /** Each with why the case does not allow its route; null where it does. */
  readonly answers: readonly (ReviewAnswer & { readonly refusal: string | null })[];
}

/** The question that a denial in review turns on, and where each answer leads. */
export function readReview(
  ports: ReadPorts &
    GatePorts & {
      readonly casework: Casework;
    },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<ReviewRead>> {
  return readGuarded(ports, user, 'read', denialId, async (denial): Promise<ReadResult<ReviewRead>> => {
    if (denial.followUp !== null) {
      return {
        kind: 'not_yet',
        sentence: 'This is a follow-up: do what it asks for and close it with a note.',
      };
    }
    if (denial.route !== 'review') {
      return { kind: 'not_yet', sentence: 'This denial is not in review: its route is chosen.' };
    }
    const gate = await appealGateOf(ports, denial, await claimPaymentOf(ports, denial));
    const { answers, when: _asked, ...question } = questionFor(caseFactsOf(denial), ports.casework.reviews);
    return {
      kind: 'read',
      value: {
        denial,
        question,
        answers: answers.map((answer) => ({ ...answer, refusal: refusalOf(answer, denial, gate) })),
      },
    };
  });
}

function refusalOf({ route }: ReviewAnswer, denial: Denial, gate: AppealGate): string | null {
  if (route === null) return null;
  const refusal = routeRefusal(route, denial);
  if (refusal !== null || route !== 'appeal') return refusal;
  return gate.open ? null : gate.sentence;
}
