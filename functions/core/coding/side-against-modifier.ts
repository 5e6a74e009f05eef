import type { Claim } from '../claim/claim.ts';
import { type BilledLine, servicePlaceOf, withPoint } from './billed-line.ts';
import type { CodingFinding } from './finding.ts';
import { type BodySite, namesOtherPart, type Side, sidesOf, sitesOf } from './sides.ts';
import { type CodingTables, categoryOf } from './tables.ts';

interface SidedDiagnosis {
  readonly code: string;
  readonly words: string;
  readonly side: Side;
}

/** Lines whose modifier names one side, finger, toe or eyelid while every diagnosis they point to names another. */
export function findContradictedSides(
  claim: Claim,
  lines: readonly BilledLine[],
  table: CodingTables['diagnoses'],
): readonly CodingFinding[] {
  if (table === null) return [];
  return lines.flatMap((billed) => {
    const sided = sidedDiagnosesOf(billed, table);
    const sites = sitesOf(billed.modifiers);
    if (sided.length === 0 || sites.length === 0) return [];
    // Several sites on a line, or both sides among its diagnoses, contradict nothing by themselves.
    const contradicted = sites.find((site) => sided.every((diagnosis) => contradicts(site, diagnosis)));
    return contradicted === undefined ? [] : [findingOf(claim, billed, contradicted, sided)];
  });
}

function sidedDiagnosesOf(
  { diagnoses }: BilledLine,
  { byCategory }: NonNullable<CodingTables['diagnoses']>,
): readonly SidedDiagnosis[] {
  return diagnoses.flatMap(({ code }) => {
    const category = byCategory.get(categoryOf(code)) ?? [];
    const side = sidesOf(category).get(code);
    const row = category.find((known) => known.code === code);
    return side === undefined || side === 'unspecified' || row === undefined ? [] : [{ ...row, side }];
  });
}

function contradicts(site: BodySite, { side, words }: SidedDiagnosis): boolean {
  if (site.part !== null && namesOtherPart(words, site.part)) return true;
  // A condition of both sides is treated one side at a time as often as not.
  return side !== 'both' && site.side !== side;
}

function findingOf(
  claim: Claim,
  { line, modifiers }: BilledLine,
  site: BodySite & { readonly modifier: string },
  sided: readonly SidedDiagnosis[],
): CodingFinding {
  const isBoth = site.side === 'both';
  const where = isBoth ? 'both sides' : `the ${site.side}${site.part === null ? '' : ` (${site.part})`}`;
  const told = sided.map(({ code, words }) => `${withPoint(code)} ${words}`).join('; ');
  const element = servicePlaceOf(claim, 'modifier');
  return {
    rule: 'side_contradicted',
    // One knee may be worn and both be treated: only the record tells.
    severity: isBoth ? 'doubtful' : 'wrong',
    confidence: isBoth ? 'medium' : 'high',
    line: line.ordinal,
    place: { ...element, element: modifierElement(element.element, modifiers.indexOf(site.modifier)) },
    codes: [site.modifier, ...sided.map(({ code }) => code)],
    says: `Modifier ${site.modifier} says ${where}, and the diagnosis of the line says otherwise: ${told}.`,
    correction: 'Look in the record where it was done, and correct the modifier or the diagnosis.',
    raisesPayment: null,
    source: 'ICD-10-CM Official Guidelines, I.B.13; HCPCS anatomical modifiers',
  };
}

/** SV101-3 is the first modifier, SV101-4 the second. */
function modifierElement(first: string, at: number): string {
  return first.replace(/\d$/, (digit) => String(Number(digit) + Math.max(at, 0)));
}
