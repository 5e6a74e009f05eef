/** Time as the use cases see it. */
export interface Clock {
  /** ISO UTC instant. */
  now(): string;
  /** yyyy-mm-dd in the organisation's time zone. */
  today(): string;
  /** 0-23 in the organisation's time zone. */
  hourOfDay(): number;
}
