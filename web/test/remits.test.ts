import { expect, test } from 'vitest';
import { versionOf } from '../src/api/versioned.ts';
import { awaitsPreview } from '../src/remits/queries.ts';
import { uploadInWords } from '../src/remits/upload.ts';
import { differenceInWords, outcomeInWords } from '../src/remits/words.ts';

const loaded = {
  status: 'loaded',
  statusReason: 'Loaded: what is stored equals what was read.',
  remittances: 1,
  claims: 2,
  denials: 1,
  deniedCents: 19_000,
  claimsSent: 0,
  acknowledgements: 0,
} as const;

test('a file that is loaded says how much came of it', () => {
  expect(outcomeInWords(loaded)).toBe('Loaded: 1 remittance, 2 claims, 1 denial ($190.00).');
});

test('a file that came before posts nothing, and says so', () => {
  expect(outcomeInWords({ ...loaded, status: 'duplicate', statusReason: 'It came before.' })).toBe(
    'Already counted: $0.00 posted. It came before.',
  );
  const file = loaded as unknown as Parameters<typeof outcomeInWords>[0];
  expect(uploadInWords({ step: 'done', file: file as never, cameBefore: true })).toBe(
    'Already counted: $0.00 posted. The same bytes came before: loaded.',
  );
});

test('a quarantined file says why', () => {
  expect(outcomeInWords({ ...loaded, status: 'quarantined', statusReason: 'No ST segment.' })).toBe(
    'Quarantined. No ST segment.',
  );
});

test('a difference of nothing adds up, and a cent either way does not', () => {
  expect([0, 1, -1].map(differenceInWords)).toEqual(['Adds up', 'Paid too little', 'Paid too much']);
});

test('an older preview does not answer a newer question', () => {
  const preview = (askedAt: string) => ({ preview: { askedAt } }) as Parameters<typeof awaitsPreview>[0];
  expect(awaitsPreview(preview('2026-11-23T10:00:00Z'), '2026-11-23T10:00:05Z')).toBe(true);
  expect(awaitsPreview(preview('2026-11-23T10:00:05Z'), '2026-11-23T10:00:05Z')).toBe(false);
  expect(awaitsPreview({ preview: null }, null)).toBe(false);
});

test('the version of a record is the number in its ETag, weak or strong', () => {
  expect(['"3"', 'W/"12"', null].map(versionOf)).toEqual([3, 12, 0]);
});
