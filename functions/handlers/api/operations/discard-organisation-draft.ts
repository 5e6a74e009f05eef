import { nothing } from '../operation.ts';
import { discardsDraft } from '../settings-draft-act.ts';

export const discardOrganisationDraft = discardsDraft({
  id: 'discardOrganisationDraft',
  path: '/api/settings/organisation/draft',
  summary: 'Drops the draft about the organisation; what is in force stays',
  params: nothing,
  subjectOf: () => 'organisation',
});
