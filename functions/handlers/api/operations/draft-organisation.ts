import * as z from 'zod';
import { draftSettings } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfSettings, writtenIn } from '../settings-view.ts';

export const draftOrganisation = operation({
  id: 'draftOrganisation',
  method: 'PUT',
  path: '/api/settings/organisation/draft',
  summary: 'Writes a draft of what the organisation says of itself, as a whole. Nothing comes in force',
  params: nothing,
  query: nothing,
  body: z.union([
    z.strictObject({ organisation: z.unknown(), reason: writtenReason }),
    z.strictObject({ text: z.string().min(1), reason: writtenReason }),
  ]),
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, expectedVersion, body }) {
    const request = { user, subject: 'organisation', expectedVersion, reason: body.reason } as const;
    const written = writtenIn('text' in body ? body : { value: body.organisation });
    return outcomeOfSettings(ports, user, await draftSettings(ports, { ...request, written }));
  },
});
