import * as z from 'zod';
import { FILING_CHANNELS, recordFiling as record } from '../../../use-cases/record-filing.ts';
import { denialAct } from '../denial-act.ts';

export const recordFiling = denialAct({
  id: 'recordFiling',
  method: 'POST',
  path: '/api/denials/{denialId}/filing',
  summary:
    'The appeal of this level was filed by form, portal or counsel: how, under which reference, on which day',
  body: z.strictObject({
    channel: z.enum(FILING_CHANNELS),
    reference: z.string().trim().min(1).max(80),
    sentOn: z.iso.date(),
  }),
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: record,
});
