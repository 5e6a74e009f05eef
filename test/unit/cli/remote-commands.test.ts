import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findSession, keepSession, sessionFile } from '../../../cli/session/session.ts';
import { confirmCorrection } from '../../../functions/use-cases/confirm-correction.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { previewAgain } from '../../../functions/use-cases/load-again.ts';
import { AppealSystem, admin, auditor, biller, PASSAGES } from '../../fixtures/appeal-system.ts';
import { sentCorrection } from '../../fixtures/sent-correction.ts';
import { serveApi, tokenOf } from './api-server.ts';
import { type Ran, runOverturn } from './run-overturn.ts';

let system: AppealSystem;
let server: Awaited<ReturnType<typeof serveApi>>;
let folder: string;
beforeEach(async () => {
  system = new AppealSystem();
  server = await serveApi(system.ports);
  folder = mkdtempSync(path.join(tmpdir(), 'overturn-'));
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue();
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function overturn(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return runOverturn(folder, args, { OVERTURN_CONFIG_DIR: folder, ...environment });
}

const as = (user: typeof biller) => ({ OVERTURN_URL: server.origin, OVERTURN_TOKEN: tokenOf(user) });

describe('the commands over the API', () => {
  test('lead from the queue to an approved letter', async () => {
    const { denialId } = await system.readyToApprove();

    const queue = await overturn(['queue', '--state', 'ready_to_approve'], as(biller));
    expect(JSON.parse(queue.out)).toMatchObject({ denials: [{ denialId }], more: false });

    const shown = await overturn(['show', denialId, '--format', 'table'], as(biller));
    expect(shown).toMatchObject({ code: 0, error: '' });
    expect(shown.out).toContain('CO-50');
    expect(shown.out).toContain('approve appeal');

    const packet = await overturn(['show', denialId, '--packet', 'packet.pdf'], as(biller));
    const { sha256, file } = JSON.parse(packet.out);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const letter = await overturn(['show', denialId, '--letter', 'letter.pdf'], as(biller));
    const alone = JSON.parse(letter.out);
    expect(createHash('sha256').update(readFileSync(alone.file)).digest('hex')).toBe(alone.sha256);
    expect(alone.sha256).not.toBe(sha256);

    const approved = await overturn(['approve', denialId, '--sha256', sha256], as(biller));
    expect(approved.code).toBe(0);
    expect(JSON.parse(approved.out)).toMatchObject({ denialId, state: 'held', approval: { sha256 } });
  });

  test('approve a letter of yesterday once they dated it anew, and say that only the date changed', async () => {
    const { denialId, candidate } = await system.readyToApprove();
    system.clock.advanceSeconds(24 * 3600);
    const approve = ['approve', denialId, '--sha256', candidate?.sha256 ?? '', '--format', 'table'];
    const approved = await overturn(approve, as(biller));
    expect(approved).toMatchObject({ code: 0, error: '' });
    expect(approved.out).toContain('Only the date changed since you read it');
    expect(system.only()).toMatchObject({ state: 'held', candidate: { datedOn: system.clock.today() } });
  });

  test('approve nothing where more than the date changed, and say what', async () => {
    const { denialId, candidate } = await system.readyToApprove();
    const [practice] = system.organisation.practices;
    if (practice === undefined) throw new Error('There is a practice.');
    system.organisation = { ...system.organisation, practices: [{ ...practice, fax: '(217) 555-0199' }] };
    const ran = await overturn(['approve', denialId, '--sha256', candidate?.sha256 ?? ''], as(biller));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.error).toContain('Changed since you read it: the fax number of the practice.');
    expect(system.only()).toMatchObject({ state: 'ready_to_approve', approval: null });
  });

  test('tell what parts a draft from the one before, and from the template', async () => {
    const { denialId, version } = await system.readyToApprove();
    const passages = { service: PASSAGES.service.replace('eleven', 'twelve') };
    await editDraft(system.ports, { user: biller, denialId, expectedVersion: version, passages });
    const before = await overturn(['diff', denialId, '--format', 'table'], as(biller));
    expect(before.out).toContain('Draft 3, from draft 2:\n~ ');
    expect(before.out).toContain('[-eleven-]{+twelve+}');
    const template = await overturn(
      ['diff', denialId, '--from', 'template', '--format', 'table'],
      as(biller),
    );
    expect(template.out).toContain('from the template’s own words');
    expect((await overturn(['diff', denialId, '--from', 'nowhere'], as(biller))).code).toBe(2);
  });

  test('record what the payer answered, and say what follows', async () => {
    const denial = await system.routed({ id: 'B1', chargeCents: 5_000, adjustments: [['CO', '16', 5_000]] });
    const { denialId, version: expectedVersion } = denial;
    const sent = sentCorrection();
    await confirmCorrection(system.ports, { user: biller, denialId, expectedVersion, ...sent });
    const heard = ['--decision', 'overturned', '--decided-on', '2026-11-10', '--reference', 'L-1'];
    const answered = await overturn(['answer', denialId, ...heard, '--format', 'table'], as(biller));
    expect(answered).toMatchObject({ code: 0, error: '' });
    expect(answered.out).toContain('wait for the payment, expected by 2026-12-10');
    expect(system.only().answers).toMatchObject([{ decision: 'overturned', channel: 'letter' }]);
  });

  test('tell what happened, and who did it', async () => {
    const { denialId } = await system.readyToApprove();
    const { out } = await overturn(['show', denialId, '--timeline', '--format', 'table'], as(auditor));
    expect(out).toContain('DenialOpened');
    expect(out).toContain(`DraftEdited              ready to approve       ${biller.name}`);
  });

  test('end with 1 and the reason when the API says no', async () => {
    const { denialId } = await system.readyToApprove();
    const ran = await overturn(['approve', denialId, '--sha256', 'f'.repeat(64)], as(biller));
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.error).toContain('[HASH_MISMATCH]');
  });

  test('redrive a file, and say before what that would load', async () => {
    await system.drop(Buffer.from('This is no remittance.'));
    const [file] = await system.remittances.listFiles(1);
    const sha256 = file?.fileSha256 ?? '';
    const redrive = ['redrive', sha256, '--reason', 'The reader was mended.', '--format', 'table'];
    const pump = setInterval(() => {
      for (const message of system.queue.again.splice(0)) {
        if ('previewAskedAt' in message) void previewAgain(message, system);
      }
    }, 50);
    const dry = await overturn([...redrive, '--dry-run'], as(admin)).finally(() => clearInterval(pump));
    expect(dry).toEqual({
      code: 0,
      out: 'Would load no remittance. Still cannot be read: 1 part.\n',
      error: '',
    });
    expect((await overturn(redrive, as(admin))).out).toContain('It is being loaded again.');
    expect(system.queue.again).toEqual([{ fileSha256: sha256, redrive: 1 }]);
    const refused = await overturn(redrive, as(biller));
    expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('[FORBIDDEN]') });
  });

  test('end with 2 when they are written wrongly', async () => {
    expect(await overturn(['approve', 'x'], as(biller))).toMatchObject({ code: 2, out: '' });
  });

  test('end with 3 when nobody is signed in, and when the gateway does not know the token', async () => {
    const nobody = await overturn(['queue']);
    expect(nobody).toMatchObject({
      code: 3,
      out: '',
      error: 'error: You are not signed in: overturn login.\n',
    });
    const forged = tokenOf(biller).replace('e30.', 'e31.');
    const stranger = await overturn(['queue'], { OVERTURN_URL: server.origin, OVERTURN_TOKEN: forged });
    expect(stranger.code).toBe(3);
  });

  test('end with 4 when the API cannot be reached', async () => {
    server.close();
    expect(await overturn(['queue'], as(biller))).toMatchObject({ code: 4, out: '' });
  });
});

describe('the session that login keeps', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const inFolder = { OVERTURN_CONFIG_DIR: '' };
  beforeEach(() => {
    inFolder.OVERTURN_CONFIG_DIR = folder;
    vi.stubEnv('OVERTURN_CONFIG_DIR', folder);
  });
  afterEach(() => vi.unstubAllEnvs());

  test('is readable by its owner only, even where another file stood there before', () => {
    writeFileSync(sessionFile(), '{}');
    chmodSync(sessionFile(), 0o644);
    keepSession('https://overturn.example', tokenOf(biller));
    expect(statSync(sessionFile()).mode & 0o777).toBe(0o600);
  });

  test('ends when the token says so', () => {
    keepSession('https://overturn.example', tokenOf(biller, new Date('2026-11-23T12:00:00Z')));
    expect(findSession(now, inFolder).kind).toBe('expired');
    keepSession('https://overturn.example', tokenOf(biller, new Date('2026-11-23T12:00:01Z')));
    expect(findSession(now, inFolder).kind).toBe('signed_in');
  });

  test('is nobody where the file is not one of ours', () => {
    writeFileSync(sessionFile(), '{"origin":1}');
    expect(findSession(now, inFolder).kind).toBe('signed_out');
  });
});
