import { describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import type { PayerType } from '../../../functions/core/payer/profile.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { closeAsAnswered } from '../../../functions/use-cases/close-as-answered.ts';
import { confirmCorrection } from '../../../functions/use-cases/confirm-correction.ts';
import { type HeardAnswer, recordAnswer } from '../../../functions/use-cases/record-answer.ts';
import { recordFiling } from '../../../functions/use-cases/record-filing.ts';
import { recordPeerToPeer } from '../../../functions/use-cases/record-peer-to-peer.ts';
import { relayOutbox } from '../../../functions/use-cases/relay-outbox.ts';
import { submitDocuments } from '../../../functions/use-cases/submit-documents.ts';
import { takeNextLevel } from '../../../functions/use-cases/take-next-level.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';
import { sentCorrection } from '../../fixtures/sent-correction.ts';

const CHARGE = 100_000;

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });

const LETTER: HeardAnswer = {
  decision: 'upheld',
  decidedOn: '2026-11-20',
  channel: 'letter',
  reference: 'L-1',
  wantedBy: null,
  note: null,
};

/** A system whose only payer is of this type, with an appeal that has left. */
async function appealed(payerType: PayerType = 'commercial', charge = CHARGE): Promise<AppealSystem> {
  const system = new AppealSystem();
  const [payer] = system.organisation.payers;
  if (payer === undefined) throw new Error('The fixture has no payer.');
  const ofType = { ...payer, payerType: payerType as Exclude<PayerType, 'unknown'> };
  system.organisation = { ...system.organisation, payers: [ofType] };
  const denial = await system.readyToApprove(deniedClaim('A1', charge));
  const candidateSha256 = denial.candidate?.sha256 ?? '';
  await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
  system.clock.advanceSeconds(31);
  await system.runDeliver(system.only());
  await system.runDeliver(system.only());
  if (system.only().state !== 'awaiting_payer') throw new Error(system.only().nextAction);
  await system.rewrite(system.only(), { payerType });
  system.clock.advanceSeconds(60 * 24 * 60 * 60);
  return system;
}

async function answer(system: AppealSystem, heard: Partial<HeardAnswer> = {}) {
  return recordAnswer(system.ports, { ...by(system.only()), ...LETTER, ...heard });
}

/** The money of a claim as a later remittance pays it. */
async function remit(system: AppealSystem, day: string, ...claims: readonly ClaimSpec[]) {
  await system.drop(
    remittanceFile([{ claims, trace: `T${day}`, producedOn: day, paidOn: day }]),
    `${day}.835`,
  );
}

describe('a letter that left', () => {
  test('is kept with its template, and its answer is due by payer and level', async () => {
    const system = await appealed();
    // 29 CFR 2560.503-1(i)(2)(iii)(A): 60 days after November 10.
    expect(system.only()).toMatchObject({
      answerDueOn: '2027-01-09',
      sendings: [
        {
          action: 'appeal',
          level: 1,
          sentOn: '2026-11-10',
          templateId: 'medical-necessity',
          templateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  test('is awaited as long as is agreed with the payer', async () => {
    const system = new AppealSystem();
    const payers = system.organisation.payers.map((payer) => ({
      ...payer,
      answerTimes: [{ answerTo: 'correction' as const, days: 10, source: 'Manual, p. 3' }],
    }));
    system.organisation = { ...system.organisation, payers };
    const denial = await system.routed({ id: 'B1', chargeCents: 5_000, adjustments: [['CO', '16', 5_000]] });
    await confirmCorrection(system.ports, { ...by(denial), ...sentCorrection() });
    expect(system.only().answerDueOn).toBe('2026-11-19');
  });
});

describe('an answer that a person records', () => {
  test('upheld: the next level’s clock counts from the date on the letter', async () => {
    const system = await appealed('medicare_ffs');
    expect((await answer(system)).kind).toBe('changed');
    const denial = system.only();
    expect(denial).toMatchObject({ state: 'needs_review', level: 1, answerDueOn: null });
    expect(denial.nextAction).toContain('reconsideration');
    // 42 CFR 405.962(a): 180 days after November 20, a Wednesday in May; 5 more presumed.
    expect(denial.deadlines[0]).toMatchObject({
      kind: 'appeal',
      level: 2,
      startsOn: '2026-11-20',
      safeBy: '2027-05-19',
      lastDay: '2027-05-24',
      evidence: 'letter L-1',
    });
    const event = (await system.denials.events(denial.denialId)).at(-1);
    expect(event).toMatchObject({
      type: 'AnswerRecorded',
      detail: { decision: 'upheld', decidedOn: '2026-11-20', channel: 'letter', reference: 'L-1' },
    });
  });

  test('overturned: waits for the payment, and brings no cents', async () => {
    const system = await appealed();
    await answer(system, { decision: 'overturned' });
    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      answerDueOn: '2026-12-20',
      resolution: null,
    });
  });

  test('more wanted: collects until the payer’s own day, and waits again once it is sent', async () => {
    const system = await appealed();
    await answer(system, { decision: 'more_wanted', wantedBy: '2027-01-15' });
    expect(system.only()).toMatchObject({ state: 'collecting_documents', sendBy: '2027-01-15' });
    expect(system.only().deadlines[0]).toMatchObject({
      kind: 'records',
      governs: true,
      lastDay: '2027-01-15',
    });
    const sent = { channel: 'fax', reference: 'FAX-1', sentOn: '2026-12-01' } as const;
    await submitDocuments(system.ports, { ...by(system.only()), ...sent });
    expect(system.only()).toMatchObject({ state: 'awaiting_payer', answerDueOn: '2027-01-15' });
  });

  test('more wanted without a day says that the day is not configured', async () => {
    const system = await appealed();
    await answer(system, { decision: 'more_wanted' });
    expect(system.only().sendBy).toBeNull();
    expect(system.only().deadlines[0]).toMatchObject({ kind: 'records', basis: 'not_configured' });
  });

  test('dismissed: opens the review of the dismissal', async () => {
    const system = await appealed('medicare_ffs');
    await answer(system, { decision: 'dismissed' });
    expect(system.only().deadlines[0]?.ruleId).toBe('medicare.qic_review_of_dismissal');
  });

  test('upheld by a plan of Medicare Advantage: the plan forwards it, and the second level waits', async () => {
    const system = await appealed('medicare_advantage');
    await answer(system);
    expect(system.only()).toMatchObject({ state: 'awaiting_payer', level: 2, attempt: 1, candidate: null });
    expect(system.only().nextAction).toContain('forwards');
  });

  test('the same one twice stands once', async () => {
    const system = await appealed();
    await answer(system);
    await answer(system);
    expect(system.only().answers).toHaveLength(1);
  });

  test.each([
    ['in the future', { decidedOn: '2027-06-01' }, 'decidedOn'],
    ['before anything was sent', { decidedOn: '2026-11-09' }, 'decidedOn'],
    ['and wants more before it was written', { decision: 'more_wanted', wantedBy: '2026-11-19' }, 'wantedBy'],
  ] as const)('dated %s is refused', async (_when, heard, field) => {
    const system = await appealed();
    const before = system.only();
    expect(await answer(system, heard)).toMatchObject({ kind: 'refused', code: 'DATE_REFUSED', field });
    expect(system.only()).toEqual(before);
  });

  test('is refused where nothing was sent', async () => {
    const system = new AppealSystem();
    await system.routed();
    expect(await answer(system)).toMatchObject({ kind: 'refused', code: 'NOT_IN_THIS_STATE' });
  });
});

describe('the next level', () => {
  test('is an execution of its own, and ends the one before', async () => {
    const system = await appealed('medicare_ffs');
    const { denialId } = system.only();
    const wait = {
      denialId,
      level: 1,
      attempt: 1,
      number: 9,
      step: 'wait_for_payer',
      token: 'T1',
      resumedAt: null,
    } as const;
    system.denials.registerWait(wait);
    system.workflow.issue('T1');
    await answer(system);
    await takeNextLevel(system.ports, { ...by(system.only()), reason: null });
    const { version } = system.only();
    for (const { message } of system.denials.outbox().filter(({ message }) => message.version === version)) {
      await relayOutbox(message, system);
    }
    expect([...system.workflow.started.keys()]).toContain(`${denialId}-L2-A1`);
    expect(system.workflow.resumed).toEqual([{ token: 'T1', next: 'done', version }]);
    expect(system.only()).toMatchObject({ level: 2, attempt: 1, state: 'drafting', candidate: null });
    await system.runDraft(system.only());
    expect(system.only().candidate?.templateId).toBe('medical-necessity');
    expect(system.only().candidate?.missing).toContain(
      'FILL IN: what that decision said, and why it is wrong',
    );
  });

  test('goes through the five of Original Medicare, with its amounts, to the end', async () => {
    const system = await appealed('medicare_ffs', 196_000);
    const levels: (string | null)[] = [];
    for (const decidedOn of ['2026-11-20', '2026-11-25', '2026-12-01', '2026-12-10']) {
      await answer(system, { decidedOn, reference: `L-${decidedOn}` });
      levels.push(system.only().deadlines[0]?.ruleId ?? null);
      const taken = await takeNextLevel(system.ports, { ...by(system.only()), reason: 'All of it.' });
      expect(taken.kind).toBe('changed');
      await system.rewrite(system.only(), { state: 'needs_review' });
      const filed = { channel: 'mail', reference: 'F', sentOn: decidedOn } as const;
      expect((await recordFiling(system.ports, { ...by(system.only()), ...filed })).kind).toBe('changed');
    }
    expect(levels).toEqual([
      'medicare.qic_reconsideration',
      'medicare.alj_hearing',
      'medicare.council_review',
      'medicare.federal_court',
    ]);
    await answer(system, { decidedOn: '2027-01-05', reference: 'end' });
    expect(system.only()).toMatchObject({
      level: 5,
      state: 'needs_review',
      route: 'write_off',
      sendBy: null,
    });
    const further = await takeNextLevel(system.ports, { ...by(system.only()), reason: null });
    expect(further).toMatchObject({ kind: 'refused', code: 'NO_FURTHER_LEVEL' });
  });

  test('below its least amount asks with what the claim is put together', async () => {
    const system = await appealed('medicare_ffs', 19_999);
    await answer(system);
    await takeNextLevel(system.ports, { ...by(system.only()), reason: null });
    await system.rewrite(system.only(), { state: 'needs_review' });
    const filed = { channel: 'mail', reference: 'F', sentOn: '2026-11-21' } as const;
    await recordFiling(system.ports, { ...by(system.only()), ...filed });
    await answer(system, { decidedOn: '2026-12-01', reference: 'L-2' });
    system.clock.advanceSeconds(-20 * 24 * 60 * 60);
    const taken = await takeNextLevel(system.ports, { ...by(system.only()), reason: null });
    expect(taken).toMatchObject({ kind: 'refused', code: 'BELOW_MINIMUM', field: 'reason' });
    expect(taken).toMatchObject({ sentence: expect.stringContaining('$200.00') });
    const put = await takeNextLevel(system.ports, { ...by(system.only()), reason: 'With claim A2.' });
    expect(put.kind).toBe('changed');
    await system.runDraft(system.only());
    expect(system.only().state).toBe('needs_review');
    expect(system.only().nextAction).toContain('no letter template for level 3');
  });

  test('of a commercial payer may be the external review', async () => {
    const system = await appealed('commercial');
    await answer(system);
    expect(system.only().deadlines.map(({ kind }) => kind)).toContain('external_review');
  });
});

describe('what a remittance brings', () => {
  const denied = deniedClaim('A1', CHARGE);

  test('closes the denial with its cents, credited to action, template and rule', async () => {
    const system = await appealed();
    const { templateSha256 } = system.only().sendings[0] ?? {};
    await remit(system, '20261130', reversalOf(denied), paidClaim('A1', CHARGE));
    const { resolution, denialId } = system.only();
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'overturned' });
    const paid = Math.max(...system.remittances.payments().map(({ claim }) => claim.paidCents));
    expect(paid).toBeGreaterThan(0);
    expect(resolution).toMatchObject({
      recoveredCents: paid,
      on: '2026-11-30',
      credit: {
        action: 'appeal',
        level: 1,
        templateId: 'medical-necessity',
        templateSha256,
        ruleId: 'test.plain',
      },
    });
    const event = (await system.denials.events(denialId)).at(-1);
    expect(event?.detail).toMatchObject({
      recoveredCents: paid,
      creditedAction: 'appeal',
      creditedLevel: 1,
      templateId: 'medical-necessity',
      templateSha256,
      ruleId: 'test.plain',
      rulebookVersion: '2026.11.1',
    });
  });

  test('counts once where two denials of one claim were appealed and one payment answers both', async () => {
    const system = await appealed();
    const again: ClaimSpec = { ...denied, remarks: ['N130'], number: 'ICN2', original: 'ICNA1' };
    await remit(system, '20261120', reversalOf(denied), again);
    const second = system.denials.all().find(({ noticeOn }) => noticeOn === '2026-11-20');
    if (second === undefined) throw new Error('The second denial is not there.');
    await system.rewrite(second, {
      sendings: [
        { action: 'appeal', level: 1, sentOn: '2026-11-25', templateId: null, templateSha256: null },
      ],
    });
    await remit(system, '20261130', reversalOf(again), { ...paidClaim('A1', CHARGE), number: 'ICN3' });
    const recovered = system.denials.all().map(({ resolution }) => resolution?.recoveredCents ?? 0);
    const paid = Math.max(...system.remittances.payments().map(({ claim }) => claim.paidCents));
    expect(recovered.toSorted((a, b) => a - b)).toEqual([0, paid]);
  });

  test('still counts after a person closed it as the payer said', async () => {
    const system = await appealed();
    await answer(system);
    await closeAsAnswered(system.ports, { ...by(system.only()), reason: 'Not worth another level.' });
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'upheld' });
    await remit(system, '20261130', reversalOf(denied), paidClaim('A1', CHARGE));
    expect(system.only()).toMatchObject({ closedAs: 'overturned', resolution: { kind: 'overturned' } });
    expect(system.only().resolution?.recoveredCents).toBeGreaterThan(0);
  });

  test('is no recovery any more once the payer has taken it back for good', async () => {
    const system = await appealed();
    const paid = paidClaim('A1', CHARGE);
    await remit(system, '20261130', paid);
    expect(system.only().resolution?.recoveredCents).toBeGreaterThan(0);
    await remit(system, '20261210', reversalOf(paid));
    const all = system.denials.all();
    expect(all.reduce((sum, { resolution }) => sum + (resolution?.recoveredCents ?? 0), 0)).toBe(0);
    expect(all.find(({ followUp }) => followUp !== null)).toMatchObject({ followUp: { type: 'recoupment' } });
  });
});

describe('a talk with the payer', () => {
  async function offered(): Promise<AppealSystem> {
    const system = new AppealSystem();
    const denial = await system.routed({ id: 'B1', chargeCents: 5_000, adjustments: [['CO', '16', 5_000]] });
    const clocks = denial.deadlines.map((clock) => ({
      ...clock,
      kind: 'peer_to_peer' as const,
      governs: false,
    }));
    await system.rewrite(denial, { deadlines: [...denial.deadlines, ...clocks] });
    return system;
  }

  test('in which the payer gave in waits for the payment, and is what earned it', async () => {
    const system = await offered();
    const talk = { heldOn: '2026-11-10', result: 'overturned', reference: 'C-1', note: null } as const;
    expect((await recordPeerToPeer(system.ports, { ...by(system.only()), ...talk })).kind).toBe('changed');
    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      answerDueOn: '2026-12-10',
      sendings: [{ action: 'peer_to_peer', sentOn: '2026-11-10' }],
    });
  });

  test('that changed nothing leaves the work as it stood, without its window', async () => {
    const system = await offered();
    const talk = { heldOn: '2026-11-10', result: 'upheld', reference: 'C-1', note: null } as const;
    await recordPeerToPeer(system.ports, { ...by(system.only()), ...talk });
    expect(system.only()).toMatchObject({ state: 'correcting', sendings: [] });
    expect(system.only().deadlines.some(({ kind }) => kind === 'peer_to_peer')).toBe(false);
    const again = await recordPeerToPeer(system.ports, { ...by(system.only()), ...talk });
    expect(again).toMatchObject({ kind: 'refused', code: 'NOT_IN_THIS_STATE' });
  });
});
