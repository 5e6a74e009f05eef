export type PracticeKind = 'office' | 'hospital' | 'supplier';

/** A person who treats patients at a practice. */
export interface Clinician {
  readonly last: string;
  readonly first: string;
  readonly npi: string;
}

/** A billing provider that does not exist. */
export interface MadeUpPractice {
  readonly name: string;
  readonly npi: string;
  readonly tin: string;
  readonly taxonomy: string;
  /** First letters of its claim numbers. */
  readonly prefix: string;
  readonly kind: PracticeKind;
  readonly street: string;
  readonly town: readonly [name: string, state: string, postalCode: string];
  readonly phone: string;
  readonly clinicians: readonly Clinician[];
}

/**
 * The tenth digit of an NPI: Luhn over 80840 and the nine before it (45 CFR 162.406).
 *
 * @example
 * npiOf('155501234') // '1555012347'
 */
export function npiOf(nineDigits: string): string {
  let sum = 0;
  const digits = `80840${nineDigits}`;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${nineDigits}${(10 - (sum % 10)) % 10}`;
}

const CLINICIANS: readonly (readonly [last: string, first: string])[] = [
  ['ASHWORTH', 'NORA'],
  ['BELLAMY', 'THEO'],
  ['CASTELLAN', 'RUTH'],
  ['DRUMMER', 'OWEN'],
  ['EASTLAKE', 'MIRA'],
];

/** The first two are the practices of the sample organisation, so that made-up files can be dropped into it. */
export const PRACTICES: readonly MadeUpPractice[] = [
  practice(
    'CEDAR RIDGE MEDICAL GROUP',
    'CRMG',
    'office',
    '155501234',
    '991234567',
    '207Q00000X',
    ['210 CEDAR RIDGE ROAD', 'PRAIRIE CITY', 'KS', '660010000'],
    '8005550101',
  ),
  practice(
    'LAKEVIEW ORTHOPEDICS',
    'LVO',
    'office',
    '155505678',
    '997654321',
    '207X00000X',
    ['18 HARBOR STREET', 'PORT ALDEN', 'ME', '041010000'],
    '8005550111',
  ),
  practice(
    'WILLOW BEND INTERNAL MEDICINE',
    'WBIM',
    'office',
    '155502468',
    '992468135',
    '207R00000X',
    ['5 WILLOW BEND', 'WESTFIELD', 'OH', '442510000'],
    '8005550112',
  ),
  practice(
    'STONE HARBOR REGIONAL HOSPITAL',
    'SHRH',
    'hospital',
    '155508642',
    '993691470',
    '282N00000X',
    ['1 HOSPITAL DRIVE', 'PORT ALDEN', 'ME', '041010000'],
    '8005550113',
  ),
  practice(
    'PRAIRIE VIEW HOSPITAL',
    'PVH',
    'hospital',
    '155507531',
    '993570246',
    '282N00000X',
    ['900 PRAIRIE VIEW', 'PRAIRIE CITY', 'KS', '660010000'],
    '8005550114',
  ),
  practice(
    'HOLLOW CREEK MEDICAL SUPPLY',
    'HCMS',
    'supplier',
    '155509753',
    '994815162',
    '332B00000X',
    ['44 HOLLOW CREEK ROAD', 'MIDLAND', 'NE', '681010000'],
    '8005550115',
  ),
];

function practice(
  name: string,
  prefix: string,
  kind: PracticeKind,
  nineDigits: string,
  tin: string,
  taxonomy: string,
  [street, town, state, postalCode]: readonly [string, string, string, string],
  phone: string,
): MadeUpPractice {
  const clinicians = CLINICIANS.map(([last, first], i) => ({
    last,
    first,
    npi: npiOf(String(Number(nineDigits) + 11 * (i + 1))),
  }));
  return {
    name,
    npi: npiOf(nineDigits),
    tin,
    taxonomy,
    prefix,
    kind,
    street,
    town: [town, state, postalCode],
    phone,
    clinicians,
  };
}
