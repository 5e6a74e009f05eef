import { isLetterOrDigit } from '../x12/bytes.ts';
import { CANONICAL_COMPONENT } from '../x12/scan-segment.ts';
import type { Segment } from '../x12/segment.ts';
import type { Procedure } from './remittance.ts';

const MAX_COMPONENTS = 8;
const NO_MODIFIERS: readonly string[] = Object.freeze([]);
const componentStarts = new Int32Array(MAX_COMPONENTS + 1);

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
  if (separator === null) return { qualifier: '', code: segment.code(index), modifiers: NO_MODIFIERS };
  let components = 0;
  componentStarts[components++] = from;
  for (let i = from; i < to; i++) {
    if (bytes[i] !== separator) continue;
    bytes[i] = CANONICAL_COMPONENT;
    if (components < MAX_COMPONENTS) componentStarts[components++] = i + 1;
  }
  componentStarts[components] = to + 1;
  const component = (i: number) =>
    pool.codeOf(bytes, componentStarts[i] as number, (componentStarts[i + 1] as number) - 1);
  let modifiers: string[] | null = null;
  for (let i = 2; i < components && i < 6; i++) {
    const modifier = component(i);
    if (modifier === '') continue;
    if (modifiers === null) modifiers = [modifier];
    else modifiers.push(modifier);
  }
  return { qualifier: component(0), code: component(1), modifiers: modifiers ?? NO_MODIFIERS };
}
