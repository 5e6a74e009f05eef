import type { RegistryPayer } from '../core/payer/registry.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { TallyData } from '../core/rulebook/simulate/tally.ts';

/** What a person asked for, with everything that was in force then: every step decides by the same. */
export interface SimulationRequest {
  readonly simulationId: string;
  readonly startedAt: string;
  readonly startedBy: string;
  /** Version of the rulebook of the release. */
  readonly release: string;
  /** Layers over the release; null = the release alone. */
  readonly presentLayer: Layer | null;
  readonly proposedLayer: Layer | null;
  readonly payers: readonly RegistryPayer[];
  /** Days of remittances, both included; null = open. With either, remittances without a day are left out. */
  readonly from: string | null;
  readonly until: string | null;
  readonly asOf: string;
}

/** How far a simulation is after a step, and its figures until there. */
export interface SimulationStep {
  readonly step: number;
  /** `overtaken`: another release was deployed meanwhile, which decides otherwise. */
  readonly state: 'running' | 'done' | 'overtaken';
  /** Key of the last facts that were read, and the claims of that remittance that were. */
  readonly after: string | null;
  readonly covered: { readonly remittanceId: string; readonly lastOrdinal: number } | null;
  readonly tally: TallyData;
}

/** Archived decision facts, and what is kept of simulations over them. */
export interface SimulationStore {
  /** Keys of archived facts in ascending order, behind `after`. */
  factKeys(after: string): AsyncIterable<string>;
  openFacts(key: string): Promise<AsyncIterable<Uint8Array>>;
  keepRequest(request: SimulationRequest): Promise<void>;
  request(simulationId: string): Promise<SimulationRequest | null>;
  /** Also makes it the latest. */
  keepStep(simulationId: string, step: SimulationStep): Promise<void>;
  step(simulationId: string, step: number): Promise<SimulationStep | null>;
  latest(simulationId: string): Promise<SimulationStep | null>;
}

/** One message: the next range of a simulation. */
export interface SimulationMessage {
  readonly simulationId: string;
  /** From 1. */
  readonly step: number;
}
export interface SimulationQueue {
  send(message: SimulationMessage): Promise<void>;
}
