import type { Adjustment } from '../remittance/remittance.ts';
import { adjustment, type PaidLine, ruledLine } from './adjudication.ts';
import type { SentClaim, SentLine } from './claim.ts';
import type { DenialReason } from './denial-mix.ts';
import { isOriginalMedicare } from './payers.ts';
import type { Random } from './random.ts';

const MULTIPLE_PROCEDURE_SHARE = 0.12;
const DEDUCTIBLE_SHARE = 0.08;
const QUALITY_SHARE = 0.02;
/** Budget Control Act of 2011: 2 per cent of what Medicare would pay. */
export const SEQUESTRATION_PERCENT = 2;

/** What of a line is denied, before the rest of it is priced. */
export interface DeniedPart {
  readonly reason: DenialReason;
  readonly cents: number;
  /** Units denied, where only some are. */
  readonly units: number | null;
}

/** A price for some charge: the adjustments that lead to what is paid. */
export interface Price {
  readonly adjustments: readonly Adjustment[];
  readonly allowedCents: number;
  readonly remarks: readonly string[];
}

/** The line as this payer prices it, less what is denied of it. */
export function pricedLine(
  claim: SentClaim,
  line: SentLine,
  ordinal: number,
  denied: DeniedPart | null,
  random: Random,
): PaidLine {
  const price =
    line.earlier === null
      ? priceOf(claim, line.chargeCents - (denied?.cents ?? 0), ordinal === 1, random)
      : priceAfterEarlierPayer(
          claim,
          line.chargeCents,
          line.earlier.patientCents - (denied?.cents ?? 0),
          denied?.cents ?? 0,
          random,
        );
  if (denied === null) return ruledLine(line, ordinal, price.adjustments, price);
  const { reason, cents, units } = denied;
  return ruledLine(
    line,
    ordinal,
    [adjustment(reason.group, reason.carc, cents, units), ...price.adjustments],
    {
      ...price,
      remarks: [...reason.remarks, ...price.remarks],
      unitsPaid: line.units - (units ?? 0),
      ...(reason.shows === 'coverage_policy' ? { policy: 'L39999' } : {}),
    },
  );
}

/** The whole line denied. What an earlier payer took care of is not denied again. */
export function deniedLine(line: SentLine, ordinal: number, reason: DenialReason): PaidLine {
  const openCents = openCentsOf(line);
  const adjustments = [adjustment(reason.group, reason.carc, openCents)];
  if (openCents < line.chargeCents) adjustments.push(adjustment('OA', '23', line.chargeCents - openCents));
  return ruledLine(line, ordinal, adjustments, {
    remarks: reason.remarks,
    ...(reason.shows === 'coverage_policy' ? { policy: 'L39999' } : {}),
  });
}

/** What of a line this payer is asked for: all of it, or what an earlier payer left to the patient. */
export function openCentsOf({ earlier, chargeCents }: SentLine): number {
  return earlier === null ? chargeCents : earlier.patientCents;
}

/** Contractual write-off, reductions, cost share and sequestration of a charge, first payer. */
export function priceOf(
  { payer, practice }: SentClaim,
  chargeCents: number,
  leads: boolean,
  random: Random,
): Price {
  const adjustments: Adjustment[] = [];
  const remarks: string[] = [];
  const [least, most] = payer.allowedPercent;
  const feeCents = Math.round((chargeCents * random.between(least, most)) / 100);
  if (feeCents < chargeCents) adjustments.push(adjustment('CO', '45', chargeCents - feeCents));
  let allowedCents = feeCents;
  if (
    !leads &&
    practice.kind === 'office' &&
    payer.costShare === 'plan' &&
    random.chance(MULTIPLE_PROCEDURE_SHARE)
  ) {
    const reduction = Math.floor(feeCents / 2);
    if (reduction > 0) adjustments.push(adjustment('CO', '59', reduction));
    allowedCents -= reduction;
  }
  const share = costShareOf(payer.costShare, allowedCents, leads, random);
  const payableCents = allowedCents - share.reduce((sum, { amountCents }) => sum + amountCents, 0);
  if (payer.costShare === 'medicare' && payer.payerType !== 'medicare_part_a') {
    const cents = Math.round((payableCents * SEQUESTRATION_PERCENT) / 100);
    if (cents > 0) adjustments.push(adjustment('CO', '253', cents));
  }
  if (payableCents >= 1_000 && random.chance(QUALITY_SHARE)) {
    const cents = Math.floor(payableCents / 100);
    if (payer.payerType === 'medicare_ffs') {
      adjustments.push(adjustment('CO', '237', cents));
      remarks.push('N807');
    } else if (payer.payerType === 'medicare_advantage') adjustments.push(adjustment('CO', '144', -cents));
  }
  return { adjustments: [...adjustments, ...share], allowedCents, remarks };
}

function costShareOf(
  kind: 'medicare' | 'plan' | 'none',
  allowedCents: number,
  leads: boolean,
  random: Random,
): readonly Adjustment[] {
  if (kind === 'none' || allowedCents === 0) return [];
  const deductible =
    leads && random.chance(DEDUCTIBLE_SHARE) ? Math.min(allowedCents, random.between(20, 250) * 100) : 0;
  const rest = allowedCents - deductible;
  const share = deductible > 0 ? [adjustment('PR', '1', deductible)] : [];
  if (rest === 0) return share;
  if (kind === 'plan' && leads && random.chance(0.6)) {
    const copay = random.between(2, 8) * 500;
    if (copay <= rest) share.push(adjustment('PR', '3', copay));
  } else if (kind === 'medicare' || random.chance(0.4)) {
    const coinsurance = Math.round((rest * (kind === 'medicare' ? 20 : random.between(1, 4) * 10)) / 100);
    if (coinsurance > 0) share.push(adjustment('PR', '2', coinsurance));
  }
  return share;
}

/** A later payer deals with what the earlier one left to the patient; the rest is OA-23 (X12: impact of prior payers). */
function priceAfterEarlierPayer(
  { payer }: SentClaim,
  chargeCents: number,
  openCents: number,
  deniedCents: number,
  random: Random,
): Price {
  const adjustments: Adjustment[] = [];
  const leftCents = openCents - Math.round((openCents * random.pick([100, 100, 80, 50])) / 100);
  if (leftCents > 0) {
    adjustments.push(
      payer.costShare === 'none' ? adjustment('CO', '45', leftCents) : adjustment('PR', '2', leftCents),
    );
  }
  adjustments.push(adjustment('OA', '23', chargeCents - openCents - deniedCents));
  return { adjustments, allowedCents: openCents, remarks: [] };
}

/** Part A takes its sequestration off the claim, not the lines. */
export function claimSequestration(claim: SentClaim, payableCents: number): readonly Adjustment[] {
  if (claim.payer.payerType !== 'medicare_part_a' || !isOriginalMedicare(claim.payer)) return [];
  const cents = Math.round((payableCents * SEQUESTRATION_PERCENT) / 100);
  return cents > 0 ? [adjustment('CO', '253', cents)] : [];
}
