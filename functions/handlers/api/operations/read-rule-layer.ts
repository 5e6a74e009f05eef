import * as z from 'zod';
import { readRuleLayer as read } from '../../../use-cases/read-settings.ts';
import { ruleLayerAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { draftView } from '../settings-view.ts';

export const readRuleLayer = operation({
  id: 'readRuleLayer',
  method: 'GET',
  path: '/api/settings/rule-layer',
  summary: 'The organisation’s rules over the release: those in force, the draft, and what its reader may do',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: ruleLayerAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await read(ports, user), ({ draft, ...shown }) => ({
      body: { ...shown, draft: draftView(draft) },
      version: draft?.version ?? 0,
    }));
  },
});
