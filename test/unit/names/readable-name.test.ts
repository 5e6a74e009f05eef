import { describe, expect, test } from 'vitest';
import { readableName } from '../../../functions/core/readable-name.ts';

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
