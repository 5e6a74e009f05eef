import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { degrees, drawObject, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import * as z from 'zod';
import { exampleMarkup, LETTER_DAY, PRINTER } from '../../fixtures/printed-letters.ts';

/**
 * `npm run bench:packet`: cover, a two-page letter and a scan of 100 pages (400 kB of picture on each) bound as one
 * packet, against the same pages merged by the same library and nothing done to them. Each turn is a process of its own;
 * they take turns, and the median counts. Prints the ratios of time and of peak memory; nothing is asked of them yet.
 */
const TURNS = 7;
const SCANNED_PAGES = 100;
const PICTURE = { width: 800, height: 500 } as const;

const CONTESTANTS = ['packet', 'plain merge'] as const;
type Contestant = (typeof CONTESTANTS)[number];
const turnSchema = z.object({
  milliseconds: z.number(),
  peakMb: z.number(),
  pages: z.int(),
  megabytes: z.number(),
});
type Turn = z.infer<typeof turnSchema>;

const folder = mkdtempSync(path.join(tmpdir(), 'overturn-packet-'));
try {
  const cover = await PRINTER.print(
    '<header><p class="name">Practice</p></header><h1>Appeal</h1><p>What is in it</p><footer>Claim</footer>',
    LETTER_DAY,
    false,
  );
  const letter = await PRINTER.print(exampleMarkup('medical-necessity'), LETTER_DAY);
  writeFileSync(path.join(folder, 'cover.pdf'), cover.bytes);
  writeFileSync(path.join(folder, 'letter.pdf'), letter.bytes);
  writeFileSync(path.join(folder, 'scan.pdf'), await scan());
  const pages = cover.pageCount + letter.pageCount + SCANNED_PAGES;

  const turns: Record<Contestant, Turn[]> = { packet: [], 'plain merge': [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const contestant of CONTESTANTS) {
      const told = run(contestant);
      if (told.pages !== pages) throw new Error(`The ${contestant} has ${told.pages} pages, not ${pages}.`);
      turns[contestant].push(told);
    }
  }
  for (const contestant of CONTESTANTS) {
    const of = turns[contestant];
    const least = Math.min(...of.map(({ milliseconds }) => milliseconds));
    process.stdout.write(
      `${contestant.padEnd(12)} median ${middle(of, 'milliseconds').toFixed(0)} ms, least ${least.toFixed(0)} ms, peak ${middle(of, 'peakMb').toFixed(0)} MB, ${middle(of, 'megabytes').toFixed(1)} MB written\n`,
    );
  }
  const ratio = (of: 'milliseconds' | 'peakMb') =>
    middle(turns.packet, of) / middle(turns['plain merge'], of);
  process.stdout.write(
    `ratio of time ${ratio('milliseconds').toFixed(2)}, of memory ${ratio('peakMb').toFixed(2)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function run(contestant: Contestant): Turn {
  const script = path.join(import.meta.dirname, 'bind.ts');
  const told = execFileSync(process.execPath, [script, contestant, folder], { encoding: 'utf8' });
  return turnSchema.parse(JSON.parse(told));
}

function middle(turns: readonly Turn[], of: keyof Turn): number {
  const sorted = turns.map((turn) => turn[of]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Pictures that do not compress, as those of a scanner: every tenth page lies on its side. */
async function scan(): Promise<Uint8Array> {
  const { width, height } = PICTURE;
  const made = await PDFDocument.create({ updateMetadata: false });
  for (let at = 0; at < SCANNED_PAGES; at += 1) {
    const page = made.addPage([612, 792]);
    if (at % 10 === 9) page.setRotation(degrees(90));
    const picture = made.context.stream(noise(width * height, at), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray',
    });
    const name = page.node.newXObject('Scan', made.context.register(picture));
    page.pushOperators(drawObject(PDFName.of(name.decodeText())));
  }
  return made.save({ useObjectStreams: true });
}

/** The same bytes in every run, and no pattern in them. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0, block = 0; at < length; at += 32, block += 1) {
    const hash = createHash('sha256').update(`${seed}/${block}`).digest();
    bytes.set(hash.subarray(0, Math.min(32, length - at)), at);
  }
  return bytes;
}
