import { nothing } from '../operation.ts';
import { discardsDraft } from '../settings-draft-act.ts';

export const discardRuleLayerDraft = discardsDraft({
  id: 'discardRuleLayerDraft',
  path: '/api/settings/rule-layer/draft',
  summary: 'Drops the draft of the rule layer; what is in force stays',
  params: nothing,
  subjectOf: () => 'rule-layer',
});
