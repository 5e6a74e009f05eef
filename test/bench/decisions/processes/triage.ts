import { openSync, writeSync } from 'node:fs';
import { linesOf } from '../../../../cli/triage/command.ts';
import { findInputs } from '../../../../cli/triage/inputs.ts';
import { textOfLines } from '../../../../cli/triage/ndjson.ts';
import { TriageRun } from '../../../../cli/triage/triage.ts';
import { bundledClocks } from '../../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../../functions/adapters/rulebook-bundled.ts';

/** What `overturn triage [--no-decisions] --format ndjson FILE > /dev/null` does. */
const [path = '', mode] = process.argv.slice(2);
const rules =
  mode === 'off'
    ? ({ rulebook: null, payers: [] } as const)
    : { rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] };
const run = new TriageRun(rules);
const found = await findInputs([path], '/');
if (found.kind === 'not_found') throw new Error(found.message);
const nowhere = openSync('/dev/null', 'w');
for await (const lines of linesOf(run, found)) if (lines.length > 0) writeSync(nowhere, textOfLines(lines));
const { claims, denials = null } = run.summary();
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ claims, denials, cpuSeconds: (user + system) / 1e6 }));
