import { bundledClocks } from '../../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../../functions/adapters/rulebook-bundled.ts';
import { overRelease } from '../../../../functions/adapters/rulebook-files.ts';
import { reportOf } from '../../../../functions/core/rulebook/simulate/report.ts';
import { simulateClaim } from '../../../../functions/core/rulebook/simulate/simulate.ts';
import { SimulationTally } from '../../../../functions/core/rulebook/simulate/tally.ts';
import type { CalendarDate } from '../../../../functions/core/time/calendar-date.ts';
import { readDecisionFacts } from '../../../../functions/use-cases/read-decision-facts.ts';
import { openInChunks } from './chunks.ts';

/** Both rulebooks, all clocks of what changes, and the report. */
const layer = {
  layer: { number: 1, name: 'Bench', changed: '2026-11-01' },
  overrides: [
    {
      id: 'org.bench',
      groups: ['CO'],
      carcs: ['50', '197'],
      route: 'documentation',
      says: 'Records first.',
      source: 'Made up',
      confidence: 'high',
    },
  ],
};
const found = overRelease([{ name: 'layer.json', text: JSON.stringify(layer) }]);
if (found.kind === 'refused') throw new Error('The layer is refused.');
const clocks = bundledClocks();
const simulation = {
  present: { rulebook: bundledRulebook(), clocks },
  proposed: { rulebook: found.rulebook, clocks },
  terms: new Map(),
  asOf: '2026-11-23' as CalendarDate,
};
const tally = new SimulationTally();
for await (const lines of readDecisionFacts(openInChunks(process.argv[2] ?? ''))) {
  for (const { line, fact } of lines) {
    if (fact === null) throw new Error(`Line ${line} is no fact.`);
    simulateClaim(fact, simulation, tally);
  }
}
const { claims, denials, changed, notAsArchived } = reportOf(tally, {
  rulebooks: { present: 'present', proposed: 'proposed' },
  asOf: simulation.asOf,
});
if (notAsArchived > 0) throw new Error(`${notAsArchived} claims are not decided as archived.`);
process.stdout.write(
  JSON.stringify({
    claims,
    denials: denials.present.denials,
    changed: changed.denials,
    peakMB: process.resourceUsage().maxRSS / 1024,
  }),
);
