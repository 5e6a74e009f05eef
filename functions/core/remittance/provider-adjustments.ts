import { isLetterOrDigit } from '../x12/bytes.ts';
import { CANONICAL_COMPONENT } from '../x12/scan-segment.ts';
import type { Segment } from '../x12/segment.ts';
import { componentSeparatorOf } from './composite.ts';
import type { ProviderAdjustment } from './remittance.ts';
import type { Tally } from './tally.ts';

/**
 * All adjustments of one PLB. As a rule these are pairs of reason:reference and amount from PLB03 on; some payers
 * send reason, reference and amount as three elements, which is tried where pairs make no sense.
 * A number that cannot be read is left in `segment.badNumberAt`; a pair without reason or amount is kept, and counted.
 */
export function providerAdjustmentsOf(
  segment: Segment,
  declared: number | null,
  incomplete: Tally,
): ProviderAdjustment[] {
  const providerId = segment.text(1);
  const adjustments: ProviderAdjustment[] = [];
  if (!arePairs(segment, declared) && areTriples(segment)) {
    for (let at = 3; at < segment.elements; at += 3) {
      const reason = segment.code(at);
      adjustments.push({
        providerId,
        reason,
        reference: segment.text(at + 1),
        amountCents: segment.cents(at + 2),
      });
    }
    return adjustments;
  }
  for (let at = 3; at < segment.elements; at += 2) {
    if (segment.isEmpty(at) && segment.isEmpty(at + 1)) continue;
    if (segment.isEmpty(at) || segment.isEmpty(at + 1)) incomplete.add(segment);
    adjustments.push({
      providerId,
      ...reasonAndReference(segment, at, declared),
      amountCents: segment.cents(at + 1),
    });
  }
  return adjustments;
}

function reasonAndReference(
  segment: Segment,
  index: number,
  declared: number | null,
): { reason: string; reference: string } {
  const separator = componentSeparatorOf(segment, index, declared);
  if (separator === null) return { reason: segment.code(index), reference: '' };
  const { bytes, pool } = segment;
  const from = segment.from(index);
  const to = segment.to(index);
  // Only the first separator: the reference itself may hold one.
  const at = bytes.indexOf(separator, from);
  bytes[at] = CANONICAL_COMPONENT;
  return { reason: pool.codeOf(bytes, from, at), reference: pool.textOf(bytes, at + 1, to) };
}

function arePairs(segment: Segment, declared: number | null): boolean {
  for (let at = 3; at < segment.elements; at += 2) {
    if (segment.isEmpty(at) && segment.isEmpty(at + 1)) continue;
    const hasReason = componentSeparatorOf(segment, at, declared) !== null || isReason(segment, at);
    if (!hasReason || !segment.holdsCents(at + 1)) return false;
  }
  return true;
}

function areTriples(segment: Segment): boolean {
  for (let at = 3; at < segment.elements; at += 3) {
    if (!isReason(segment, at) || !segment.holdsCents(at + 2)) return false;
  }
  return segment.elements > 3;
}

function isReason(segment: Segment, index: number): boolean {
  const from = segment.from(index);
  return (
    segment.to(index) - from === 2 &&
    isLetterOrDigit(segment.bytes[from] as number) &&
    isLetterOrDigit(segment.bytes[from + 1] as number)
  );
}
