import * as z from 'zod';
import { readTemplate as read } from '../../../use-cases/read-settings.ts';
import { templateAnswer } from '../answers/template-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { draftView, templateParams } from '../settings-view.ts';

export const readTemplate = operation({
  id: 'readTemplate',
  method: 'GET',
  path: '/api/settings/templates/{templateId}',
  summary: 'A letter template of your own: what is in force of it, the draft, and what its reader may do',
  params: templateParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: templateAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.templateId), ({ draft, ...shown }) => ({
      body: { ...shown, draft: draftView(draft) },
      version: draft?.version ?? 0,
    }));
  },
});
