import type { SftpSetting } from '../../core/delivery/setting.ts';
import { type ApprovedPacket, ChannelUnreachableError, type HandOver } from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { areAsApproved } from './approved-bytes.ts';
import { readSftpCredential } from './sftp-credential.ts';
import { openSftp, type SftpSession } from './sftp-session.ts';

export type SftpDrop = (packet: ApprovedPacket, setting: SftpSetting) => Promise<HandOver>;

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
 *
 * @throws {ChannelUnreachableError} of the function returned
 */
export function sftpDrop(objects: ObjectStore, limits: SftpLimits): SftpDrop {
  return async (packet, setting) => {
    const credential = await readSftpCredential(objects, setting.credential);
    if (credential === null) return { kind: 'refused', because: 'credential_missing' };
    if (!(await areAsApproved(objects, packet))) return { kind: 'bytes_differ' };

    const opening = await openSftp(setting, credential, limits.loginMs).catch(unreachable);
    if (opening.kind === 'refused') return opening;
    try {
      return await within(limits.wholeMs, put(objects, packet, setting, opening.session));
    } catch (error) {
      return unreachable(error);
    } finally {
      await within(limits.loginMs, opening.close()).catch(() => undefined);
    }
  };
}

async function put(
  objects: ObjectStore,
  { denialId, packet }: ApprovedPacket,
  { host, port, folder }: SftpSetting,
  server: SftpSession,
): Promise<HandOver> {
  const name = `${denialId}-${packet.sha256}.pdf`;
  const target = `${folder}/${name}`;
  const unfinished = `${target}.tmp`;
  const reference = `sftp://${host}:${port}/${target.replace(/^\//, '')}`;
  const noteKey = `sftp/${denialId}-${packet.sha256}.json`;

  const there = await server.sizeOf(target);
  if (there !== null) {
    const isOurs = (await server.sha256Of(target)) === packet.sha256;
    return isOurs ? { kind: 'handed_over', reference } : { kind: 'refused', because: 'name_taken' };
  }
  const wasRenamed = (await objects.find('handover', noteKey)) !== null;
  if (wasRenamed && (await server.sizeOf(unfinished)) === null) {
    return { kind: 'handed_over', reference, unseen: true };
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
  await objects.put({ bucket: 'handover', key: noteKey, body, contentType: 'application/json' });
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
