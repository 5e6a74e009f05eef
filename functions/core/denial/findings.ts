import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { ClaimCircumstances } from './claim-circumstances.ts';
import type { AdjustmentFacts, ClaimFacts, LineFacts } from './claim-facts.ts';
import { rulingsOf } from './rule-level.ts';
import type { Ruling } from './ruling.ts';

/** One group + CARC at one level of a claim, with its equal amounts summed, and what the rules say of it. */
export interface Finding {
  readonly amountCents: number;
  /** null = the claim itself. */
  readonly line: LineFacts | null;
  /** Replaced where the claim as a whole says more than its parts. */
  ruling: Ruling;
  /** Place in the order of leading reasons, 1 leads. */
  rank: number;
}

/**
 * The positive adjustments of a claim, claim level first, each ruled with the remarks that speak about it. Zero and
 * negative sums are information, never findings.
 */
export function findingsOf(
  claim: ClaimFacts,
  about: ClaimCircumstances,
  rulebook: CompiledRulebook,
): Finding[] {
  const findings: Finding[] = [];
  const claimRemarks = tidyRemarks(claim.remarks);
  addLevel(findings, claim.adjustments, null, claimRemarks, NONE, about, rulebook);
  const claimCarcs = distinctCarcs(claim.adjustments).filter((carc) => rulebook.askedAlongside.has(carc));
  for (const line of claim.lines) {
    if (line.adjustments.length === 0) continue;
    const remarks = withClaimRemarks(tidyRemarks(line.remarks), claimRemarks, rulebook);
    addLevel(findings, line.adjustments, line, remarks, claimCarcs, about, rulebook);
  }
  return findings;
}

/** Upper case, no padding, no leading zeros: `'045 '` is 45. */
export function normaliseCode(raw: string): string {
  if (TIDY.test(raw)) return raw;
  const code = raw.trim().toUpperCase();
  return code.replace(/^0+(?=.)/, '');
}

const TIDY = /^[1-9A-Z][0-9A-Z]*$/;

function addLevel(
  findings: Finding[],
  adjustments: readonly AdjustmentFacts[],
  line: LineFacts | null,
  remarks: readonly string[],
  claimCarcs: readonly string[],
  about: ClaimCircumstances,
  rulebook: CompiledRulebook,
): void {
  const codes = sumEqual(adjustments);
  const modifiers = askedOf(line?.procedure?.modifiers ?? NONE, rulebook);
  const hasRejectCodes = line !== null && line.rejectCodes.length > 0;
  const shape = { about, codes, remarks, modifiers, claimCarcs, hasRejectCodes };
  const rulings = rulingsOf(shape, rulebook);
  let at = 0;
  for (const { isTaken, amountCents } of codes)
    if (isTaken) {
      const ruling = rulings[at++] as Ruling;
      findings.push({ amountCents, line, ruling, rank: ruling.rank });
    }
}

function askedOf(modifiers: readonly string[], { askedModifiers }: CompiledRulebook): readonly string[] {
  for (const modifier of modifiers)
    if (askedModifiers.has(modifier)) return modifiers.filter((other) => askedModifiers.has(other));
  return NONE;
}

/** Equal codes of one level together. */
interface Sum {
  readonly group: string;
  readonly carc: string;
  amountCents: number;
  /** Whether the sum takes money off the claim. */
  isTaken: boolean;
}

/** The CARCs of a level, each once. */
export function distinctCarcs(adjustments: readonly AdjustmentFacts[]): readonly string[] {
  if (adjustments.length === 0) return NONE;
  return [...new Set(adjustments.map((adjustment) => normaliseCode(adjustment.carc)))];
}

// Up to here a look along the list is quicker than a map; a level has three adjustments or so, but may have thousands.
const SHORT_LIST = 12;

function sumEqual(adjustments: readonly AdjustmentFacts[]): Sum[] {
  const sums: Sum[] = [];
  const byCode = adjustments.length > SHORT_LIST ? new Map<string, Sum>() : null;
  for (const adjustment of adjustments) {
    const group = normaliseCode(adjustment.group);
    const carc = normaliseCode(adjustment.carc);
    const key = byCode === null ? '' : `${group}-${carc}`;
    const known = byCode === null ? sumAmong(sums, group, carc) : byCode.get(key);
    if (known !== undefined) {
      known.amountCents += adjustment.amountCents;
      known.isTaken = known.amountCents > 0;
      continue;
    }
    const { amountCents } = adjustment;
    const sum = { group, carc, amountCents, isTaken: amountCents > 0 };
    sums.push(sum);
    byCode?.set(key, sum);
  }
  return sums;
}

function sumAmong(sums: readonly Sum[], group: string, carc: string): Sum | undefined {
  for (const sum of sums) if (sum.carc === carc && sum.group === group) return sum;
  return undefined;
}

const NONE: readonly string[] = [];

// Sorted, so that the order in which a payer writes remarks changes nothing.
function tidyRemarks(remarks: readonly string[]): readonly string[] {
  if (remarks.length === 0) return NONE;
  if (remarks.length === 1) return [normaliseCode(remarks[0] as string)];
  return [...new Set(remarks.map(normaliseCode))].sort();
}

// Claim remarks speak for lines with no reason of their own; signals (MA130 in an MOA) speak for every line.
function withClaimRemarks(
  own: readonly string[],
  claim: readonly string[],
  rulebook: CompiledRulebook,
): readonly string[] {
  if (claim.length === 0) return own;
  const silent = own.every((remark) => rulebook.rarcs.get(remark)?.alert === true);
  if (silent) return own.length === 0 ? claim : tidyRemarks([...own, ...claim]);
  const signals = claim.filter((remark) => rulebook.rarcs.get(remark)?.signal === true);
  return signals.length === 0 ? own : tidyRemarks([...own, ...signals]);
}
