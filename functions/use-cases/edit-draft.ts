import { checkAddedFacts, MOST_ADDED_FACTS } from '../core/appeal/added-facts.ts';
import { checkEnclosures, enclosuresOf } from '../core/appeal/enclosures.ts';
import type { AppealFacts } from '../core/appeal/facts.ts';
import { checkGoesWithout, requiredByLetter, saidBy } from '../core/appeal/packet/required-documents.ts';
import { checkPassages } from '../core/appeal/passages.ts';
import type { AddedFact, Denial, Draft, GoesWithout } from '../core/denial/denial.ts';
import type { LetterTemplate } from '../ports/letters.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { currentFacts, type LetterPorts, standingWith } from './make-letter.ts';
import { writeLetter } from './write-letter.ts';

/** What a biller changes in a draft; what is left out stays as it was. */
export interface DraftEdit {
  /** By id; an empty one goes back to the template's own words. */
  readonly passages?: Readonly<Record<string, string>> | undefined;
  /** All that the biller adds, in the order of the letter. */
  readonly facts?: readonly AddedFact[] | undefined;
  /** What goes along, in its order; null = every document, as they were attached. */
  readonly enclosures?: Draft['enclosures'] | undefined;
  /** All required documents that the letter goes without, each with the reason. */
  readonly goesWithout?: readonly Pick<GoesWithout, 'document' | 'reason'>[] | undefined;
}

/**
 * A biller's passages, facts and enclosures over the latest draft: a new draft and a new letter, with the facts as they
 * are now. The draft before stays.
 */
export function editDraft(
  ports: ActPorts & LetterPorts,
  request: ActRequest & DraftEdit,
): Promise<ActResult> {
  return actOnDenial(ports, 'edit_draft', request, async (denial, at): Promise<Plan | Refusal> => {
    const latest = await ports.denials.draft(denial.denialId, denial.level, denial.draftNumber);
    const template = latest && ports.letters.template(latest.templateId);
    if (!template) {
      return refused('TEMPLATE_CHANGED', 'The template of this letter is gone: choose the route again.');
    }
    const current = await currentFacts(ports, denial);
    const edited: Draft = {
      ...editedFrom(latest, request, at),
      number: denial.draftNumber + 1,
      basis: null,
      editedBy: request.user.userId,
      editedAt: at,
    };
    const problem = problemWith(request, edited, denial, template, current.facts);
    if (problem !== null) return problem;

    const { candidate, draft } = await writeLetter(ports, denial, template, edited, current);
    const reason = newReasons(latest, draft);
    return {
      kind: 'plan',
      type: 'DraftEdited',
      patch: { ...standingWith(candidate, denial), draftNumber: draft.number },
      detail: {
        draftNumber: draft.number,
        candidateSha256: candidate.sha256,
        missing: candidate.missing.length,
        goesWithout: draft.goesWithout.length,
      },
      ...(reason !== null && { reason }),
      draft,
    };
  });
}

function editedFrom(
  latest: Draft,
  { passages, facts, enclosures, goesWithout, user }: DraftEdit & ActRequest,
  at: string,
): Draft {
  const merged = Object.entries({ ...latest.passages, ...passages });
  return {
    ...latest,
    passages: Object.fromEntries(merged.filter(([, text]) => text.trim() !== '')),
    facts: facts === undefined ? latest.facts : [...facts],
    enclosures: enclosures === undefined ? latest.enclosures : enclosures,
    goesWithout:
      goesWithout === undefined
        ? latest.goesWithout
        : [...saidBy(goesWithout, latest.goesWithout, { by: user.userId, at })],
  };
}

/** What the audit trail keeps of reasons that were given with this edit; null where there are none. */
function newReasons(before: Draft, after: Draft): string | null {
  const given = after.goesWithout.filter((each) => !before.goesWithout.includes(each));
  return given.length === 0
    ? null
    : given.map(({ document, reason }) => `Goes without: ${document} (${reason})`).join(' ');
}

/** Only what is written now is looked at: what stays was right when it was written, or is told as a hole. */
function problemWith(
  { passages = {}, facts, enclosures, goesWithout }: DraftEdit,
  edited: Draft,
  denial: Denial,
  template: LetterTemplate,
  current: AppealFacts,
): Refusal | null {
  const { documents } = denial;
  const [passage] = checkPassages(template.passages, passages);
  if (passage !== undefined) {
    return refused('PASSAGE_REFUSED', passage.problem, `passages.${passage.passageId}`);
  }
  const [enclosure] = enclosures == null ? [] : checkEnclosures(enclosures, documents);
  if (enclosure !== undefined) {
    return refused('ENCLOSURE_REFUSED', enclosure.problem, `enclosures.${enclosure.at}`);
  }
  const [without] =
    goesWithout === undefined ? [] : checkGoesWithout(goesWithout, requiredByLetter(denial, template));
  if (without !== undefined) {
    return refused('GOES_WITHOUT_REFUSED', without.problem, `goesWithout.${without.at}`);
  }
  if (facts === undefined) return null;
  if (facts.length > MOST_ADDED_FACTS) {
    return refused('FACT_REFUSED', `At most ${MOST_ADDED_FACTS} facts can be added.`, 'facts');
  }
  const [fact] = checkAddedFacts(facts, current, enclosuresOf(edited, documents));
  return fact === undefined ? null : refused('FACT_REFUSED', fact.problem, `facts.${fact.at}`);
}
