import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { filePosition } from '../../functions/core/remittance/ledger-position.ts';
import type { LedgerFile } from '../../functions/ports/remittance-store.ts';
import { assessedRemittance } from '../fixtures/opened-denial.ts';
import { deniedClaim, paidClaim } from '../fixtures/remittance-file.ts';
import { type Stores, storeTargets } from './support/targets.ts';

function newFile(receivedAt = '2026-11-10T12:00:00.000Z'): LedgerFile {
  return {
    fileSha256: randomBytes(32).toString('hex'),
    bucket: 'inbox',
    objectKey: 'remittance é.835',
    objectVersionId: 'v1',
    byteLength: 100,
    receivedAt,
    status: 'reading',
    statusReason: 'Being read.',
    archiveKey: null,
    exceptions: [],
    warnings: [{ code: 'c', message: 'm', transaction: '0001', ordinal: 1, segment: 2, byteOffset: 3 }],
    remittances: 0,
    claims: 0,
    denials: 0,
    deniedCents: 0,
    claimsSent: 0,
    acknowledgements: 0,
  };
}

describe.for(storeTargets)('the remittance store: $name', ({ skip, make }) => {
  let stores: Stores;
  beforeAll(async () => {
    if (!skip) stores = await make();
  });

  test.skipIf(skip)('registers a file by its content, once', async () => {
    const { remittances } = stores;
    const file = newFile();
    expect(await remittances.registerFile(file)).toBe('new');
    const again = { ...file, objectKey: 'another.835', objectVersionId: 'v2' };
    expect(await remittances.registerFile(again)).toEqual({ known: file });
    const loaded: LedgerFile = { ...file, status: 'loaded', statusReason: 'Loaded.' };
    await remittances.updateFile(loaded);
    expect(await remittances.readFile(file.fileSha256)).toEqual(loaded);
    expect(await remittances.readFile('f'.repeat(64))).toBeNull();
  });

  test.skipIf(skip)('lets one of two redrives begin, and keeps each', async () => {
    const { remittances } = stores;
    const file: LedgerFile = { ...newFile(), status: 'quarantined' };
    const { receivedAt: at } = file;
    const redrive = { at, by: 'admin', reason: 'Mended.', statusBefore: file.status };
    const once: LedgerFile = { ...file, status: 'reading', redrives: [redrive] };
    expect(await remittances.startRedrive(once)).toBe(false);
    await remittances.registerFile(file);
    expect(await remittances.startRedrive(once)).toBe(true);
    expect(await remittances.startRedrive(once)).toBe(false);
    const source = { bucket: 'quarantine', key: file.fileSha256, versionId: 'v2' } as const;
    await remittances.updateFile({ ...once, source });
    const twice: LedgerFile = { ...once, source, redrives: [redrive, redrive] };
    expect(await remittances.startRedrive(twice)).toBe(true);
    expect(await remittances.readFile(file.fileSha256)).toEqual(twice);
  });

  test.skipIf(skip)('keeps the newest dry run beside the file', async () => {
    const { remittances } = stores;
    const { fileSha256, receivedAt } = newFile();
    expect(await remittances.readPreview(fileSha256)).toBeNull();
    const found = { remittances: 1, claims: 2, loadedBefore: 3, held: 0, claimTransactions: 0, notRead: 0 };
    const preview = { askedAt: receivedAt, madeAt: receivedAt, ...found, sentence: 'Would load.' };
    await remittances.keepPreview(fileSha256, { ...preview, claims: 9 });
    await remittances.keepPreview(fileSha256, preview);
    expect(await remittances.readPreview(fileSha256)).toEqual(preview);
  });

  test.skipIf(skip)('releases a remittance that is held, once', async () => {
    const { remittances } = stores;
    const { ledger } = assessedRemittance([paidClaim('H1')]);
    const released = { at: '2026-11-10T12:00:00.000Z', by: 'supervisor', reason: 'Two payments.' };
    expect(await remittances.recordRelease({ ...ledger, released })).toBe(false);
    await remittances.updateRemittance({ ...ledger, status: 'conflict' });
    expect(await remittances.recordRelease({ ...ledger, released })).toBe(true);
    expect(await remittances.recordRelease({ ...ledger, released })).toBe(false);
    expect(await remittances.readRemittance(ledger.remittanceId)).toEqual({ ...ledger, released });
  });

  test.skipIf(skip)('lists files newest first, with copies beside them, each copy once', async () => {
    const { remittances } = stores;
    const old = newFile('2031-01-01T00:00:00.000Z');
    const young = newFile('2031-01-02T00:00:00.000Z');
    const copy: LedgerFile = {
      ...old,
      objectVersionId: 'v9',
      status: 'duplicate',
      receivedAt: '2031-01-03T00:00:00.000Z',
    };
    await remittances.registerFile(old);
    await remittances.registerFile(young);
    await remittances.recordCopy(copy);
    await remittances.recordCopy({ ...copy, receivedAt: '2031-01-04T00:00:00.000Z' });
    expect((await remittances.listFiles(3)).slice(0, 3)).toEqual([copy, young, old]);
    expect(await remittances.listFiles(2, filePosition(copy))).toEqual([young, old]);
    expect(await remittances.readFile(old.fileSha256)).toEqual(old);
  });

  test.skipIf(skip)('gives the claims of a remittance in its order, some at a time', async () => {
    const { remittances } = stores;
    const { ledger, payments } = assessedRemittance(['A1', 'A2', 'A3'].map((id) => paidClaim(id)));
    await remittances.putClaimPayments(payments.toReversed());
    const { remittanceId } = ledger;
    const ordinals = async (after: number, limit: number) =>
      (await remittances.claimPaymentsOfRemittance(remittanceId, { after, limit })).map(
        ({ claim }) => claim.ordinal,
      );
    expect(await ordinals(0, 2)).toEqual([1, 2]);
    expect(await ordinals(2, 2)).toEqual([3]);
    expect(await ordinals(3, 2)).toEqual([]);
  });

  test.skipIf(skip)('tells a new remittance from one cut off, one loaded, and one in conflict', async () => {
    const { remittances } = stores;
    const { ledger } = assessedRemittance([paidClaim('A1')]);
    expect(await remittances.registerRemittance(ledger)).toEqual({ kind: 'new', remittance: ledger });
    expect(await remittances.registerRemittance(ledger)).toEqual({ kind: 'resume', remittance: ledger });
    const loaded = { ...ledger, status: 'loaded', loadedAt: '2026-11-10T12:00:01.000Z' } as const;
    await remittances.updateRemittance(loaded);
    expect(await remittances.registerRemittance(ledger)).toEqual({ kind: 'repeat', remittance: loaded });

    const { ledger: other } = assessedRemittance([paidClaim('B1')], { trace: ledger.header.traceNumber });
    const held = { ...other, status: 'conflict', sharesIdentityWith: ledger.remittanceId } as const;
    expect(await remittances.registerRemittance(other)).toEqual({ kind: 'conflict', remittance: held });
    expect(await remittances.registerRemittance(other)).toEqual({ kind: 'conflict', remittance: held });
  });

  test.skipIf(skip)('lists every practice that a remittance named, each once', async () => {
    const { remittances } = stores;
    const { ledger } = assessedRemittance([paidClaim('A1')]);
    const { ledger: second } = assessedRemittance([paidClaim('B1')]);
    await remittances.registerRemittance(ledger);
    await remittances.registerRemittance({ ...second, practiceId: 'OTHER' as typeof second.practiceId });
    const practices = await remittances.listPractices();
    expect(practices).toContain(ledger.practiceId);
    expect(practices).toContain('OTHER');
    expect(new Set(practices).size).toBe(practices.length);
  });

  test.skipIf(skip)('lists each payer once, as remittances name it', async () => {
    const { remittances } = stores;
    const { ledger } = assessedRemittance([paidClaim('B2')]);
    const { header } = ledger;
    const payer = { ...header.payer, id: 'SEEN', name: 'SEEN ONCE' };
    await remittances.registerRemittance({ ...ledger, header: { ...header, payer } });
    await remittances.registerRemittance({ ...ledger, header: { ...header, payer } });
    const seen = (await remittances.listPayers()).filter(({ id }) => id === 'SEEN');
    expect(seen).toEqual([{ id: 'SEEN', name: 'SEEN ONCE' }]);
  });

  test.skipIf(skip)('lets remittances without payment share a trace number, and says so', async () => {
    const { remittances } = stores;
    const { ledger } = assessedRemittance([deniedClaim('A1')]);
    const { ledger: other } = assessedRemittance([deniedClaim('B1')], { trace: ledger.header.traceNumber });
    await remittances.registerRemittance(ledger);
    const flagged = { ...other, sharesIdentityWith: ledger.remittanceId };
    expect(await remittances.registerRemittance(other)).toEqual({ kind: 'new', remittance: flagged });
    expect(await remittances.registerRemittance(other)).toEqual({ kind: 'resume', remittance: flagged });
  });

  test.skipIf(skip)('gives the identity to one of two that come at the same moment', async () => {
    const { ledger } = assessedRemittance([paidClaim('A1')]);
    const { ledger: other } = assessedRemittance([paidClaim('B1')], { trace: ledger.header.traceNumber });
    const results = await Promise.all([
      stores.remittances.registerRemittance(ledger),
      stores.remittances.registerRemittance(other),
    ]);
    expect(results.map((r) => r.kind).sort()).toEqual(['conflict', 'new']);
  });

  test.skipIf(skip)('stores claim payments any number of times and counts each once', async () => {
    const { remittances, denials } = stores;
    const claims = Array.from({ length: 30 }, (_, i) => paidClaim(`P${i}`));
    const { ledger, payments, openings } = assessedRemittance([deniedClaim('D1'), ...claims]);
    await remittances.putClaimPayments(payments.slice(1));
    await remittances.putClaimPayments(payments.slice(1));
    for (const opening of openings) await denials.open(opening);
    expect(await remittances.storedTotals(ledger.remittanceId)).toEqual({
      claims: 31,
      paidCents: 30 * 15_000,
      denials: 1,
      deniedCents: 12_500,
    });
    const stored = payments[7];
    if (stored === undefined) throw new Error('The fixture has 31 claims.');
    const { payeeId, claim, remittanceId } = stored;
    expect(await remittances.readClaimPayment(payeeId, claim.claimId, remittanceId, claim.ordinal)).toEqual(
      stored,
    );
    expect(await remittances.readClaimPayment(payeeId, 'nobody', remittanceId, 1)).toBeNull();
  });

  test.skipIf(skip)('finds every payment of a claim, and the claims of a payer’s number', async () => {
    const { remittances } = stores;
    const id = randomBytes(6).toString('hex').toUpperCase();
    const original = assessedRemittance([paidClaim(id), paidClaim(`${id}X`)]).payments;
    const later = assessedRemittance([
      paidClaim(id),
      { ...paidClaim(`${id}Y`), original: `ICN${id}` },
    ]).payments;
    await remittances.putClaimPayments([...original, ...later]);
    const [{ payeeId }] = original as [(typeof original)[0]];
    const found = await remittances.claimPaymentsOf(payeeId, id);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([original[0], later[0]]));
    expect([...(await remittances.claimIdsOf(payeeId, `ICN${id}`))].sort()).toEqual([id, `${id}Y`]);
    expect(await remittances.claimIdsOf(payeeId, 'nobody')).toEqual([]);
    expect(await remittances.claimPaymentsOf('another payee', id)).toEqual([]);
  });

  test.skipIf(skip)(
    'says which payments are the first under all their numbers, once and for all',
    async () => {
      const { remittances } = stores;
      const id = randomBytes(6).toString('hex').toUpperCase();
      const stored = async (...claims: Parameters<typeof assessedRemittance>[0] & object) => {
        const { payments } = assessedRemittance(claims);
        await remittances.putClaimPayments(payments);
        return payments;
      };
      const firstsOf = async (...claims: Parameters<typeof assessedRemittance>[0] & object) =>
        (await remittances.firstsOf(await stored(...claims))).map(({ claim }) => claim.claimId);
      const many = Array.from({ length: 120 }, (_, i) => paidClaim(`${id}M${i}`));
      expect(await firstsOf(...many)).toEqual(many.map((claim) => claim.id));
      expect(await firstsOf(...many)).toEqual([]);
      // Together: one that was there, one that names it, two of one number, and one that is new.
      const together = [
        paidClaim(`${id}M7`),
        { ...paidClaim(`${id}A`), original: `ICN${id}M3` },
        { ...paidClaim(`${id}B`), number: `${id}N` },
        { ...paidClaim(`${id}C`), number: `${id}N` },
        paidClaim(`${id}D`),
      ];
      expect(await firstsOf(...together)).toEqual([`${id}D`]);
      // What was not the first has taken its other numbers all the same.
      expect(await firstsOf(paidClaim(`${id}A`))).toEqual([]);
      expect(await firstsOf({ ...paidClaim(`${id}E`), number: `${id}N` })).toEqual([]);
      expect(await firstsOf({ ...paidClaim('0'), number: '' })).toEqual(['0']);
    },
  );

  test.skipIf(skip)('lets at most one of many that ask at once be the first', async () => {
    const { remittances } = stores;
    const id = randomBytes(6).toString('hex').toUpperCase();
    const rivals = Array.from({ length: 12 }, (_, i) => {
      const fresh = Array.from({ length: 5 }, (_unused, k) => paidClaim(`${id}R${i}F${k}`));
      return assessedRemittance([paidClaim(`${id}R`), ...fresh]).payments;
    });
    for (const payments of rivals) await remittances.putClaimPayments(payments);
    const firsts = (await Promise.all(rivals.map((payments) => remittances.firstsOf(payments)))).flat();
    expect(firsts.filter(({ claim }) => claim.claimId === `${id}R`).length).toBeLessThanOrEqual(1);
    expect(firsts.filter(({ claim }) => claim.claimId !== `${id}R`)).toHaveLength(60);
  });

  test.skipIf(skip)('stores a claim of 999 lines and a claim with an absurd id', async () => {
    const { remittances } = stores;
    const { payments } = assessedRemittance([paidClaim('A1')]);
    const [payment] = payments;
    const line = payment?.claim.lines[0];
    if (payment === undefined || line === undefined)
      throw new Error('The fixture has one claim of one line.');
    const lines = Array.from({ length: 999 }, (_, i) => ({ ...line, ordinal: i + 1 }));
    const claim = { ...payment.claim, lines, claimId: 'X'.repeat(5_000) };
    await remittances.putClaimPayments([{ ...payment, claim }]);
    const read = await remittances.readClaimPayment(payment.payeeId, claim.claimId, payment.remittanceId, 1);
    expect(read?.claim.lines).toHaveLength(999);
  });
});
