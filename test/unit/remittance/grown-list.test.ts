import { describe, expect, it } from 'vitest';
import { grown, NOTHING } from '../../../functions/core/remittance/grown-list.ts';

describe('a list that grows', () => {
  it('holds every item in order', () => {
    let list: readonly number[] = NOTHING;
    for (let item = 1; item <= 6; item++) list = grown(list, item);
    expect(list).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('leaves the shared empty list empty', () => {
    const one = grown<string>(NOTHING, 'CO');
    const another = grown<string>(NOTHING, 'PR');
    expect([NOTHING, one, another]).toEqual([[], ['CO'], ['PR']]);
  });
});
