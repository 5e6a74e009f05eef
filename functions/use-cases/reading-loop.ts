/** A reader that events are pushed out of: of remittances, or of claims as sent. */
export interface PushReader {
  push(chunk: Uint8Array): void;
  end(): void;
}

// Room to finish what is in flight (a throttled batch waits some seconds) and to send the message that goes on.
const STOP_AT_MS = 20_000;

// However short the time: enough claims a run that even the longest file ends.
const CLAIMS_AT_LEAST = 50;

/** When a load stops by itself, before it is stopped from outside. */
export class TimeLimit {
  readonly #timeLeftMs: () => number;
  #stored = 0;

  constructor(timeLeftMs: () => number) {
    this.#timeLeftMs = timeLeftMs;
  }

  countClaim(): void {
    this.#stored += 1;
  }

  isUp(): boolean {
    return this.#stored >= CLAIMS_AT_LEAST && this.#timeLeftMs() < STOP_AT_MS;
  }
}

/**
 * Reads a source to its end, or to where `take` stops: it is given the events of each chunk and the source waits
 * meanwhile. Returns the place where `take` stopped, null at the end.
 */
export async function takeEvents<Event, Place>(
  source: AsyncIterable<Uint8Array>,
  openReader: (emit: (event: Event) => void) => PushReader,
  take: (events: readonly Event[]) => Promise<Place | null>,
): Promise<Place | null> {
  let events: Event[] = [];
  const reader = openReader((event) => events.push(event));
  const takeThem = () => {
    const batch = events;
    events = [];
    return take(batch);
  };
  for await (const chunk of source) {
    reader.push(chunk);
    const stoppedAt = await takeThem();
    if (stoppedAt !== null) return stoppedAt;
  }
  reader.end();
  return takeThem();
}
