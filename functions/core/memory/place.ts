/**
 * A place in a memory that is found step by step, by equality of each step (numbers, texts, objects by identity): two
 * ways lead to one place only where all their steps are equal.
 */
export class Place<T> {
  kept: T | undefined = undefined;
  readonly #root: Place<T>;
  #next: Map<unknown, Place<T>> | undefined = undefined;
  #count = 1;

  constructor(root?: Place<T>) {
    this.#root = root ?? this;
  }

  /** Places of the memory; asked of its first place. */
  get count(): number {
    return this.#count;
  }

  next(step: unknown): Place<T> {
    this.#next ??= new Map();
    const known = this.#next.get(step);
    if (known !== undefined) return known;
    const made = new Place<T>(this.#root);
    this.#next.set(step, made);
    this.#root.#count += 1;
    return made;
  }
}
