import { expect, test } from 'vitest';
import { checkInWords, whyNotSent } from '../src/documents/sending.ts';

const check = {
  sha256: 'ab',
  state: 'accepted',
  reason: null,
  why: null,
  remedy: null,
  pageCount: 3,
  removed: ['links', 'notes'],
} as const;
type Check = Parameters<typeof checkInWords>[0];
const words = (changed: Partial<Check>) =>
  checkInWords({ ...check, removed: [...check.removed], ...changed });

test('an accepted document says its pages and what was taken off', () => {
  expect(words({})).toBe('Accepted, 3 pages. Taken off: links, notes.');
  expect(words({ pageCount: 1, removed: [] })).toBe('Accepted, 1 page.');
});

test('a refused document says why and what to do', () => {
  expect(words({ state: 'refused', why: 'It needs a password.', remedy: 'Save it without one.' })).toBe(
    'Refused: It needs a password. Save it without one.',
  );
});

test('a check that broke down asks for the file once more', () => {
  expect(words({ state: 'not_checked' })).toContain('upload it once more');
});

test('what no payer takes is not even sent', () => {
  expect(whyNotSent({ size: 0, type: 'application/pdf' })).toBe('The file is empty.');
  expect(whyNotSent({ size: 10, type: 'image/tiff' })).toContain('Save it as a PDF');
  expect(whyNotSent({ size: 26_214_401, type: 'application/pdf' })).toContain('25 MB');
  expect(whyNotSent({ size: 26_214_400, type: 'image/png' })).toBeNull();
});
