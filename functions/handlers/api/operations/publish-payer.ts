import { publishesDraft } from '../settings-draft-act.ts';
import { payerParams } from '../settings-view.ts';

export const publishPayer = publishesDraft({
  id: 'publishPayer',
  path: '/api/settings/payers/{payer}/publication',
  summary:
    'Puts the draft about a payer in force, by somebody who did not write in it; the sweep then counts the clocks of open denials anew',
  params: payerParams,
  subjectOf: ({ payer }) => `payer/${payer}`,
});
