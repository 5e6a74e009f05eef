import { beforeEach, describe, expect, test } from 'vitest';
import { checkAddedFacts, statedFacts } from '../../../functions/core/appeal/added-facts.ts';
import { checkEnclosures, enclosuresOf } from '../../../functions/core/appeal/enclosures.ts';
import type { AddedFact, Denial } from '../../../functions/core/denial/denial.ts';
import type { Document } from '../../../functions/core/documents/document.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { currentFacts } from '../../../functions/use-cases/make-letter.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

function document(sha256: string, satisfies: readonly string[], pageCount = 3): Document {
  const stored = { sha256, objectKey: sha256, objectVersionId: '1', byteLength: 5000 };
  return {
    ...stored,
    mediaType: 'application/pdf',
    satisfies,
    attachedBy: 'biller',
    attachedAt: '2026-11-10T12:00:00.000Z',
    sentOn: null,
    clean: { ...stored, pageCount, removed: [] },
  };
}
const documents = [document(A, ['the medical records']), document(B, [])];
const onPage = (sha256: string, page: number, statement = 'The MRI shows it.'): AddedFact => ({
  statement,
  source: { kind: 'enclosure', sha256, page },
});
const fromField = (field: string): AddedFact => ({
  statement: 'It was paid.',
  source: { kind: 'field', field },
});

describe('what goes along with a letter', () => {
  test('is every document, as they were attached, where nobody chose', () => {
    expect(enclosuresOf({ enclosures: null }, documents).map(({ number, name }) => [number, name])).toEqual([
      [1, 'the medical records'],
      [2, 'further document'],
    ]);
  });

  test('is what was chosen, in its order and by its names, as far as it is still attached', () => {
    const enclosures = [
      { sha256: B, name: 'Policy' },
      { sha256: A, name: 'Notes' },
    ];
    expect(enclosuresOf({ enclosures }, documents).map(({ name }) => name)).toEqual(['Policy', 'Notes']);
    expect(
      enclosuresOf({ enclosures }, [documents[0] as Document]).map(({ number, name }) => [number, name]),
    ).toEqual([[1, 'Notes']]);
  });

  test.each([
    [[{ sha256: 'c'.repeat(64), name: 'x' }], 'This document is not attached to the denial.'],
    [
      [
        { sha256: A, name: 'x' },
        { sha256: A, name: 'y' },
      ],
      'This document stands twice among the enclosures.',
    ],
    [[{ sha256: A, name: ' ' }], 'An enclosure has a name.'],
    [[{ sha256: A, name: 'a\u0000' }], 'holds a control character.'],
  ])('is refused in words: %j', (chosen, problem) => {
    expect(checkEnclosures(chosen, documents).map((found) => found.problem)).toEqual([problem]);
  });
});

describe('a fact that a biller adds', () => {
  let system: AppealSystem;
  let denial: Denial;
  beforeEach(async () => {
    system = new AppealSystem();
    denial = await system.drafted();
  });
  const enclosures = enclosuresOf({ enclosures: null }, documents);
  const problemOf = async (fact: AddedFact) =>
    checkAddedFacts([fact], (await currentFacts(system.ports, denial)).facts, enclosures)[0]?.problem ?? null;

  test('is taken with a page of an enclosure, or a field of the letter, as its source', async () => {
    expect(await problemOf(onPage(A, 3))).toBeNull();
    expect(await problemOf(fromField('claim.paidCents'))).toBeNull();
    expect(await problemOf(fromField('decision.lines[0].procedure'))).toBeNull();
  });

  test.each([
    [onPage('c'.repeat(64), 1), 'A fact needs a source: that document does not go along.'],
    [onPage(A, 4), 'Enclosure 1 has 3 pages: there is no page 4.'],
    [fromField('claim.mood'), 'A fact needs a source: no such field of this letter is known.'],
    [fromField('claim'), 'A fact needs a source: no such field of this letter is known.'],
    [fromField('constructor.name'), 'A fact needs a source: no such field of this letter is known.'],
    [onPage(A, 1, '  '), 'A fact says something.'],
    [onPage(A, 1, 'x'.repeat(601)), '601 characters, at most 600 fit.'],
  ])('is refused without a source that is there: %j', async (fact, problem) => {
    expect(await problemOf(fact)).toBe(problem);
  });

  test('shows its source in words', () => {
    expect(statedFacts([onPage(B, 2), fromField('decision.lines[1].paidCents')], enclosures)).toEqual([
      { statement: 'The MRI shows it.', source: 'Encl. 2, p. 2' },
      { statement: 'It was paid.', source: 'remittance: the amount paid on line 2' },
    ]);
  });

  test('becomes a hole where its enclosure does not go along any more', () => {
    expect(statedFacts([onPage(A, 1)], [])[0]?.source).toBe('⟦MISSING: the enclosure that shows this⟧');
  });

  test('stands in the draft, and is refused in the request without its source', async () => {
    const by = { user: biller, denialId: denial.denialId, expectedVersion: denial.version };
    const refused = await editDraft(system.ports, { ...by, facts: [onPage(A, 1)] });
    expect(refused).toMatchObject({ kind: 'refused', code: 'FACT_REFUSED', field: 'facts.0' });
    const fact = fromField('claim.paidCents');
    expect((await editDraft(system.ports, { ...by, facts: [fact] })).kind).toBe('changed');
    expect((await system.denials.draft(denial.denialId, 1, 2))?.facts).toEqual([fact]);
  });
});
