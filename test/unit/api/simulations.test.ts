import { describe, expect, test } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { rulebookInForce } from '../../../functions/adapters/rulebook-in-force.ts';
import { factsKeyOf } from '../../../functions/use-cases/archive-facts.ts';
import { type RunSimulationPorts, runSimulation } from '../../../functions/use-cases/run-simulation.ts';
import { AppealSystem, biller, manager } from '../../fixtures/appeal-system.ts';
import { generatedFacts, layerOf, simulate, simulationOf } from '../../fixtures/decision-facts.ts';
import { send } from './requests.ts';

const layer = layerOf({ carcs: ['50', '97'], route: 'documentation' });
const facts = await generatedFacts(400);
const byRemittance = [...Map.groupBy(facts, ({ remittanceId }) => remittanceId).values()];

/** A system whose archive holds the facts, each remittance in two objects that overlap by a claim. */
async function archived(): Promise<AppealSystem> {
  const system = new AppealSystem();
  for (const of of byRemittance) {
    const middle = Math.ceil(of.length / 2);
    for (const some of [of.slice(0, middle), of.slice(Math.max(0, middle - 1))]) {
      const [first] = some;
      if (first === undefined) continue;
      await system.objects.put({
        bucket: 'archive',
        key: factsKeyOf(first, some.at(-1)?.ordinal ?? 0),
        body: new TextEncoder().encode(some.map((fact) => `${JSON.stringify(fact)}\n`).join('')),
        contentType: 'application/x-ndjson',
      });
    }
  }
  return system;
}

function portsOf(system: AppealSystem, timeLeftMs = () => 0): RunSimulationPorts {
  const rulebook = rulebookInForce();
  return {
    simulations: system.simulations,
    simulationQueue: system.simulationQueue,
    release: system.ports.release,
    compile: (of) => rulebook(of ?? undefined),
    clocks: bundledClocks(),
    timeLeftMs,
  };
}

async function started(system: AppealSystem, body: object = {}): Promise<string> {
  const answer = await send(system, {
    as: manager,
    method: 'POST',
    path: '/api/simulations',
    body: { layer, ...body },
  });
  expect(answer.status).toBe(200);
  return answer.body.simulationId;
}

async function runAll(system: AppealSystem, ports = portsOf(system)): Promise<number> {
  let runs = 0;
  for (let message = system.simulationQueue.messages.shift(); message; runs += 1) {
    await runSimulation(message, ports);
    message = system.simulationQueue.messages.shift();
  }
  return runs;
}

const read = (system: AppealSystem, id: string) =>
  send(system, { as: manager, path: `/api/simulations/${id}` });

describe('a simulation in the cloud', () => {
  test.each(['0000-01-01', '2100-01-01'])(
    'is refused for a day that cannot be counted from: %s',
    async (asOf) => {
      const body = { layer, asOf };
      const answer = await send(new AppealSystem(), {
        as: manager,
        method: 'POST',
        path: '/api/simulations',
        body,
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'DATE_REFUSED' } });
    },
  );

  test('goes on by messages and comes to what the whole comes to at once', async () => {
    const system = await archived();
    const id = await started(system);

    const runs = await runAll(system);

    expect(runs).toBeGreaterThan(3);
    const { body } = await read(system, id);
    expect(body.state).toBe('done');
    expect(body.report.changed.denials).toBeGreaterThan(0);
    const { rulebooks: _, ...whole } = simulate(facts, simulationOf(layer));
    expect(body.report).toMatchObject(JSON.parse(JSON.stringify(whole)));
  });

  test('comes to the same where every message is delivered twice', async () => {
    const system = await archived();
    const id = await started(system);
    const ports = portsOf(system);
    for (let message = system.simulationQueue.messages.shift(); message; ) {
      await runSimulation(message, ports);
      await runSimulation(message, ports);
      system.simulationQueue.messages.splice(1);
      message = system.simulationQueue.messages.shift();
    }

    const { body } = await read(system, id);

    expect(body).toMatchObject({ state: 'done', report: { claims: facts.length } });
  });

  test('reads only the remittances of its days', async () => {
    const system = await archived();
    const id = await started(system, { from: '2026-08-01', until: '2026-08-31' });
    await runAll(system);

    const inAugust = facts.filter(({ producedOn, paidOn }) => {
      const day = [producedOn ?? '9', paidOn ?? '9'].sort()[0] ?? '';
      return day >= '2026-08-01' && day <= '2026-08-31';
    });
    expect((await read(system, id)).body.report.claims).toBe(inAugust.length);
    expect(inAugust.length).toBeGreaterThan(0);
  });

  test('decides by what was in force when it was started', async () => {
    const system = await archived();
    const id = await started(system);
    system.organisation = { ...system.organisation, ruleLayer: layer as never };
    await runAll(system);

    expect((await read(system, id)).body.report.changed.denials).toBeGreaterThan(0);
  });

  test('stops where a new release is deployed meanwhile', async () => {
    const system = await archived();
    const id = await started(system);
    await runAll(system, { ...portsOf(system), release: '2099.1.1' });

    expect((await read(system, id)).body.state).toBe('overtaken');
  });

  test('is refused, with what is wrong, for a layer with a mistake', async () => {
    const wrong = layerOf({ carcs: ['99999'], route: 'documentation' });
    const system = new AppealSystem();

    const { status, body } = await send(system, {
      as: manager,
      method: 'POST',
      path: '/api/simulations',
      body: { text: JSON.stringify(wrong, null, 2) },
    });

    expect(status).toBe(422);
    expect(body.problems[0]).toMatchObject({ line: expect.any(Number), remedy: expect.stringMatching(/\w/) });
    expect(system.simulationQueue.messages).toEqual([]);
  });

  test('is not for billers to start, and unknown where nobody started it', async () => {
    const system = new AppealSystem();
    const asked = { as: biller, method: 'POST', path: '/api/simulations', body: { layer } } as const;

    expect((await send(system, asked)).status).toBe(403);
    expect((await read(system, 'f'.repeat(32))).status).toBe(404);
  });
});
