import { type AppealLevel, appealLevelOf, type Levels } from '../core/answer/levels.ts';
import { appealActionOf } from '../core/answer/sendings.ts';
import { chooseTemplate, letterCaseOf } from '../core/appeal/choose-template.ts';
import { sayVoided } from '../core/appeal/what-changed.ts';
import type { Denial, Draft } from '../core/denial/denial.ts';
import { appealGateOf } from './appeal-gate-of.ts';
import { currentFacts, type LetterPorts, standingWith } from './make-letter.ts';
import {
  runTask,
  type TaskChange,
  type TaskInput,
  type TaskOutput,
  type TaskPorts,
} from './workflow-task.ts';
import { writeLetter } from './write-letter.ts';

export type DraftPorts = TaskPorts & LetterPorts & { readonly levels: Levels };

/**
 * Workflow task: the first letter of a level, or a new one after facts changed. Without holes it waits for approval,
 * with holes for a biller who fills them. What cannot be appealed goes back to review and says why.
 */
export function draftAppeal(ports: DraftPorts, input: TaskInput): Promise<TaskOutput> {
  return runTask(ports, input, (denial) => draft(ports, denial));
}

async function draft(ports: DraftPorts, denial: Denial): Promise<TaskChange | null> {
  if (denial.state !== 'drafting' || denial.candidate !== null) return null;
  const { facts, payment } = await currentFacts(ports, denial);

  const gate = await appealGateOf(ports, denial, payment);
  if (!gate.open) return backToReview(gate.code, gate.sentence);

  const chosen = chooseTemplate(ports.letters.templates(), letterCaseOf(denial, payment.claim.remarks));
  const { payerType, level } = denial;
  const known = appealLevelOf({ payerType, action: appealActionOf(denial), level }, ports.levels);
  if (chosen === null || known?.byLetter === false) return withoutTemplate(denial.level, known);

  const { template, because } = chosen;
  const next = await nextDraft(ports, denial, { templateId: template.templateId, because });
  const written = await writeLetter(ports, denial, template, next, { facts, payment });
  const { candidate, draft: newDraft } = written;
  const standing = standingWith(candidate);
  return {
    part: 'draft',
    type: 'AppealDrafted',
    patch: {
      ...standing,
      nextAction: `${voidedBefore(denial)}${standing.nextAction}`,
      draftNumber: newDraft.number,
    },
    detail: {
      draftNumber: newDraft.number,
      templateId: candidate.templateId,
      candidateSha256: candidate.sha256,
      missing: candidate.missing.length,
    },
    draft: newDraft,
  };
}

/** Whoever reads the new letter learns why there is one. */
function voidedBefore({ voidedApproval, level }: Denial): string {
  return voidedApproval?.level !== level ? '' : `${sayVoided(voidedApproval.because)} `;
}

/** What a biller wrote before stays, as long as the template is the same. */
async function nextDraft(
  ports: DraftPorts,
  denial: Denial,
  { templateId, because }: Pick<Draft, 'templateId' | 'because'>,
): Promise<Draft> {
  const before =
    denial.draftNumber === 0
      ? null
      : await ports.denials.draft(denial.denialId, denial.level, denial.draftNumber);
  return {
    denialId: denial.denialId,
    level: denial.level,
    number: denial.draftNumber + 1,
    templateId,
    because,
    passages: before?.templateId === templateId ? before.passages : {},
    facts: before?.facts ?? [],
    enclosures: before?.enclosures ?? null,
    basis: null,
    // Whoever wrote its words: a second person is asked for by that.
    editedBy: before?.templateId === templateId ? before.editedBy : null,
    editedAt: ports.clock.now(),
  };
}

/** A form, a portal or a pleading instead: a person makes it, and records that it went. */
function withoutTemplate(level: number, known: AppealLevel | null): TaskChange {
  const name = known === null ? '' : ` (${known.name})`;
  const needs = known === null ? '' : ` It needs: ${known.requirements.join('; ')}.`;
  return {
    part: 'draft',
    type: 'AppealNotPossible',
    patch: {
      state: 'needs_review',
      nextAction: `There is no letter template for level ${level}${name}: file it by yourself and record it, or choose another route.${needs}`,
    },
    detail: { gate: 'no_template' },
  };
}

function backToReview(code: string, sentence: string): TaskChange {
  return {
    part: 'draft',
    type: 'AppealNotPossible',
    patch: { state: 'needs_review', nextAction: `No appeal: ${sentence}` },
    detail: { gate: code },
  };
}
