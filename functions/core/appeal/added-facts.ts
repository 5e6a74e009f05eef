import type { AddedFact } from '../denial/denial.ts';
import type { ChosenEnclosure } from './enclosures.ts';
import { factInWords } from './fact-words.ts';
import type { AppealFacts } from './facts.ts';
import { problemOfText } from './passages.ts';

export const MOST_ADDED_FACTS = 20;
export const LONGEST_STATEMENT = 600;

/** A fact that a biller added, as the letter shows it. */
export interface StatedFact {
  readonly statement: string;
  /** "Encl. 2, p. 3", or the record that a field comes from. */
  readonly source: string;
}

/** What is wrong with the facts that a biller adds, in words: none goes into a letter without a source that is there. */
export function checkAddedFacts(
  added: readonly AddedFact[],
  facts: AppealFacts,
  enclosures: readonly ChosenEnclosure[],
): readonly { readonly at: number; readonly problem: string }[] {
  return added.flatMap((fact, at) => {
    const problem = problemOf(fact, facts, enclosures);
    return problem === null ? [] : [{ at, problem }];
  });
}

/**
 * The facts with their sources in words. One whose enclosure does not go along any more says so by a hole, which blocks
 * approval.
 *
 * @example
 * statedFacts([{ statement: 'The MRI shows …', source: { kind: 'enclosure', sha256, page: 3 } }], enclosures)
 * // [{ statement: 'The MRI shows …', source: 'Encl. 2, p. 3' }]
 */
export function statedFacts(
  added: readonly AddedFact[],
  enclosures: readonly ChosenEnclosure[],
): readonly StatedFact[] {
  return added.map(({ statement, source }) => {
    if (source.kind === 'field')
      return { statement, source: `${recordOf(source.field)}: ${factInWords(source.field)}` };
    const enclosure = enclosures.find(({ document }) => document.sha256 === source.sha256);
    return {
      statement,
      source:
        enclosure === undefined
          ? '⟦MISSING: the enclosure that shows this⟧'
          : `Encl. ${enclosure.number}, p. ${source.page}`,
    };
  });
}

function problemOf(
  { statement, source }: AddedFact,
  facts: AppealFacts,
  enclosures: readonly ChosenEnclosure[],
): string | null {
  if (statement.trim() === '') return 'A fact says something.';
  const wrong = problemOfText(statement, LONGEST_STATEMENT);
  if (wrong !== null) return wrong;
  if (source.kind === 'field') {
    const value = valueAt(facts, source.field);
    return value === null || typeof value === 'object'
      ? 'A fact needs a source: no such field of this letter is known.'
      : null;
  }
  const enclosure = enclosures.find(({ document }) => document.sha256 === source.sha256);
  if (enclosure === undefined) return 'A fact needs a source: that document does not go along.';
  const pages = enclosure.document.clean?.pageCount ?? null;
  return pages !== null && source.page > pages
    ? `Enclosure ${enclosure.number} has ${pages} ${pages === 1 ? 'page' : 'pages'}: there is no page ${source.page}.`
    : null;
}

/** The value at a path such as "decision.lines[1].paidCents"; null where there is none. */
function valueAt(facts: AppealFacts, path: string): unknown {
  const steps = path.split(/[.[\]]/).filter((step) => step !== '');
  const found = steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : null,
    facts,
  );
  return found ?? null;
}

const RECORDS: { readonly [part: string]: string } = {
  remittance: 'remittance',
  decision: 'remittance',
  stated: 'remittance',
  member: 'claim and remittance',
  claim: 'claim and remittance',
  payer: 'payer registry',
  practice: 'settings of the practice',
};

function recordOf(field: string): string {
  return RECORDS[field.split(/[.[]/)[0] ?? ''] ?? 'record of this appeal';
}
