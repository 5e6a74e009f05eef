import { beforeAll, describe, expect, test } from 'vitest';
import { bindPacket } from '../../../functions/adapters/packets/bind-packet.ts';
import type { BoundPacket, PacketContents } from '../../../functions/ports/packet-binder.ts';
import { type MadePage, madePdf, pagesOf } from '../../fixtures/made-pdf.ts';
import { exampleMarkup, LETTER_DAY, PRINTER } from '../../fixtures/printed-letters.ts';
import { rawPdf } from '../../fixtures/raw-pdf.ts';
import { type ReadPacketFile, readPacketFile } from '../../fixtures/read-packet.ts';

const COVER =
  '<header><p class="name">Practice</p></header><h1>Cover</h1><p>What is in it</p><footer>Claim 1</footer>';

async function front() {
  const letter = await PRINTER.print(exampleMarkup('medical-necessity'), LETTER_DAY);
  const cover = await PRINTER.print(COVER, LETTER_DAY);
  return { cover: cover.bytes, letter: letter.bytes };
}

describe('a packet of cover, letter and two enclosures', () => {
  let contents: PacketContents;
  let bound: BoundPacket;
  let read: ReadPacketFile;

  beforeAll(async () => {
    contents = {
      front: await front(),
      enclosures: [
        { number: 1, name: 'Remittance page', pdf: await madePdf(pagesOf(1)) },
        { number: 2, name: 'Ordonnance du 2 août (ü, ✓)', pdf: await madePdf(pagesOf(3)) },
      ],
      title: 'Appeal of claim 1',
    };
    bound = await bindPacket(contents);
    read = await readPacketFile(bound.pdf);
  });

  test('has the pages of all of them, and tells where each enclosure is', () => {
    expect(bound.pageCount).toBe(1 + 2 + 1 + 3);
    expect(read.pages).toHaveLength(bound.pageCount);
    expect([...bound.places]).toEqual([
      [1, { pageCount: 1, firstPage: 4 }],
      [2, { pageCount: 3, firstPage: 5 }],
    ]);
  });

  test('stamps each page of an enclosure with its number, page and pages, and no other page', () => {
    const stamps = read.pages.map(({ content }) => content.match(/\((Encl\.[^)]*)\) Tj/)?.[1] ?? null);
    expect(stamps).toEqual([
      null,
      null,
      null,
      'Encl. 1, p. 1 of 1',
      'Encl. 2, p. 1 of 3',
      'Encl. 2, p. 2 of 3',
      'Encl. 2, p. 3 of 3',
    ]);
  });

  test('opens with bookmarks to cover, letter and enclosures, by their names', () => {
    expect(read.pageMode).toBe('/UseOutlines');
    expect(read.bookmarks).toEqual([
      { title: 'Cover sheet', page: 1 },
      { title: 'Letter', page: 2 },
      { title: 'Encl. 1: Remittance page', page: 4 },
      { title: 'Encl. 2: Ordonnance du 2 août (ü, ✓)', page: 5 },
    ]);
  });

  test('keeps the structure of the letter, with that of the cover as its first part', () => {
    expect(read.structure.slice(0, 2)).toEqual(['/Document', '/Part']);
    expect(read.structure).toContain('/H1');
    expect(read.structure).toContain('/Table');
    expect(read.catalog).toContain('MarkInfo');
  });

  test('each tagged page has a key of its own in the tree of parents', () => {
    expect(read.parentKeys).toEqual([0, 1, 2]);
    expect(read.pageParentKeys).toEqual([2, 0, 1, null, null, null, null]);
  });

  test('claims neither PDF/A nor PDF/UA', () => {
    expect(read.catalog).not.toContain('Metadata');
    expect(read.catalog).not.toContain('OutputIntents');
    expect(Buffer.from(bound.pdf).toString('latin1')).not.toMatch(/pdfaid|pdfuaid/);
  });

  test('has the same bytes each time', async () => {
    const again = await bindPacket(contents);
    expect(Buffer.compare(again.pdf, bound.pdf)).toBe(0);
  });
});

test('a draft without enclosures has a packet of cover and letter', async () => {
  const { pageCount, places, pdf } = await bindPacket({
    front: await front(),
    enclosures: [],
    title: 'Appeal',
  });
  expect([pageCount, places.size]).toEqual([3, 0]);
  expect((await readPacketFile(pdf)).bookmarks.map(({ title }) => title)).toEqual(['Cover sheet', 'Letter']);
});

test('a part of enclosures alone has no cover, and keeps their numbers', async () => {
  const pdf = await madePdf(pagesOf(2));
  const part = await bindPacket({
    front: null,
    enclosures: [{ number: 7, name: 'Notes', pdf }],
    title: 'Part',
  });
  const { pages, bookmarks } = await readPacketFile(part.pdf);
  expect(pages.map(({ content }) => /Encl\. 7, p\. \d of 2/.test(content))).toEqual([true, true]);
  expect(bookmarks).toEqual([{ title: 'Encl. 7: Notes', page: 1 }]);
});

test.each([
  ['no PDF', new Uint8Array([1, 2, 3])],
  ['empty', new Uint8Array()],
])('what is %s is left out and named, and the numbers of the others stay', async (_what, pdf) => {
  const good = await madePdf(pagesOf(1));
  const enclosures = [
    { number: 1, name: 'bad', pdf },
    { number: 2, name: 'good', pdf: good },
  ];
  const { unreadable, places } = await bindPacket({ front: null, enclosures, title: 'Part' });
  expect(unreadable).toEqual([1]);
  expect([...places.keys()]).toEqual([2]);
});

test('a file whose pages cannot be stamped is left out and named', async () => {
  const pdf = rawPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox (none) >>',
    ],
  });
  const bound = await bindPacket({
    front: await front(),
    enclosures: [{ number: 1, name: 'odd', pdf }],
    title: 'Appeal',
  });
  expect(bound.unreadable).toEqual([1]);
  expect(bound.pageCount).toBe(3);
});

test('a file without pages is left out and named', async () => {
  const pdf = await madePdf([]);
  const { unreadable } = await bindPacket({
    front: await front(),
    enclosures: [{ number: 1, name: 'none', pdf }],
    title: 'Appeal',
  });
  expect(unreadable).toEqual([1]);
});

test('300 pages of enclosures are bound, each stamped', async () => {
  const pdf = await madePdf(pagesOf(100));
  const enclosures = [1, 2, 3].map((number) => ({ number, name: `Record ${number}`, pdf }));
  const bound = await bindPacket({ front: await front(), enclosures, title: 'Appeal' });
  expect(bound.pageCount).toBe(303);
  const { pages } = await readPacketFile(bound.pdf);
  expect(pages.filter(({ content }) => content.includes('(Encl. ')).length).toBe(300);
}, 20_000);

describe('the stamp stands in the lower right corner of the page as it is seen', () => {
  const PAGES: readonly [string, MadePage][] = [
    ['upright', { words: 'x' }],
    ['turned by 90°', { words: 'x', turned: 90 }],
    ['turned by 180°', { words: 'x', turned: 180 }],
    ['turned by 270°', { words: 'x', turned: 270 }],
    ['cropped', { words: 'x', size: [800, 900], crop: [100, 150, 400, 500] }],
    ['cropped and turned by 90°', { words: 'x', size: [800, 900], crop: [100, 150, 400, 500], turned: 90 }],
    ['cropped and turned by 270°', { words: 'x', size: [800, 900], crop: [100, 150, 400, 500], turned: 270 }],
    ['cropped beyond its edges', { words: 'x', crop: [-50, -50, 900, 900] }],
    ['as large as a scan in pixels', { words: 'x', size: [1700, 2200], dark: true }],
    ['as small as a label', { words: 'x', size: [120, 80] }],
  ];

  test.each(PAGES)('%s', async (_what, page) => {
    const pdf = await madePdf([page]);
    const bound = await bindPacket({ front: null, enclosures: [{ number: 1, name: 'x', pdf }], title: 'x' });
    const [read] = (await readPacketFile(bound.pdf)).pages;
    const { right, bottom, width, height } = stampSeen(read?.content ?? '', page);
    expect(right).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThan(40);
    expect(bottom).toBeLessThan(40);
    expect(width).toBeGreaterThan(height);
  });
});

type Matrix = readonly [number, number, number, number, number, number];

/** Distances of the stamp's box from the right and the lower edge of the page as a reader sees it, and its size. */
function stampSeen(content: string, { size = [612, 792], turned = 0, crop }: MadePage) {
  let states: Matrix[] = [[1, 0, 0, 1, 0, 0]];
  let box: readonly number[] = [];
  // The stamp is the last thing drawn; graphics states are followed from the first operator on.
  for (const [line] of content.replace(/\(.*?\)/g, '').matchAll(/(?:-?[\d.]+ )*(?:q|Q|cm|re)(?![\w*])/g)) {
    const parts = line.trim().split(' ');
    const operator = parts.at(-1);
    const values = parts.slice(0, -1).map(Number);
    const state = states.at(-1) ?? [1, 0, 0, 1, 0, 0];
    if (operator === 'q') states = [...states, state];
    if (operator === 'Q') states = states.slice(0, -1);
    if (operator === 'cm') states = [...states.slice(0, -1), times(values as unknown as Matrix, state)];
    if (operator === 're') {
      const [x = 0, y = 0, w = 0, h = 0] = values;
      box = [...at(state, x, y), ...at(state, x + w, y + h)];
    }
  }
  const [x0 = 0, y0 = 0, w = size[0], h = size[1]] = crop ?? [];
  const left = Math.max(0, x0);
  const low = Math.max(0, y0);
  const high = Math.min(size[1], y0 + h);
  const far = Math.min(size[0], x0 + w);
  const [ax = 0, ay = 0, bx = 0, by = 0] = box;
  const [minX, maxX, minY, maxY] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
  switch (turned) {
    case 90:
      return { right: high - maxY, bottom: far - maxX, width: maxY - minY, height: maxX - minX };
    case 180:
      return { right: minX - left, bottom: high - maxY, width: maxX - minX, height: maxY - minY };
    case 270:
      return { right: minY - low, bottom: minX - left, width: maxY - minY, height: maxX - minX };
    default:
      return { right: far - maxX, bottom: minY - low, width: maxX - minX, height: maxY - minY };
  }
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
