import type { Document } from '../../core/documents/document.ts';

/** A document without its place. */
export function documentView({ objectKey, objectVersionId, ...document }: Document): object {
  return document;
}
