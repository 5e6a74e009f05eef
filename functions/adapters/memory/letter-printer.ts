import type { LetterPrinter } from '../../ports/letter-printer.ts';

// None of these scripts is in the faces of letters.
const UNPRINTABLE = /[\p{Emoji_Presentation}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}]/gu;

/** Prints the markup itself, on one page: for tests of what is done with a letter, not of how it looks. */
export const memoryLetterPrinter: LetterPrinter = {
  async print(markup, on) {
    return {
      bytes: new TextEncoder().encode(`${on}\n${markup}`),
      pageCount: 1,
      unprintable: [...new Set(markup.match(UNPRINTABLE) ?? [])],
    };
  },
  async printAddressPage({ from, to }, on) {
    return memoryLetterPrinter.print(`${from}\n\n${to}`, on);
  },
};
