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
import { denials, dropFile, eventually, request, sfn, signIn, system } from './support/clients.ts';

const run = `FAM${randomInt(1e9)}`;

async function drop(name: string, producedOn: string, spec: RemittanceSpec): Promise<void> {
  const file = remittanceFile([{ trace: `${run}${name}`, producedOn, paidOn: producedOn, ...spec }]);
  await dropFile(`${run}-${name}.835`, file);
}

describe('a claim that the payer decides again', () => {
  let biller: string;
  beforeAll(async () => {
    biller = await signIn('biller');
  });

  const inQueue = async (claimId: string) => {
    const { body } = await request(biller, 'GET', '/queue?practice=1555012347');
    return body.denials.find((row: { claimId: string }) => row.claimId === claimId) ?? null;
  };

  test('supersedes the denial, and ends its execution', async () => {
    const claim = deniedClaim(`${run}A`);
    await drop('1', '20261001', { claims: [claim] });
    const row = await eventually('the denial to be routed', async () => {
      const found = await inQueue(claim.id);
      return found?.version > 1 ? found : null;
    });
    expect(row).toMatchObject({ kind: 'denial', followUp: null });

    await drop('2', '20261020', { claims: [reversalOf(claim), paidClaim(claim.id, claim.chargeCents)] });
    const ended = await eventually('the denial to be superseded', async () => {
      const { body } = await request(biller, 'GET', `/denials/${row.denialId}`);
      return body.state === 'closed' && body;
    });
    expect(ended).toMatchObject({ closedAs: 'superseded', resolution: { kind: 'superseded' } });
    expect(await inQueue(claim.id)).toBeNull();
    const executionArn = `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${row.denialId}-L1-A1`;
    await eventually('its execution to end', async () => {
      const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      return status === 'SUCCEEDED';
    });
    const events = await denials.events(row.denialId);
    expect(events.map(({ type }) => type)).toContain('DenialSuperseded');
  });

  test('leaves a follow-up where it only takes back, which a person closes with a note', async () => {
    const claim = paidClaim(`${run}B`);
    await drop('3', '20261001', { claims: [claim] });
    await drop('4', '20261020', { claims: [reversalOf(claim)] });
    const row = await eventually('the recoupment in the queue', () => inQueue(claim.id));
    expect(row).toMatchObject({ kind: 'follow_up', followUp: { type: 'recoupment' }, amountCents: 15_000 });

    const path = `/denials/${row.denialId}/follow-up/closing`;
    const headers = { 'if-match': `"${row.version}"` };
    const closed = await request(biller, 'POST', path, { headers, body: { note: 'Our own double bill.' } });
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed', closedAs: 'followed_up' } });
    expect(await inQueue(claim.id)).toBeNull();
  });
});
