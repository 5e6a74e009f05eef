import type { AppealFacts } from '../core/appeal/facts.ts';
import type { PacketPart } from '../core/denial/denial.ts';
import type { LetterPorts } from './make-letter.ts';
import { storePdf } from './store-pdf.ts';

export interface MadeAddressPage {
  readonly parts: readonly PacketPart[];
  /** What keeps it from being mailed, in words. */
  readonly missing: readonly string[];
}

/**
 * The sheet that a print room puts before a packet, where the window of the envelope shows it. It is made and approved
 * with the packet: whom it goes to is part of what a person signs for.
 */
export async function makeAddressPage(
  { printer, objects }: Pick<LetterPorts, 'printer' | 'objects'>,
  { practice, payer }: AppealFacts,
  { place, on }: { readonly place: string; readonly on: string },
): Promise<MadeAddressPage> {
  if (payer.appealsAddress === null) {
    return { parts: [], missing: ['ADDRESS of the payer, to mail it to'] };
  }
  const from = [practice.name, practice.address ?? ''].filter((line) => line !== '').join('\n');
  const to = [payer.name, payer.appealsAddress].join('\n');
  const printed = await printer.printAddressPage({ from, to }, on);
  const fileName = 'address-page.pdf';
  const part = { ...(await storePdf(objects, `${place}/${fileName}`, printed)), fileName };
  return {
    parts: [part],
    missing: printed.unprintable.map(
      (character) => `CHARACTER ${character} of the address cannot be printed`,
    ),
  };
}
