import { createHash } from 'node:crypto';
import { type AppealFacts, factsSha256, letterFacts } from '../core/appeal/facts.ts';
import { type CodeWords, gatherFacts } from '../core/appeal/gather-facts.ts';
import { openPlaceholders, unprintableCharacters } from '../core/appeal/placeholders.ts';
import type { Candidate, Denial, Draft } from '../core/denial/denial.ts';
import { appealsOffice, registeredPayerOf } from '../core/payer/registry.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { LetterPrinter } from '../ports/letter-printer.ts';
import type { Letters, LetterTemplate } from '../ports/letters.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';

export interface LetterPorts {
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly objects: ObjectStore;
  readonly letters: Letters;
  readonly printer: LetterPrinter;
  readonly words: CodeWords;
  readonly clock: Clock;
}

/** A denial without its ClaimPayment: they are stored in one transaction, so this is a bug or a lost record. */
export class ClaimPaymentMissingError extends Error {
  override readonly name = 'ClaimPaymentMissingError';
  readonly code = 'DEN-3001';
}

/** The ClaimPayment a denial was opened for. */
export async function claimPaymentOf(
  { remittances }: Pick<LetterPorts, 'remittances'>,
  denial: Denial,
): Promise<StoredClaimPayment> {
  const { practiceId, claimId, remittanceId, clpOrdinal } = denial;
  const stored = await remittances.readClaimPayment(practiceId, claimId, remittanceId, clpOrdinal);
  if (stored === null) throw new ClaimPaymentMissingError('The claim payment of a denial is not stored.');
  return stored;
}

/** The facts of the appeal as they stand now, read anew. */
export async function currentFacts(
  ports: Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words'>,
  denial: Denial,
): Promise<{ readonly facts: AppealFacts; readonly payment: StoredClaimPayment }> {
  const [stored, organisation] = await Promise.all([
    claimPaymentOf(ports, denial),
    ports.settings.organisation(),
  ]);
  const practice = organisation.practices.find((p) => p.practiceId === denial.practiceId) ?? null;
  const payer = registeredPayerOf(stored.header.payer, organisation.payers);
  const office = payer === null ? null : appealsOffice(payer, denial.level);
  const onFile = await claimOnFile(ports, stored);
  const sent = certainClaim(onFile);
  const acknowledgements = sent !== null && onFile.kind === 'joined' ? onFile.acknowledgements : [];
  return {
    facts: gatherFacts(denial, stored, sent, { practice, payer, office }, ports.words, acknowledgements),
    payment: stored,
  };
}

/** Prints a draft and stores the PDF: what a person reads, approves by hash, and what is handed over. */
export async function makeCandidate(
  ports: Pick<LetterPorts, 'objects' | 'letters' | 'printer' | 'clock'>,
  template: LetterTemplate,
  draft: Draft,
  facts: AppealFacts,
): Promise<Candidate> {
  const today = ports.clock.today();
  const markup = ports.letters.render(template.templateId, letterFacts(facts, today), draft.passages);
  const { bytes, pageCount, unprintable } = await ports.printer.print(markup, today);
  const object = await ports.objects.put({
    bucket: 'packets',
    key: `${draft.denialId}/L${draft.level}/candidate-${draft.number}.pdf`,
    body: bytes,
    contentType: 'application/pdf',
  });
  return {
    number: draft.number,
    sha256: sha256Of(bytes),
    objectKey: object.key,
    objectVersionId: object.versionId,
    byteLength: bytes.byteLength,
    pageCount,
    letter: null,
    datedOn: today,
    enclosures: [],
    parts: [],
    channel: 'file_drop',
    templateId: template.templateId,
    templateSha256: template.sha256,
    factsSha256: factsSha256(facts),
    draftNumber: draft.number,
    renderedAt: ports.clock.now(),
    missing: [...openPlaceholders(markup), ...unprintableCharacters(unprintable)],
  };
}

/** State and next action of a denial that has this candidate. */
export function standingWith(candidate: Candidate): Pick<Denial, 'state' | 'nextAction' | 'candidate'> {
  const open = candidate.missing.length;
  if (open === 0) {
    return { state: 'ready_to_approve', nextAction: 'Read the letter and approve it.', candidate };
  }
  return {
    state: 'drafting',
    nextAction: `Complete the letter: ${open} ${open === 1 ? 'thing is' : 'things are'} missing. First: ${candidate.missing[0]}.`,
    candidate,
  };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
