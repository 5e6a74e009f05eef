import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';

export interface Bookmark {
  readonly title: string;
  readonly page: PDFRef;
}

/** One flat list of bookmarks, shown when the file is opened (ISO 32000-1 12.3.3). */
export function setBookmarks({ catalog, context }: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const root = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, index) => {
    const [own, previous, next] = [refs[index], refs[index - 1], refs[index + 1]];
    if (own === undefined) return;
    const item = context.obj({ Parent: root, Dest: [page, 'Fit'] });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    if (previous !== undefined) item.set(PDFName.of('Prev'), previous);
    if (next !== undefined) item.set(PDFName.of('Next'), next);
    context.assign(own, item);
  });
  const [first] = refs;
  const last = refs.at(-1);
  if (first === undefined || last === undefined) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
