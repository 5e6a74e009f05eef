import { beforeEach, describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import {
  AppealSystem,
  type AttachedDocument,
  biller,
  PASSAGES,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';

const REMITTANCE: AttachedDocument = { words: 'remittance', satisfies: ['the remittance page'] };
const NOTES: AttachedDocument = { words: 'notes', satisfies: ['the notes of the visit'] };

let system: AppealSystem;

beforeEach(() => {
  system = new AppealSystem();
});

/** A letter saved with these documents attached. */
async function saved(documents: readonly AttachedDocument[], passages: object = {}): Promise<Denial> {
  const denial = await system.attached(await system.drafted(), ...documents);
  const written = {
    ...PASSAGES,
    criteria: 'Six weeks | Eleven weeks of therapy | Encl. 2, p. 1',
    ...passages,
  };
  const result = await editDraft(system.ports, {
    user: biller,
    denialId: denial.denialId,
    expectedVersion: denial.version,
    passages: written,
    goesWithout: withoutDocuments(denial),
  });
  expect(result.kind).toBe('changed');
  return system.only();
}

const missing = () => system.only().candidate?.missing;

describe('the candidate of a letter with documents attached', () => {
  test('is packet and letter, two stored objects of their own', async () => {
    const { candidate } = await saved([REMITTANCE, NOTES]);
    expect(candidate?.letter?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(candidate?.letter?.sha256).not.toBe(candidate?.sha256);
    expect(candidate?.letter?.objectKey).not.toBe(candidate?.objectKey);
    const letter = await system.text(
      'packets',
      candidate?.letter?.objectKey ?? '',
      candidate?.letter?.objectVersionId ?? '',
    );
    const packet = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
    expect(packet).toContain(letter);
    expect(packet).toContain('Encl. 2\nnotes');
  });

  test('has a table of pages: what came in, what is in the packet, and where', async () => {
    const { candidate } = await saved([REMITTANCE, NOTES]);
    expect(candidate?.enclosures).toMatchObject([
      { number: 1, pagesIn: 1, pagesOut: 1, firstPage: 3 },
      { number: 2, pagesIn: 1, pagesOut: 1, firstPage: 4 },
    ]);
    expect(candidate?.pageCount).toBe(4);
    expect(missing()).toEqual([]);
  });

  test('lists in its letter what is bound, with page counts, and not what was typed there', async () => {
    const { candidate } = await saved([REMITTANCE, NOTES]);
    const letter = candidate?.letter;
    const text = await system.text('packets', letter?.objectKey ?? '', letter?.objectVersionId ?? '');
    expect(text).toContain('the remittance page (1 page)');
    expect(text).toContain('the notes of the visit (1 page)');
    expect(text).not.toContain('Office notes (4 pages)');
  });

  test('keeps the letter’s own date, the channel, and no parts where the channel takes one file', async () => {
    const { candidate } = await saved([REMITTANCE, NOTES]);
    expect(candidate).toMatchObject({ datedOn: system.clock.today(), channel: 'file_drop', parts: [] });
  });
});

test('what the letter lists while nothing is attached is told before it is approved', async () => {
  const { candidate } = await system.readyToApprove();
  expect(candidate?.notEnclosed).toEqual(['Remittance page', 'Office notes']);
});

describe('what keeps a packet from being approved is said in words', () => {
  test('a page that is cited and not in the packet', async () => {
    await saved([REMITTANCE, NOTES], { criteria: 'Six weeks | Eleven weeks | Encl. 2, p. 3; Encl. 4' });
    expect(missing()).toEqual([
      'ENCLOSURE 2, p. 3 is cited, and it has 1 page',
      'ENCLOSURE 4 is cited, and is not in the packet',
    ]);
  });

  test('a document that cannot be read', async () => {
    await saved([{ ...REMITTANCE, words: '' }, NOTES]);
    expect(missing()).toEqual(['ENCLOSURE 1 (the remittance page) cannot be read: attach it again']);
  });

  test('pages that were lost on the way', async () => {
    await saved([REMITTANCE, { ...NOTES, pageCount: 7 }]);
    expect(missing()).toEqual([
      'ENCLOSURE 2 (the notes of the visit) has 7 pages, and 1 are in the packet: attach it again',
    ]);
  });

  test('a document from before files were checked', async () => {
    const denial = await system.attached(await system.drafted(), REMITTANCE, NOTES);
    const documents = denial.documents.map((each, at) => (at === 0 ? { ...each, clean: null } : each));
    const old = await system.rewrite(denial, { documents });
    await editDraft(system.ports, {
      user: biller,
      denialId: old.denialId,
      expectedVersion: old.version,
      passages: { ...PASSAGES, criteria: 'a | b | Encl. 2' },
      goesWithout: withoutDocuments(denial),
    });
    expect(missing()).toEqual([
      'ENCLOSURE 1 (the remittance page) was attached before files were checked: attach it again',
    ]);
  });

  test('more pages than can be bound: the packet is cover and letter', async () => {
    const { candidate } = await saved([REMITTANCE, { ...NOTES, pageCount: 1_200 }]);
    expect(missing()).toEqual([
      'PACKET has 1,202 pages, at most 1,000 pages can be sent this way: leave something out',
    ]);
    expect(candidate?.pageCount).toBe(2);
    expect(candidate?.enclosures).toEqual([]);
  });
});

describe('a packet for a portal', () => {
  beforeEach(() => {
    const [payer] = system.organisation.payers;
    if (payer === undefined) throw new Error('There is a payer.');
    system.organisation = { ...system.organisation, payers: [{ ...payer, delivery: { channel: 'portal' } }] };
  });

  test('is made in parts beside it, whose hashes the approval lists', async () => {
    const long = 'x'.repeat(4_000);
    const ready = await saved([
      { ...REMITTANCE, words: `remittance ${long}` },
      { ...NOTES, words: `notes ${long}` },
    ]);
    const parts = ready.candidate?.parts ?? [];
    expect(parts.map(({ fileName }) => fileName)).toEqual([
      '01-letter.pdf',
      '02-enclosure-1.pdf',
      '03-enclosure-2.pdf',
    ]);
    await approveAppeal(system.ports, {
      user: biller,
      denialId: ready.denialId,
      expectedVersion: ready.version,
      candidateSha256: ready.candidate?.sha256 ?? '',
    });
    const { approval, candidate } = system.only();
    expect(approval?.parts.map(({ sha256 }) => sha256)).toEqual(parts.map(({ sha256 }) => sha256));
    expect(approval?.letter?.sha256).toBe(candidate?.letter?.sha256);
    expect(approval?.channel).toBe('portal');
  });

  test('puts a document of less than 3 KB with its neighbour', async () => {
    const ready = await saved([REMITTANCE, NOTES]);
    expect(ready.candidate?.parts.map(({ fileName }) => fileName)).toEqual(['01-letter-enclosures-1-2.pdf']);
  });
});

describe('a document after the packet was made', () => {
  const approve = (denial: Denial) =>
    approveAppeal(system.ports, {
      user: biller,
      denialId: denial.denialId,
      expectedVersion: denial.version,
      candidateSha256: denial.candidate?.sha256 ?? '',
    });

  test('that is added keeps the packet from being approved, which says so', async () => {
    const ready = await saved([REMITTANCE, NOTES]);
    const result = await approve(await system.attached(ready, { words: 'more' }));
    expect(result).toMatchObject({ kind: 'refused', code: 'FACTS_CHANGED' });
    expect(JSON.stringify(result)).toContain('a document added to the enclosures');
  });

  test('that is taken off does too', async () => {
    const ready = await saved([REMITTANCE, NOTES]);
    const result = await approve(await system.rewrite(ready, { documents: ready.documents.slice(0, 1) }));
    expect(JSON.stringify(result)).toContain('a document taken off the enclosures');
  });
});
