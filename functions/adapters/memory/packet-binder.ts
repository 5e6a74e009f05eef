import type { PacketBinder } from '../../ports/packet-binder.ts';

/**
 * Writes cover, letter and enclosures one after another as text, a line `Encl. 1` before each enclosure, and takes each
 * to have one page: for tests of what is done with a packet, not of how it looks. What is empty cannot be read.
 */
export const memoryPacketBinder: PacketBinder = {
  async bind({ front, enclosures }) {
    const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const form = front?.form === undefined ? [] : [`Form\n${words(front.form)}`];
    const before = front === null ? [] : [words(front.cover), ...form, words(front.letter)];
    const readable = enclosures.filter(({ pdf }) => pdf.length > 0);
    const bound = readable.map(({ number, pdf }) => `Encl. ${number}\n${words(pdf)}`);
    const places = readable.map(
      ({ number }, index) => [number, { pageCount: 1, firstPage: before.length + index + 1 }] as const,
    );
    return {
      pdf: new TextEncoder().encode([...before, ...bound].join('\n')),
      pageCount: before.length + bound.length,
      places: new Map(places),
      formPages: form.length,
      unreadable: enclosures.filter(({ pdf }) => pdf.length === 0).map(({ number }) => number),
    };
  },
};
