import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { deniedClaim, paidClaim, remittanceFile, reversalOf } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

const NEXT = { trace: 'T2', producedOn: '20261108', paidOn: '20261108' };

test('the head of a denial shows every decision about its claim, and what became of it', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.routed();
  const claim = deniedClaim('A1');
  await system.drop(remittanceFile([{ claims: [reversalOf(claim), paidClaim('A1', 12_500)], ...NEXT }]));
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  expect(body).toMatchObject({ kind: 'denial', closedAs: 'superseded', facts: [] });
  expect(body.related).toMatchObject([
    {
      adjudicationId: denialId,
      standing: 'reversed',
      record: { state: 'closed' },
      answer: { recoveredCents: 7_500 },
    },
    { standing: 'reversal', relations: [{ kind: 'reverses', to: denialId }], record: null },
    { standing: 'in_force', paidCents: 7_500, record: null },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/TESTPERSON|MEMBER001/);
});

test('a follow-up is read, offers only its closing, and closes with a note', async () => {
  const system = new AppealSystem();
  await system.drop(remittanceFile([{ claims: [reversalOf(paidClaim('R1'))], ...NEXT }]));
  const { denialId, version } = system.only();
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  const offered = body.actions.filter(({ allowed }: { allowed: boolean }) => allowed);
  expect(body.kind).toBe('follow_up');
  expect(offered.map(({ id }: { id: string }) => id)).toEqual([
    'close_follow_up',
    'pend',
    'write_note',
    'take',
  ]);

  const write = { as: biller, method: 'POST', ifMatch: version } as const;
  const reroute = {
    ...write,
    path: `/api/denials/${denialId}/route`,
    body: { route: 'appeal', reason: 'Try it.' },
  };
  expect((await send(system, reroute)).status).toBe(409);
  const close = { ...write, path: `/api/denials/${denialId}/follow-up/closing`, body: { note: 'Accepted.' } };
  expect((await send(system, close)).status).toBe(200);
  expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'followed_up' });
  expect((await system.denials.events(denialId)).at(-1)).toMatchObject({
    type: 'FollowUpClosed',
    reason: 'Accepted.',
  });
});

test('a denial is not closed as if it were a follow-up', async () => {
  const system = new AppealSystem();
  const { denialId, version } = await system.routed();
  const answer = await send(system, {
    as: biller,
    method: 'POST',
    path: `/api/denials/${denialId}/follow-up/closing`,
    ifMatch: version,
    body: { note: 'Done with it.' },
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_IN_THIS_STATE' } });
});

test('the recovery of a PLB pair is read by its own id, without a claim', async () => {
  const system = new AppealSystem();
  const spec = { claims: [paidClaim('P1')], ...NEXT, providerAdjustments: [['WO', 'ICN77', 5_000]] as const };
  await system.drop(remittanceFile([spec]));
  const { denialId } = system.only();
  const answer = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  expect(answer).toMatchObject({ status: 200, body: { kind: 'follow_up', related: [], facts: [] } });
});

test('the recovery of a PLB pair shows the reversal that it settles, in whatever file that came', async () => {
  const system = new AppealSystem();
  const claim = { ...paidClaim('P1'), number: 'ICN77' };
  const spec = { claims: [], ...NEXT, providerAdjustments: [['WO', 'ICN77', 15_000]] as const };
  await system.drop(remittanceFile([spec]));
  const { denialId } = system.only();
  await system.drop(remittanceFile([{ claims: [claim, { ...reversalOf(claim), number: 'ICN77' }] }]));
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  expect(body.facts).toMatchObject([{ kind: 'recovers', sentence: expect.stringContaining('claim P1') }]);
  expect(body.facts[0].adjudicationId).toBe(body.related[1].adjudicationId);
  expect(body.related.map(({ status }: { status: string }) => status)).toEqual(['1', '22']);
});

test('the head of a denial shows what could have prevented it, what to gather, and what its other reasons want', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.routed();
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}` });
  const { preventable, preventedBy, requiredDocuments, alsoRoutes, contradiction } = system.only().decision;
  expect(body.decision).toMatchObject({
    preventable,
    preventedBy,
    requiredDocuments,
    alsoRoutes,
    contradiction,
  });
});
