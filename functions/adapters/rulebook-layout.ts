import type { RulebookData } from '../core/rulebook/schema.ts';

/** Where each part of the rulebook lies beneath `rulebook/`. */
export const RULEBOOK_FILES: { readonly [part in keyof RulebookData]: string } = {
  rulebook: 'rulebook.json',
  carc: 'codes/carc.json',
  rarc: 'codes/rarc.json',
  statusGates: 'rules/status-gates.json',
  reversals: 'rules/reversals.json',
  holds: 'rules/holds.json',
  classes: 'rules/classes.json',
  suspects: 'rules/suspects.json',
  rights: 'rules/rights.json',
  choices: 'rules/choices.json',
  remarkNeeded: 'rules/remark-needed.json',
  remarkUse: 'rules/remark-use.json',
  remarkOrder: 'rules/remark-order.json',
  remarkMatrix: 'rules/remark-matrix.json',
  payerTypes: 'rules/payer-types.json',
  safety: 'rules/safety.json',
  leadingReasons: 'rules/leading-reasons.json',
  conflicts: 'rules/conflicts.json',
  mechanisms: 'rules/mechanisms.json',
  appealability: 'rules/appealability.json',
  advice: 'rules/advice.json',
  prevention: 'rules/prevention.json',
  documents: 'rules/documents.json',
  groups: 'rules/groups.json',
};
