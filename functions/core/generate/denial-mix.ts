import type { Category } from '../denial/decision.ts';
import type { PayerType } from '../payer/profile.ts';
import { isOriginalMedicare, type MadeUpPayer } from './payers.ts';
import { Mix } from './random.ts';

/** Why a payer denies, as it stands in the remittance. */
export interface DenialReason {
  readonly category: Category;
  readonly group: 'CO' | 'PR' | 'OA' | 'PI';
  readonly carc: string;
  /** LQ*HE of the line, or MIA/MOA where the claim is denied without lines. */
  readonly remarks: readonly string[];
  /** In per mille of the denials of a payer for which every reason holds. */
  readonly weight: number;
  /** Lines only: a claim is not bundled as a whole. */
  readonly lineOnly?: true;
  /** What else the claim or the remittance shows. */
  readonly shows?:
    | 'unknown_person'
    | 'coverage_ended'
    | 'priority_payer'
    | 'filed_late'
    | 'coverage_policy'
    | 'authorization_on_claim';
  readonly holdsFor?: 'original_medicare' | 'not_original_medicare' | readonly PayerType[];
}

type Details = Pick<DenialReason, 'lineOnly' | 'shows' | 'holdsFor'>;
const reason = (
  category: Category,
  code: string,
  weight: number,
  remarks: string,
  details: Details = {},
): DenialReason => {
  const [group, carc] = code.split('-') as [DenialReason['group'], string];
  return { category, group, carc, remarks: remarks === '' ? [] : remarks.split('+'), weight, ...details };
};

const MEDICARE = { holdsFor: 'original_medicare' } as const;
const OTHERS = { holdsFor: 'not_original_medicare' } as const;

/**
 * The reasons in proportion. Missing data, eligibility, authorization, coordination of benefits and bundling lead, as
 * in published rankings of initial denials; the figures themselves are ours (docs/reference/generate.md).
 */
export const DENIAL_REASONS: readonly DenialReason[] = [
  reason('billing_error', 'CO-16', 40, 'N382'),
  reason('billing_error', 'CO-16', 40, 'M76'),
  reason('billing_error', 'CO-16', 30, 'M51', { lineOnly: true }),
  reason('billing_error', 'CO-16', 30, 'N290'),
  reason('billing_error', 'CO-16', 25, 'N286'),
  reason('billing_error', 'CO-16', 20, 'M53', { lineOnly: true }),
  reason('billing_error', 'CO-16', 20, 'M77'),
  reason('billing_error', 'CO-16', 15, 'N265'),
  reason('billing_error', 'CO-16', 10, 'MA120', { holdsFor: ['medicare_ffs'] }),
  reason('billing_error', 'CO-16', 10, 'N255', { holdsFor: ['medicaid', 'medicaid_mco'] }),
  reason('prior_authorization', 'CO-197', 75, '', OTHERS),
  reason('prior_authorization', 'CO-197', 20, 'N54', { ...OTHERS, shows: 'authorization_on_claim' }),
  reason('prior_authorization', 'CO-198', 15, '', { ...OTHERS, shows: 'authorization_on_claim' }),
  reason('prior_authorization', 'CO-302', 10, '', { ...OTHERS, shows: 'authorization_on_claim' }),
  reason('eligibility', 'CO-27', 45, '', { shows: 'coverage_ended' }),
  reason('eligibility', 'CO-31', 30, 'N382', { shows: 'unknown_person' }),
  reason('eligibility', 'CO-26', 25, ''),
  reason('eligibility', 'PR-27', 20, '', { ...OTHERS, shows: 'coverage_ended' }),
  reason('medical_necessity', 'CO-50', 85, 'N115', { ...MEDICARE, shows: 'coverage_policy' }),
  reason('medical_necessity', 'CO-50', 50, 'N180', OTHERS),
  reason('medical_necessity', 'CO-50', 30, '', OTHERS),
  reason('medical_necessity', 'CO-55', 8, 'N623', OTHERS),
  reason('medical_necessity', 'CO-151', 15, ''),
  reason('duplicate', 'OA-18', 80, ''),
  reason('timely_filing', 'CO-29', 50, '', { ...OTHERS, shows: 'filed_late' }),
  reason('timely_filing', 'CO-29', 40, 'N211', { ...MEDICARE, shows: 'filed_late' }),
  reason('bundling', 'CO-97', 40, 'M15', { lineOnly: true }),
  reason('bundling', 'CO-97', 15, 'N390', { lineOnly: true }),
  reason('bundling', 'CO-236', 20, '', { lineOnly: true }),
  reason('bundling', 'CO-234', 12, 'N20', { lineOnly: true }),
  reason('coordination_of_benefits', 'OA-22', 35, '', { shows: 'priority_payer' }),
  reason('coordination_of_benefits', 'CO-22', 30, '', { shows: 'priority_payer' }),
  reason('coordination_of_benefits', 'OA-109', 20, '', MEDICARE),
  reason('non_covered', 'PR-204', 35, '', OTHERS),
  reason('non_covered', 'CO-96', 20, 'N130', OTHERS),
  reason('non_covered', 'PR-96', 25, 'N425', MEDICARE),
  reason('non_covered', 'PR-49', 8, '', OTHERS),
  reason('documentation', 'CO-252', 25, 'N706'),
  reason('documentation', 'CO-252', 20, 'N393'),
  reason('documentation', 'CO-252', 15, 'N455'),
  reason('documentation', 'CO-226', 10, 'N366', OTHERS),
  reason('documentation', 'CO-163', 8, 'N753', OTHERS),
  reason('benefit_limit', 'PR-119', 20, '', OTHERS),
  reason('benefit_limit', 'CO-119', 10, 'N362'),
  reason('coding', 'CO-4', 25, 'N565', { lineOnly: true }),
  reason('coding', 'CO-11', 15, 'N657'),
  reason('coding', 'CO-5', 8, 'M77'),
  reason('credentialing', 'CO-B7', 12, ''),
  reason('credentialing', 'CO-208', 8, ''),
  reason('referral', 'CO-243', 12, '', OTHERS),
];

/** The reasons that hold for a payer. */
export function denialMixOf(payer: MadeUpPayer): Mix<DenialReason> {
  return new Mix(DENIAL_REASONS.filter(({ holdsFor }) => holdsFor === undefined || isOneOf(payer, holdsFor)));
}

function isOneOf(payer: MadeUpPayer, whom: NonNullable<DenialReason['holdsFor']>): boolean {
  if (whom === 'original_medicare') return isOriginalMedicare(payer);
  if (whom === 'not_original_medicare') return !isOriginalMedicare(payer);
  return whom.includes(payer.payerType);
}
