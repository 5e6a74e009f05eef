import type { Denial } from '../core/denial/denial.ts';
import { requirementsOf } from '../core/documents/completeness.ts';
import { type Document, MOST_DOCUMENTS } from '../core/documents/document.ts';
import { checkSeen, type DocumentCheck } from '../core/documents/intake/check.ts';
import { refusalInWords } from '../core/documents/intake/refusal.ts';
import { PAYERS_FORM } from '../core/documents/payers-form.ts';
import type { DenialId } from '../core/ids.ts';
import type { DocumentChecks } from '../ports/document-checks.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { attachedKeyOf, checkedKeyOf, uploadKeyOf } from './document-keys.ts';

export type DocumentPorts = ActPorts & {
  readonly objects: ObjectStore;
  readonly documentChecks: DocumentChecks;
};

/**
 * Attaches what was uploaded, once intake has accepted it; of a document that is attached already, changes what it is
 * for. A document never counts before that.
 *
 * @param request.satisfies which of the decision's `requiredDocuments` it is, by their words
 */
export function attachDocument(
  ports: DocumentPorts,
  request: ActRequest & { readonly sha256: string; readonly satisfies: readonly string[] },
): Promise<ActResult> {
  const { user, sha256 } = request;
  const satisfies = [...new Set(request.satisfies)];
  return actOnDenial(ports, 'attach_document', request, async (denial, at) => {
    const unknown = satisfies.find((name) => !isAskedFor(denial, name));
    if (unknown !== undefined) {
      return refused('DOCUMENT_REFUSED', 'The decision asks for no document of these words.', 'satisfies');
    }
    const attached = denial.documents.find((document) => document.sha256 === sha256);
    if (attached !== undefined && attached.sentOn !== null) return hasLeft(attached.sentOn);
    if (attached !== undefined && attached.clean !== null) return relabelled(denial, attached, satisfies);
    if (attached === undefined && denial.documents.length >= MOST_DOCUMENTS) {
      return refused(
        'DOCUMENT_REFUSED',
        `There are ${MOST_DOCUMENTS} documents already: take one off first.`,
      );
    }
    const seen = await readCheck(ports, denial.denialId, sha256);
    if (seen.state !== 'accepted') {
      // Of a document from before there was an intake it can be said anew what it is for, uploaded again or not.
      return attached === undefined ? refusalOf(seen) : relabelled(denial, attached, satisfies);
    }
    const document: Document = {
      sha256,
      ...(await keepAttached(ports, denial.denialId, seen)),
      byteLength: seen.byteLength,
      mediaType: seen.mediaType,
      satisfies,
      attachedBy: user.userId,
      attachedAt: at,
      sentOn: null,
    };
    const { mediaType, byteLength } = document;
    const pages = seen.clean.pageCount;
    const others = denial.documents.filter((each) => each !== attached);
    const detail = { sha256, mediaType, byteLength, pages, satisfies: satisfies.length };
    return changed('DocumentAttached', [...others, document], detail);
  });
}

/** Takes a document off that has not left. Its bytes stay where they are: the timeline names them by their hash. */
export function removeDocument(
  ports: ActPorts,
  request: ActRequest & { readonly sha256: string },
): Promise<ActResult> {
  const { sha256 } = request;
  return actOnDenial(ports, 'attach_document', request, ({ documents, handover }) => {
    const document = documents.find((each) => each.sha256 === sha256);
    if (document === undefined) return refused('NO_SUCH_DOCUMENT', 'This document is not attached.');
    if (document.sentOn !== null) return hasLeft(document.sentOn);
    if (handover?.evidence.some(({ documentSha256 }) => documentSha256 === sha256) === true) {
      return refused('NO_SUCH_DOCUMENT', 'This document shows that a packet was sent: it stays as evidence.');
    }
    return changed(
      'DocumentRemoved',
      documents.filter((each) => each !== document),
      { sha256 },
    );
  });
}

/** How far the check of an upload is that is not attached. */
export async function readCheck(
  { objects, documentChecks, clock }: DocumentPorts,
  denialId: DenialId,
  sha256: string,
) {
  const [found, check] = await Promise.all([
    objects.find('documents', uploadKeyOf(denialId, sha256)),
    documentChecks.find(denialId, sha256),
  ]);
  return checkSeen(check, found?.versionId ?? null, clock.now());
}

function refusalOf(seen: Exclude<Awaited<ReturnType<typeof readCheck>>, { state: 'accepted' }>): Refusal {
  switch (seen.state) {
    case 'not_uploaded':
      return refused('DOCUMENT_REFUSED', 'Nothing was uploaded under this hash yet.');
    case 'checking':
      return refused('DOCUMENT_BEING_CHECKED', 'The document is still being checked: try again in a moment.');
    case 'not_checked':
      return refused('DOCUMENT_REFUSED', 'The document could not be checked: upload it once more.');
    case 'refused': {
      const { why, remedy } = refusalInWords(seen.reason);
      return refused('DOCUMENT_REFUSED', `${why} ${remedy}`);
    }
  }
}

/** Copies both to where no form and no intake can write. What came under the same hash since was never looked at. */
async function keepAttached(
  { objects }: DocumentPorts,
  denialId: DenialId,
  { sha256, uploadVersionId, clean }: Extract<DocumentCheck, { readonly state: 'accepted' }>,
): Promise<Pick<Document, 'objectKey' | 'objectVersionId' | 'clean'>> {
  const bucket = 'documents';
  const upload = { bucket, key: uploadKeyOf(denialId, sha256), versionId: uploadVersionId } as const;
  const examined = { bucket, key: clean.objectKey, versionId: clean.objectVersionId } as const;
  const [original, checked] = await Promise.all([
    objects.copy(upload, { bucket, key: attachedKeyOf(denialId, sha256) }),
    objects.copy(examined, { bucket, key: checkedKeyOf(denialId, sha256) }),
  ]);
  return {
    objectKey: original.key,
    objectVersionId: original.versionId,
    clean: { ...clean, objectKey: checked.key, objectVersionId: checked.versionId },
  };
}

/** What left for the payer is evidence of what was said then. */
function hasLeft(sentOn: string): Refusal {
  return refused('NO_SUCH_DOCUMENT', `This document left on ${sentOn}: it stays as evidence.`);
}

function isAskedFor(denial: Denial, name: string): boolean {
  return name === PAYERS_FORM || requirementsOf(denial).some(({ document }) => document === name);
}

function relabelled({ documents }: Denial, document: Document, satisfies: readonly string[]): Plan {
  const said = documents.map((each) => (each === document ? { ...each, satisfies } : each));
  return changed('DocumentRelabelled', said, { sha256: document.sha256, satisfies: satisfies.length });
}

function changed(type: string, documents: readonly Document[], detail: Plan['detail']): Plan {
  return { kind: 'plan', type, patch: { documents: [...documents] }, ...(detail && { detail }) };
}
