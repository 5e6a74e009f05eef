import type { Acknowledgement } from '../../../functions/core/claim/acknowledgement.ts';
import type { Claim } from '../../../functions/core/claim/claim.ts';
import {
  type ClaimReaderEvent,
  createClaimReader,
  type SubmissionTransaction,
} from '../../../functions/core/claim/reader.ts';
import type { ReadingNotice } from '../../../functions/core/remittance/remittance.ts';

export interface ClaimReading {
  readonly events: readonly ClaimReaderEvent[];
  readonly claims: readonly Claim[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly transactions: readonly SubmissionTransaction[];
  readonly notices: readonly ReadingNotice[];
  /** Codes. */
  readonly exceptions: readonly string[];
  readonly warnings: readonly string[];
  readonly others: readonly string[];
}

/** Reads bytes, or text as Latin-1, in chunks of the given size (all at once by default). */
export function readClaims(input: string | Uint8Array, chunkSize = Number.POSITIVE_INFINITY): ClaimReading {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'latin1') : input;
  const events: ClaimReaderEvent[] = [];
  const reader = createClaimReader((event) => events.push(event));
  if (chunkSize >= bytes.length) reader.push(bytes);
  else for (let i = 0; i < bytes.length; i += chunkSize) reader.push(bytes.subarray(i, i + chunkSize));
  reader.end();
  return claimReadingOf(events);
}

export function claimReadingOf(events: readonly ClaimReaderEvent[]): ClaimReading {
  const codes = (kind: 'warning' | 'exception') =>
    events.flatMap((event) => (event.kind === kind ? [event.notice.code] : []));
  return {
    events,
    claims: events.flatMap((event) => (event.kind === 'claim' ? [event.claim] : [])),
    acknowledgements: events.flatMap((event) =>
      event.kind === 'acknowledgement' ? [event.acknowledgement] : [],
    ),
    transactions: events.flatMap((event) => (event.kind === 'transaction' ? [event.transaction] : [])),
    notices: events.flatMap((event) => ('notice' in event ? [event.notice] : [])),
    exceptions: codes('exception'),
    warnings: codes('warning'),
    others: events.flatMap((event) => (event.kind === 'other_transaction' ? [event.set] : [])),
  };
}

/** The one claim there is. */
export function onlyClaim(input: string | Uint8Array): Claim {
  const { claims } = readClaims(input);
  const [claim] = claims;
  if (claim === undefined || claims.length !== 1) throw new Error(`There are ${claims.length} claims.`);
  return claim;
}
