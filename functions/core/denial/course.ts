import type { CompiledRulebook } from '../rulebook/compile.ts';
import { holds } from '../rulebook/condition.ts';
import { firstThatHolds } from '../rulebook/match.ts';
import type { Appealable, Mechanism, Preventable, PreventedBy, RequiredDocument, Route } from './decision.ts';
import { closingOf, reasonInWords } from './explain.ts';
import type { Ruling, RulingStep } from './ruling.ts';

/** What follows where a reason takes its claim to a route. */
export interface Course {
  /** How a corrected claim goes out, by payer and by what the payer asked for. */
  readonly mechanism: Mechanism;
  /** null where nothing is corrected. */
  readonly mechanismStep: RulingStep | null;
  readonly appealable: Appealable;
  readonly appealableStep: RulingStep | null;
  readonly preventable: Preventable;
  readonly preventedBy: PreventedBy | null;
  /** Of a denial. */
  readonly documents: readonly RequiredDocument[];
  readonly reasonInWords: string;
  /** What the explanation says after the reasons, where the reason's own word stands. */
  readonly closing: string;
}

/** The course of a ruling on a route, its own or that of the claim. */
export function courseOf(ruling: Ruling, route: Route, rulebook: CompiledRulebook): Course {
  let course = ruling.courses.get(route);
  if (course === undefined) {
    course = plotted(ruling, route, rulebook);
    ruling.courses.set(route, course);
  }
  return course;
}

function plotted(ruling: Ruling, route: Route, rulebook: CompiledRulebook): Course {
  const { rules } = ruling;
  const circumstances = { ...ruling.circumstances, route };
  const mechanism = firstThatHolds(rules.mechanisms, circumstances);
  const appealable = firstThatHolds(rules.appealability, circumstances);
  const prevention = firstThatHolds(rules.prevention, circumstances);
  const advice = firstThatHolds(rules.advice, circumstances) ?? null;
  const corrects = mechanism !== undefined && mechanism.mechanism !== 'none';
  const mechanismStep = corrects ? stepOf(mechanism) : null;
  return {
    mechanism: mechanism?.mechanism ?? 'none',
    mechanismStep,
    appealable: appealable?.appealable ?? 'conditional',
    appealableStep: appealable === undefined ? null : stepOf(appealable),
    preventable: prevention?.preventable ?? 'sometimes',
    preventedBy: prevention?.preventedBy ?? null,
    documents: ruling.class === 'denial' ? documentsOf({ ...ruling, circumstances }, rulebook) : [],
    reasonInWords: reasonInWords(ruling, rulebook),
    closing: closingOf(ruling, ruling.says, advice, mechanismStep?.says ?? null, rulebook),
  };
}

function stepOf({ id, says, source }: { id: string; says: string; source: string }): RulingStep {
  return { rule: id, says, source };
}

/** The papers that the remarks name, then those of every rule that holds. */
function documentsOf(
  { circumstances, rules }: Pick<Ruling, 'circumstances' | 'rules'>,
  rulebook: CompiledRulebook,
): readonly RequiredDocument[] {
  const named = circumstances.remarks.flatMap((remark) => rulebook.rarcs.get(remark)?.document ?? []);
  const ruled = rules.documents.filter((rule) => holds(rule.condition, circumstances));
  return [...named, ...ruled.flatMap((rule) => rule.required)];
}
