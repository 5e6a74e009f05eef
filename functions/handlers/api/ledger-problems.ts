import type { Running } from '../../use-cases/redrive-file.ts';
import type { ApiPorts } from './operation.ts';
import { type Problem, problem } from './problem.ts';

/** A load is under way: since when, and who began it. */
export async function redriveRunning(
  { settings }: Pick<ApiPorts, 'settings'>,
  { by, since }: Running,
): Promise<Problem> {
  const title =
    by === null
      ? 'This file is being loaded: wait until that has ended.'
      : 'This file is being loaded again already: wait until that has ended.';
  const name = by === null ? 'The system' : ((await settings.user(by))?.name ?? 'A colleague');
  const what = by === null ? 'FileArrived' : 'FileRedriven';
  return { ...problem('REDRIVE_RUNNING', title), changedBy: { name, what, at: since } };
}

/** Somebody changed an entry of the ledger since the person opened it: who, and when, where that is known. */
export async function staleEntry(
  { settings }: Pick<ApiPorts, 'settings'>,
  title: string,
  currentVersion: number,
  last: { readonly by: string; readonly at: string; readonly what: string } | null,
): Promise<Problem> {
  const stale = { ...problem('STALE_VERSION', title), currentVersion };
  if (last === null) return stale;
  const { by, at, what } = last;
  const name = (await settings.user(by))?.name ?? 'A colleague';
  return { ...stale, changedBy: { name, what, at } };
}
