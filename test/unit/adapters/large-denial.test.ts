import { expect, test } from 'vitest';
import { denialOf, metaItem } from '../../../functions/adapters/dynamodb/denial-items.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';

test('a denial with thousands of reasons is stored within what the database takes, and read back whole', async () => {
  const denial = await new MemorySystem().openDenial();
  const reason = { group: 'CO', carc: '16', remarks: ['M51', 'N350', 'MA130'], amountCents: 100, line: 1 };
  const large: Denial = {
    ...denial,
    decision: { ...denial.decision, reasons: Array.from({ length: 6_000 }, () => reason) },
  };
  const item = metaItem(large);
  expect(item.packedDenial).toBeInstanceOf(Uint8Array);
  expect((item.packedDenial as Uint8Array).byteLength).toBeLessThan(100_000);
  expect(denialOf(item)).toEqual(large);
});

test('an ordinary denial is stored as fields that a person can read', async () => {
  const denial = await new MemorySystem().openDenial();
  expect(metaItem(denial).denial).toEqual(denial);
});
