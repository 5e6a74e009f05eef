import reasons from '../../rulebook/write-offs/reasons.json' with { type: 'json' };
import { type WriteOffReason, writeOffReasonsSchema } from '../core/write-off/reasons.ts';

/** Why money may be given up, in words, as this release has it. */
export function bundledWriteOffReasons(): readonly WriteOffReason[] {
  return writeOffReasonsSchema.parse(reasons);
}
