import type { Faces } from './faces.ts';

export interface Segment {
  readonly text: string;
  /** What a person still has to fill in or to write otherwise: set so that nobody overlooks it. */
  readonly hole: boolean;
}

// Invisible: soft hyphen, joiners, marks of direction, variation selectors.
const INVISIBLE = /\u00ad|[\u200b-\u200f]|\u2060|\p{Variation_Selector}|\ufeff/gu;
const HYPHENS = /[\u2010\u2011]/g;
const SPACES = /[\u2000-\u200a\u202f\u205f\u3000]/g;
// Scripts whose lines run from right to left: set from left to right they would be wrong, not merely ugly.
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const HOLE = /⟦([^⟧]*)⟧/gu;

/** Text as it is printed: holes in square brackets, and codes for what the faces cannot print, as `[U+1F600]`. */
export function printable(text: string, faces: Faces): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const composed = legible(text);
  for (const { 0: whole, 1: label = '', index } of composed.matchAll(HOLE)) {
    segments.push(...withCodes(composed.slice(at, index), faces, false));
    segments.push(...withCodes(`[${label}]`, faces, true));
    at = index + whole.length;
  }
  segments.push(...withCodes(composed.slice(at), faces, false));
  return segments;
}

/** The characters of a text that the faces cannot print, each once, in the order of the text. */
export function unprintableIn(text: string, faces: Faces): readonly string[] {
  const characters = legible(text.replace(/[⟦⟧]/gu, ''));
  return [...new Set(characters)].filter((character) => !canPrint(character, faces));
}

function legible(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(HYPHENS, '-').replace(SPACES, '\u00a0');
}

function withCodes(text: string, faces: Faces, hole: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let plain = '';
  let codes: string[] = [];
  const endPlain = (): void => {
    if (plain !== '') segments.push({ text: plain, hole });
    plain = '';
  };
  const endCodes = (): void => {
    if (codes.length > 0) segments.push({ text: `[${codes.join(' ')}]`, hole: true });
    codes = [];
  };
  for (const character of text) {
    if (canPrint(character, faces)) {
      endCodes();
      plain += character;
    } else {
      endPlain();
      codes.push(codeOf(character));
    }
  }
  endPlain();
  endCodes();
  return segments;
}

function canPrint(character: string, faces: Faces): boolean {
  return faces.has(character.codePointAt(0) ?? 0) && !RIGHT_TO_LEFT.test(character);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
