import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { mayPass } from '../../../functions/adapters/may-pass.ts';

const named = (name: string, fields: object = {}) => Object.assign(new Error('x'), { name }, fields);

describe('a failure is tried again', () => {
  test.each([
    ['a throttled table', named('ProvisionedThroughputExceededException')],
    ['a lost connection', named('Error', { code: 'ECONNRESET' })],
    ['a load that differs from what is stored', named('StoredDiffersError', { code: 'DEN-3002' })],
    [
      'a transaction that another one got in the way of',
      named('TransactionCanceledException', { CancellationReasons: [{ Code: 'TransactionConflict' }] }),
    ],
  ])('after %s', (_what, error) => expect(mayPass(error)).toBe(true));
});

describe('a failure is final', () => {
  test.each([
    ['a fault of the code', new RangeError('Maximum call stack size exceeded')],
    ['a record of another shape', z.string().safeParse(1).error],
    ['an item that the database refuses', named('ValidationException')],
    [
      'a transaction with such an item',
      named('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
      }),
    ],
    ['something thrown that is no error', 'oops'],
  ])('after %s', (_what, error) => expect(mayPass(error)).toBe(false));
});
