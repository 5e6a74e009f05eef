import * as z from 'zod';
import { recordPeerToPeer as record } from '../../../use-cases/record-peer-to-peer.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const recordPeerToPeer = operation({
  id: 'recordPeerToPeer',
  method: 'POST',
  path: '/api/denials/{denialId}/peer-to-peer',
  summary: 'A peer-to-peer talk took place: when, under which call number, and whether the payer gave in',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    heldOn: z.iso.date(),
    result: z.enum(['overturned', 'upheld']),
    reference: z.string().trim().min(1).max(80),
    note: writtenReason.nullable().default(null),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await record(ports, { user, ...params, expectedVersion, ...body }));
  },
});
