import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
} from '@cantoo/pdf-lib';

const STRUCTURE = PDFName.of('StructTreeRoot');
const PARENTS = PDFName.of('ParentTree');
const NEXT_KEY = PDFName.of('ParentTreeNextKey');
const OF_PAGE = PDFName.of('StructParents');

/**
 * Puts the pages of a cover before those of the letter, and its structure before the letter's: who listens to the packet
 * hears the cover first. Both are what our printer writes: one number tree without branches.
 */
export function putCoverFirst(packet: PDFDocument, cover: PDFDocument): void {
  const copier = PDFObjectCopier.for(cover.context, packet.context);
  const pages = cover.getPages().flatMap(({ ref }) => {
    const copy: PDFRef = copier.copy(ref);
    const leaf = packet.context.lookup(copy);
    return leaf instanceof PDFPageLeaf ? [PDFPage.of(leaf, copy, packet)] : [];
  });
  pages.forEach((page, index) => {
    packet.insertPage(index, page);
  });

  const ownRef = packet.catalog.get(STRUCTURE);
  const coverRef = cover.catalog.get(STRUCTURE);
  if (!(ownRef instanceof PDFRef) || !(coverRef instanceof PDFRef)) return;
  const own = packet.context.lookup(ownRef, PDFDict);
  const copied = packet.context.lookup(copier.copy(coverRef), PDFDict);

  // ISO 32000-1 14.8.4.2: one element is the root of the document; the cover becomes a part of it.
  const [root] = kidsOf(own);
  if (root === undefined) return;
  const document = packet.context.lookup(root, PDFDict);
  const parts = kidsOf(copied);
  for (const part of parts) {
    const element = packet.context.lookup(part, PDFDict);
    element.set(PDFName.of('S'), PDFName.of('Part'));
    element.set(PDFName.of('P'), root);
  }
  document.set(PDFName.of('K'), packet.context.obj([...parts, ...kidsOf(document)]));

  const firstKey = own.lookup(NEXT_KEY, PDFNumber).asNumber();
  const parents = numbersOf(own);
  const coverParents = numbersOf(copied);
  for (let at = 0; at + 1 < coverParents.size(); at += 2) {
    const key = coverParents.lookup(at, PDFNumber).asNumber();
    parents.push(PDFNumber.of(firstKey + key));
    parents.push(coverParents.get(at + 1));
  }
  own.set(NEXT_KEY, PDFNumber.of(firstKey + coverParents.size() / 2));
  for (const { node } of pages) {
    const key = node.lookupMaybe(OF_PAGE, PDFNumber);
    if (key !== undefined) node.set(OF_PAGE, PDFNumber.of(firstKey + key.asNumber()));
  }
}

function kidsOf(root: PDFDict): readonly PDFRef[] {
  const kids = root.get(PDFName.of('K'));
  const list = kids instanceof PDFArray ? kids.asArray() : [kids];
  return list.filter((kid) => kid instanceof PDFRef);
}

function numbersOf(root: PDFDict): PDFArray {
  return root.lookup(PARENTS, PDFDict).lookup(PDFName.of('Nums'), PDFArray);
}
