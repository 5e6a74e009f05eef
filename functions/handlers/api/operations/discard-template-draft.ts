import { discardsDraft } from '../settings-draft-act.ts';
import { templateParams } from '../settings-view.ts';

export const discardTemplateDraft = discardsDraft({
  id: 'discardTemplateDraft',
  path: '/api/settings/templates/{templateId}/draft',
  summary: 'Drops the draft of a letter template; what is in force stays',
  params: templateParams,
  subjectOf: ({ templateId }) => `template/${templateId}`,
});
