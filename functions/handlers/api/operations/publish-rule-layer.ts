import { nothing } from '../operation.ts';
import { publishesDraft } from '../settings-draft-act.ts';

export const publishRuleLayer = publishesDraft({
  id: 'publishRuleLayer',
  path: '/api/settings/rule-layer/publication',
  summary:
    'Puts the draft of the rule layer in force, by somebody who did not write in it; decisions made before stay as they are',
  params: nothing,
  subjectOf: () => 'rule-layer',
});
