import { expect, test } from 'vitest';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

test('a denial shows where each of its clocks stands, and its priority with every factor', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.drafted();
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  expect(body.deadlines[0]).toMatchObject({ governs: true, standing: 'open' });
  expect(body.clocksToCome.length).toBeGreaterThan(0);
  expect(body.clockWarnings).toBeInstanceOf(Array);
  const { priority } = body;
  expect(priority).toMatchObject({ kind: 'ranked', shareFrom: 'no_outcomes_yet', amountCents: 12_500 });
  expect(priority.score).toBe(Math.round(priority.expectedCents * priority.urgency));
});

test('the queue shows the same priority as the denial, reckoned on the day it is read', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.drafted();
  const scoreOf = async () => {
    const { body } = await send(system, { as: biller, path: '/api/queue' });
    return body.denials[0].priority.score;
  };
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  const first = await scoreOf();
  expect(first).toBe(body.priority.score);
  system.clock.advanceSeconds(110 * 86_400);
  expect(await scoreOf()).toBeGreaterThan(first);
});
