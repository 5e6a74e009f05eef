/**
 * What a log line may say: ids, codes, counts and times. There is no free text and no object, so nothing of a
 * patient can get in (DESIGN promise 6). A new key is a decision: think of what its values can be.
 */
export interface LogFields {
  readonly handler?: string;
  readonly denialId?: string;
  readonly remittanceId?: string;
  readonly fileSha256?: string;
  readonly state?: string;
  readonly ruleId?: string;
  readonly operation?: string;
  /** Outcome, error name or error code. */
  readonly outcome?: string;
  readonly errorName?: string;
  readonly code?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly counts?: Readonly<Record<string, number>>;
}

type Level = 'info' | 'warn' | 'error';

// Ids, codes and class names look like this; whatever does not is not written.
const WORD = /^[A-Za-z0-9_.:-]{1,100}$/;

/** Writes one line of JSON. `event` is a fixed word of the code, past tense: fileLoaded, denialRouted, failed. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  const { counts, ...rest } = fields;
  const line = {
    level,
    event,
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, safe(value)])),
    ...(counts !== undefined && { counts: Object.fromEntries(Object.entries(counts).map(numbersOnly)) }),
  };
  console[level](JSON.stringify(line));
}

/** Name and code of an error and nothing else: messages may quote what they choked on. */
export function errorFields(error: unknown): Pick<LogFields, 'errorName' | 'code'> {
  if (!(error instanceof Error)) return { errorName: 'NotAnError' };
  const code: unknown = 'code' in error ? error.code : undefined;
  return { errorName: error.name, ...(typeof code === 'string' && { code }) };
}

function safe(value: unknown): unknown {
  return typeof value === 'number' || (typeof value === 'string' && WORD.test(value)) ? value : '[withheld]';
}

function numbersOnly([key, value]: [string, unknown]): [string, unknown] {
  return [key, typeof value === 'number' ? value : '[withheld]'];
}
