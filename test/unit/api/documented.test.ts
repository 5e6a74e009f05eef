import { describe, expect, test } from 'vitest';
import { assertDocumented } from '../../fixtures/documented-answer.ts';

const me = {
  userId: 'u1',
  name: 'Ana',
  role: 'biller',
  practices: ['*'],
  organisation: null,
  asOf: '2026-11-23',
  actions: [{ id: 'take', allowed: true, reason: null }],
};
const answered = (status: number, body: object) => () =>
  assertDocumented({ method: 'GET', path: '/api/me', status, body });
const refused = (status: number, code: string) =>
  answered(status, { type: `urn:overturn:problem:${code}`, status, code, title: 'No.' });

describe('an answer is held to its operation', () => {
  test('as it is written down', () => {
    expect(answered(200, me)).not.toThrow();
    expect(refused(403, 'NO_ACCOUNT')).not.toThrow();
  });
  test('and refused with a field more', () => {
    expect(answered(200, { ...me, email: 'ana@example.org' })).toThrow('email');
  });
  test('with a field less', () => {
    const { asOf, ...less } = me;
    expect(answered(200, less)).toThrow('asOf');
  });
  test('with another status', () => {
    expect(answered(201, me)).toThrow('the operation gives 200');
  });
  test('with a problem of other operations', () => {
    expect(refused(409, 'HASH_MISMATCH')).toThrow('not among');
  });
  test('with a code that goes with another status, or that nobody knows', () => {
    expect(refused(404, 'NO_ACCOUNT')).toThrow('another status');
    expect(refused(403, 'SOMETHING')).toThrow('unknown');
  });
});
