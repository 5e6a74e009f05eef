import { PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { judgeFindings } from '../../core/documents/intake/findings.ts';
import { endsRefusal } from '../../core/documents/intake/pdf-ends.ts';
import type { RefusalReason } from '../../core/documents/intake/refusal.ts';
import type { CleanedDocument } from '../../ports/document-checks.ts';
import { flattenAnnotations } from './flatten-annotations.ts';
import { isolatePages } from './isolate-pages.ts';
import { structureRefusal } from './structure-gate.ts';
import { walkPdf } from './walk-pdf.ts';

/** What a page is shown by (ISO 32000-2, table 31). All else on it is interaction, or of other programs. */
const PAGE_KEYS = [
  'Type',
  'Parent',
  'Resources',
  'Contents',
  'MediaBox',
  'CropBox',
  'BleedBox',
  'TrimBox',
  'ArtBox',
  'Rotate',
  'Group',
  'UserUnit',
];
/** Of streams: other files, other programs' data, tags of a structure that stays behind. */
const NOT_SHOWN_KEYS = [
  ...['AF', 'F', 'FFilter', 'FDecodeParms', 'OPI', 'Ref'],
  ...['PieceInfo', 'Metadata', 'StructParent', 'StructParents'],
];

/**
 * Makes a plain PDF of a PDF: the same pages, what annotations show made part of them, and nothing that runs, links,
 * hides or is attached. The same bytes always give the same bytes.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanedDocument> {
  const unread = endsRefusal(bytes) ?? structureRefusal(bytes);
  if (unread !== null) return refused(unread);
  const pdf = await loaded(bytes);
  if (pdf === null) return refused('damaged');
  if (pdf.isEncrypted) return refused('encrypted');
  const verdict = judgeFindings(walkPdf(pdf));
  if (verdict.kind === 'refused') return verdict;
  const undrawable = isolated(pdf);
  if (undrawable !== null) return refused(undrawable);
  try {
    flattenAnnotations(pdf);
  } catch {
    return refused('form_unreadable');
  }
  const { pageCount, removed } = verdict;
  const plain = await plainCopy(pdf);
  // What is bound into packets is what was looked at: as many pages, and nothing left in it.
  return plain !== null && (await isPlain(plain, pageCount))
    ? { kind: 'clean', bytes: plain, pageCount, removed }
    : refused('damaged');
}

async function loaded(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const pdf = await PDFDocument.load(bytes, {
      // What the library cannot read it would leave out without a word.
      throwOnInvalidObject: true,
      updateMetadata: false,
      // Only so that the file can be told from a damaged one; nothing is read of it.
      ignoreEncryption: true,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
    return pdf.catalog instanceof PDFDict ? pdf : null;
  } catch {
    return null;
  }
}

function isolated(pdf: PDFDocument): RefusalReason | null {
  try {
    return isolatePages(pdf);
  } catch {
    return 'damaged';
  }
}

async function plainCopy(pdf: PDFDocument): Promise<Uint8Array | null> {
  try {
    for (const { node } of pdf.getPages()) {
      for (const key of node.keys()) if (!PAGE_KEYS.includes(key.decodeText())) node.delete(key);
    }
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFStream)) continue;
      for (const key of NOT_SHOWN_KEYS) object.dict.delete(PDFName.of(key));
    }
    const plain = await PDFDocument.create({ updateMetadata: false });
    for (const page of await plain.copyPages(pdf, pdf.getPageIndices())) plain.addPage(page);
    return await plain.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
  } catch {
    return null;
  }
}

async function isPlain(bytes: Uint8Array, pageCount: number): Promise<boolean> {
  const pdf = await loaded(bytes);
  if (pdf === null) return false;
  const verdict = judgeFindings(walkPdf(pdf));
  return verdict.kind === 'accepted' && verdict.pageCount === pageCount && verdict.removed.length === 0;
}

function refused(reason: RefusalReason): CleanedDocument {
  return { kind: 'refused', reason };
}
