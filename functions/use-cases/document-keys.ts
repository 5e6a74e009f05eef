import type { DenialId } from '../core/ids.ts';

/** Where a form puts a document; gone after a week. */
export const uploadKeyOf = (denialId: DenialId, sha256: string): string => `uploads/${denialId}/${sha256}`;
/** Where intake puts the plain PDF that it made of it; gone after a week. */
export const examinedKeyOf = (denialId: DenialId, sha256: string): string =>
  `examined/${denialId}/${sha256}.pdf`;
/** Where the two are once the document is attached: no form names them, and intake cannot write there. */
export const attachedKeyOf = (denialId: DenialId, sha256: string): string => `denials/${denialId}/${sha256}`;
export const checkedKeyOf = (denialId: DenialId, sha256: string): string =>
  `checked/${denialId}/${sha256}.pdf`;
