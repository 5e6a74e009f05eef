import * as z from 'zod';
import { manifestBytes } from '../../core/delivery/manifest.ts';
import type { ApprovedFile, ApprovedPacket, HandedOver, HandOver } from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { areAsApproved } from './approved-bytes.ts';

/** Where the files of a packet go in the handover bucket: opaque ids and hashes, nothing of the patient. */
interface Place {
  readonly packetKey: string;
  readonly keyOf: (part: ApprovedFile) => string;
  readonly manifestKey: string;
}

/** For a mailing or fax service: the packet, and beside it the manifest. */
export function servicePlace({ denialId, packet }: ApprovedPacket): Place {
  const stem = `${denialId}/${packet.sha256}`;
  return {
    packetKey: `${stem}.pdf`,
    keyOf: ({ fileName }) => `${stem}/${fileName}`,
    manifestKey: `${stem}.json`,
  };
}

/** For a print room: everything of one envelope in one folder. */
export function printRoomPlace(printRoom: string): (packet: ApprovedPacket) => Place {
  return ({ denialId, packet }) => {
    const folder = `print/${printRoom}/${denialId}-${packet.sha256}`;
    return {
      packetKey: `${folder}/packet.pdf`,
      keyOf: ({ fileName }) => `${folder}/${fileName}`,
      manifestKey: `${folder}/manifest.json`,
    };
  };
}

/** Our own note of a drop, stored before its manifest: whoever takes the files may take them away. */
const noteSchema = z.strictObject({ packetKey: z.string(), manifestKey: z.string(), reference: z.string() });

function noteKeyOf({ denialId, packet }: ApprovedPacket): string {
  return `dropped/${denialId}-${packet.sha256}.json`;
}

/**
 * What an earlier try has dropped: the manifest is there, or was and is gone with the packet. Null where there is no
 * note, or where the try ended before the manifest was put.
 */
export async function findInBucket(
  objects: ObjectStore,
  approved: ApprovedPacket,
): Promise<HandedOver | null> {
  const found = await objects.find('handover', noteKeyOf(approved));
  if (found === null) return null;
  const text = new TextDecoder().decode(await objects.read(found));
  const { packetKey, manifestKey, reference } = noteSchema.parse(JSON.parse(text));
  if ((await objects.find('handover', manifestKey)) !== null) return { kind: 'handed_over', reference };
  const isTaken = (await objects.find('handover', packetKey)) === null;
  return isTaken ? { kind: 'handed_over', reference, unseen: true } : null;
}

/**
 * Copies the approved object versions into the handover bucket, checked against the approved hashes first. The manifest
 * comes last: what has none is not whole yet, and what has one is not put there again.
 */
export async function dropInBucket(
  objects: ObjectStore,
  approved: ApprovedPacket,
  placeOf: (packet: ApprovedPacket) => Place,
): Promise<HandOver> {
  const { denialId, packet, parts, pageCount, to, by } = approved;
  const place = placeOf(approved);
  const before = await findInBucket(objects, approved);
  if (before !== null) return before;
  if (!(await areAsApproved(objects, approved))) return { kind: 'bytes_differ' };

  const files = parts.map((part) => ({ part, key: place.keyOf(part) }));
  for (const { part, key } of files) await objects.copy(part.object, { bucket: 'handover', key });
  const dropped = await objects.copy(packet.object, { bucket: 'handover', key: place.packetKey });
  const body = manifestBytes({
    manifest: 1,
    denialId,
    to: to && { name: to.name, address: to.address, fax: to.fax },
    by,
    files: [
      ...files.map(({ part, key }) => ({ name: nameIn(key), sha256: part.sha256, pages: null })),
      { name: nameIn(place.packetKey), sha256: packet.sha256, pages: pageCount },
    ],
  });
  const reference = `${dropped.key}@${dropped.versionId}`;
  const note = { packetKey: place.packetKey, manifestKey: place.manifestKey, reference };
  await putJson(objects, noteKeyOf(approved), new TextEncoder().encode(JSON.stringify(note)));
  await putJson(objects, place.manifestKey, body);
  return { kind: 'handed_over', reference };
}

function putJson(objects: ObjectStore, key: string, body: Uint8Array) {
  return objects.put({ bucket: 'handover', key, body, contentType: 'application/json' });
}

function nameIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
