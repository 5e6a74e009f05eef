import * as z from 'zod';
import { type Verified, verifyAudit as verify } from '../../../use-cases/verify-audit.ts';
import { type DayVerified, verifyDay } from '../../../use-cases/verify-day.ts';
import { named } from '../components.ts';
import { cursorOf, cursorParameter, nextCursorAnswer } from '../cursor.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

const MOST_AT_ONCE = 100;

const dayAnswer = named(
  'DayVerified',
  z.strictObject({
    day: z.iso.date().describe('Of the organisation’s calendar'),
    root: z.string(),
    isRootSound: z
      .boolean()
      .describe('Whether the kept text hashes to the root and names that of the day before'),
    checked: z.int().nonnegative().describe('Denials looked at in this page'),
    findings: z
      .array(
        z.strictObject({
          denialId: z.string(),
          kind: z.enum(['changed', 'removed', 'added']),
          version: z.int().positive().describe('Of the first event that is not as the root says'),
        }),
      )
      .readonly(),
    cursor: nextCursorAnswer,
  }),
);

function dayView({ root: { day, root }, isRootSound, checked, findings, next }: DayVerified): object {
  return { day, root, isRootSound, checked, findings, cursor: cursorOf(next) };
}

export const verifyAudit = operation({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verification',
  summary:
    'Hashes the events of up to 100 denials anew, or holds those of a day to its root, 500 denials at a time: whether each chain is whole, or the first event that is missing, was changed or was added',
  params: nothing,
  query: nothing,
  body: z.union([
    z.strictObject({ denialIds: z.array(denialParams.shape.denialId).min(1).max(MOST_AT_ONCE) }),
    z.strictObject({ day: z.iso.date(), cursor: cursorParameter }),
  ]),
  writes: false,
  asks: true,
  answers: {
    200: z.strictObject({
      results: z
        .array(
          z.strictObject({
            denialId: z.string(),
            outcome: z.enum(['intact', 'broken', 'refused', 'unknown']),
            events: z.int().nonnegative().nullable(),
            lastHash: z.string().nullable().describe('To compare with a copy kept elsewhere'),
            code: z.string().nullable(),
            sentence: z.string().nullable(),
            brokenAt: z.int().positive().nullable().describe('Version of the first bad event'),
          }),
        )
        .readonly(),
      day: dayAnswer.nullable().describe('Null where denials were asked for'),
    }),
  },
  problems: ['NOT_FOUND'],
  async handle(ports, { user, body }) {
    if ('day' in body) {
      const verified = await verifyDay(ports, user, body.day, body.cursor ?? null);
      return outcomeOfRead(verified, (value) => ({ body: { results: [], day: dayView(value) } }));
    }
    const results = await verify(ports, user, body.denialIds);
    const view = results.map(({ denialId, result }) => ({ denialId, ...verifiedView(result) }));
    return { kind: 'answer', answer: { status: 200, body: { results: view, day: null } } };
  },
});

function verifiedView(result: Verified): object {
  const nothingTold = { events: null, lastHash: null, brokenAt: null, code: null, sentence: null };
  switch (result.kind) {
    case 'intact':
      return { ...nothingTold, outcome: 'intact', events: result.events, lastHash: result.lastHash };
    case 'broken':
      return {
        ...nothingTold,
        outcome: 'broken',
        events: result.events,
        brokenAt: result.version,
        sentence: 'An event is missing or was changed: keep what there is, and call who runs the system.',
      };
    case 'forbidden':
      return { ...nothingTold, outcome: 'refused', code: 'FORBIDDEN', sentence: result.reason };
    case 'unknown':
      return {
        ...nothingTold,
        outcome: 'unknown',
        code: 'NOT_FOUND',
        sentence: 'There is no such denial.',
      };
  }
}
