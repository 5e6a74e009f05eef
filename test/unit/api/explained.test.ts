import { expect, test } from 'vitest';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

const read = async (system: AppealSystem, rest = '') =>
  (await send(system, { as: biller, path: `/api/denials/${system.only().denialId}${rest}` })).body;

interface Step {
  readonly kind: string;
  readonly amountCents: number;
}

test('from billed to paid, every cent is named, and the steps come to nothing unexplained', async () => {
  const system = new AppealSystem();
  await system.routed();
  const { money, amountCents } = await read(system);
  const steps = money.steps as Step[];
  const taken = steps.reduce((sum, step) => sum + step.amountCents, 0);
  expect(money.billedCents - taken).toBe(money.paidCents);
  expect(money.unexplainedCents).toBe(0);
  const denied = steps.filter(({ kind }) => kind === 'denied');
  expect(denied.reduce((sum, step) => sum + step.amountCents, 0)).toBe(amountCents);
});

test('a cent that the remittance does not account for is shown as unexplained', async () => {
  const system = new AppealSystem();
  const text = new TextDecoder().decode(remittanceFile([{ claims: [deniedClaim('A1')] }]));
  await system.drop(
    new TextEncoder().encode(text.replace(/^CLP.*~$/m, (clp) => clp.replace(/\*125(\.00)?\*/, '*125.01*'))),
  );
  expect((await read(system)).money).toMatchObject({ unexplainedCents: 1, unexplainedLines: [] });
});

test('the trace names each rule with its conditions and what the claim had', async () => {
  const system = new AppealSystem();
  await system.routed();
  const trace = await read(system, '/trace');
  const [leading] = trace.reasons;
  expect(leading).toMatchObject({ group: 'CO', carc: '50', class: 'denial' });
  const conditions = leading.asked.flatMap(({ conditions: of }: { conditions: object[] }) => of);
  expect(conditions.length).toBeGreaterThan(0);
  expect(conditions[0]).toMatchObject({ wanted: expect.any(Array), seen: expect.any(Array) });
});

test('where the rules have changed, the trace says so and the decision stays', async () => {
  const system = new AppealSystem();
  const denial = await system.routed();
  const trace = await read(system, '/trace');
  expect(trace.decided).toMatchObject({ ruleId: denial.decision.ruleId });
  expect(trace.isStillSo).toBe(trace.sentence === null);
});
