import { createHash } from 'node:crypto';
import type { Denial } from '../core/denial/denial.ts';
import {
  type Document,
  type DocumentMediaType,
  LARGEST_DOCUMENT_BYTES,
  MOST_DOCUMENTS,
  mediaTypeOf,
  SIGNATURE_BYTES,
} from '../core/documents/document.ts';
import type { DenialId } from '../core/ids.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';

export type DocumentPorts = ActPorts & { readonly objects: ObjectStore };

/** Where a form puts a document, and where it is once it is attached: no form names the second. */
export const uploadKeyOf = (denialId: DenialId, sha256: string): string => `uploads/${denialId}/${sha256}`;
const attachedKeyOf = (denialId: DenialId, sha256: string): string => `denials/${denialId}/${sha256}`;

/**
 * Attaches what was uploaded, once its stored bytes have the length, hash and signature of what it is said to be; of a
 * document that is attached already, changes what it is for. A document never counts before that.
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
    if (attached !== undefined) {
      if (attached.sentOn !== null) return hasLeft(attached.sentOn);
      const documents = denial.documents.map((each) => (each === attached ? { ...each, satisfies } : each));
      return changed('DocumentRelabelled', documents, { sha256, satisfies: satisfies.length });
    }
    if (denial.documents.length >= MOST_DOCUMENTS) {
      return refused(
        'DOCUMENT_REFUSED',
        `There are ${MOST_DOCUMENTS} documents already: take one off first.`,
      );
    }
    const stored = await storedAsSaid(ports, denial.denialId, sha256);
    if (stored.kind === 'refused') return stored;
    const { mediaType, byteLength } = stored;
    const { key: objectKey, versionId: objectVersionId } = await ports.objects.copy(stored.version, {
      bucket: 'documents',
      key: attachedKeyOf(denial.denialId, sha256),
    });
    const document: Document = {
      sha256,
      objectKey,
      objectVersionId,
      byteLength,
      mediaType,
      satisfies,
      attachedBy: user.userId,
      attachedAt: at,
      sentOn: null,
      clean: null,
    };
    const detail = { sha256, mediaType, byteLength, satisfies: satisfies.length };
    return changed('DocumentAttached', [...denial.documents, document], detail);
  });
}

/** Takes a document off that has not left. Its bytes stay where they are: the timeline names them by their hash. */
export function removeDocument(
  ports: ActPorts,
  request: ActRequest & { readonly sha256: string },
): Promise<ActResult> {
  const { sha256 } = request;
  return actOnDenial(ports, 'attach_document', request, ({ documents }) => {
    const document = documents.find((each) => each.sha256 === sha256);
    if (document === undefined) return refused('NO_SUCH_DOCUMENT', 'This document is not attached.');
    if (document.sentOn !== null) return hasLeft(document.sentOn);
    return changed(
      'DocumentRemoved',
      documents.filter((each) => each !== document),
      { sha256 },
    );
  });
}

/** What left for the payer is evidence of what was said then. */
function hasLeft(sentOn: string): Refusal {
  return refused('NO_SUCH_DOCUMENT', `This document left on ${sentOn}: it stays as evidence.`);
}

function isAskedFor({ decision }: Denial, name: string): boolean {
  return decision.requiredDocuments.some(({ document }) => document === name);
}

function changed(type: string, documents: readonly Document[], detail: Plan['detail']): Plan {
  return { kind: 'plan', type, patch: { documents: [...documents] }, ...(detail && { detail }) };
}

type Stored =
  | {
      readonly kind: 'as_said';
      readonly version: ObjectVersion;
      readonly byteLength: number;
      readonly mediaType: DocumentMediaType;
    }
  | Refusal;

/** Reads the newest upload once, from its first byte to its last. */
async function storedAsSaid({ objects }: DocumentPorts, denialId: DenialId, sha256: string): Promise<Stored> {
  const found = await objects.find('documents', uploadKeyOf(denialId, sha256));
  if (found === null) return refused('DOCUMENT_REFUSED', 'Nothing was uploaded under this hash yet.');
  const { byteLength, ...version } = found;
  if (byteLength === 0 || byteLength > LARGEST_DOCUMENT_BYTES) {
    return refused('DOCUMENT_REFUSED', 'A document has at most 25 MB, and is not empty.');
  }
  const hash = createHash('sha256');
  let first = new Uint8Array();
  for await (const chunk of await objects.stream(version)) {
    hash.update(chunk);
    if (first.length < SIGNATURE_BYTES)
      first = new Uint8Array([...first, ...chunk.subarray(0, SIGNATURE_BYTES)]);
  }
  if (hash.digest('hex') !== sha256) {
    return refused('DOCUMENT_REFUSED', 'What was uploaded has another hash: upload the document again.');
  }
  const mediaType = mediaTypeOf(first);
  return mediaType === null
    ? refused('DOCUMENT_REFUSED', 'This is no PDF, TIFF, JPEG or PNG: save the document as one of them.')
    : { kind: 'as_said', version, byteLength, mediaType };
}
