import type { Claim } from '../claim/claim.ts';
import type { FindingBesideDenial } from '../coding/denied-lines.ts';
import type { ClaimPlace } from '../coding/finding.ts';
import type { Reason } from '../denial/decision.ts';
import type { ClaimField, CorrectionData } from './correction-data.ts';
import { type ValueAsSent, valueAsSent } from './value-as-sent.ts';

/** One thing that is wrong, and where on the claim it stands. */
export interface ElementToChange {
  /** Null where a coding rule found it at a place without a name of its own, or nobody can tell the element. */
  readonly field: string | null;
  readonly name: string;
  readonly kind: ClaimField['kind'] | null;
  /** Position of the line on the claim as sent, else of the payer's; null = the claim itself. */
  readonly line: number | null;
  readonly place: ClaimPlace | null;
  /** `not_on_file`: the claim as sent is not here, or another one might be meant. */
  readonly asSent:
    | { readonly kind: 'sent'; readonly value: string }
    | { readonly kind: 'empty' }
    | { readonly kind: 'not_on_file' };
  /** What the payer's code, or the coding rule, asks for. */
  readonly says: string;
  readonly why: string;
  readonly ruleId: string | null;
  readonly source: string;
}

/** Where a line of the payment stands on the claim as sent; null where it cannot be told. */
export type LineOnClaim = (paymentLine: number) => number | null;

/**
 * What is to be changed on the claim: first what the payer names, reason by reason (remarks before the code), then what
 * a coding rule finds wrong where the payer denied. A code that names no element is told in words, never left out.
 *
 * @param missingOf what a remark says is missing, in words (codes/rarc.json); null of one that only says how to send
 */
export function elementsToChange(
  about: {
    readonly reasons: readonly Reason[];
    readonly claim: Claim | null;
    readonly lineOnClaim: LineOnClaim;
    readonly findings: readonly FindingBesideDenial[];
    readonly missingOf: (remark: string) => string | null;
  },
  data: CorrectionData,
): readonly ElementToChange[] {
  const { reasons, claim, lineOnClaim, findings } = about;
  const elements = reasons.flatMap((reason) => {
    const named = rulesFor(reason, data);
    const line = reason.line === null ? null : claim === null ? reason.line : lineOnClaim(reason.line);
    const told = named.flatMap(({ rule, why }) =>
      rule.fields.flatMap((id) => elementOf(id, rule, why, line, claim, data)),
    );
    const words = inWords(reason, line, about.missingOf, told);
    return told.length + words.length > 0 ? [...told, ...words] : [nothingNamed(reason, line)];
  });
  return [...withoutRepeats(elements), ...ofFindings(findings, claim)];
}

interface NamedRule {
  readonly rule: CorrectionData['elements'][number];
  readonly why: string;
}

/** A remark is the more specific word: where one names an element the code itself is not asked. */
function rulesFor({ group, carc, remarks }: Reason, { elements }: CorrectionData): readonly NamedRule[] {
  const byRemark = remarks.flatMap((remark) =>
    elements
      .filter((rule) => rule.remarks?.includes(remark) === true)
      .map((rule) => ({ rule, why: `${group}-${carc} ${remark}` })),
  );
  if (byRemark.length > 0) return byRemark;
  return elements
    .filter((rule) => rule.carcs?.includes(carc) === true)
    .map((rule) => ({ rule, why: `${group}-${carc}` }));
}

function elementOf(
  id: string,
  rule: NamedRule['rule'],
  why: string,
  line: number | null,
  claim: Claim | null,
  { fields }: CorrectionData,
): readonly ElementToChange[] {
  const field = fields.find((each) => each.id === id);
  if (field === undefined) return [];
  const place = claim === null ? (field.professional ?? field.institutional) : placeFor(field, claim);
  // A claim of this kind has no such element.
  if (place === null) return [];
  const { name, kind, level } = field;
  const { says, id: ruleId, source } = rule;
  const lines = level === 'claim' ? [null] : line !== null || claim === null ? [line] : everyLine(claim);
  return lines.map((each) => ({
    field: id,
    name,
    kind,
    line: each,
    place,
    asSent: asSent(claim, place, each),
    says,
    why,
    ruleId,
    source,
  }));
}

/** Where a field stands on a claim of this kind; null where there is no such element. */
export function placeFor(
  { professional, institutional }: Pick<ClaimField, 'professional' | 'institutional'>,
  { kind }: Pick<Claim, 'kind'>,
): ClaimPlace | null {
  if (kind === 'institutional') return institutional;
  if (kind !== 'dental' || professional?.segment !== 'SV1') return professional;
  const element = DENTAL_SERVICE[professional.element];
  return element === undefined ? null : { loop: professional.loop, segment: 'SV3', element };
}

/** X12 837 TR3 005010X224: a dental claim has the loops of a professional one, and SV3 in the place of SV1. */
const DENTAL_SERVICE: Readonly<Record<string, string>> = {
  'SV101-2': 'SV301-2',
  'SV101-3': 'SV301-3',
  SV102: 'SV302',
  SV104: 'SV306',
  SV105: 'SV303',
  SV107: 'SV311',
};

// A reason of the whole claim does not say which line is meant.
function everyLine({ lines }: Claim): readonly (number | null)[] {
  return lines.map(({ ordinal }) => ordinal);
}

function asSent(claim: Claim | null, place: ClaimPlace, line: number | null): ElementToChange['asSent'] {
  if (claim === null) return { kind: 'not_on_file' };
  const value: ValueAsSent = valueAsSent(claim, place, line);
  return value === null ? { kind: 'empty' } : { kind: 'sent', value };
}

function inWords(
  { group, carc, remarks }: Reason,
  line: number | null,
  missingOf: (remark: string) => string | null,
  told: readonly ElementToChange[],
): readonly ElementToChange[] {
  return remarks.flatMap((remark) => {
    const missing = missingOf(remark);
    const why = `${group}-${carc} ${remark}`;
    if (missing === null || told.some((each) => each.why === why)) return [];
    return [
      {
        field: null,
        name: missing,
        kind: null,
        line,
        place: null,
        asSent: { kind: 'not_on_file' } as const,
        says: 'The payer’s companion guide says where this stands on the claim.',
        why,
        ruleId: null,
        source: 'X4',
      },
    ];
  });
}

function nothingNamed({ group, carc }: Reason, line: number | null): ElementToChange {
  return {
    field: null,
    name: 'The payer names nothing that could be changed',
    kind: null,
    line,
    place: null,
    asSent: { kind: 'not_on_file' },
    says: 'Ask the payer what it misses before a claim is sent.',
    why: `${group}-${carc}`,
    ruleId: null,
    source: 'E',
  };
}

function ofFindings(
  findings: readonly FindingBesideDenial[],
  claim: Claim | null,
): readonly ElementToChange[] {
  return findings
    .filter(({ isWhereDenied, severity }) => isWhereDenied && severity === 'wrong')
    .map(({ rule, line, place, codes, says, correction, source }) => ({
      field: null,
      name: says,
      kind: null,
      line,
      place,
      asSent:
        claim === null
          ? { kind: 'not_on_file' as const }
          : codes.length === 0
            ? { kind: 'empty' as const }
            : { kind: 'sent' as const, value: codes.join(' ') },
      says: correction,
      why: `coding.${rule.replaceAll('_', '-')}`,
      ruleId: null,
      source,
    }));
}

function withoutRepeats(elements: readonly ElementToChange[]): readonly ElementToChange[] {
  const seen = new Set<string>();
  return elements.filter(({ field, line, name }) => {
    const key = `${field ?? name}#${line ?? 0}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
