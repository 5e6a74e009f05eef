import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { layerSchema } from '../../../functions/core/rulebook/layer.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

beforeEach(() => void vi.spyOn(console, 'info').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

const read = (system: AppealSystem, path: string) => send(system, { as: biller, path });

const OURS = layerSchema.parse({
  layer: { number: 1, name: 'Ours', changed: '2026-11-10' },
  overrides: [
    {
      id: 'org.necessity',
      carcs: ['50'],
      route: 'review',
      says: 'Look at it first.',
      source: 'Manual, p. 1',
      confidence: 'high',
      effectiveFrom: '2026-12-01',
    },
  ],
});

test('every rule that decides is told with its sentence and its source, each id once', async () => {
  const { body } = await read(new AppealSystem(), '/api/rulebook/rules');
  const ids = body.rules.map(({ id }: { id: string }) => id);
  expect(ids.length).toBeGreaterThan(100);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { says, source } of body.rules) expect(says.length * source.length).toBeGreaterThan(0);
  expect(body.rules.every(({ setBy }: { setBy: string }) => setBy === 'release')).toBe(true);
});

test('a rule is read by the name that a decision gives it, with its conditions and route', async () => {
  const { status, body } = await read(new AppealSystem(), '/api/rulebook/rules/choice.managed-care-plan');
  expect(status).toBe(200);
  expect(body.rule).toMatchObject({
    kind: 'choices',
    route: 'bill_other_payer',
    when: { carcs: ['24'], payerTypes: ['medicare_ffs', 'medicaid'] },
  });
});

test('the rules of the organisation stand among them, with the version of their layer', async () => {
  const system = new AppealSystem({ settings: { ruleLayer: OURS } });
  const { body } = await read(system, '/api/rulebook/rules/org.necessity');
  expect(body.rulebookVersion).toContain('+layer.1.');
  expect(body.rule).toMatchObject({
    setBy: 'organisation',
    says: 'Look at it first.',
    route: 'review',
    effectiveFrom: '2026-12-01',
    effectiveUntil: null,
  });
});

test('a rule that there is not is not found', async () => {
  const { status, body } = await read(new AppealSystem(), '/api/rulebook/rules/choice.none');
  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});
