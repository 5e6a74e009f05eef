import * as z from 'zod';
import type { SftpSetting } from '../../core/delivery/setting.ts';
import {
  type ApprovedPacket,
  ChannelUnreachableError,
  type HandedOver,
  type HandOver,
} from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { areAsApproved } from './approved-bytes.ts';
import { readSftpCredential } from './sftp-credential.ts';
import { openSftp, type SftpSession } from './sftp-session.ts';

export interface SftpDrop {
  /** @throws {ChannelUnreachableError} */
  handOver(packet: ApprovedPacket, setting: SftpSetting): Promise<HandOver>;
  /**
   * What an earlier try has put on a server; null where no file was renamed there. Without a setting the server cannot
   * be asked: the note stored before the rename is all that is known.
   *
   * @throws {ChannelUnreachableError}
   */
  findHandedOver(packet: ApprovedPacket, setting: SftpSetting | null): Promise<HandedOver | null>;
}

export interface SftpLimits {
  /** For the handshake. */
  readonly loginMs: number;
  /** For all of it: less than the function may run. */
  readonly wholeMs: number;
}

/**
 * Puts an approved packet into a folder of a server, under a name made of its own hash: written as `.tmp`, renamed when
 * it is whole, so that nobody there takes half of it. Before the rename a note of it is stored on our side. A repeat
 * finds the file by its content, or the note and neither file: then the server has taken it away. Neither sends again.
 */
export function sftpDrop(objects: ObjectStore, limits: SftpLimits): SftpDrop {
  async function onServer<T>(
    setting: SftpSetting,
    work: (server: SftpSession) => Promise<T>,
  ): Promise<T | Extract<HandOver, { kind: 'refused' }>> {
    const credential = await readSftpCredential(objects, setting.credential);
    if (credential === null) return { kind: 'refused', because: 'credential_missing' };
    const opening = await openSftp(setting, credential, limits.loginMs).catch(unreachable);
    if (opening.kind === 'refused') return opening;
    try {
      return await within(limits.wholeMs, work(opening.session));
    } catch (error) {
      return unreachable(error);
    } finally {
      await within(limits.loginMs, opening.close()).catch(() => undefined);
    }
  }

  return {
    async handOver(packet, setting) {
      if (!(await areAsApproved(objects, packet))) return { kind: 'bytes_differ' };
      return onServer(setting, (server) => put(objects, packet, setting, server));
    },
    async findHandedOver(packet, setting) {
      const noted = await readNote(objects, packet);
      if (noted === null) return null;
      const asNoted = { kind: 'handed_over', reference: noted.reference, unseen: true } as const;
      if (setting === null || noted.reference !== placeOn(setting, packet).reference) return asNoted;
      const found = await onServer(setting, async (server) => ({
        kind: 'found' as const,
        handedOver: await findOn(server, setting, packet),
      }));
      // A server that lets nobody look does not unsay what was noted.
      return found.kind === 'refused' ? asNoted : found.handedOver;
    },
  };
}

/** What lies on the server once a note of it was stored: the file, nothing any more, or what was never renamed (null). */
async function findOn(
  server: SftpSession,
  setting: SftpSetting,
  packet: ApprovedPacket,
): Promise<HandedOver | null> {
  const { target, unfinished, reference } = placeOn(setting, packet);
  if ((await server.sizeOf(target)) !== null) {
    const isOurs = (await server.sha256Of(target)) === packet.packet.sha256;
    return isOurs ? { kind: 'handed_over', reference } : null;
  }
  const isUnfinished = (await server.sizeOf(unfinished)) !== null;
  return isUnfinished ? null : { kind: 'handed_over', reference, unseen: true };
}

const noteSchema = z.strictObject({ reference: z.string(), sha256: z.string(), byteLength: z.int() });

function noteKeyOf({ denialId, packet }: ApprovedPacket): string {
  return `sftp/${denialId}-${packet.sha256}.json`;
}

async function readNote(objects: ObjectStore, packet: ApprovedPacket) {
  const found = await objects.find('handover', noteKeyOf(packet));
  if (found === null) return null;
  return noteSchema.parse(JSON.parse(new TextDecoder().decode(await objects.read(found))));
}

function placeOn({ host, port, folder }: SftpSetting, { denialId, packet }: ApprovedPacket) {
  const target = `${folder}/${denialId}-${packet.sha256}.pdf`;
  return {
    target,
    unfinished: `${target}.tmp`,
    reference: `sftp://${host}:${port}/${target.replace(/^\//, '')}`,
  };
}

async function put(
  objects: ObjectStore,
  approved: ApprovedPacket,
  setting: SftpSetting,
  server: SftpSession,
): Promise<HandOver> {
  const { packet } = approved;
  const { target, unfinished, reference } = placeOn(setting, approved);

  const there = await server.sizeOf(target);
  if (there !== null) {
    const isOurs = (await server.sha256Of(target)) === packet.sha256;
    return isOurs ? { kind: 'handed_over', reference } : { kind: 'refused', because: 'name_taken' };
  }
  const noted = await readNote(objects, approved);
  // Of another server, which the settings named before: it was put there.
  const isElsewhere = noted !== null && noted.reference !== reference;
  if (noted !== null && (isElsewhere || (await server.sizeOf(unfinished)) === null)) {
    return { kind: 'handed_over', reference: noted.reference, unseen: true };
  }

  const sent = counted(await objects.stream(packet.object));
  if ((await server.write(unfinished, sent.bytes)) === 'folder_refused') {
    return { kind: 'refused', because: 'folder_refused' };
  }
  const byteLength = sent.count();
  if ((await server.sizeOf(unfinished)) !== byteLength) {
    throw new ChannelUnreachableError('The server holds another number of bytes than were sent.');
  }
  const body = new TextEncoder().encode(JSON.stringify({ reference, sha256: packet.sha256, byteLength }));
  await objects.put({ bucket: 'handover', key: noteKeyOf(approved), body, contentType: 'application/json' });
  return (await server.rename(unfinished, target)) === 'renamed'
    ? { kind: 'handed_over', reference }
    : { kind: 'refused', because: 'folder_refused' };
}

/** Whatever a network can do is one thing: not now. Its message may name the host, so it stays here. */
function unreachable(error: unknown): never {
  if (error instanceof ChannelUnreachableError) throw error;
  throw new ChannelUnreachableError('The server did not answer as it should.', { cause: error });
}

function counted(bytes: AsyncIterable<Uint8Array>) {
  let count = 0;
  async function* counting() {
    for await (const chunk of bytes) {
      count += chunk.length;
      yield chunk;
    }
  }
  return { bytes: counting(), count: () => count };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let handle: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    handle = setTimeout(() => reject(new ChannelUnreachableError('The server took too long.')), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(handle);
  }
}
