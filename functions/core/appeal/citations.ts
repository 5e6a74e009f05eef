import type { PayerType } from '../payer/profile.ts';
import type { Statutes } from './statutes.ts';

const ORIGINAL_MEDICARE = ['medicare_ffs', 'medicare_part_a', 'medicare_dme'] as const;
const ALL_MEDICARE = [...ORIGINAL_MEDICARE, 'medicare_advantage'] as const;
const MEDICAID = ['medicaid', 'medicaid_mco'] as const;
const COMMERCIAL = ['commercial', 'capitated_commercial', 'exchange', 'exchange_shop'] as const;
const EMPLOYER_PLANS = ['commercial', 'capitated_commercial', 'exchange_shop'] as const;
const STATE_REGULATED = [...COMMERCIAL, ...MEDICAID, 'workers_comp', 'auto'] as const;

interface BodyOfLaw {
  /** Whose law it is, in words that end a sentence. */
  readonly of: string;
  readonly payerTypes: readonly PayerType[];
}

const MEDICARE_LAW = { of: 'the law of Medicare', payerTypes: ALL_MEDICARE };
const ORIGINAL_LAW = { of: 'the law of Original Medicare', payerTypes: ORIGINAL_MEDICARE };
const ADVANTAGE_LAW = { of: 'the law of Medicare Advantage', payerTypes: ['medicare_advantage'] } as const;
const MEDICAID_LAW = { of: 'the law of Medicaid', payerTypes: MEDICAID };
const ERISA_LAW = { of: 'the law of employer plans', payerTypes: EMPLOYER_PLANS };
const HEALTH_PLAN_LAW = { of: 'the law of commercial plans', payerTypes: COMMERCIAL };
const FEHB_LAW = { of: 'the law of federal employees’ plans', payerTypes: ['fehb'] } as const;
const TRICARE_LAW = { of: 'the law of TRICARE', payerTypes: ['tricare'] } as const;
const VA_LAW = { of: 'the law of Veterans Affairs', payerTypes: ['va'] } as const;
// 42 CFR 422.402; 10 U.S.C. 1103; 5 U.S.C. 8902(m)(1): a State's law does not reach these.
const STATE_LAW = { of: 'a State’s law', payerTypes: STATE_REGULATED };

/** By title and part, as the headings of the Code of Federal Regulations have it. Parts that are of nobody's are left out. */
const PARTS: readonly (BodyOfLaw & {
  readonly title: number;
  readonly from: number;
  readonly to: number;
})[] = [
  { title: 5, from: 890, to: 890, ...FEHB_LAW },
  {
    title: 20,
    from: 10,
    to: 10,
    of: 'the law of federal workers’ compensation',
    payerTypes: ['workers_comp'],
  },
  { title: 29, from: 2560, to: 2560, ...ERISA_LAW },
  { title: 29, from: 2590, to: 2590, ...ERISA_LAW },
  { title: 32, from: 199, to: 199, ...TRICARE_LAW },
  { title: 38, from: 17, to: 17, ...VA_LAW },
  { title: 42, from: 405, to: 405, ...ORIGINAL_LAW },
  { title: 42, from: 410, to: 410, ...MEDICARE_LAW },
  // Medicare as secondary payer binds the plan that pays first.
  { title: 42, from: 411, to: 411, ...MEDICARE_LAW, payerTypes: [...ALL_MEDICARE, ...COMMERCIAL, 'fehb'] },
  { title: 42, from: 412, to: 414, ...MEDICARE_LAW },
  { title: 42, from: 424, to: 424, ...ORIGINAL_LAW },
  { title: 42, from: 422, to: 423, ...ADVANTAGE_LAW },
  { title: 42, from: 438, to: 438, of: 'the law of Medicaid managed care', payerTypes: ['medicaid_mco'] },
  { title: 42, from: 430, to: 457, ...MEDICAID_LAW },
  { title: 45, from: 146, to: 148, ...HEALTH_PLAN_LAW },
  { title: 45, from: 149, to: 149, ...HEALTH_PLAN_LAW, payerTypes: [...COMMERCIAL, 'fehb'] },
  { title: 45, from: 150, to: 159, ...HEALTH_PLAN_LAW },
];

/** By title and section of the United States Code; a section with letters after its number (1395w-22) counts by the number. */
const SECTIONS: readonly (BodyOfLaw & {
  readonly title: number;
  readonly from: number;
  readonly to: number;
})[] = [
  { title: 5, from: 8901, to: 8914, ...FEHB_LAW },
  { title: 10, from: 1071, to: 1110, ...TRICARE_LAW },
  { title: 29, from: 1001, to: 1191, ...ERISA_LAW },
  { title: 38, from: 1701, to: 1788, ...VA_LAW },
  { title: 42, from: 300, to: 300, ...HEALTH_PLAN_LAW, payerTypes: [...COMMERCIAL, 'fehb'] },
  { title: 42, from: 1395, to: 1395, ...MEDICARE_LAW },
  { title: 42, from: 1396, to: 1397, ...MEDICAID_LAW },
];

const SPACE = '[\\s\u00a0]*';
const SIGN = `(?:,?${SPACE}subpart${SPACE}[A-Z],?${SPACE})?(?:§+|,?${SPACE}sections?|,?${SPACE}secs?\\.|s\\.|,?${SPACE}parts?|pts?\\.)?${SPACE}`;
const CFR = new RegExp(
  `(\\d{1,2})${SPACE}C\\.?${SPACE}F\\.?${SPACE}R\\.?${SPACE}${SIGN}(\\d+)(?:\\.(\\d+))?`,
  'giu',
);
const USC = new RegExp(
  `(\\d{1,2})${SPACE}U\\.?${SPACE}S\\.?${SPACE}C\\.?(?:${SPACE}A\\.)?${SPACE}${SIGN}(\\d+)[\\w-]*`,
  'giu',
);
const SOCIAL_SECURITY_ACT = new RegExp(
  `Social Security Act,?${SPACE}${SIGN}(\\d{4})|\\bSSA${SPACE}${SIGN}(\\d{4})|${SIGN}(\\d{4})(?:\\([^)]{1,4}\\))*${SPACE}of${SPACE}the${SPACE}(?:Social Security )?Act`,
  'giu',
);
const ERISA = /\bERISA\b|Employee Retirement Income Security Act/giu;
const STATE_CODE =
  /\b(?:Ins(?:urance|\.)|Health (?:and|&) Safety|Health & Saf\.|Labor|Welfare (?:and|&) Institutions|Admin(?:istrative|\.)) (?:Code|Law)\b|\b\d+ (?:CCR|NYCRR|TAC|N\.?J\.?A\.?C\.?)\b|\b(?:Rev\. |Gen\. |Ann\. )?Stat(?:utes|\.) (?:Ann\. )?§|\bFla\. Stat\.|\bN\.J\.S\.A\.|\bP\.L\. \d{4}, c\. ?\d+/giu;

export interface ForeignCitation {
  /** As it stands in the text. */
  readonly citation: string;
  /** Whose law it is. */
  readonly of: string;
}

/**
 * Citations in a text that are law of another line of business than the payer's, each once, in the order of the text.
 * Of what the letters' own law (templates/statutes.json) cites for this payer nothing is foreign; what neither that file
 * nor the tables here know is not judged, and nothing is where the payer's type is unknown.
 *
 * @example
 * foreignCitations(statutes, 'medicare_ffs', 'See 29 CFR 2560.503-1.')
 * // [{ citation: '29 CFR 2560.503', of: 'the law of employer plans' }]
 */
export function foreignCitations(
  statutes: Statutes,
  payerType: PayerType,
  written: string,
): readonly ForeignCitation[] {
  if (payerType === 'unknown') return [];
  const text = asRead(written);
  const found = [
    ...[...text.matchAll(CFR)].map((match) => ({ match, law: regulationOf(match, statutes, payerType) })),
    ...[...text.matchAll(USC)].map((match) => ({ match, law: lawAt(SECTIONS, match) })),
    ...[...text.matchAll(SOCIAL_SECURITY_ACT)].map((match) => ({ match, law: titleOfTheAct(match) })),
    ...[...text.matchAll(ERISA)].map((match) => ({ match, law: ERISA_LAW })),
    ...[...text.matchAll(STATE_CODE)].map((match) => ({ match, law: STATE_LAW })),
  ];
  const foreign = found
    .toSorted((a, b) => a.match.index - b.match.index)
    .flatMap(({ match, law }) =>
      law === null || law.payerTypes.includes(payerType)
        ? []
        : [{ citation: match[0].replaceAll(/[\s\u00a0]+/gu, ' ').trim(), of: law.of }],
    );
  return foreign.filter(
    ({ citation }, at) => foreign.findIndex((other) => other.citation === citation) === at,
  );
}

/** The text as a reader of the letter has it: without what cannot be seen, the code of regulations by its short name. */
function asRead(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/,?[\s\u00a0]+Code[\s\u00a0]+of[\s\u00a0]+Federal[\s\u00a0]+Regulations\b/giu, ' CFR');
}

/** What is foreign in a biller's text, as things that are open in the letter. */
export function otherLaw(foreign: readonly ForeignCitation[]): readonly string[] {
  return foreign.map(
    ({ citation, of }) => `LAW of another line of business: “${citation}” is ${of}, not of this payer`,
  );
}

/** Whether a text cites law at all, of whatever line of business. */
export function citesLaw(written: string): boolean {
  const text = asRead(written);
  return [CFR, USC, SOCIAL_SECURITY_ACT, ERISA, STATE_CODE].some((pattern) => text.search(pattern) !== -1);
}

function regulationOf(
  match: RegExpExecArray,
  { statutes }: Statutes,
  payerType: PayerType,
): BodyOfLaw | null {
  const [, title, part, section] = match;
  const cited = statutes.filter(({ citation }) =>
    [...citation.matchAll(CFR)].some(
      (own) => own[1] === title && own[2] === part && (section === undefined || own[3] === section),
    ),
  );
  if (cited.some(({ payerTypes }) => payerTypes.includes(payerType))) return null;
  return (
    lawAt(PARTS, match) ??
    (cited.length === 0
      ? null
      : { of: 'law of another line of business', payerTypes: cited.flatMap(({ payerTypes }) => payerTypes) })
  );
}

function lawAt(table: typeof PARTS, [, title, number]: RegExpExecArray): BodyOfLaw | null {
  return (
    table.find(
      (law) => law.title === Number(title) && law.from <= Number(number) && Number(number) <= law.to,
    ) ?? null
  );
}

/** Title XVIII is Medicare, title XIX is Medicaid. */
function titleOfTheAct([, ...sections]: RegExpExecArray): BodyOfLaw | null {
  const section = sections.find((each) => each !== undefined) ?? '';
  if (section.startsWith('18')) return MEDICARE_LAW;
  return section.startsWith('19') ? MEDICAID_LAW : null;
}
