import * as z from 'zod';
import { readDraft as read } from '../../../use-cases/read-letter.ts';
import { draftAnswer } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDraft = operation({
  id: 'readDraft',
  method: 'GET',
  path: '/api/denials/{denialId}/draft',
  summary: 'The passages a biller may write, what is written, and what is still missing',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: draftAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, draft, template }) => ({
      body: {
        denialId: denial.denialId,
        level: draft.level,
        number: draft.number,
        templateId: draft.templateId,
        title: template?.title ?? null,
        because: draft.because,
        editedBy: draft.editedBy,
        editedAt: draft.editedAt,
        requiredDocuments: template?.requiredDocuments ?? [],
        passages: (template?.passages ?? []).map((passage) => ({
          ...passage,
          text: draft.passages[passage.id] ?? null,
        })),
        missing: denial.candidate?.missing ?? [],
        candidateSha256: denial.candidate?.sha256 ?? null,
      },
      version: denial.version,
    }));
  },
});
