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
