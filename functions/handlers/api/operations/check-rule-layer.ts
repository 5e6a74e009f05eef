import * as z from 'zod';
import { checkRuleLayer as check } from '../../../use-cases/read-settings.ts';
import { layerCheckAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { writtenIn } from '../settings-view.ts';

export const checkRuleLayer = operation({
  id: 'checkRuleLayer',
  method: 'POST',
  path: '/api/settings/rule-layer/check',
  summary: 'What `overturn rulebook check` would say of a layer; nothing is kept',
  params: nothing,
  query: nothing,
  body: z.union([z.strictObject({ layer: z.unknown() }), z.strictObject({ text: z.string().min(1) })]),
  writes: false,
  asks: true,
  answers: { 200: layerCheckAnswer },
  async handle(ports, { user, body }) {
    const written = writtenIn('text' in body ? body : { value: body.layer ?? {} });
    if (written === null) throw new Error('A layer to check is never null.');
    return outcomeOfRead(await check(ports, user, written), (report) => ({ body: report }));
  },
});
