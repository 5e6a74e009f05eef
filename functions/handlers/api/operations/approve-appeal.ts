import * as z from 'zod';
import { approveAppeal as approve } from '../../../use-cases/approve-appeal.ts';
import { denialAct } from '../denial-act.ts';

export const approveAppeal = denialAct({
  id: 'approveAppeal',
  method: 'POST',
  path: '/api/denials/{denialId}/approval',
  summary: 'Approves the stored letter of this SHA-256; it leaves after a hold of 30 seconds',
  body: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  problems: [
    'NOT_IN_THIS_STATE',
    'HASH_MISMATCH',
    'FACTS_CHANGED',
    'TEMPLATE_CHANGED',
    'STORED_BYTES_DIFFER',
    'LETTER_INCOMPLETE',
    'PREPARER_IS_APPROVER',
    'NOT_APPEALABLE',
  ],
  act: (ports, { sha256, ...request }) => approve(ports, { ...request, candidateSha256: sha256 }),
});
