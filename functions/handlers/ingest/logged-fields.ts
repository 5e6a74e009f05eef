import type { ReceiveResult } from '../../use-cases/receive-file.ts';

/** What the log says of a file: its hash and counts, never its name. */
export function loggedFieldsOf(result: ReceiveResult) {
  if (!('file' in result)) return { fileSha256: result.fileSha256 };
  const { fileSha256, remittances, claims, denials, claimsSent, acknowledgements } = result.file;
  const { exceptions, warnings } = result.file;
  const read = { remittances, claims, denials, claimsSent, acknowledgements };
  return { fileSha256, counts: { ...read, exceptions: exceptions.length, warnings: warnings.length } };
}
