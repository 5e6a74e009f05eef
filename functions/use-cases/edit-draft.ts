import { checkPassages } from '../core/appeal/passages.ts';
import type { Draft } from '../core/denial/denial.ts';
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

/**
 * A biller's passages over the latest draft: a new draft and a new letter, with the facts as they are now. Passages
 * left out stay as they were; an empty one goes back to the template's own words.
 */
export function editDraft(
  ports: ActPorts & LetterPorts,
  request: ActRequest & { readonly passages: Readonly<Record<string, string>> },
): Promise<ActResult> {
  return actOnDenial(ports, 'edit_draft', request, async (denial, at): Promise<Plan | Refusal> => {
    const latest = await ports.denials.draft(denial.denialId, denial.level, denial.draftNumber);
    const template = latest && ports.letters.template(latest.templateId);
    if (!template) {
      return refused('TEMPLATE_CHANGED', 'The template of this letter is gone: choose the route again.');
    }
    const [problem] = checkPassages(template.passages, request.passages);
    if (problem !== undefined)
      return refused('PASSAGE_REFUSED', problem.problem, `passages.${problem.passageId}`);

    const merged = Object.entries({ ...latest.passages, ...request.passages });
    const edited: Draft = {
      ...latest,
      basis: null,
      number: denial.draftNumber + 1,
      passages: Object.fromEntries(merged.filter(([, text]) => text.trim() !== '')),
      editedBy: request.user.userId,
      editedAt: at,
    };
    const current = await currentFacts(ports, denial);
    const { candidate, draft } = await writeLetter(ports, denial, template, edited, current);
    return {
      kind: 'plan',
      type: 'DraftEdited',
      patch: { ...standingWith(candidate), draftNumber: draft.number },
      detail: {
        draftNumber: draft.number,
        candidateSha256: candidate.sha256,
        missing: candidate.missing.length,
      },
      draft,
    };
  });
}
