import carc from '../../rulebook/codes/carc.json' with { type: 'json' };
import rarc from '../../rulebook/codes/rarc.json' with { type: 'json' };
import rulebook from '../../rulebook/rulebook.json' with { type: 'json' };
import advice from '../../rulebook/rules/advice.json' with { type: 'json' };
import appealability from '../../rulebook/rules/appealability.json' with { type: 'json' };
import choices from '../../rulebook/rules/choices.json' with { type: 'json' };
import classes from '../../rulebook/rules/classes.json' with { type: 'json' };
import conflicts from '../../rulebook/rules/conflicts.json' with { type: 'json' };
import documents from '../../rulebook/rules/documents.json' with { type: 'json' };
import groups from '../../rulebook/rules/groups.json' with { type: 'json' };
import holds from '../../rulebook/rules/holds.json' with { type: 'json' };
import leadingReasons from '../../rulebook/rules/leading-reasons.json' with { type: 'json' };
import mechanisms from '../../rulebook/rules/mechanisms.json' with { type: 'json' };
import payerTypes from '../../rulebook/rules/payer-types.json' with { type: 'json' };
import prevention from '../../rulebook/rules/prevention.json' with { type: 'json' };
import remarkMatrix from '../../rulebook/rules/remark-matrix.json' with { type: 'json' };
import remarkNeeded from '../../rulebook/rules/remark-needed.json' with { type: 'json' };
import remarkOrder from '../../rulebook/rules/remark-order.json' with { type: 'json' };
import remarkUse from '../../rulebook/rules/remark-use.json' with { type: 'json' };
import reversals from '../../rulebook/rules/reversals.json' with { type: 'json' };
import rights from '../../rulebook/rules/rights.json' with { type: 'json' };
import safety from '../../rulebook/rules/safety.json' with { type: 'json' };
import statusGates from '../../rulebook/rules/status-gates.json' with { type: 'json' };
import suspects from '../../rulebook/rules/suspects.json' with { type: 'json' };
import { type CompiledRulebook, prepareRulebook } from '../core/rulebook/compile.ts';
import type { RulebookData } from '../core/rulebook/schema.ts';

const shipped: unknown = {
  rulebook,
  carc,
  rarc,
  statusGates,
  reversals,
  holds,
  classes,
  suspects,
  rights,
  choices,
  remarkNeeded,
  remarkUse,
  remarkOrder,
  remarkMatrix,
  payerTypes,
  safety,
  leadingReasons,
  conflicts,
  mechanisms,
  appealability,
  advice,
  prevention,
  documents,
  groups,
};

let prepared: CompiledRulebook | undefined;

/** The rulebook of this release as data, for an organisation's layer to stand on. */
export function bundledRulebookData(): RulebookData {
  return shipped as RulebookData;
}

/** The rulebook of this release, prepared once a process. */
export function bundledRulebook(): CompiledRulebook {
  // The tests hold the shipped files to the schema, so a cold start need not check them again.
  prepared ??= prepareRulebook(shipped as RulebookData);
  return prepared;
}
