import * as z from 'zod';
import { MOST_PAGES, MOST_PIXELS, MOST_UNPACKED_PIXELS } from './limits.ts';

/** Why a document is not taken, and what the person at the desk can do about it. */
const REFUSALS = {
  empty: ['The file is empty.', 'Save the document again and upload that.'],
  too_large: ['The file has more than 25 MB.', 'Scan it at 200 dpi in black and white, or split it.'],
  other_hash: ['What arrived is not what was to be uploaded.', 'Upload the document again.'],
  unknown_type: ['This is no PDF, JPEG or PNG, whatever its name says.', 'Save the document as a PDF.'],
  tiff: ['TIFF files are not taken.', 'Save the document as a PDF.'],
  encrypted: [
    'The PDF is protected by a password, or against being changed.',
    'Save an unprotected copy, or print it to a new PDF.',
  ],
  truncated: [
    'The end of the PDF is missing: pages would be lost without a word.',
    'Get the file again from where it came, whole.',
  ],
  damaged: ['The PDF is damaged, and not all of it can be read.', 'Open it, and print it to a new PDF.'],
  no_pages: ['The PDF has no pages.', 'Save the document again and upload that.'],
  too_many_pages: [
    `The PDF has more than ${MOST_PAGES} pages.`,
    'Split it, or leave out what is not asked for.',
  ],
  odd_pages: [
    'A page of the PDF has no size, none that a paper has, or is turned askew.',
    'Print it to a new PDF.',
  ],
  scripted: ['The PDF holds a script.', 'Print it to a new PDF: that leaves the script behind.'],
  starts_programs: ['The PDF would start a program.', 'Print it to a new PDF: that leaves it behind.'],
  acts_by_itself: [
    'The PDF does something by itself when it is opened or turned over.',
    'Print it to a new PDF: that leaves it behind.',
  ],
  dynamic_form: [
    'The PDF is a form that only one program can show (XFA).',
    'Open it in that program, and print it to a new PDF.',
  ],
  hidden_layers: [
    'The PDF has layers that are switched off: what the payer would see is not what you see.',
    'Print it to a new PDF as you want it to be seen.',
  ],
  form_unreadable: [
    'The PDF is a filled form whose entries cannot be made part of the page.',
    'Print it to a new PDF, and look whether everything is there.',
  ],
  unpacks_too_large: [
    'The PDF unpacks to many times its size, which no record does.',
    'Print it to a new PDF.',
  ],
  picture_too_large: [
    `The picture has more than ${MOST_PIXELS / 1e6} million points, or more than ${MOST_UNPACKED_PIXELS / 1e6} million with transparency.`,
    'Save it smaller, or scan it at 300 dpi.',
  ],
  picture_kind: [
    'It is a JPEG of a kind that hardly any program shows (lossless, arithmetic or of 12 bits).',
    'Save it as an ordinary JPEG, or as a PDF.',
  ],
  picture_damaged: ['The picture is damaged or cut off.', 'Save or scan it again.'],
  not_read_safely: [
    'Reading it took more time or memory than is safe.',
    'Print it to a new PDF, or split it. If you know nothing odd of it, upload it once more.',
  ],
} as const satisfies Record<string, readonly [why: string, remedy: string]>;

export const REFUSAL_REASONS = Object.keys(REFUSALS) as readonly RefusalReason[];
export type RefusalReason = keyof typeof REFUSALS;
export const refusalReasonSchema = z.enum(REFUSAL_REASONS as [RefusalReason, ...RefusalReason[]]);

/**
 * A reason in words for the biller.
 *
 * @example
 * refusalInWords('tiff') // { why: 'TIFF files are not taken.', remedy: 'Save the document as a PDF.' }
 */
export function refusalInWords(reason: RefusalReason): { readonly why: string; readonly remedy: string } {
  const [why, remedy] = REFUSALS[reason];
  return { why, remedy };
}
