import { secondsAfter } from '../../core/time/instant.ts';
import type { Clock } from '../../ports/clock.ts';

/** A clock that stands still until it is moved. Its days are those of UTC. */
export class MemoryClock implements Clock {
  #now: string;

  /** @param now ISO UTC instant. */
  constructor(now: string) {
    this.#now = now;
  }

  now(): string {
    return this.#now;
  }

  today(): string {
    return this.#now.slice(0, 10);
  }

  hourOfDay(): number {
    return Number(this.#now.slice(11, 13));
  }

  advanceSeconds(seconds: number): void {
    this.#now = secondsAfter(this.#now, seconds);
  }

  advanceDays(days: number): void {
    this.advanceSeconds(days * 86_400);
  }
}
