const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or Office document'],
  [[0x1f, 0x8b], 'a compressed (gzip) file'],
  [[0xff, 0xfe], 'text saved as Unicode (UTF-16)'],
  [[0xfe, 0xff], 'text saved as Unicode (UTF-16)'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image'],
  [[0xff, 0xd8, 0xff], 'an image'],
  [[0x3c], 'an XML or HTML document'],
  [[0x7b], 'a JSON document'],
];

/** What a file without any X12 in it is, told from its first bytes, as words for a sentence. */
export function formatOf(firstBytes: readonly number[]): string {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, at) => firstBytes[at] === byte));
  return known?.[1] ?? 'a file of another kind';
}
