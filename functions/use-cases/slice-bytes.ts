import type { ByteRange } from '../ports/object-store.ts';

/**
 * Bytes of an object, range after range in the order of the file, out of one request: what lies between two ranges is
 * passed over. The request is made when the first range is read.
 */
export class SliceBytes {
  readonly #open: (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>;
  readonly #end: number;
  #source: AsyncIterator<Uint8Array> | null = null;
  #chunk: Uint8Array = new Uint8Array(0);
  /** Where in the object the chunk at hand begins. */
  #at = 0;

  /** `end`: behind the last range that will be asked for. */
  constructor(open: (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>, end: number) {
    this.#open = open;
    this.#end = end;
  }

  async *range({ byteStart, byteEnd }: ByteRange): AsyncGenerator<Uint8Array> {
    if (this.#source === null) {
      const source = await this.#open({ byteStart, byteEnd: this.#end });
      this.#source = source[Symbol.asyncIterator]();
      this.#at = byteStart;
    }
    while (this.#at < byteEnd) {
      if (this.#chunk.length === 0) {
        const next = await this.#source.next();
        if (next.done === true) throw new ObjectCutShortError();
        this.#chunk = next.value;
      }
      this.#passOver(byteStart - this.#at);
      const piece = this.#chunk.subarray(0, byteEnd - this.#at);
      this.#passOver(piece.length);
      if (piece.length > 0) yield piece;
    }
  }

  /** Lets go of the request. */
  async close(): Promise<void> {
    await this.#source?.return?.();
  }

  #passOver(bytes: number): void {
    const passed = Math.min(Math.max(bytes, 0), this.#chunk.length);
    this.#chunk = this.#chunk.subarray(passed);
    this.#at += passed;
  }
}

/** The store ended an object before its end: the load is tried again. */
export class ObjectCutShortError extends Error {
  override readonly name = 'ObjectCutShortError';
  readonly code = 'DEN-3004';
  constructor() {
    super('The object ended before the range that was asked for.');
  }
}
