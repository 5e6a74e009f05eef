/** Pages of one document: more is split, since no channel takes it in one piece. */
export const MOST_PAGES = 300;
/** Points of one picture; a page at 600 dpi has 34 million. */
export const MOST_PIXELS = 120_000_000;
/** Of a picture with transparency or interlacing, which is unpacked whole: eight bytes to a point while it is. */
export const MOST_UNPACKED_PIXELS = 40_000_000;
/** What packed structures of one PDF may come to; those of a 300-page record stay below 5 MB. */
export const MOST_STRUCTURE_BYTES = 32_000_000;
/** Lists and dictionaries of one PDF, as many as fit into the intake's memory when they are read: 250 bytes each. */
export const MOST_STRUCTURES = 2_000_000;
/** A check that has been on its way so long is not coming back: three tries, and the time between them. */
export const CHECK_IS_LATE_AFTER_SECONDS = 900;
/** The intake's Lambda gets this long for one document. */
export const CHECK_SECONDS = 30;
