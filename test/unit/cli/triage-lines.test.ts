import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type TriageLine, triageLineSchema } from '../../../cli/triage/lines.ts';
import { textOfLines } from '../../../cli/triage/ndjson.ts';
import { type TriageRules, TriageRun } from '../../../cli/triage/triage.ts';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { createRemittanceReader } from '../../../functions/core/remittance/reader.ts';
import type { CalendarDate } from '../../../functions/core/time/calendar-date.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = (name: string): Buffer => readFileSync(path.join(root, 'events/samples', name));

const deciding: TriageRules = { rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] };

function triage(...files: readonly Uint8Array[]): TriageLine[] {
  return linesBy(deciding, files);
}

function linesBy(rules: TriageRules, files: readonly Uint8Array[]): TriageLine[] {
  const run = new TriageRun(rules);
  const lines: TriageLine[] = [];
  for (const [index, bytes] of files.entries()) {
    const file = `file-${index + 1}.835`;
    run.startFile();
    const reader = createRemittanceReader((event) => {
      const line = run.lineOf(file, event);
      if (line !== null) lines.push(line);
    });
    reader.push(bytes);
    reader.end();
    const missing = run.endFile(file);
    if (missing !== null) lines.push(missing);
  }
  return [...lines, run.summary()];
}

function only<T extends TriageLine['type']>(lines: readonly TriageLine[], type: T) {
  return lines.filter((line): line is TriageLine & { type: T } => line.type === type);
}

describe('the lines of triage', () => {
  test.each([
    'commercial-medical-necessity.835',
    'commercial-mixed.835',
    'holds.835',
    'medicaid-mixed.835',
    'medicare-part-b.835',
    'reversal-and-correction.835',
    'several-transactions.835',
    'unbalanced.835',
  ])('of %s all fit the published schema', (name) => {
    for (const line of triage(sample(name))) expect(triageLineSchema.parse(line)).toEqual(line);
  });

  test('warn of a remittance that is dated after the day it is read on, and count no clock from there', () => {
    const run = new TriageRun(deciding, '2026-09-01' as CalendarDate);
    const lines: TriageLine[] = [];
    const reader = createRemittanceReader((event) => {
      const line = run.lineOf('ahead.835', event);
      if (line !== null) lines.push(triageLineSchema.parse(line));
    });
    reader.push(sample('medicare-part-b.835'));
    reader.end();

    expect(only(lines, 'warning')).toMatchObject([
      { code: 'dated_ahead', message: expect.stringContaining('2026-09-21') },
    ]);
    const deadlines = only(lines, 'claim').flatMap(({ decision }) => decision?.deadlines ?? []);
    expect(deadlines.length).toBeGreaterThan(0);
    expect(deadlines.filter(({ kind, sendBy }) => kind === 'appeal' && sendBy !== null)).toEqual([]);
  });

  test('put a remittance after its claims and the summary last', () => {
    const types = triage(sample('commercial-mixed.835')).map((line) => line.type);
    expect(types.indexOf('remittance')).toBeGreaterThan(types.lastIndexOf('claim'));
    expect(types.at(-1)).toBe('summary');
  });

  test('give a denial whose reasons add up to its amount', () => {
    const denials = only(triage(sample('commercial-mixed.835')), 'claim').flatMap(({ decision }) =>
      decision?.class === 'denial' ? [decision] : [],
    );
    expect(denials.length).toBeGreaterThan(5);
    for (const { amountCents, reasons } of denials) {
      expect(reasons.reduce((sum, reason) => sum + reason.amountCents, 0)).toBe(amountCents);
    }
  });

  test('give every denial at least one deadline, dated or not configured', () => {
    for (const name of ['commercial-mixed.835', 'medicare-part-b.835', 'medicaid-mixed.835']) {
      for (const { decision } of only(triage(sample(name)), 'claim')) {
        if (decision?.class !== 'denial') continue;
        expect(decision.deadlines.length).toBeGreaterThan(0);
        for (const { safeBy, basis } of decision.deadlines) {
          if (basis === 'not_configured') expect(safeBy).toBeNull();
        }
      }
    }
  });

  test('mark an equal remittance as a repeat and leave it out of the denied money', () => {
    const bytes = sample('commercial-medical-necessity.835');
    const once = only(triage(bytes), 'summary')[0];
    const twice = triage(bytes, bytes);
    expect(only(twice, 'remittance').map(({ repeat }) => repeat)).toEqual([false, true]);
    const summary = only(twice, 'summary')[0];
    expect(summary?.deniedCents).toBe(once?.deniedCents);
    expect(summary?.denials).toBe(once?.denials);
    expect(summary?.byRoute).toEqual(once?.byRoute);
    expect(summary?.transactions).toBe(2);
  });

  test('count nothing of a transaction that breaks off, and say where it does', () => {
    const bytes = sample('commercial-mixed.835');
    const lines = triage(bytes.subarray(0, bytes.length - 200));
    expect(only(lines, 'remittance')).toEqual([]);
    const [exception] = only(lines, 'exception');
    expect(exception?.code).toBe('truncated_transaction');
    expect(exception?.segment).toBeGreaterThan(10);
    expect(only(lines, 'summary')[0]).toMatchObject({
      transactions: 0,
      claims: 0,
      denials: 0,
      deniedCents: 0,
    });
  });

  test('report a file of claims alone as an exception', () => {
    const claims =
      'ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0000*^*00501*000000001*0*T*:~GS*HC*A*B*20260101*0000*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20260101*0000*CH~SE*3*0001~GE*1*1~IEA*1*000000001~';
    const [exception] = only(triage(Buffer.from(claims)), 'exception');
    expect(exception).toMatchObject({ code: 'no_remittance', transaction: null });
    expect(exception?.message).toContain('837');
  });

  test('keep reversals free of decisions', () => {
    const reversals = only(triage(sample('reversal-and-correction.835')), 'claim').filter(
      (c) => c.status === '22',
    );
    expect(reversals.length).toBeGreaterThan(0);
    for (const { decision } of reversals) expect(decision).toBeNull();
  });
});

describe('the lines without decisions', () => {
  const bare = (name: string) => linesBy({ rulebook: null, payers: [] }, [sample(name)]);

  test('are those with decisions, less the decision and the figures of denials', () => {
    const less = (line: TriageLine): TriageLine => {
      const {
        decision: _d,
        denials: _n,
        deniedCents: _c,
        byRoute: _r,
        ...rest
      } = line as Record<string, unknown>;
      return rest as TriageLine;
    };
    for (const name of ['commercial-mixed.835', 'several-transactions.835', 'unbalanced.835'])
      expect(textOfLines(bare(name))).toBe(textOfLines(triage(sample(name)).map(less)));
  });

  test('fit the published schema', () => {
    for (const line of bare('commercial-mixed.835')) expect(triageLineSchema.parse(line)).toEqual(line);
  });

  test('say nothing of denials, not even that there are none', () => {
    expect(textOfLines(bare('commercial-mixed.835'))).not.toMatch(/deni|decision|byRoute/i);
  });
});

describe('NDJSON', () => {
  test.each(readdirSync(path.join(root, 'events/samples')).filter((name) => name.endsWith('.835')))(
    'of %s is what JSON.stringify gives',
    (name) => {
      const lines = triage(sample(name));
      expect(textOfLines(lines)).toBe(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
  );

  test('escapes whatever a payer writes', () => {
    const text = sample('commercial-mixed.835').toString('latin1');
    const odd = text
      .replaceAll('LVO-3001', 'A"B\\C\u0007\u00e9')
      .replaceAll('CAS*CO*197', 'CAS*C"O*1\\97')
      .replaceAll('LQ*HE*N706', 'LQ*HE*N"\u001f');
    const lines = triage(Buffer.from(odd, 'latin1'));
    expect(textOfLines(lines)).toBe(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect(textOfLines(lines)).toContain('N\\"\\u001f');
  });
});

test('the published JSON Schema is the one the lines are checked by', () => {
  const published = readFileSync(path.join(root, 'docs/reference/triage.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(triageLineSchema))));
});
