import { clocksOf } from '../../deadline/clocks.ts';
import type { CompiledClocks } from '../../deadline/compile.ts';
import type { Deadline } from '../../deadline/deadline.ts';
import { usesClock, warningsOf } from '../../deadline/warnings.ts';
import { decideClaim } from '../../denial/decide.ts';
import type { Decision } from '../../denial/decision.ts';
import { factsOfRemittance } from '../../denial/known-facts.ts';
import { denialIdOf, type RemittanceId } from '../../ids.ts';
import type { OwnTerms, PayerProfile } from '../../payer/profile.ts';
import type { CalendarDate } from '../../time/calendar-date.ts';
import type { CompiledRulebook } from '../compile.ts';
import { type Decided, type DecisionFact, datedClaimOf, decidedOf, payerOf } from './decision-fact.ts';
import type { ClockTrouble, SimulationTally, Standing } from './tally.ts';

/** By what claims are decided and their days counted. */
export interface Regime {
  readonly rulebook: CompiledRulebook;
  readonly clocks: CompiledClocks;
}

/** Two ways to decide, and the day from which clocks are looked at. */
export interface Simulation {
  readonly present: Regime;
  readonly proposed: Regime;
  /** Of the payer registry, by the payer's key. */
  readonly terms: ReadonlyMap<string, OwnTerms>;
  readonly asOf: CalendarDate;
}

/**
 * Decides one archived claim by both rulebooks and adds what differs to the tally. The archived decision is not
 * believed but made again: where the present rulebook is the one that made it and says otherwise, that is counted.
 */
export function simulateClaim(fact: DecisionFact, simulation: Simulation, tally: SimulationTally): void {
  const { present, proposed } = simulation;
  const payer = payerOf(fact, simulation.terms);
  const before = decideBy(present, fact, payer);
  const after = decideBy(proposed, fact, payer);
  const decidedBefore = decidedOf(before);
  const decidedAfter = decidedOf(after);
  tally.countClaim(amountOf(decidedBefore), amountOf(decidedAfter));
  if (fact.rulebookVersion === present.rulebook.version && !isSame(fact.decided, decidedBefore))
    tally.countNotAsArchived();
  if (decidedBefore === null && decidedAfter === null) return;

  const from = standingOf(decidedBefore);
  const to = standingOf(decidedAfter);
  if (from === to) {
    if (!isSame(decidedBefore, decidedAfter)) tally.countDecidedOtherwise();
    else if (present.clocks === proposed.clocks) return;
  }
  const clock = clockTrouble(
    deadlinesOf(present, fact, before, payer),
    deadlinesOf(proposed, fact, after, payer),
    after !== null && usesClock(after.route),
    payer,
    simulation,
  );
  if (from === to && clock === null) return;
  tally.countChange({
    denialId: denialIdOf(fact.remittanceId as RemittanceId, fact.ordinal),
    payer: fact.payer.id || fact.payer.name,
    payerName: fact.payer.name,
    reason: (decidedBefore ?? decidedAfter)?.reason ?? 'none',
    cents: decidedBefore?.class === 'denial' ? decidedBefore.amountCents : (decidedAfter?.amountCents ?? 0),
    from,
    to,
    ruleBefore: decidedBefore?.ruleId ?? null,
    ruleAfter: decidedAfter?.ruleId ?? null,
    clock,
  });
}

function decideBy({ rulebook }: Regime, fact: DecisionFact, payer: PayerProfile): Decision | null {
  const facts = { ...factsOfRemittance(fact, rulebook), ...fact.known };
  return decideClaim(fact.claim, payer, rulebook, facts);
}

/** Clocks run for denials only, as in ingest. */
function deadlinesOf(
  { clocks }: Regime,
  fact: DecisionFact,
  decision: Decision | null,
  payer: PayerProfile,
): readonly Deadline[] {
  if (decision?.class !== 'denial') return [];
  return clocksOf({ decision, claim: datedClaimOf(fact), header: fact, payer }, clocks);
}

function amountOf(decided: Decided | null): number | null {
  return decided?.class === 'denial' ? decided.amountCents : null;
}

/** Work lists go by the route of a denial; everything that is none counts as one. */
function standingOf(decided: Decided | null): Standing {
  if (decided?.class === 'denial') return decided.route;
  return decided?.class === 'hold' ? 'hold' : 'no_denial';
}

function isSame(a: Decided | null, b: Decided | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.class === b.class &&
    a.route === b.route &&
    a.mechanism === b.mechanism &&
    a.category === b.category &&
    a.appealable === b.appealable &&
    a.amountCents === b.amountCents &&
    a.ruleId === b.ruleId &&
    a.reason === b.reason
  );
}

/** What goes wrong with the clocks by the change alone; null where nothing does. The worst of several. */
function clockTrouble(
  before: readonly Deadline[],
  after: readonly Deadline[],
  meetsClock: boolean,
  { payerType }: PayerProfile,
  { present, proposed, asOf }: Simulation,
): ClockTrouble | null {
  const sendBefore = before.find(({ governs }) => governs)?.sendBy ?? null;
  const sendAfter = after.find(({ governs }) => governs)?.sendBy ?? null;
  const isPast = (sendBy: string | null) => sendBy !== null && sendBy < asOf;
  if (isPast(sendAfter) && !isPast(sendBefore)) return 'too_late';
  const lapsing = (deadlines: readonly Deadline[], { clocks }: Regime) =>
    warningsOf(deadlines, payerType, clocks)
      .filter(({ urgency }) => urgency === 'lapses_first')
      .map(({ kind, level }) => `${kind} ${level}`);
  const known = new Set(lapsing(before, present));
  if (meetsClock && lapsing(after, proposed).some((clock) => !known.has(clock))) return 'lapses_first';
  return sendBefore !== null && sendAfter === null ? 'no_date' : null;
}
