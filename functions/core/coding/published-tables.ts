import { type CalendarDate, parseCalendarDate } from '../time/calendar-date.ts';
import type { CodePair, DiagnosisRow, UnitLimit } from './tables.ts';
import { TableRefusedError, textLinesOf } from './text-lines.ts';

/**
 * ICD-10-CM as CDC and CMS publish it each year: `icd10cm_order_<year>.txt`, fixed width. Columns 1-5 order number,
 * 7-13 code, 15 whether it may be billed (1) or is a heading (0), 17-76 short description, from 78 on the long one.
 *
 * @throws {TableRefusedError} at the first line that is none of this format
 */
export async function* readDiagnosisTable(source: AsyncIterable<Uint8Array>): AsyncGenerator<DiagnosisRow> {
  let rows = 0;
  for await (const { number, text } of textLinesOf(source)) {
    if (text.trim() === '' || text.startsWith('#')) continue;
    const parts = /^\d{5} ([A-Z][0-9A-Z]{2,6}) *([01]) /.exec(text);
    const code = parts?.[1];
    if (code === undefined || text[14] !== parts?.[2]) {
      throw refusal(number, 'It is no line of the ICD-10-CM order file. Give icd10cm_order_<year>.txt.');
    }
    const words = text.slice(77).trim() || text.slice(16, 76).trim();
    rows += 1;
    yield { code, isBillable: text[14] === '1', words };
  }
  if (rows === 0) throw refusal(1, 'The file holds no code. Give icd10cm_order_<year>.txt.');
}

/**
 * NCCI procedure-to-procedure edits as CMS publishes them each quarter: tab-separated, notices and headings first,
 * then column 1, column 2, `*` where the pair is older than 1996, effective and deletion date (yyyymmdd or `*`),
 * modifier indicator, rationale.
 *
 * @throws {TableRefusedError} at the first line after the headings that is no pair
 */
export async function* readCodePairs(source: AsyncIterable<Uint8Array>): AsyncGenerator<CodePair> {
  let rows = 0;
  for await (const { number, text } of textLinesOf(source)) {
    const cells = text.split('\t').map(unquoted);
    const [comprehensive = '', component = '', , from = '', deleted = '', indicator = ''] = cells;
    if (!isCode(comprehensive)) {
      // Notices and headings stand before the first pair; after it only an empty line may.
      if (rows === 0 || text.trim() === '') continue;
      throw refusal(number, `It begins with no code. ${GIVE_PAIRS}`);
    }
    const effectiveFrom = compactDate(from);
    const deletedOn = deleted === '*' || deleted === '' ? null : compactDate(deleted);
    if (!isCode(component) || effectiveFrom === null || (deleted.length > 1 && deletedOn === null)) {
      throw refusal(number, `It is no pair of codes with its dates (yyyymmdd). ${GIVE_PAIRS}`);
    }
    if (indicator !== '0' && indicator !== '1' && indicator !== '9') {
      throw refusal(number, `Its modifier indicator is not 0, 1 or 9. ${GIVE_PAIRS}`);
    }
    rows += 1;
    yield { comprehensive, component, effectiveFrom, deletedOn, modifierIndicator: indicator };
  }
  if (rows === 0) throw refusal(1, `The file holds no pair. ${GIVE_PAIRS}`);
}

const GIVE_PAIRS = 'Give the tab-separated text file of the NCCI procedure-to-procedure edits.';

/**
 * NCCI medically unlikely edits as CMS publishes them each quarter: CSV, a notice first (its quotes may hold line
 * ends), then code, units, adjudication indicator in words that begin with its digit, rationale.
 *
 * @throws {TableRefusedError} at the first line after the headings that is no limit
 */
export async function* readUnitLimits(source: AsyncIterable<Uint8Array>): AsyncGenerator<UnitLimit> {
  let rows = 0;
  for await (const { number, text } of textLinesOf(source)) {
    const [code = '', units = '', indicator = ''] = csvCells(text);
    if (!isCode(code)) {
      if (rows === 0 || text.replaceAll(',', '').trim() === '') continue;
      throw refusal(number, `It begins with no code. ${GIVE_LIMITS}`);
    }
    const adjudication = /^[123](?=\D|$)/.exec(indicator)?.[0] as UnitLimit['adjudication'] | undefined;
    if (!/^\d{1,6}$/.test(units) || adjudication === undefined) {
      throw refusal(
        number,
        `It has no number of units, or no adjudication indicator 1, 2 or 3. ${GIVE_LIMITS}`,
      );
    }
    rows += 1;
    yield { code, mostUnits: Number(units), adjudication };
  }
  if (rows === 0) throw refusal(1, `The file holds no limit. ${GIVE_LIMITS}`);
}

const GIVE_LIMITS = 'Give the CSV file of the NCCI medically unlikely edits.';

function refusal(line: number, says: string): TableRefusedError {
  return new TableRefusedError({ line, says });
}

/** HCPCS level I or II: five digits and letters, of which at least one is a digit. */
function isCode(text: string): boolean {
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(text);
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

function compactDate(text: string): CalendarDate | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return parts === null ? null : parseCalendarDate(`${parts[1]}-${parts[2]}-${parts[3]}`);
}

function csvCells(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
}
