import { describe, expect, it } from 'vitest';
import { findInterchange } from '../../../functions/core/x12/delimiters.ts';

const LENGTH = 16_384;
/** The unit again and again, and behind it letters that end what it may have begun. */
const filledWith = (unit: string) =>
  Buffer.from(unit.repeat(LENGTH / unit.length).padEnd(LENGTH, 'x') + 'x'.repeat(600), 'latin1');
/** How often a byte is looked at, on average. */
const MOST_LOOKS = 40;

/** The bytes, and how often any of them is looked at, in subarrays and copies as well. */
function counted(bytes: Uint8Array): { readonly window: Uint8Array; readonly looks: () => number } {
  let looks = 0;
  const watch = (of: Uint8Array): Uint8Array =>
    new Proxy(of, {
      get(target, property) {
        if (typeof property === 'string' && /^\d+$/.test(property)) looks++;
        if (property === 'subarray') return (from: number, to?: number) => watch(target.subarray(from, to));
        if (property === 'includes' || property === 'filter') looks += target.length;
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return { window: watch(bytes), looks: () => looks };
}

/** Text in which an interchange seems to begin again and again, and never does. */
const FALSE_OPENINGS = [
  ['ISA and a separator', 'ISA*'],
  ['ISA, each with another separator', 'ISA*ISA|ISA>ISA^ISA:ISA;ISA,ISA.ISA+'],
  ['the first elements of an ISA', 'ISA*00*'],
  ['the first elements, each with another separator', 'ISA*00*ISA|00|ISA>00>ISA^00^ISA:00:ISA;00;ISA,00,'],
  ['an ISA of empty elements', 'ISA****************'],
  ['an ISA whose terminator is a letter', `ISA${'*0'.repeat(15)}*:A`],
  ['the first elements of an ISA, wrapped', 'ISA*\n00*'],
  ['an ISA and line ends', 'ISA*\r\n'],
  ['a GS', 'GS*HP*'],
  ['an ST', 'ST*835*'],
  ['ST and line ends', `ST*835*1 ST*835*1${'\n'.repeat(400)}1`],
  ['I, G and S', 'I G S '],
] as const;

describe('text that only looks like an opening', () => {
  it.each(FALSE_OPENINGS)(
    'of %s is passed over, in a bounded number of looks at each byte',
    (_name, unit) => {
      const bytes = filledWith(unit);
      const { window, looks } = counted(bytes);
      const { kind } = findInterchange(window, 0, 0, true);
      expect(kind).toBe('undecided');
      expect(looks() / bytes.length).toBeLessThan(MOST_LOOKS);
    },
  );

  it('does not hide the interchange behind it', () => {
    const isa = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*A*ZZ*B*260901*1200*^*00501*000000001*0*P*:~`;
    for (const [, unit] of FALSE_OPENINGS) {
      const before = filledWith(unit).toString('latin1');
      const found = findInterchange(Buffer.from(`${before} ${isa}GS*HP*`, 'latin1'), 0, 0, true);
      expect(found).toMatchObject({ kind: 'found', at: before.length + 1, first: 'ISA' });
    }
  });
});
