import { describe, expect, test } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { assessBy } from '../../../functions/use-cases/assess-claim.ts';
import { receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import {
  type ClaimSpec,
  paidClaim,
  type RemittanceSpec,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';

const assess = assessBy({ rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] });

/** The files through the cloud way, with the rulebook of this release. */
async function received(...files: readonly Uint8Array[]) {
  const system = new MemorySystem();
  const ports = { ...system, assess };
  const results = [];
  for (const file of files) results.push(await receiveFile(await system.put(file), ports));
  return { system, results };
}

function remitted(claims: readonly ClaimSpec[], more: Partial<RemittanceSpec> = {}) {
  return remittanceFile([{ claims, trace: 'T1', ...more }]);
}

async function followUpsOf(...files: readonly Uint8Array[]) {
  return (await received(...files)).system.denials.all().filter(({ followUp }) => followUp !== null);
}

const pending: ClaimSpec = { id: 'H1', chargeCents: 9_000, adjustments: [['OA', '133', 9_000]] };
const crossover = (id: string, remark: string, status = '1'): ClaimSpec => ({
  id,
  chargeCents: 10_000,
  adjustments: [['PR', '2', 2_000]],
  patientOwesCents: 2_000,
  remarks: [remark],
  status,
});

describe('a follow-up', () => {
  test('of a hold waits for the payer until its day', async () => {
    const [hold] = await followUpsOf(remitted([pending], { producedOn: '20261109', paidOn: '20261109' }));
    expect(hold).toMatchObject({
      state: 'awaiting_payer',
      followUp: { type: 'hold', dueOn: '2026-12-09' },
      wakeOn: '2026-12-09',
      amountCents: 9_000,
      decision: { class: 'hold', amountCents: 0 },
    });
  });

  test.each([
    ['zero_allowed', { id: 'Z1', chargeCents: 9_000, adjustments: [['CO', '45', 9_000]] as const }],
    ['recoupment', reversalOf(paidClaim('R1'))],
    ['secondary_billing', crossover('S1', 'MA19')],
  ])('is opened as %s', async (type, claim) => {
    const found = await followUpsOf(remitted([claim, paidClaim('P1')]));
    expect(found.map(({ followUp }) => followUp?.type)).toEqual([type]);
    expect(found[0]).toMatchObject({ state: 'needs_review', claimId: claim.id });
    expect(found[0]?.nextAction).not.toBe('');
  });

  test('of a PLB pair that keeps money names the reference and the cents', async () => {
    const [kept] = await followUpsOf(
      remitted([paidClaim('P1')], {
        providerAdjustments: [
          ['L6', '', -100],
          ['WO', 'ICN77', 5_000],
        ],
      }),
    );
    expect(kept).toMatchObject({ amountCents: 5_000, payerClaimControlNumber: 'ICN77' });
    expect(kept?.denialId).toMatch(/^[0-9a-f]{32}P0002$/);
  });

  test.each([
    ['money that was sent back', [['72', 'ICN77', -5_000] as const, ['WO', 'ICN77', 5_000] as const]],
    ['a recovery that is not taken now', [['WO', 'ICN77', -5_000] as const]],
    ['a balance carried forward', [['FB', 'T0', -5_000] as const]],
    ['interest that is paid', [['L6', 'ICN77', -5_000] as const]],
  ])('is not opened for %s', async (_what, providerAdjustments) => {
    expect(await followUpsOf(remitted([paidClaim('P1')], { providerAdjustments }))).toEqual([]);
  });

  test.each([
    ['N690', 'hold', 'awaiting_payer'],
    ['N694', 'hold', 'awaiting_payer'],
    ['N687', 'recoupment', 'needs_review'],
    ['N696', 'recoupment', 'needs_review'],
    ['N693', 'recoupment', 'needs_review'],
  ])('of a reversal with remark %s is a %s', async (remark, type, state) => {
    const [taken] = await followUpsOf(remitted([{ ...reversalOf(paidClaim('R1')), remarks: [remark] }]));
    expect(taken).toMatchObject({ followUp: { type }, state, amountCents: 15_000 });
  });

  test('of a reversal says what its remark means', async () => {
    const [taken] = await followUpsOf(remitted([{ ...reversalOf(paidClaim('R1')), remarks: ['N687'] }]));
    expect(taken?.decision.ruleId).toBe('reversal.enrollment-ended');
    expect(taken?.nextAction).toContain('other cover');
  });

  test.each([
    ['a remark says it was sent on', crossover('S1', 'MA18')],
    ['the status says it was sent on', crossover('S1', 'MA19', '19')],
    ['nothing names another payer', crossover('S1', 'N130')],
  ])('of secondary billing is not opened where %s', async (_why, claim) => {
    expect(await followUpsOf(remitted([claim]))).toEqual([]);
  });

  test('is not opened beside the denial that goes back to a person with the same news', async () => {
    const denied: ClaimSpec = {
      id: 'U1',
      chargeCents: 9_000,
      adjustments: [['CO', '50', 9_000]],
      remarks: ['N115'],
    };
    const maintained = { ...denied, adjustments: [['CO', '193', 9_000]] as const, remarks: [] };
    const later = { trace: 'T2', producedOn: '20261108', paidOn: '20261108' };
    const { system } = await received(remitted([denied]), remitted([maintained], later));
    expect(system.denials.all()).toMatchObject([
      { state: 'needs_review', followUp: null, resolution: { kind: 'upheld' } },
    ]);
  });

  test('is not opened for a reversal of nothing', async () => {
    expect(await followUpsOf(remitted([{ id: 'N1', status: '22', chargeCents: 0 }]))).toEqual([]);
  });

  test('of our own void is not opened', async () => {
    expect(await followUpsOf(remitted([{ ...reversalOf(paidClaim('R1')), frequency: '8' }]))).toEqual([]);
  });

  test('is never a denial in the figures, and starts nothing', async () => {
    const { system, results } = await received(remitted([pending, crossover('S1', 'MA19')]));
    expect(results[0]).toMatchObject({ file: { denials: 0, deniedCents: 0 } });
    expect(system.denials.all()).toHaveLength(2);
    expect(system.denials.outbox()).toEqual([]);
  });

  test('of a hold is superseded by the payer’s decision', async () => {
    const [hold] = await followUpsOf(
      remitted([pending]),
      remitted([{ ...pending, adjustments: [['CO', '45', 1_000]] }], {
        trace: 'T2',
        producedOn: '20261108',
        paidOn: '20261108',
      }),
    );
    expect(hold).toMatchObject({ state: 'closed', closedAs: 'superseded' });
  });

  test('of a recoupment is superseded by the correction', async () => {
    const [recoupment] = await followUpsOf(
      remitted([reversalOf(paidClaim('R1'))]),
      remitted([paidClaim('R1', 20_000)], { trace: 'T2', producedOn: '20261108', paidOn: '20261108' }),
    );
    expect(recoupment).toMatchObject({ state: 'closed', closedAs: 'superseded' });
  });

  test('is opened where the claim as sent names a payer after the one that paid', async () => {
    const sent = new TextDecoder().decode(claimFile([{ id: 'S1', lines: [{ chargeCents: 10_000 }] }]));
    const withOther = sent.replace(
      /(LX\*1~)/,
      'SBR*S*18*******CI~NM1*IL*1*TESTPERSON*ALEX~NM1*PR*2*OTHER PLAN*****PI*55555~$1',
    );
    expect(withOther).not.toBe(sent);
    const [secondary] = await followUpsOf(
      new TextEncoder().encode(withOther),
      remitted([crossover('S1', 'N130')]),
    );
    expect(secondary).toMatchObject({ followUp: { type: 'secondary_billing' }, amountCents: 2_000 });
  });

  test('is opened as well where that claim comes after its payment', async () => {
    const sent = new TextDecoder().decode(claimFile([{ id: 'S1', lines: [{ chargeCents: 10_000 }] }]));
    const withOther = sent.replace(
      /(LX\*1~)/,
      'SBR*S*18*******CI~NM1*IL*1*TESTPERSON*ALEX~NM1*PR*2*OTHER PLAN*****PI*55555~$1',
    );
    const [secondary] = await followUpsOf(
      remitted([crossover('S1', 'N130')]),
      new TextEncoder().encode(withOther),
    );
    expect(secondary).toMatchObject({ followUp: { type: 'secondary_billing' }, amountCents: 2_000 });
  });
});

describe('a denial for want of an authorization', () => {
  const unauthorized: ClaimSpec = { id: 'A1', chargeCents: 12_500, adjustments: [['CO', '197', 12_500]] };

  test('is an appeal with the number where the claim as sent carries it', async () => {
    const sent = claimFile([{ id: 'A1', lines: [{ chargeCents: 12_500 }], priorAuthorization: 'AUTH77' }]);
    const { system } = await received(sent, remitted([unauthorized]));
    const [denial] = system.denials.all();
    expect(denial).toMatchObject({ route: 'appeal', decision: { ruleId: 'choice.authorization-on-claim' } });
    expect(denial?.decision.explanation).toContain('nothing on it is missing');
    expect(JSON.stringify(denial?.decision)).not.toContain('AUTH77');
  });

  test('is searched for where the claim as sent carries none', async () => {
    const sent = claimFile([{ id: 'A1', lines: [{ chargeCents: 12_500 }] }]);
    const { system } = await received(sent, remitted([unauthorized]));
    expect(system.denials.all()[0]).toMatchObject({ decision: { ruleId: 'carc.197-CO' } });
  });

  test('stays a correction where the payer says the number does not fit', async () => {
    const sent = claimFile([{ id: 'A1', lines: [{ chargeCents: 12_500 }], priorAuthorization: 'AUTH77' }]);
    const { system } = await received(sent, remitted([{ ...unauthorized, remarks: ['N54'] }]));
    expect(system.denials.all()[0]).toMatchObject({ route: 'correct_resubmit' });
  });
});

describe('the sweep', () => {
  test('brings a hold past its day back to a person, once, and leaves it before', async () => {
    const { system } = await received(remitted([pending], { producedOn: '20261109', paidOn: '20261109' }));
    system.clock.advanceDays(28);
    expect(await sweepDenials(system)).toMatchObject({ looked: 0, holdsOver: 0 });
    system.clock.advanceDays(1);
    expect(await sweepDenials(system)).toMatchObject({ holdsOver: 1, replaced: 0, failed: 0 });
    expect(system.denials.all()[0]).toMatchObject({ state: 'needs_review', followUp: { type: 'hold' } });
    expect(await sweepDenials(system)).toMatchObject({ holdsOver: 0, replaced: 0 });
    expect(system.denials.outbox()).toEqual([]);
  });

  test('never looks for the execution of a follow-up', async () => {
    const { system } = await received(remitted([crossover('S1', 'MA19')]));
    system.clock.advanceDays(40);
    expect(await sweepDenials(system)).toMatchObject({ replaced: 0, failed: 0 });
  });
});
