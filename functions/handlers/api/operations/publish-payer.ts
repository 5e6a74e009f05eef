import { publishSettings } from '../../../use-cases/publish-settings.ts';
import { publishedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings, payerParams } from '../settings-view.ts';

export const publishPayer = operation({
  id: 'publishPayer',
  method: 'POST',
  path: '/api/settings/payers/{payer}/publication',
  summary:
    'Puts the draft about a payer in force, by somebody who did not write in it; the sweep then counts the clocks of open denials anew',
  params: payerParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: publishedAnswer },
  problems: ['NO_DRAFT', 'SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, params, expectedVersion }) {
    const request = { user, subject: `payer/${params.payer}`, expectedVersion } as const;
    return outcomeOfSettings(ports, user, await publishSettings(ports, request));
  },
});
