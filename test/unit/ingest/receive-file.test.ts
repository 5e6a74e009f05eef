import { describe, expect, test } from 'vitest';
import { MemoryRemittanceStore } from '../../../functions/adapters/memory/remittance-store.ts';
import { StoredDiffersError } from '../../../functions/use-cases/finish-remittance.ts';
import { continueFile, type ReceiveDeps, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const mixed = [{ claims: [deniedClaim('A1'), paidClaim('A2'), paidClaim('A3'), deniedClaim('A4', 30_000)] }];

/** Files in the archive, which also holds decision facts. */
function filesIn({ objects }: MemorySystem) {
  return objects.list('archive').filter(({ key }) => !key.startsWith('facts/'));
}

describe('a file that is read', () => {
  test('stores every claim payment and opens a denial for the denied ones', async () => {
    const system = new MemorySystem();
    const result = await system.drop(remittanceFile(mixed));
    expect(result).toMatchObject({
      kind: 'loaded',
      file: { remittances: 1, claims: 4, denials: 2, deniedCents: 42_500 },
    });
    expect(system.remittances.payments().map((p) => p.claim.claimId)).toEqual(
      expect.arrayContaining(['A1', 'A2', 'A3', 'A4']),
    );
    expect(system.denials.all().map((d) => d.claimId)).toEqual(expect.arrayContaining(['A1', 'A4']));
    expect(system.denials.all()).toHaveLength(2);
  });

  test('is said to be loaded in words', async () => {
    const result = await new MemorySystem().drop(remittanceFile(mixed));
    expect(result).toMatchObject({ file: { statusReason: 'Loaded: 1 remittance, 4 claims, 2 denials.' } });
  });

  test('that is dated after the day it came is loaded with a warning', async () => {
    const dates = { producedOn: '20270104', paidOn: '20270105' };
    const result = await new MemorySystem().drop(remittanceFile([{ ...mixed[0], ...dates }]));
    expect(result).toMatchObject({ kind: 'loaded', file: { denials: 2 } });
    expect('file' in result && result.file.warnings).toEqual([
      expect.objectContaining({
        code: 'dated_ahead',
        message:
          'The remittance is dated 2027-01-04 (DTM*405) and 2027-01-05 (BPR16), after the day it came: no clock is counted from there.',
        ordinal: 1,
      }),
    ]);
  });

  test('is archived under its hash, never under its own name', async () => {
    const system = new MemorySystem();
    const result = await system.drop(remittanceFile(mixed), 'SMITH JOHN.835');
    const [archived] = filesIn(system);
    expect(archived?.key).toBe('file' in result ? result.file.fileSha256 : '');
    expect(system.objects.list('quarantine')).toEqual([]);
  });

  test('leaves stored cents and claims equal to what was read', async () => {
    const system = new MemorySystem();
    await system.drop(remittanceFile(mixed));
    const [remittance] = await system.remittances.listRemittances('1555012347', 10);
    expect(remittance).toMatchObject({
      status: 'loaded',
      storedClaims: remittance?.trailer.claimCount,
      storedPaidCents: remittance?.trailer.paidCents,
    });
    expect(remittance?.storedPaidCents).toBe(30_000);
  });

  test('is not called loaded while the store holds less than what was read', async () => {
    const system = new MemorySystem();
    const object = await system.put(remittanceFile(mixed));
    class Forgetful extends MemoryRemittanceStore {
      override async storedTotals() {
        return { claims: 3, paidCents: 30_000, denials: 2, deniedCents: 42_500 };
      }
    }
    const remittances = new Forgetful();
    const forgetful = { ...system, remittances };
    await expect(receiveFile(object, forgetful)).rejects.toThrow(StoredDiffersError);
    const [remittance] = await remittances.listRemittances('1555012347', 1);
    expect(remittance?.status).toBe('loading');
    expect((await remittances.listFiles(1))[0]?.status).toBe('reading');
  });

  test('sets a file aside that every try would fail on, and says so', async () => {
    const system = new MemorySystem();
    system.mayPass = () => false;
    const object = await system.put(remittanceFile([{ claims: [deniedClaim('C1')], trace: 'T1' }]));
    const result = await receiveFile(
      object,
      failing(system, new RangeError('Maximum call stack size exceeded')),
    );
    expect(result.kind).toBe('set_aside');
    const [file] = await system.remittances.listFiles(1);
    expect(file).toMatchObject({ status: 'quarantined', exceptions: [{ code: 'processing_failed' }] });
    expect(file?.statusReason).toContain('tell the operator');
  });

  test('leaves a file that a later try may load as being read', async () => {
    const system = new MemorySystem();
    const object = await system.put(remittanceFile([{ claims: [deniedClaim('C1')], trace: 'T1' }]));
    await expect(receiveFile(object, failing(system, new Error('the table is busy')))).rejects.toThrow(
      'busy',
    );
    expect((await system.remittances.listFiles(1))[0]?.status).toBe('reading');
  });

  test('gives each denial its dates, its first event and the message that starts its execution', async () => {
    const system = new MemorySystem();
    const denial = await system.openDenial();
    expect(denial).toMatchObject({
      state: 'needs_review',
      version: 1,
      sendBy: '2027-04-20',
      wakeOn: '2026-11-10',
      noticeOn: '2026-11-02',
      practiceId: '1555012347',
    });
    const events = await system.denials.events(denial.denialId);
    expect(events.map((e) => e.type)).toEqual(['DenialOpened']);
    expect(system.denials.outbox().map((p) => p.message.kind)).toEqual(['start']);
  });

  test.each(['with spaces.835', 'a+b%20c.835', 'übermittlung-é-漢.835', 'deep/er/name.835'])(
    'may be called %s',
    async (key) => {
      expect(await new MemorySystem().drop(remittanceFile(mixed), key)).toMatchObject({ kind: 'loaded' });
    },
  );

  test('may hold the same remittance twice: the second is nothing new', async () => {
    const system = new MemorySystem();
    const one = { claims: [deniedClaim('A1')], trace: 'T1' };
    const result = await system.drop(remittanceFile([one, one]));
    expect(result).toMatchObject({ kind: 'loaded', file: { remittances: 1, claims: 1 } });
    expect(system.denials.all()).toHaveLength(1);
  });
});

describe('a file that comes again', () => {
  test('is a duplicate, is listed as one and changes nothing', async () => {
    const system = new MemorySystem();
    await system.drop(remittanceFile(mixed));
    const before = system.contents();
    const again = await system.drop(remittanceFile(mixed), 'another name.835');
    expect(again).toMatchObject({ kind: 'duplicate' });
    expect(system.contents()).toEqual(before);
    const listed = await system.remittances.listFiles(10);
    expect(listed.map((f) => f.status).sort()).toEqual(['duplicate', 'loaded']);
  });

  test('by a second delivery of the same event is not even listed again', async () => {
    const system = new MemorySystem();
    const object = await system.put(remittanceFile(mixed));
    await receiveFile(object, system);
    expect(await receiveFile(object, system)).toMatchObject({ kind: 'done_before' });
    expect(await system.remittances.listFiles(10)).toHaveLength(1);
  });

  test('in a new envelope opens nothing new and says so', async () => {
    const system = new MemorySystem();
    await system.drop(remittanceFile(mixed));
    const before = system.contents();
    const again = await system.drop(remittanceFile(mixed, { interchange: 77, lineEnd: '' }));
    expect(again).toMatchObject({
      kind: 'duplicate',
      file: { claims: 0, statusReason: 'Loaded once already, and not again: 1 remittance.' },
    });
    expect(system.contents()).toEqual(before);
  });

  test('together with another one, in either order, gives the same denials and the same money', async () => {
    const first = { claims: [deniedClaim('A1'), paidClaim('A2')], trace: 'T1' };
    const second = { claims: [deniedClaim('B1')], trace: 'T2' };
    const [forward, backward] = [new MemorySystem(), new MemorySystem()];
    await forward.drop(remittanceFile([first]));
    await forward.drop(remittanceFile([second, first], { interchange: 2 }));
    await backward.drop(remittanceFile([second, first], { interchange: 2 }));
    await backward.drop(remittanceFile([first]));
    const withoutPlace = (system: MemorySystem) =>
      JSON.stringify(system.contents(), (key, value) =>
        // Where in its file a remittance stood is not part of what it says.
        ['ordinal', 'byteStart', 'byteEnd', 'transaction', 'lastEventHash'].includes(key) ? undefined : value,
      );
    expect(withoutPlace(forward)).toBe(withoutPlace(backward));
  });

  test('at the same moment as itself is loaded once', async () => {
    const system = new MemorySystem();
    await Promise.all([system.drop(remittanceFile(mixed), 'a'), system.drop(remittanceFile(mixed), 'b')]);
    expect(system.denials.all()).toHaveLength(2);
    expect(system.remittances.payments()).toHaveLength(4);
  });
});

describe('a remittance with the identity of another', () => {
  test('but other content is held and shown, and not loaded', async () => {
    const system = new MemorySystem();
    await system.drop(remittanceFile([{ claims: [paidClaim('A1')], trace: 'SAME' }]));
    const result = await system.drop(remittanceFile([{ claims: [paidClaim('B9')], trace: 'SAME' }]));
    expect(result).toMatchObject({
      kind: 'loaded_with_exceptions',
      file: { claims: 0, exceptions: [{ code: 'identity_conflict', ordinal: 1 }] },
    });
    expect(system.remittances.payments().map((p) => p.claim.claimId)).toEqual(['A1']);
  });

  test('is loaded and flagged where no money moved', async () => {
    const system = new MemorySystem();
    await system.drop(remittanceFile([{ claims: [deniedClaim('A1')], trace: 'SAME' }]));
    const result = await system.drop(remittanceFile([{ claims: [deniedClaim('B9')], trace: 'SAME' }]));
    expect(result).toMatchObject({ kind: 'loaded', file: { warnings: [{ code: 'shared_identity' }] } });
    expect(system.denials.all()).toHaveLength(2);
  });
});

describe('a file that is not read', () => {
  test.each([
    ['an empty one', bytesOf('')],
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n')],
    ['a remittance that breaks off', remittanceFile([{ claims: [deniedClaim('A1')], truncated: true }])],
  ])('%s is quarantined with a reason', async (_name, bytes) => {
    const system = new MemorySystem();
    const result = await system.drop(bytes);
    expect(result).toMatchObject({ kind: 'quarantined' });
    expect('file' in result && result.file.statusReason.length).toBeGreaterThan(20);
    expect(system.objects.list('quarantine')).toHaveLength(1);
    expect(system.remittances.payments()).toEqual([]);
  });

  test('is archived where it is a transaction that nothing here reads', async () => {
    const system = new MemorySystem();
    const inquiry = new TextDecoder()
      .decode(remittanceFile([{}]))
      .replaceAll('ST*835*', 'ST*270*')
      .replace('GS*HP*', 'GS*HS*');
    expect(await system.drop(bytesOf(inquiry))).toMatchObject({
      kind: 'not_read_yet',
      file: { statusReason: expect.stringMatching(/^Archived, but not read: This is a 270 transaction/) },
    });
    expect(filesIn(system)).toHaveLength(1);
    expect(system.objects.list('quarantine')).toEqual([]);
  });

  test('in part is loaded as far as it is whole, and quarantined as well', async () => {
    const system = new MemorySystem();
    const result = await system.drop(
      remittanceFile([
        { claims: [deniedClaim('A1')], trace: 'T1' },
        { claims: [deniedClaim('B1')], trace: 'T2', truncated: true },
        { claims: [deniedClaim('C1')], trace: 'T3' },
      ]),
    );
    expect(result).toMatchObject({ kind: 'loaded_with_exceptions', file: { remittances: 2, claims: 2 } });
    expect(
      system.denials
        .all()
        .map((d) => d.claimId)
        .sort(),
    ).toEqual(['A1', 'C1']);
    expect(system.objects.list('quarantine')).toHaveLength(1);
    expect(filesIn(system)).toHaveLength(1);
  });
});

describe('a load that runs out of time', () => {
  const claims = Array.from({ length: 180 }, (_, i) =>
    i % 3 === 0 ? deniedClaim(`C${i}`) : paidClaim(`C${i}`),
  );
  const long = remittanceFile([
    { claims: claims.slice(0, 90), trace: 'T1' },
    { claims: claims.slice(90), trace: 'T2' },
  ]);

  test('goes on by messages until everything is stored once', async () => {
    const [system, unhurried] = [new MemorySystem(), new MemorySystem()];
    await unhurried.drop(long);
    system.timeLeftMs = () => 5_000;
    let result = await system.drop(long);
    let messages = 0;
    while (result.kind === 'continued') {
      const message = system.queue.messages[messages];
      messages += 1;
      expect(message).toBeDefined();
      if (message === undefined) break;
      result = await continueFile(message, system);
    }
    expect(messages).toBeGreaterThanOrEqual(2);
    expect(result).toMatchObject({ kind: 'loaded', file: { remittances: 2, claims: 180, denials: 60 } });
    expect(system.contents()).toEqual(unhurried.contents());
  });

  test('says in its message where it stopped, by numbers only', async () => {
    const system = new MemorySystem();
    system.timeLeftMs = () => 5_000;
    await system.drop(long);
    expect(system.queue.messages).toEqual([
      { fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/), part: 1, transaction: 1, claim: 51 },
    ]);
  });

  test('is not begun anew by a message that comes late', async () => {
    const system = new MemorySystem();
    const result = await system.drop(long);
    const fileSha256 = 'file' in result ? result.file.fileSha256 : '';
    const late = await continueFile({ fileSha256, part: 1, transaction: 1, claim: 51 }, system);
    expect(late).toEqual({ kind: 'done_before', fileSha256 });
  });
});

/** The system, with decisions that fail. */
function failing(system: MemorySystem, failure: Error): ReceiveDeps {
  const assess = () => {
    throw failure;
  };
  return { ...system, assess };
}
