import * as z from 'zod';
import { recordPeerToPeer as record } from '../../../use-cases/record-peer-to-peer.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const recordPeerToPeer = denialAct({
  id: 'recordPeerToPeer',
  method: 'POST',
  path: '/api/denials/{denialId}/peer-to-peer',
  summary: 'A peer-to-peer talk took place: when, under which call number, and whether the payer gave in',
  body: z.strictObject({
    heldOn: z.iso.date(),
    result: z.enum(['overturned', 'upheld']),
    reference: z.string().trim().min(1).max(80),
    note: writtenReason.nullable().default(null),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: record,
});
