import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PracticeId } from '../../functions/core/ids.ts';
import type { StoredAcknowledgement, StoredClaim } from '../../functions/ports/claim-store.ts';
import {
  claimAcknowledgementFile,
  claimFile,
  type Sending,
  type SentClaim,
  transactionAcknowledgementFile,
} from '../fixtures/claim-file.ts';
import { readClaims } from '../unit/claim/reading.ts';
import { type Stores, storeTargets } from './support/targets.ts';

const aFile = () => randomBytes(32).toString('hex');
const aNumber = () => randomUUID().slice(0, 12).toUpperCase();

function sent(claims: readonly SentClaim[], sending: Sending = {}, fileSha256 = aFile()): StoredClaim[] {
  return readClaims(claimFile(claims, sending)).claims.map((claim) => ({
    fileSha256,
    practiceId: '1555012347' as PracticeId,
    claim,
  }));
}

function acknowledged(bytes: Uint8Array, fileSha256 = aFile()): StoredAcknowledgement[] {
  return readClaims(bytes).acknowledgements.map((acknowledgement) => ({ fileSha256, acknowledgement }));
}

describe.for(storeTargets)('the claim store: $name', ({ skip, make }) => {
  let stores: Stores;
  beforeAll(async () => {
    if (!skip) stores = await make();
  });

  test.skipIf(skip)('stores claims any number of times and finds each once, under NPI and TIN', async () => {
    const { claims } = stores;
    const [id, other] = [aNumber(), aNumber()];
    const both = sent([{ id, dependent: true, otherPayerPaidCents: 100 }, { id: other }]);
    await claims.putClaims(both);
    await claims.putClaims(both);
    for (const numbers of [['1555012347'], ['991234567'], ['1555012347', '991234567']]) {
      expect(await claims.claimsOf(numbers, id)).toEqual(both.slice(0, 1));
    }
    expect(await claims.claimsOf(['1999999984'], id)).toEqual([]);
    expect(await claims.claimsOf(['1555012347'], aNumber())).toEqual([]);
    const { fileSha256 = '' } = both[0] ?? {};
    expect(await claims.storedSubmissions(fileSha256)).toEqual({
      claims: 2,
      chargeCents: 25_000,
      acknowledgements: 0,
    });
  });

  test.skipIf(skip)('says of many claims at once which were sent, under NPI or TIN', async () => {
    const { claims } = stores;
    const all = Array.from({ length: 130 }, aNumber);
    const some = all.filter((_, i) => i % 3 === 0);
    await claims.putClaims(sent(some.map((id) => ({ id }))));
    for (const payeeIds of [['1555012347'], ['1999999984', '991234567']]) {
      const told = await claims.wereSent(all.map((claimId) => ({ payeeIds, claimId })));
      expect(all.filter((_, i) => told[i])).toEqual(some);
    }
    expect(await claims.wereSent([{ payeeIds: ['1999999984'], claimId: some[0] ?? '' }])).toEqual([false]);
    expect(await claims.wereSent([])).toEqual([]);
  });

  test.skipIf(skip)('keeps every claim that was sent under one number', async () => {
    const { claims } = stores;
    const id = aNumber();
    const all = [...sent([{ id }]), ...sent([{ id, frequency: '7' }])];
    for (const claim of all) await claims.putClaims([claim]);
    const found = await claims.claimsOf(['1555012347'], id);
    expect(found.map(({ claim }) => claim.frequency).sort()).toEqual(['1', '7']);
  });

  test.skipIf(skip)('stores a claim of 999 lines, and one without a billing provider', async () => {
    const { claims } = stores;
    const [long, orphan] = [aNumber(), aNumber()];
    const lines = Array.from({ length: 999 }, () => ({ chargeCents: 100 }));
    await claims.putClaims([
      ...sent([{ id: long, lines }]),
      ...sent([{ id: orphan }], { npi: null, tin: null }),
    ]);
    expect((await claims.claimsOf(['991234567'], long))[0]?.claim.lines).toHaveLength(999);
    expect(await claims.claimsOf(['unknown'], orphan)).toHaveLength(1);
  });

  test.skipIf(skip)(
    'finds what was acknowledged of a claim, its submission and its transaction',
    async () => {
      const { claims } = stores;
      const id = aNumber();
      const reference = aNumber();
      const group = Math.floor(Number.parseInt(randomBytes(3).toString('hex'), 16)) + 1;
      const [stored] = sent([{ id }], { reference, group });
      if (stored === undefined) throw new Error('The fixture has one claim.');
      const named = acknowledged(claimAcknowledgementFile([{ id, status: 'A2:20' }], { reference }));
      const nameless = acknowledged(
        claimAcknowledgementFile([{ id, status: 'A7:1', action: 'U' }], { reference: 'X', npi: null }),
      );
      const ofTransaction = acknowledged(
        transactionAcknowledgementFile([{ transaction: '0001', code: 'A' }], { group }),
      );
      const ofOther = acknowledged(
        claimAcknowledgementFile([{ id: aNumber(), status: 'A2:20' }], { reference: 'Y' }),
      );
      await claims.putAcknowledgements([...named, ...nameless]);
      await claims.putAcknowledgements([...named, ...ofTransaction, ...ofOther]);
      const found = await claims.acknowledgementsOf(stored.claim);
      expect(found.map(({ acknowledgement: { kind, outcome } }) => `${kind} ${outcome}`).sort()).toEqual([
        'claim accepted',
        'claim rejected',
        'submission accepted',
        'transaction accepted',
      ]);
      expect(await claims.storedSubmissions(named[0]?.fileSha256 ?? '')).toMatchObject({
        acknowledgements: 2,
      });
    },
  );
});
