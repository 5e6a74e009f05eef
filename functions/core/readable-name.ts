import * as z from 'zod';

// Written without \p: the same pattern stands in the API's document, and not every reader of it knows Unicode classes.
const VISIBLE =
  '!-~\\u00a1-\\u00ac\\u00ae-\\u034e\\u0350-\\u05ff\\u0606-\\u061b\\u061d-\\u06dc\\u06de-\\u070e\\u0710-\\u088f\\u0892-\\u08e1\\u08e3-\\u115e\\u1161-\\u167f\\u1681-\\u17b3\\u17b6-\\u180a\\u1810-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u27ff\\u2801-\\u2fff\\u3001-\\u3163\\u3165-\\ud7ff';
/** Digits and numbers of every script (\p{N}) among {@link VISIBLE}. */
const NUMBERS =
  '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u0660-\\u0669\\u06f0-\\u06f9\\u07c0-\\u07c9\\u0966-\\u096f\\u09e6-\\u09ef\\u09f4-\\u09f9\\u0a66-\\u0a6f\\u0ae6-\\u0aef\\u0b66-\\u0b6f\\u0b72-\\u0b77\\u0be6-\\u0bf2\\u0c66-\\u0c6f\\u0c78-\\u0c7e\\u0ce6-\\u0cef\\u0d58-\\u0d5e\\u0d66-\\u0d78\\u0de6-\\u0def\\u0e50-\\u0e59\\u0ed0-\\u0ed9\\u0f20-\\u0f33\\u1040-\\u1049\\u1090-\\u1099\\u1369-\\u137c\\u16ee-\\u16f0\\u17e0-\\u17e9\\u17f0-\\u17f9\\u1810-\\u1819\\u1946-\\u194f\\u19d0-\\u19da\\u1a80-\\u1a89\\u1a90-\\u1a99\\u1b50-\\u1b59\\u1bb0-\\u1bb9\\u1c40-\\u1c49\\u1c50-\\u1c59\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2150-\\u2182\\u2185-\\u2189\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u2cfd\\u3007\\u3021-\\u3029\\u3038-\\u303a\\u3192-\\u3195\\u3220-\\u3229\\u3248-\\u324f\\u3251-\\u325f\\u3280-\\u3289\\u32b1-\\u32bf\\ua620-\\ua629\\ua6e6-\\ua6ef\\ua830-\\ua835\\ua8d0-\\ua8d9\\ua900-\\ua909\\ua9d0-\\ua9d9\\ua9f0-\\ua9f9\\uaa50-\\uaa59\\uabf0-\\uabf9';
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
  const few = `^(?!(?:[^${NUMBERS}]*[${NUMBERS}]){${mostDigits + 1}})`;
  const hasFew = new RegExp(few);
  return (
    z
      .string()
      .max(longest)
      // Before the pattern, for a sentence of its own.
      .refine((name) => hasFew.test(name), {
        error: `A name here takes at most ${mostDigits} digits: no claim number, member id or birth date.`,
      })
      .regex(new RegExp(READABLE.replace('^', few)), { error: ERROR })
      .trim()
  );
}
