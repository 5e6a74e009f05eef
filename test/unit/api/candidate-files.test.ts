import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppealSystem, biller, printedWords } from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

let system: AppealSystem;
let path: string;

beforeEach(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  system = new AppealSystem();
  const { denialId } = await system.readyToApprove();
  path = `/api/denials/${denialId}/candidate`;
});

afterEach(() => vi.restoreAllMocks());

const read = (to: string) => send(system, { as: biller, path: to });

describe('a file of the candidate by its name', () => {
  test('the letter by itself is not the packet, and is in it', async () => {
    const [packet, letter] = [await read(path), await read(`${path}/files/letter.pdf`)];
    expect(letter.body.sha256).not.toBe(packet.body.sha256);
    expect(letter.body).toMatchObject({ ...packet.body.letter, fileName: 'letter.pdf', link: null });
    expect(printedWords(packet.body.pdf)).toContain(printedWords(letter.body.pdf));
  });

  test('the packet is the one that is approved', async () => {
    const [packet, file] = [await read(path), await read(`${path}/files/packet.pdf`)];
    expect([file.body.sha256, file.body.pdf]).toEqual([packet.body.sha256, packet.body.pdf]);
  });

  test('a name that is none of them is not there', async () => {
    expect(await read(`${path}/files/01-letter.pdf`)).toMatchObject({
      status: 404,
      body: { code: 'NOT_YET' },
    });
  });
});

test('a packet of more than 4 MB is given by an address, with the hash of its bytes', async () => {
  const ready = system.only();
  const long = await system.attached(ready, { words: 'x'.repeat(4_100_000), satisfies: ['Record'] });
  await send(system, {
    as: biller,
    method: 'PUT',
    path: path.replace('candidate', 'draft'),
    ifMatch: `"${long.version}"`,
    body: { passages: { criteria: 'a | b | Encl. 1' } },
  });
  const { body } = await read(path);
  expect(body.pdf).toBeNull();
  expect(body.link).toMatchObject({ url: expect.any(String), expiresAt: expect.any(String) });
  const { candidate } = system.only();
  const stored = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
  expect(createHash('sha256').update(stored).digest('hex')).toBe(body.sha256);
});
