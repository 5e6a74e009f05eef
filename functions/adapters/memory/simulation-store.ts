import type {
  SimulationMessage,
  SimulationQueue,
  SimulationRequest,
  SimulationStep,
  SimulationStore,
} from '../../ports/simulations.ts';
import type { MemoryObjectStore } from './object-store.ts';

/** Simulations in memory, over the facts in an archive in memory. */
export class MemorySimulationStore implements SimulationStore {
  readonly #objects: MemoryObjectStore;
  readonly #kept = new Map<string, string>();

  constructor(objects: MemoryObjectStore) {
    this.#objects = objects;
  }

  async *factKeys(after: string): AsyncGenerator<string> {
    const keys = new Set(this.#objects.list('archive').map(({ key }) => key));
    yield* [...keys].filter((key) => key.startsWith('facts/') && key > after).sort();
  }

  async openFacts(key: string): Promise<AsyncIterable<Uint8Array>> {
    return this.#objects.stream(await this.#objects.newest('archive', key));
  }

  async keepRequest(request: SimulationRequest): Promise<void> {
    this.#kept.set(request.simulationId, JSON.stringify(request));
  }

  async request(simulationId: string): Promise<SimulationRequest | null> {
    return this.#read(simulationId);
  }

  async keepStep(simulationId: string, step: SimulationStep): Promise<void> {
    this.#kept.set(`${simulationId} ${step.step}`, JSON.stringify(step));
    this.#kept.set(`${simulationId} latest`, JSON.stringify(step));
  }

  async step(simulationId: string, step: number): Promise<SimulationStep | null> {
    return this.#read(`${simulationId} ${step}`);
  }

  async latest(simulationId: string): Promise<SimulationStep | null> {
    return this.#read(`${simulationId} latest`);
  }

  #read<T>(key: string): T | null {
    return JSON.parse(this.#kept.get(key) ?? 'null') as T | null;
  }
}

export class MemorySimulationQueue implements SimulationQueue {
  readonly messages: SimulationMessage[] = [];

  async send(message: SimulationMessage): Promise<void> {
    this.messages.push(message);
  }
}
