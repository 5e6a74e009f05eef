import { createHash } from 'node:crypto';
import type { DenialEvent } from '../denial/denial.ts';

/** The event with its place in the chain: `hash` covers every other field, `prevHash` among them. */
export function sealEvent(event: Omit<DenialEvent, 'hash'>): DenialEvent {
  return { ...event, hash: hashOf(event) };
}

/**
 * The version that the first missing or changed event should have; null where the chain is whole: each event, the
 * oldest first, names its predecessor's hash and hashes to its own.
 */
export function brokenAt(events: readonly DenialEvent[]): number | null {
  let prevHash: string | null = null;
  for (const [index, { hash, ...event }] of events.entries()) {
    const version = index + 1;
    if (event.version !== version || event.prevHash !== prevHash || hashOf(event) !== hash) return version;
    prevHash = hash;
  }
  return null;
}

function hashOf(event: Omit<DenialEvent, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
}

/** JSON with sorted keys, so that the order in which a store returns fields does not matter. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
