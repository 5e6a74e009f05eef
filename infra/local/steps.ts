/** Says what is being done and how long it took, one line a step. */
export class Steps {
  readonly #startedAt: number;
  readonly #write: (text: string) => void;

  constructor(startedAt: number, write: (text: string) => void = (text) => process.stdout.write(text)) {
    this.#startedAt = startedAt;
    this.#write = write;
  }

  /** @returns what the step returns; a string from `tell` replaces the dots behind the label. */
  async run<T>(
    label: string,
    work: () => Promise<T> | T,
    tell: (result: T) => string = () => '',
  ): Promise<T> {
    const startedAt = Date.now();
    this.#write(`  ${label} … `);
    try {
      const result = await work();
      const said = tell(result);
      this.#write(`${said === '' ? '' : `${said}, `}${seconds(Date.now() - startedAt)}\n`);
      return result;
    } catch (error) {
      this.#write('failed\n');
      throw error;
    }
  }

  say(line: string): void {
    this.#write(`${line}\n`);
  }

  total(): string {
    return seconds(Date.now() - this.#startedAt);
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
