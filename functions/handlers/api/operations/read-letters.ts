import * as z from 'zod';
import { readLetters as read } from '../../../use-cases/read-letters.ts';
import { lettersAnswer } from '../answers/letter-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const readLetters = operation({
  id: 'readLetters',
  method: 'GET',
  path: '/api/denials/{denialId}/letters',
  summary: 'Which letter an appeal would be, and why, or why there is none; and the letter that is no appeal',
  params: denialParams,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: lettersAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.denialId), ({ denial, appeal, notice }) => ({
      body: {
        denialId: denial.denialId,
        appeal: appeal.kind === 'open' ? shown(appeal) : null,
        noAppealBecause: appeal.kind === 'open' ? null : appeal.sentence,
        notice: notice === null ? null : { ...shown(notice), missing: notice.missing, markup: notice.markup },
      },
      version: denial.version,
    }));
  },
});

function shown({
  template: { templateId, title, requiredDocuments },
  because,
}: {
  readonly template: {
    readonly templateId: string;
    readonly title: string;
    readonly requiredDocuments: readonly string[];
  };
  readonly because: string;
}) {
  return { templateId, title, because, requiredDocuments };
}
