const UINT32_RANGE = 4_294_967_296;

/**
 * Seeded random numbers (sfc32), the same on every machine: integers and exact divisions only. A key of three numbers
 * names an independent sequence, so that any claim can be made again without those before it.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  constructor(seed: number, stream: number, index: number) {
    this.restart(seed, stream, index);
  }

  /** Goes to the start of another sequence. Numbers are taken up to 2^53. */
  restart(seed: number, stream: number, index: number): this {
    this.a = mixed(seed | 0) ^ mixed(Math.floor(seed / UINT32_RANGE) + 0x51ed27);
    this.b = mixed((stream | 0) + 0x9e3779b9);
    this.c = mixed(index | 0) ^ mixed(Math.floor(index / UINT32_RANGE) + 0x2545f5);
    this.counter = 1;
    for (let i = 0; i < 8; i++) this.next();
    return this;
  }

  /** A whole number from 0 to 2^32 - 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** From 0, below 1. */
  fraction(): number {
    return this.next() / UINT32_RANGE;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.fraction() * list.length)] as T;
  }
}

/** Things that are picked in proportion to their weights. */
export class Mix<T extends { readonly weight: number }> {
  private readonly entries: readonly T[];
  private readonly total: number;

  constructor(entries: readonly T[]) {
    this.entries = entries.filter(({ weight }) => weight > 0);
    this.total = this.entries.reduce((sum, { weight }) => sum + weight, 0);
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  pick(random: Random): T {
    let at = random.fraction() * this.total;
    for (const entry of this.entries) {
      at -= entry.weight;
      if (at < 0) return entry;
    }
    return this.entries.at(-1) as T;
  }
}

function mixed(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) | 0;
}
