import type { Claim } from '../claim/claim.ts';
import type { CorrectionChange, RaisingChange } from './correction.ts';
import type { CorrectionData, RaisingRule } from './correction-data.ts';
import { placeFor } from './elements-to-change.ts';
import { valueAsSent } from './value-as-sent.ts';
import { readModifiers, readQuantity } from './written-value.ts';

/** Fields of which somebody must say what stands there now, because it decides whether more is paid. */
export function tellsPayment(field: string, { raisesPayment }: CorrectionData): boolean {
  return raisesPayment.some(
    (rule) => rule.field === field && rule.always !== true && rule.inpatientOnly !== true,
  );
}

/**
 * The changes by which more is, or could be, paid: a higher level, more units, a modifier that undoes a bundling. What
 * cannot be compared with the claim as sent could always pay more.
 *
 * @param claim as sent; null where it is not on file
 */
export function raisingChanges(
  changes: readonly CorrectionChange[],
  claim: Claim | null,
  data: CorrectionData,
): readonly RaisingChange[] {
  return changes.flatMap((change) => {
    const before = claim === null ? undefined : valueBefore(change, claim, data);
    const rule = data.raisesPayment.find(
      (each) => each.field === change.field && raises(each, change, before, claim),
    );
    return rule === undefined ? [] : [{ ...change, because: rule.says }];
  });
}

/** Undefined where it cannot be looked up. */
function valueBefore({ field, line }: CorrectionChange, claim: Claim, { fields }: CorrectionData) {
  const known = fields.find(({ id }) => id === field);
  const place = known === undefined ? null : placeFor(known, claim);
  if (known === undefined || place === null) return undefined;
  if (known.level === 'claim') return valueAsSent(claim, place, null) ?? '';
  const only = line === null && claim.lines.length === 1 ? 1 : line;
  // Of which line nobody says, or one that was not sent: it may be any.
  if (only === null || only > claim.lines.length) return undefined;
  return valueAsSent(claim, place, only) ?? '';
}

function raises(
  rule: RaisingRule,
  { after }: CorrectionChange,
  before: string | undefined,
  claim: Claim | null,
): boolean {
  if (rule.inpatientOnly === true) return claim === null || isStay(claim);
  if (rule.always === true) return true;
  if (rule.added !== undefined) {
    const codes = readModifiers(after ?? '');
    if (codes === null) return true;
    const old = new Set(codesIn(before));
    return codes.some((code) => rule.added?.includes(code) === true && !old.has(code));
  }
  if (rule.removed !== undefined) {
    // Unknown before: one of them may have gone.
    if (before === undefined) return true;
    const kept = new Set(readModifiers(after ?? ''));
    return codesIn(before).some((code) => rule.removed?.includes(code) === true && !kept.has(code));
  }
  if (rule.increases === true) {
    const [to, from] = [readQuantity(after ?? ''), readQuantity(before ?? '')];
    return to === null || from === null || to > from;
  }
  return !isLower(after, before, rule.unlessLowerIn ?? []);
}

function isLower(
  after: string | null,
  before: string | undefined,
  ladders: readonly (readonly string[])[],
): boolean {
  return ladders.some((ladder) => {
    const [to, from] = [ladder.indexOf(after ?? ''), ladder.indexOf(before ?? '')];
    return to >= 0 && from >= 0 && to <= from;
  });
}

/** As sent, whatever was sent. */
function codesIn(text: string | undefined): readonly string[] {
  return (text ?? '').toUpperCase().split(/\s+/).filter(Boolean);
}

/** Type of bill 11x, 18x, 21x, 28x, 41x: hospital and skilled nursing stays. */
function isStay({ kind, typeOfBill }: Claim): boolean {
  return kind === 'institutional' && /^0?(?:11|18|21|28|41)/.test(typeOfBill);
}
