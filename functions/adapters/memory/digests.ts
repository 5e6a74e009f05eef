import type { DigestLog, Mail } from '../../ports/digests.ts';

/** Mail that is kept instead of sent. */
export class MemoryMail implements Mail {
  readonly sent: Parameters<Mail['send']>[0][] = [];

  async send(mail: Parameters<Mail['send']>[0]): Promise<void> {
    this.sent.push(mail);
  }
}

export class MemoryDigestLog implements DigestLog {
  readonly #begun = new Set<string>();
  readonly #done = new Set<string>();

  async isDone(day: string): Promise<boolean> {
    return this.#done.has(day);
  }

  async markBegun(day: string, userId: string): Promise<'begun' | 'already'> {
    const key = `${day} ${userId}`;
    if (this.#begun.has(key)) return 'already';
    this.#begun.add(key);
    return 'begun';
  }

  async markDone(day: string): Promise<void> {
    this.#done.add(day);
  }
}
