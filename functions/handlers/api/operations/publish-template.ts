import { publishesDraft } from '../settings-draft-act.ts';
import { templateParams } from '../settings-view.ts';

export const publishTemplate = publishesDraft({
  id: 'publishTemplate',
  path: '/api/settings/templates/{templateId}/publication',
  summary: 'Puts the draft of a letter template in force, by somebody who did not write in it',
  params: templateParams,
  subjectOf: ({ templateId }) => `template/${templateId}`,
});
