import { errorFields, log } from '../../adapters/log.ts';
import type { DenialId } from '../../core/ids.ts';
import type { ActResult } from '../../use-cases/act-on-denial.ts';
import type { FailedAct } from '../../use-cases/act-on-each.ts';

/** What became of one denial of several. A failure is logged by name and code, and told without them. */
export function itemResult(denialId: DenialId, result: ActResult | FailedAct): object {
  switch (result.kind) {
    case 'changed':
      return { denialId, outcome: 'done', version: result.denial.version, code: null, sentence: null };
    case 'conflict':
      return {
        denialId,
        outcome: 'changed_meanwhile',
        version: result.current.version,
        code: 'STALE_VERSION',
        sentence: 'This denial has changed since you opened the list: look at it again.',
      };
    case 'refused':
      return { denialId, outcome: 'refused', version: null, code: result.code, sentence: result.sentence };
    case 'forbidden':
      return { denialId, outcome: 'refused', version: null, code: 'FORBIDDEN', sentence: result.reason };
    case 'unknown':
      return {
        denialId,
        outcome: 'unknown',
        version: null,
        code: 'NOT_FOUND',
        sentence: 'There is no such denial.',
      };
    case 'failed':
      log('error', 'itemFailed', { denialId, ...errorFields(result.error) });
      return {
        denialId,
        outcome: 'failed',
        version: null,
        code: 'INTERNAL',
        sentence: 'Something went wrong on our side with this one: look at it again.',
      };
  }
}
