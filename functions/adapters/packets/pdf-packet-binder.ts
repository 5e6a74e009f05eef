import type { PacketBinder } from '../../ports/packet-binder.ts';

/** The binder of PDFs, loaded with its library at the first packet: most calls of the API bind none. */
export const pdfPacketBinder: PacketBinder = {
  async bind(contents) {
    const { bindPacket } = await import('./bind-packet.ts');
    return bindPacket(contents);
  },
};
