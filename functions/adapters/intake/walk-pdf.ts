import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PdfFindings } from '../../core/documents/intake/findings.ts';

/** Annotations that are neither links, fields, marks nor films: ISO 32000-2, table 171. */
const MEDIA = ['Movie', 'Screen', 'Sound', '3D', 'RichMedia'];
const NO_MARKS = ['Link', 'Widget', 'FileAttachment', ...MEDIA];

type Counts = { -readonly [K in keyof PdfFindings]: PdfFindings[K] };

/** Walks every object of a loaded PDF, whether a page leads to it or not, and its tree of pages. */
export function walkPdf(pdf: PDFDocument): PdfFindings {
  const { context, catalog } = pdf;
  const found: Counts = {
    pageCount: countPages(pdf),
    scripts: 0,
    launches: 0,
    ownActions: 0,
    hasXfa: false,
    hiddenLayers: hiddenLayersOf(catalog),
    embeddedFiles: 0,
    links: 0,
    comments: 0,
    formFields: 0,
    signatures: 0,
    media: 0,
    hasBookmarks: catalog.lookupMaybe(name('Outlines'), PDFDict)?.has(name('First')) ?? false,
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const part of partsOf(object)) {
      if (isUnreadable(part)) found.pageCount = null;
      if (part instanceof PDFDict) note(part, found);
    }
  }
  return found;
}

function note(dict: PDFDict, found: Counts): void {
  const action = dict.lookup(name('S'));
  const script = dict.lookup(name('JS'));
  const isScript =
    action === name('JavaScript') || script instanceof PDFString || script instanceof PDFHexString;
  if (isScript || (action === name('Rendition') && script !== undefined)) found.scripts += 1;
  if (action === name('Launch')) found.launches += 1;
  if (hasOwnActions(dict)) found.ownActions += 1;
  if (dict.has(name('XFA'))) found.hasXfa = true;
  if (dict.has(name('EF'))) found.embeddedFiles += 1;
  // Of a field with several places on pages, the field; of one with a single place, that is the same object.
  if (dict.has(name('FT'))) found.formFields += 1;
  if (dict.lookup(name('FT')) === name('Sig') && dict.has(name('V'))) found.signatures += 1;
  if (!(dict.lookup(name('Rect')) instanceof PDFArray)) return;
  const subtype = dict.lookup(name('Subtype'));
  if (!(subtype instanceof PDFName)) return;
  if (subtype === name('Link')) found.links += 1;
  if (MEDIA.includes(subtype.decodeText())) found.media += 1;
  if (!NO_MARKS.includes(subtype.decodeText())) found.comments += 1;
}

/** A font or a picture may have the name AA too; those are no actions. */
function hasOwnActions(dict: PDFDict): boolean {
  const actions = dict.lookup(name('AA'));
  if (!(actions instanceof PDFDict)) return false;
  return actions.values().some((value) => {
    const action = value instanceof PDFRef ? dict.context.lookup(value) : value;
    return action instanceof PDFDict && action.has(name('S'));
  });
}

/** What the library would tell the log of whoever loads the plain PDF; no page needs such numbers. */
function isUnreadable(part: PDFObject): boolean {
  if (part instanceof PDFNumber) return part.asNumber() > Number.MAX_SAFE_INTEGER;
  return part instanceof PDFInvalidObject;
}

/** The object and its own parts at any depth, without what it refers to. */
function* partsOf(object: PDFObject): Generator<PDFObject> {
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    if (next instanceof PDFStream) waiting.push(next.dict);
    else if (next instanceof PDFArray) for (const each of next.asArray()) waiting.push(each);
    else if (next instanceof PDFDict) for (const value of next.values()) waiting.push(value);
  }
}

/** Leaves of the tree; null where one is missing or met twice, or where the tree says another number of itself. */
function countPages({ context, catalog }: PDFDocument): number | null {
  const root = catalog.get(name('Pages'));
  if (root === undefined) return null;
  const waiting: PDFObject[] = [root];
  const met = new Set<PDFObject>();
  let leaves = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = next instanceof PDFRef ? context.lookup(next) : next;
    if (!(node instanceof PDFDict) || met.has(node)) return null;
    met.add(node);
    const kids = node.lookup(name('Kids'));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) waiting.push(kid);
    else if (isWholePage(node)) leaves += 1;
    else return null;
  }
  const said = catalog.lookup(name('Pages'), PDFDict).lookup(name('Count'));
  return said instanceof PDFNumber && said.asNumber() === leaves ? leaves : null;
}

/** A page whose contents are not there would be shown empty. */
function isWholePage(page: PDFDict): boolean {
  if (page.lookup(name('Type')) !== name('Page')) return false;
  const contents = page.lookup(name('Contents'));
  if (contents === undefined) return !page.has(name('Contents'));
  if (contents instanceof PDFArray) {
    return contents.asArray().every((part) => page.context.lookup(part) instanceof PDFStream);
  }
  return contents instanceof PDFStream;
}

/** ISO 32000-2, 8.11.4.3: what is off when the document is opened. */
function hiddenLayersOf(catalog: PDFDict): number {
  const layers = catalog.lookup(name('OCProperties'));
  const configuration = layers instanceof PDFDict ? layers.lookup(name('D')) : undefined;
  if (!(configuration instanceof PDFDict)) return 0;
  const off = configuration.lookup(name('OFF'));
  const named = off instanceof PDFArray ? off.size() : 0;
  return named + (configuration.lookup(name('BaseState')) === name('OFF') ? 1 : 0);
}

function name(text: string): PDFName {
  return PDFName.of(text);
}
