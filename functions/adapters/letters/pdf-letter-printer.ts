import type { LetterPrinter } from '../../ports/letter-printer.ts';

/**
 * The printer of PDFs, loaded with its fonts at the first letter: most calls of the API print none, and should not wait
 * for it.
 */
export function pdfLetterPrinter(fontsFolder: string): LetterPrinter {
  let loaded: Promise<LetterPrinter> | null = null;
  const printer = () => {
    loaded ??= import('./pdf/pdf-printer.ts').then(({ pdfPrinter }) => pdfPrinter(fontsFolder));
    return loaded;
  };
  return {
    print: async (markup, on, numbered) => (await printer()).print(markup, on, numbered),
    printAddressPage: async (addresses, on) => (await printer()).printAddressPage(addresses, on),
  };
}
