import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { BoundPacket, EnclosureToBind, PacketContents } from '../../ports/packet-binder.ts';
import { type Bookmark, setBookmarks } from './bookmarks.ts';
import { putCoverFirst } from './put-cover-first.ts';
import { type Stamps, stampPage, stampsOf } from './stamp-page.ts';

/** Of a page that is bound in: what would act by itself, or point to pages that are not there. */
const LEFT_BEHIND = ['Annots', 'AA', 'B', 'StructParents', 'Metadata', 'PieceInfo', 'Thumb'].map((key) =>
  PDFName.of(key),
);

/** Of the letter's file: its claims to be PDF/A and PDF/UA, which the packet does not keep. */
const CLAIMS = ['Metadata', 'OutputIntents'];

type Place = { readonly pageCount: number; readonly firstPage: number };

/** Binds with pdf-lib: the letter is loaded, so that its structure stays, and everything else is put around it. */
export async function bindPacket({ front, enclosures, title }: PacketContents): Promise<BoundPacket> {
  const packet = await (front === null
    ? PDFDocument.create({ updateMetadata: false })
    : PDFDocument.load(front.letter, { updateMetadata: false }));
  const bookmarks: Bookmark[] = [];
  let formPages = 0;
  if (front !== null) {
    const cover = await PDFDocument.load(front.cover, { updateMetadata: false });
    const coverPages = cover.getPageCount();
    putCoverFirst(packet, cover);
    formPages = front.form === undefined ? 0 : await putForm(packet, front.form, coverPages);
    bookmarks.push(
      ...at(packet, 'Cover sheet', 0),
      ...(formPages === 0 ? [] : at(packet, 'Form of the payer', coverPages)),
      ...at(packet, 'Letter', coverPages + formPages),
    );
  }
  const stamps = await stampsOf(packet);
  const places = new Map<number, Place>();
  const unreadable: number[] = [];
  for (const enclosure of enclosures) {
    const firstPage = packet.getPageCount();
    const pages = await stamped(packet, enclosure, stamps);
    if (pages.length === 0) {
      unreadable.push(enclosure.number);
      continue;
    }
    for (const page of pages) packet.addPage(page);
    places.set(enclosure.number, { pageCount: pages.length, firstPage: firstPage + 1 });
    bookmarks.push(...at(packet, `Encl. ${enclosure.number}: ${enclosure.name}`, firstPage));
  }
  setBookmarks(packet, bookmarks);
  for (const claim of CLAIMS) {
    forget(packet, packet.catalog.get(PDFName.of(claim)));
    packet.catalog.delete(PDFName.of(claim));
  }
  packet.setTitle(title, { showInWindowTitleBar: true });
  packet.setCreator('Overturn');
  packet.context.trailerInfo.ID = packet.context.obj(identityOf({ front, enclosures, title }));
  const pageCount = packet.getPageCount();
  const pdf = await packet.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return { pdf, pageCount, places, formPages, unreadable };
}

/** The payer's form as it was filled in, without a stamp: it is the first page of what is asked. */
async function putForm(packet: PDFDocument, form: Uint8Array, after: number): Promise<number> {
  const pages = await copied(packet, { pdf: form });
  pages.forEach((page, index) => {
    packet.insertPage(after + index, page);
  });
  return pages.length;
}

async function copied(
  packet: PDFDocument,
  { pdf }: Pick<EnclosureToBind, 'pdf'>,
): Promise<readonly PDFPage[]> {
  const source = await loaded(pdf);
  if (source === null) return [];
  for (const { node } of source.getPages()) for (const key of LEFT_BEHIND) node.delete(key);
  return packet.copyPages(source, source.getPageIndices());
}

/** Null of what cannot be read: intake let it pass, so its storage or another release is to blame. */
async function loaded(pdf: Uint8Array): Promise<PDFDocument | null> {
  try {
    const source = await PDFDocument.load(pdf, { updateMetadata: false });
    // Throws where the tree of pages is none.
    source.getPages();
    return source;
  } catch {
    return null;
  }
}

/** None of an enclosure of which a page cannot be stamped: it is not bound in part. */
async function stamped(
  packet: PDFDocument,
  enclosure: EnclosureToBind,
  stamps: Stamps,
): Promise<readonly PDFPage[]> {
  const pages = await copied(packet, enclosure);
  try {
    pages.forEach((page, index) => {
      stampPage(page, `Encl. ${enclosure.number}, p. ${index + 1} of ${pages.length}`, stamps);
    });
    return pages;
  } catch {
    return [];
  }
}

/** What nothing else points to would otherwise still be written. */
function forget(packet: PDFDocument, value: PDFObject | undefined): void {
  const object = value instanceof PDFRef ? packet.context.lookup(value) : value;
  if (value instanceof PDFRef) packet.context.delete(value);
  if (object instanceof PDFArray) for (const each of object.asArray()) forget(packet, each);
  if (object instanceof PDFDict) for (const each of object.values()) forget(packet, each);
}

function at(packet: PDFDocument, title: string, index: number): readonly Bookmark[] {
  const page = packet.getPages()[index];
  return page === undefined ? [] : [{ title, page: page.ref }];
}

/** ISO 32000-1 14.4: of the contents, so that the same packet has the same one. */
function identityOf({ front, enclosures, title }: PacketContents): readonly [PDFHexString, PDFHexString] {
  const hash = createHash('sha256').update(title);
  for (const bytes of [front?.cover, front?.form, front?.letter, ...enclosures.map(({ pdf }) => pdf)]) {
    if (bytes !== undefined) hash.update(bytes);
  }
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase());
  return [id, id];
}
