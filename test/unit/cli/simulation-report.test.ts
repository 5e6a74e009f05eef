import { expect, test } from 'vitest';
import { reportText } from '../../../cli/simulate/report-text.ts';
import { reportOf } from '../../../functions/core/rulebook/simulate/report.ts';
import { type ClockTrouble, SimulationTally } from '../../../functions/core/rulebook/simulate/tally.ts';

test('a report lists the clocks in trouble by payer and kind, the payer with the most of them first', () => {
  const tally = new SimulationTally();
  const change = (payerName: string, clock: ClockTrouble | null, ordinal: number) =>
    tally.countChange({
      denialId: `denial-${ordinal}`,
      ...{ payer: payerName.slice(0, 3), payerName },
      ...{ reason: 'CO-50', cents: 100, from: 'appeal', to: 'documentation' },
      ...{ ruleBefore: 'a.b', ruleAfter: 'c.d', clock },
    });
  change('CALM HEALTH', null, 1);
  change('ONE TROUBLE', 'no_date', 2);
  change('TWO TROUBLES', 'too_late', 3);
  change('TWO TROUBLES', 'lapses_first', 4);

  const report = reportOf(tally, { rulebooks: { present: '1', proposed: '2' }, asOf: '2026-11-23' });
  const text = reportText({ ...report, claims: 4 }, 100);

  const table = text.slice(text.indexOf('\nClocks in trouble\n'), text.indexOf('\nExamples'));
  const rows = table.split('\n').filter((row) => row.startsWith('│'));
  expect(
    rows.map((row) =>
      row
        .split('│')
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
  ).toEqual([
    ['Payer', 'Too late', 'Another lapses first', 'No date any more'],
    ['TWO TROUBLES (TWO)', '1', '1', '0'],
    ['ONE TROUBLE (ONE)', '0', '0', '1'],
  ]);
});
