import { dollars } from '../../../functions/core/money/dollars.ts';

/** Cents as dollars, in figures of one width. */
export function Money({ cents }: { cents: number }) {
  return <span className="money">{dollars(cents)}</span>;
}
