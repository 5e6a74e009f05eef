import { describe, expect, test } from 'vitest';
import type { StoredClaimPayment } from '../../../functions/ports/remittance-store.ts';
import { certainClaim, claimOnFile } from '../../../functions/use-cases/claim-on-file.ts';
import { StoredDiffersError } from '../../../functions/use-cases/finish-remittance.ts';
import { continueFile, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import {
  claimAcknowledgementFile,
  claimFile,
  transactionAcknowledgementFile,
} from '../../fixtures/claim-file.ts';
import { Crash, crashingAll, Fuse } from '../../fixtures/crashing.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const claims = claimFile([{ id: 'A1' }, { id: 'A2', lines: [{ chargeCents: 20_000 }] }]);
const accepted = claimAcknowledgementFile([
  { id: 'A1', status: 'A2:20', payerNumber: 'ICNA1' },
  { id: 'A2', status: 'A7:562:85', action: 'U', chargeCents: 20_000 },
]);
const understood = transactionAcknowledgementFile([{ transaction: '0001', code: 'A' }]);
const remittance = remittanceFile([{ claims: [deniedClaim('A1'), paidClaim('A2')] }]);

/** What is told of the claim that the payment of this number answers. */
async function onFile(system: MemorySystem, claimId: string) {
  const payment = system.remittances.payments().find((p) => p.claim.claimId === claimId);
  return claimOnFile(system, payment as StoredClaimPayment);
}

describe('claims that were sent', () => {
  test('are stored, counted in the ledger and archived', async () => {
    const system = new MemorySystem();
    expect(await system.drop(claims, 'claims.837')).toMatchObject({
      kind: 'loaded',
      file: { claimsSent: 2, claims: 0, warnings: [], statusReason: 'Loaded: 2 claims as sent.' },
    });
    const [stored] = system.claims.claims();
    expect(stored).toMatchObject({ practiceId: '1555012347', claim: { claimId: 'A1', ordinal: 1 } });
    expect(system.objects.list('archive')).toHaveLength(1);
  });

  test('with remittances and acknowledgements in one file are all loaded', async () => {
    const system = new MemorySystem();
    const result = await system.drop(bytesOf([claims, remittance, accepted].map(textOf).join('')));
    expect(result).toMatchObject({
      kind: 'loaded',
      file: {
        statusReason: 'Loaded: 1 remittance, 2 claims, 1 denial, 2 claims as sent, 3 acknowledgements.',
        warnings: [],
      },
    });
  });

  test('in hundreds of transactions are loaded without a word of warning', async () => {
    const system = new MemorySystem();
    const files = Array.from({ length: 250 }, (_, i) =>
      textOf(claimFile([{ id: `T${i}` }], { group: i + 1 })),
    );
    expect(await system.drop(bytesOf(files.join('')))).toMatchObject({
      kind: 'loaded',
      file: { claimsSent: 250, warnings: [] },
    });
  });

  test('in a transaction that breaks off are not stored, those of a whole one are', async () => {
    const system = new MemorySystem();
    const cut = claimFile([{ id: 'B1' }], { truncated: true, group: 2 });
    expect(await system.drop(bytesOf(textOf(claims) + textOf(cut)))).toMatchObject({
      kind: 'loaded_with_exceptions',
      file: { claimsSent: 2, exceptions: [{ code: 'truncated_transaction', ordinal: 2 }] },
    });
    expect(system.claims.claims().map(({ claim }) => claim.claimId)).toEqual(['A1', 'A2']);
    expect(system.objects.list('quarantine')).toHaveLength(1);
  });

  test('of which nothing is whole are quarantined with a reason', async () => {
    const system = new MemorySystem();
    expect(await system.drop(claimFile([{ id: 'B1' }], { truncated: true }))).toMatchObject({
      kind: 'quarantined',
      file: { statusReason: expect.stringContaining('cut off') },
    });
    expect(system.claims.claims()).toEqual([]);
  });

  test('are not called loaded while the store holds less than what was read', async () => {
    const system = new MemorySystem();
    const forgetful = new Proxy(system.claims, {
      get: (target, property) =>
        property === 'storedSubmissions'
          ? async () => ({ claims: 1, chargeCents: 0, acknowledgements: 0 })
          : Reflect.get(target, property).bind(target),
    });
    const deps = { ...system, claims: forgetful };
    await expect(receiveFile(await system.put(claims), deps)).rejects.toThrow(StoredDiffersError);
    expect((await system.remittances.listFiles(1))[0]?.status).toBe('reading');
  });

  test('go on by messages when time runs out, until each is stored once', async () => {
    const many = claimFile(Array.from({ length: 130 }, (_, i) => ({ id: `C${i}` })));
    const mixed = bytesOf(textOf(many) + textOf(remittance));
    const [system, unhurried] = [new MemorySystem(), new MemorySystem()];
    await unhurried.drop(mixed);
    system.timeLeftMs = () => 5_000;
    let result = await system.drop(mixed);
    let messages = 0;
    while (result.kind === 'continued') {
      const message = system.queue.messages[messages];
      messages += 1;
      if (message === undefined) throw new Error('It goes on without a message.');
      result = await continueFile(message, system);
    }
    expect(system.queue.messages.map(({ part, claim }) => [part, claim])).toEqual([
      [2, 51],
      [2, 101],
    ]);
    expect(result).toMatchObject({ kind: 'loaded', file: { claimsSent: 130, denials: 1 } });
    expect(system.claims.claims()).toEqual(unhurried.claims.claims());
    expect(system.contents()).toEqual(unhurried.contents());
  });

  test('and a crash after any effect, with the same event again, leaves what one run leaves', async () => {
    const mixed = bytesOf([claims, remittance, accepted].map(textOf).join(''));
    const undisturbed = new MemorySystem();
    await undisturbed.drop(mixed);
    const counted = new Fuse(Number.POSITIVE_INFINITY);
    const counting = new MemorySystem();
    await receiveFile(await counting.put(mixed), crashingAll(counting, counted));
    for (let after = 1; after <= counted.effects; after += 1) {
      const system = new MemorySystem();
      const object = await system.put(mixed);
      await expect(receiveFile(object, crashingAll(system, new Fuse(after)))).rejects.toThrow(Crash);
      await receiveFile(object, system);
      expect(system.claims.claims(), `effect ${after}`).toEqual(undisturbed.claims.claims());
      expect(system.claims.acknowledgements(), `effect ${after}`).toEqual(
        undisturbed.claims.acknowledgements(),
      );
      expect(system.contents(), `effect ${after}`).toEqual(undisturbed.contents());
    }
  });
});

describe('the claim that a payment answers', () => {
  const files = [claims, accepted, understood, remittance];
  const orders = files.flatMap((a, i) =>
    files.flatMap((b, j) =>
      files.flatMap((c, k) =>
        files.flatMap((d, l) => (new Set([i, j, k, l]).size === 4 ? [[a, b, c, d]] : [])),
      ),
    ),
  );

  test('is found with its acknowledgements in whatever order the four files came', async () => {
    const told = await Promise.all(
      orders.map(async (order) => {
        const system = new MemorySystem();
        for (const [i, bytes] of order.entries()) await system.drop(bytes, `file ${i}`);
        return [await onFile(system, 'A1'), await onFile(system, 'A2')];
      }),
    );
    expect(told).toHaveLength(24);
    for (const one of told) expect(one).toEqual(told[0]);
    expect(told[0]).toMatchObject([
      { joined: { score: 100, ambiguous: false }, acceptance: { outcome: 'accepted', on: '2026-10-07' } },
      { joined: { score: 100 }, acceptance: { outcome: 'rejected', by: { id: '87654' } } },
    ]);
    const first = told[0]?.[0];
    expect(first?.kind === 'joined' && first.acknowledgements.map(({ kind }) => kind)).toEqual([
      'transaction',
      'submission',
      'claim',
    ]);
  });

  test('is not on file while its 837 has not come', async () => {
    const system = new MemorySystem();
    await system.drop(remittance);
    await system.drop(accepted, 'ack');
    expect(await onFile(system, 'A1')).toEqual({ kind: 'not_on_file' });
  });

  test('is one claim when its 837 comes again in another envelope', async () => {
    const system = new MemorySystem();
    await system.drop(claims, 'first');
    await system.drop(claimFile([{ id: 'A1' }], { group: 44, lineEnd: '' }), 'second');
    await system.drop(remittance);
    expect(await onFile(system, 'A1')).toMatchObject({ joined: { ambiguous: false, others: [] } });
  });

  test('gives no fact to a letter while two different claims fit', async () => {
    const system = new MemorySystem();
    await system.drop(claims, 'first');
    await system.drop(
      claimFile([{ id: 'A1', diagnoses: ['I10'] }], { reference: 'BATCH2', group: 2 }),
      'second',
    );
    await system.drop(remittance);
    const found = await onFile(system, 'A1');
    expect(found).toMatchObject({ kind: 'joined', joined: { ambiguous: true } });
    expect(certainClaim(found)).toBeNull();
  });

  test('is found by its TIN where the remittance names no NPI', async () => {
    const system = new MemorySystem();
    await system.drop(claims);
    const byTin = textOf(remittance)
      .replace('*XX*1555012347', '')
      .replace('REF*TJ*991234567', 'REF*TJ*99-1234567');
    await system.drop(bytesOf(byTin), 'remittance');
    expect(await onFile(system, 'A1')).toMatchObject({ kind: 'joined' });
  });

  test('has an acknowledgement that names no provider', async () => {
    const system = new MemorySystem();
    await system.drop(claims);
    await system.drop(
      claimAcknowledgementFile([{ id: 'A1', status: 'A7:1', action: 'U' }], { npi: null }),
      'ack',
    );
    await system.drop(remittance, 'remittance');
    expect(await onFile(system, 'A1')).toMatchObject({ acceptance: { outcome: 'rejected' } });
  });
});
