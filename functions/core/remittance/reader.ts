import { createTokenizer } from '../x12/tokenizer.ts';
import { type ClaimRange, ClaimRangeVisitor } from './claim-range.ts';
import type { ReaderEvent } from './remittance.ts';
import { RemittanceVisitor } from './remittance-visitor.ts';

const BATCH_BYTES = 64 * 1024;

export interface RemittanceReader {
  /** Takes the next bytes, any number of them. The chunk may be used again afterwards. */
  push(chunk: Uint8Array): void;
  /** Says that no more bytes come. */
  end(): void;
}

export interface ReadingOptions {
  /** Stops the reading with the signal's reason, and lets go of the source. */
  readonly signal?: AbortSignal;
  /** Reads the claims of this range alone: the source holds its bytes and no others. */
  readonly range?: ClaimRange;
}

/**
 * Reads X12 835 remittances (5010 and 4010) from bytes that are pushed in chunks of any size. Events come in file
 * order: `header`, its `claim`s, then `remittance`; a transaction that could not be read whole ends in `exception`
 * instead, possibly after some of its claims. Never throws on input; memory is bounded by the largest claim.
 *
 * With a range it begins at a CLP within a transaction that was read before: `header` and `claim` events alone, the
 * same as the reading of the whole file gives for these claims.
 *
 * @example
 * const reader = createRemittanceReader((event) => console.log(event.kind));
 * for await (const chunk of createReadStream('remittance.835')) reader.push(chunk);
 * reader.end();
 */
export function createRemittanceReader(
  emit: (event: ReaderEvent) => void,
  range?: ClaimRange,
): RemittanceReader {
  const visitor = range === undefined ? new RemittanceVisitor(emit) : new ClaimRangeVisitor(range, emit);
  const tokenizer = createTokenizer(visitor, range);
  return {
    push(chunk) {
      visitor.receive(chunk);
      tokenizer.push(chunk);
    },
    end() {
      tokenizer.end();
      visitor.end();
    },
  };
}

/**
 * The events of a source in batches, at most those of 64 kB of input each; the source waits while a batch is worked.
 * To stop early, leave the loop or abort the signal: the source is told either way.
 */
export async function* readRemittances(
  source: AsyncIterable<Uint8Array>,
  { signal, range }: ReadingOptions = {},
): AsyncGenerator<ReaderEvent[]> {
  let batch: ReaderEvent[] = [];
  const reader = createRemittanceReader((event) => batch.push(event), range);
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += BATCH_BYTES) {
      signal?.throwIfAborted();
      reader.push(chunk.subarray(from, from + BATCH_BYTES));
      if (batch.length === 0) continue;
      const events = batch;
      batch = [];
      yield events;
    }
  }
  signal?.throwIfAborted();
  reader.end();
  if (batch.length > 0) yield batch;
}
