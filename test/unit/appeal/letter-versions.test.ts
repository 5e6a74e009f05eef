import { beforeEach, describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { deliverAppeal } from '../../../functions/use-cases/deliver-appeal.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { openForApproval } from '../../../functions/use-cases/open-for-approval.ts';
import { readDraftDifference, readDrafts } from '../../../functions/use-cases/read-drafts.ts';
import { undoApproval } from '../../../functions/use-cases/undo-approval.ts';
import {
  AppealSystem,
  biller,
  PASSAGES,
  supervisor,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
});

const by = ({ denialId, version }: Denial, user = biller) => ({ user, denialId, expectedVersion: version });
const aDay = 24 * 3600;

async function difference(number: number, from: Parameters<typeof readDraftDifference>[3]['from']) {
  const { denialId } = system.only();
  const result = await readDraftDifference(system.ports, biller, denialId, { number, from });
  if (result.kind !== 'read') throw new Error(JSON.stringify(result));
  return result.value.lines
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, pieces }) => `${kind}: ${pieces.map(({ text }) => text).join('')}`);
}

describe('every version of a letter is kept', () => {
  test('and listed with what it says, oldest first', async () => {
    const { denialId } = await system.readyToApprove();
    const result = await readDrafts(system.ports, biller, denialId);
    const drafts = result.kind === 'read' ? result.value.drafts : [];
    expect(drafts.map(({ number, passages }) => [number, passages])).toEqual([
      [1, {}],
      [2, PASSAGES],
    ]);
  });

  test('the difference from the template is what the biller wrote, in place of what it asked', async () => {
    await system.readyToApprove();
    const lines = await difference(2, { kind: 'template' });
    expect(lines).toContain(`added: ${PASSAGES.service}`);
    expect(lines.some((line) => line.startsWith('removed: ⟦FILL IN:'))).toBe(true);
    expect(lines.join()).not.toContain('Dear');
  });

  test('the difference from an earlier draft is word by word', async () => {
    const denial = await system.readyToApprove();
    await editDraft(system.ports, {
      ...by(denial),
      passages: { service: PASSAGES.service.replace('eleven', 'twelve') },
    });
    const result = await readDraftDifference(system.ports, biller, denial.denialId, {
      number: 3,
      from: { kind: 'draft', number: 2 },
    });
    const changed = result.kind === 'read' ? result.value.lines.filter(({ kind }) => kind !== 'same') : [];
    expect(changed).toHaveLength(1);
    expect(changed[0]?.pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'eleven' },
      { kind: 'added', text: 'twelve' },
    ]);
  });

  test('the difference from what was approved is told once something was', async () => {
    const denial = await system.readyToApprove();
    const from = { kind: 'approved' } as const;
    const none = await readDraftDifference(system.ports, biller, denial.denialId, { number: 2, from });
    expect(none).toMatchObject({ kind: 'not_yet', sentence: 'No letter of this level was approved yet.' });

    const candidateSha256 = denial.candidate?.sha256 ?? '';
    await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
    await undoApproval(system.ports, by(system.only()));
    await editDraft(system.ports, { ...by(system.only()), passages: { conclusion: 'It was needed.' } });
    expect(await difference(3, from)).toContain('added: It was needed.');
  });

  test('a draft that is not there has no difference', async () => {
    const { denialId } = await system.readyToApprove();
    const from = { kind: 'template' } as const;
    const result = await readDraftDifference(system.ports, biller, denialId, { number: 9, from });
    expect(result).toMatchObject({ kind: 'not_yet', sentence: 'There is no text of draft 9 at this level.' });
  });
});

describe('opening a letter for approval', () => {
  test('changes nothing where it is of today and all still stands', async () => {
    const denial = await system.readyToApprove();
    expect(await openForApproval(system.ports, by(denial))).toMatchObject({
      kind: 'opened',
      changed: 'nothing',
    });
    expect(system.only()).toEqual(denial);
  });

  test('on a later day makes a fresh letter of which only the date changed', async () => {
    const denial = await system.readyToApprove();
    system.clock.advanceSeconds(aDay);
    const opened = await openForApproval(system.ports, by(denial, supervisor));
    expect(opened).toMatchObject({ kind: 'opened', changed: 'only_the_date', changes: [] });
    const now = system.only();
    expect(now.candidate).toMatchObject({ datedOn: system.clock.today(), number: 3, missing: [] });
    expect(now.candidate?.sha256).not.toBe(denial.candidate?.sha256);
    expect(now.state).toBe('ready_to_approve');
    expect((await difference(3, { kind: 'draft', number: 2 })).length).toBe(1);
  });

  test('leaves its writer: a second person is still asked for', async () => {
    const denial = await system.readyToApprove();
    system.organisation = { ...system.organisation, secondPersonOnAppeals: true };
    system.clock.advanceSeconds(aDay);
    await openForApproval(system.ports, by(denial, supervisor));
    const candidateSha256 = system.only().candidate?.sha256 ?? '';
    const own = await approveAppeal(system.ports, { ...by(system.only()), candidateSha256 });
    expect(own).toMatchObject({ kind: 'refused', code: 'PREPARER_IS_APPROVER' });
  });

  test('says by name what else changed', async () => {
    const denial = await system.readyToApprove();
    const [practice] = system.organisation.practices;
    if (practice === undefined) throw new Error('There is a practice.');
    system.organisation = {
      ...system.organisation,
      practices: [{ ...practice, address: '1 New Street', fax: '1' }],
    };
    expect(await openForApproval(system.ports, by(denial))).toMatchObject({
      changed: 'more',
      changes: ['the address of the practice', 'the fax number of the practice'],
    });
  });

  test('says that the time to appeal has ended meanwhile', async () => {
    const denial = await system.readyToApprove();
    system.clock.advanceSeconds(400 * aDay);
    expect(await openForApproval(system.ports, by(denial))).toMatchObject({ changed: 'more' });
    expect(system.only().state).toBe('drafting');
  });
});

describe('approval is refused, with what changed', () => {
  const approve = (denial: Denial) =>
    approveAppeal(system.ports, { ...by(denial), candidateSha256: denial.candidate?.sha256 ?? '' });

  test('where the letter bears another day', async () => {
    const denial = await system.readyToApprove();
    system.clock.advanceSeconds(aDay);
    expect(await approve(denial)).toMatchObject({ kind: 'refused', code: 'LETTER_OF_ANOTHER_DAY' });
    expect(system.only()).toEqual(denial);
  });

  test('where the payer’s address is another', async () => {
    const denial = await system.readyToApprove();
    const [payer] = system.organisation.payers;
    const appealLevels = payer?.appealLevels.map((level) => ({ ...level, address: 'P.O. Box 1' })) ?? [];
    if (payer === undefined) throw new Error('There is a payer.');
    system.organisation = { ...system.organisation, payers: [{ ...payer, appealLevels }] };
    expect(await approve(denial)).toMatchObject({
      code: 'FACTS_CHANGED',
      sentence: expect.stringContaining('the payer’s address for appeals.'),
    });
  });

  test('where a further decision of the payer came', async () => {
    const denial = await system.readyToApprove();
    await system.drop(remittanceFile([{ claims: [deniedClaim('A1')], trace: 'T9' }]), 'later.835');
    const [first = denial] = system.denials.all().filter(({ denialId }) => denialId === denial.denialId);
    expect(await approve(first)).toMatchObject({
      code: 'FACTS_CHANGED',
      sentence: expect.stringContaining('a further decision of the payer about this claim'),
    });
  });

  test('where the template is another', async () => {
    const denial = await system.readyToApprove();
    const { letters } = system.ports;
    const changed = {
      ...letters,
      template: (id: string) => {
        const template = letters.template(id);
        return template && { ...template, sha256: 'f'.repeat(64) };
      },
    };
    const result = await approveAppeal(
      { ...system.ports, letters: changed },
      { ...by(denial), candidateSha256: denial.candidate?.sha256 ?? '' },
    );
    expect(result).toMatchObject({
      code: 'TEMPLATE_CHANGED',
      sentence: expect.stringContaining('the law that it cites'),
    });
  });
});

describe('an approval is void after the hold, and nothing leaves', () => {
  async function held(): Promise<Denial> {
    const denial = await system.readyToApprove();
    await approveAppeal(system.ports, { ...by(denial), candidateSha256: denial.candidate?.sha256 ?? '' });
    return system.only();
  }

  test('where the address of the practice is another: told in the timeline and in what is next', async () => {
    const denial = await held();
    const [practice] = system.organisation.practices;
    if (practice === undefined) throw new Error('There is a practice.');
    system.organisation = { ...system.organisation, practices: [{ ...practice, address: '1 New Street' }] };
    system.clock.advanceSeconds(31);
    await system.runDeliver(denial);
    const because = 'Changed since the letter was made: the address of the practice.';
    expect(system.only()).toMatchObject({
      state: 'drafting',
      approval: null,
      nextAction: `The approval is void, and nothing was sent. ${because} A new letter is being drafted.`,
      voidedApproval: { approvedBy: 'biller', because: ['the address of the practice'] },
    });
    const last = (await system.denials.events(denial.denialId)).at(-1);
    expect(last).toMatchObject({ type: 'ApprovalVoided', reason: because });
    expect(system.objects.list('handover')).toEqual([]);

    await system.runDraft(denial);
    const { nextAction, candidate } = system.only();
    expect(nextAction).toContain(`The approval is void, and nothing was sent. ${because} `);
    await approveAppeal(system.ports, { ...by(system.only()), candidateSha256: candidate?.sha256 ?? '' });
    expect(system.only()).toMatchObject({ state: 'held', voidedApproval: null });
  });

  test('where the template is another', async () => {
    const denial = await held();
    const { letters } = system.ports;
    const changed = {
      ...letters,
      template: (id: string) => {
        const template = letters.template(id);
        return template && { ...template, sha256: 'f'.repeat(64) };
      },
    };
    system.clock.advanceSeconds(31);
    const { denialId, level, attempt } = denial;
    await deliverAppeal({ ...system.ports, letters: changed }, { denialId, level, attempt });
    expect(system.only().voidedApproval?.because).toEqual([
      'the template of the letter, or the law that it cites',
    ]);
  });

  test('where a document was attached meanwhile', async () => {
    const denial = await held();
    const sha256 = 'd'.repeat(64);
    const stored = { sha256, objectKey: 'k', objectVersionId: '1', byteLength: 4000 };
    await system.rewrite(denial, {
      documents: [
        {
          ...stored,
          mediaType: 'application/pdf',
          satisfies: [],
          attachedBy: 'biller',
          attachedAt: system.clock.now(),
          sentOn: null,
          clean: { ...stored, pageCount: 1, removed: [] },
        },
      ],
    });
    system.clock.advanceSeconds(31);
    await system.runDeliver(denial);
    expect(system.only().voidedApproval?.because).toEqual(['a document added to the enclosures']);
  });

  test('where a further decision of the payer came', async () => {
    const denial = await held();
    await system.drop(remittanceFile([{ claims: [deniedClaim('A1')], trace: 'T9' }]), 'later.835');
    system.clock.advanceSeconds(31);
    await system.runDeliver(denial);
    const [first] = system.denials.all().filter(({ denialId }) => denialId === denial.denialId);
    expect(first?.voidedApproval?.because).toEqual([
      'a further decision of the payer about this claim, in another remittance',
    ]);
  });
});

test('law of another line of business in a passage blocks the approval with words', async () => {
  const drafted = await system.drafted();
  const policy = 'Under 42 CFR 405.940 the plan has to pay.';
  await editDraft(system.ports, {
    ...by(drafted),
    passages: { ...PASSAGES, policy },
    goesWithout: withoutDocuments(drafted),
  });
  expect(system.only()).toMatchObject({
    state: 'drafting',
    candidate: {
      missing: [
        'LAW of another line of business: “42 CFR 405.940” is the law of Original Medicare, not of this payer',
      ],
    },
  });
});
