import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sftpDrop } from '../../functions/adapters/delivery/sftp-drop.ts';
import { MemoryObjectStore } from '../../functions/adapters/memory/object-store.ts';
import type { SftpSetting } from '../../functions/core/delivery/setting.ts';
import type { DenialId } from '../../functions/core/ids.ts';
import { type ApprovedPacket, ChannelUnreachableError } from '../../functions/ports/delivery.ts';
import { crashing, Fuse } from '../fixtures/crashing.ts';
import { SftpServer } from '../fixtures/sftp-server.ts';

const LIMITS = { loginMs: 2_000, wholeMs: 5_000 };
const DENIAL = `${'a'.repeat(32)}-0001` as DenialId;

let server: SftpServer;
let objects: MemoryObjectStore;
let packet: ApprovedPacket;

beforeEach(async () => {
  server = await new SftpServer().start();
  objects = new MemoryObjectStore();
  packet = await approved(Buffer.alloc(300_000, 'an appeal of many pages '));
  await keep('clearing', { privateKey: server.userKey.private });
});
afterEach(() => server.stop());

async function approved(body: Uint8Array): Promise<ApprovedPacket> {
  const object = await objects.put({ bucket: 'packets', key: 'c.pdf', body, contentType: 'application/pdf' });
  const sha256 = createHash('sha256').update(body).digest('hex');
  return {
    denialId: DENIAL,
    packet: { object, sha256, fileName: 'packet.pdf' },
    parts: [],
    pageCount: 3,
    to: null,
    by: null,
  };
}

async function keep(name: string, secret: object): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(secret));
  await objects.put({
    bucket: 'credentials',
    key: `sftp/${name}.json`,
    body,
    contentType: 'application/json',
  });
}

const setting = (other: Partial<SftpSetting> = {}): SftpSetting => ({
  channel: 'sftp',
  host: '127.0.0.1',
  port: server.port,
  user: server.user,
  folder: server.folder,
  hostKeys: [server.fingerprint],
  credential: 'clearing',
  ...other,
});
const target = () => `${server.folder}/${DENIAL}-${packet.packet.sha256}.pdf`;
const send = (other?: Partial<SftpSetting>) => sftpDrop(objects, LIMITS).handOver(packet, setting(other));
const sent = () => ({ kind: 'handed_over', reference: `sftp://127.0.0.1:${server.port}${target()}` });

test('the bytes that were approved lie in the folder, whole, under a name of their own hash', async () => {
  expect(await send()).toEqual(sent());
  expect(server.sha256Of(target())).toBe(packet.packet.sha256);
  expect([...server.files.keys()]).toEqual([target()]);
});

test('a packet of 20 MB arrives as it is', async () => {
  packet = await approved(Buffer.alloc(20_000_000, 'page '));
  expect(await sftpDrop(objects, { ...LIMITS, wholeMs: 60_000 }).handOver(packet, setting())).toEqual(sent());
  expect(server.sha256Of(target())).toBe(packet.packet.sha256);
}, 60_000);

test('sent again it is found, and not sent again', async () => {
  await send();
  expect(await send()).toEqual(sent());
  expect(server.arrived).toEqual([target()]);
});

test('a server with another host key gets nothing, and does not learn who asks', async () => {
  const hostKeys = [`SHA256:${'A'.repeat(43)}`];
  expect(await send({ hostKeys })).toEqual({ kind: 'refused', because: 'host_key_differs' });
  expect(server.logins).toBe(0);
  expect(server.files.size).toBe(0);
});

test('while a server changes its key the old one and the new one are both its own', async () => {
  expect(await send({ hostKeys: [`SHA256:${'A'.repeat(43)}`, server.fingerprint] })).toEqual(sent());
});

test('a server that refuses the key, or a secret that is not kept, is told apart', async () => {
  await keep('strange', { privateKey: new SftpServer().userKey.private });
  expect(await send({ credential: 'strange' })).toEqual({ kind: 'refused', because: 'login_refused' });
  expect(await send({ credential: 'none' })).toEqual({ kind: 'refused', because: 'credential_missing' });
  await keep('broken', { privateKey: 'no key at all' });
  expect(await send({ credential: 'broken' })).toEqual({ kind: 'refused', because: 'credential_missing' });
  await keep('other', { token: 'x' });
  expect(await send({ credential: 'other' })).toEqual({ kind: 'refused', because: 'credential_missing' });
});

test('a folder that is not there, or takes nothing, is refused', async () => {
  expect(await send({ folder: '/elsewhere' })).toEqual({ kind: 'refused', because: 'folder_refused' });
  server.mayWrite = false;
  expect(await send()).toEqual({ kind: 'refused', because: 'folder_refused' });
});

test('another file under the name is left as it is', async () => {
  for (const other of [Buffer.from('short'), Buffer.alloc(300_000, 'x')]) {
    server.files.set(target(), other);
    expect(await send()).toEqual({ kind: 'refused', because: 'name_taken' });
    expect(server.files.get(target())).toBe(other);
  }
});

test('stored bytes that are not those that were approved do not leave', async () => {
  const { packet: file } = packet;
  packet = { ...packet, packet: { ...file, sha256: '0'.repeat(64) } };
  expect(await send()).toEqual({ kind: 'bytes_differ' });
  expect(server.files.size).toBe(0);
});

test('a connection lost in the middle leaves nothing that looks whole, and the next try sends it', async () => {
  server.fault = { dropAfterBytes: 100_000 };
  await expect(send()).rejects.toThrow(ChannelUnreachableError);
  expect(server.files.has(target())).toBe(false);
  expect(await send()).toEqual(sent());
  expect(server.sha256Of(target())).toBe(packet.packet.sha256);
  expect(server.arrived).toEqual([target()]);
});

test('a server that dies after the rename, before it says so, has it once', async () => {
  server.fault = { dropAfterRename: true };
  await expect(send()).rejects.toThrow(ChannelUnreachableError);
  expect(await send()).toEqual(sent());
  expect(server.arrived).toEqual([target()]);
});

test('a server that dies after the rename and whose owner takes the file away gets it once', async () => {
  server.fault = { dropAfterRename: true };
  await expect(send()).rejects.toThrow(ChannelUnreachableError);
  server.files.clear();
  expect(await send()).toEqual({ ...sent(), unseen: true });
  expect(server.arrived).toEqual([target()]);
});

test('what an earlier try has handed over is found without putting anything there', async () => {
  const find = (of: SftpSetting | null) => sftpDrop(objects, LIMITS).findHandedOver(packet, of);
  expect(await find(setting())).toBeNull();
  expect(server.logins).toBe(0);
  server.fault = { dropBeforeRename: true };
  await expect(send()).rejects.toThrow(ChannelUnreachableError);
  expect(await find(setting())).toBeNull();
  await send();
  expect(await find(setting())).toEqual(sent());
  server.files.clear();
  expect(await find(setting())).toEqual({ ...sent(), unseen: true });
  expect(await find(null)).toEqual({ ...sent(), unseen: true });
  expect(server.arrived).toEqual([target()]);
});

test('a packet that was put on the server of before is not put on another one too', async () => {
  await send();
  expect(await send({ folder: `${server.folder}/other` })).toEqual({ ...sent(), unseen: true });
  expect(server.arrived).toEqual([target()]);
});

test('a server that dies before the rename gets it with the next try', async () => {
  server.fault = { dropBeforeRename: true };
  await expect(send()).rejects.toThrow(ChannelUnreachableError);
  expect(server.arrived).toEqual([]);
  expect(await send()).toEqual(sent());
  expect(server.arrived).toEqual([target()]);
});

test('a function that dies between its note and the rename sends it with the next try, once', async () => {
  const dying = sftpDrop(crashing(objects, new Fuse(1)), LIMITS);
  await expect(dying.handOver(packet, setting())).rejects.toThrow(ChannelUnreachableError);
  expect([...server.files.keys()]).toEqual([`${target()}.tmp`]);
  expect(await send()).toEqual(sent());
  expect(server.arrived).toEqual([target()]);
});

test('a server that is not there is a matter of time', async () => {
  const { port } = server;
  await server.stop();
  await expect(send({ port })).rejects.toThrow(ChannelUnreachableError);
  await server.start();
});

test('whatever the network said, the error names no host', async () => {
  const error = await send({ host: 'localhost', port: 1 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ChannelUnreachableError', code: 'DEN-2003' });
  expect((error as Error).message).not.toContain('localhost');
});
