import * as z from 'zod';
import { moneyStepsOf } from '../../../core/denial/money-steps.ts';
import { offeredActions } from '../../../use-cases/offered-actions.ts';
import { readCoding } from '../../../use-cases/read-coding.ts';
import { readDenial as read } from '../../../use-cases/read-denial.ts';
import { readOutcomes } from '../../../use-cases/read-queue-view.ts';
import { claimAnswer, codingAnswer } from '../answers/claim-answer.ts';
import { denialFields } from '../answers/denial-answer.ts';
import { familyFields } from '../answers/family-answer.ts';
import { moneyAnswer } from '../answers/money-answer.ts';
import { claimView } from '../claim-view.ts';
import { named } from '../components.ts';
import { denialView } from '../denial-view.ts';
import { familyView } from '../family-view.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDenial = operation({
  id: 'readDenial',
  method: 'GET',
  path: '/api/denials/{denialId}',
  summary:
    'One denial: decision in words, clocks, state, the claim as sent and what looks wrong on it, from what was billed to what was paid, all that was ever decided of it, and what its reader may do',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: {
    200: named(
      'DenialWithClaim',
      z.strictObject({
        ...denialFields,
        claim: claimAnswer,
        coding: codingAnswer,
        money: moneyAnswer.nullable(),
        ...familyFields,
      }),
    ),
  },
  async handle(ports, { user, params }) {
    const [result, outcomes] = await Promise.all([read(ports, user, params.denialId), readOutcomes(ports)]);
    const coding = result.kind === 'read' ? await readCoding(ports, result.value) : null;
    const actions = result.kind === 'read' ? await offeredActions(ports, user, result.value.denial) : [];
    return outcomeOfRead(result, (found) => ({
      body: {
        ...denialView(found.denial, actions, ports, outcomes, ports.clock.today()),
        claim: claimView(found.onFile, found.maySeeClinical),
        coding,
        money: found.payment === null ? null : moneyStepsOf(found.payment.claim, found.denial.decision),
        ...familyView(found),
      },
      version: found.denial.version,
    }));
  },
});
