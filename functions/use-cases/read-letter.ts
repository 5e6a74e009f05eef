import type { Candidate, Denial, Handover, StoredPdf } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import type { Letters } from '../ports/letters.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import type { DownloadLink, Transfers } from '../ports/transfers.ts';
import { sha256Of } from './hash-of.ts';
import { namesOf, type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

type LetterReadPorts = ReadPorts & {
  readonly objects: ObjectStore;
  readonly letters: Letters;
  readonly transfers: Transfers;
};

/** For a click; the next read gives another one. */
const LINK_SECONDS = 60;

const NO_LETTER_YET = { kind: 'not_yet', sentence: 'This denial has no letter, or none yet.' } as const;

const NO_SUCH_FILE = { kind: 'not_yet', sentence: 'This packet has no file of this name.' } as const;

export interface StoredLetter {
  readonly pdf: Uint8Array;
  /** Of the bytes just read from storage, not a note of what they once were. */
  readonly sha256: string;
  /** Where it can be saved from, for a minute: what is too long for an answer is given by its address. */
  readonly link: DownloadLink;
}

type CandidateRead<T> = ReadResult<
  StoredLetter & { readonly denial: Denial; readonly candidate: Candidate } & T
>;

/** The packet that waits for approval, as its bytes are stored, and who said what it goes without. */
export async function readCandidate(
  ports: LetterReadPorts & { readonly settings: Settings },
  user: UserRecord,
  denialId: DenialId,
): Promise<CandidateRead<{ readonly people: Readonly<Record<string, string>> }>> {
  const found = await readOfCandidate(ports, user, denialId, (candidate) => candidate);
  if (found.kind !== 'read') return found;
  const { requiredDocuments } = found.value.candidate;
  const people = await namesOf(
    ports,
    requiredDocuments.flatMap(({ by }) => by ?? []),
  );
  return { kind: 'read', value: { ...found.value, people } };
}

/**
 * One file of the candidate by its name: the letter by itself, tagged and accessible (of before packets it is all there
 * is), the packet, or a part that the channel takes.
 */
export function readCandidateFile(
  ports: LetterReadPorts,
  user: UserRecord,
  denialId: DenialId,
  fileName: string,
): Promise<CandidateRead<{ readonly of: StoredPdf }>> {
  return readOfCandidate(ports, user, denialId, (candidate) => {
    if (fileName === 'letter.pdf') return candidate.letter ?? candidate;
    if (fileName === 'packet.pdf') return candidate;
    return candidate.parts.find((part) => part.fileName === fileName) ?? null;
  });
}

function readOfCandidate(
  ports: LetterReadPorts,
  user: UserRecord,
  denialId: DenialId,
  choose: (candidate: Candidate) => StoredPdf | null,
): Promise<CandidateRead<{ readonly of: StoredPdf }>> {
  return readGuarded(ports, user, 'read_letter', denialId, async (denial) => {
    const { candidate } = denial;
    if (candidate === null) return NO_LETTER_YET;
    const of = choose(candidate);
    if (of === null) return NO_SUCH_FILE;
    const letter = await readLetter(ports, {
      bucket: 'packets',
      key: of.objectKey,
      versionId: of.objectVersionId,
    });
    return { kind: 'read', value: { ...letter, denial, candidate, of } };
  });
}

/** The letter that was handed over, read back from where it was put; not there while none has left. */
export function readPacket(
  ports: LetterReadPorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<StoredLetter & { readonly denial: Denial; readonly handover: Handover }>> {
  return readGuarded(ports, user, 'read_packet', denialId, async (denial) => {
    const { handover } = denial;
    const place = handover && placeOf(handover, denial);
    if (handover === null || place === null) {
      return { kind: 'not_yet', sentence: 'No letter of this denial has been handed over.' };
    }
    const letter = await readLetter(ports, place);
    return { kind: 'read', value: { ...letter, denial, handover } };
  });
}

/** In the bucket it was dropped in; of what went elsewhere the approved version, which is what was taken there. */
function placeOf({ channel, sha256, reference }: Handover, { approval }: Denial): ObjectVersion | null {
  if (channel === 'file_drop' || channel === 'print_and_mail') {
    const at = reference.lastIndexOf('@');
    return { bucket: 'handover', key: reference.slice(0, at), versionId: reference.slice(at + 1) };
  }
  if (approval === null || approval.sha256 !== sha256) return null;
  return { bucket: 'packets', key: approval.objectKey, versionId: approval.objectVersionId };
}

async function readLetter(
  { objects, transfers, clock }: LetterReadPorts,
  object: ObjectVersion,
): Promise<StoredLetter> {
  const pdf = await objects.read(object);
  const link = await transfers.permitDownload(
    { ...object, mediaType: 'application/pdf' },
    { at: clock.now(), seconds: LINK_SECONDS },
  );
  return { pdf, sha256: sha256Of(pdf), link };
}
