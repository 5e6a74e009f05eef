import { beforeEach, describe, expect, test } from 'vitest';
import { factsSha256 } from '../../../functions/core/appeal/facts.ts';
import { brokenAt } from '../../../functions/core/audit/event.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { currentFacts } from '../../../functions/use-cases/make-letter.ts';
import { requestChanges } from '../../../functions/use-cases/request-changes.ts';
import { undoApproval } from '../../../functions/use-cases/undo-approval.ts';
import {
  AppealSystem,
  biller,
  PASSAGES,
  supervisor,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
});

const by = (denial: Denial, user = biller) => ({
  user,
  denialId: denial.denialId,
  expectedVersion: denial.version,
});

async function approved(): Promise<Denial> {
  const denial = await system.readyToApprove();
  const candidateSha256 = denial.candidate?.sha256 ?? '';
  const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
  expect(result.kind).toBe('changed');
  return system.only();
}

describe('drafting', () => {
  test('the first letter names what only a biller can write, and waits for it', async () => {
    const denial = await system.drafted();
    expect(denial.state).toBe('drafting');
    expect(denial.candidate?.missing).toContain('FILL IN: numbered enclosures with their page counts');
    expect(denial.nextAction).toMatch(/^Complete the letter: 8 things are missing\. First: FILL IN: /);
  });

  test('drafting twice makes one letter', async () => {
    const denial = await system.drafted();
    const again = await system.runDraft(denial);
    expect(again).toEqual({ next: 'wait_for_person', version: denial.version });
    expect(system.only()).toEqual(denial);
  });

  test('a complete letter waits for approval', async () => {
    const denial = await system.readyToApprove();
    expect(denial).toMatchObject({ state: 'ready_to_approve', draftNumber: 2 });
    expect(denial.candidate?.missing).toEqual([]);
  });

  test('an unsettled setting is a hole in the letter, never a guess', async () => {
    system.organisation = { ...system.organisation, payers: [] };
    const denial = await system.drafted();
    expect(denial.candidate?.missing).toContain('MISSING: appeals address of the payer');
  });

  test('what cannot be appealed goes to review and says why', async () => {
    const denial = await system.routed({ ...deniedClaim('A1'), remarks: ['N211'] });
    const output = await system.runDraft(denial);
    expect(output.next).toBe('wait_for_person');
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      nextAction: 'No appeal: The payer states that this decision cannot be appealed.',
    });
  });

  test('an execution that was replaced ends without touching the denial', async () => {
    const denial = await system.routed();
    expect(await system.runDraft({ ...denial, attempt: 2 })).toEqual({
      next: 'done',
      version: denial.version,
    });
    expect(system.only()).toEqual(denial);
  });
});

describe('editing', () => {
  test('passages left out stay, an empty one goes back to the words of the template', async () => {
    const denial = await system.readyToApprove();
    await editDraft(system.ports, { ...by(denial), passages: { policy: '' } });
    const after = system.only();
    expect(after.state).toBe('drafting');
    const draft = await system.denials.draft(after.denialId, 1, after.draftNumber);
    const { policy: _, ...others } = PASSAGES;
    expect(draft?.passages).toEqual(others);
  });

  test.each([
    ['a passage the letter does not have', { closing: 'x' }],
    ['a passage over its length', { policy: 'x'.repeat(2001) }],
    ['a row without all its columns', { criteria: 'only one part' }],
    ['a control character', { policy: 'a\u0007b' }],
  ])('%s is refused and nothing changes', async (_what, passages) => {
    const denial = await system.drafted();
    const result = await editDraft(system.ports, { ...by(denial), passages });
    expect(result).toMatchObject({ kind: 'refused', code: 'PASSAGE_REFUSED' });
    expect(system.only()).toEqual(denial);
  });

  test('markup in a passage is text in the letter', async () => {
    const denial = await system.drafted();
    await editDraft(system.ports, {
      ...by(denial),
      passages: { ...PASSAGES, service: '<script>alert(1)</script> & "so"' },
    });
    const { candidate } = system.only();
    const markup = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;');
    expect(markup).not.toContain('<script');
  });

  test('a character that cannot be printed is named, and the letter waits for another', async () => {
    const denial = await system.drafted();
    await editDraft(system.ports, {
      ...by(denial),
      passages: { ...PASSAGES, service: 'Pain 😀 gone' },
      goesWithout: withoutDocuments(denial),
    });
    expect(system.only()).toMatchObject({
      state: 'drafting',
      candidate: { missing: ['CHARACTERS that cannot be printed: 😀 (U+1F600)'] },
    });
  });

  test('a request for changes goes back to drafting with its reason in the timeline', async () => {
    const denial = await system.readyToApprove();
    await requestChanges(system.ports, { ...by(denial, supervisor), reason: 'Name the therapy dates.' });
    expect(system.only().state).toBe('drafting');
    const events = await system.denials.events(denial.denialId);
    expect(events.at(-1)).toMatchObject({ type: 'ChangesRequested', reason: 'Name the therapy dates.' });
  });
});

describe('approval', () => {
  test('holds the stored letter for 30 seconds', async () => {
    const { state, approval, candidate } = await approved();
    expect(state).toBe('held');
    expect(approval).toMatchObject({ sha256: candidate?.sha256, approvedBy: 'biller' });
    expect(approval?.holdUntil).toBe('2026-11-10T12:00:30.000Z');
  });

  test('of another hash than the stored letter’s is refused', async () => {
    const denial = await system.readyToApprove();
    const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256: 'a'.repeat(64) });
    expect(result).toMatchObject({ kind: 'refused', code: 'HASH_MISMATCH' });
    expect(system.only()).toEqual(denial);
  });

  test('of a version that somebody has changed since is a conflict that says who', async () => {
    const denial = await system.readyToApprove();
    const candidateSha256 = denial.candidate?.sha256 ?? '';
    const stale = { ...by(denial), expectedVersion: denial.version - 1, candidateSha256 };
    const result = await approveAppeal(system.ports, stale);
    expect(result).toMatchObject({
      kind: 'conflict',
      lastEvent: { type: 'DraftEdited', actor: { kind: 'user', userId: 'biller' } },
    });
    expect(system.only()).toEqual(denial);
  });

  test('is refused while the letter holds a placeholder that a biller typed', async () => {
    const drafted = await system.drafted();
    await editDraft(system.ports, {
      ...by(drafted),
      passages: { ...PASSAGES, service: 'Pain since TBD.' },
      goesWithout: withoutDocuments(drafted),
    });
    expect(system.only()).toMatchObject({ state: 'drafting', candidate: { missing: ['TBD'] } });
  });

  test('is refused when a fact changed after the letter was made', async () => {
    const denial = await system.readyToApprove();
    system.organisation = { ...system.organisation, practices: [] };
    const candidateSha256 = denial.candidate?.sha256 ?? '';
    const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
    expect(result).toMatchObject({ kind: 'refused', code: 'FACTS_CHANGED' });
    expect(system.only()).toEqual(denial);
  });

  test('is refused when the stored bytes are not those of the candidate', async () => {
    const denial = await system.readyToApprove();
    system.objects.read = async () => new TextEncoder().encode('another letter');
    const candidateSha256 = denial.candidate?.sha256 ?? '';
    const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
    expect(result).toMatchObject({ kind: 'refused', code: 'STORED_BYTES_DIFFER' });
    expect(system.only()).toEqual(denial);
  });

  test('is refused while something in the letter is open, whatever the state says', async () => {
    const denial = await system.rewrite(await system.drafted(), { state: 'ready_to_approve' });
    const candidateSha256 = denial.candidate?.sha256 ?? '';
    const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
    expect(result).toMatchObject({ kind: 'refused', code: 'LETTER_INCOMPLETE' });
    expect(system.only()).toEqual(denial);
  });

  test('by the one who wrote the letter is refused where the organisation asks for two people', async () => {
    const denial = await system.readyToApprove();
    system.organisation = { ...system.organisation, secondPersonOnAppeals: true };
    const candidateSha256 = denial.candidate?.sha256 ?? '';
    const own = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
    expect(own).toMatchObject({ kind: 'refused', code: 'PREPARER_IS_APPROVER' });
    const others = await approveAppeal(system.ports, { ...by(denial, supervisor), candidateSha256 });
    expect(others.kind).toBe('changed');
  });

  test('can be taken back while it is held, and not after', async () => {
    const held = await approved();
    system.clock.advanceSeconds(29);
    expect((await undoApproval(system.ports, by(held))).kind).toBe('changed');
    expect(system.only()).toMatchObject({ state: 'ready_to_approve', approval: null });

    const again = await approveAppeal(system.ports, {
      ...by(system.only()),
      candidateSha256: held.candidate?.sha256 ?? '',
    });
    expect(again.kind).toBe('changed');
    system.clock.advanceSeconds(30);
    const late = await undoApproval(system.ports, by(system.only()));
    expect(late).toMatchObject({ kind: 'refused', code: 'HOLD_ENDED' });
  });
});

describe('delivery', () => {
  test('hands over the approved bytes and waits for the payer', async () => {
    const held = await approved();
    system.clock.advanceSeconds(31);
    expect((await system.runDeliver(held)).next).toBe('wait_for_payer');

    const denial = system.only();
    expect(denial).toMatchObject({ state: 'awaiting_payer', handover: { sha256: held.approval?.sha256 } });
    const [dropped] = system.objects.list('handover');
    expect(dropped?.key).toBe(`${denial.denialId}/${held.approval?.sha256}.pdf`);
    const handedOver = await system.text('handover', dropped?.key ?? '', dropped?.versionId ?? '');
    const { objectKey = '', objectVersionId = '' } = held.approval ?? {};
    expect(handedOver).toBe(await system.text('packets', objectKey, objectVersionId));
    expect(brokenAt(await system.denials.events(denial.denialId))).toBeNull();
  });

  test('a second time does nothing', async () => {
    const held = await approved();
    system.clock.advanceSeconds(31);
    await system.runDeliver(held);
    const once = system.only();
    expect((await system.runDeliver(held)).next).toBe('wait_for_payer');
    expect(system.only()).toEqual(once);
    // The packet, our note of it and its manifest.
    expect(system.objects.list('handover')).toHaveLength(3);
  });

  test('does nothing when the approval was taken back', async () => {
    const held = await approved();
    await undoApproval(system.ports, by(held));
    system.clock.advanceSeconds(31);
    expect((await system.runDeliver(held)).next).toBe('wait_for_person');
    expect(system.objects.list('handover')).toEqual([]);
  });

  test('waits for the second hold when it was approved again within the first', async () => {
    const held = await approved();
    system.clock.advanceSeconds(10);
    await undoApproval(system.ports, by(held));
    await approveAppeal(system.ports, {
      ...by(system.only()),
      candidateSha256: held.candidate?.sha256 ?? '',
    });
    system.clock.advanceSeconds(21);
    expect((await system.runDeliver(held)).next).toBe('hold');
    expect(system.objects.list('handover')).toEqual([]);
  });

  test('a fact that changed during the hold voids the approval and a new letter is drafted', async () => {
    const held = await approved();
    system.organisation = { ...system.organisation, practices: [] };
    system.clock.advanceSeconds(31);
    expect((await system.runDeliver(held)).next).toBe('draft');
    expect(system.only()).toMatchObject({ state: 'drafting', approval: null, candidate: null });
    expect(await system.eventTypes(held.denialId)).toContain('ApprovalVoided');
    expect(system.objects.list('handover')).toEqual([]);

    await system.runDraft(held);
    const draft = await system.denials.draft(held.denialId, 1, system.only().draftNumber);
    expect(draft?.passages).toEqual(PASSAGES);
  });

  test('stored bytes that do not hash to the approval are never sent', async () => {
    const held = await approved();
    system.clock.advanceSeconds(31);
    const read = system.objects.read.bind(system.objects);
    system.objects.read = async (object) => {
      const bytes = await read(object);
      return object.bucket === 'packets' ? new TextEncoder().encode('another letter') : bytes;
    };
    expect((await system.runDeliver(held)).next).toBe('draft');
    expect(system.objects.list('handover')).toEqual([]);
  });

  test('a record that changes while the letter leaves still says that it left', async () => {
    const held = await approved();
    system.clock.advanceSeconds(31);
    const handOver = system.ports.delivery.handOver;
    const ports = {
      ...system.ports,
      delivery: {
        ...system.ports.delivery,
        handOver: async (...asked: Parameters<typeof handOver>) => {
          const taken = await handOver(...asked);
          // The clock of another machine runs behind: the undo still passes.
          system.clock.advanceSeconds(-10);
          await undoApproval(system.ports, by(held));
          system.clock.advanceSeconds(10);
          return taken;
        },
      },
    };
    const { deliverAppeal } = await import('../../../functions/use-cases/deliver-appeal.ts');
    const { denialId, level, attempt } = held;
    await deliverAppeal(ports, { denialId, level, attempt });
    expect(system.only()).toMatchObject({
      state: 'ready_to_approve',
      handover: { sha256: held.approval?.sha256 },
    });
  });
});

describe('facts', () => {
  test('the passing of a day changes no fact', async () => {
    const denial = await system.drafted();
    const before = await currentFacts(system.ports, denial);
    system.clock.advanceDays(3);
    const after = await currentFacts(system.ports, denial);
    expect(factsSha256(after.facts)).toBe(factsSha256(before.facts));
  });
});
