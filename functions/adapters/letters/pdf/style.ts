import type { Face } from './faces.ts';

/** US Letter, in points. */
export const PAGE = { width: 612, height: 792, left: 68, right: 68, top: 46, bottom: 57 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Where the text begins on the pages that have a running header. */
export const TOP_AFTER_FIRST = 70;
export const RUNNING_HEADER_AT = 46;
export const FOOTER_AT = PAGE.height - 36;

export const COLOUR = {
  text: '#111820',
  quiet: '#4a5563',
  name: '#1f3a5f',
  hole: '#a31515',
  shade: '#e8ebef',
  rule: '#9aa5b1',
  faintRule: '#c3cad2',
} as const;

/** How text is set; lengths in points. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly colour: string;
}

export const STYLE = {
  name: { face: 'Bold', size: 15, leading: 20, colour: COLOUR.name },
  letterhead: { face: 'Regular', size: 9, leading: 12.4, colour: COLOUR.quiet },
  text: { face: 'Regular', size: 10, leading: 13.3, colour: COLOUR.text },
  h1: { face: 'Bold', size: 15, leading: 19, colour: COLOUR.text },
  h2: { face: 'Bold', size: 11.5, leading: 15, colour: COLOUR.text },
  h3: { face: 'Bold', size: 10, leading: 13.3, colour: COLOUR.text },
  cell: { face: 'Regular', size: 9, leading: 11.8, colour: COLOUR.text },
  cellHeader: { face: 'Bold', size: 9, leading: 11.8, colour: COLOUR.text },
  margin: { face: 'Regular', size: 8.5, leading: 11, colour: COLOUR.quiet },
} as const satisfies Readonly<Record<string, TextStyle>>;
