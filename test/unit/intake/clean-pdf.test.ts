import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test, vi } from 'vitest';
import { documentCleaner } from '../../../functions/adapters/intake/document-cleaner.ts';
import { MOST_PAGES } from '../../../functions/core/documents/intake/limits.ts';
import { behindPages, FIRST_PAGE, lineOfPage, packedPdf, pagesPdf, rawPdf } from '../../fixtures/raw-pdf.ts';
import { shownPages } from '../../fixtures/shown-text.ts';

const clean = (bytes: Uint8Array) => documentCleaner.clean(bytes, 'application/pdf');

async function cleaned(bytes: Uint8Array) {
  const result = await clean(bytes);
  if (result.kind === 'refused') throw new Error(`Refused: ${result.reason}`);
  return result;
}

const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const EMBEDDED = '<< /Type /Filespec /F (labs.xlsx) /EF << /F 99 0 R >> >>';
const behind = behindPages(1);

const asObject = (text: string) => ({ objects: [text] });

describe('a PDF is refused', () => {
  test.each([
    ['that is cut off in the middle of a seven-page record', half(pagesPdf(7)), 'truncated'],
    ['that is cut off right before its end', pagesPdf(2).subarray(0, -7), 'truncated'],
    ['whose end points to nowhere', withEnd(pagesPdf(1), '99999999'), 'truncated'],
    ['whose end points to no cross-reference', withEnd(pagesPdf(1), '20'), 'damaged'],
    [
      'with a script that runs when it is opened',
      pagesPdf(1, { catalog: `/OpenAction ${SCRIPT}` }),
      'scripted',
    ],
    [
      'with a script among its names',
      pagesPdf(1, { catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` }),
      'scripted',
    ],
    [
      'with a script that hides its name',
      pagesPdf(1, asObject('<< /S /#4aavaScript /JS 9 0 R >>')),
      'scripted',
    ],
    ['with a script that no page leads to', pagesPdf(1, asObject(`[[ ${SCRIPT} ]]`)), 'scripted'],
    ['with a script in a packed object', packed(`<< /S /JavaScript /JS (x) >>`), 'scripted'],
    [
      'that runs something when a page is opened',
      pagesPdf(1, { page: `/AA << /O ${SCRIPT} >>` }),
      'scripted',
    ],
    [
      'that does something when a page is opened',
      pagesPdf(1, { page: '/AA << /O << /S /Named /N /Print >> >>' }),
      'acts_by_itself',
    ],
    [
      'that would start a program from a link',
      pagesPdf(1, {
        page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd) >> >>]',
      }),
      'starts_programs',
    ],
    ['that is an XFA form', pagesPdf(1, { catalog: '/AcroForm << /Fields [] /XFA (x) >>' }), 'dynamic_form'],
    [
      'with a password',
      pagesPdf(1, {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (o) /U (u) >> /ID [<00> <00>]`,
      }),
      'encrypted',
    ],
    ['without a page', pagesPdf(0), 'no_pages'],
    ['with too many pages', pagesPdf(MOST_PAGES + 1), 'too_many_pages'],
    ['whose tree of pages leads back to itself', loop(), 'damaged'],
    ['that counts more pages than it has', pagesPdf(2, { count: 7 }), 'damaged'],
    ['a page of which has lost its contents', lostContents(), 'damaged'],
    [
      'with a layer that is switched off',
      pagesPdf(1, { catalog: '/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>' }),
      'hidden_layers',
    ],
    ['with an object nested 200,000 deep', pagesPdf(1, asObject('['.repeat(200_000))), 'damaged'],
    ['that leads its reader in a circle', backward(), 'damaged'],
    ['that hides of what kind a stream is', hiddenKind(), 'damaged'],
    ['that unpacks to gigabytes', bomb(), 'unpacks_too_large'],
    [
      'of millions of empty lists',
      pagesPdf(1, asObject(`[${'[] '.repeat(2_000_000)}]`)),
      'unpacks_too_large',
    ],
    ['that packs millions of empty lists', packed(`[${'[]'.repeat(2_000_000)}]`), 'unpacks_too_large'],
    [
      'that packs its structures twice over',
      packedPdf(deflateSync(deflateSync('x')), { count: 1 }),
      'damaged',
    ],
    ['of one line', Buffer.from('%PDF-1.7 the report'), 'truncated'],
    ['without a catalog', rawPdf({ objects: ['<< /Type /Font >>'] }), 'damaged'],
  ])('%s', async (_what, bytes, reason) => {
    expect(await clean(bytes)).toEqual({ kind: 'refused', reason });
  });

  test('that unpacks to gigabytes, before much of it is unpacked', async () => {
    const before = process.memoryUsage().rss;
    await clean(bomb());
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});

test.each([
  ['in the open', pagesPdf(1, asObject('[90071992547409931234]'))],
  ['packed', packed('[90071992547409931234]')],
])(
  'a number that the library would tell to the log is refused, and told to nobody: %s',
  async (_how, bytes) => {
    const voices = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
    expect(await clean(bytes)).toEqual({ kind: 'refused', reason: 'damaged' });
    for (const voice of voices) expect(voice).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  },
);

test('what is logged beside a document is still heard', async () => {
  const heard = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await Promise.all([clean(pagesPdf(1)), clean(pagesPdf(2))]);
  console.warn('afterwards');
  expect(heard).toHaveBeenCalledTimes(1);
  vi.restoreAllMocks();
});

describe('a PDF is taken', () => {
  test('with all of its pages, in their order', async () => {
    const { bytes, pageCount, removed } = await cleaned(pagesPdf(7));
    expect({ pageCount, removed }).toEqual({ pageCount: 7, removed: [] });
    const pages = await shownPages(bytes);
    expect(pages).toHaveLength(7);
    pages.forEach(({ operators }, n) => {
      expect(operators).toContain(lineOfPage(n + 1));
    });
  });

  test('with as many pages as a document may have', async () => {
    expect(await cleaned(pagesPdf(MOST_PAGES))).toMatchObject({ pageCount: MOST_PAGES });
  });

  test('and gives the same bytes each time', async () => {
    const [once, again] = [await cleaned(pagesPdf(3)), await cleaned(pagesPdf(3))];
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });

  test('again when it is what intake itself wrote, with nothing to take off', async () => {
    const { bytes } = await cleaned(pagesPdf(2, { page: link() }));
    expect(await cleaned(bytes)).toMatchObject({ pageCount: 2, removed: [] });
  });

  test('that only says where it wants to be opened', async () => {
    const opened = pagesPdf(1, { catalog: `/OpenAction [${FIRST_PAGE} 0 R /Fit]` });
    expect(await cleaned(opened)).toMatchObject({ removed: [] });
  });

  test('with blanks behind its end', async () => {
    expect(await cleaned(Buffer.concat([pagesPdf(1), Buffer.from('\r\n\0\0 ')]))).toMatchObject({
      pageCount: 1,
    });
  });

  test('without its links', async () => {
    const { bytes, removed } = await cleaned(pagesPdf(2, { page: link() }));
    expect(removed).toEqual(['links']);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('example.org');
    for (const { keys } of await shownPages(bytes)) expect(keys).not.toContain('Annots');
  });

  test('without files that are attached to it', async () => {
    const attached = pagesPdf(1, {
      catalog: `/Names << /EmbeddedFiles << /Names [(a) ${EMBEDDED} (b) ${EMBEDDED}] >> >>`,
      page: `/AF [${behind} 0 R]`,
      objects: [EMBEDDED.replace('99', String(behind + 1)), { dict: '/Type /EmbeddedFile', data: 'PAYLOAD' }],
    });
    const { bytes, removed } = await cleaned(attached);
    expect(removed).toEqual(['3 attached files']);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/PAYLOAD|labs\.xlsx/);
  });

  test('without bookmarks, form fields and notes, which it tells', async () => {
    const busy = pagesPdf(1, {
      catalog: `/Outlines << /First ${behind} 0 R >> /AcroForm << /Fields [] >>`,
      page: `/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (see here) >> << /Subtype /Widget /FT /Tx /Rect [0 0 9 9] >>]`,
      objects: ['<< /Title (Labs) >>'],
    });
    expect((await cleaned(busy)).removed).toEqual([
      'notes in the margin (their marks on the page stay)',
      'form fields (what is filled in stays)',
      'bookmarks',
    ]);
  });
});

describe('what a page shows stays on it', () => {
  const stamp = (flags = 4) =>
    pagesPdf(1, {
      page: `/Annots [<< /Subtype /Stamp /F ${flags} /Rect [100 100 300 140] /AP << /N ${behind} 0 R >> >>]`,
      objects: [
        {
          dict: '/BBox [0 0 100 20] /Resources << /Font << /F1 3 0 R >> >>',
          data: 'BT /F1 12 Tf 5 5 Td (RECEIVED 11/02/2026) Tj ET',
        },
      ],
    });

  test('a stamp, where it stood and as large as it was', async () => {
    const [page] = await shownPages((await cleaned(stamp())).bytes);
    expect(page?.operators).toContain('RECEIVED 11/02/2026');
    expect(page?.operators).toMatch(/2 0 0 2 100 100 cm/);
    expect(page?.keys).not.toContain('Annots');
  });

  test('but not what was hidden', async () => {
    const [page] = await shownPages((await cleaned(stamp(2))).bytes);
    expect(page?.operators).not.toContain('RECEIVED');
  });

  test('the entries of a filled form', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([612, 792]);
    const form = pdf.getForm();
    const field = form.createTextField('beneficiary');
    field.setText('Pat Sample');
    field.addToPage(page, { x: 50, y: 700, width: 200, height: 20 });
    const box = form.createCheckBox('redetermination');
    box.addToPage(page, { x: 50, y: 650, width: 12, height: 12 });
    box.check();
    const { bytes, removed } = await cleaned(await pdf.save());
    expect(removed).toEqual(['form fields (what is filled in stays)']);
    const [shown] = await shownPages(bytes);
    expect(shown?.operators).toContain(Buffer.from('Pat Sample').toString('hex').toUpperCase());
    expect(shown?.keys).not.toContain('Annots');
  });

  test('entries that a program filled in and left to be drawn', async () => {
    const filled = await leftToBeDrawn('Pat Sample');
    const [shown] = await shownPages((await cleaned(filled)).bytes);
    expect(shown?.operators).toContain(Buffer.from('Pat Sample').toString('hex').toUpperCase());
  });

  test('and an entry that cannot be drawn is no reason to leave it out: the form is refused', async () => {
    expect(await clean(await leftToBeDrawn('\u05d0\u05d1'))).toEqual({
      kind: 'refused',
      reason: 'form_unreadable',
    });
  });
});

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

function withEnd(bytes: Buffer, at: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/startxref\n\d+/, `startxref\n${at}`), 'latin1');
}

function link(): string {
  return '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>]';
}

function loop(): Buffer {
  return rawPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
    ],
  });
}

function lostContents(): Buffer {
  const whole = pagesPdf(2).toString('latin1');
  return Buffer.from(whole.replace(`/Contents ${FIRST_PAGE + 1} 0 R`, '/Contents 77 0 R'), 'latin1');
}

function backward(): Buffer {
  const length = pagesPdf(1).toString('latin1');
  return Buffer.from(length.replace(/\/Length \d+/, '/Length -9'), 'latin1');
}

function hiddenKind(): Buffer {
  return pagesPdf(1, {
    objects: [
      '/ObjStm',
      { dict: `/Type ${behind} 0 R /N 1 /First 0 /Filter /FlateDecode`, data: deflateSync('x') },
    ],
  });
}

function packed(object: string): Buffer {
  const head = `40 0 `;
  const data = deflateSync(`${head}${object}`);
  return pagesPdf(1, {
    objects: [{ dict: `/Type /ObjStm /N 1 /First ${head.length} /Filter /FlateDecode`, data }],
  });
}

function bomb(): Buffer {
  return packedPdf(deflateSync(Buffer.alloc(100_000_000, ' ')), { count: 1 });
}

/** A field with a value, nothing drawn of it, and the flag that asks for it. */
async function leftToBeDrawn(value: string): Promise<Buffer> {
  const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le').swap16().toString('hex');
  return pagesPdf(1, {
    catalog: `/AcroForm << /Fields [${behind} 0 R] /NeedAppearances true /DA (/Helv 0 Tf 0 g) >>`,
    page: `/Annots [${behind} 0 R]`,
    objects: [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V <${utf16}> /DA (/Helv 12 Tf 0 g) /Rect [50 700 250 720] /P ${FIRST_PAGE} 0 R >>`,
    ],
  });
}
