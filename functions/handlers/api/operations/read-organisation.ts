import * as z from 'zod';
import { readOrganisation as read } from '../../../use-cases/read-settings.ts';
import { organisationAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { draftView } from '../settings-view.ts';

export const readOrganisation = operation({
  id: 'readOrganisation',
  method: 'GET',
  path: '/api/settings/organisation',
  summary:
    'What the organisation says of itself: name, time zone, practices, limits of write-offs, rules of assignment; in force, the draft, and what its reader may do',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: organisationAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await read(ports, user), ({ draft, ...shown }) => ({
      body: { ...shown, draft: draftView(draft) },
      version: draft?.version ?? 0,
    }));
  },
});
