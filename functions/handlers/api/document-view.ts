import type { CleanDocument, Document } from '../../core/documents/document.ts';

/** A document without its place. */
export function documentView({ objectKey, objectVersionId, clean, ...document }: Document): object {
  return { ...document, clean: clean && cleanView(clean) };
}

function cleanView({ objectKey, objectVersionId, ...clean }: CleanDocument): object {
  return clean;
}
