import type { Inline } from '../../../core/letter/letter.ts';
import type { Face, Faces } from './faces.ts';
import { printable } from './printable.ts';
import { COLOUR, type TextStyle } from './style.ts';

/** Text of one face and colour. A line that goes on ends in its space, so that words stay apart when it is read out. */
export interface Run {
  readonly text: string;
  /** From the start of the line, in points. */
  readonly x: number;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
}

export interface Line {
  readonly runs: readonly Run[];
  /** Without the space at its end. */
  readonly width: number;
}

interface Atom {
  readonly text: string;
  readonly face: Face;
  readonly colour: string;
}

/** What stands between two places where a line may be broken. */
type Word = readonly Atom[];

/** Words set in lines of at most this width (points); a word that is wider is broken within. */
export function setLines(
  content: readonly Inline[],
  style: TextStyle,
  width: number,
  faces: Faces,
): readonly Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let used = 0;
  const widthOf = (word: Word): number =>
    word.reduce((sum, { text, face }) => sum + faces.width(text, face, style.size), 0);
  const inkOf = (word: Word): number => widthOf(word.with(-1, withoutSpace(word.at(-1))));
  const endLine = (): void => {
    if (words.length > 0) lines.push(lineOf(words.flat(), style, faces));
    words = [];
    used = 0;
  };

  for (const word of wordsOf(content, style, faces)) {
    if (word === 'break') {
      const last = words.at(-1)?.at(-1);
      if (last !== undefined) words.push([{ ...last, text: ' ' }]);
      endLine();
      continue;
    }
    if (used > 0 && used + inkOf(word) > width) endLine();
    for (const part of inkOf(word) > width ? brokenWithin(word, width, widthOf) : [word]) {
      if (used > 0 && used + inkOf(part) > width) endLine();
      words.push(part);
      used += widthOf(part);
    }
  }
  endLine();
  return lines;
}

/** The width of the widest word, and of the longest line if none were broken: what a column needs, and likes. */
export function widthsOf(
  content: readonly Inline[],
  style: TextStyle,
  faces: Faces,
): { readonly least: number; readonly most: number } {
  const words = wordsOf(content, style, faces).map((word) =>
    word === 'break' ? 0 : lineOf(word, style, faces).width,
  );
  const lines = setLines(content, style, Number.POSITIVE_INFINITY, faces).map((line) => line.width);
  return { least: Math.max(0, ...words), most: Math.max(0, ...lines) };
}

function wordsOf(content: readonly Inline[], style: TextStyle, faces: Faces): readonly (Word | 'break')[] {
  const words: (Word | 'break')[] = [];
  let word: Atom[] = [];
  const endWord = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const piece of content) {
    if (piece.kind === 'break') {
      endWord();
      words.push('break');
      continue;
    }
    for (const { text, hole } of printable(piece.text, faces)) {
      const face =
        hole || piece.weight === 'strong' ? 'Bold' : piece.weight === 'emphasis' ? 'Italic' : style.face;
      const colour = hole ? COLOUR.hole : style.colour;
      text.split(BREAKS).forEach((part, index, parts) => {
        word.push({ text: part, face, colour });
        if (index < parts.length - 1 || part.endsWith(' ')) endWord();
      });
    }
  }
  endWord();
  return words;
}

// After a space, and after a hyphen, a dash or a stroke between words of letters: not in L4-L5, 2-5 or N/A.
const BREAKS = /(?<= )|(?<=\p{L}\p{L}[-–—/])(?=\p{L}\p{L})/u;

function brokenWithin(word: Word, width: number, widthOf: (word: Word) => number): readonly Word[] {
  const parts: Word[] = [];
  let part: Atom[] = [];
  for (const atom of word) {
    for (const character of atom.text) {
      const last = part.at(-1);
      const longer =
        last !== undefined && last.face === atom.face && last.colour === atom.colour
          ? part.with(-1, { ...last, text: last.text + character })
          : [...part, { ...atom, text: character }];
      if (part.length > 0 && character !== ' ' && widthOf(longer) > width) {
        parts.push(part);
        part = [{ ...atom, text: character }];
      } else part = longer;
    }
  }
  return part.length === 0 ? parts : [...parts, part];
}

function lineOf(atoms: readonly Atom[], { size }: TextStyle, faces: Faces): Line {
  const runs: Run[] = [];
  let x = 0;
  for (const atom of atoms) {
    const last = runs.at(-1);
    if (last !== undefined && last.face === atom.face && last.colour === atom.colour) {
      runs[runs.length - 1] = { ...last, text: last.text + atom.text };
    } else runs.push({ ...atom, x, size });
    x += faces.width(atom.text, atom.face, size);
  }
  const end = atoms.at(-1);
  const space = end?.text.endsWith(' ') ? faces.width(' ', end.face, size) : 0;
  return { runs, width: x - space };
}

function withoutSpace(atom: Atom | undefined): Atom {
  if (atom === undefined) throw new Error('A word has at least one part.');
  return { ...atom, text: atom.text.replace(/ $/, '') };
}
