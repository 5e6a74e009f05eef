import { expect, test } from 'vitest';
import type { Deadline } from '../../../functions/core/deadline/deadline.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { AppealSystem, biller, supervisor } from '../../fixtures/appeal-system.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { send } from '../api/requests.ts';

/** A denial to correct whose governing clock ended on this day, as the sweep left it. */
async function late(...deadlines: readonly Deadline[]): Promise<{ system: AppealSystem; denial: Denial }> {
  const system = new AppealSystem({ deadlines });
  await system.routed({ id: 'B1', chargeCents: 500, adjustments: [['CO', '16', 500]] });
  const parts = { ...system.ports, workflow: system.workflow, timeLeftMs: () => 100_000 };
  for (const { message } of system.denials.outbox()) await system.denials.markRelayed(message);
  await sweepDenials(parts);
  return { system, denial: system.only() };
}

/** As an earlier release may have left it. */
const LEFT = { state: 'needs_review', lastReminder: 'past_last_day' } as const;
const passed = appealDeadline('2026-11-01', '2026-11-05');
const expiry = (system: AppealSystem, denial: Denial, as = supervisor) =>
  send(system, {
    as,
    method: 'POST',
    path: `/api/denials/${denial.denialId}/expiry`,
    ifMatch: denial.version,
    body: { reason: 'The remittance lay unread; there is no good cause.' },
  });

test('a supervisor closes what is past its last day, with the reason', async () => {
  const { system, denial } = await late(passed);
  expect(denial).toMatchObject({ state: 'needs_review' });
  expect(await expiry(system, denial)).toMatchObject({ status: 200, body: { closedAs: 'expired' } });
  const events = await system.denials.events(denial.denialId);
  expect(events.at(-1)).toMatchObject({ type: 'ClosedAsExpired', detail: { lastDay: '2026-11-05' } });
});

test('a biller does not', async () => {
  const { system, denial } = await late(passed);
  expect((await expiry(system, denial, biller)).status).toBe(403);
});

test('nobody does on a date that rests on a weak source', async () => {
  const { system, denial } = await late({ ...passed, confidence: 'medium' });
  const { denialId, version } = await system.rewrite(denial, LEFT);
  const answer = await expiry(system, { ...denial, denialId, version });
  expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_IN_THIS_STATE' } });
  expect(answer.body.title).toContain('not certain');
});

test('nobody does while another clock still runs', async () => {
  const { system, denial } = await late(passed, {
    ...appealDeadline('2027-01-04', '2027-01-11'),
    kind: 'reopening',
    governs: false,
  });
  expect((await expiry(system, denial)).body.title).toContain('last day 2027-01-11');
});

test('nobody does where no last day is known', async () => {
  const { system, denial } = await late(appealDeadline(null, null));
  const { version } = await system.rewrite(denial, LEFT);
  expect((await expiry(system, { ...denial, version })).body.title).toContain('configure its clock');
});
