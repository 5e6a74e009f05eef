import * as z from 'zod';
import { canonicalJson } from '../audit/event.ts';
import { factInWords } from './fact-words.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a letter was made from, so that it can be told later what is another now. Stored beside the letter. */
export const letterBasisSchema = z.strictObject({
  /** The letter's text, in the dialect of letters. */
  markup: z.string(),
  /** The day that it bears. */
  datedOn: z.iso.date(),
  /** The facts as they were; of a form that a later release may not have. */
  facts: z.record(z.string(), z.json()),
  templateId: z.string(),
  templateSha256: sha256,
  /** What went along, in its order. */
  enclosures: z.array(z.strictObject({ sha256, name: z.string() })),
  /** The payer's decisions about the claim that were on file. */
  adjudications: z.array(z.string()),
});
export type LetterBasis = z.infer<typeof letterBasisSchema>;

/** As far as it can change by itself: the text follows from it, and the day. */
export type LetterStanding = Omit<LetterBasis, 'markup' | 'datedOn'>;

/**
 * What of a letter's basis is another now, in words without values; none where all still stands.
 *
 * @example
 * changesSince(basis, standing) // ['the payer’s address for appeals', 'the amount paid on line 2']
 */
export function changesSince(basis: LetterStanding, now: LetterStanding): readonly string[] {
  const facts = pathsThatDiffer(basis.facts, now.facts, '').map(factInWords);
  return [
    ...new Set(facts),
    ...(basis.templateId === now.templateId && basis.templateSha256 === now.templateSha256
      ? []
      : ['the template of the letter, or the law that it cites']),
    ...enclosureChanges(basis.enclosures, now.enclosures),
    ...(now.adjudications.some((id) => !basis.adjudications.includes(id))
      ? ['a further decision of the payer about this claim, in another remittance']
      : []),
  ];
}

/**
 * A list of changes as one sentence.
 *
 * @example
 * changedInWords(['the fax', 'the address']) // 'Changed since the letter was made: the fax; the address.'
 */
export function changedInWords(changes: readonly string[]): string {
  const most = 6;
  const named = changes.slice(0, most).join('; ');
  const rest = changes.length > most ? `; and ${changes.length - most} more` : '';
  return `Changed since the letter was made: ${named}${rest}.`;
}

/** That an approval does not stand, and why, for whoever approves next. */
export function sayVoided(because: readonly string[]): string {
  return `The approval is void, and nothing was sent. ${changedInWords(because)}`;
}

function enclosureChanges(
  before: LetterBasis['enclosures'],
  now: LetterBasis['enclosures'],
): readonly string[] {
  const has = (list: LetterBasis['enclosures'], sha: string) => list.some((each) => each.sha256 === sha);
  const added = now.filter((each) => !has(before, each.sha256)).length;
  const gone = before.filter((each) => !has(now, each.sha256)).length;
  const changes = [
    ...(added === 0 ? [] : [`${count(added)} added to the enclosures`]),
    ...(gone === 0 ? [] : [`${count(gone)} taken off the enclosures`]),
  ];
  if (changes.length > 0 || canonicalJson(before) === canonicalJson(now)) return changes;
  return ['the order or the names of the enclosures'];
}

function count(documents: number): string {
  return documents === 1 ? 'a document' : `${documents} documents`;
}

/** The paths of values that differ; of what one side lacks, the path of the whole. */
function pathsThatDiffer(before: unknown, now: unknown, path: string): readonly string[] {
  if (Array.isArray(before) && Array.isArray(now)) {
    if (before.length !== now.length) return [path];
    return before.flatMap((each, at) => pathsThatDiffer(each, now[at], `${path}[${at}]`));
  }
  if (isObject(before) && isObject(now)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...keys]
      .toSorted()
      .flatMap((key) => pathsThatDiffer(before[key], now[key], path === '' ? key : `${path}.${key}`));
  }
  return canonicalJson(before ?? null) === canonicalJson(now ?? null) ? [] : [path];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
