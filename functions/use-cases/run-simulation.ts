import type { CompiledClocks } from '../core/deadline/compile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { type Simulation, simulateClaim } from '../core/rulebook/simulate/simulate.ts';
import { SimulationTally } from '../core/rulebook/simulate/tally.ts';
import type { CalendarDate } from '../core/time/calendar-date.ts';
import type {
  SimulationMessage,
  SimulationQueue,
  SimulationRequest,
  SimulationStep,
  SimulationStore,
} from '../ports/simulations.ts';
import { factsAt } from './archive-facts.ts';
import { readDecisionFacts } from './read-decision-facts.ts';

export interface RunSimulationPorts {
  readonly simulations: SimulationStore;
  readonly simulationQueue: SimulationQueue;
  readonly release: string;
  readonly compile: (layer: Layer | null) => CompiledRulebook;
  readonly clocks: CompiledClocks;
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
}

// An object of facts takes well under a second.
const STOP_AT_MS = 10_000;

/**
 * Takes the next range of a simulation: as many archived facts as there is time for, merged with the figures of the
 * ranges before. A step that was taken before is not taken again; only its message is, so that a simulation goes on
 * from any crash and any redelivery.
 */
export async function runSimulation(
  { simulationId, step }: SimulationMessage,
  ports: RunSimulationPorts,
): Promise<SimulationStep> {
  const { simulations } = ports;
  const request = await simulations.request(simulationId);
  const before = step === 1 ? START : await simulations.step(simulationId, step - 1);
  if (request === null || before === null) throw new UnknownSimulationError();
  const taken =
    (await simulations.step(simulationId, step)) ??
    (request.release === ports.release
      ? await takeRange(step, before, request, ports)
      : { ...before, step, state: 'overtaken' as const });
  await simulations.keepStep(simulationId, taken);
  if (taken.state === 'running') await ports.simulationQueue.send({ simulationId, step: step + 1 });
  return taken;
}

const START: Omit<SimulationStep, 'step'> = {
  state: 'running',
  after: null,
  covered: null,
  tally: new SimulationTally().data(),
};

async function takeRange(
  step: number,
  before: Omit<SimulationStep, 'step'>,
  request: SimulationRequest,
  ports: RunSimulationPorts,
): Promise<SimulationStep> {
  const simulation = simulationOf(request, ports);
  const range = new SimulationTally();
  let { after, covered } = before;
  let state: SimulationStep['state'] = 'done';
  for await (const key of ports.simulations.factKeys(after ?? `facts/${request.from ?? ''}`)) {
    const at = factsAt(key);
    if (at === null || !isWanted(at.day, request)) continue;
    // At least one object a run, however short the time.
    if (after !== before.after && ports.timeLeftMs() < STOP_AT_MS) {
      state = 'running';
      break;
    }
    after = key;
    const { remittanceId, lastOrdinal } = at;
    // Loads that were tried again may have archived claims twice, in objects that overlap.
    const read = covered?.remittanceId === remittanceId ? covered.lastOrdinal : 0;
    if (lastOrdinal <= read) continue;
    await simulateObject(key, read, simulation, ports, range);
    covered = { remittanceId, lastOrdinal };
  }
  const merged = SimulationTally.of(before.tally);
  merged.merge(range);
  return { step, state, after, covered, tally: merged.data() };
}

async function simulateObject(
  key: string,
  readUpTo: number,
  simulation: Simulation,
  { simulations }: RunSimulationPorts,
  tally: SimulationTally,
): Promise<void> {
  for await (const lines of readDecisionFacts(await simulations.openFacts(key))) {
    for (const { line, fact } of lines) {
      if (fact === null) tally.countUnreadable({ source: key, line });
      else if (fact.ordinal > readUpTo) simulateClaim(fact, simulation, tally);
    }
  }
}

function simulationOf(
  { presentLayer, proposedLayer, payers, asOf }: SimulationRequest,
  { compile, clocks }: RunSimulationPorts,
): Simulation {
  const terms = knownPayers(payers).flatMap(({ own }) =>
    own === undefined ? [] : [[own.payer, own] as const],
  );
  return {
    present: { rulebook: compile(presentLayer), clocks },
    proposed: { rulebook: compile(proposedLayer), clocks },
    terms: new Map(terms),
    asOf: asOf as CalendarDate,
  };
}

function isWanted(day: string | null, { from, until }: SimulationRequest): boolean {
  if (day === null) return from === null && until === null;
  return (from === null || day >= from) && (until === null || day <= until);
}

/** A message names a simulation, or a step of one, that was never begun. */
export class UnknownSimulationError extends Error {
  override readonly name = 'UnknownSimulationError';
  readonly code = 'DEN-1002';
  constructor() {
    super('There is no such simulation.');
  }
}
