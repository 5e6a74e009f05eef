import * as z from 'zod';

/** What payers take by every channel, and what a page of a record comes as. */
export const DOCUMENT_MEDIA_TYPES = ['application/pdf', 'image/tiff', 'image/jpeg', 'image/png'] as const;
export const documentMediaTypeSchema = z.enum(DOCUMENT_MEDIA_TYPES);
export type DocumentMediaType = z.infer<typeof documentMediaTypeSchema>;

export const LARGEST_DOCUMENT_BYTES = 25_000_000;
/** Of one denial. */
export const MOST_DOCUMENTS = 40;

/** What intake wrote of an uploaded document: always a plain PDF, safe to read and to bind into a packet. */
export const cleanDocumentSchema = z.strictObject({
  /** In bucket `documents`, under `checked/`. */
  objectKey: z.string(),
  objectVersionId: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.int().positive(),
  pageCount: z.int().positive(),
  /** What it no longer holds, in words: "links", "an attached file". */
  removed: z.array(z.string()).readonly(),
});
export type CleanDocument = z.infer<typeof cleanDocumentSchema>;

/** A document that a person attached to a denial: one object version, known by the hash of its bytes. */
export const documentSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  objectKey: z.string(),
  objectVersionId: z.string(),
  byteLength: z.int().positive(),
  mediaType: documentMediaTypeSchema,
  /** What it is of `requiredDocuments`, by their words; none where it goes along by itself. */
  satisfies: z.array(z.string()).readonly(),
  attachedBy: z.string(),
  attachedAt: z.iso.datetime(),
  /** The day on which it left for the payer; from then on it stays. */
  sentOn: z.iso.date().nullable(),
  /** Null in records from before there was an intake: such a document is attached again before it is enclosed. */
  clean: cleanDocumentSchema.nullable().default(null),
});
export type Document = z.infer<typeof documentSchema>;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly mediaType: DocumentMediaType }[] = [
  // ISO 32000-2, 7.5.2: "%PDF-".
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaType: 'application/pdf' },
  // TIFF 6.0, section 2: either byte order, then 42.
  { bytes: [0x49, 0x49, 0x2a, 0x00], mediaType: 'image/tiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], mediaType: 'image/tiff' },
  // ITU-T T.81, B.1.1.3: start of image, then a marker.
  { bytes: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  // ISO/IEC 15948, 5.2.
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mediaType: 'image/png' },
];
/** As many first bytes tell the types apart. */
export const SIGNATURE_BYTES = 8;

/**
 * What the first bytes of a file say that it is; null of anything else. It says nothing of what is inside.
 *
 * @example
 * mediaTypeOf(new TextEncoder().encode('%PDF-1.7')) // 'application/pdf'
 */
export function mediaTypeOf(firstBytes: Uint8Array): DocumentMediaType | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => firstBytes[at] === byte));
  return found?.mediaType ?? null;
}
