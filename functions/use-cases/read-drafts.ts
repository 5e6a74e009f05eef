import { type DifferentLine, differenceOf } from '../core/appeal/difference.ts';
import { appealFactsSchema, letterFacts } from '../core/appeal/facts.ts';
import type { Denial, Draft } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import { linesOfLetter } from '../core/letter/letter-lines.ts';
import type { LetterTemplate } from '../ports/letters.ts';
import type { UserRecord } from '../ports/settings.ts';
import { changesOf, readBasis } from './letter-basis.ts';
import type { LetterPorts } from './make-letter.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

type DraftReadPorts = ReadPorts & Pick<LetterPorts, 'objects' | 'letters'>;

export interface LatestDraft {
  readonly denial: Denial;
  readonly draft: Draft;
  /** Null where it is gone. */
  readonly template: LetterTemplate | null;
  /** What is another now than when its letter was made, in words. */
  readonly changedSince: readonly string[];
}

/** The latest draft of the present level; not there yet while the system writes the first. */
export function readLatestDraft(
  ports: ReadPorts & Omit<LetterPorts, 'printer' | 'binder'>,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<LatestDraft>> {
  return readGuarded(
    ports,
    user,
    'read_letter',
    denialId,
    async (denial): Promise<ReadResult<LatestDraft>> => {
      const draft = await ports.denials.draft(denialId, denial.level, denial.draftNumber);
      if (draft === null) {
        return { kind: 'not_yet', sentence: 'This denial has no letter, or none yet.' };
      }
      const template = ports.letters.template(draft.templateId);
      const waits = denial.candidate !== null && denial.handover === null;
      const changedSince = waits ? await changesOf(ports, denial) : [];
      return { kind: 'read', value: { denial, draft, template, changedSince } };
    },
  );
}

/** Every draft of the present level, oldest first: none is ever overwritten. */
export function readDrafts(
  ports: ReadPorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<{ readonly denial: Denial; readonly drafts: readonly Draft[] }>> {
  return readGuarded(ports, user, 'read_letter', denialId, async (denial) => ({
    kind: 'read',
    value: { denial, drafts: await ports.denials.drafts(denialId, denial.level) },
  }));
}

/** What a draft is held against: the template's own words, another draft, or what was approved last. */
export type DifferenceFrom =
  | { readonly kind: 'template' }
  | { readonly kind: 'draft'; readonly number: number }
  | { readonly kind: 'approved' };

export interface DraftDifference {
  readonly denial: Denial;
  readonly number: number;
  /** Of the other side; null of the template. */
  readonly fromNumber: number | null;
  readonly lines: readonly DifferentLine[];
}

/** What parts the letter of a draft from another: of the text as it was set then, not as it would be set now. */
export function readDraftDifference(
  ports: DraftReadPorts,
  user: UserRecord,
  denialId: DenialId,
  { number, from }: { readonly number: number; readonly from: DifferenceFrom },
): Promise<ReadResult<DraftDifference>> {
  return readGuarded(
    ports,
    user,
    'read_letter',
    denialId,
    async (denial): Promise<ReadResult<DraftDifference>> => {
      const draft = await ports.denials.draft(denialId, denial.level, number);
      const after = draft === null ? null : await textOf(ports, draft);
      if (draft === null || after === null) return notKept(number);
      if (from.kind === 'template') {
        const before = await wordsOfTemplate(ports, draft);
        if (before === null) {
          return {
            kind: 'not_yet',
            sentence: 'The template’s own words for this letter cannot be told any more.',
          };
        }
        const lines = differenceOf(before, after, ports.letters.compare);
        return { kind: 'read', value: { denial, number, fromNumber: null, lines } };
      }
      const fromNumber = from.kind === 'draft' ? from.number : await lastApproved(ports, denial);
      if (fromNumber === null) {
        return { kind: 'not_yet', sentence: 'No letter of this level was approved yet.' };
      }
      const other = await ports.denials.draft(denialId, denial.level, fromNumber);
      const before = other === null ? null : await textOf(ports, other);
      if (before === null) return notKept(fromNumber);
      const lines = differenceOf(before, after, ports.letters.compare);
      return { kind: 'read', value: { denial, number, fromNumber, lines } };
    },
  );
}

function notKept(number: number): ReadResult<never> {
  return { kind: 'not_yet', sentence: `There is no text of draft ${number} at this level.` };
}

async function textOf({ objects }: DraftReadPorts, draft: Draft): Promise<readonly string[] | null> {
  const basis = await readBasis(objects, draft);
  return basis === null ? null : linesOfLetter(basis.markup);
}

/** The same template with the same facts, and without a word of the biller's. */
async function wordsOfTemplate(
  { objects, letters }: DraftReadPorts,
  draft: Draft,
): Promise<readonly string[] | null> {
  const basis = await readBasis(objects, draft);
  const facts = appealFactsSchema.safeParse(basis?.facts);
  if (basis === null || !facts.success || letters.template(basis.templateId) === null) return null;
  const on = basis.datedOn;
  return linesOfLetter(letters.render(basis.templateId, letterFacts(facts.data, on), {}));
}

/** Candidate and draft of one letter have one number. */
async function lastApproved({ denials }: ReadPorts, { denialId, level }: Denial): Promise<number | null> {
  const events = await denials.events(denialId);
  const approvals = events.filter(
    ({ type, detail }) => /^(Appeal|Notice)Approved$/.test(type) && (detail.level ?? 1) === level,
  );
  const number = approvals.at(-1)?.detail.candidateNumber;
  return typeof number === 'number' ? number : null;
}
