import type { Category, Decision } from '../denial/decision.ts';
import type { PayerType } from '../payer/profile.ts';
import { isOwnTemplate } from './own-template.ts';

/** For which letters a template was written; '*' = any. */
export interface TemplateScope {
  /** `notice`: a letter that is no appeal, and never chosen for one. */
  readonly kind: 'appeal' | 'notice';
  readonly categories: readonly Category[] | '*';
  /** CARCs of the leading reason, and RARCs beside it. */
  readonly codes: readonly string[] | '*';
  /** Rules of the rulebook that chose the route. */
  readonly rules: readonly string[] | '*';
  readonly payerTypes: readonly PayerType[] | '*';
  readonly levels: readonly number[] | '*';
}

export interface LetterCase {
  readonly kind: TemplateScope['kind'];
  readonly category: Category;
  readonly codes: readonly string[];
  readonly ruleId: string | null;
  readonly payerType: PayerType;
  readonly level: number;
}

/** What the choice looks at of a denial. A second reason does not choose the letter of the first. */
export function letterCaseOf(
  denial: {
    readonly decision: Pick<Decision, 'category' | 'reasons' | 'ruleId'>;
    readonly payerType: PayerType;
    readonly level: number;
  },
  claimRemarks: readonly string[],
  kind: TemplateScope['kind'] = 'appeal',
): LetterCase {
  const { category, reasons, ruleId } = denial.decision;
  const leading = reasons[0]?.carc;
  const remarks = reasons.filter(({ carc }) => carc === leading).flatMap((reason) => reason.remarks);
  return {
    kind,
    category,
    codes: [...new Set([...(leading === undefined ? [] : [leading]), ...remarks, ...claimRemarks])],
    ruleId,
    payerType: denial.payerType,
    level: denial.level,
  };
}

export interface ChosenTemplate<T> {
  readonly template: T;
  /** Why this one, in a sentence for the biller. */
  readonly because: string;
}

/**
 * The template written most narrowly for this letter; null when none fits. A rule weighs more than a code, a code more
 * than a category, and that more than payer type and level; ties go to the organisation's own, then to the first by id.
 */
export function chooseTemplate<T extends TemplateScope & { readonly templateId: string }>(
  templates: readonly T[],
  letter: LetterCase,
): ChosenTemplate<T> | null {
  const [template] = templates
    .filter((each) => fits(each, letter))
    .sort(
      (a, b) =>
        narrowness(b) - narrowness(a) ||
        Number(isOwnTemplate(b.templateId)) - Number(isOwnTemplate(a.templateId)) ||
        (a.templateId < b.templateId ? -1 : 1),
    );
  return template === undefined ? null : { template, because: becauseOf(template, letter) };
}

function fits(template: TemplateScope, letter: LetterCase): boolean {
  return (
    template.kind === letter.kind &&
    (template.rules === '*' || (letter.ruleId !== null && template.rules.includes(letter.ruleId))) &&
    (template.codes === '*' || letter.codes.some((code) => template.codes.includes(code))) &&
    (template.categories === '*' || template.categories.includes(letter.category)) &&
    (template.payerTypes === '*' || template.payerTypes.includes(letter.payerType)) &&
    (template.levels === '*' || template.levels.includes(letter.level))
  );
}

function narrowness({ rules, codes, categories, payerTypes, levels }: TemplateScope): number {
  const weigh = (part: readonly unknown[] | '*', weight: number) => (part === '*' ? 0 : weight);
  return weigh(rules, 16) + weigh(codes, 8) + weigh(categories, 4) + weigh(payerTypes, 2) + weigh(levels, 1);
}

/** @example 'It is for code 186, at any payer.' */
function becauseOf(
  template: TemplateScope,
  { category, codes, ruleId, payerType, level }: LetterCase,
): string {
  const code = codes.find((each) => template.codes.includes(each));
  const reason =
    template.rules !== '*'
      ? `rule ${ruleId}`
      : template.codes !== '*'
        ? `code ${code}`
        : template.categories !== '*'
          ? `denials for ${category.replaceAll('_', ' ')}`
          : 'every denial that has no letter of its own';
  const payer = template.payerTypes === '*' ? '' : `, at payers of type ${payerType.replaceAll('_', ' ')}`;
  return `It is for ${reason}${payer}${template.levels === '*' ? '' : `, at level ${level}`}.`;
}
