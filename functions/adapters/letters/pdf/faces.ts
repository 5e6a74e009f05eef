import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

export const FACES = ['Regular', 'Bold', 'Italic'] as const;
export type Face = (typeof FACES)[number];

/** The faces a letter is set in: what is embedded, and what is measured. */
export interface Faces {
  readonly bytes: Readonly<Record<Face, Uint8Array>>;
  /** In points, at this size. */
  width(text: string, face: Face, size: number): number;
  /** From the top of a line of this height to its baseline, in points. */
  baseline(size: number, leading: number): number;
  /** Whether every face can print it. */
  has(codePoint: number): boolean;
}

// Words come again from letter to letter; no more of them are kept than a practice uses.
const WORDS_KEPT = 20_000;

/** Reads Liberation Sans (SIL Open Font License) from `fonts/`: once per process. */
export function readFaces(folder: string): Faces {
  const read = (face: Face) => readFileSync(join(folder, 'liberation-sans', `LiberationSans-${face}.ttf`));
  const bytes = { Regular: read('Regular'), Bold: read('Bold'), Italic: read('Italic') };
  const fonts = {
    Regular: fontkit.create(bytes.Regular),
    Bold: fontkit.create(bytes.Bold),
    Italic: fontkit.create(bytes.Italic),
  };
  const { unitsPerEm, ascent, descent } = fonts.Regular;
  const measured = { Regular: new Map(), Bold: new Map(), Italic: new Map() } as Record<
    Face,
    Map<string, number>
  >;

  return {
    bytes,
    width(text, face, size) {
      const words = measured[face];
      let units = words.get(text);
      if (units === undefined) {
        if (words.size >= WORDS_KEPT) words.clear();
        units = fonts[face].layout(text).advanceWidth;
        words.set(text, units);
      }
      return (units / unitsPerEm) * size;
    },
    baseline(size, leading) {
      const height = ((ascent - descent) / unitsPerEm) * size;
      return (leading - height) / 2 + (ascent / unitsPerEm) * size;
    },
    has: (codePoint) => FACES.every((face) => fonts[face].hasGlyphForCodePoint(codePoint)),
  };
}
