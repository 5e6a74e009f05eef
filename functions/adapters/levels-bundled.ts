import amounts from '../../rulebook/levels/amounts-in-controversy.json' with { type: 'json' };
import answerTimes from '../../rulebook/levels/answer-times.json' with { type: 'json' };
import levels from '../../rulebook/levels/levels.json' with { type: 'json' };
import { compileLevels, type Levels } from '../core/answer/levels.ts';

/** The levels of appeal and the times to answer of this release. Compile once and keep. */
export function bundledLevels(): Levels {
  return compileLevels({ levels, amounts, answerTimes });
}
