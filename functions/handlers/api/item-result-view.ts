import type { DenialId } from '../../core/ids.ts';
import type { ActResult } from '../../use-cases/act-on-denial.ts';

/** What became of one denial of several. */
export function itemResult(denialId: DenialId, result: ActResult): object {
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
  }
}
