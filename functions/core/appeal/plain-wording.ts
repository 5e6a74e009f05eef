/** What reviewers read in full. Names of code sets and of programmes that everybody calls by their letters stay. */
const IN_FULL: Readonly<Record<string, string>> = {
  ADA: 'American Diabetes Association',
  'APR-DRG': 'all-patient refined diagnosis-related group',
  APTC: 'advance premium tax credit',
  ASC: 'ambulatory surgical center',
  CBSA: 'core-based statistical area',
  CCN: 'claim control number',
  'CFO-CAP': 'corrective action plan of the Chief Financial Officer',
  CLIA: 'Clinical Laboratory Improvement Amendments',
  CMN: 'certificate of medical necessity',
  COB: 'coordination of benefits',
  DCN: 'document control number',
  DIR: 'direct and indirect remuneration',
  DME: 'durable medical equipment',
  DMEPOS: 'durable medical equipment, prosthetics, orthotics and supplies',
  DRG: 'diagnosis-related group',
  EDI: 'electronic data interchange',
  EFT: 'electronic funds transfer',
  EHR: 'electronic health record',
  EIN: 'employer identification number',
  EOB: 'explanation of benefits',
  EOBs: 'explanations of benefits',
  EPSDT: 'early and periodic screening, diagnostic and treatment',
  ERA: 'electronic remittance advice',
  ERISA: 'Employee Retirement Income Security Act',
  ESRD: 'end-stage renal disease',
  EVV: 'electronic visit verification',
  FDA: 'Food and Drug Administration',
  FEHB: 'Federal Employees Health Benefits',
  FIPS: 'Federal Information Processing Standards',
  FSA: 'flexible spending account',
  HCBS: 'home and community-based services',
  HH: 'home health',
  HHA: 'home health agency',
  HIPPS: 'health insurance prospective payment system',
  HPSA: 'health professional shortage area',
  ICN: 'internal control number',
  IDE: 'investigational device exemption',
  IDR: 'independent dispute resolution',
  IHS: 'Indian Health Service',
  IME: 'independent medical examination',
  IRF: 'inpatient rehabilitation facility',
  IRS: 'Internal Revenue Service',
  LCD: 'local coverage determination',
  LIS: 'low-income subsidy',
  LTC: 'long-term care',
  MA: 'Medicare Advantage',
  MBI: 'Medicare beneficiary identifier',
  MFP: 'maximum fair price',
  MIPS: 'Merit-based Incentive Payment System',
  MMA: 'Medicare Modernization Act',
  MMI: 'maximum medical improvement',
  MPN: 'medical provider network',
  MPPR: 'multiple procedure payment reduction',
  MSP: 'Medicare secondary payer',
  NCCI: 'National Correct Coding Initiative',
  NCD: 'national coverage determination',
  NDC: 'national drug code',
  NOC: 'not otherwise classified',
  NPI: 'national provider identifier',
  NSA: 'No Surprises Act',
  OCE: 'outpatient code editor',
  OCONUS: 'outside the continental United States',
  OON: 'out-of-network',
  ORM: 'ongoing responsibility for medicals',
  PCP: 'primary care physician',
  PDE: 'prescription drug event',
  PHP: 'partial hospitalization program',
  PIP: 'personal injury protection',
  PPO: 'preferred provider organization',
  PPS: 'prospective payment system',
  PQRS: 'Physician Quality Reporting System',
  PR: 'patient responsibility',
  PSA: 'physician scarcity area',
  QMB: 'qualified Medicare beneficiary',
  QPA: 'qualifying payment amount',
  RAC: 'recovery audit contractor',
  RFAI: 'request for additional information',
  RUG: 'resource utilization group',
  SHOP: 'small-business marketplace',
  SNF: 'skilled nursing facility',
  SSA: 'Social Security Administration',
  TC: 'technical component',
  TENS: 'transcutaneous electrical nerve stimulation',
  TIN: 'taxpayer identification number',
  TOB: 'type of bill',
  TPL: 'third-party liability',
  UPIN: 'unique physician identification number',
  UPN: 'universal product number',
  UR: 'utilization review',
  VA: 'Veterans Affairs',
  WC: "workers' compensation",
};

/** Where letters in full would make no sentence, or where what we note is for the biller alone. */
const INSTEAD: Readonly<Record<string, string>> = {
  '114': 'Not approved by the Food and Drug Administration',
  '116': 'Advance beneficiary notice not compliant',
  '188': 'Covered only for what the Food and Drug Administration has put on the label',
  '260': 'Priced on Medicaid’s schedule as the Affordable Care Act raised it',
  B23: 'Not certified under the Clinical Laboratory Improvement Amendments',
  P16: 'Provider not authorized to treat injured workers in the State',
  P25: 'Reduced under a medical provider network',
  M66: 'Price-limited test: technical and professional component on lines of their own',
  MA124: 'Only the part for indirect medical education handled',
  N362: 'More units than the payer allows for a day (medically unlikely edit)',
  N577: 'Handled under periodic interim payments',
  N830: 'Rules against surprise and balance billing were applied',
  N858: 'A State act on out-of-network emergency care was applied',
  N859: 'The No Surprises Act was applied',
};

/** Our advice to the biller in front of a wording, as what the payer said. */
const SAID_BY_PAYER: readonly (readonly [RegExp, string])[] = [
  [/^Claim data to fix: /, 'Missing or invalid on the claim: '],
  [/^Document to send: /, 'Document asked for: '],
  [/^Better document needed: /, 'Document incomplete or not legible: '],
  [/^UNPROCESSABLE\b/, 'Unprocessable'],
  [/\(retired\)$/, ''],
  [/\bNOT\b/, 'not'],
  [/\bPrior-auth\b/i, 'prior-authorization'],
  [/\bAuth\b/, 'Authorization'],
  [/\binfo\b/g, 'information'],
  [/\bnon-par\b/g, 'non-participating'],
  [/\bcopay\b/g, 'copayment'],
  [/\bclaw back\b/g, 'take money back'],
  [/\ban (?=LCD|NCD)/g, 'a '],
  [/\bmax met\b/g, 'maximum met'],
  [/^Retro\b/, 'Retroactive'],
];

const TOKEN = /[A-Z][A-Za-z]*(?:-[A-Za-z]+)*/g;

/**
 * Our wording of a code as a letter says it: nothing abbreviated that a reviewer outside billing would have to look up,
 * and none of our advice to the biller.
 *
 * @example
 * plainWording('N864', 'NSA: emergency services') // 'No Surprises Act: emergency services'
 */
export function plainWording(code: string, wording: string): string {
  const instead = own(INSTEAD, code);
  if (instead !== undefined) return instead;
  const said = SAID_BY_PAYER.reduce((text, [found, by]) => text.replace(found, by), wording);
  const plain = said.replace(TOKEN, (token) => own(IN_FULL, token) ?? token.split('-').map(inFull).join('-'));
  return plain.trim().replace(/^[a-z]/, (first) => first.toUpperCase());
}

function inFull(token: string): string {
  return own(IN_FULL, token) ?? token;
}

function own(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
