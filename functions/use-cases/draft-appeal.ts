import { type AppealLevel, appealLevelOf, type Levels } from '../core/answer/levels.ts';
import { appealActionOf } from '../core/answer/sendings.ts';
import { type ChosenTemplate, chooseTemplate, letterCaseOf } from '../core/appeal/choose-template.ts';
import { type FilingProof, isLateFiling } from '../core/appeal/filing-proof.ts';
import { BY_SYSTEM } from '../core/appeal/gate.ts';
import { eventPrefix } from '../core/appeal/letter-name.ts';
import { sayVoided } from '../core/appeal/what-changed.ts';
import type { Denial, Draft } from '../core/denial/denial.ts';
import type { Document } from '../core/documents/document.ts';
import type { LetterTemplate } from '../ports/letters.ts';
import { appealGateOf } from './appeal-gate-of.ts';
import { isAcknowledgement, withFilingProof } from './enclose-filing-proof.ts';
import { type CurrentFacts, currentFacts, type LetterPorts, standingWith } from './make-letter.ts';
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
 * with holes for a biller who fills them. What cannot be appealed goes back to review and says why. Of a denial for late
 * filing the proof on file is enclosed; a notice that a person began is written in the same way.
 */
export function draftAppeal(ports: DraftPorts, input: TaskInput): Promise<TaskOutput> {
  return runTask(ports, input, (denial) => draft(ports, denial));
}

async function draft(ports: DraftPorts, denial: Denial): Promise<TaskChange | null> {
  if (denial.state !== 'drafting' || denial.candidate !== null) return null;
  const current = await currentFacts(ports, denial);
  const { payment } = current;
  const remarks = payment.claim.remarks;
  if (denial.letterKind === 'notice') {
    const notice = chooseTemplate(ports.letters.templates(), letterCaseOf(denial, remarks, 'notice'));
    return notice === null ? withoutNotice() : written(ports, denial, notice, current, denial.documents);
  }
  const gate = await appealGateOf(ports, denial, payment);
  if (!gate.open) return backToReview(gate.code, gate.sentence);

  const chosen = chooseTemplate(ports.letters.templates(), letterCaseOf(denial, remarks));
  const { payerType, level } = denial;
  const known = appealLevelOf({ payerType, action: appealActionOf(denial), level }, ports.levels);
  if (chosen === null || known?.byLetter === false) return withoutTemplate(denial.level, known);
  return written(ports, denial, chosen, current, await withFilingProof(ports, denial, current));
}

async function written(
  ports: DraftPorts,
  denial: Denial,
  { template, because }: ChosenTemplate<LetterTemplate>,
  current: CurrentFacts,
  enclosable: readonly Document[],
): Promise<TaskChange> {
  const documents = [...enclosable];
  const next = await nextDraft(ports, denial, { templateId: template.templateId, because }, current.proof);
  const { candidate, draft: newDraft } = await writeLetter(
    ports,
    { ...denial, documents },
    template,
    next,
    current,
  );
  const standing = standingWith(candidate, denial);
  return {
    part: 'draft',
    type: `${eventPrefix(denial)}Drafted`,
    patch: {
      ...standing,
      nextAction: `${voidedBefore(denial)}${standing.nextAction}${isLateFiling(denial) ? weaknessOf(current.proof) : ''}`,
      documents,
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

/** The denial was for codes of a notice when a person began it; a later release may have none. */
function withoutNotice(): TaskChange {
  return {
    part: 'draft',
    type: 'NoticeNotPossible',
    patch: {
      state: 'collecting_documents',
      letterKind: 'appeal',
      nextAction: 'No notice is written for this denial any more: send it by yourself and record it.',
    },
  };
}

/** A clearinghouse's word says that the claim was on its way; some payers want their own. */
function weaknessOf(proof: FilingProof): string {
  const isByPayer = proof.kind === 'none' || proof.acceptances.some(({ whose }) => whose === 'payer');
  return isByPayer
    ? ''
    : ' The proof is a clearinghouse’s acceptance: enclose the payer’s own too, where there is one.';
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
  proof: FilingProof,
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
    goesWithout: withoutOtherProof(denial, proof, before?.goesWithout ?? [], ports.clock.now()),
    basis: null,
    // Whoever wrote its words: a second person is asked for by that.
    editedBy: before?.templateId === templateId ? before.editedBy : null,
    editedAt: ports.clock.now(),
  };
}

/** One proof of filing is enough: where the system encloses it, the letter goes without the others that the rule names. */
function withoutOtherProof(
  denial: Denial,
  proof: FilingProof,
  said: Draft['goesWithout'],
  at: string,
): Draft['goesWithout'] {
  if (!isLateFiling(denial) || proof.kind === 'none') return said;
  const { requiredDocuments } = denial.decision;
  const isEnclosed = requiredDocuments.filter(({ document }) => isAcknowledgement(document));
  const others = requiredDocuments.filter(
    ({ document, ruleId }) =>
      isEnclosed.some((each) => each.ruleId === ruleId && each.document !== document) &&
      said.every((each) => each.document !== document),
  );
  return [
    ...said,
    ...others.map(({ document }) => ({
      document,
      reason: 'The acknowledgement that is enclosed proves when the claim was filed.',
      by: BY_SYSTEM,
      at,
    })),
  ];
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
