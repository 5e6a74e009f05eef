import type { Appealable, Category, DecisionClass, Mechanism, Route } from '../denial/decision.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import type { ClockRule } from './rule.ts';

/** What decides which clocks of a payer type run for one claim. */
export interface ClockSituation {
  readonly class: DecisionClass;
  readonly route: Route;
  readonly mechanism: Mechanism;
  readonly category: Category;
  readonly appealable: Appealable;
  /** null = not known; then the clocks of both sides are listed. */
  readonly network: 'in' | 'out' | null;
  readonly hasRemark: (remarks: readonly string[]) => boolean;
}

/** The rules that apply, in the order of the data. A hold has its follow-up only; what is no denial work has none. */
export function clocksThatApply(
  rules: readonly ClockRule[],
  situation: ClockSituation,
): readonly ClockRule[] {
  if (situation.class === 'hold') return rules.filter((rule) => rule.kind === 'follow_up');
  if (situation.route === 'not_a_denial') return [];
  return rules.filter((rule) => meets(rule, situation));
}

function meets(rule: ClockRule, situation: ClockSituation): boolean {
  const { when, opens } = rule;
  // A further level of a contract waits for the decision before it.
  if (opens === 'later') return false;
  if (when.network !== undefined && !when.network.includes(situation.network ?? 'unknown')) return false;
  if (when.mechanisms !== undefined && !when.mechanisms.includes(situation.mechanism)) return false;
  if (when.categories !== undefined && !when.categories.includes(situation.category)) return false;
  if (when.exceptCategories?.includes(situation.category) === true) return false;
  if (when.remarks !== undefined) return situation.hasRemark(when.remarks);
  if (when.routes !== undefined) return when.routes.includes(situation.route);
  return kindMayRun(rule.kind, situation);
}

// N939: peer-to-peer available. N432: recovery audit. N469: section 935 rights of appeal and recoupment.
const PEER_TO_PEER_OFFERED = ['N939'];
const OVERPAYMENT = ['N432', 'N469'];

function kindMayRun(kind: DeadlineKind, situation: ClockSituation): boolean {
  const { route, mechanism, category, appealable } = situation;
  switch (kind) {
    case 'appeal':
    case 'dispute':
    case 'external_review':
      return appealable !== 'no';
    case 'peer_to_peer':
      return (
        situation.hasRemark(PEER_TO_PEER_OFFERED) ||
        (appealable !== 'no' && (category === 'medical_necessity' || category === 'prior_authorization'))
      );
    case 'stop_recoupment':
      return situation.hasRemark(OVERPAYMENT);
    case 'open_negotiation':
    case 'dispute_resolution':
      // Federal law, whose rule names the remarks that open it.
      return false;
    case 'corrected_claim':
    case 'reopening':
      // Nothing was adjudicated, or the payer wants a claim of its own: there is nothing to correct or reopen.
      return mechanism !== 'new_claim';
    case 'claim_filing':
      if (route === 'bill_other_payer') return false;
      return (
        mechanism === 'new_claim' ||
        mechanism === 'void_and_new' ||
        category === 'timely_filing' ||
        route === 'review' ||
        (route === 'correct_resubmit' && mechanism === 'none')
      );
    case 'records':
      return route === 'documentation' || category === 'documentation';
    case 'follow_up':
      return false;
  }
}

/**
 * Which of the listed clocks governs: of those the route consumes the earliest to send by, an undated one only
 * where none has a date, one that yields only where nothing else is left, and one the route does not consume only
 * where it consumes none that is listed. -1 where nothing is listed.
 */
export function governingClock(
  listed: readonly { readonly rule: ClockRule; readonly deadline: Deadline }[],
  route: Route,
  mechanism: Mechanism,
): number {
  const kinds = kindsConsumedBy(route, mechanism);
  let best = -1;
  let bestRank = '';
  for (const [index, { rule, deadline }] of listed.entries()) {
    const outside = kinds !== 'all' && !kinds.includes(rule.kind);
    const rank = `${outside ? 1 : 0}${rule.yields ? 1 : 0}${deadline.sendBy ?? '9999-99-99'}`;
    if (best === -1 || rank < bestRank) {
      best = index;
      bestRank = rank;
    }
  }
  return best;
}

function kindsConsumedBy(route: Route, mechanism: Mechanism): readonly DeadlineKind[] | 'all' {
  switch (route) {
    case 'correct_resubmit':
      return kindsOfCorrection(mechanism);
    case 'documentation':
      return ['records'];
    case 'appeal':
      return ['appeal', 'dispute'];
    case 'bill_other_payer':
      return ['claim_filing'];
    case 'not_a_denial':
      return ['follow_up'];
    case 'review':
    // These two use no clock of the payer, but a person must decide before the first remedy lapses.
    case 'patient_responsibility':
    case 'write_off':
      return 'all';
  }
}

/** The clocks of a corrected claim, by how it goes out. */
export function kindsOfCorrection(mechanism: Mechanism): readonly DeadlineKind[] {
  switch (mechanism) {
    case 'new_claim':
      return ['claim_filing'];
    case 'void_and_new':
      return ['claim_filing', 'corrected_claim'];
    case 'replacement':
    case 'adjustment':
      return ['corrected_claim'];
    case 'reopening':
      return ['reopening'];
    case 'none':
      return ['corrected_claim', 'reopening', 'claim_filing'];
  }
}
