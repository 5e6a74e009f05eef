import * as z from 'zod';
import { proposeCorrection as propose } from '../../../use-cases/propose-correction.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';
import { changesBody } from './confirm-correction.ts';

export const proposeCorrection = denialAct({
  id: 'proposeCorrection',
  method: 'POST',
  path: '/api/denials/{denialId}/correction/proposal',
  summary:
    'Asks another person for a correction by which more would be paid, with the place in the record that supports it',
  body: z.strictObject({ changes: changesBody, recordCitation: writtenReason }),
  problems: ['NOT_IN_THIS_STATE', 'CHANGE_REFUSED'],
  act: propose,
});
