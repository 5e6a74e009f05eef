import type { FilePart, LoadPlan, PartOutcome, PartStore } from '../../ports/part-store.ts';
import { filePartSchema, partOutcomeSchema } from '../stored-part.ts';

interface StoredPlan {
  readonly parts: ReadonlyMap<number, FilePart>;
  readonly remittances: number;
  readonly outcomes: Map<number, PartOutcome>;
}

/** The plans of big files in memory: same contract. Everything passes through its schema. */
export class MemoryPartStore implements PartStore {
  readonly #plans = new Map<string, StoredPlan>();

  async registerPlan(
    fileSha256: string,
    { parts, remittances }: { readonly parts: readonly FilePart[]; readonly remittances: number },
  ): Promise<LoadPlan> {
    const known = this.#plans.get(fileSha256);
    if (known !== undefined) return inForce(known);
    const stored = parts.map((part) => filePartSchema.parse(structuredClone(part)));
    const plan = {
      parts: new Map(stored.map((part) => [part.part, part])),
      remittances,
      outcomes: new Map(),
    };
    this.#plans.set(fileSha256, plan);
    return inForce(plan);
  }

  async readPlan(fileSha256: string): Promise<LoadPlan | null> {
    const plan = this.#plans.get(fileSha256);
    return plan === undefined ? null : inForce(plan);
  }

  async readPart(fileSha256: string, part: number): Promise<FilePart | null> {
    return this.#plans.get(fileSha256)?.parts.get(part) ?? null;
  }

  async recordPart(fileSha256: string, part: number, outcome: PartOutcome): Promise<LoadPlan> {
    const plan = this.#plans.get(fileSha256);
    if (plan === undefined) throw new Error('A part of a file without a plan.');
    plan.outcomes.set(part, partOutcomeSchema.parse(structuredClone(outcome)));
    return inForce(plan);
  }

  async outcomes(fileSha256: string): Promise<readonly PartOutcome[]> {
    return [...(this.#plans.get(fileSha256)?.outcomes.values() ?? [])];
  }
}

function inForce({ parts, remittances, outcomes }: StoredPlan): LoadPlan {
  return { parts: parts.size, remittances, done: new Set(outcomes.keys()) };
}
