import * as z from 'zod';
import { draftSettings } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfSettings, payerParams, writtenIn } from '../settings-view.ts';

export const draftPayer = operation({
  id: 'draftPayer',
  method: 'PUT',
  path: '/api/settings/payers/{payer}/draft',
  summary:
    'Writes a draft of one payer: who it is, windows with their source and days, offices, channels, lead times; `entry` null takes it out. Nothing comes in force',
  params: payerParams,
  query: nothing,
  body: z.union([
    z.strictObject({ entry: z.unknown(), reason: writtenReason }),
    z.strictObject({ text: z.string().min(1), reason: writtenReason }),
  ]),
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, params, expectedVersion, body }) {
    const { reason } = body;
    const request = { user, subject: `payer/${params.payer}`, expectedVersion, reason } as const;
    const written = writtenIn('text' in body ? body : { value: body.entry });
    return outcomeOfSettings(ports, user, await draftSettings(ports, { ...request, written }));
  },
});
