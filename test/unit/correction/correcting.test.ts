import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { confirmCorrection } from '../../../functions/use-cases/confirm-correction.ts';
import { decideCorrection } from '../../../functions/use-cases/decide-correction.ts';
import { proposeCorrection } from '../../../functions/use-cases/propose-correction.ts';
import { readCorrection } from '../../../functions/use-cases/read-correction.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { auditor, biller, supervisor } from '../../fixtures/appeal-system.ts';
import { claimFile, type SentLine } from '../../fixtures/claim-file.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { type ClaimSpec, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { sentCorrection } from '../../fixtures/sent-correction.ts';
import { send } from '../api/requests.ts';

let system: DecidedSystem;
beforeEach(() => {
  system = new DecidedSystem();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

const denied = (carc: string, remarks: readonly string[] = [], more: Partial<ClaimSpec> = {}): ClaimSpec => ({
  id: 'B1',
  chargeCents: 12_500,
  adjustments: [['CO', carc, 12_500]],
  remarks,
  ...more,
});
const by = ({ denialId, version }: Denial, user = biller) => ({ user, denialId, expectedVersion: version });
const onFile = (lines: readonly SentLine[] = [{ chargeCents: 12_500 }]) =>
  system.drop(claimFile([{ id: 'B1', bornOn: '1971-03-04', lines }]), 'claims');

async function task(user = biller) {
  const read = await readCorrection(system.ports, user, system.only().denialId);
  if (read.kind !== 'read') throw new Error(`Not read: ${JSON.stringify(read)}`);
  return read.value.task;
}
const rulingOf = async (frequency: string) =>
  (await task()).frequencies.find((each) => each.frequency === frequency);

describe('the task of a correction', () => {
  test('names the element that the remark asks for, with what was sent beside it', async () => {
    await onFile();
    await system.routed(denied('16', ['N329']));
    const [element] = (await task()).elements;
    expect(element).toMatchObject({
      field: 'patient_birth_date',
      kind: 'date',
      place: { loop: '2010CA', segment: 'DMG', element: 'DMG02' },
      asSent: { kind: 'sent', value: '19710304' },
      why: 'CO-16 N329',
    });
  });

  test('asks the code itself where no remark names an element, line by line', async () => {
    await onFile([
      { chargeCents: 12_500, modifiers: ['GT'], control: '1' },
      { chargeCents: 1_000, control: '2' },
    ]);
    await system.routed(denied('4'));
    expect((await task()).elements[0]).toMatchObject({
      field: 'modifiers',
      line: 1,
      asSent: { kind: 'sent', value: 'GT' },
    });
  });

  test('says that the claim is not on file, and names the place all the same', async () => {
    await system.routed(denied('16', ['M51']));
    expect((await task()).elements[0]).toMatchObject({
      field: 'procedure_code',
      place: { loop: '2400', segment: 'SV1', element: 'SV101-2' },
      asSent: { kind: 'not_on_file' },
    });
  });

  test('tells in words what no element is known for', async () => {
    await system.routed(denied('16', ['N80']));
    expect((await task()).elements).toMatchObject([{ field: null, name: 'prenatal screening data' }]);
  });

  test('says nothing of a remark that only tells how to send, and says so where nothing else is named', async () => {
    await system.routed(denied('16', ['MA130', 'N290'], { filing: 'MB' }));
    expect((await task()).elements.map(({ field }) => field)).toEqual(['rendering_npi', 'rendering_name']);
    system = new DecidedSystem();
    await system.routed(denied('16', ['MA130'], { filing: 'MB' }));
    expect((await task()).elements).toMatchObject([
      { field: null, says: expect.stringContaining('Ask the payer') },
    ]);
  });

  test('shows what was sent to those who read letters only', async () => {
    await onFile();
    const { denialId } = await system.routed(denied('16', ['N329']));
    const path = `/api/denials/${denialId}/correction`;
    const [forBiller, forAuditor] = await Promise.all([
      send(system, { as: biller, path }),
      send(system, { as: auditor, path }),
    ]);
    expect(forBiller.body.elements[0].asSent).toEqual({ kind: 'sent', value: '19710304' });
    expect(forAuditor.body.elements[0]).toMatchObject({ field: 'patient_birth_date', asSent: null });
  });

  test('has the clock and the steps of its mechanism', async () => {
    await system.routed(denied('16', ['N329']));
    const { mechanism, clocks, checklist } = await task();
    expect(mechanism).toMatchObject({ mechanism: 'replacement', ruleId: 'mechanism.replacement' });
    expect(clocks.map(({ kind }) => kind)).toEqual(['corrected_claim']);
    expect(checklist.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['check.all-lines', 'check.payer-number', 'check.frequency-7']),
    );
    expect(checklist.map(({ id }) => id)).not.toContain('check.frequency-1');
  });

  test('asks the rules for the mechanism where the decision took another route', async () => {
    const denial = await system.routed(denied('50'));
    const reason = 'The diagnosis was left off.';
    await rerouteDenial(system.ports, { ...by(denial), route: 'correct_resubmit', reason });
    expect(system.only().decision.mechanism).toBe('none');
    expect((await task()).mechanism).toMatchObject({ mechanism: 'replacement' });
  });

  test('is not there on another route', async () => {
    const { denialId } = await system.routed(denied('50'));
    expect(await readCorrection(system.ports, biller, denialId)).toMatchObject({ kind: 'not_yet' });
  });
});

describe('how a claim may go out', () => {
  test('never again as an original once it was adjudicated, with the words why', async () => {
    const denial = await system.routed(denied('16', ['N329']));
    expect(await rulingOf('1')).toMatchObject({
      allowed: false,
      says: expect.stringMatching(/adjudicated this claim on 2026-11-02.*ICNB1.*duplicate \(CARC 18\)/),
    });
    const sent = { ...sentCorrection(), frequency: '1', payerClaimNumber: undefined } as const;
    const result = await confirmCorrection(system.ports, { ...by(denial), ...sent });
    expect(result).toMatchObject({ kind: 'refused', code: 'FREQUENCY_REFUSED', field: 'frequency' });
    expect(system.only()).toEqual(denial);
  });

  test('as a new claim where nothing was adjudicated, and then not as a replacement', async () => {
    const denial = await system.routed(denied('16', ['MA130', 'N329'], { filing: 'MB' }));
    expect(await rulingOf('1')).toMatchObject({ allowed: true });
    expect(await rulingOf('7')).toMatchObject({
      allowed: false,
      says: expect.stringContaining('nothing to replace'),
    });
    const sent = { ...sentCorrection(), frequency: '1', payerClaimNumber: undefined } as const;
    expect((await confirmCorrection(system.ports, { ...by(denial), ...sent })).kind).toBe('changed');
  });

  test('as a reopening in Medicare Part B, where only the denied lines may be a claim of their own', async () => {
    system.organisation = { ...system.organisation, payers: [] };
    const denial = await system.routed(denied('4', [], { filing: 'MB' }));
    expect((await task()).mechanism.mechanism).toBe('reopening');
    expect(await rulingOf('7')).toMatchObject({ allowed: false });
    expect(await rulingOf('none')).toMatchObject({ allowed: true });
    const whole = { ...sentCorrection(), frequency: '1', payerClaimNumber: undefined } as const;
    expect(await confirmCorrection(system.ports, { ...by(denial), ...whole })).toMatchObject({
      code: 'FREQUENCY_REFUSED',
    });
    const lines = { ...whole, deniedLinesOnly: true };
    expect((await confirmCorrection(system.ports, { ...by(denial), ...lines })).kind).toBe('changed');
  });

  test('void first where the payer asks for it: the new claim names the void', async () => {
    const denial = await system.routed(denied('16', ['N798', 'N329']));
    const fresh = { ...sentCorrection(), frequency: '1', payerClaimNumber: undefined } as const;
    expect(await confirmCorrection(system.ports, { ...by(denial), ...fresh })).toMatchObject({
      code: 'FREQUENCY_REFUSED',
      field: 'voidReference',
    });
    const half = { ...sentCorrection(), frequency: '8' } as const;
    expect(await confirmCorrection(system.ports, { ...by(denial), ...half })).toMatchObject({
      code: 'FREQUENCY_REFUSED',
      sentence: expect.stringContaining('send the new claim too'),
    });
    const after = { ...fresh, voidReference: 'VOID-1' };
    expect((await confirmCorrection(system.ports, { ...by(denial), ...after })).kind).toBe('changed');
  });

  test.each([
    ['none', undefined, 'payerClaimNumber'],
    ['another claim’s', 'ICN999', 'payerClaimNumber'],
  ])('a replacement with %s number of the payer is refused', async (_what, payerClaimNumber, field) => {
    const denial = await system.routed(denied('16', ['N329']));
    const sent = { ...sentCorrection(), payerClaimNumber };
    expect(await confirmCorrection(system.ports, { ...by(denial), ...sent })).toMatchObject({
      code: 'CLAIM_NUMBER_REFUSED',
      field,
    });
  });

  test('a replacement names the last decision in the chain, not the first', async () => {
    await system.drop(remittanceFile([{ claims: [denied('16', ['N329'])], trace: 'T1' }]), 'first.835');
    const again = denied('16', ['N329'], { number: 'ICN-SECOND', original: 'ICNB1', frequency: '7' });
    const later = { claims: [again], trace: 'T2', producedOn: '20261106', paidOn: '20261106' };
    await system.drop(remittanceFile([later], { interchange: 2 }), 'second.835');
    const open = system.denials.all().find(({ payerClaimControlNumber: n }) => n === 'ICN-SECOND') as Denial;
    const read = await readCorrection(system.ports, biller, open.denialId);
    expect(read).toMatchObject({ value: { task: { payerClaimNumber: { value: 'ICN-SECOND' } } } });
  });

  test('the number of the denied claim is no reference of the new one', async () => {
    const denial = await system.routed(denied('16', ['N329']));
    const sent = { ...sentCorrection(), reference: 'icn-b1' };
    expect(await confirmCorrection(system.ports, { ...by(denial), ...sent })).toMatchObject({
      code: 'CLAIM_NUMBER_REFUSED',
      field: 'reference',
    });
  });

  test.each([
    ['nothing was changed', [], 'changes'],
    ['a field is none of a claim', [{ field: 'shoe_size', line: null, after: null }], 'changes.0.field'],
    ['units are not told', [{ field: 'units', line: 1, after: null }], 'changes.0.after'],
    ['units are blank', [{ field: 'units', line: 1, after: ' ' }], 'changes.0.after'],
    ['a charge is no number', [{ field: 'line_charge', line: 1, after: '1e9' }], 'changes.0.after'],
    ['modifiers are written in one', [{ field: 'modifiers', line: 1, after: '2559' }], 'changes.0.after'],
    ['a modifier has a full stop', [{ field: 'modifiers', line: 1, after: '59.' }], 'changes.0.after'],
  ])('%s: refused', async (_what, changes, field) => {
    const denial = await system.routed(denied('16', ['N329']));
    const result = await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection(), changes });
    expect(result).toMatchObject({ code: 'CHANGE_REFUSED', field });
  });

  test('not beside an appeal that the payer has', async () => {
    const denial = await system.routed(denied('16', ['N329']));
    const left = { action: 'appeal', level: 1, sentOn: '2026-11-05' } as const;
    const appealed = await system.rewrite(denial, {
      sendings: [{ ...left, templateId: null, templateSha256: null }],
    });
    expect((await task()).openAppeal).toBe(true);
    const result = await confirmCorrection(system.ports, { ...by(appealed), ...sentCorrection() });
    expect(result).toMatchObject({ code: 'APPEAL_OPEN' });
  });

  test('the timeline keeps how it went, and which fields were changed, but no value of the patient', async () => {
    const denial = await system.routed(denied('16', ['N329']));
    await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection() });
    const last = (await system.denials.events(denial.denialId)).at(-1);
    expect(last).toMatchObject({
      type: 'CorrectionSent',
      detail: {
        mechanism: 'replacement',
        frequency: '7',
        fields: 'patient_birth_date',
        sentOn: '2026-11-09',
      },
    });
  });
});

describe('a correction by which more would be paid', () => {
  const changes = [{ field: 'units', line: 1, after: '2' }];
  const proposal = { changes, recordCitation: 'Visit note of October 5, page 2.' };
  const more = { ...sentCorrection(), changes };

  test('is not sent without a second person', async () => {
    await onFile();
    const denial = await system.routed(denied('16', ['M53']));
    const result = await confirmCorrection(system.ports, { ...by(denial), ...more });
    expect(result).toMatchObject({ code: 'SECOND_PERSON_NEEDED', field: 'changes' });
  });

  test('waits for one with its place in the record, and goes out once approved', async () => {
    await onFile();
    await proposeCorrection(system.ports, { ...by(await system.routed(denied('16', ['M53']))), ...proposal });
    expect(system.only()).toMatchObject({
      state: 'awaiting_second_person',
      correction: { proposedBy: 'biller', secondPerson: null, recordCitation: proposal.recordCitation },
    });
    await decideCorrection(system.ports, { ...by(system.only(), supervisor), verdict: 'approve' });
    expect(system.only()).toMatchObject({ state: 'correcting', correction: { secondPerson: 'supervisor' } });
    expect((await confirmCorrection(system.ports, { ...by(system.only()), ...more })).kind).toBe('changed');
    expect(await system.eventTypes(system.only().denialId)).toEqual(
      expect.arrayContaining(['CorrectionProposed', 'CorrectionApproved', 'CorrectionSent']),
    );
  });

  test('is approved as proposed: one unit more needs another word', async () => {
    await onFile();
    await proposeCorrection(system.ports, { ...by(await system.routed(denied('16', ['M53']))), ...proposal });
    await decideCorrection(system.ports, { ...by(system.only(), supervisor), verdict: 'approve' });
    const other = { ...more, changes: [{ field: 'units', line: 1, after: '3' }] };
    expect(await confirmCorrection(system.ports, { ...by(system.only()), ...other })).toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
  });

  test('is never decided by the one who asked', async () => {
    const denial = await system.routed(denied('16', ['M53']));
    await proposeCorrection(system.ports, { ...by(denial, supervisor), ...proposal });
    const waiting = system.only();
    const result = await decideCorrection(system.ports, { ...by(waiting, supervisor), verdict: 'approve' });
    expect(result.kind).toBe('forbidden');
    expect(system.only()).toEqual(waiting);
  });

  test('that is rejected goes back to the biller with the reason', async () => {
    await proposeCorrection(system.ports, { ...by(await system.routed(denied('16', ['M53']))), ...proposal });
    const verdict = { verdict: 'reject', reason: 'The note shows one unit.' } as const;
    await decideCorrection(system.ports, { ...by(system.only(), supervisor), ...verdict });
    expect(system.only()).toMatchObject({ state: 'correcting', correction: null });
  });

  test('is not asked for where no change has more paid', async () => {
    const denial = await system.routed(denied('16', ['N329']));
    const plain = { ...proposal, changes: sentCorrection().changes };
    expect(await proposeCorrection(system.ports, { ...by(denial), ...plain })).toMatchObject({
      code: 'CHANGE_REFUSED',
    });
  });
});

test('a claim that was paid beside it changes nothing in the task', async () => {
  await system.drop(remittanceFile([{ claims: [denied('16', ['N329']), paidClaim('B2')] }]));
  expect((await task()).payerClaimNumber).toMatchObject({ value: 'ICNB1' });
});
