import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';

const run = `WOX${randomInt(1e9)}`;
const PRACTICE = '1555012347';

describe('write-offs on their way to the billing system', () => {
  let biller: string;
  let supervisor: string;
  beforeAll(async () => {
    [biller, supervisor] = await Promise.all([signIn('biller'), signIn('supervisor')]);
  });

  const act = async (token: string, path: string, way: string, body: object) => {
    const { body: head } = await request(token, 'GET', path);
    return request(token, 'POST', `${path}/${way}`, {
      headers: { 'if-match': `"${head.version}"` },
      body,
    });
  };

  /** A denial that two people have written off. */
  async function writtenOff(claimId: string): Promise<string> {
    const claim = { id: claimId, chargeCents: 4_200, adjustments: [['CO', 'B4', 4_200]] as const };
    const spec = { claims: [claim], trace: claimId, producedOn: '20261001', paidOn: '20261001' };
    await dropFile(`${claimId}.835`, remittanceFile([spec]));
    const path = await eventually(`${claimId} to be routed`, async () => {
      const { body } = await request(biller, 'GET', `/queue?state=needs_review&practice=${PRACTICE}`);
      const found = body.denials.find((row: { claimId: string }) => row.claimId === claimId);
      return found?.version > 1 ? `/denials/${found.denialId}` : null;
    });
    const check = await request(biller, 'GET', `${path}/write-off`);
    const acknowledgedClocks = check.body.openClocks.map(({ clock }: { clock: string }) => clock);
    const asked = { reasonCode: 'small_balance', reason: 'Too small to fight for.', acknowledgedClocks };
    await act(biller, path, 'write-off', asked);
    const { body } = await request(supervisor, 'GET', '/write-offs');
    const waiting = body.writeOffs.find((row: { claimId: string }) => row.claimId === claimId);
    expect(waiting.stillOpen.map(({ clock }: { clock: string }) => clock)).toEqual(acknowledgedClocks);
    const decided = await act(supervisor, path, 'write-off/decision', { verdict: 'approve' });
    expect(decided).toMatchObject({ status: 200, body: { closedAs: 'written_off' } });
    return path;
  }

  /** Everything that is to be posted, in batches. */
  async function exportAll(): Promise<readonly string[]> {
    const batches: string[] = [];
    for (;;) {
      const { body, status } = await request(supervisor, 'POST', '/write-offs/batches', {
        body: { practiceId: PRACTICE },
      });
      expect(status).toBe(200);
      if (body.batch === null) return batches;
      batches.push(body.batch.batchId);
    }
  }

  const csvOf = async (batchId: string): Promise<string> =>
    (await request(supervisor, 'GET', `/write-offs/batches/${batchId}?practiceId=${PRACTICE}&format=csv`))
      .body.text;

  async function pay(claimId: string): Promise<void> {
    const claim = { id: claimId, chargeCents: 4_200, adjustments: [['CO', '45', 200]] as const };
    const spec = { claims: [claim], trace: `${claimId}P` };
    await dropFile(
      `${claimId}-paid.835`,
      remittanceFile([{ ...spec, producedOn: '20261110', paidOn: '20261110' }]),
    );
  }

  test('each is posted once, in a file that is the same each time', async () => {
    const path = await writtenOff(`${run}A`);
    const batches = await eventually('it is in the list', async () => {
      const found = await exportAll();
      return found.length > 0 && found;
    });
    const files = await Promise.all(batches.map(csvOf));
    expect(files.join('').split(`,${run}A,`)).toHaveLength(2);
    expect(await Promise.all(batches.map(csvOf))).toEqual(files);
    expect(await exportAll()).toEqual([]);
    expect((await request(biller, 'GET', path)).body.writeOff.posted).not.toBeNull();
  });

  test('a payment that comes after it is posted is a task, and counts', async () => {
    const path = await writtenOff(`${run}B`);
    await eventually('it is posted', async () => {
      await exportAll();
      return (await request(biller, 'GET', path)).body.writeOff.posted !== null;
    });
    await pay(`${run}B`);
    const task = await eventually('the task', async () => {
      const { body } = await request(biller, 'GET', path);
      return body.state === 'needs_review' && body;
    });
    expect(task.nextAction).toContain('reverse that in the billing system');
    expect(task.resolution.recoveredCents).toBeGreaterThan(0);
    const closed = await act(biller, path, 'answer/closing', { reason: 'Reversed in the billing system.' });
    expect(closed).toMatchObject({ status: 200, body: { closedAs: task.resolution.kind } });
  });

  test('a payment that comes before it is posted keeps it from being posted', async () => {
    const path = await writtenOff(`${run}C`);
    await pay(`${run}C`);
    await eventually('the payment to count', async () => {
      const { body } = await request(biller, 'GET', path);
      return body.closedAs === 'overturned' && body.writeOff === null;
    });
    const files = await Promise.all((await exportAll()).map(csvOf));
    expect(files.join('')).not.toContain(`${run}C`);
  });
});
