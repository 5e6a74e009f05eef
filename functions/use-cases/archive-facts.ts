import type { DecisionFact } from '../core/rulebook/simulate/decision-fact.ts';
import { earlierOf, parseCalendarDate } from '../core/time/calendar-date.ts';
import type { ObjectStore } from '../ports/object-store.ts';

// About 2 MB: few objects of a big remittance, and little memory.
const CLAIMS_AN_OBJECT = 2000;

/**
 * Archives decision facts of claims that come in order, remittance by remittance. The key is made of the day, the
 * remittance and the claims alone: a load that is tried again writes the same objects, or such that overlap, which
 * readers see by their names.
 */
export class FactArchive {
  readonly #objects: Pick<ObjectStore, 'put'>;
  #facts: DecisionFact[] = [];

  constructor(objects: Pick<ObjectStore, 'put'>) {
    this.#objects = objects;
  }

  async add(fact: DecisionFact): Promise<void> {
    const [first] = this.#facts;
    if (first !== undefined && first.remittanceId !== fact.remittanceId) await this.flush();
    this.#facts.push(fact);
    if (this.#facts.length >= CLAIMS_AN_OBJECT) await this.flush();
  }

  /** Writes what is left. Whoever says that claims are loaded must have called it. */
  async flush(): Promise<void> {
    const facts = this.#facts;
    const [first, last] = [facts[0], facts.at(-1)];
    if (first === undefined || last === undefined) return;
    this.#facts = [];
    await this.#objects.put({
      bucket: 'archive',
      key: factsKeyOf(first, last.ordinal),
      body: new TextEncoder().encode(facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')),
      contentType: 'application/x-ndjson',
    });
  }
}

/** Of remittances without a usable date; sorts behind every day. */
const UNDATED = 'undated';

/**
 * Where the facts of claims of one remittance lie: by its day (the earlier of DTM*405 and BPR16), then itself, then its
 * claims from first to last.
 *
 * @example
 * factsKeyOf(fact, 2000) // 'facts/2026-11-02/0f…/0000001-0002000.ndjson'
 */
export function factsKeyOf(
  { producedOn, paidOn, remittanceId, ordinal }: DecisionFact,
  lastOrdinal: number,
): string {
  const day = earlierOf(parseCalendarDate(producedOn), parseCalendarDate(paidOn)) ?? UNDATED;
  const numbered = (claim: number) => String(claim).padStart(7, '0');
  return `facts/${day}/${remittanceId}/${numbered(ordinal)}-${numbered(lastOrdinal)}.ndjson`;
}

/** What a key of {@link factsKeyOf} says, or null where it is none. */
export function factsAt(key: string): {
  readonly day: string | null;
  readonly remittanceId: string;
  readonly lastOrdinal: number;
} | null {
  const [, day = '', remittanceId = '', last = ''] =
    /^facts\/(\d{4}-\d{2}-\d{2}|undated)\/([0-9a-f]{32})\/\d{7,}-(\d{7,})\.ndjson$/.exec(key) ?? [];
  if (remittanceId === '') return null;
  return { day: day === UNDATED ? null : day, remittanceId, lastOrdinal: Number(last) };
}
