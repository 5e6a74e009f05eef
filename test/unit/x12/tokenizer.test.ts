import { describe, expect, it } from 'vitest';
import type { Delimiters, FirstSegment } from '../../../functions/core/x12/delimiters.ts';
import {
  createTokenizer,
  LONGEST_SEGMENT_BYTES,
  type SegmentVisitor,
} from '../../../functions/core/x12/tokenizer.ts';

const ISA_FIELDS = [
  '00',
  '          ',
  '00',
  '          ',
  'ZZ',
  'PAYER          ',
  'ZZ',
  'PROVIDER       ',
  '260901',
  '1200',
];

function isa({
  element = '*',
  component = ':',
  repetition = '^',
  terminator = '~',
  version = '00501',
  fields = ISA_FIELDS,
} = {}): string {
  return ['ISA', ...fields, repetition, version, '000000001', '0', 'P', component].join(element) + terminator;
}

interface Seen {
  readonly interchanges: { first: FirstSegment; delimiters: Delimiters }[];
  /** Segments as their elements. */
  readonly segments: string[][];
  readonly places: [number, number][];
  readonly skipped: [number, number][];
  readonly tooLong: { number: number; tag: number }[];
  readonly unterminated: string[][];
}

function tokenize(input: string | Uint8Array, chunkSize = 1_000_000): Seen {
  const seen: Seen = {
    interchanges: [],
    segments: [],
    places: [],
    skipped: [],
    tooLong: [],
    unterminated: [],
  };
  const elements: SegmentVisitor['segment'] = (segment) => {
    seen.segments.push(Array.from({ length: segment.elements }, (_, i) => segment.text(i)));
    seen.places.push([segment.byteStart, segment.byteEnd]);
  };
  const tokenizer = createTokenizer({
    interchange: (first, delimiters) => seen.interchanges.push({ first, delimiters }),
    segment: elements,
    recycle() {},
    tooLong: (segment) => seen.tooLong.push({ number: segment.number, tag: segment.tag }),
    skippedText: (byteStart, bytes) => seen.skipped.push([byteStart, bytes]),
    unterminated: (segment) =>
      seen.unterminated.push(Array.from({ length: segment.elements }, (_, i) => segment.text(i))),
  });
  const bytes = typeof input === 'string' ? Buffer.from(input, 'latin1') : input;
  for (let i = 0; i < bytes.length; i += chunkSize) tokenizer.push(bytes.subarray(i, i + chunkSize));
  tokenizer.end();
  return seen;
}

const code = (text: string) => text.charCodeAt(0);
/** The segments after the ISA. */
const afterIsa = (input: string) => tokenize(input).segments.slice(1);

describe('delimiters', () => {
  it('are taken from an ISA of fixed width', () => {
    const { interchanges } = tokenize(`${isa({ element: '|', component: '>', terminator: '!' })}GS|HP!`);
    expect(interchanges).toEqual([
      {
        first: 'ISA',
        delimiters: {
          element: code('|'),
          component: code('>'),
          repetition: code('^'),
          terminator: code('!'),
        },
      },
    ]);
  });

  it.each([
    ['00401', '^'],
    ['00501', 'U'],
  ])('have no repetition separator in version %s with ISA11 %s', (version, repetition) => {
    expect(tokenize(isa({ version, repetition })).interchanges[0]?.delimiters.repetition).toBeNull();
  });

  it('may be control characters', () => {
    expect(
      afterIsa(`${isa({ element: '\x1d', component: '\x1f', terminator: '\x1c' })}GS\x1dHP\x1cST\x1d835\x1c`),
    ).toEqual([
      ['GS', 'HP'],
      ['ST', '835'],
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('may end segments with %s', (_name, terminator) => {
    expect(afterIsa(`${isa({ terminator })}GS*HP${terminator}ST*835${terminator}`)).toEqual([
      ['GS', 'HP'],
      ['ST', '835'],
    ]);
  });

  it.each(['~', '~\n', '\n', '\r\n'])(
    'are found when the ISA is not padded and ends with %j',
    (terminator) => {
      const fields = ['00', '', '00', '', 'ZZ', 'PAYER', 'ZZ', 'PROVIDER', '260901', '1200'];
      expect(afterIsa(`${isa({ fields, component: '>', terminator })}GS*HP${terminator}`)).toEqual([
        ['GS', 'HP'],
      ]);
    },
  );

  it('are found when the ISA leaves ISA16 out', () => {
    expect(afterIsa(`${isa({ component: '' })}\nGS*HP~`)).toEqual([['GS', 'HP']]);
  });

  it('may differ between interchanges of one file', () => {
    const seen = tokenize(`${isa()}IEA*0*1~\n${isa({ element: '|', terminator: '!' })}GS|HP!`);
    expect(seen.interchanges).toHaveLength(2);
    expect(seen.segments.at(-1)).toEqual(['GS', 'HP']);
  });

  it('are looked for again when an ISA comes without an IEA before it', () => {
    const seen = tokenize(`${isa()}GS*HP~${isa({ element: '|', terminator: '!' })}GS|HP!`);
    expect(seen.segments.map(([id]) => id)).toEqual(['ISA', 'GS', 'ISA', 'GS']);
  });

  it('are taken from the ST where there is no ISA', () => {
    const seen = tokenize('ST|835|0001|005010X221A1!BPR|I!');
    expect(seen.interchanges[0]?.first).toBe('ST');
    expect(seen.segments).toEqual([
      ['ST', '835', '0001', '005010X221A1'],
      ['BPR', 'I'],
    ]);
  });

  it('are taken from the GS where there is a GS but no ISA', () => {
    const seen = tokenize('GS*HP*A*B*20260901*1200*1*X*005010X221A1\r\nST*835*1\r\n');
    expect(seen.interchanges[0]?.first).toBe('GS');
    expect(seen.segments.at(-1)).toEqual(['ST', '835', '1']);
  });

  it('are not taken from prose that only looks like an ISA', () => {
    expect(tokenize('VISA*card, ISA and GS and ST are words').interchanges).toEqual([]);
  });
});

describe('segments', () => {
  it('may be surrounded by a byte order mark, blanks, line ends and NUL without a word', () => {
    const seen = tokenize(`\xef\xbb\xbf \r\n${isa()}\r\n  GS*HP~\n\n\tIEA*0*1~\r\n\0\x1a`);
    expect(seen.segments.map(([id]) => id)).toEqual(['ISA', 'GS', 'IEA']);
    expect(seen.skipped).toEqual([]);
  });

  it('leave text before the ISA and after the IEA aside, with its place', () => {
    const seen = tokenize(`Dear all\n${isa()}IEA*0*1~ bye`);
    expect(seen.segments.map(([id]) => id)).toEqual(['ISA', 'IEA']);
    expect(seen.skipped).toEqual([
      [0, 7],
      [9 + 106 + 9, 3],
    ]);
  });

  it('are joined over hard line wraps, also within the ISA and within a segment id', () => {
    const wrapped = `${isa()}GS*HP*SENDER~ST*835*0001~CLP*ABCDEFGH*1~`.replace(/.{20}/g, '$&\r\n');
    expect(afterIsa(wrapped)).toEqual([
      ['GS', 'HP', 'SENDER'],
      ['ST', '835', '0001'],
      ['CLP', 'ABCDEFGH', '1'],
    ]);
  });

  it('have their ids in upper case and lose empty elements at the end', () => {
    expect(afterIsa(`${isa()}gs*hp**~svc*HC:1***~`)).toEqual([
      ['GS', 'hp'],
      ['SVC', 'HC:1'],
    ]);
  });

  it('are found behind a note on a line of its own', () => {
    expect(afterIsa(`${isa()}GS*HP~\nnote of the clearinghouse\n  CLP*A1*1~`)).toEqual([
      ['GS', 'HP'],
      ['CLP', 'A1', '1'],
    ]);
  });

  it('are read as Latin-1, so that one byte is one character', () => {
    expect(afterIsa(`${isa()}NM1*QC*1*M\xdcLLER~`)).toEqual([['NM1', 'QC', '1', 'MÜLLER']]);
  });

  it('know their bytes in the file', () => {
    const text = `${isa()}\n  GS*HP~\nST*835~`;
    const { places } = tokenize(text);
    expect(places.map(([from, to]) => text.slice(from, to))).toEqual([isa(), 'GS*HP~', 'ST*835~']);
  });

  it('may be empty, and then are nothing', () => {
    expect(afterIsa(`${isa()}~~~\n~GS*HP~~`)).toEqual([['GS', 'HP']]);
  });

  it('that end with the file, without terminator, are told apart', () => {
    const seen = tokenize(`${isa()}GS*HP~CLP*A1*10`);
    expect(seen.segments).toHaveLength(2);
    expect(seen.unterminated).toEqual([['CLP', 'A1', '10']]);
  });

  it('of more than 1 MiB are refused by name and reading goes on', () => {
    const long = `CLP*${'A'.repeat(LONGEST_SEGMENT_BYTES)}`;
    for (const chunkSize of [1_000_000_000, 7_777]) {
      const seen = tokenize(`${isa()}${long}~SE*1*1~`, chunkSize);
      expect(seen.tooLong).toEqual([{ number: 2, tag: 0x434c50 }]);
      expect(seen.segments.map(([id]) => id)).toEqual(['ISA', 'SE']);
    }
  });

  it('without any terminator are dropped in bounded memory', () => {
    const chunk = Buffer.alloc(1024 * 1024, 'A');
    const seen: number[] = [];
    const tokenizer = createTokenizer({
      interchange() {},
      segment() {},
      recycle() {},
      tooLong: (segment) => seen.push(segment.number),
      skippedText() {},
      unterminated() {},
    });
    tokenizer.push(Buffer.from(isa()));
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 64; i++) tokenizer.push(chunk);
    tokenizer.end();
    expect(seen).toEqual([2]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });

  it('of a million elements are read without harm', () => {
    expect(afterIsa(`${isa()}CLP${'*'.repeat(1_000_000)}~SE*1~`).map(([id]) => id)).toEqual(['CLP', 'SE']);
  });
});
