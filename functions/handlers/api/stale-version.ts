import type { ApiPorts } from './operation.ts';
import { type Problem, problem } from './problem.ts';

/** The last change of a record; by null = by the system. */
export interface LastChange {
  readonly by: string | null;
  readonly what: string;
  readonly at: string;
}

/**
 * A record that was changed since the person opened it: by whom, what and when, where that is known.
 *
 * @param what the record, as a sentence begins with it: "This file"
 */
export async function staleVersion(
  { settings }: Pick<ApiPorts, 'settings'>,
  what: string,
  currentVersion: number,
  last: LastChange | null,
): Promise<Problem> {
  const title = `${what} has changed since you opened it: look at it again.`;
  const stale = { ...problem('STALE_VERSION', title), currentVersion };
  if (last === null) return stale;
  const name = last.by === null ? 'The system' : ((await settings.user(last.by))?.name ?? 'A colleague');
  return { ...stale, changedBy: { name, what: last.what, at: last.at } };
}
