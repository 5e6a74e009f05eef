/**
 * Where a remittance or a file stands in its list, newest first. A page begins after a position, not after a count, so
 * that what comes meanwhile neither repeats a row nor hides one.
 */
export function remittancePosition(remittance: {
  readonly remittanceId: string;
  readonly header: { readonly paidOn: string | null };
}): string {
  return `${remittance.header.paidOn ?? '0000-00-00'}#${remittance.remittanceId}`;
}

/** The same of a file; a copy of a file that came before has a place of its own. */
export function filePosition(file: {
  readonly fileSha256: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly objectVersionId: string;
}): string {
  const which = file.status === 'duplicate' ? `COPY#${file.objectVersionId}` : 'LEDGER';
  return `${file.receivedAt}#${file.fileSha256}#${which}`;
}
