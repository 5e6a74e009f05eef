import { discardSettingsDraft } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings, payerParams } from '../settings-view.ts';

export const discardPayerDraft = operation({
  id: 'discardPayerDraft',
  method: 'DELETE',
  path: '/api/settings/payers/{payer}/draft',
  summary: 'Drops the draft about a payer; what is in force stays',
  params: payerParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['NO_DRAFT'],
  async handle(ports, { user, params, expectedVersion }) {
    const request = { user, subject: `payer/${params.payer}`, expectedVersion } as const;
    return outcomeOfSettings(ports, user, await discardSettingsDraft(ports, request));
  },
});
