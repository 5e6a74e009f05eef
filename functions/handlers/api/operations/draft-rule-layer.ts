import * as z from 'zod';
import { draftSettings } from '../../../use-cases/draft-settings.ts';
import { draftedAnswer } from '../answers/settings-answer.ts';
import { nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfSettings, writtenIn } from '../settings-view.ts';

export const draftRuleLayer = operation({
  id: 'draftRuleLayer',
  method: 'PUT',
  path: '/api/settings/rule-layer/draft',
  summary:
    'Writes a draft of the organisation’s rule layer; `layer` null withdraws the one in force. Nothing comes in force',
  params: nothing,
  query: nothing,
  body: z.union([
    z.strictObject({ layer: z.unknown(), reason: writtenReason }),
    z.strictObject({ text: z.string().min(1), reason: writtenReason }),
  ]),
  writes: true,
  answers: { 200: draftedAnswer },
  problems: ['SETTINGS_REFUSED', 'NOTHING_CHANGES'],
  async handle(ports, { user, expectedVersion, body }) {
    const request = { user, subject: 'rule-layer', expectedVersion, reason: body.reason } as const;
    const written = writtenIn('text' in body ? body : { value: body.layer });
    return outcomeOfSettings(ports, user, await draftSettings(ports, { ...request, written }));
  },
});
