import type { AppealFacts } from '../core/appeal/facts.ts';
import { filingPage } from '../core/appeal/filing-page.ts';
import { type FilingProof, isLateFiling } from '../core/appeal/filing-proof.ts';
import { BY_SYSTEM } from '../core/appeal/gate.ts';
import type { Denial } from '../core/denial/denial.ts';
import type { Document } from '../core/documents/document.ts';
import { sha256Of } from './hash-of.ts';
import type { LetterPorts } from './make-letter.ts';

/**
 * The denial's documents with the page that reproduces the acknowledgements, where the denial is for late filing and
 * they prove that it was not. The same acknowledgements give the same page, which is attached once; an older one that has
 * not left goes. What a person attached stays as it is.
 */
export async function withFilingProof(
  ports: Pick<LetterPorts, 'objects' | 'printer' | 'clock'>,
  denial: Denial,
  { facts, proof }: { readonly facts: AppealFacts; readonly proof: FilingProof },
): Promise<readonly Document[]> {
  const others = denial.documents.filter(
    ({ attachedBy, sentOn }) => attachedBy !== BY_SYSTEM || sentOn !== null,
  );
  if (!isLateFiling(denial) || proof.kind === 'none') return others;
  const page = await printedPage(ports, facts, proof);
  const already = denial.documents.find(({ sha256 }) => sha256 === page.sha256);
  if (already !== undefined) return denial.documents;
  const { key: objectKey, versionId: objectVersionId } = await ports.objects.put({
    bucket: 'documents',
    // Apart from what intake let pass: nobody uploaded it.
    key: `made/${denial.denialId}/${page.sha256}`,
    body: page.bytes,
    contentType: 'application/pdf',
  });
  const stored = { objectKey, objectVersionId, sha256: page.sha256, byteLength: page.bytes.byteLength };
  const document: Document = {
    ...stored,
    mediaType: 'application/pdf',
    satisfies: denial.decision.requiredDocuments
      .map((required) => required.document)
      .filter(isAcknowledgement),
    attachedBy: BY_SYSTEM,
    attachedAt: ports.clock.now(),
    sentOn: null,
    clean: { ...stored, pageCount: page.pageCount, removed: [] },
  };
  return [...others, document];
}

/** Whether a required document, by its words, is the one that the page of acknowledgements is. */
export function isAcknowledgement(document: string): boolean {
  return document.includes('277CA');
}

async function printedPage(
  { printer }: Pick<LetterPorts, 'printer'>,
  { practice, payer, member, claim }: AppealFacts,
  { acceptances }: Extract<FilingProof, { kind: 'proven' }>,
) {
  const markup = filingPage(acceptances, {
    practiceName: practice.name,
    practiceNpi: practice.npi,
    payerName: payer.name,
    memberId: member.id,
    payerClaimControlNumber: claim.payerClaimControlNumber,
  });
  // Dated by what it reproduces, not by the day of printing: the same acknowledgements are the same file.
  const on = acceptances.map(({ acknowledgement }) => acknowledgement.on).toSorted();
  const { bytes, pageCount } = await printer.print(markup, on.at(-1) ?? '');
  return { bytes, pageCount, sha256: sha256Of(bytes) };
}
