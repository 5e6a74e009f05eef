import type { components } from '../../../client/schema.d.ts';
import { CATEGORY_IN_WORDS } from './words.ts';

type Row = components['schemas']['QueueRow'];

/** The leading reason: what it means, its codes under it, and how many more there are. */
export function Reason({
  category,
  reason,
  remarks,
  otherReasons,
}: Pick<Row, 'category' | 'reason' | 'remarks' | 'otherReasons'>) {
  const codes = [reason, ...remarks].filter((code) => code !== '').join(' ');
  return (
    <span>
      {CATEGORY_IN_WORDS[category]} <span className="code quiet">{codes}</span>
      {otherReasons > 0 && <span className="quiet">{` +${otherReasons}`}</span>}
    </span>
  );
}
