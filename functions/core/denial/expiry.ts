import type { Denial } from './denial.ts';

/**
 * Why a denial may not be closed as expired on the day (yyyy-mm-dd), as a sentence; null where it may: the last day of
 * the clock that governs has passed by a rule of high confidence, and no other clock still runs.
 */
export function expiryRefusal({ deadlines }: Pick<Denial, 'deadlines'>, today: string): string | null {
  const governing = deadlines.filter(({ governs }) => governs);
  if (governing.length === 0 || governing.some(({ lastDay }) => lastDay === null)) {
    return 'No last day is known for this denial: configure its clock, or write it off.';
  }
  const weak = governing.find(({ confidence }) => confidence !== 'high');
  if (weak !== undefined) {
    return 'Its last day rests on a source that is not certain: check the contract or the payer’s manual, or write it off.';
  }
  const running = deadlines.filter(({ lastDay }) => lastDay !== null && lastDay >= today);
  const [first] = running.toSorted((a, b) => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1));
  return first === undefined
    ? null
    : `A clock still runs (${first.kind.replaceAll('_', ' ')}, last day ${first.lastDay}): work it, or write the denial off.`;
}
