import * as z from 'zod';
import { readDrafts } from '../../../use-cases/read-drafts.ts';
import { draftsAnswer } from '../answers/draft-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listDrafts = operation({
  id: 'listDrafts',
  method: 'GET',
  path: '/api/denials/{denialId}/drafts',
  summary: 'Every draft of the letter of the present level, oldest first, with what each says',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: draftsAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await readDrafts(ports, user, params.denialId), ({ denial, drafts }) => ({
      body: {
        denialId: denial.denialId,
        level: denial.level,
        drafts: drafts.map(
          ({ number, templateId, passages, facts, enclosures, goesWithout, editedBy, editedAt, basis }) => ({
            number,
            templateId,
            passages,
            facts,
            enclosures,
            goesWithout,
            editedBy,
            editedAt,
            textKept: basis !== null,
          }),
        ),
      },
      version: denial.version,
    }));
  },
});
