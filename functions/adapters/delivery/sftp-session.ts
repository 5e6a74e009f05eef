import { createHash } from 'node:crypto';
import type { SFTPWrapper, Stats } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import type { SftpSetting } from '../../core/delivery/setting.ts';
import type { SftpCredential } from './sftp-credential.ts';

/** draft-ietf-secsh-filexfer-02, section 7: what servers answer with. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

/** What stands on a server, and what may be done there, for as long as a session lasts. */
export interface SftpSession {
  /** Bytes of a file; null where there is none. */
  sizeOf(path: string): Promise<number | null>;
  sha256Of(path: string): Promise<string>;
  /** Writes a file from its first byte, over one that is there. `folder_refused` = it may not be written there. */
  write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<'written' | 'folder_refused'>;
  /** Never over a file that is there. */
  rename(from: string, to: string): Promise<'renamed' | 'folder_refused'>;
}

export type SftpOpening =
  | { readonly kind: 'open'; readonly session: SftpSession; readonly close: () => Promise<void> }
  | {
      readonly kind: 'refused';
      readonly because: 'host_key_differs' | 'login_refused' | 'credential_missing';
    };

/** The fingerprint of a public host key as `ssh-keygen -l` prints it. */
export function fingerprintOf(hostKey: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(hostKey).digest('base64').replace(/=+$/, '')}`;
}

/**
 * Logs in to a server whose host key is one of those pinned. On any other key the handshake ends before the server has
 * seen user, secret or a byte of the packet.
 *
 * @throws {Error} where the server does not answer, or not in time
 */
export async function openSftp(
  { host, port, user, hostKeys }: SftpSetting,
  credential: SftpCredential,
  timeoutMs: number,
): Promise<SftpOpening> {
  let isPinned = true;
  // Its defaults write what the server says to the console.
  const silent = () => {};
  const client = new SftpClient('delivery', { error: silent, end: silent, close: silent });
  try {
    const server: SFTPWrapper = await client.connect({
      host,
      port,
      username: user,
      ...given(credential),
      readyTimeout: timeoutMs,
      hostVerifier: (key: Buffer) => {
        isPinned = hostKeys.includes(fingerprintOf(key));
        return isPinned;
      },
    });
    return { kind: 'open', session: sessionOn(server), close: () => end(client) };
  } catch (error) {
    await end(client);
    if (!isPinned) return { kind: 'refused', because: 'host_key_differs' };
    // The package passes on the message alone.
    const { message } = error as Error;
    if (message.includes('authentication methods failed'))
      return { kind: 'refused', because: 'login_refused' };
    if (message.includes('privateKey')) return { kind: 'refused', because: 'credential_missing' };
    throw error;
  }
}

/** The package takes no field without a value. */
function given({ privateKey, passphrase, password }: SftpCredential) {
  return {
    ...(privateKey !== undefined && { privateKey }),
    ...(passphrase !== undefined && { passphrase }),
    ...(password !== undefined && { password }),
  };
}

function sessionOn(server: SFTPWrapper): SftpSession {
  return {
    sizeOf(path) {
      // Not the package's stat, which takes every failure for a file that is not there.
      return answered<Stats>((done) => server.lstat(path, done)).then(
        ({ size }) => size,
        (error: unknown) => {
          if (codeOf(error) === NO_SUCH_FILE) return null;
          throw error;
        },
      );
    },
    async sha256Of(path) {
      const hash = createHash('sha256');
      for await (const chunk of server.createReadStream(path)) hash.update(chunk as Uint8Array);
      return hash.digest('hex');
    },
    async write(path, bytes) {
      try {
        await writeFile(server, path, bytes);
        return 'written';
      } catch (error) {
        if (isRefusal(error)) return 'folder_refused';
        throw error;
      }
    },
    async rename(from, to) {
      try {
        await answered((done) => server.rename(from, to, done));
        return 'renamed';
      } catch (error) {
        if (codeOf(error) === PERMISSION_DENIED) return 'folder_refused';
        throw error;
      }
    },
  };
}

// As much as every server takes at once (draft-ietf-secsh-filexfer-02, section 3), and so many on their way.
const PIECE_BYTES = 32_768;
const PIECES_ON_THE_WAY = 32;

/** One piece after the other would take a round trip each: minutes for a packet of scans. */
async function writeFile(server: SFTPWrapper, path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await answered<Buffer>((done) => server.open(path, 'w', done));
  const onTheWay = new Set<Promise<void>>();
  let offset = 0;
  for await (const piece of inPieces(bytes)) {
    const at = offset;
    const written: Promise<void> = answered<void>((done) =>
      server.write(handle, piece, 0, piece.length, at, done),
    ).finally(() => onTheWay.delete(written));
    onTheWay.add(written);
    offset += piece.length;
    if (onTheWay.size >= PIECES_ON_THE_WAY) await Promise.race(onTheWay);
  }
  await Promise.all(onTheWay);
  await answered<void>((done) => server.close(handle, done));
}

/** The same bytes in full pieces, whatever storage hands out. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let piece = Buffer.alloc(PIECE_BYTES);
  let filled = 0;
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + PIECE_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      start += part.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      // The one before is still on its way.
      piece = Buffer.alloc(PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** What a server answers to one request; a lost connection answers all of them with an error. */
function answered<T>(ask: (done: (error: Error | null | undefined, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, value) => {
      if (error === undefined || error === null) resolve(value as T);
      else reject(error);
    });
  });
}

function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code === NO_SUCH_FILE || code === PERMISSION_DENIED;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** A connection that is broken already cannot be ended well, and need not. */
async function end(client: SftpClient): Promise<void> {
  await client.end().catch(() => undefined);
}
