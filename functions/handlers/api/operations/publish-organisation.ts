import { publishSettings } from '../../../use-cases/publish-settings.ts';
import { publishedAnswer } from '../answers/settings-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSettings } from '../settings-view.ts';

export const publishOrganisation = operation({
  id: 'publishOrganisation',
  method: 'POST',
  path: '/api/settings/organisation/publication',
  summary:
    'Puts the draft about the organisation in force, by somebody who did not write in it; write-offs that are asked for already keep the limit they were asked under',
  params: nothing,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: publishedAnswer },
  problems: ['NO_DRAFT', 'SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, expectedVersion }) {
    const request = { user, subject: 'organisation', expectedVersion } as const;
    return outcomeOfSettings(ports, user, await publishSettings(ports, request));
  },
});
