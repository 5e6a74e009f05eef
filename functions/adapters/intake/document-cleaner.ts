import type { DocumentCleaner } from '../../ports/document-checks.ts';
import { cleanPdf } from './clean-pdf.ts';
import { jpegPage, pngPage } from './picture-page.ts';
import { quietly } from './quietly.ts';

const CLEANERS = {
  'application/pdf': cleanPdf,
  'image/jpeg': jpegPage,
  'image/png': pngPage,
} as const;

/** Makes plain PDFs by @cantoo/pdf-lib, behind gates of our own. */
export const documentCleaner: DocumentCleaner = {
  async clean(bytes, mediaType) {
    // The library throws whatever it comes to, of bytes that are not what they seem.
    try {
      return await quietly(() => CLEANERS[mediaType](bytes));
    } catch {
      return { kind: 'refused', reason: mediaType === 'application/pdf' ? 'damaged' : 'picture_damaged' };
    }
  },
};
