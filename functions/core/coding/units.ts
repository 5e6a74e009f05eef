import type { Claim } from '../claim/claim.ts';
import { type BilledLine, servicePlaceOf } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';
import type { CodingTables, UnitLimit } from './tables.ts';

/** Units above what NCCI holds likely: of a line, or of a day summed over the lines of one person. */
export function findTooManyUnits(
  claim: Claim,
  lines: readonly BilledLine[],
  table: CodingTables['limits'],
): readonly CodingFinding[] {
  if (table === null) return [];
  const seen = new Set<string>();
  return lines.flatMap((billed) => {
    const limit = table.byCode.get(billed.code);
    if (limit === undefined || billed.line.unitBasis !== 'UN') return [];
    const isPerLine = limit.adjudication === '1';
    const day = JSON.stringify([billed.code, billed.on, billed.renderedBy]);
    if (!isPerLine && seen.has(day)) return [];
    seen.add(day);
    const units = isPerLine ? (billed.line.units ?? 0) : unitsOfDay(billed, lines);
    return units > limit.mostUnits ? [findingOf(claim, billed, units, limit, table.release.name)] : [];
  });
}

function unitsOfDay({ code, on, renderedBy }: BilledLine, lines: readonly BilledLine[]): number {
  return lines
    .filter((line) => line.code === code && line.on === on && line.renderedBy === renderedBy)
    .reduce((sum, { line }) => sum + (line.units ?? 0), 0);
}

const CORRECTIONS: { readonly [indicator in UnitLimit['adjudication']]: string } = {
  '1': 'Check the units against the record; units of separate sessions or sites go on lines of their own, each with its modifier.',
  '2': 'Check the units against the record and bill no more than the limit: it is policy, and no modifier opens it.',
  '3': 'Check the units against the record; if they are right, send the record that shows why so many were needed.',
};

function findingOf(
  claim: Claim,
  { line, code, on }: BilledLine,
  units: number,
  { mostUnits, adjudication }: UnitLimit,
  release: string,
): CodingFinding {
  return {
    rule: 'units_beyond_limit',
    severity: adjudication === '2' ? 'wrong' : 'doubtful',
    confidence: 'high',
    line: line.ordinal,
    place: servicePlaceOf(claim, 'units'),
    codes: [code],
    says: `${units} units of ${code} ${adjudication === '1' ? 'on the line' : `on ${on}`}, and the limit is ${mostUnits} a ${adjudication === '1' ? 'line' : 'day'} (indicator ${adjudication}).`,
    correction: CORRECTIONS[adjudication],
    raisesPayment: adjudication === '2' ? null : raisesPayment(`Units above ${mostUnits} are paid.`),
    source: `NCCI medically unlikely edits, ${release}`,
  };
}
