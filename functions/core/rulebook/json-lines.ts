/**
 * The line, from 1, on which a value of a JSON text begins: people look for a mistake by line. A path that leads
 * nowhere gives the line of the last thing on it that is there.
 *
 * @param text valid JSON
 * @example lineOfPath('[\n{"a": 1}\n]', [0, 'a']) // 2
 */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const at = new Scanner(text).find(path);
  return text.slice(0, at).split('\n').length;
}

const SPACE = /[\s,:]/;

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the value, or of the nearest one that holds it. */
  find(path: readonly PropertyKey[]): number {
    this.#skipSpace();
    let found = this.#at;
    for (const step of path) {
      const start = this.#enter(step);
      if (start === null) return found;
      found = start;
    }
    return found;
  }

  /** Moves to the member of the object or list at hand; null where it has none of that name. */
  #enter(step: PropertyKey): number | null {
    const opening = this.#text[this.#at];
    if (opening !== '{' && opening !== '[') return null;
    this.#at += 1;
    for (let index = 0; ; index++) {
      this.#skipSpace();
      const start = this.#at;
      const next = this.#text[start];
      if (next === undefined || next === '}' || next === ']') return null;
      let name: PropertyKey = index;
      if (opening === '{') {
        name = JSON.parse(this.#skipString()) as string;
        this.#skipSpace();
      }
      if (String(name) === String(step)) return opening === '{' ? start : this.#at;
      this.#skipValue();
    }
  }

  #skipSpace(): void {
    while (SPACE.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #skipString(): string {
    const start = this.#at;
    for (this.#at += 1; this.#at < this.#text.length && this.#text[this.#at] !== '"'; this.#at += 1)
      if (this.#text[this.#at] === '\\') this.#at += 1;
    this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #skipValue(): void {
    let depth = 0;
    while (this.#at < this.#text.length) {
      const next = this.#text[this.#at];
      if (next === '"') this.#skipString();
      else this.#at += 1;
      if (next === '{' || next === '[') depth += 1;
      if (next === '}' || next === ']') depth -= 1;
      const following = this.#text[this.#at] ?? '';
      if (depth === 0 && (next === '"' || next === '}' || next === ']' || /[\s,\]}]/.test(following))) return;
    }
  }
}
