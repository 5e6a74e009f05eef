import * as z from 'zod';
import { actorSchema } from '../../../core/denial/denial.ts';
import { type AuditEntry, listAudit as list } from '../../../use-cases/list-audit.ts';
import { cursorOf, cursorParameter, nextCursorAnswer } from '../cursor.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary:
    'Who changed what, who read what and who was refused on one day, the newest first; who is limited to some practices is told the changes in these alone',
  params: nothing,
  query: z.strictObject({
    day: z.iso.date().describe('In UTC').optional(),
    userId: z.string().min(1).max(200).optional(),
    act: z
      .string()
      .regex(/^[A-Za-z_]{1,60}$/)
      .optional(),
    result: z.enum(['read', 'refused', 'changed']).optional(),
    denialId: denialParams.shape.denialId.optional(),
    // An empty position is none that a table takes.
    cursor: cursorParameter,
  }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      day: z.iso.date().describe('In UTC; today where none is asked for'),
      entries: z
        .array(
          z.strictObject({
            at: z.iso.datetime(),
            actor: actorSchema,
            act: z.string().describe('What was asked for, or the type of the event'),
            result: z.enum(['read', 'refused', 'changed']),
            subject: z
              .string()
              .nullable()
              .describe('Denial, remittance, file, person or setting; null of a list'),
            reason: z.string().nullable().describe('Why it was refused, or what the person wrote'),
            version: z.int().positive().nullable().describe('Of the event'),
            hash: z.string().nullable().describe('Of the event, in its chain'),
          }),
        )
        .readonly(),
      accesses: z
        .boolean()
        .describe('Whether reads and refusals are among it: not for who is limited to some practices'),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { cursor = null, day: asked, ...filter } }) {
    const day = asked ?? ports.clock.now().slice(0, 10);
    const page = await list(ports, user, { ...filter, day, before: cursor });
    return outcomeOfRead(page, ({ entries, next, accesses }) => ({
      body: { day, entries: entries.map(entryView), accesses, cursor: cursorOf(next) },
    }));
  },
});

function entryView(shown: AuditEntry): object {
  if (shown.kind === 'change') {
    const { at, actor, type: act, denialId: subject, reason, version, hash } = shown.event;
    return { at, actor, act, result: 'changed', subject, reason, version, hash };
  }
  const { at, userId, operation: act, outcome, subject, reason } = shown.entry;
  const result = outcome === 'allowed' ? 'read' : 'refused';
  return { at, actor: { kind: 'user', userId }, act, result, subject, reason, version: null, hash: null };
}
