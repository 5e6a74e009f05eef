import { describe, expect, test } from 'vitest';
import {
  readCodePairs,
  readDiagnosisTable,
  readUnitLimits,
} from '../../../functions/core/coding/published-tables.ts';
import { TableRefusedError } from '../../../functions/core/coding/text-lines.ts';

async function* bytesOf(text: string, chunkSize: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

async function read<Row>(
  reader: (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Row>,
  text: string,
  chunkSize = 7,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of reader(bytesOf(text, chunkSize))) rows.push(row);
  return rows;
}

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof TableRefusedError)) throw new Error('It was not refused.');
  return error.message;
}

const order = (number: number, code: string, billable: 0 | 1, short: string, long: string) =>
  `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${short.padEnd(60)} ${long}`;

describe('the ICD-10-CM order file', () => {
  const heading = order(1, 'M90', 0, 'Made-up joint dis', 'Made-up joint disorder');
  const billable = order(2, 'M90011A', 1, 'Made-up joint dis, r kn', 'Made-up joint disorder, right knee');

  test.each([1, 7, 10_000])('is read in chunks of %d bytes, with either line end', async (chunkSize) => {
    expect(await read(readDiagnosisTable, `${heading}\r\n${billable}\n`, chunkSize)).toEqual([
      { code: 'M90', isBillable: false, words: 'Made-up joint disorder' },
      { code: 'M90011A', isBillable: true, words: 'Made-up joint disorder, right knee' },
    ]);
  });

  test('is read to its last line without a line end', async () => {
    expect(await read(readDiagnosisTable, `${heading}\n${billable}`)).toHaveLength(2);
  });

  test.each([
    ['a list of codes without order numbers', `${heading}\nM900 Made-up`, /^Line 2: .*icd10cm_order/],
    ['an empty file', '', /^Line 1: .*no code/],
    ['an archive', `PK\u0003\u0004${'x'.repeat(20_000)}`, /^Line 1: .*not the archive/],
  ])('%s is refused with the line and what to do', async (_what, text, told) => {
    expect(await refusalOf(read(readDiagnosisTable, text, 512))).toMatch(told);
  });
});

const PAIR_HEAD = [
  'Notices of the owner of the codes stand here.\t\t\t\t\t\t',
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '\t\t\t\t*=no data\t1=allowed\t',
].join('\r\n');

describe('the NCCI pairs', () => {
  test('are read below notices and headings', async () => {
    const text = `${PAIR_HEAD}\r\n99901\t99902\t\t20200101\t*\t1\tMade up\r\n99901\t0001A\t*\t19960101\t20051231\t9\t\r\n\r\n`;
    expect(await read(readCodePairs, text)).toEqual([
      {
        comprehensive: '99901',
        component: '99902',
        effectiveFrom: '2020-01-01',
        deletedOn: null,
        modifierIndicator: '1',
      },
      {
        comprehensive: '99901',
        component: '0001A',
        effectiveFrom: '1996-01-01',
        deletedOn: '2005-12-31',
        modifierIndicator: '9',
      },
    ]);
  });

  test.each([
    ['a day that does not exist', '99901\t99902\t\t20230229\t*\t1\t', /^Line 5: .*dates/],
    ['another indicator', '99901\t99902\t\t20230228\t*\t2\t', /^Line 5: .*indicator/],
    ['commas instead of tabs', '99901,99902,,20230228,*,1,', /^Line 1: .*tab-separated/],
    ['text after the first pair', '99901\t99902\t\t20230228\t*\t1\t\nThe end', /^Line 6: .*no code/],
  ])('%s is refused with the line', async (_what, rows, told) => {
    expect(await refusalOf(read(readCodePairs, `${PAIR_HEAD}\n${rows}\n`))).toMatch(told);
  });
});

describe('the NCCI units', () => {
  const head =
    '"Notices of the owner,\nover two lines",,,\n"HCPCS/CPT Code","MUE Values","MUE Adjudication Indicator","MUE Rationale"\n';

  test('are read below a notice of several lines, quoted or not', async () => {
    const text = `${head}99903,2,3 Date of Service Edit: Clinical,"Made up, with a comma"\n"J9990","1","1 Line Edit",""\n,,,\n`;
    expect(await read(readUnitLimits, text)).toEqual([
      { code: '99903', mostUnits: 2, adjudication: '3' },
      { code: 'J9990', mostUnits: 1, adjudication: '1' },
    ]);
  });

  test.each([
    ['no number of units', '99903,two,3 Date', /^Line 4: .*units/],
    ['an indicator of two digits', '99903,2,30 days', /^Line 4: .*indicator/],
  ])('%s is refused with the line', async (_what, row, told) => {
    expect(await refusalOf(read(readUnitLimits, `${head}${row}\n`))).toMatch(told);
  });
});
