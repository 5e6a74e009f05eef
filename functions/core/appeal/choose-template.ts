import type { Category } from '../denial/decision.ts';
import type { PayerType } from '../payer/profile.ts';

/** For which appeals a template was written; '*' = any. */
export interface TemplateScope {
  readonly categories: readonly Category[] | '*';
  readonly payerTypes: readonly PayerType[] | '*';
  readonly levels: readonly number[] | '*';
}

/** The template written most narrowly for this appeal; null when none fits. Ties go to the first by id. */
export function chooseTemplate<T extends TemplateScope & { readonly templateId: string }>(
  templates: readonly T[],
  appeal: { readonly category: Category; readonly payerType: PayerType; readonly level: number },
): T | null {
  const fitting = templates.filter(
    (t) =>
      (t.categories === '*' || t.categories.includes(appeal.category)) &&
      (t.payerTypes === '*' || t.payerTypes.includes(appeal.payerType)) &&
      (t.levels === '*' || t.levels.includes(appeal.level)),
  );
  return (
    fitting.sort((a, b) => narrowness(b) - narrowness(a) || (a.templateId < b.templateId ? -1 : 1))[0] ?? null
  );
}

function narrowness(scope: TemplateScope): number {
  return [scope.categories, scope.payerTypes, scope.levels].filter((part) => part !== '*').length;
}
