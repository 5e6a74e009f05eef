import { createHash, randomInt, randomUUID } from 'node:crypto';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { beforeAll, expect, test } from 'vitest';
import { s3SimulationStore } from '../../functions/adapters/s3/simulation-store.ts';
import { SimulationTally } from '../../functions/core/rulebook/simulate/tally.ts';
import { layerOf } from '../fixtures/decision-facts.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, remittances, request, s3, signIn, sqs, system } from './support/clients.ts';

const run = `SIM${randomInt(1e9)}`;
/** A day of this run alone: simulations are asked for by days. */
const day = new Date(Date.UTC(2025, 0, 1 + randomInt(365))).toISOString().slice(0, 10);
const period = { from: day, until: day, asOf: day };
const medicalNecessity = layerOf({ carcs: ['50'], route: 'documentation' });

let manager: string;
let denialId: string;

beforeAll(async () => {
  const [biller, ...rest] = await Promise.all([signIn('biller'), signIn('manager')]);
  [manager] = rest;
  const dated = day.replaceAll('-', '');
  const authorization = { id: `${run}B`, chargeCents: 8_000, adjustments: [['CO', '197', 8_000]] as const };
  const claims = [deniedClaim(`${run}A`), authorization, paidClaim(`${run}C`)];
  const file = remittanceFile([{ claims, trace: run, producedOn: dated, paidOn: dated }]);
  await dropFile(`${run}.835`, file);
  const sha256 = createHash('sha256').update(file).digest('hex');
  // Denials are opened while the facts of their file are still being archived.
  await eventually('the file to be loaded', async () => {
    const found = await remittances.readFile(sha256);
    return found?.status === 'loaded';
  });
  denialId = await eventually('the denial to be in the queue', async () => {
    const { columns } = (await request(biller, 'GET', '/queue/snapshot')).body;
    return columns.denialId[columns.claimId.indexOf(`${run}A`)];
  });
});

const finished = (simulationId: string) =>
  eventually('the simulation to be done', async () => {
    const { body } = await request(manager, 'GET', `/simulations/${simulationId}`);
    return body.state === 'running' ? null : body;
  });

async function simulate(layer: object | null) {
  const { status, body } = await request(manager, 'POST', '/simulations', { body: { layer, ...period } });
  expect(status, JSON.stringify(body)).toBe(200);
  return finished(body.simulationId);
}

test('a layer that changes one route is simulated over archived claims, and says which denial would move', async () => {
  const { state, report } = await simulate(medicalNecessity);

  expect(state).toBe('done');
  const moved = { denials: 1, cents: 12_500 };
  expect(report).toMatchObject({
    claims: 3,
    denials: { present: { denials: 2, cents: 20_500 }, proposed: { denials: 2, cents: 20_500 } },
    changed: moved,
    routes: [{ from: 'appeal', to: 'documentation', ...moved }],
    payers: [{ payer: '87654', ...moved }],
    reasons: [{ reason: 'CO-50', ...moved }],
    examples: [{ denialId, from: 'appeal', to: 'documentation', cents: 12_500, ruleAfter: 'org.test' }],
    notAsArchived: 0,
    unreadable: { lines: 0 },
  });
  expect(report.rulebooks.proposed).not.toBe(report.rulebooks.present);
  expect(JSON.stringify(report)).not.toMatch(new RegExp(`${run}|TESTPERSON|MEMBER001`));
});

test('the rules that are in force change nothing', async () => {
  const { body } = await request(manager, 'GET', '/settings/rule-layer');
  const { state, report } = await simulate(body.inForce);

  expect(state).toBe('done');
  expect(report).toMatchObject({
    claims: 3,
    changed: { denials: 0, cents: 0 },
    decidedOtherwise: 0,
    notAsArchived: 0,
    unreadable: { lines: 0 },
    routes: [],
    examples: [],
  });
});

test('a simulation that ran out of time after a step goes on by a message of its own', async () => {
  const store = s3SimulationStore(s3, system.archiveBucket);
  const { simulationId: done, report } = await simulate(medicalNecessity);
  const asked = await store.request(done);
  if (asked === null) throw new Error('The request of a simulation that is done is not there.');
  const simulationId = randomUUID().replaceAll('-', '');
  await store.keepRequest({ ...asked, simulationId });
  const nothingYet = { after: null, covered: null, tally: new SimulationTally().data() };
  await store.keepStep(simulationId, { step: 1, state: 'running', ...nothingYet });

  const MessageBody = JSON.stringify({ simulationId, step: 1 });
  await sqs.send(new SendMessageCommand({ QueueUrl: system.queues.simulation, MessageBody }));

  expect(await finished(simulationId)).toMatchObject({ state: 'done', report });
  expect(await store.step(simulationId, 2)).toMatchObject({ state: 'done' });
});
