import type { PayerEntry, PayerType } from '../payer/profile.ts';
import type { PracticeKind } from './practices.ts';

/** A payer that does not exist, and how it pays. */
export interface MadeUpPayer {
  readonly id: string;
  readonly name: string;
  /** First letters of its trace, claim and member numbers. */
  readonly prefix: string;
  readonly street: string;
  readonly town: readonly [name: string, state: string, postalCode: string];
  readonly phone: string;
  readonly payerType: Exclude<PayerType, 'unknown'>;
  readonly network: 'in' | 'out';
  /** CLP06 and SBR09. */
  readonly filing: string;
  readonly serves: readonly PracticeKind[];
  /** What it allows, in per cent of the charge. */
  readonly allowedPercent: readonly [least: number, most: number];
  readonly costShare: 'medicare' | 'plan' | 'none';
  /** Share of the remittances; see docs/reference/generate.md. */
  readonly weight: number;
}

const ANY_CARE: readonly PracticeKind[] = ['office', 'hospital', 'supplier'];
const NO_SUPPLIES: readonly PracticeKind[] = ['office', 'hospital'];
const OFFICE: readonly PracticeKind[] = ['office'];

/** One payer at least of every payer type. Names and numbers are invented; telephone numbers are 555 numbers. */
export const PAYERS: readonly MadeUpPayer[] = [
  payer(
    '87654',
    'GREAT PRAIRIES HEALTH PLAN',
    'GPH',
    'commercial',
    '12',
    14,
    ANY_CARE,
    [48, 76],
    'plan',
    ['PO BOX 1200', 'PRAIRIE CITY', 'KS', '660010000'],
    '8005550142',
  ),
  payer(
    '76543',
    'HARBORLIGHT MUTUAL INSURANCE',
    'HLM',
    'commercial',
    '12',
    12,
    ANY_CARE,
    [50, 80],
    'plan',
    ['400 LANTERN STREET', 'PORT ALDEN', 'ME', '041010000'],
    '8005550171',
  ),
  payer(
    '65432',
    'NORTHWIND EMPLOYEE BENEFITS',
    'NWB',
    'commercial',
    '15',
    9,
    NO_SUPPLIES,
    [55, 85],
    'plan',
    ['88 COMPASS ROAD', 'WESTFIELD', 'OH', '442510000'],
    '8005550133',
  ),
  payer(
    '54321',
    'FOUNDRY MARKETPLACE HEALTH',
    'FMH',
    'exchange',
    'HM',
    5,
    NO_SUPPLIES,
    [42, 66],
    'plan',
    ['9 FOUNDRY YARD', 'BELLPORT', 'PA', '171010000'],
    '8005550151',
  ),
  payer(
    '54987',
    'TOWNSHIP SMALL EMPLOYER PLAN',
    'TSE',
    'exchange_shop',
    'HM',
    2,
    OFFICE,
    [45, 70],
    'plan',
    ['61 TOWNSHIP LINE', 'BELLPORT', 'PA', '171010000'],
    '8005550152',
  ),
  payer(
    '43210',
    'BLUESTEM CAPITATED CARE',
    'BCC',
    'capitated_commercial',
    'HM',
    4,
    OFFICE,
    [50, 70],
    'plan',
    ['7 BLUESTEM COURT', 'PRAIRIE CITY', 'KS', '660010000'],
    '8005550161',
  ),
  payer(
    '09999',
    'MIDLAND MEDICARE PART B CONTRACTOR',
    'MPB',
    'medicare_ffs',
    'MB',
    15,
    OFFICE,
    [32, 58],
    'medicare',
    ['PO BOX 7700', 'MIDLAND', 'NE', '681010000'],
    '8005550188',
  ),
  payer(
    '09998',
    'MIDLAND MEDICARE PART A CONTRACTOR',
    'MPA',
    'medicare_part_a',
    'MA',
    7,
    ['hospital'],
    [28, 52],
    'medicare',
    ['PO BOX 7800', 'MIDLAND', 'NE', '681010000'],
    '8005550189',
  ),
  payer(
    '09997',
    'MIDLAND MEDICARE EQUIPMENT CONTRACTOR',
    'MEQ',
    'medicare_dme',
    'MB',
    3,
    ['supplier'],
    [45, 70],
    'medicare',
    ['PO BOX 7900', 'MIDLAND', 'NE', '681010000'],
    '8005550190',
  ),
  payer(
    '32109',
    'SILVER MESA MEDICARE ADVANTAGE',
    'SMA',
    'medicare_advantage',
    '16',
    10,
    ANY_CARE,
    [34, 60],
    'plan',
    ['2 MESA VISTA', 'RED BUTTE', 'NM', '870010000'],
    '8005550116',
  ),
  payer(
    'FRKMCD',
    'STATE OF FRANKLIN MEDICAID',
    'FRK',
    'medicaid',
    'MC',
    6,
    ANY_CARE,
    [24, 45],
    'none',
    ['1 CAPITOL SQUARE', 'JONESVILLE', 'TN', '376010000'],
    '8005550119',
  ),
  payer(
    '21098',
    'FRANKLIN COMMUNITY CARE',
    'FCC',
    'medicaid_mco',
    'HM',
    5,
    NO_SUPPLIES,
    [26, 48],
    'none',
    ['30 RIVER BEND', 'JONESVILLE', 'TN', '376010000'],
    '8005550121',
  ),
  payer(
    '10987',
    'HALCYON UNIFORMED SERVICES PLAN',
    'HUS',
    'tricare',
    'CH',
    2,
    NO_SUPPLIES,
    [35, 60],
    'plan',
    ['PO BOX 4400', 'FORT HALCYON', 'VA', '220010000'],
    '8005550177',
  ),
  payer(
    '10876',
    'CIVIC EMPLOYEES HEALTH BENEFITS',
    'CEH',
    'fehb',
    '15',
    2,
    NO_SUPPLIES,
    [50, 80],
    'plan',
    ['12 CIVIC PLAZA', 'GEORGEVILLE', 'MD', '208010000'],
    '8005550178',
  ),
  payer(
    '10765',
    'VETERANS COMMUNITY NETWORK',
    'VCN',
    'va',
    'VA',
    1,
    NO_SUPPLIES,
    [38, 62],
    'none',
    ['PO BOX 9900', 'GEORGEVILLE', 'MD', '208010000'],
    '8005550179',
  ),
  payer(
    'IRNWC',
    'IRONBRIDGE COMPENSATION FUND',
    'ICF',
    'workers_comp',
    'WC',
    2,
    NO_SUPPLIES,
    [60, 90],
    'none',
    ['5 IRONBRIDGE ROAD', 'WESTFIELD', 'OH', '442510000'],
    '8005550165',
  ),
  payer(
    'ORDAUT',
    'OPEN ROAD AUTO CASUALTY',
    'ORA',
    'auto',
    'AM',
    1,
    NO_SUPPLIES,
    [70, 95],
    'none',
    ['1 OPEN ROAD', 'RED BUTTE', 'NM', '870010000'],
    '8005550166',
  ),
];

/** Original Medicare: its contractors for professional, institutional and equipment claims. */
export function isOriginalMedicare({ payerType }: Pick<MadeUpPayer, 'payerType'>): boolean {
  return payerType === 'medicare_ffs' || payerType === 'medicare_part_a' || payerType === 'medicare_dme';
}

/** The entries that tell a payer registry, or `triage --payers`, of which type each of the payers is. */
export function payerEntries(): readonly PayerEntry[] {
  return PAYERS.map(({ id, payerType, network }) => ({ match: { id }, payerType, network }));
}

function payer(
  id: string,
  name: string,
  prefix: string,
  payerType: MadeUpPayer['payerType'],
  filing: string,
  weight: number,
  serves: readonly PracticeKind[],
  allowedPercent: MadeUpPayer['allowedPercent'],
  costShare: MadeUpPayer['costShare'],
  [street, town, state, postalCode]: readonly [string, string, string, string],
  phone: string,
): MadeUpPayer {
  return {
    id,
    name,
    prefix,
    street,
    town: [town, state, postalCode],
    phone,
    payerType,
    network: payerType === 'auto' ? 'out' : 'in',
    filing,
    serves,
    allowedPercent,
    costShare,
    weight,
  };
}
