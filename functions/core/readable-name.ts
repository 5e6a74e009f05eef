import * as z from 'zod';

// Written without \p: the same pattern stands in the API's document, and not every reader of it knows Unicode classes.
const VISIBLE =
  '!-~\\u00a1-\\u00ac\\u00ae-\\u034e\\u0350-\\u05ff\\u0606-\\u061b\\u061d-\\u06dc\\u06de-\\u070e\\u0710-\\u088f\\u0892-\\u08e1\\u08e3-\\u115e\\u1161-\\u167f\\u1681-\\u17b3\\u17b6-\\u180a\\u1810-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u27ff\\u2801-\\u2fff\\u3001-\\u3163\\u3165-\\ud7ff';
const READABLE = `^ *[${VISIBLE}][${VISIBLE} ]*$`;
const ERROR = 'takes visible characters and plain spaces alone, and at least one of the former';

/**
 * A name that a person writes and others read: trimmed, of visible characters of the Basic Multilingual Plane below the
 * surrogates, and with the plain space as its only blank. What nobody sees, or what turns the order of letters around,
 * is refused (Unicode's controls, format characters, separators and default ignorables): two names that look alike
 * would not be one.
 *
 * @param longest characters, untrimmed
 * @example
 * readableName(60).parse(' My appeals ') // 'My appeals'
 * readableName(60).safeParse('\u3000').success // false
 */
export function readableName(longest: number) {
  return z.string().max(longest).regex(new RegExp(READABLE), { error: ERROR }).trim();
}

/**
 * A {@link readableName} with few digits, in whatever script and wherever they stand: with four, no claim number, member
 * id or birth date is one.
 */
export function readableNameWithFewDigits(longest: number, mostDigits: number) {
  const fewOfAscii = `(?!(?:[^0-9]*[0-9]){${mostDigits + 1}})`;
  return (
    z
      .string()
      .max(longest)
      .refine((name) => (name.match(/\p{N}/gu) ?? []).length <= mostDigits, {
        error: `A name here takes at most ${mostDigits} digits: no claim number, member id or birth date.`,
      })
      // The digits that nearly everybody types are in the pattern too, so that the API's document tells them.
      .regex(new RegExp(READABLE.replace('^', `^${fewOfAscii}`)), { error: ERROR })
      .trim()
  );
}
