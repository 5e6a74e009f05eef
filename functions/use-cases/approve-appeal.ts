import type { Permission } from '../core/access/may-act.ts';
import { HOLD_SECONDS } from '../core/appeal/hold.ts';
import { eventPrefix, letterName } from '../core/appeal/letter-name.ts';
import { changedInWords } from '../core/appeal/what-changed.ts';
import type { Candidate, Denial, StoredPdf } from '../core/denial/denial.ts';
import { secondsAfter } from '../core/time/instant.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { sha256Of } from './hash-of.ts';
import { changesOf } from './letter-basis.ts';
import type { LetterPorts } from './make-letter.ts';

/**
 * A person's signature on the SHA-256 of stored bytes (ADR-0006). Refused when the hash is not that of the stored
 * letter, when a hole is open, when it bears another day than today, or when a fact, the template, an enclosure or a
 * remittance has changed since it was rendered. Then held, and handed over by the workflow.
 */
export function approveAppeal(
  ports: ActPorts & LetterPorts,
  request: ActRequest & { readonly candidateSha256: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'approve_appeal', request, async (denial, at): Promise<Plan | Refusal> => {
    const { candidate } = denial;
    if (candidate === null || candidate.sha256 !== request.candidateSha256) {
      return refused(
        'HASH_MISMATCH',
        'This is not the letter that waits for approval: read the present one.',
      );
    }
    const problem = await problemWith(ports, denial, candidate, request.user.userId);
    if (problem !== null) return problem;

    const { number: candidateNumber, sha256, objectKey, objectVersionId } = candidate;
    const holdUntil = secondsAfter(at, HOLD_SECONDS);
    return {
      kind: 'plan',
      type: `${eventPrefix(denial)}Approved`,
      patch: {
        state: 'held',
        nextAction: `The ${letterName(denial)} leaves when the hold ends; until then the approval can be taken back.`,
        voidedApproval: null,
        approval: {
          candidateNumber,
          sha256,
          objectKey,
          objectVersionId,
          letter: candidate.letter && versionOf(candidate.letter),
          parts: candidate.parts.map((part) => ({ ...versionOf(part), fileName: part.fileName })),
          channel: candidate.channel,
          factsSha256: candidate.factsSha256,
          approvedBy: request.user.userId,
          approvedAt: at,
          holdUntil,
        },
      },
      detail: {
        candidateSha256: sha256,
        candidateNumber,
        level: denial.level,
        holdUntil,
        goesWithout: candidate.requiredDocuments.filter(({ state }) => state === 'goes_without').length,
      },
    };
  });
}

function versionOf({
  sha256,
  objectKey,
  objectVersionId,
}: StoredPdf): Pick<StoredPdf, 'sha256' | 'objectKey' | 'objectVersionId'> {
  return { sha256, objectKey, objectVersionId };
}

/** Whether the organisation wants somebody else than this person, who wrote the letter, to approve it. */
export async function mayApproveAsWritten(
  ports: Pick<ActPorts, 'denials'> & Pick<LetterPorts, 'settings'>,
  { denialId, level }: Denial,
  { draftNumber }: Candidate,
  userId: string,
): Promise<Permission> {
  const { secondPersonOnAppeals } = await ports.settings.organisation();
  if (!secondPersonOnAppeals) return { allowed: true };
  const draft = await ports.denials.draft(denialId, level, draftNumber);
  return draft?.editedBy === userId
    ? { allowed: false, reason: 'You wrote this letter: your organisation asks for a second person.' }
    : { allowed: true };
}

async function problemWith(
  ports: ActPorts & LetterPorts,
  denial: Denial,
  candidate: Candidate,
  userId: string,
): Promise<Refusal | null> {
  const bytes = await ports.objects.read({
    bucket: 'packets',
    key: candidate.objectKey,
    versionId: candidate.objectVersionId,
  });
  if (sha256Of(bytes) !== candidate.sha256) {
    return refused(
      'STORED_BYTES_DIFFER',
      'The stored letter is not the one that was shown: save the draft again.',
    );
  }
  // Noted when these very bytes were printed.
  const [hole] = candidate.missing;
  if (hole !== undefined) {
    return refused('LETTER_INCOMPLETE', `Something in the letter is still open: ${hole}.`);
  }
  if (candidate.datedOn !== ports.clock.today()) {
    return refused(
      'LETTER_OF_ANOTHER_DAY',
      'The letter bears another day than today: open it for approval, which dates it anew and says what else changed.',
    );
  }
  const changes = await changesOf(ports, denial);
  if (changes.length > 0) {
    const sentence = `${changedInWords(changes)} Open the letter for approval anew, and read it.`;
    const isTemplate = changes.length === 1 && changes[0]?.startsWith('the template') === true;
    return refused(isTemplate ? 'TEMPLATE_CHANGED' : 'FACTS_CHANGED', sentence);
  }
  const byWriter = await mayApproveAsWritten(ports, denial, candidate, userId);
  return byWriter.allowed ? null : refused('PREPARER_IS_APPROVER', byWriter.reason);
}
