import { randomInt } from 'node:crypto';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  deniedClaim,
  paidClaim,
  type RemittanceSpec,
  remittanceFile,
  reversalOf,
} from '../fixtures/remittance-file.ts';
import { sentCorrection } from '../fixtures/sent-correction.ts';
import { dropFile, eventually, request, sfn, signIn, system } from './support/clients.ts';

const run = `ANS${randomInt(1e9)}`;
/** Days as remittances write them, all before today. */
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const compact = (day: string) => day.replaceAll('-', '');

async function drop(name: string, day: string, spec: RemittanceSpec): Promise<void> {
  const producedOn = compact(day);
  const file = remittanceFile([{ trace: `${run}${name}`, producedOn, paidOn: producedOn, ...spec }]);
  await dropFile(`${run}-${name}.835`, file);
}

describe('what the payer answers', () => {
  let biller: string;
  beforeAll(async () => {
    biller = await signIn('biller');
  });

  /** A denial of this claim, corrected and sent 20 days ago. */
  async function sent(id: string) {
    const claim = {
      ...deniedClaim(`${run}${id}`),
      adjustments: [['CO', '16', 12_500]] as const,
      remarks: ['M51'],
    };
    await drop(`${id}1`, ago(40), { claims: [claim] });
    const row = await eventually(`${id} to be routed`, async () => {
      const { body } = await request(biller, 'GET', '/queue?practice=1555012347');
      const found = body.denials.find((each: { claimId: string }) => each.claimId === claim.id);
      return found?.state === 'correcting' ? found : null;
    });
    const path = `/denials/${row.denialId}`;
    const headers = { 'if-match': `"${row.version}"` };
    const body = sentCorrection(claim.id, ago(20));
    const waiting = await request(biller, 'POST', `${path}/correction`, { headers, body });
    expect(waiting).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
    return { claim, path, denialId: row.denialId as string };
  }

  async function ended(denialId: string, name: string): Promise<void> {
    const executionArn = `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${denialId}-${name}`;
    await eventually(`${name} to end`, async () => {
      const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return status === 'SUCCEEDED';
    });
  }

  test.each([
    ['the reversal before the correction', false],
    ['the correction before the reversal', true],
  ])(
    '%s, weeks apart, under a new number: overturned, credited, and the execution ends',
    async (_order, turned) => {
      const { claim, path, denialId } = await sent(turned ? 'B' : 'A');
      const files = [
        () => drop(`${claim.id}r`, ago(10), { claims: [reversalOf(claim)] }),
        () => drop(`${claim.id}p`, ago(1), { claims: [{ ...paidClaim(claim.id), number: 'ICN9' }] }),
      ];
      for (const next of turned ? files.toReversed() : files) await next();
      const closed = await eventually('the denial to be overturned', async () => {
        const { body } = await request(biller, 'GET', path);
        return body.closedAs === 'overturned' && body;
      });
      expect(closed.resolution).toMatchObject({ credit: { action: 'correction', level: 1 } });
      expect(closed.resolution.recoveredCents).toBeGreaterThan(0);
      await ended(denialId, 'L1-A1');
    },
  );

  test('by letter brings no cents until a remittance does', async () => {
    const { claim, path, denialId } = await sent('C');
    const { body: head } = await request(biller, 'GET', path);
    const headers = { 'if-match': `"${head.version}"` };
    const body = { decision: 'overturned', decidedOn: ago(5), channel: 'letter', reference: 'L-1' };
    const answered = await request(biller, 'POST', `${path}/answer`, { headers, body });
    expect(answered).toMatchObject({ status: 200, body: { state: 'awaiting_payer', resolution: null } });
    await drop(`${claim.id}p`, ago(1), {
      claims: [reversalOf(claim), { ...paidClaim(claim.id), number: 'ICN9' }],
    });
    const closed = await eventually('the payment to close it', async () => {
      const found = await request(biller, 'GET', path);
      return found.body.closedAs === 'overturned' && found.body;
    });
    expect(closed.resolution.recoveredCents).toBeGreaterThan(0);
    await ended(denialId, 'L1-A1');
  });
});
