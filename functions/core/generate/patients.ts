import { twoDigits } from './calendar.ts';
import { isOriginalMedicare, type MadeUpPayer } from './payers.ts';
import type { Random } from './random.ts';

/** A person who does not exist. */
export interface Patient {
  readonly number: number;
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  /** yyyy-mm-dd. */
  readonly bornOn: string;
  readonly gender: 'F' | 'M';
  readonly street: string;
}

const LAST =
  'ABERNATHY ALDERTON ASHGROVE BARROWMAN BEAUMONT BIRCHALL BRAMWELL CALLOWAY CARRINGTON CHILDRESS COLVILLE CRAYTHORNE DALEMARK DRUMMOND DUNMORE EASTERLY ELLSWORTH FAIRBROTHER FENWICK FOXWORTHY GALLOWAY GARRISON GREYSTOKE HALLIWELL HAWTHORN HOLLIS INGLEWOOD IVERSON JANSSEN KEATON KINGSLEIGH LARKIN LOCKRIDGE MARCHBANKS MERRIWEATHER NAVARRO NORTHCOTE OSBORNE OXENFORD PEMBERTON PRIESTLEY QUARLES RAVENHILL ROTHWELL SEDGEWICK STRAND TANNAHILL THACKERY UNDERHILL VANCE WESTBROOK WHITFIELD WINTERBOURNE YARDLEY ZELLER'.split(
    ' ',
  );
const FEMALE =
  'ADA BETH CLARA DELIA ELSA FAYE GWEN HAZEL IRIS JUNE KAREN LENA MAEVE NELL OLIVE PRIYA ROSA SARA TESS VERA'.split(
    ' ',
  );
const MALE =
  'ABEL BRAM CARL DION EZRA FELIX GRANT HUGO IVAN JUDE KAI LEO MILES NOEL OTIS PAUL QUINN ROY SETH TOBY'.split(
    ' ',
  );
const STREETS = ['ELM STREET', 'MILL LANE', 'ORCHARD ROAD', 'QUARRY HILL', 'STATION AVENUE', 'WHARF ROAD'];

/** How many people there are: they come back with further claims. */
export const PATIENTS = 200_000;

/** The same person for the same seed, number and years of birth; `random` is used up for it. */
export function patientOf(
  seed: number,
  number: number,
  bornIn: readonly [first: number, last: number],
  random: Random,
): Patient {
  random.restart(seed, 101, number);
  const gender = random.chance(0.5) ? 'F' : 'M';
  const first = random.pick(gender === 'F' ? FEMALE : MALE);
  const year = random.between(...bornIn);
  return {
    number,
    last: random.pick(LAST),
    first,
    middle: random.chance(0.4) ? String.fromCharCode(65 + random.between(0, 25)) : '',
    bornOn: `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
    gender,
    street: `${random.between(1, 980)} ${random.pick(STREETS)}`,
  };
}

/** The number on the card. Medicare's has an S as second sign, which no real Medicare number has (CMS: S, L, O, I, B and Z are left out). */
export function memberIdOf({ number }: Patient, payer: MadeUpPayer): string {
  const digits = String(1_000_000 + number);
  if (!isOriginalMedicare(payer)) return `${payer.prefix}${digits}`;
  return `${1 + (number % 9)}S${digits.slice(1, 3)}TE${digits[3]}MK${digits.slice(5)}`;
}
