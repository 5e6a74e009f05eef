import { beforeEach, describe, expect, test } from 'vitest';
import { autoPostWriteOff } from '../../../functions/core/denial/auto-post-write-off.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { openClocksOf } from '../../../functions/core/write-off/guards.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { assignDenial } from '../../../functions/use-cases/assign-denial.ts';
import { closeAsBilled } from '../../../functions/use-cases/close-as-billed.ts';
import { confirmCorrection } from '../../../functions/use-cases/confirm-correction.ts';
import { confirmWriteOff } from '../../../functions/use-cases/confirm-write-off.ts';
import { decideWriteOff } from '../../../functions/use-cases/decide-write-off.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { submitDocuments } from '../../../functions/use-cases/submit-documents.ts';
import { AppealSystem, auditor, biller, otherBiller, supervisor } from '../../fixtures/appeal-system.ts';
import type { ClaimSpec } from '../../fixtures/remittance-file.ts';
import { sentCorrection } from '../../fixtures/sent-correction.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
});

const by = (denial: Denial, user = biller) => ({
  user,
  denialId: denial.denialId,
  expectedVersion: denial.version,
});

const claim = (carc: string, cents = 5_000, group = 'CO'): ClaimSpec => ({
  id: 'B1',
  chargeCents: cents,
  adjustments: [[group, carc, cents]],
});

const REASON = { reason: 'The record says otherwise.' };
const OTHER = {
  note: 'Billed on November 9.',
  billed: { to: 'other_payer', payerName: 'Acme Mutual', reference: 'C-1', billedOn: '2026-11-09' },
} as const;
const PATIENT = {
  note: 'Sent a statement.',
  billed: {
    to: 'patient',
    billedOn: '2026-11-09',
    confirmedChecks: ['patient.other-cover', 'patient.contract-consent'],
  },
} as const;
const GIVEN_UP = { ...REASON, reasonCode: 'small_balance', acknowledgedClocks: ['test.appeal'] } as const;

describe('a correction', () => {
  test('that was sent waits for the payer under its reference', async () => {
    const denial = await system.routed(claim('16'));
    expect(denial.state).toBe('correcting');
    expect((await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection() })).kind).toBe(
      'changed',
    );
    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      handover: { reference: 'NEW-77', channel: 'recorded_by_person', sha256: null },
    });
  });

  test.each([
    ['in the future', '2026-11-11'],
    ['before the decision', '2026-11-01'],
  ])('sent %s is refused', async (_when, sentOn) => {
    const denial = await system.routed(claim('16'));
    const result = await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection('B1', sentOn) });
    expect(result).toMatchObject({ kind: 'refused', code: 'DATE_REFUSED', field: 'sentOn' });
    expect(system.only()).toEqual(denial);
  });
});

describe('another route', () => {
  test('keeps the reason and the decision, and takes the clocks of the new route', async () => {
    const denial = await system.routed(claim('16'));
    const result = await rerouteDenial(system.ports, { ...by(denial), route: 'documentation', ...REASON });
    expect(result.kind).toBe('changed');
    const after = system.only();
    expect(after).toMatchObject({ route: 'documentation', state: 'collecting_documents' });
    expect(after.decision).toEqual(denial.decision);
    expect(after.deadlines.length).toBeGreaterThan(0);
    const events = await system.denials.events(denial.denialId);
    expect(events.at(-1)).toMatchObject({
      type: 'DenialRerouted',
      reason: REASON.reason,
      before: { route: 'correct_resubmit' },
      after: { route: 'documentation' },
    });
  });

  test('away from an appeal and back drafts a new letter with what was written', async () => {
    const ready = await system.readyToApprove();
    await rerouteDenial(system.ports, { ...by(ready), route: 'review', ...REASON });
    expect(system.only()).toMatchObject({ state: 'needs_review', candidate: null });
    await rerouteDenial(system.ports, { ...by(system.only()), route: 'appeal', ...REASON });
    await system.runDraft(ready);
    expect(system.only()).toMatchObject({ state: 'ready_to_approve', candidate: { missing: [] } });
  });

  test('after the letter left keeps the evidence of what left', async () => {
    const ready = await system.readyToApprove();
    const candidateSha256 = ready.candidate?.sha256 ?? '';
    await approveAppeal(system.ports, { ...by(ready), candidateSha256 });
    system.clock.advanceSeconds(31);
    await system.runDeliver(ready);
    const sent = system.only();
    await rerouteDenial(system.ports, { ...by(sent), route: 'review', ...REASON });
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      approval: sent.approval,
      handover: sent.handover,
    });
  });

  test('with another day to send by begins the reminders anew', async () => {
    const routed = await system.routed(claim('16'));
    const denial = await system.rewrite(routed, { lastReminder: 'due_in_7' });
    await rerouteDenial(system.ports, { ...by(denial), route: 'review', ...REASON });
    const after = system.only();
    expect(after.sendBy).not.toBe(denial.sendBy);
    expect(after.lastReminder).toBeNull();
  });

  test('to an appeal that cannot be is refused with its reason', async () => {
    const denial = await system.routed({ ...claim('16'), remarks: ['MA130'] });
    const result = await rerouteDenial(system.ports, { ...by(denial), route: 'appeal', ...REASON });
    expect(result).toMatchObject({ kind: 'refused', code: 'NOT_APPEALABLE' });
    expect(system.only()).toEqual(denial);
  });

  test.each([
    ['the same one', 'correct_resubmit'],
    ['no denial', 'not_a_denial'],
    ['the patient, where no code is in group PR', 'patient_responsibility'],
  ] as const)('to %s is refused', async (_what, route) => {
    const denial = await system.routed(claim('16'));
    const result = await rerouteDenial(system.ports, { ...by(denial), route, ...REASON });
    expect(result).toMatchObject({ kind: 'refused', code: 'ROUTE_REFUSED' });
    expect(system.only()).toEqual(denial);
  });
});

describe('documents', () => {
  test('that were sent wait for the payer', async () => {
    const denial = await system.routed(claim('16'));
    await rerouteDenial(system.ports, { ...by(denial), route: 'documentation', ...REASON });
    const sent = { channel: 'fax', reference: 'FAX-1', sentOn: '2026-11-10' } as const;
    const result = await submitDocuments(system.ports, { ...by(system.only()), ...sent });
    expect(result.kind).toBe('changed');
    expect(system.only()).toMatchObject({ state: 'awaiting_payer', handover: { reference: 'FAX-1' } });
  });
});

describe('a write-off', () => {
  test('waits for a second person, whatever the amount, as it ships', async () => {
    const denial = await system.routed(claim('96', 1));
    expect(denial).toMatchObject({ state: 'needs_review', route: 'write_off' });
    await confirmWriteOff(system.ports, { ...by(denial), ...GIVEN_UP });
    expect(system.only()).toMatchObject({
      state: 'awaiting_second_person',
      closedAs: null,
      writeOff: { proposedBy: denial.decision.ruleId, confirmedBy: 'biller', secondPerson: null },
    });
  });

  test('is closed by the second person', async () => {
    await confirmWriteOff(system.ports, { ...by(await system.routed(claim('96'))), ...GIVEN_UP });
    const result = await decideWriteOff(system.ports, {
      ...by(system.only(), supervisor),
      verdict: 'approve',
    });
    expect(result.kind).toBe('changed');
    expect(system.only()).toMatchObject({
      state: 'closed',
      closedAs: 'written_off',
      writeOff: { secondPerson: 'supervisor' },
    });
  });

  test('is never approved by the one who confirmed it', async () => {
    const denial = await system.routed(claim('96'));
    await confirmWriteOff(system.ports, { ...by(denial, supervisor), ...GIVEN_UP });
    const waiting = system.only();
    const result = await decideWriteOff(system.ports, { ...by(waiting, supervisor), verdict: 'approve' });
    expect(result.kind).toBe('forbidden');
    expect(system.only()).toEqual(waiting);
    expect(system.access.entries.at(-1)).toMatchObject({ outcome: 'refused', userId: 'supervisor' });
  });

  test('is never approved by the one who chose the route, even when another confirmed it', async () => {
    const denial = await system.routed(claim('16'));
    await rerouteDenial(system.ports, { ...by(denial, supervisor), route: 'write_off', ...REASON });
    const acknowledgedClocks = openClocksOf(system.only(), '2026-11-10').map(({ clock }) => clock);
    await confirmWriteOff(system.ports, { ...by(system.only()), ...GIVEN_UP, acknowledgedClocks });
    const waiting = system.only();
    expect(waiting.writeOff).toMatchObject({ proposedBy: 'supervisor', confirmedBy: 'biller' });
    const result = await decideWriteOff(system.ports, { ...by(waiting, supervisor), verdict: 'approve' });
    expect(result.kind).toBe('forbidden');
    expect(system.only()).toEqual(waiting);
  });

  test('is never approved by a biller', async () => {
    await confirmWriteOff(system.ports, { ...by(await system.routed(claim('96')), supervisor), ...GIVEN_UP });
    const result = await decideWriteOff(system.ports, { ...by(system.only()), verdict: 'approve' });
    expect(result.kind).toBe('forbidden');
  });

  test('that is rejected goes back to review with the reason', async () => {
    await confirmWriteOff(system.ports, { ...by(await system.routed(claim('96'))), ...GIVEN_UP });
    await decideWriteOff(system.ports, {
      ...by(system.only(), supervisor),
      verdict: 'reject',
      reason: 'The appeal is still open.',
    });
    expect(system.only()).toMatchObject({ state: 'needs_review', writeOff: null });
  });

  test('within the limit needs no second person', async () => {
    system.organisation = { ...system.organisation, writeOffSecondPersonAboveCents: 5_000 };
    await confirmWriteOff(system.ports, { ...by(await system.routed(claim('96', 5_000))), ...GIVEN_UP });
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'written_off' });
  });

  test('of $5.00 is posted by itself where the limit is $5.00', async () => {
    system.organisation = { ...system.organisation, autoPostWriteOffUpToCents: 500 };
    expect(await system.routed(claim('96', 500))).toMatchObject({ state: 'closed', closedAs: 'written_off' });
  });

  test.each([
    ['of $5.01 where the limit is $5.00', 501, 500],
    ['of $5.00 as it ships, with no limit', 500, 0],
  ])('%s waits for a person', async (_what, cents, limit) => {
    system.organisation = { ...system.organisation, autoPostWriteOffUpToCents: limit };
    expect((await system.routed(claim('96', cents))).state).toBe('needs_review');
  });

  test('of nothing is not posted by itself where there is no limit', async () => {
    const denial = await system.routed(claim('96'));
    expect(autoPostWriteOff({ ...denial, amountCents: 0 }, 0, system.clock.now(), '2026-11-10')).toBeNull();
  });

  test('is not confirmed on another route', async () => {
    const denial = await system.routed(claim('16'));
    await rerouteDenial(system.ports, { ...by(denial), route: 'review', ...REASON });
    const result = await confirmWriteOff(system.ports, { ...by(system.only()), ...GIVEN_UP });
    expect(result).toMatchObject({ kind: 'refused', code: 'NOT_IN_THIS_STATE' });
  });
});

describe('closing as billed', () => {
  test('another payer', async () => {
    const denial = await system.routed(claim('16'));
    await rerouteDenial(system.ports, { ...by(denial), route: 'bill_other_payer', ...REASON });
    await closeAsBilled(system.ports, { ...by(system.only()), ...OTHER });
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'billed_other_payer' });
  });

  test('the patient, where the payer’s codes say so', async () => {
    const routed = await system.routed(claim('16', 5_000, 'PR'));
    const route = 'patient_responsibility';
    const decision = { ...routed.decision, route, category: 'non_covered' } as const;
    const denial = await system.rewrite(routed, { state: 'needs_review', route, decision });
    await closeAsBilled(system.ports, { ...by(denial), ...PATIENT });
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'billed_patient' });
  });

  test('the patient is refused where a check protects them, whoever took that route', async () => {
    const routed = await system.routed(claim('16', 5_000, 'PR'));
    const decision = { ...routed.decision, category: 'coding' } as const;
    const denial = await system.rewrite(routed, { decision });
    const route = 'patient_responsibility';
    expect((await rerouteDenial(system.ports, { ...by(denial), route, ...REASON })).kind).toBe('changed');
    const result = await closeAsBilled(system.ports, { ...by(system.only()), ...PATIENT });
    expect(result).toMatchObject({ kind: 'refused', code: 'PATIENT_PROTECTED' });
    expect(system.only().state).toBe('needs_review');
  });
});

describe('assigning', () => {
  test('a biller takes a denial, and cannot give it away', async () => {
    const denial = await system.routed(claim('16'));
    expect((await assignDenial(system.ports, { ...by(denial), assignee: 'biller' })).kind).toBe('changed');
    const result = await assignDenial(system.ports, { ...by(system.only()), assignee: 'supervisor' });
    expect(result.kind).toBe('forbidden');
  });

  test('a supervisor gives it only to somebody who may work on it', async () => {
    const denial = await system.routed(claim('16'));
    for (const assignee of [auditor.userId, otherBiller.userId, 'nobody']) {
      const result = await assignDenial(system.ports, { ...by(denial, supervisor), assignee });
      expect(result).toMatchObject({ kind: 'refused', code: 'UNKNOWN_USER' });
    }
    const given = await assignDenial(system.ports, { ...by(denial, supervisor), assignee: 'biller' });
    expect(given).toMatchObject({ kind: 'changed', denial: { assignee: 'biller' } });
  });
});
