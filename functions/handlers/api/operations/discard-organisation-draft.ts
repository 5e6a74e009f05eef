import { discardSettingsDraft } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings } from '../settings-view.ts';

export const discardOrganisationDraft = operation({
  id: 'discardOrganisationDraft',
  method: 'DELETE',
  path: '/api/settings/organisation/draft',
  summary: 'Drops the draft about the organisation; what is in force stays',
  params: nothing,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['NO_DRAFT'],
  async handle(ports, { user, expectedVersion }) {
    const request = { user, subject: 'organisation', expectedVersion } as const;
    return outcomeOfSettings(ports, user, await discardSettingsDraft(ports, request));
  },
});
