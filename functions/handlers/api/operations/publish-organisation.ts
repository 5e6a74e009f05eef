import { nothing } from '../operation.ts';
import { publishesDraft } from '../settings-draft-act.ts';

export const publishOrganisation = publishesDraft({
  id: 'publishOrganisation',
  path: '/api/settings/organisation/publication',
  summary:
    'Puts the draft about the organisation in force, by somebody who did not write in it; write-offs that are asked for already keep the limit they were asked under',
  params: nothing,
  subjectOf: () => 'organisation',
});
