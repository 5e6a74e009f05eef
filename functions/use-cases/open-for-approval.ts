import { isOnlyTheDate } from '../core/appeal/difference.ts';
import type { Denial, Draft } from '../core/denial/denial.ts';
import { linesOfLetter } from '../core/letter/letter-lines.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { changesOf, readBasis } from './letter-basis.ts';
import { currentFacts, type LetterPorts, standingWith } from './make-letter.ts';
import { writeLetter } from './write-letter.ts';

/** What is another in the letter that lies before its reader than in the one before it. */
export type LetterChanges =
  | { readonly changed: 'nothing' | 'only_the_date'; readonly changes: readonly [] }
  | { readonly changed: 'more'; readonly changes: readonly string[] };

export type OpenResult =
  | ({ readonly kind: 'opened'; readonly denial: Denial } & LetterChanges)
  | Exclude<ActResult, { readonly kind: 'changed' }>;

/**
 * The letter as it would be approved today: the one there is where it bears this day and all that it was made from
 * still stands, and otherwise a fresh one of the same words, with what has changed. Whoever opens a letter did not
 * write it: its writer stays.
 */
export async function openForApproval(
  ports: ActPorts & LetterPorts,
  request: ActRequest,
): Promise<OpenResult> {
  let found: LetterChanges = { changed: 'nothing', changes: [] };
  let asItIs: Denial | null = null;
  const result = await actOnDenial(
    ports,
    'approve_appeal',
    request,
    async (denial): Promise<Plan | Refusal> => {
      const renewed = await renew(ports, denial);
      if (renewed.kind === 'refused') return renewed;
      if (renewed.kind === 'as_it_is') {
        asItIs = denial;
        return refused('NOT_IN_THIS_STATE', 'The letter is of today already.');
      }
      found = renewed.found;
      return renewed.plan;
    },
  );
  if (asItIs !== null) return { kind: 'opened', denial: asItIs, changed: 'nothing', changes: [] };
  return result.kind === 'changed' ? { kind: 'opened', denial: result.denial, ...found } : result;
}

type Renewed =
  | { readonly kind: 'as_it_is' }
  | { readonly kind: 'renewed'; readonly plan: Plan; readonly found: LetterChanges }
  | Refusal;

async function renew(ports: ActPorts & LetterPorts, denial: Denial): Promise<Renewed> {
  const { candidate, denialId, level, draftNumber } = denial;
  const draft = await ports.denials.draft(denialId, level, draftNumber);
  const template = draft && ports.letters.template(draft.templateId);
  if (candidate === null || draft === null || !template) {
    return refused('TEMPLATE_CHANGED', 'The template of this letter is gone: choose the route again.');
  }
  const [basis, changes] = await Promise.all([readBasis(ports.objects, draft), changesOf(ports, denial)]);
  if (changes.length === 0 && candidate.datedOn === ports.clock.today()) return { kind: 'as_it_is' };

  const next: Draft = { ...draft, number: draftNumber + 1, basis: null };
  const written = await writeLetter(ports, denial, template, next, await currentFacts(ports, denial));
  const found = await comparedWith(ports, denial, written, { basis, changes });
  return {
    kind: 'renewed',
    found,
    plan: {
      kind: 'plan',
      type: 'LetterRenewed',
      patch: { ...standingWith(written.candidate, denial), draftNumber: next.number },
      detail: {
        draftNumber: next.number,
        candidateSha256: written.candidate.sha256,
        missing: written.candidate.missing.length,
        changed: found.changed === 'more' ? found.changes.join('; ') : found.changed,
      },
      draft: written.draft,
    },
  };
}

/** By both texts: nothing that we know of changed, and yet a word reads otherwise, is more than the date. */
async function comparedWith(
  ports: ActPorts & LetterPorts,
  { candidate }: Denial,
  written: Awaited<ReturnType<typeof writeLetter>>,
  {
    basis,
    changes,
  }: { readonly basis: { readonly markup: string } | null; readonly changes: readonly string[] },
): Promise<LetterChanges> {
  if (changes.length > 0) return { changed: 'more', changes };
  const now = await readBasis(ports.objects, written.draft);
  if (basis === null || now === null) {
    return { changed: 'more', changes: ['perhaps its words: the text of the letter before was not kept'] };
  }
  const isDate = isOnlyTheDate(
    { lines: linesOfLetter(basis.markup), on: candidate?.datedOn ?? '' },
    { lines: linesOfLetter(now.markup), on: written.candidate.datedOn ?? '' },
  );
  return isDate
    ? { changed: 'only_the_date', changes: [] }
    : { changed: 'more', changes: ['what the letter says of the time to appeal'] };
}
