import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const SCRIPT = `
  const { clocksFor } = await import(${JSON.stringify(new URL('./clock-fixtures.ts', import.meta.url).href)});
  const payers = ['medicare_ffs', 'medicare_advantage', 'tricare', 'fehb'];
  const days = ['2026-09-01', '2024-02-29', '2023-11-01', '2025-12-31'];
  const deadlines = payers.flatMap((payer) =>
    days.map((producedOn) => clocksFor(payer, { route: 'review' }, { lines: [] }, { producedOn, paidOn: null })));
  console.log(JSON.stringify({ offset: new Date().getTimezoneOffset(), deadlines }));`;

function deadlinesReadIn(timeZone: string): { offset: number; deadlines: unknown } {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    encoding: 'utf8',
    env: { ...process.env, TZ: timeZone },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

describe('time zones', () => {
  it('change no deadline, across leap days and the end of a year, from Honolulu over New York to Kiritimati', () => {
    const read = ['Pacific/Honolulu', 'America/New_York', 'Pacific/Kiritimati'].map(deadlinesReadIn);
    expect(new Set(read.map(({ offset }) => offset)).size).toBe(3);
    expect(new Set(read.map(({ deadlines }) => JSON.stringify(deadlines))).size).toBe(1);
  });
});
