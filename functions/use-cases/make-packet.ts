import type { ChosenEnclosure } from '../core/appeal/enclosures.ts';
import type { AppealFacts } from '../core/appeal/facts.ts';
import type { DeliveryChannel } from '../core/appeal/packet/channel.ts';
import { coverMarkup } from '../core/appeal/packet/cover.ts';
import {
  beyondLimits,
  enclosedTwice,
  limitsOf,
  OWN_LIMITS,
  type PacketLimits,
} from '../core/appeal/packet/limits.ts';
import { planParts } from '../core/appeal/packet/plan-parts.ts';
import { deliveryChannelOf } from '../core/delivery/setting.ts';
import type { BoundEnclosure, Denial, PacketPart, StoredPdf } from '../core/denial/denial.ts';
import type { CleanDocument, Document } from '../core/documents/document.ts';
import { missingForm, payersFormOf } from '../core/documents/payers-form.ts';
import { registeredPayerOf } from '../core/payer/registry.ts';
import type { PrintedLetter } from '../ports/letter-printer.ts';
import type { BoundPacket, EnclosureToBind, PacketBinder, PacketFront } from '../ports/packet-binder.ts';
import { type MadeAddressPage, makeAddressPage } from './make-address-page.ts';
import type { LetterPorts } from './make-letter.ts';
import { storePdf } from './store-pdf.ts';

export type PacketPorts = Pick<LetterPorts, 'objects' | 'printer'> & { readonly binder: PacketBinder };

/** How the packet will leave: its limits are those of this way. */
export interface PacketWay {
  readonly channel: DeliveryChannel;
  /** Whether the file that is dropped goes on as a fax. */
  readonly fax: boolean;
}

/** The way that the organisation settled for this payer, and the one that the clock reckons with. */
export async function packetWayOf(
  { settings }: Pick<LetterPorts, 'settings'>,
  { payerId, payerName, deadlines }: Denial,
): Promise<PacketWay> {
  const { payers } = await settings.organisation();
  const payer = registeredPayerOf({ id: payerId, name: payerName }, payers);
  const channel = deliveryChannelOf(payer);
  return { channel, fax: deadlines.find(({ governs }) => governs)?.counting?.channel === 'fax' };
}

export interface MadePacket {
  readonly packet: StoredPdf;
  readonly enclosures: readonly BoundEnclosure[];
  readonly parts: readonly PacketPart[];
  /** What keeps it from being sent, in words. */
  readonly missing: readonly string[];
}

/** Only what is printed here is put into an envelope here. */
const NO_ADDRESS_PAGE: MadeAddressPage = { parts: [], missing: [] };

type Checked = ChosenEnclosure & { readonly clean: CleanDocument };

/**
 * Binds cover, letter and the enclosures that intake has checked, and stores the packet; in parts too, where its channel
 * takes several files. More than can be bound is not: then the packet is cover and letter, and says so.
 *
 * @param place key under which it is stored, without ending
 * @param what the letter is, for the cover
 */
export async function makePacket(
  ports: PacketPorts,
  chosen: readonly ChosenEnclosure[],
  letter: PrintedLetter,
  facts: AppealFacts,
  {
    place,
    what,
    on,
    channel,
    fax,
    documents,
  }: PacketWay & {
    readonly place: string;
    readonly what: string;
    readonly on: string;
    /** Of the denial: among them the payer's own form, where it wants one. */
    readonly documents: readonly Document[];
  },
): Promise<MadePacket> {
  const checked = checkedOf(chosen);
  const tooMuch = beyondLimits([sizeOf(letter, checked)], OWN_LIMITS);
  const fitting = tooMuch.length === 0 ? checked : [];
  const form = facts.appeal.payersForm === null ? null : payersFormOf(documents);
  const formPages = form?.clean.pageCount ?? 0;
  const cover = await printCover(ports, fitting, letter, facts, { what, on, formPages });
  const front = {
    cover: cover.bytes,
    ...(form !== null && { form: await readClean(ports, form.clean) }),
    letter: letter.bytes,
  };
  const toBind = await Promise.all(fitting.map((each) => readEnclosure(ports, each)));
  const title = `${what}: claim ${facts.claim.payerClaimControlNumber ?? facts.claim.patientControlNumber}`;
  const bound = await ports.binder.bind({ front, enclosures: toBind, title });
  const packet = await storePdf(ports.objects, `${place}.pdf`, {
    bytes: bound.pdf,
    pageCount: bound.pageCount,
  });
  const limits = limitsOf(channel, { fax });
  const parts = limits.mostFiles === 1 ? [] : await makeParts(ports, { front, toBind, limits, place, title });
  const sheet =
    channel === 'print_and_mail' ? await makeAddressPage(ports, facts, { place, on }) : NO_ADDRESS_PAGE;
  return {
    packet,
    enclosures: fitting.flatMap((each) => boundOf(each, bound)),
    parts: [...parts, ...sheet.parts],
    missing: [
      ...sheet.missing,
      ...missingForm(facts.appeal.payersForm, documents),
      ...(bound.formPages === formPages ? [] : ['FORM of the payer cannot be read whole: attach it again']),
      ...chosen.filter(({ document }) => document.clean === null).map(neverChecked),
      ...tooMuch,
      ...fitting.flatMap((each) => lostPages(each, bound)),
      ...(tooMuch.length > 0 ? [] : beyondLimits(parts.length === 0 ? [packet] : parts, limits)),
      ...enclosedTwice(
        checked.map(({ number, document, clean }) => ({ number, hashes: [document.sha256, clean.sha256] })),
      ),
    ],
  };
}

/** How many pages each enclosure has, by its number, as intake counted them. */
export function pagesOfEnclosures(chosen: readonly ChosenEnclosure[]): ReadonlyMap<number, number> {
  return new Map(checkedOf(chosen).map(({ number, clean }) => [number, clean.pageCount]));
}

function checkedOf(chosen: readonly ChosenEnclosure[]): readonly Checked[] {
  return chosen.flatMap((each) => {
    const { clean } = each.document;
    return clean === null ? [] : [{ ...each, clean }];
  });
}

function sizeOf(letter: PrintedLetter, checked: readonly Checked[]) {
  return {
    byteLength: checked.reduce((sum, { clean }) => sum + clean.byteLength, letter.bytes.byteLength),
    pageCount: checked.reduce((sum, { clean }) => sum + clean.pageCount, letter.pageCount),
  };
}

/** Its list grows with the enclosures: its own length is known once it is printed. */
async function printCover(
  { printer }: PacketPorts,
  enclosures: readonly Checked[],
  letter: PrintedLetter,
  facts: AppealFacts,
  { what, on, formPages }: { readonly what: string; readonly on: string; readonly formPages: number },
): Promise<PrintedLetter> {
  const printed = (coverPages: number) =>
    printer.print(
      coverMarkup(facts, {
        what,
        on,
        coverPages,
        formPages,
        letterPages: letter.pageCount,
        enclosures: enclosures.map(({ number, name, clean }) => ({
          number,
          name,
          pageCount: clean.pageCount,
        })),
      }),
      on,
      false,
    );
  const first = await printed(1);
  return first.pageCount === 1 ? first : printed(first.pageCount);
}

async function readEnclosure(ports: PacketPorts, { number, name, clean }: Checked): Promise<EnclosureToBind> {
  return { number, name, pdf: await readClean(ports, clean) };
}

function readClean({ objects }: PacketPorts, { objectKey, objectVersionId }: CleanDocument) {
  return objects.read({ bucket: 'documents', key: objectKey, versionId: objectVersionId });
}

async function makeParts(
  { binder, objects }: PacketPorts,
  of: {
    readonly front: PacketFront;
    readonly toBind: readonly EnclosureToBind[];
    readonly limits: PacketLimits;
    readonly place: string;
    readonly title: string;
  },
): Promise<readonly PacketPart[]> {
  const { front, toBind, limits, place, title } = of;
  const sizes = toBind.map(({ number, pdf }) => ({ number, byteLength: pdf.byteLength }));
  const parts: PacketPart[] = [];
  const frontBytes = front.cover.byteLength + (front.form?.byteLength ?? 0) + front.letter.byteLength;
  for (const part of planParts(frontBytes, sizes, limits)) {
    const enclosures = toBind.filter(({ number }) => part.enclosures.includes(number));
    const { pdf, pageCount } = await binder.bind({
      front: part.withLetter ? front : null,
      enclosures,
      title,
    });
    const { fileName } = part;
    parts.push({ ...(await storePdf(objects, `${place}/${fileName}`, { bytes: pdf, pageCount })), fileName });
  }
  return parts;
}

function boundOf(
  { number, name, document, clean }: Checked,
  { places }: BoundPacket,
): readonly BoundEnclosure[] {
  const place = places.get(number);
  if (place === undefined) return [];
  const { pageCount: pagesOut, firstPage } = place;
  return [{ number, name, sha256: document.sha256, pagesIn: clean.pageCount, pagesOut, firstPage }];
}

function neverChecked({ number, name }: ChosenEnclosure): string {
  return `ENCLOSURE ${number} (${name}) was attached before files were checked: attach it again`;
}

/** Pages that are lost are lost for the reviewer: nothing leaves without them. */
function lostPages({ number, name, clean }: Checked, { places, unreadable }: BoundPacket): readonly string[] {
  if (unreadable.includes(number)) return [`ENCLOSURE ${number} (${name}) cannot be read: attach it again`];
  const out = places.get(number)?.pageCount ?? 0;
  if (out === clean.pageCount) return [];
  return [
    `ENCLOSURE ${number} (${name}) has ${clean.pageCount} pages, and ${out} are in the packet: attach it again`,
  ];
}
