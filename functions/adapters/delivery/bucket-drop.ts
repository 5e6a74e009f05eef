import { manifestBytes } from '../../core/delivery/manifest.ts';
import type { ApprovedFile, ApprovedPacket, HandOver } from '../../ports/delivery.ts';
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
  const before = await objects.find('handover', place.packetKey);
  if (before !== null && (await objects.find('handover', place.manifestKey)) !== null) {
    return { kind: 'handed_over', reference: `${before.key}@${before.versionId}` };
  }
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
  await objects.put({ bucket: 'handover', key: place.manifestKey, body, contentType: 'application/json' });
  return { kind: 'handed_over', reference: `${dropped.key}@${dropped.versionId}` };
}

function nameIn(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
