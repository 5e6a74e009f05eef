import type { Generations } from './view-store.ts';

/** The right to rebuild: one at a time has it, and loses it where it does not prolong it. */
export interface RebuildLease {
  readonly holder: string;
  /** ISO UTC. */
  readonly until: string;
}

export type LeaseResult =
  | { readonly kind: 'leased' }
  /** Somebody else has it. */
  | { readonly kind: 'taken'; readonly by: RebuildLease };

/** How views are built whole beside those in use. What only a rebuild may do: no function has the rights. */
export interface ViewGenerations {
  /** Takes the lease where nobody has it at this instant, or prolongs one's own. `until` = now gives it back. */
  lease(lease: RebuildLease, now: string): Promise<LeaseResult>;
  /** Begins an empty generation, or another one where one was begun and never finished. */
  begin(): Promise<number>;
  /** Lets the built generation answer from this instant on; `lost` where another one is being built by now. */
  switchTo(generation: number, at: string): Promise<'switched' | 'lost'>;
  /** When the generation that answers began to; null of the first one. */
  switchedAt(): Promise<string | null>;
  /**
   * Deletes what belongs neither to the generation that answers nor to one that is being built: some of it, from a
   * cursor on. Without a cursor it begins anew and finds what an earlier walk left.
   */
  deleteSome(cursor: string | null): Promise<{ readonly deleted: number; readonly cursor: string | null }>;
}

/** Whether nobody reads it and nobody builds it. One that is begun meanwhile has a greater number than any known here. */
export function isSuperseded(generation: number, { current, building }: Generations): boolean {
  return generation < Math.max(current, building ?? 0) && generation !== current;
}
