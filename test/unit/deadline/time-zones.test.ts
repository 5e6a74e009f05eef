import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const SCRIPT = `
  const { clocksFor } = await import(${JSON.stringify(new URL('./clock-fixtures.ts', import.meta.url).href)});
  const payers = ['medicare_ffs', 'medicare_advantage', 'tricare', 'fehb'];
  const deadlines = payers.map((payer) => clocksFor(payer, { route: 'review' }));
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
  it('change no deadline, from Honolulu over New York to Kiritimati', () => {
    const read = ['Pacific/Honolulu', 'America/New_York', 'Pacific/Kiritimati'].map(deadlinesReadIn);
    expect(new Set(read.map(({ offset }) => offset)).size).toBe(3);
    expect(new Set(read.map(({ deadlines }) => JSON.stringify(deadlines))).size).toBe(1);
  });
});
