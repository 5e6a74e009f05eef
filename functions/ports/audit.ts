import type { DenialEvent } from '../core/denial/denial.ts';
import type { PracticeId } from '../core/ids.ts';

/** An event and its place among those of its day: later places compare greater. */
export interface KeptChange {
  /** Begins with the instant. */
  readonly position: string;
  readonly practiceId: PracticeId;
  readonly event: DenialEvent;
}

/** The events of all denials by the day of their instant, in UTC. Written with the event itself, never afterwards. */
export interface ChangesByDay {
  /**
   * The newest changes of one day.
   *
   * @param day yyyy-mm-dd, in UTC
   * @param before only what stands before this position; null = from the day's end
   */
  ofDay(day: string, limit: number, before: string | null): Promise<readonly KeptChange[]>;
  /** Every change from an instant on and before another, some at a time, in no order. */
  between(from: string, until: string): AsyncIterable<readonly KeptChange[]>;
}

/** A root that is kept; its text is an object of the bucket `audit`. */
export interface DailyRoot {
  /** yyyy-mm-dd, in the organisation's time zone. */
  readonly day: string;
  /** SHA-256 of the text. */
  readonly root: string;
  /** Root of the day before. */
  readonly previous: string | null;
  readonly from: string;
  readonly until: string;
  /** How many denials changed on the day. */
  readonly heads: number;
  readonly objectVersionId: string;
}

export interface DailyRoots {
  /** The newest one. */
  last(): Promise<DailyRoot | null>;
  find(day: string): Promise<DailyRoot | null>;
  /** Once and for all: the root of a day is never replaced. */
  keep(root: DailyRoot): Promise<'kept' | 'there_already'>;
}

/** Where the text of a day's root is, in the bucket `audit`. */
export function rootKey(day: string): string {
  return `roots/${day}.txt`;
}
