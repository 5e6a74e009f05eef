import type { PracticeKind } from './practices.ts';

/** Something that is done and billed. Codes only: their official descriptions are licensed. */
export interface Service {
  /** HCPCS, '' for a revenue code alone. */
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Institutional lines only. */
  readonly revenueCode: string;
  readonly unitCents: number;
  readonly mostUnits: number;
}

const professional = (
  code: string,
  dollars: number,
  mostUnits = 1,
  modifiers: readonly string[] = [],
): Service => ({
  code,
  modifiers,
  revenueCode: '',
  unitCents: dollars * 100,
  mostUnits,
});
const institutional = (revenueCode: string, code: string, dollars: number, mostUnits = 1): Service => ({
  code,
  modifiers: [],
  revenueCode,
  unitCents: dollars * 100,
  mostUnits,
});

/** A visit leads most office claims. */
export const VISITS: readonly Service[] = [
  professional('99213', 165),
  professional('99214', 245),
  professional('99203', 220),
  professional('99204', 295),
  professional('99215', 320),
  professional('99213', 172, 1, ['25']),
  professional('99214', 252, 1, ['25']),
];

const OFFICE: readonly Service[] = [
  professional('20610', 190, 1, ['RT']),
  professional('93000', 50),
  professional('80053', 62),
  professional('85025', 35),
  professional('82306', 89),
  professional('36415', 12),
  professional('97110', 60, 4, ['GP']),
  professional('97140', 58, 3, ['GP', '59']),
  professional('71046', 110),
  professional('73721', 1180, 1, ['LT']),
  professional('70553', 1420),
  professional('J3301', 22, 8),
  professional('90471', 38),
  professional('96372', 55),
  professional('11042', 310),
  professional('17000', 140),
  professional('29881', 2650, 1, ['LT']),
];
const SUPPLIES: readonly Service[] = [
  professional('E0601', 118, 1, ['RR', 'KX']),
  professional('A7030', 184, 1, ['NU']),
  professional('E1390', 214, 1, ['RR']),
  professional('L1833', 722, 1, ['LT']),
  professional('K0001', 61, 1, ['RR', 'KH']),
  professional('A4253', 39, 6, ['NU']),
];
const OUTPATIENT: readonly Service[] = [
  institutional('0300', '80053', 182),
  institutional('0305', '85025', 96),
  institutional('0320', '71046', 424),
  institutional('0351', '70450', 1655),
  institutional('0450', '99284', 1850),
  institutional('0450', '99283', 1122),
  institutional('0730', '93005', 312),
  institutional('0636', 'J1100', 31, 8),
  institutional('0361', '43239', 4104),
  institutional('0710', '', 815),
];
/** Room and board leads an inpatient claim; its units are the days. */
export const ROOM: Service = institutional('0120', '', 2148);
export const INPATIENT: readonly Service[] = [
  institutional('0250', '', 1876),
  institutional('0270', '', 948),
  institutional('0300', '', 1322),
  institutional('0320', '', 1410),
  institutional('0360', '', 9640),
  institutional('0420', '', 733),
];

export const SERVICES: Readonly<Record<PracticeKind, readonly Service[]>> = {
  office: OFFICE,
  hospital: OUTPATIENT,
  supplier: SUPPLIES,
};

/** ICD-10-CM, without the point as in the 837. */
export const DIAGNOSES: readonly string[] =
  'E119 I10 M1711 J069 E785 M5450 R0789 N390 K219 J449 I2510 F32A M25561 G4733 R109 I4891 N1830 J189 A419 S83242A'.split(
    ' ',
  );
export const DIAGNOSIS_GROUPS: readonly string[] = ['470', '291', '193', '871', '392'];
