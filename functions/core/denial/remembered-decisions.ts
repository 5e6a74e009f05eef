import { Place } from '../memory/place.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { DecisionFacts } from '../rulebook/schema.ts';
import type { ClaimFacts, LineFacts } from './claim-facts.ts';
import { circumstancesOf, type Deliberation, decideClaim, deliberate, settledAtOnce } from './decide.ts';
import type { Decision } from './decision.ts';
import { dollars } from './explain.ts';
import { type Finding, normaliseCode } from './findings.ts';
import { placeOfLevel, startOfClaim } from './level-place.ts';
import { byPrecedence } from './roll-up.ts';
import { isUnexplained } from './unexplained.ts';

/** {@link decideClaim} under one rulebook. */
export type Decide = (claim: ClaimFacts, payer: PayerProfile, facts?: DecisionFacts) => Decision | null;

/**
 * Decides as {@link decideClaim} does, always with the same answer, and remembers. Levels of claims (the claim itself,
 * each line) that differ only in their amounts have the same reasons, and claims with the same reasons in the same
 * order have the same decision, up to the sums and the dollars told: these are put in for each claim. Where the
 * amounts themselves are in question (zero allowed, paid claims) nothing is remembered.
 * Read-only: what amounts cannot change is shared between decisions and frozen.
 *
 * @param placesAtMost size of the memory, 200 B or so each; emptied when full, so that it stays flat whatever comes
 * @example
 * const decide = rememberingDecisions(rulebook);
 * for (const claim of claims) decide(claim, payer)?.route
 */
export function rememberingDecisions(rulebook: CompiledRulebook, placesAtMost = 40_000): Decide {
  let memory = new DecisionMemory(rulebook);
  return (claim, payer, facts = NOTHING_KNOWN) => {
    const settled = settledAtOnce(claim, payer, rulebook);
    if (settled !== null) return settled.decision;
    // Without adjustments there is nothing that a memory of reasons could tell apart.
    if (isUnexplained(claim)) return decideClaim(claim, payer, rulebook, facts);
    if (memory.places > placesAtMost) memory = new DecisionMemory(rulebook);
    return memory.decisionOf(claim, payer, facts) ?? decideClaim(claim, payer, rulebook, facts);
  };
}

const NOTHING_KNOWN: DecisionFacts = {};

/** One reason of a level, as every claim with such a level has it. */
interface RememberedReason {
  readonly class: Finding['class'];
  readonly rank: number;
  readonly group: string;
  readonly carc: string;
  /** Which adjustments of the level it sums. */
  readonly adjustments: readonly number[];
}

/** A remembered reason in a claim. */
interface ReasonAtHand {
  readonly remembered: RememberedReason;
  readonly rank: number;
  readonly group: string;
  readonly carc: string;
  readonly line: LineFacts | null;
  readonly amountCents: number;
}

/** A decision without its amounts. */
interface Template {
  readonly decision: Decision;
  /** The explanation, cut where an amount stands: that of the first reason, of the second and so on. */
  readonly told: readonly string[];
}

/** Stands for an amount in an explanation that is told of no claim yet. */
const AMOUNT = '\u0000';
const REASONS_AT_MOST = 100;

class DecisionMemory {
  readonly #rulebook: CompiledRulebook;
  readonly #levels = new Place<readonly RememberedReason[]>();
  readonly #decisions = new Place<Template | 'not_remembered'>();

  constructor(rulebook: CompiledRulebook) {
    this.#rulebook = rulebook;
  }

  get places(): number {
    return this.#levels.count + this.#decisions.count;
  }

  /** Null where nothing is remembered of such a claim: that says nothing about its decision. */
  decisionOf(claim: ClaimFacts, payer: PayerProfile, facts: DecisionFacts): Decision | null {
    const rulebook = this.#rulebook;
    const start = startOfClaim(this.#levels, claim, circumstancesOf(claim, payer, rulebook, facts));
    let thought: Deliberation | undefined;
    const denials: ReasonAtHand[] = [];
    const holds: ReasonAtHand[] = [];
    for (let at = -1; at < claim.lines.length; at++) {
      const line = claim.lines[at] ?? null;
      const { adjustments } = line ?? claim;
      if (adjustments.length === 0) continue;
      const place = placeOfLevel(start, adjustments, line, rulebook);
      if (place === null) return null;
      if (place.kept === undefined) {
        thought ??= deliberate(claim, payer, rulebook, facts, () => AMOUNT);
        place.kept = reasonsOf(thought.findings, line, adjustments);
      }
      for (const reason of place.kept) {
        if (reason.class === 'denial') denials.push(atHand(reason, line, adjustments));
        else if (reason.class === 'hold') holds.push(atHand(reason, line, adjustments));
      }
    }
    const reasons = denials.length > 0 ? denials : holds;
    if (reasons.length === 0 || reasons.length > REASONS_AT_MOST) return null;
    if (reasons.length > 1) reasons.sort(byPrecedence);

    let place = this.#decisions;
    for (const { remembered, line } of reasons) place = place.next(remembered).next(line?.ordinal ?? 0);
    place.kept ??= templateOf(thought ?? deliberate(claim, payer, rulebook, facts, () => AMOUNT));
    return place.kept === 'not_remembered' ? null : withAmounts(place.kept, reasons);
  }
}

function reasonsOf(
  findings: readonly Finding[],
  line: LineFacts | null,
  adjustments: ClaimFacts['adjustments'],
): readonly RememberedReason[] {
  return findings
    .filter((finding) => finding.line === line)
    .map(({ class: as, rank, group, carc }) => {
      const summed = adjustments.flatMap((adjustment, place) =>
        normaliseCode(adjustment.group) === group && normaliseCode(adjustment.carc) === carc ? [place] : [],
      );
      return { class: as, rank, group, carc, adjustments: summed };
    });
}

function atHand(
  remembered: RememberedReason,
  line: LineFacts | null,
  adjustments: ClaimFacts['adjustments'],
): ReasonAtHand {
  const { rank, group, carc } = remembered;
  let amountCents = 0;
  for (const place of remembered.adjustments) amountCents += adjustments[place]?.amountCents ?? 0;
  return { remembered, rank, group, carc, line, amountCents };
}

function templateOf({ decision, findings }: Deliberation): Template | 'not_remembered' {
  if (decision === null) return 'not_remembered';
  // In a code, the placeholder would be taken for an amount.
  const codes = findings.flatMap(({ group, carc, circumstances }) => [group, carc, ...circumstances.remarks]);
  if (codes.some((code) => code.includes(AMOUNT))) return 'not_remembered';
  for (const part of Object.values(decision)) deepFreeze(part);
  return { decision, told: decision.explanation.split(AMOUNT) };
}

function withAmounts({ decision, told }: Template, reasons: readonly ReasonAtHand[]): Decision {
  let amountCents = 0;
  if (decision.class === 'denial') for (const reason of reasons) amountCents += reason.amountCents;
  let explanation = told[0] ?? '';
  for (let i = 1; i < told.length; i++)
    explanation += dollars(reasons[i - 1]?.amountCents ?? 0) + (told[i] ?? '');
  const own = decision.reasons.map(({ group, carc, remarks, line }, at) => ({
    group,
    carc,
    remarks,
    amountCents: reasons[at]?.amountCents ?? 0,
    line,
  }));
  return { ...decision, amountCents, explanation, reasons: own };
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  for (const part of Object.values(value)) deepFreeze(part);
  Object.freeze(value);
}
