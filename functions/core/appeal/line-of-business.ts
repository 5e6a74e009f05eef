import * as z from 'zod';
import type { PayerType } from '../payer/profile.ts';

/** One flag a set of law. Exactly one is true, so that a paragraph of law is bound to the claims it holds for. */
export const lineOfBusinessSchema = z.strictObject({
  originalMedicare: z.boolean(),
  medicareAdvantage: z.boolean(),
  medicaid: z.boolean(),
  medicaidManagedCare: z.boolean(),
  commercial: z.boolean(),
  federalEmployees: z.boolean(),
  tricare: z.boolean(),
  veteransAffairs: z.boolean(),
  workersCompensationOrAuto: z.boolean(),
  unknown: z.boolean(),
});
export type LineOfBusiness = z.infer<typeof lineOfBusinessSchema>;

const FLAG_OF: { readonly [type in PayerType]: keyof LineOfBusiness } = {
  medicare_ffs: 'originalMedicare',
  medicare_part_a: 'originalMedicare',
  medicare_dme: 'originalMedicare',
  medicare_advantage: 'medicareAdvantage',
  medicaid: 'medicaid',
  medicaid_mco: 'medicaidManagedCare',
  commercial: 'commercial',
  capitated_commercial: 'commercial',
  exchange: 'commercial',
  exchange_shop: 'commercial',
  fehb: 'federalEmployees',
  tricare: 'tricare',
  va: 'veteransAffairs',
  workers_comp: 'workersCompensationOrAuto',
  auto: 'workersCompensationOrAuto',
  unknown: 'unknown',
};

/** The set of law that holds for a payer type. */
export function lineOfBusinessOf(payerType: PayerType): LineOfBusiness {
  const none: LineOfBusiness = {
    originalMedicare: false,
    medicareAdvantage: false,
    medicaid: false,
    medicaidManagedCare: false,
    commercial: false,
    federalEmployees: false,
    tricare: false,
    veteransAffairs: false,
    workersCompensationOrAuto: false,
    unknown: false,
  };
  return { ...none, [FLAG_OF[payerType]]: true };
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const;

/**
 * What this appeal is called at this payer and level.
 *
 * @example
 * appealName('medicare_ffs', 1) // 'Request for redetermination', 42 CFR 405.940
 * appealName('commercial', 1) // 'First-level provider appeal'
 */
export function appealName(payerType: PayerType, level: number): string {
  if (FLAG_OF[payerType] === 'originalMedicare') {
    if (level === 1) return 'Request for redetermination';
    if (level === 2) return 'Request for reconsideration';
  }
  return `${ORDINALS[level - 1] ?? `Level ${level}`}${level <= 5 ? '-level' : ''} provider appeal`;
}

/** Who decides, as the letter calls it. */
export function deciderOf(payerType: PayerType): string {
  switch (FLAG_OF[payerType]) {
    case 'originalMedicare':
      return 'contractor';
    case 'medicaid':
      return 'agency';
    case 'workersCompensationOrAuto':
    case 'veteransAffairs':
    case 'unknown':
      return 'payer';
    default:
      return 'plan';
  }
}
