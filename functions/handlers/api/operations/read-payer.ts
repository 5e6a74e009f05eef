import * as z from 'zod';
import { readPayer as read } from '../../../use-cases/read-settings.ts';
import { payerAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { draftView, payerParams } from '../settings-view.ts';

export const readPayer = operation({
  id: 'readPayer',
  method: 'GET',
  path: '/api/settings/payers/{payer}',
  summary: 'One payer: what is in force of it, the draft about it, and what its reader may do',
  params: payerParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: payerAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.payer), ({ draft, ...shown }) => ({
      body: { ...shown, draft: draftView(draft) },
      version: draft?.version ?? 0,
    }));
  },
});
