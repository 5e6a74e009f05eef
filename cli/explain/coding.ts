import type { CodingFinding } from '../../functions/core/coding/finding.ts';
import type { CodingReview } from '../../functions/use-cases/find-coding-errors.ts';
import { Page } from './page.ts';

/** What was looked for on the claim as sent; null = nobody gave the claims. */
export type CodingTold =
  | { readonly kind: 'reviewed'; readonly review: CodingReview }
  | { readonly kind: 'not_found'; readonly says: string };

/** What looks wrong on the claim as sent: told below the decision, which does not depend on it. */
export function codingText(told: CodingTold, width: number): string {
  const page = new Page(width);
  page.heading('What looks wrong on the claim as sent');
  if (told.kind === 'not_found') page.paragraph(told.says);
  else writeReview(page, told.review);
  return page.toString();
}

function writeReview(page: Page, { findings, releases, notLoaded }: CodingReview): void {
  if (findings.length === 0) page.paragraph('Nothing was found.');
  for (const finding of findings) writeFinding(page, finding);
  page.gap();
  const by = releases.map(
    ({ table, name, isExcerpt }) => `${table} ${name}${isExcerpt ? ' (an excerpt)' : ''}`,
  );
  if (by.length > 0) page.aside(`Looked up in ${by.join(', ')}.`);
  if (releases.some(({ isExcerpt }) => isExcerpt))
    page.aside('Of an excerpt, silence says nothing: a diagnosis that is not in it was not looked at.');
  if (notLoaded.length > 0)
    page.aside(`Not loaded, so not looked up: ${notLoaded.join(', ')} (overturn tables load).`);
  if (findings.length > 0) page.aside('These are hints for a person: they change no route.');
}

function writeFinding(page: Page, finding: CodingFinding): void {
  const { line, place, severity, confidence, says, correction, raisesPayment, rule, source } = finding;
  const where = line === null ? 'Claim' : `Line ${line}`;
  const mark = severity === 'wrong' ? '✗' : '?';
  page.item(mark, `${where}: ${says}`, 2);
  page.item('→', correction, 2, 4);
  if (raisesPayment !== null) {
    page.item(
      '!',
      `${raisesPayment.because} Cite the record, and have a second person look before it is sent.`,
      2,
      4,
    );
  }
  page.aside(`${rule}, ${place.loop} ${place.element}, confidence ${confidence}; ${source}`, 6);
}
