import { secondsAfter } from '../core/time/instant.ts';
import type { RebuildLease, ViewGenerations } from '../ports/view-generations.ts';
import { type ProjectPorts, projectInto } from './project-denials.ts';

export interface RebuildPorts extends ProjectPorts {
  readonly generations: ViewGenerations;
  /** Who rebuilds: another one for every run. */
  readonly holder: string;
}

export type Rebuilt =
  | { readonly kind: 'rebuilt'; readonly generation: number; readonly records: number }
  | Taken;

/** Another rebuild has the right to, or took it over from one that was silent for too long. */
export interface Taken {
  readonly kind: 'taken';
  readonly by: RebuildLease;
}

// Prolonged with every page; a rebuild that died keeps others waiting no longer than this.
const LEASE_SECONDS = 5 * 60;

// The API answers within 29 seconds and project ends within 60: nobody who began before the switch reads on after it.
const READ_ON_SECONDS = 90;

/**
 * Makes all views anew from the records, beside those in use, and then lets them answer. Meanwhile every change goes
 * into both. Stopped half-way, nothing has changed: the next run begins another generation. One at a time.
 *
 * @param told how many records were projected so far
 */
export async function rebuildViews(ports: RebuildPorts, told: (records: number) => void): Promise<Rebuilt> {
  const { generations, clock } = ports;
  const taken = await prolonged(ports);
  if (taken !== null) return taken;
  const generation = await generations.begin();
  let records = 0;
  let cursor: string | null = null;
  do {
    const found: Awaited<ReturnType<ProjectPorts['records']['allIds']>> = await ports.records.allIds(cursor);
    await projectInto(generation, found.ids, ports, 'silent');
    records += found.ids.length;
    told(records);
    cursor = found.cursor;
    const overtaken = await prolonged(ports);
    if (overtaken !== null) return overtaken;
  } while (cursor !== null);
  const now = clock.now();
  // Between the last look at the lease and here it may have lapsed: then another generation is being built.
  const switched = await generations.switchTo(generation, now);
  const after = await generations.lease({ holder: ports.holder, until: now }, now);
  if (after.kind === 'taken') return after;
  if (switched === 'lost') throw new GenerationLostError();
  return { kind: 'rebuilt', generation, records };
}

export type Deleted =
  | { readonly kind: 'deleted'; readonly items: number }
  /** Somebody may still read what was superseded, until this instant. */
  | { readonly kind: 'too_early'; readonly until: string }
  | Taken;

/**
 * Deletes every view that neither answers nor is being built: what was superseded, and what rebuilds left that died.
 * Stopped half-way, the next run deletes the rest.
 *
 * @param told how many items were deleted so far
 */
export async function deleteSuperseded(ports: RebuildPorts, told: (items: number) => void): Promise<Deleted> {
  const { generations, holder, clock } = ports;
  const switchedAt = await generations.switchedAt();
  const until = switchedAt === null ? null : secondsAfter(switchedAt, READ_ON_SECONDS);
  if (until !== null && until > clock.now()) return { kind: 'too_early', until };
  let items = 0;
  let cursor: string | null = null;
  do {
    const taken = await prolonged(ports);
    if (taken !== null) return taken;
    const found = await generations.deleteSome(cursor);
    items += found.deleted;
    told(items);
    cursor = found.cursor;
  } while (cursor !== null);
  const now = clock.now();
  await generations.lease({ holder, until: now }, now);
  return { kind: 'deleted', items };
}

async function prolonged({ generations, holder, clock }: RebuildPorts): Promise<Taken | null> {
  const now = clock.now();
  const result = await generations.lease({ holder, until: secondsAfter(now, LEASE_SECONDS) }, now);
  return result.kind === 'taken' ? result : null;
}

/** The generation that was built is not the one that was begun last: another rebuild came and went. */
export class GenerationLostError extends Error {
  override readonly name = 'GenerationLostError';
  readonly code = 'DEN-3013';
  constructor() {
    super('Another rebuild was faster; the views are as it left them.');
  }
}
