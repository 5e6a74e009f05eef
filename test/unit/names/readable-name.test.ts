import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readableName, readableNameWithFewDigits } from '../../../functions/core/readable-name.ts';

const isTaken = (name: string): boolean => readableName(60).safeParse(name).success;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

describe('a name that people read', () => {
  test('is trimmed', () => {
    expect(readableName(60).parse('  My appeals  ')).toBe('My appeals');
  });

  test.each(['Appeals – Medicare (2nd level)', 'Réclamations', '申诉', 'Überfällige', "O'Neill & Söhne"])(
    'may be %s',
    (name) => {
      expect(isTaken(name)).toBe(true);
    },
  );

  test.each(['', ' ', '\u3000', '\u00a0', '\u2800', '\u200b'])('is not the blank %j', (name) => {
    expect(isTaken(name)).toBe(false);
  });

  test('holds no character that nobody sees or that turns letters around', () => {
    const taken: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      if (character !== ' ' && UNSEEN.test(character) && isTaken(`My${character}appeals`))
        taken.push(unit.toString(16));
    }
    expect(taken).toEqual([]);
  });
});

describe('a name with few digits', () => {
  const name = readableNameWithFewDigits(60, 4);

  test('counts digits and numbers of every script, and nothing else', () => {
    const counted: string[] = [];
    const numbers: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      if (!isTaken(character)) continue;
      if (/\p{N}/u.test(character)) numbers.push(unit.toString(16));
      if (!name.safeParse(`Claims ${character.repeat(5)}`).success) counted.push(unit.toString(16));
    }
    expect(counted).toEqual(numbers);
  });

  test('is refused by the same pattern that its document tells', () => {
    const { pattern } = z.toJSONSchema(name, { io: 'input' });
    const told = new RegExp(pattern ?? '');
    for (const text of ['Claims of 12345', 'Claims of \u0661\u0662\u0663\u0664\u0665', 'Claims of ①②③④⑤'])
      expect([text, told.test(text), name.safeParse(text).success]).toEqual([text, false, false]);
    expect([told.test('Appeals of 2026'), name.safeParse('Appeals of 2026').success]).toEqual([true, true]);
  });
});
