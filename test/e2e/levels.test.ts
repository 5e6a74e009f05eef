import { randomInt } from 'node:crypto';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { PASSAGES, withoutDocuments } from '../fixtures/appeal-system.ts';
import { type ClaimSpec, deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, sfn, signIn, system } from './support/clients.ts';

const run = `LVL${randomInt(1e9)}`;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Of Original Medicare: its levels are those of the law, and every office has them. */
async function drop(claim: ClaimSpec): Promise<void> {
  const day = ago(20).replaceAll('-', '');
  const spec = { claims: [{ ...claim, filing: 'MB' }], trace: claim.id, producedOn: day, paidOn: day };
  await dropFile(`${claim.id}.835`, remittanceFile([spec]));
}

describe('what comes after an appeal', () => {
  let biller: string;
  beforeAll(async () => {
    biller = await signIn('biller');
  });

  // The organisation's day, which begins hours after that of UTC.
  const today = async (): Promise<string> => (await request(biller, 'GET', '/me')).body.asOf;
  const head = async (path: string) => (await request(biller, 'GET', path)).body;
  const act = async (path: string, way: string, body: object, method: 'POST' | 'PUT' = 'POST') => {
    const { version } = await head(path);
    return request(biller, method, `${path}/${way}`, { headers: { 'if-match': `"${version}"` }, body });
  };
  const routed = async (claimId: string): Promise<string> =>
    eventually(`${claimId} to be drafted`, async () => {
      const { body } = await request(biller, 'GET', '/queue?state=drafting');
      const found = body.denials.find((row: { claimId: string }) => row.claimId === claimId);
      return found?.nextAction.startsWith('Complete the letter') ? `/denials/${found.denialId}` : null;
    });
  const statusOf = async (path: string, name: string) => {
    const machine = system.stateMachineArn.replace(':stateMachine:', ':execution:');
    const executionArn = `${machine}:${path.slice('/denials/'.length)}-${name}`;
    return sfn.send(new DescribeExecutionCommand({ executionArn })).then(
      ({ status }) => status,
      () => null,
    );
  };

  /** The letter approved, held and handed over. */
  async function sent(path: string): Promise<void> {
    const goesWithout = withoutDocuments(await head(path));
    expect(await act(path, 'draft', { passages: PASSAGES, goesWithout }, 'PUT')).toMatchObject({
      status: 200,
    });
    const { sha256 } = (await request(biller, 'GET', `${path}/candidate`)).body;
    expect(await act(path, 'approval', { sha256 })).toMatchObject({ status: 200 });
    await eventually('the payer to be awaited', async () => (await head(path)).state === 'awaiting_payer');
  }

  test('upheld by letter, the next level is offered, and taken with an execution of its own', async () => {
    const claim = deniedClaim(`${run}A`);
    await drop(claim);
    const path = await routed(claim.id);
    await sent(path);
    const upheld = { decision: 'upheld', decidedOn: await today(), channel: 'letter', reference: 'L-1' };
    expect(await act(path, 'answer', upheld)).toMatchObject({ status: 200, body: { state: 'needs_review' } });

    const { nextLevel } = await head(path);
    expect(nextLevel).toMatchObject({ level: 2 });
    const taken = await act(path, 'level', { reason: 'The second reviewer has not seen the notes.' });
    expect(taken).toMatchObject({ status: 200, body: { level: 2, attempt: 1 } });
    await eventually('the level before to end', async () => (await statusOf(path, 'L1-A1')) === 'SUCCEEDED');
    await eventually('the next one to run', async () => (await statusOf(path, 'L2-A1')) === 'RUNNING');
    const timeline = await request(biller, 'GET', `${path}/timeline`);
    const types = timeline.body.events.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['AppealHandedOver', 'AnswerRecorded']));
  });

  test('a payer that gives in on the telephone is waited for, and the talk is kept', async () => {
    const claim = { ...deniedClaim(`${run}B`), remarks: ['N115', 'N939'] };
    await drop(claim);
    const path = await routed(claim.id);
    expect((await head(path)).deadlines.map(({ kind }: { kind: string }) => kind)).toContain('peer_to_peer');
    const talk = { heldOn: await today(), result: 'overturned', reference: 'CALL-7' };
    const told = await act(path, 'peer-to-peer', talk);
    expect(told).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
    expect(told.body.answers).toMatchObject([{ action: 'peer_to_peer', decision: 'overturned' }]);
    expect(told.body.resolution).toBeNull();
  });
});
