import * as z from 'zod';
import { readLatestDraft as read } from '../../../use-cases/read-drafts.ts';
import { latestDraftAnswer } from '../answers/draft-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readDraft = operation({
  id: 'readDraft',
  method: 'GET',
  path: '/api/denials/{denialId}/draft',
  summary:
    'What a biller may write, add and choose, what is written, what is still missing, and what changed since',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: latestDraftAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(
      await read(ports, user, params.denialId),
      ({ denial, draft, template, changedSince }) => ({
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
          facts: draft.facts,
          enclosures: draft.enclosures,
          goesWithout: draft.goesWithout,
          changedSince,
          missing: denial.candidate?.missing ?? [],
          candidateSha256: denial.candidate?.sha256 ?? null,
        },
        version: denial.version,
      }),
    );
  },
});
