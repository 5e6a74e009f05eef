import { publishSettings } from '../../../use-cases/publish-settings.ts';
import { publishedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings } from '../settings-view.ts';

export const publishRuleLayer = operation({
  id: 'publishRuleLayer',
  method: 'POST',
  path: '/api/settings/rule-layer/publication',
  summary:
    'Puts the draft of the rule layer in force, by somebody who did not write in it; decisions made before stay as they are',
  params: nothing,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: publishedAnswer },
  problems: ['NO_DRAFT', 'SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, expectedVersion }) {
    const request = { user, subject: 'rule-layer', expectedVersion } as const;
    return outcomeOfSettings(ports, user, await publishSettings(ports, request));
  },
});
