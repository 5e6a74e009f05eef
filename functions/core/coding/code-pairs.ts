import type { Claim } from '../claim/claim.ts';
import { type BilledLine, servicePlaceOf } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';
import { isAnatomical } from './sides.ts';
import { type CodePair, type CodingTables, holdsOn } from './tables.ts';

/** NCCI Policy Manual, ch. I, section E: what opens a pair of indicator 1, on either code. */
const OPENING = new Set('24 25 27 57 58 59 78 79 91 XE XP XS XU'.split(' '));

/** The same for visits, and on the visit: a side of the procedure does not make the visit one of its own. */
const OPENING_VISITS = new Set(['24', '25', '27', '57']);

/** Visits (evaluation and management): beside a procedure they take 25 or 57, not 59. */
const VISIT = /^(?:99[2-4]\d\d|92002|92004|92012|92014)$/;

/** Component codes billed beside their comprehensive code: same day, same person, pair in force, not opened. */
export function findComponents(
  claim: Claim,
  lines: readonly BilledLine[],
  table: CodingTables['pairs'],
): readonly CodingFinding[] {
  if (table === null) return [];
  return lines.flatMap((first) =>
    (table.byComprehensive.get(first.code) ?? []).flatMap((pair) =>
      lines
        .filter((second) => second.code === pair.component && isBeside(first, second))
        .filter(() => holdsOn(pair, first.on))
        .flatMap((second) => findingOf(claim, first, second, pair, table.release.name)),
    ),
  );
}

function isBeside(first: BilledLine, second: BilledLine): boolean {
  return first !== second && first.on === second.on && first.renderedBy === second.renderedBy;
}

function findingOf(
  claim: Claim,
  first: BilledLine,
  second: BilledLine,
  { modifierIndicator }: CodePair,
  release: string,
): readonly CodingFinding[] {
  const found = {
    rule: 'component_beside_comprehensive',
    line: second.line.ordinal,
    codes: [first.code, second.code],
    source: `NCCI procedure-to-procedure edits, ${release}`,
  } as const;
  const beside = `${second.code} is a part of ${first.code} on line ${first.line.ordinal}, same day and same person`;
  if (modifierIndicator === '0') {
    return [
      {
        ...found,
        severity: 'wrong',
        confidence: 'high',
        place: servicePlaceOf(claim, 'code'),
        says: `${beside}, and no modifier opens this pair (indicator 0).`,
        correction: `Take ${second.code} off the claim; its charge is not owed by the patient.`,
        raisesPayment: null,
      },
    ];
  }
  const opening = openingOf(first, second);
  if (opening === 'opened') return [];
  const isVisit = VISIT.test(second.code);
  const modifier = isVisit
    ? '25 (57 where the visit decided on major surgery)'
    : '59 or, more precisely, XE, XS, XP or XU';
  return [
    {
      ...found,
      severity: 'doubtful',
      confidence: opening === 'same_site' ? 'medium' : 'high',
      place: servicePlaceOf(claim, 'modifier'),
      says:
        opening === 'same_site'
          ? `${beside}, and both lines name the same place on the body.`
          : `${beside}, and no modifier says that it was a service of its own (indicator 1).`,
      correction: `If the record shows ${isVisit ? 'a visit that stands by itself' : 'another session, site, person or an unusual service'}, add ${modifier}; otherwise take ${second.code} off the claim.`,
      raisesPayment: raisesPayment(`The modifier has ${second.code} paid beside ${first.code}.`),
    },
  ];
}

function openingOf(first: BilledLine, second: BilledLine): 'opened' | 'same_site' | 'closed' {
  if (VISIT.test(second.code)) {
    return second.modifiers.some((modifier) => OPENING_VISITS.has(modifier)) ? 'opened' : 'closed';
  }
  const modifiers = [...first.modifiers, ...second.modifiers];
  if (modifiers.some((modifier) => OPENING.has(modifier))) return 'opened';
  const [onFirst, onSecond] = [first, second].map((line) =>
    line.modifiers.filter(isAnatomical).sort().join(' '),
  );
  if (onFirst === '' && onSecond === '') return 'closed';
  return onFirst === onSecond ? 'same_site' : 'opened';
}
