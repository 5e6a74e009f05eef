import * as z from 'zod';
import { draftSettings } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfSettings, templateParams, writtenIn } from '../settings-view.ts';

export const draftTemplate = operation({
  id: 'draftTemplate',
  method: 'PUT',
  path: '/api/settings/templates/{templateId}/draft',
  summary:
    'Writes a draft of a letter template of your own, checked as those of the release are; `template` null takes it out. Nothing comes in force',
  params: templateParams,
  query: nothing,
  body: z.strictObject({
    template: z
      .unknown()
      .describe(
        '`{"manifest": {…}, "source": "…"}`, as a folder of templates/ holds them; `fields` are filled in',
      ),
    reason: writtenReason,
  }),
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, params, expectedVersion, body: { template, reason } }) {
    const request = { user, subject: `template/${params.templateId}`, expectedVersion, reason } as const;
    const written = writtenIn({ value: template });
    return outcomeOfSettings(ports, user, await draftSettings(ports, { ...request, written }));
  },
});
