import type { LetterPrinter } from '../../ports/letter-printer.ts';

/**
 * The printer of PDFs, loaded with its fonts at the first letter: most calls of the API print none, and should not wait
 * for it.
 */
export function pdfLetterPrinter(fontsFolder: string): LetterPrinter {
  let loaded: Promise<LetterPrinter> | null = null;
  return {
    async print(markup, on, numbered) {
      loaded ??= import('./pdf/pdf-printer.ts').then(({ pdfPrinter }) => pdfPrinter(fontsFolder));
      return (await loaded).print(markup, on, numbered);
    },
  };
}
