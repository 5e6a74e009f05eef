import anyPayer from '../../rulebook/deadlines/any-payer.json' with { type: 'json' };
import channels from '../../rulebook/deadlines/channels.json' with { type: 'json' };
import closings from '../../rulebook/deadlines/closings.json' with { type: 'json' };
import commercial from '../../rulebook/deadlines/commercial.json' with { type: 'json' };
import federalProgrammes from '../../rulebook/deadlines/federal-programmes.json' with { type: 'json' };
import interactions from '../../rulebook/deadlines/interactions.json' with { type: 'json' };
import medicaid from '../../rulebook/deadlines/medicaid.json' with { type: 'json' };
import medicare from '../../rulebook/deadlines/medicare.json' with { type: 'json' };
import medicareAdvantage from '../../rulebook/deadlines/medicare-advantage.json' with { type: 'json' };
import noSurprisesAct from '../../rulebook/deadlines/no-surprises-act.json' with { type: 'json' };
import stateProgrammes from '../../rulebook/deadlines/state-programmes.json' with { type: 'json' };
import release from '../../rulebook/rulebook.json' with { type: 'json' };
import { type CompiledClocks, compileClocks } from '../core/deadline/compile.ts';

/** rulebook/deadlines as one value, for {@link compileClocks}. */
export const bundledClockData = {
  version: release.version,
  rules: [
    ...medicare,
    ...medicareAdvantage,
    ...medicaid,
    ...commercial,
    ...noSurprisesAct,
    ...federalProgrammes,
    ...stateProgrammes,
    ...anyPayer,
  ],
  channels,
  closings,
  interactions,
};

/**
 * The clocks of this release. Compile once and keep.
 *
 * @throws Error when the bundled data does not compile: a broken build, never an input.
 */
export function bundledClocks(): CompiledClocks {
  const compilation = compileClocks(bundledClockData);
  if (compilation.kind === 'refused') {
    throw new Error(`The bundled clocks are refused:\n${compilation.problems.join('\n')}`);
  }
  return compilation.clocks;
}
