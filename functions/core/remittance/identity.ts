import { createHash, type Hash } from 'node:crypto';
import type { RemittanceId } from '../ids.ts';
import { CANONICAL_ELEMENT, CANONICAL_TERMINATOR } from '../x12/scan-segment.ts';
import type { Segment } from '../x12/segment.ts';

const ELEMENT = String.fromCharCode(CANONICAL_ELEMENT);
const TERMINATOR = String.fromCharCode(CANONICAL_TERMINATOR);

/**
 * The identity of a remittance: the first 128 bits of SHA-256 over its normalised segments (ADR-0003). ST is taken
 * without ST02 and SE not at all, so control numbers and the segment count do not matter. Segments that follow each
 * other in memory are hashed together, in one call for some 100 kB.
 */
export class RemittanceIdentity {
  private readonly version: string;
  /** Made when the first bytes are hashed: most remittances are hashed in one call, at their end. */
  private hash: Hash | null = null;
  private bytes: Buffer | null = null;
  private from = 0;
  private to = 0;

  /** @param version ST03 as sent, '' without one */
  constructor(version: string) {
    this.version = version;
  }

  add(segment: Segment): void {
    if (segment.start !== this.to || this.bytes === null) {
      this.flush();
      this.bytes = segment.bytes;
      this.from = segment.start;
    }
    this.to = segment.end;
  }

  /** Hashes what was added so far; to be called before its bytes are written over. */
  flush(): void {
    if (this.bytes !== null) this.begun().update(this.bytes.subarray(this.from, this.to));
    this.bytes = null;
    this.from = 0;
    this.to = 0;
  }

  id(): RemittanceId {
    this.flush();
    return this.begun().digest('hex').slice(0, 32) as RemittanceId;
  }

  private begun(): Hash {
    if (this.hash !== null) return this.hash;
    const st = this.version === '' ? `ST${ELEMENT}835` : `ST${ELEMENT}835${ELEMENT}${ELEMENT}${this.version}`;
    this.hash = createHash('sha256').update(`${st}${TERMINATOR}`, 'latin1');
    return this.hash;
  }
}
