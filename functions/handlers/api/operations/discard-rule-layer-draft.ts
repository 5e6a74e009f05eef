import { discardSettingsDraft } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings } from '../settings-view.ts';

export const discardRuleLayerDraft = operation({
  id: 'discardRuleLayerDraft',
  method: 'DELETE',
  path: '/api/settings/rule-layer/draft',
  summary: 'Drops the draft of the rule layer; what is in force stays',
  params: nothing,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['NO_DRAFT'],
  async handle(ports, { user, expectedVersion }) {
    const request = { user, subject: 'rule-layer', expectedVersion } as const;
    return outcomeOfSettings(ports, user, await discardSettingsDraft(ports, request));
  },
});
