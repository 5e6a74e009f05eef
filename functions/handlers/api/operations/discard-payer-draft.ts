import { discardsDraft } from '../settings-draft-act.ts';
import { payerParams } from '../settings-view.ts';

export const discardPayerDraft = discardsDraft({
  id: 'discardPayerDraft',
  path: '/api/settings/payers/{payer}/draft',
  summary: 'Drops the draft about a payer; what is in force stays',
  params: payerParams,
  subjectOf: ({ payer }) => `payer/${payer}`,
});
