import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { bindPacket } from '../../../functions/adapters/packets/bind-packet.ts';

/** One turn of one contestant, in a process of its own: its time in ms, its peak memory in MB and its pages, as JSON. */
const [contestant, folder = ''] = process.argv.slice(2);
const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
const [cover, letter, scan] = [read('cover.pdf'), read('letter.pdf'), read('scan.pdf')];

const startedAt = performance.now();
const pdf = contestant === 'packet' ? await packet() : await plainMerge();
const milliseconds = performance.now() - startedAt;
// Before it is read back to be counted.
const peakMb = process.resourceUsage().maxRSS / 1_000;
const pages = (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
process.stdout.write(JSON.stringify({ milliseconds, peakMb, pages, megabytes: pdf.byteLength / 1e6 }));

async function packet(): Promise<Uint8Array> {
  const enclosures = [{ number: 1, name: 'Record', pdf: scan }];
  return (await bindPacket({ front: { cover, letter }, enclosures, title: 'Appeal' })).pdf;
}

/** What one writes first: the pages of all three in one file, without stamps, bookmarks or structure. */
async function plainMerge(): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of [cover, letter, scan]) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
  }
  return merged.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY });
}
