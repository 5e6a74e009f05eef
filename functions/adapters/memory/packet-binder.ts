import type { PacketBinder } from '../../ports/packet-binder.ts';

/**
 * Writes cover, form, letter and enclosures one after another as text, a line `Encl. 1` before each enclosure; the pages
 * of an enclosure are parted by form feeds. For tests of what is done with a packet, not of how it looks. What is empty
 * cannot be read.
 */
export const memoryPacketBinder: PacketBinder = {
  async bind({ front, enclosures }) {
    const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const form = front?.form === undefined ? [] : [`Form\n${words(front.form)}`];
    const before = front === null ? [] : [words(front.cover), ...form, words(front.letter)];
    const bound: string[] = [];
    const places = new Map<number, { readonly pageCount: number; readonly firstPage: number }>();
    let pageCount = before.length;
    for (const { number, pdf } of enclosures) {
      if (pdf.length === 0) continue;
      const pages = words(pdf).split('\f').length;
      places.set(number, { pageCount: pages, firstPage: pageCount + 1 });
      pageCount += pages;
      bound.push(`Encl. ${number}\n${words(pdf)}`);
    }
    return {
      pdf: new TextEncoder().encode([...before, ...bound].join('\n')),
      pageCount,
      places,
      formPages: form.length,
      unreadable: enclosures.filter(({ pdf }) => pdf.length === 0).map(({ number }) => number),
    };
  },
};
