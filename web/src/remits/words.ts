import { dollars } from '../../../functions/core/money/dollars.ts';
import type { InboxFile, RemittanceRow } from './queries.ts';

export const FILE_STATUS_IN_WORDS: { readonly [status in InboxFile['status']]: string } = {
  reading: 'Being read',
  loaded: 'Loaded',
  loaded_with_exceptions: 'Partly loaded',
  quarantined: 'Quarantined',
  not_read_yet: 'Kept, not read',
  duplicate: 'Already counted',
};

export const REMITTANCE_STATUS_IN_WORDS: { readonly [status in RemittanceRow['status']]: string } = {
  loading: 'Being loaded',
  loaded: 'Loaded',
  conflict: 'Held: another one names the same payment',
};

/** How far a remittance is from adding up, in words; the figure stands beside it. */
export function differenceInWords(cents: number): string {
  if (cents === 0) return 'Adds up';
  return cents > 0 ? 'Paid too little' : 'Paid too much';
}

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/**
 * What became of a file that was sent in.
 *
 * @example // 'Already counted: $0.00 posted. It came on 21 Nov …'
 */
export function outcomeInWords(
  file: Pick<
    InboxFile,
    | 'status'
    | 'statusReason'
    | 'remittances'
    | 'claims'
    | 'denials'
    | 'deniedCents'
    | 'claimsSent'
    | 'acknowledgements'
  >,
): string {
  const { status, statusReason, remittances, claims, denials, deniedCents } = file;
  switch (status) {
    case 'duplicate':
      return `Already counted: $0.00 posted. ${statusReason}`;
    case 'loaded':
    case 'loaded_with_exceptions': {
      const parts = [
        remittances > 0 ? counted(remittances, 'remittance', 'remittances') : '',
        claims > 0 ? counted(claims, 'claim', 'claims') : '',
        remittances > 0 ? `${counted(denials, 'denial', 'denials')} (${dollars(deniedCents)})` : '',
        file.claimsSent > 0 ? counted(file.claimsSent, 'claim as sent', 'claims as sent') : '',
        file.acknowledgements > 0
          ? counted(file.acknowledgements, 'acknowledgement', 'acknowledgements')
          : '',
      ].filter((part) => part !== '');
      return `${FILE_STATUS_IN_WORDS[status]}: ${parts.join(', ')}.`;
    }
    case 'reading':
    case 'quarantined':
    case 'not_read_yet':
      return `${FILE_STATUS_IN_WORDS[status]}. ${statusReason}`;
    default:
      return status satisfies never;
  }
}

/** @example bytesInWords(1_536_000) // '1.5 MB' */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte', 'bytes');
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
