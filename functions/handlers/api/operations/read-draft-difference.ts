import * as z from 'zod';
import { type DifferenceFrom, readDraftDifference as read } from '../../../use-cases/read-drafts.ts';
import { draftDifferenceAnswer } from '../answers/draft-answer.ts';
import { denialParams, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

const draftNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

export const readDraftDifference = operation({
  id: 'readDraftDifference',
  method: 'GET',
  path: '/api/denials/{denialId}/drafts/{number}/difference',
  summary:
    'What parts the letter of a draft from the template’s own words, another draft, or what was approved last',
  params: denialParams.extend({ number: draftNumber }),
  query: z.strictObject({
    from: z
      .string()
      .regex(/^(template|approved|draft:[1-9]\d{0,5})$/)
      .describe('`template`, `approved`, or `draft:` and a number'),
  }),
  body: z.unknown(),
  writes: false,
  answers: { 200: draftDifferenceAnswer },
  problems: ['NOT_YET'],
  async handle(ports, { user, params, query }) {
    const from = fromOf(query.from);
    const result = await read(ports, user, params.denialId, { number: params.number, from });
    return outcomeOfRead(result, ({ denial, number, fromNumber, lines }) => ({
      body: {
        denialId: denial.denialId,
        level: denial.level,
        from: from.kind,
        fromNumber,
        number,
        changedLines: lines.filter(({ kind }) => kind !== 'same').length,
        lines,
      },
      version: denial.version,
    }));
  },
});

function fromOf(text: string): DifferenceFrom {
  if (text === 'template' || text === 'approved') return { kind: text };
  return { kind: 'draft', number: Number(text.slice('draft:'.length)) };
}
