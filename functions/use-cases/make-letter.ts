import { statedFacts } from '../core/appeal/added-facts.ts';
import { type ChosenEnclosure, enclosuresOf } from '../core/appeal/enclosures.ts';
import { type AppealFacts, factsSha256, letterFacts } from '../core/appeal/facts.ts';
import type { FilingProof } from '../core/appeal/filing-proof.ts';
import { type CodeWords, gatherFacts } from '../core/appeal/gather-facts.ts';
import { letterName } from '../core/appeal/letter-name.ts';
import { citedInVain } from '../core/appeal/packet/cited-pages.ts';
import { notEnclosed } from '../core/appeal/packet/not-enclosed.ts';
import {
  missingDocumentsOf,
  requiredByLetter,
  requiredDocumentsOf,
} from '../core/appeal/packet/required-documents.ts';
import { openPlaceholders, textsIn, unprintableCharacters } from '../core/appeal/placeholders.ts';
import type { Candidate, Denial, Draft } from '../core/denial/denial.ts';
import { appealsOffice, registeredPayerOf } from '../core/payer/registry.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { LetterPrinter } from '../ports/letter-printer.ts';
import type { Letters, LetterTemplate } from '../ports/letters.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { PacketBinder } from '../ports/packet-binder.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import { filingProof } from './filing-record.ts';
import { makePacket, packetWayOf, pagesOfEnclosures } from './make-packet.ts';
import { storePdf } from './store-pdf.ts';

export interface LetterPorts {
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly objects: ObjectStore;
  readonly letters: Letters;
  readonly printer: LetterPrinter;
  readonly binder: PacketBinder;
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

export interface CurrentFacts {
  readonly facts: AppealFacts;
  readonly payment: StoredClaimPayment;
  /** What on file proves that the claim was filed. */
  readonly proof: FilingProof;
}

/** The facts of the appeal as they stand now, read anew. */
export async function currentFacts(
  ports: Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words'>,
  denial: Denial,
): Promise<CurrentFacts> {
  const [stored, organisation] = await Promise.all([
    claimPaymentOf(ports, denial),
    ports.settings.organisation(),
  ]);
  const practice = organisation.practices.find((p) => p.practiceId === denial.practiceId) ?? null;
  const payer = registeredPayerOf(stored.header.payer, organisation.payers);
  const office = payer === null ? null : appealsOffice(payer, denial.level);
  const onFile = await claimOnFile(ports, stored);
  const sent = certainClaim(onFile);
  const proof = await filingProof(ports, denial, stored, payer, onFile);
  return {
    facts: gatherFacts(denial, stored, sent, { practice, payer, office }, ports.words, proof),
    payment: stored,
    proof,
  };
}

/**
 * Prints a draft, binds its packet and stores both: the packet is what a person reads, approves by its hash, and what is
 * handed over; the letter stays readable by itself. The letter's list of enclosures is that of the packet.
 */
export async function makeCandidate(
  ports: Pick<LetterPorts, 'objects' | 'letters' | 'printer' | 'binder' | 'settings' | 'clock'>,
  denial: Denial,
  template: LetterTemplate,
  draft: Draft,
  facts: AppealFacts,
): Promise<{ readonly candidate: Candidate; readonly markup: string }> {
  const today = ports.clock.today();
  const way = await packetWayOf(ports, denial);
  const chosen = enclosuresOf(draft, denial.documents);
  const markup = ports.letters.render(
    template.templateId,
    letterFacts(facts, today),
    withEnclosures(draft.passages, chosen),
    statedFacts(draft.facts, chosen),
  );
  const letter = await ports.printer.print(markup, today);
  const place = `${draft.denialId}/L${draft.level}`;
  const stored = await storePdf(ports.objects, `${place}/letter-${draft.number}.pdf`, letter);
  const { packet, enclosures, parts, missing } = await makePacket(ports, chosen, letter, facts, {
    ...way,
    documents: denial.documents,
    place: `${place}/packet-${draft.number}`,
    what: template.kind === 'appeal' ? facts.appeal.name : template.title,
    on: today,
  });
  const required = requiredDocumentsOf(requiredByLetter(denial, template), chosen, draft.goesWithout);
  const candidate: Candidate = {
    number: draft.number,
    ...packet,
    letter: stored,
    datedOn: today,
    enclosures: [...enclosures],
    requiredDocuments: [...required],
    notEnclosed: [...notEnclosed(chosen, draft.passages.enclosures ?? '')],
    parts: [...parts],
    channel: way.channel,
    templateId: template.templateId,
    templateSha256: template.sha256,
    factsSha256: factsSha256(facts),
    draftNumber: draft.number,
    renderedAt: ports.clock.now(),
    missing: [
      ...openPlaceholders(markup, {
        records: textsIn(facts),
        typed: [...Object.values(draft.passages), ...draft.facts.map(({ statement }) => statement)],
      }),
      ...unprintableCharacters(letter.unprintable),
      ...missing,
      ...(chosen.length === 0 ? [] : citedInVain(markup, pagesOfEnclosures(chosen))),
      ...missingDocumentsOf(required),
    ],
  };
  return { candidate, markup };
}

/** The letter lists what is bound, under the same numbers; a list that a person typed before is a plan, and gives way. */
function withEnclosures(passages: Draft['passages'], chosen: readonly ChosenEnclosure[]): Draft['passages'] {
  if (chosen.length === 0) return passages;
  const rows = chosen.map(({ name, document }) => {
    const pages = document.clean?.pageCount ?? 0;
    return `${name.replace(/[|\p{Cc}]/gu, ' ')} | ${pages === 1 ? '1 page' : `${pages} pages`}`;
  });
  return { ...passages, enclosures: rows.join('\n') };
}

/** State and next action of a denial that has this candidate. */
export function standingWith(
  candidate: Candidate,
  denial: Pick<Denial, 'letterKind'>,
): Pick<Denial, 'state' | 'nextAction' | 'candidate'> {
  const letter = letterName(denial);
  const open = candidate.missing.length;
  if (open === 0) {
    return { state: 'ready_to_approve', nextAction: `Read the ${letter} and approve it.`, candidate };
  }
  return {
    state: 'drafting',
    nextAction: `Complete the ${letter}: ${open} ${open === 1 ? 'thing is' : 'things are'} missing. First: ${candidate.missing[0]}.`,
    candidate,
  };
}
