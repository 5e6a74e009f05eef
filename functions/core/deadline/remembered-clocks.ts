import { Place } from '../memory/place.ts';
import { type ClocksInput, clocksOf, situationOf } from './clocks.ts';
import type { CompiledClocks } from './compile.ts';
import type { Deadline } from './deadline.ts';
import type { ClockRule, StartEvent } from './rule.ts';
import { type StartDateOf, startDatesOf } from './start-dates.ts';

/** {@link clocksOf} under one release of the clocks. */
export type CountClocks = (input: ClocksInput) => readonly Deadline[];

/**
 * Counts as {@link clocksOf} does, always with the same answer, and remembers: claims of one payer in the same situation
 * whose clocks start on the same days have the same clocks, and share one list. Read-only.
 *
 * @param placesAtMost size of the memory; emptied when full, so that it stays flat on input with absurd dates
 */
export function rememberingClocks(clocks: CompiledClocks, placesAtMost = 40_000): CountClocks {
  const asked = new WeakMap<readonly ClockRule[], Asked>();
  const askedBy = (rules: readonly ClockRule[]): Asked => {
    const known = asked.get(rules) ?? askedByRules(rules);
    asked.set(rules, known);
    return known;
  };
  let memory = new Place<readonly Deadline[]>();
  return (input) => {
    const { claim, header, payer, onPaper } = input;
    if (onPaper !== undefined) return clocksOf(input, clocks);
    if (memory.count > placesAtMost) memory = new Place();
    const situation = situationOf(input);
    let place = memory
      .next(payer.payerType)
      .next(payer.own)
      .next(situation.class)
      .next(situation.route)
      .next(situation.mechanism)
      .next(situation.category)
      .next(situation.appealable)
      .next(situation.network);
    const startOf = startDatesOf(claim, header, payer.payerType);
    for (const rules of [clocks.opening.get(payer.payerType) ?? NONE, payer.own?.clocks ?? NONE]) {
      const { remarks, events } = askedBy(rules);
      for (const wanted of remarks) place = place.next(situation.hasRemark(wanted));
      for (const event of events) place = startingAt(place, event, startOf);
    }
    place.kept ??= Object.freeze(clocksOf(input, clocks));
    return place.kept;
  };
}

/** What a list of rules may ask of a claim beyond its situation. */
interface Asked {
  readonly remarks: readonly (readonly string[])[];
  readonly events: readonly StartEvent[];
}

const NONE: readonly ClockRule[] = [];
/** Starts that a remittance carries; the others are told alike for every claim. */
const ON_REMITTANCE: readonly StartEvent[] = [
  'remittance_date',
  'service_date',
  'service_from',
  'service_through',
];

function askedByRules(rules: readonly ClockRule[]): Asked {
  const named = new Set(rules.flatMap(({ start, effectiveBy }) => [start, effectiveBy]));
  return {
    remarks: rules.flatMap(({ when }) => (when.remarks === undefined ? [] : [when.remarks])),
    events: ON_REMITTANCE.filter((event) => named.has(event)),
  };
}

function startingAt<T>(place: Place<T>, event: StartEvent, startOf: StartDateOf): Place<T> {
  const start = startOf(event);
  return start.kind === 'known'
    ? place.next(start.startsOn).next(start.countedFrom).next(start.evidence)
    : place.next(null).next(start.countedFrom).next(start.note);
}
