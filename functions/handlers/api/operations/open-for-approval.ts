import { openForApproval as open } from '../../../use-cases/open-for-approval.ts';
import { openedAnswer } from '../answers/draft-answer.ts';
import { denialParams, noBody, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const openForApproval = operation({
  id: 'openForApproval',
  method: 'POST',
  path: '/api/denials/{denialId}/approval/opening',
  summary:
    'The letter as it would be approved today: dated anew where it bears another day, with what else changed',
  params: denialParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: openedAnswer },
  problems: ['NOT_IN_THIS_STATE', 'TEMPLATE_CHANGED'],
  async handle(ports, { user, params, expectedVersion }) {
    const result = await open(ports, { user, ...params, expectedVersion });
    if (result.kind !== 'opened') return outcomeOfAct(ports, user, result);
    const { denial, changed, changes } = result;
    const { candidate, state, nextAction, version } = denial;
    return {
      kind: 'answer',
      answer: {
        status: 200,
        version,
        body: {
          denialId: denial.denialId,
          changed,
          changes,
          state,
          nextAction,
          number: candidate?.number,
          sha256: candidate?.sha256,
          datedOn: candidate?.datedOn,
          version,
        },
      },
    };
  },
});
