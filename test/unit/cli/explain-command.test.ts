import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { file } from '../remittance/reading.ts';
import { type Ran, runOverturn } from './run-overturn.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SAMPLES = path.join(ROOT, 'events/samples');
const PAYERS = path.join(ROOT, 'infra/local/sample-payers.json');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'explain-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]) => runOverturn(SAMPLES, args);

async function written(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  return file;
}

const layer = (overrides: readonly unknown[]) => ({
  layer: { number: 2, name: 'Cedar', changed: '2026-11-20' },
  overrides,
});
const toReview = {
  id: 'org.review-197',
  carcs: ['197'],
  route: 'review',
  says: 'We call first.',
  source: 'Desk rule 4',
  confidence: 'high',
  effectiveFrom: '2026-01-01',
};

describe('overturn explain', { timeout: 30_000 }, () => {
  test('tells what the payer said, what it means, what to do and not to do, by when, and why', async () => {
    const { code, out } = await run('explain', 'medicare-part-b.835', 'CRMG-20101');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => /^[A-Z][a-z]/.test(line))).toEqual([
      'Claim CRMG-20101',
      'What the payer said',
      'What that means at Original Medicare Part B',
      'What to do first',
      'What not to do, and why',
      'By when',
      'How urgent it is',
      'How this was decided',
      'Sources',
    ]);
    expect(out).toMatch(/^MIDLAND MEDICARE PART B CONTRACTOR: Original Medicare Part B\./m);
    expect(out).toMatch(/^\$140\.00 charged, \$0\.00 paid, \$140\.00 denied\.$/m);
    expect(out).toMatch(/Do not appeal and do not send a replacement: either is dismissed/);
    expect(out).toMatch(/rights\.unprocessable \[C1; C2; MCPM ch\. 1 s\. 80\.3\.1\]/);
    expect(out).toMatch(/pair\.datum, not chosen: a signal that decides by itself/);
    expect(out).toMatch(/Claim filing: send by 2027-08-23 \(careful date 2027-08-24, last day 2027-08-24\)/);
  });

  test('keeps to the width of the page', async () => {
    const { out } = await run('explain', 'commercial-mixed.835', 'LVO-3005');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(96);
  });

  test('says of a paid claim that nothing is denied, and why', async () => {
    const { code, out } = await run('explain', 'holds.835', 'CRMG-70004');
    expect(code).toBe(0);
    expect(out).toMatch(/Nothing is denied\n.*payment arithmetic or plain cost share/);
    expect(out).toMatch(/CO-45 +\$45\.00 on line 1/);
  });

  test('says of a claim denied without a reason that the payer gives none, and whom to ask', async () => {
    const claim = ['CLP*A1*4*100*0**12*ICN1*11*1', 'NM1*QC*1*DOE*JANE****MI*M1'];
    const unexplained = path.join(folder, 'unexplained.835');
    await writeFile(unexplained, file(claim, '0'), 'latin1');
    const { out } = await run('explain', unexplained, 'A1');
    expect(out.replace(/\s+/g, ' ')).toContain('gives no reason. $100.00 is open. First: ask the payer');
  });

  test('lists claims of one number, and takes one by its place', async () => {
    const both = await run('explain', 'reversal-and-correction.835', 'LVO-4001');
    expect(both).toMatchObject({ code: 2, out: '' });
    expect(both.error).toMatch(/holds 2 claims LVO-4001:\n +#1 +status 22, .*\n +#2 +status 1, /);
    const second = await run('explain', 'reversal-and-correction.835', '#2');
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('Claim LVO-4001') });
  });

  test('tells one service line, and refuses one that the claim does not have', async () => {
    const one = await run('explain', 'commercial-mixed.835', 'LVO-3005', '--line', '2');
    expect(one.out).toMatch(/CO-97, line 2/);
    const none = await run('explain', 'commercial-mixed.835', 'LVO-3005', '--line', '9');
    expect(none).toMatchObject({ code: 2, error: expect.stringMatching(/no line 9/) });
  });

  test.each([
    ['the claim is not there', ['explain', 'holds.835', 'NOBODY'], /No claim NOBODY among the 4/],
    ['the file is not there', ['explain', 'none.835', 'X'], /no file or folder none\.835/],
    ['the line is no number', ['explain', 'holds.835', 'X', '--line', 'a'], /number of a service line/],
  ])('ends with 2 and says why when %s', async (_what, args, message) => {
    expect(await run(...args)).toMatchObject({ code: 2, error: expect.stringMatching(message) });
  });

  test('ends with 1 when a part of the file could not be read', async () => {
    const whole = (await import('node:fs')).readFileSync(path.join(SAMPLES, 'medicare-part-b.835'), 'utf8');
    const file = await written('cut.835', whole.slice(0, whole.indexOf('SE*')));
    expect(await run('explain', file, 'CRMG-20101')).toMatchObject({ code: 1 });
  });

  test('shows the windows of a payer registry with their contract page', async () => {
    const { out } = await run('explain', 'commercial-mixed.835', 'LVO-3001', '--registry', PAYERS);
    expect(out).toMatch(/a commercial payer, in network/);
    expect(out).toMatch(/contract: Provider manual 2026, ch\. [58]/);
  });

  test('names the organisation’s rule and the release’s rule that lost to it', async () => {
    const file = await written('layer.json', layer([toReview]));
    const { out } = await run('explain', 'commercial-mixed.835', 'LVO-3001', '--rulebook', file);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /org\.review-197 \[Desk rule 4\].*Decided by org\.review-197 of rulebook 2026\.11\.1\+layer\.2\.[0-9a-f]{12}/,
    );
  });
});

describe('triage with the organisation’s own data', { timeout: 30_000 }, () => {
  const decisionsOf = ({ out }: Ran) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((line) => line.type === 'claim' && line.decision !== null)
      .map((line) => line.decision);

  test('counts the windows of a registry', async () => {
    const args = ['triage', 'commercial-mixed.835', '--format', 'ndjson'];
    const bases = (ran: Ran) =>
      new Set(decisionsOf(ran).flatMap((d) => d.deadlines.map((x: { basis: string }) => x.basis)));
    expect(bases(await run(...args))).not.toContain('contract');
    expect(bases(await run(...args, '--registry', PAYERS))).toContain('contract');
  });

  test('decides by a layer, and names release and layer', async () => {
    const file = await written('layer.json', layer([toReview]));
    const ran = await run('triage', 'commercial-mixed.835', '--format', 'ndjson', '--rulebook', file);
    expect(decisionsOf(ran).find((d) => d.ruleId === 'org.review-197')).toMatchObject({
      route: 'review',
      rulebookVersion: expect.stringMatching(/^2026\.11\.1\+layer\.2\./),
    });
  });

  test('decides by a whole rulebook in a folder as by the shipped one', async () => {
    const args = ['triage', 'commercial-mixed.835', '--format', 'ndjson'];
    const [own, shipped] = await Promise.all([
      run(...args, '--rulebook', path.join(ROOT, 'rulebook')),
      run(...args),
    ]);
    expect(own).toEqual(shipped);
  });

  test('ends with 2 and names file and line of a registry or a layer that is refused', async () => {
    const registry = await written('payers.json', { payers: [{ payer: 'x' }] });
    const refused = await run('triage', 'holds.835', '--registry', registry);
    expect(refused).toMatchObject({
      code: 2,
      error: expect.stringMatching(/payers\.json:\d+: payers\/0\/name/),
    });
    const file = await written('bad.json', layer([{ ...toReview, carcs: ['998'] }]));
    expect(await run('triage', 'holds.835', '--rulebook', file)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/bad\.json:8: choices\/org\.review-197: CARC 998/),
    });
  });
});

describe('overturn rulebook check', { timeout: 30_000 }, () => {
  test('ends with 0 on the shipped rulebook and a right registry', async () => {
    expect(await run('rulebook', 'check', '--registry', PAYERS)).toMatchObject({
      code: 0,
      out: '2026.11.1: no errors, no warnings.\n',
    });
  });

  test('ends with 1 and shows each error with file, line and what to do', async () => {
    const file = await written('bad.json', layer([toReview, { ...toReview, id: 'org.again' }]));
    expect(await run('rulebook', 'check', file)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^✗ bad\.json:19: org\.again: org\.review-197 speaks of the same.*; end one/,
      ),
    });
  });
});

describe('the clocks and the urgency that explain shows', () => {
  test('are counted again by what stands beside them', async () => {
    const { out } = await run('explain', 'medicare-part-b.835', 'CRMG-20102', '--as-of', '2026-11-23');
    expect(out).toMatch(
      /Appeal, level 1: send by 2027-01-07 \(careful date 2027-01-19, last day 2027-01-25\)/,
    );
    expect(out).toMatch(/counted from remittance date 2026-09-21 \(DTM\*405\)/);
    expect(out).toMatch(/120 calendar days, 5 more for its presumed arrival, last day moved 1 day/);
    expect(out).toMatch(/Reopening runs on\. An open appeal does not stop the time/);
    expect(out).toMatch(/Appeal, levels 2 to 5: each with the decision before it/);
    expect(out).not.toMatch(/level 3/);
    expect(out).toMatch(/Priority 294 = \$89\.00 × urgency 3\.3/);
    expect(out).toMatch(/45 days left to send/);
  });

  test('say which other clock has to be sent first, what the next level is, and a version once', async () => {
    const { out } = await run(
      ...['explain', 'commercial-medical-necessity.835', 'CRMG-10411', '--registry', PAYERS],
    );
    const unwrapped = out.replace(/\s+/g, ' ');
    expect(unwrapped).toMatch(/last day 2027-04-10\. It has to be sent first\./);
    expect(unwrapped).toMatch(/Dispute, next level: the decision on the dispute/);
    expect(unwrapped).toMatch(/payer\.great-prairies\.dispute\.[0-9a-f]{12} /);
    expect(unwrapped).not.toMatch(/([0-9a-f]{12}) of \1/);
  });

  test('have two names where two are of one kind, and no warnings on a route that uses none', async () => {
    const { out } = await run('explain', 'medicare-part-b.835', 'CRMG-20103', '--as-of', '2026-11-23');
    const unwrapped = out.replace(/\s+/g, ' ');
    expect(unwrapped).toMatch(
      /Claim filing from the end of the month of the notice that opens the exception: no date/,
    );
    expect(unwrapped).toMatch(/Claim filing from the first date of service: send by 2026-08-17/);
    expect(unwrapped).toMatch(/This route uses none of them: decide while the first one still runs\./);
    expect(unwrapped).not.toMatch(/runs on\./);
  });

  test('stand below advice that says once not to appeal, with both reasons', async () => {
    const { out } = await run('explain', 'medicare-part-b.835', 'CRMG-20103');
    const unwrapped = out.replace(/\s+/g, ' ');
    expect(unwrapped).toMatch(
      /• Do not appeal: the decision is not an initial determination\. The payer says this decision cannot be appealed\./,
    );
    expect(unwrapped).not.toMatch(/Not an appeal/);
  });

  test('say once the last day has passed that only good cause is left', async () => {
    const { out } = await run('explain', 'medicare-part-b.835', 'CRMG-20102', '--as-of', '2027-02-01');
    expect(out).toMatch(/The last day has passed: good cause only, and a person decides/);
  });
});
