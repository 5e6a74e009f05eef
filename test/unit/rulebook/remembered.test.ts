import { describe, expect, it } from 'vitest';
import { type Part, Remembered } from '../../../functions/core/rulebook/remembered.ts';

const answer = (parts: readonly Part[]) => ({ parts });

describe('an answer', () => {
  it('is made once for the same parts', () => {
    const remembered = new Remembered<object>();
    const first = remembered.answerTo(['CO', 1, true], () => answer([]));

    expect(remembered.answerTo(['CO', 1, true], () => answer([]))).toBe(first);
  });

  it.each([
    [['1'], [1]],
    [['CO', '16'], ['CO16']],
    [['CO'], ['CO', undefined]],
    [[null], [undefined]],
    [[{}], [{}]],
    [
      [1, 'a', 0],
      [0, 1, 'a'],
    ],
  ])('to %j is another than that to %j', (one, other) => {
    const remembered = new Remembered<object>();
    const first = remembered.answerTo(one, () => answer(one));

    expect(remembered.answerTo(other, () => answer(other))).not.toBe(first);
  });

  it.each([
    ['of very many parts', Array.from({ length: 60 }, () => 'CO')],
    ['that hangs on a very long text', ['x'.repeat(200)]],
  ])('%s is made anew each time', (_, parts) => {
    const remembered = new Remembered<object>();
    const first = remembered.answerTo(parts, () => answer(parts));

    expect(remembered.answerTo(parts, () => answer(parts))).not.toBe(first);
  });

  it('is forgotten once there are too many', () => {
    const remembered = new Remembered<object>();
    const first = remembered.answerTo(['first'], () => answer([]));
    for (let at = 0; at < 5_000; at++) remembered.answerTo([at], () => answer([]));

    expect(remembered.answerTo(['first'], () => answer([]))).not.toBe(first);
  });
});
