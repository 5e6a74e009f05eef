import { describe, expect, test } from 'vitest';
import { bindPacket } from '../../../functions/adapters/packets/bind-packet.ts';
import { PAYERS_FORM } from '../../../functions/core/documents/payers-form.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import {
  AppealSystem,
  type AttachedDocument,
  biller,
  PASSAGES,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';
import { madePdf, pagesOf } from '../../fixtures/made-pdf.ts';
import { exampleMarkup, LETTER_DAY, PRINTER } from '../../fixtures/printed-letters.ts';
import { readPacketFile } from '../../fixtures/read-packet.ts';

const FORM: AttachedDocument = { words: 'claim review form', satisfies: [PAYERS_FORM] };
const NOTES: AttachedDocument = { words: 'notes', satisfies: ['the notes of the visit'] };

/** A letter saved at a payer that takes no appeal without its own form. */
async function savedWith(...documents: readonly AttachedDocument[]): Promise<AppealSystem> {
  const system = new AppealSystem();
  const payers = system.organisation.payers.map((payer) => ({
    ...payer,
    appealLevels: payer.appealLevels.map((level) => ({
      ...level,
      form: { payersOwn: 'Claim Review Form' },
    })),
  }));
  system.organisation = { ...system.organisation, payers };
  const denial = await system.attached(await system.drafted(), ...documents);
  const { denialId, version: expectedVersion } = denial;
  const passages = { ...PASSAGES, criteria: 'Six weeks | Eleven weeks of therapy | Encl. 1, p. 1' };
  const goesWithout = withoutDocuments(denial);
  await editDraft(system.ports, { user: biller, denialId, expectedVersion, passages, goesWithout });
  return system;
}

describe('where the payer takes no appeal without its own form', () => {
  test('an appeal without it is not approved, and says what is missing', async () => {
    const system = await savedWith(NOTES);
    const { candidate, denialId, version, state } = system.only();
    expect(state).toBe('drafting');
    expect(candidate?.missing).toEqual([
      'FORM of the payer (Claim Review Form): fill it in and attach it as “the payer’s own form”',
    ]);
    await system.rewrite(system.only(), { state: 'ready_to_approve' });
    const approval = { expectedVersion: version + 1, candidateSha256: candidate?.sha256 ?? '' };
    expect(await approveAppeal(system.ports, { user: biller, denialId, ...approval })).toMatchObject({
      code: 'LETTER_INCOMPLETE',
    });
  });

  test('the form stands before the letter, and is no numbered enclosure', async () => {
    const system = await savedWith(NOTES, FORM);
    const { candidate } = system.only();
    expect(candidate?.missing).toEqual([]);
    expect(candidate?.enclosures.map(({ name }) => name)).toEqual(['the notes of the visit']);
    const packet = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
    expect(packet.indexOf('claim review form')).toBeGreaterThan(0);
    expect(packet.indexOf('claim review form')).toBeLessThan(packet.indexOf('Encl. 1\nnotes'));
    expect(packet.indexOf('claim review form')).toBeLessThan(packet.indexOf('To the Appeals Reviewer'));
  });

  test('the form leaves with the packet, and stays', async () => {
    const system = await savedWith(NOTES, FORM);
    const { denialId, version: expectedVersion, candidate } = system.only();
    const candidateSha256 = candidate?.sha256 ?? '';
    await approveAppeal(system.ports, { user: biller, denialId, expectedVersion, candidateSha256 });
    system.clock.advanceSeconds(31);
    await system.runDeliver(system.only());
    expect(system.only().documents.map(({ sentOn }) => sentOn)).toEqual(Array(2).fill(system.clock.today()));
  });

  test('a form that was attached before files were checked counts as none', async () => {
    const system = await savedWith(NOTES, FORM);
    const documents = system.only().documents.map((document) => ({ ...document, clean: null }));
    await system.rewrite(system.only(), { documents });
    const { denialId, version: expectedVersion } = system.only();
    await editDraft(system.ports, { user: biller, denialId, expectedVersion, passages: {} });
    expect(system.only().candidate?.missing[0]).toContain('attach it again');
  });
});

test('in the bound packet the form is between cover and letter, unstamped, with a bookmark of its own', async () => {
  const letter = await PRINTER.print(exampleMarkup('medical-necessity'), LETTER_DAY);
  const cover = await PRINTER.print('<h1>Cover</h1><p>What is in it</p>', LETTER_DAY);
  const bound = await bindPacket({
    front: { cover: cover.bytes, form: await madePdf(pagesOf(2, 'Form')), letter: letter.bytes },
    enclosures: [{ number: 1, name: 'Notes', pdf: await madePdf(pagesOf(1)) }],
    title: 'Appeal',
  });
  const { pages, bookmarks } = await readPacketFile(bound.pdf);
  expect(bound).toMatchObject({ formPages: 2, pageCount: 1 + 2 + 2 + 1 });
  expect(bookmarks).toEqual([
    { title: 'Cover sheet', page: 1 },
    { title: 'Form of the payer', page: 2 },
    { title: 'Letter', page: 4 },
    { title: 'Encl. 1: Notes', page: 6 },
  ]);
  expect(pages.map(({ content }) => content.includes('(Encl.'))).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});
