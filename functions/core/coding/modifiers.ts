import type { Claim } from '../claim/claim.ts';
import { type BilledLine, servicePlaceOf } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';
import { isAnatomical } from './sides.ts';

/** "Always therapy" codes (Medicare Claims Processing Manual, ch. 5, section 20). */
const THERAPY =
  /^(?:97(?:01[268]|02[248]|03[2-6]|039|11[0236]|1(?:24|39|40|50)|16[1-8]|53[0357]|542|750|755|76[013])|92(?:507|508|52[1-46]))$/;
const THERAPY_MODIFIERS = ['GN', 'GO', 'GP'];
const ANESTHESIA = /^0(?:0[1-9]|1[0-9])\d\d$/;
const ANESTHESIA_MODIFIERS = ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'];
/** What tells two lines of one code and day apart. */
const REPEATS = new Set('24 25 27 50 58 59 76 77 78 79 91 26 TC XE XP XS XU GN GO GP 95'.split(' '));

/** Modifiers that a service cannot go without, and lines that nothing tells apart. */
export function findMissingModifiers(claim: Claim, lines: readonly BilledLine[]): readonly CodingFinding[] {
  if (claim.kind === 'dental') return [];
  const place = servicePlaceOf(claim, 'modifier');
  return lines.flatMap((billed, index): readonly CodingFinding[] => {
    const { line, code, modifiers } = billed;
    const found = { line: line.ordinal, place, codes: [code] } as const;
    const has = (some: readonly string[]) => modifiers.some((modifier) => some.includes(modifier));
    if (THERAPY.test(code) && !has(THERAPY_MODIFIERS)) {
      return [
        {
          ...found,
          rule: 'therapy_modifier_missing',
          severity: 'wrong',
          confidence: 'medium',
          says: `${code} is always therapy, and no modifier says under which plan of care.`,
          correction:
            'Add GP (physical), GO (occupational) or GN (speech-language), as the plan of care says.',
          raisesPayment: null,
          source: 'Medicare Claims Processing Manual, ch. 5, 20.1; other payers may not ask for it',
        },
      ];
    }
    if (claim.kind === 'professional' && ANESTHESIA.test(code) && !has(ANESTHESIA_MODIFIERS)) {
      return [
        {
          ...found,
          rule: 'anesthesia_modifier_missing',
          severity: 'wrong',
          confidence: 'medium',
          says: `${code} is anesthesia, and no modifier says who gave or directed it.`,
          correction: 'Add AA, AD, QK, QX, QY or QZ, as the anesthesia record says.',
          raisesPayment: raisesPayment('The modifier sets the share that is paid.'),
          source: 'Medicare Claims Processing Manual, ch. 12, 50.K; other payers may not ask for it',
        },
      ];
    }
    return repeatOf(billed, lines.slice(0, index), found);
  });
}

function repeatOf(
  billed: BilledLine,
  earlier: readonly BilledLine[],
  found: Pick<CodingFinding, 'line' | 'place' | 'codes'>,
): readonly CodingFinding[] {
  const { code, on, renderedBy, modifiers } = billed;
  const tellsApart = modifiers.some((modifier) => REPEATS.has(modifier) || isAnatomical(modifier));
  const first = earlier.find(
    (other) =>
      other.code === code &&
      other.on === on &&
      other.renderedBy === renderedBy &&
      other.line.revenueCode === billed.line.revenueCode &&
      other.modifiers.toSorted().join() === modifiers.toSorted().join(),
  );
  if (code === '' || first === undefined || tellsApart) return [];
  return [
    {
      ...found,
      rule: 'repeat_not_distinguished',
      severity: 'doubtful',
      confidence: 'medium',
      says: `${code} stands on line ${first.line.ordinal} too, same day and same person, and nothing tells the two apart: payers take the second for a duplicate.`,
      correction:
        'If it was done twice, say how: 76, 77 or 91 for a repeat, RT and LT for the sides, 59 or XE/XS/XP/XU for another session or site. If once, take one line off.',
      raisesPayment: raisesPayment('The second line is paid.'),
      source: 'Medicare Claims Processing Manual, ch. 1, 120 (duplicates); NCCI Policy Manual, ch. I',
    },
  ];
}
