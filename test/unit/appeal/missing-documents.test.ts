import { beforeEach, describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { attachDocument } from '../../../functions/use-cases/attach-document.ts';
import { type DraftEdit, editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { readCandidate } from '../../../functions/use-cases/read-letter.ts';
import {
  AppealSystem,
  biller,
  PASSAGES,
  supervisor,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';

let system: AppealSystem;
let drafted: Denial;

beforeEach(async () => {
  system = new AppealSystem();
  drafted = await system.drafted();
});

const required = () => (system.only().candidate?.requiredDocuments ?? []).map(({ document }) => document);

function edit(change: DraftEdit, user = biller) {
  const { denialId, version: expectedVersion } = system.only();
  return editDraft(system.ports, { user, denialId, expectedVersion, ...change });
}

describe('a letter without a document that it requires', () => {
  test('waits for it, although every word is written', async () => {
    await edit({ passages: PASSAGES });
    const { state, candidate, nextAction } = system.only();
    expect(state).toBe('drafting');
    expect(candidate?.missing).toEqual(
      required().map(
        (document) => `DOCUMENT (${document}): attach it, or say why the letter goes without it`,
      ),
    );
    expect(nextAction).toContain('DOCUMENT (');
  });

  test('is not approved past the state either', async () => {
    await edit({ passages: PASSAGES });
    await system.rewrite(system.only(), { state: 'ready_to_approve' });
    const { denialId, version: expectedVersion, candidate } = system.only();
    const approval = { expectedVersion, candidateSha256: candidate?.sha256 ?? '' };
    expect(await approveAppeal(system.ports, { user: biller, denialId, ...approval })).toMatchObject({
      kind: 'refused',
      code: 'LETTER_INCOMPLETE',
    });
  });

  test('waits no longer once it is attached as what is required', async () => {
    const documents = required().map((document, at) => ({ words: `paper ${at}`, satisfies: [document] }));
    await system.attached(system.only(), ...documents);
    await edit({ passages: { ...PASSAGES, criteria: 'Six weeks | Eleven weeks | Encl. 1, p. 1' } });
    expect(system.only()).toMatchObject({ state: 'ready_to_approve', candidate: { missing: [] } });
  });

  test('still waits for one that is attached and left out of the packet', async () => {
    const documents = required().map((document, at) => ({ words: `paper ${at}`, satisfies: [document] }));
    const { documents: attached } = await system.attached(system.only(), ...documents);
    const enclosures = attached.slice(1).map(({ sha256 }, at) => ({ sha256, name: `paper ${at}` }));
    await edit({
      passages: { ...PASSAGES, criteria: 'Six weeks | Eleven weeks | Encl. 1, p. 1' },
      enclosures,
    });
    expect(system.only().candidate?.missing).toEqual([expect.stringContaining(required()[0] ?? '?')]);
  });

  test('names what can be attached, also where only its template asks for it', async () => {
    const [document = ''] = required();
    const { documents } = await system.attached(system.only(), { words: 'paper', satisfies: [] });
    const { denialId, version: expectedVersion } = system.only();
    const named = { denialId, expectedVersion, sha256: documents[0]?.sha256 ?? '', satisfies: [document] };
    expect(await attachDocument(system.ports, { user: biller, ...named })).toMatchObject({ kind: 'changed' });
  });
});

describe('the reason why a letter goes without a document', () => {
  test('lets it be approved, and is kept with who gave it and when', async () => {
    const goesWithout = withoutDocuments(drafted);
    await edit({ passages: PASSAGES, goesWithout });
    const { state, denialId, draftNumber } = system.only();
    expect(state).toBe('ready_to_approve');
    const draft = await system.denials.draft(denialId, 1, draftNumber);
    expect(draft?.goesWithout).toEqual(
      goesWithout.map((each) => ({ ...each, by: biller.userId, at: system.clock.now() })),
    );
  });

  test('stands in the audit trail, and its number in the approval', async () => {
    await edit({ passages: PASSAGES, goesWithout: withoutDocuments(drafted) });
    const { denialId, version: expectedVersion, candidate } = system.only();
    const candidateSha256 = candidate?.sha256 ?? '';
    await approveAppeal(system.ports, { user: supervisor, denialId, expectedVersion, candidateSha256 });
    const events = await system.denials.events(denialId);
    const edited = events.find(({ type }) => type === 'DraftEdited');
    for (const { document } of withoutDocuments(drafted)) expect(edited?.reason).toContain(document);
    expect(edited?.reason).toContain('The payer has it already.');
    const approved = events.find(({ type }) => type === 'AppealApproved');
    expect(approved?.detail.goesWithout).toBe(required().length);
  });

  test('is before whoever reads the packet, with the name, and not in the packet', async () => {
    await edit({ passages: PASSAGES, goesWithout: withoutDocuments(drafted) });
    const read = await readCandidate(system.ports, supervisor, drafted.denialId);
    if (read.kind !== 'read') throw new Error('It is there.');
    const { candidate, people, pdf } = read.value;
    expect(candidate.requiredDocuments[0]).toMatchObject({
      state: 'goes_without',
      reason: 'The payer has it already.',
      by: biller.userId,
    });
    expect(people).toEqual({ [biller.userId]: biller.name });
    expect(new TextDecoder().decode(pdf)).not.toContain('The payer has it already.');
  });

  test('stays through later edits of the letter by others, and is whose it was', async () => {
    await edit({ passages: PASSAGES, goesWithout: withoutDocuments(drafted) });
    await edit({ passages: { conclusion: 'It was needed.' } }, supervisor);
    expect(system.only().state).toBe('ready_to_approve');
    expect(system.only().candidate?.requiredDocuments[0]?.by).toBe(biller.userId);
  });

  test('that is taken back makes the letter wait again', async () => {
    await edit({ passages: PASSAGES, goesWithout: withoutDocuments(drafted) });
    await edit({ goesWithout: withoutDocuments(drafted).slice(1) });
    expect(system.only().state).toBe('drafting');
  });

  test('of a document that the letter does not require is refused, and nothing changes', async () => {
    const before = system.only();
    expect(await edit({ goesWithout: [{ document: 'a sworn statement', reason: 'None.' }] })).toMatchObject({
      kind: 'refused',
      code: 'GOES_WITHOUT_REFUSED',
      field: 'goesWithout.0',
    });
    expect(system.only()).toEqual(before);
  });
});
