import { actionsOf, type OfferedAction } from '../core/access/actions-of.ts';
import { mayAct } from '../core/access/may-act.ts';
import { stateAllows } from '../core/access/state-allows.ts';
import type { Denial } from '../core/denial/denial.ts';
import { type Requirement, requirementsOf } from '../core/documents/completeness.ts';
import type { Document, DocumentMediaType } from '../core/documents/document.ts';
import { type CheckSeen, checkSeen } from '../core/documents/intake/check.ts';
import type { DenialId } from '../core/ids.ts';
import type { DocumentChecks } from '../ports/document-checks.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { DownloadLink, Transfers, UploadForm } from '../ports/transfers.ts';
import { type Refusal, refused } from './act-on-denial.ts';
import { type DocumentPorts, readCheck } from './attach-document.ts';
import { uploadKeyOf } from './document-keys.ts';
import { UPLOAD_PERMITTED_SECONDS } from './permit-remittance-upload.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

type TransferPorts = ReadPorts & { readonly transfers: Transfers };

/** For a click; the next click gets another one. */
const LINK_SECONDS = 60;

export interface DocumentList {
  readonly denial: Denial;
  readonly requirements: readonly Requirement[];
  readonly documents: readonly (Document & { readonly actions: readonly OfferedAction[] })[];
  /** What was uploaded within the week and is not attached. */
  readonly uploads: readonly SeenUpload[];
  readonly actions: readonly OfferedAction[];
}

/** An upload by its hash, and how far its check is. */
export interface SeenUpload {
  readonly sha256: string;
  readonly check:
    | Exclude<CheckSeen, { readonly state: 'refused' | 'accepted' }>
    | Pick<Extract<CheckSeen, { readonly state: 'refused' }>, 'state' | 'reason'>
    | Pick<Extract<CheckSeen, { readonly state: 'accepted' }>, 'state' | 'clean'>;
}

const OF_DOCUMENTS: ReadonlySet<OfferedAction['id']> = new Set([
  'attach_document',
  'submit_documents',
  'request_document',
  'settle_document_request',
]);

/** What is attached to a denial, what the decision asks for, and what its reader may do. */
export function readDocuments(
  ports: ReadPorts & { readonly documentChecks: DocumentChecks },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<DocumentList>> {
  return readGuarded(ports, user, 'read', denialId, async (denial): Promise<ReadResult<DocumentList>> => {
    const offered = actionsOf(user, denial, ports.clock.now());
    const actions = offered.filter(({ id }) => OF_DOCUMENTS.has(id));
    const documents = denial.documents.map((document) => ({
      ...document,
      actions: actionsOnDocument(user, denial, document),
    }));
    const uploads = await uploadsBeside(ports, denial);
    return {
      kind: 'read',
      value: { denial, requirements: requirementsOf(denial), documents, uploads, actions },
    };
  });
}

async function uploadsBeside(
  { documentChecks, clock }: ReadPorts & { readonly documentChecks: DocumentChecks },
  { denialId, documents }: Denial,
): Promise<readonly SeenUpload[]> {
  const checks = await documentChecks.list(denialId);
  return checks
    .filter(
      ({ sha256 }) => !documents.some((document) => document.sha256 === sha256 && document.clean !== null),
    )
    .map((check) => ({ sha256: check.sha256, check: checkSeen(check, check.uploadVersionId, clock.now()) }));
}

/** How far the check of one upload is; of a document that is attached, what came of it. */
export function readDocumentCheck(
  ports: ReadPorts & DocumentPorts,
  user: UserRecord,
  denialId: DenialId,
  sha256: string,
): Promise<ReadResult<SeenUpload>> {
  return readGuarded(ports, user, 'attach_document', denialId, async ({ documents }) => {
    const clean = documents.find((document) => document.sha256 === sha256)?.clean ?? null;
    const check =
      clean === null ? await readCheck(ports, denialId, sha256) : ({ state: 'accepted', clean } as const);
    return { kind: 'read', value: { sha256, check } };
  });
}

function actionsOnDocument(user: UserRecord, denial: Denial, { sentOn }: Document): readonly OfferedAction[] {
  const reading = mayAct(user, 'read_document', denial);
  const byPerson = mayAct(user, 'attach_document', denial);
  const byState = byPerson.allowed ? stateAllows('attach_document', denial) : byPerson;
  const changing =
    byState.allowed && sentOn !== null
      ? ({ allowed: false, reason: `This document left on ${sentOn}: it stays as evidence.` } as const)
      : byState;
  return [
    { id: 'read_document', allowed: reading.allowed, reason: reading.allowed ? null : reading.reason },
    { id: 'attach_document', allowed: changing.allowed, reason: changing.allowed ? null : changing.reason },
  ];
}

export type DocumentUpload =
  | { readonly kind: 'permitted'; readonly form: UploadForm }
  /** The same bytes are attached, and checked: they are linked, not copied. */
  | { readonly kind: 'attached'; readonly document: Document };

/** Lets a person upload one document of a denial, under its hash. It counts once it is attached. */
export async function permitDocumentUpload(
  ports: TransferPorts,
  request: {
    readonly user: UserRecord;
    readonly denialId: DenialId;
    readonly sha256: string;
    readonly byteLength: number;
    readonly mediaType: DocumentMediaType;
  },
): Promise<ReadResult<DocumentUpload> | Refusal> {
  const { user, denialId, sha256, byteLength, mediaType } = request;
  const found = await readGuarded(ports, user, 'attach_document', denialId, async (denial) => ({
    kind: 'read',
    value: denial,
  }));
  if (found.kind !== 'read') return found;
  const denial = found.value;
  const byState = stateAllows('attach_document', denial);
  if (!byState.allowed) return refused('NOT_IN_THIS_STATE', byState.reason);
  const document = denial.documents.find((each) => each.sha256 === sha256);
  if (document !== undefined && document.clean !== null) {
    return { kind: 'read', value: { kind: 'attached', document } };
  }
  const object = { bucket: 'documents', key: uploadKeyOf(denialId, sha256), mediaType, byteLength } as const;
  const within = { at: ports.clock.now(), seconds: UPLOAD_PERMITTED_SECONDS };
  return {
    kind: 'read',
    value: { kind: 'permitted', form: await ports.transfers.permitUpload(object, within) },
  };
}

/**
 * A link to the version that was attached; every one is kept in the access log before it is given.
 *
 * @param copy `checked`: the plain PDF that is bound into packets, in place of the file as it was uploaded
 */
export function linkToDocument(
  ports: TransferPorts,
  user: UserRecord,
  { denialId, sha256, copy }: { denialId: DenialId; sha256: string; copy: 'uploaded' | 'checked' },
): Promise<ReadResult<DownloadLink>> {
  return readGuarded(ports, user, 'read_document', denialId, async ({ documents }) => {
    const document = documents.find((each) => each.sha256 === sha256);
    if (document === undefined) return { kind: 'unknown' };
    const place = copy === 'uploaded' ? document : document.clean;
    if (place === null) {
      return { kind: 'not_yet', sentence: 'It was attached before documents were checked: attach it again.' };
    }
    const { objectKey: key, objectVersionId: versionId } = place;
    const mediaType = copy === 'uploaded' ? document.mediaType : 'application/pdf';
    const object = { bucket: 'documents', key, versionId, mediaType } as const;
    const within = { at: ports.clock.now(), seconds: LINK_SECONDS };
    return { kind: 'read', value: await ports.transfers.permitDownload(object, within) };
  });
}
