/** A part of what an answer depends on. An object counts by its identity. */
export type Part = string | number | boolean | null | undefined | object;

interface Place<T> {
  answer: T | undefined;
  next: Map<Part, Place<T>> | null;
}

/** Forgets everything when full, so that memory stays flat on input that never repeats. */
const ANSWERS_AT_MOST = 5_000;
const PARTS_AT_MOST = 48;
const CHARACTERS_AT_MOST = 100;

/**
 * Answers by all that they depend on, part for part: no two questions ever share a place. Whoever asks must make the
 * answer from those parts alone, and nobody may change it afterwards.
 */
export class Remembered<T extends object> {
  #first: Place<T> = { answer: undefined, next: null };
  #answers = 0;

  /** @param parts a list of changing length says its length before its items */
  answerTo(parts: readonly Part[], make: () => T): T {
    let place: Place<T> | undefined = this.#first;
    for (let at = 0; at < parts.length && place !== undefined; at++) place = place.next?.get(parts[at]);
    return place?.answer ?? this.#made(parts, make());
  }

  #made(parts: readonly Part[], answer: T): T {
    if (parts.length > PARTS_AT_MOST || parts.some(isLong)) return answer;
    if (this.#answers >= ANSWERS_AT_MOST) {
      this.#first = { answer: undefined, next: null };
      this.#answers = 0;
    }
    let place = this.#first;
    for (const part of parts) {
      place.next ??= new Map();
      let next = place.next.get(part);
      if (next === undefined) {
        next = { answer: undefined, next: null };
        place.next.set(part, next);
      }
      place = next;
    }
    place.answer = answer;
    this.#answers += 1;
    return answer;
  }
}

function isLong(part: Part): boolean {
  return typeof part === 'string' && part.length > CHARACTERS_AT_MOST;
}
