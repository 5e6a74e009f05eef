import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { documentCleaner } from '../../../functions/adapters/intake/document-cleaner.ts';
import { bindPacket } from '../../../functions/adapters/packets/bind-packet.ts';
import { type RawObject, rawPdf } from '../../fixtures/raw-pdf.ts';
import { readPacketFile } from '../../fixtures/read-packet.ts';
import { shownPages } from '../../fixtures/shown-text.ts';

const clean = (bytes: Uint8Array) => documentCleaner.clean(bytes, 'application/pdf');

const RESOURCES = '/Resources << /Font << /F1 3 0 R >> >>';
const LETTER = '/MediaBox [0 0 612 792]';
const WORDS = 'BT /F1 12 Tf 72 700 Td (Seen) Tj ET';

/** One page with these entries and content streams. */
function page(entries: string, ...contents: readonly (string | RawObject)[]): Buffer {
  const streams = contents.map((data) => (typeof data === 'string' ? { dict: '', data } : data));
  return rawPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Type /Page /Parent 2 0 R ${entries} /Contents [${streams.map((_, at) => `${5 + at} 0 R`).join(' ')}] >>`,
      ...streams,
    ],
  });
}

async function boundContent(bytes: Uint8Array): Promise<string> {
  const cleaned = await clean(bytes);
  if (cleaned.kind === 'refused') throw new Error(`Refused: ${cleaned.reason}`);
  const enclosures = [{ number: 1, name: 'Notes', pdf: cleaned.bytes }];
  const bound = await bindPacket({ front: null, enclosures, title: 'Part' });
  const [read] = (await readPacketFile(bound.pdf)).pages;
  return read?.content ?? '';
}

describe('what a page leaves behind does not reach the stamp', () => {
  test.each([
    ['a graphics state left open', `${WORDS} q 3 0 0 3 0 0 cm`],
    ['one closed too often, and all moved', `Q Q 0.0001 0 0 0.0001 5000 5000 cm ${WORDS}`],
    ['a clip', `${WORDS} 0 0 1 1 re W n`],
    ['a text left open', 'BT /F1 12 Tf 72 700 Td (Seen) Tj'],
    ['a string without its end', `${WORDS} (never ends`],
    ['a picture without its end', `${WORDS} BI /W 1 /H 1 ID xx`],
    ['a list without its end', `${WORDS} /P << /A [`],
    ['a comment', `${WORDS} % never ends`],
  ])('%s', async (_what, content) => {
    const bound = await boundContent(page(`${LETTER} ${RESOURCES}`, content));
    expect(bound).not.toContain(content);
    expect(bound).toMatch(/^(q\s+)+\/Page Do\s+(Q\s+)+\/Artifact/);
    expect(bound).toContain('(Encl. 1, p. 1 of 1) Tj');
  });

  test('and contents that never end a picture are bound at once', async () => {
    const began = performance.now();
    await boundContent(page(`${LETTER} ${RESOURCES}`, 'BI '.repeat(300_000)));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('a page shows what it showed', () => {
  test('of several contents, divided between any two words', async () => {
    const bytes = page(
      `${LETTER} ${RESOURCES}`,
      'BT /F1 12',
      { dict: '/Filter /ASCIIHexDecode', data: hex(' Tf 72') },
      '700 Td (Seen) Tj ET',
    );
    const cleaned = await clean(bytes);
    const [shown] = cleaned.kind === 'clean' ? await shownPages(cleaned.bytes) : [];
    expect(shown?.operators).toMatch(/BT \/F1 12\s+Tf 72\s+700 Td \(Seen\) Tj ET/);
  });

  test('without contents it is empty', async () => {
    expect(await clean(page(LETTER))).toMatchObject({ kind: 'clean', pageCount: 1 });
  });

  test('by what it draws with, its own or of all pages', async () => {
    const cleaned = await clean(page(`${LETTER} ${RESOURCES}`, WORDS));
    if (cleaned.kind === 'refused') throw new Error(cleaned.reason);
    const pdf = await PDFDocument.load(cleaned.bytes);
    expect(
      String(
        pdf
          .getPage(0)
          .node.Resources()
          ?.get(pdf.context.obj('XObject') as never),
      ),
    ).not.toBe('');
    expect((await shownPages(cleaned.bytes))[0]?.operators).toContain('(Seen) Tj');
  });
});

describe('a page of which programs show each something else is refused', () => {
  test.each([
    ['without a size', ''],
    ['of no size', '/MediaBox [0 0 0 0]'],
    ['smaller than half an inch', '/MediaBox [0 0 35 792]'],
    ['larger than 200 inches', '/MediaBox [0 0 14401 792]'],
    ['of three corners', '/MediaBox [0 0 612]'],
    ['measured in names', '/MediaBox [/a /b /c /d]'],
    ['measured in words', '/MediaBox (letter)'],
    ['cut to nothing', `${LETTER} /CropBox [1000 1000 1200 1200]`],
    ['cut by half a box', `${LETTER} /CropBox [0 0]`],
    ['turned by an eighth', `${LETTER} /Rotate 45`],
    ['turned by a name', `${LETTER} /Rotate /x`],
  ])('%s', async (_what, entries) => {
    expect(await clean(page(`${entries} ${RESOURCES}`, WORDS))).toEqual({
      kind: 'refused',
      reason: 'odd_pages',
    });
  });

  test.each([
    ['backwards', '/MediaBox [612 792 0 0]'],
    ['turned to the left', `${LETTER} /Rotate -90`],
    ['cropped beyond its edges', `${LETTER} /CropBox [-50 -50 900 900]`],
    ['as large as a scan in pixels', '/MediaBox [0 0 9921 14031]'],
  ])('but not one %s', async (_what, entries) => {
    expect(await clean(page(`${entries} ${RESOURCES}`, WORDS))).toMatchObject({ kind: 'clean' });
  });

  test('where what it draws with cannot be read', async () => {
    expect(await clean(page(`${LETTER} /Resources /x`, WORDS))).toEqual({
      kind: 'refused',
      reason: 'damaged',
    });
  });

  test('where contents in parts cannot be unpacked, or come to more than a record', async () => {
    const odd = { dict: '/Filter /Crypt', data: 'q' };
    expect(await clean(page(`${LETTER} ${RESOURCES}`, WORDS, odd))).toEqual({
      kind: 'refused',
      reason: 'damaged',
    });
    // ISO 32000-2, 7.4.5: 0x81 repeats the next byte 128 times.
    const bomb = {
      dict: '/Filter /RunLengthDecode',
      data: Buffer.alloc(1_000_000, Buffer.from([0x81, 0x20])),
    };
    expect(await clean(page(`${LETTER} ${RESOURCES}`, bomb, WORDS))).toEqual({
      kind: 'refused',
      reason: 'unpacks_too_large',
    });
  });
});

function hex(text: string): string {
  return `${Buffer.from(text, 'latin1').toString('hex')}>`;
}
