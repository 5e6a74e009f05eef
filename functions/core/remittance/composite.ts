import { isLetterOrDigit } from '../x12/bytes.ts';
import { CANONICAL_COMPONENT } from '../x12/scan-segment.ts';
import type { Segment } from '../x12/segment.ts';
import { grown, NOTHING } from './grown-list.ts';
import type { Procedure } from './remittance.ts';

const MOST_MODIFIERS = 4;

/**
 * The component separator that an element really uses. Some files declare `>` and write `:`; files without an ISA
 * declare none. Qualifiers and reason codes have two characters, so the third byte tells.
 */
export function componentSeparatorOf(
  segment: Segment,
  index: number,
  declared: number | null,
): number | null {
  const { bytes } = segment;
  const from = segment.from(index);
  const to = segment.to(index);
  if (declared !== null) {
    for (let i = from; i < to; i++) if (bytes[i] === declared) return declared;
  }
  const third = bytes[from + 2] as number;
  const separates = to - from > 3 && third !== 0x20 && third < 0x80 && !isLetterOrDigit(third);
  return separates && third !== 0x2d && third !== 0x2e ? third : null;
}

/**
 * SVC01 or SVC06 as a procedure; null when empty. Its separators become the canonical one, so that the identity of
 * a remittance does not depend on them (ADR-0003). A code without qualifier is kept as it is, as are glued modifiers.
 */
export function procedureAt(segment: Segment, index: number, declared: number | null): Procedure | null {
  const from = segment.from(index);
  const to = segment.to(index);
  if (from === to) return null;
  const { bytes, pool } = segment;
  const separator = componentSeparatorOf(segment, index, declared);
  if (separator === null) return { qualifier: '', code: segment.code(index), modifiers: NOTHING };
  let qualifier = '';
  let code = '';
  let modifiers: readonly string[] = NOTHING;
  let start = from;
  for (let component = 0; start <= to; component++) {
    let end = start;
    while (end < to && bytes[end] !== separator) end++;
    if (end < to) bytes[end] = CANONICAL_COMPONENT;
    if (component === 0) qualifier = pool.codeOf(bytes, start, end);
    else if (component === 1) code = pool.codeOf(bytes, start, end);
    else if (component < 2 + MOST_MODIFIERS && end > start) {
      const modifier = pool.codeOf(bytes, start, end);
      if (modifier !== '') modifiers = grown(modifiers, modifier);
    }
    start = end + 1;
  }
  return { qualifier, code, modifiers };
}
