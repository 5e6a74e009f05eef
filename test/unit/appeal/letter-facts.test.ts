import { describe, expect, test } from 'vitest';
import type { RecordedAnswer } from '../../../functions/core/answer/answer.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { currentFacts } from '../../../functions/use-cases/make-letter.ts';
import { claimAcknowledgementFile, claimFile, type SentClaim } from '../../fixtures/claim-file.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

async function factsWith(
  files: { readonly sent?: SentClaim; readonly statuses?: readonly { status: string; on: string }[] },
  patch: Partial<Denial> = {},
  denied = {},
) {
  const system = new DecidedSystem();
  if (files.sent !== undefined) await system.drop(claimFile([files.sent]), 'claims.837');
  for (const { status, on } of files.statuses ?? [])
    await system.drop(claimAcknowledgementFile([{ id: 'A1', status }], { on }), `${on}.277`);
  await system.drop(remittanceFile([{ claims: [{ ...deniedClaim('A1'), ...denied }] }]));
  return (await currentFacts(system.ports, { ...system.only(), ...patch })).facts;
}

const upheld: RecordedAnswer = {
  level: 1,
  action: 'appeal',
  decision: 'upheld',
  decidedOn: '2026-10-20',
  channel: 'letter',
  reference: 'R-7',
  wantedBy: null,
  recordedBy: 'biller',
  recordedAt: '2026-10-21T10:00:00.000Z',
};

describe('proof of filing', () => {
  const sent = { id: 'A1' };

  test('is what the payer or clearinghouse accepted, with its day', async () => {
    const { claim } = await factsWith({ sent, statuses: [{ status: 'A2:20', on: '2026-10-07' }] });
    expect(claim.acceptances).toEqual([
      { by: 'GREAT PRAIRIES HEALTH PLAN', byPayer: true, on: '2026-10-07', claimNumber: null },
    ]);
    expect(claim.sentOn).toBe('2026-10-06');
  });

  test('is none where the last word was a rejection', async () => {
    const statuses = [
      { status: 'A2:20', on: '2026-10-07' },
      { status: 'A3:21', on: '2026-10-09' },
    ];
    expect((await factsWith({ sent, statuses })).claim.acceptances).toEqual([]);
  });

  test('is none without the claim as sent', async () => {
    const { claim } = await factsWith({});
    expect(claim).toMatchObject({ acceptances: [], sentOn: null, place: null, referral: null });
  });
});

test('place, referral and group come from the claim as sent', async () => {
  const { claim, member } = await factsWith({ sent: { id: 'A1', referral: 'REF-1' } });
  expect(claim).toMatchObject({ place: 'office (11)', referral: 'REF-1' });
  expect(member.groupNumber).toBe('GROUP7');
});

test('a policy that the remittance names is told', async () => {
  expect((await factsWith({}, {}, { policy: 'MP-217' })).decision.policies).toBe('MP-217');
  expect((await factsWith({})).decision.policies).toBeNull();
});

describe('the decision of the level before', () => {
  test('is none at the first level', async () => {
    expect((await factsWith({}, { answers: [upheld] })).appeal.previous).toBeNull();
  });

  test('is the one that a person recorded', async () => {
    const { appeal } = await factsWith({}, { level: 2, answers: [upheld] });
    expect(appeal.previous).toEqual({ decidedOn: '2026-10-20', reference: 'R-7' });
  });

  test('is asked for where nobody recorded it', async () => {
    const { appeal } = await factsWith({}, { level: 2 });
    expect(appeal.previous).toEqual({ decidedOn: null, reference: null });
  });
});
