import { openSync, writeSync } from 'node:fs';
import { linesOf } from '../../../../cli/triage/command.ts';
import { findInputs } from '../../../../cli/triage/inputs.ts';
import { textOfLines } from '../../../../cli/triage/ndjson.ts';
import { TriageRun } from '../../../../cli/triage/triage.ts';
import { bundledClocks } from '../../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../../functions/adapters/rulebook-bundled.ts';
import { measure } from '../measure.ts';

/** What `overturn triage --format ndjson FILE > /dev/null` does. */
await measure(async (path) => {
  const run = new TriageRun({ rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] });
  const found = await findInputs([path], '/');
  if (found.kind === 'not_found') throw new Error(found.message);
  const nowhere = openSync('/dev/null', 'w');
  let chargeCents = 0;
  let paidCents = 0;
  for await (const lines of linesOf(run, found)) {
    for (const line of lines) {
      if (line.type !== 'claim') continue;
      chargeCents += line.chargeCents;
      paidCents += line.paidCents;
    }
    if (lines.length > 0) writeSync(nowhere, textOfLines(lines));
  }
  return { claims: run.summary().claims, chargeCents, paidCents };
});
