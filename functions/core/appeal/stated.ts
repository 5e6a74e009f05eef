import * as z from 'zod';
import type { Reason } from '../denial/decision.ts';

/** Which CARCs and RARCs say what. A paragraph of a letter that answers one of these stands under its name. */
export const CODES_OF = {
  localCoverageDetermination: ['N115'],
  nationalCoverageDetermination: ['N386'],
  experimental: ['55', '56', '114', '188', 'N623'],
  unlabeledUse: ['188'],
  frequencyOrAmount: ['151', '152', '153', '154'],
  recordsDoNotShowNeed: ['N661', 'M25'],
  peerToPeerOffered: ['N939'],
  emergency: ['40'],
  levelOfCare: ['186', 'N610'],
  readmission: ['249'],
  authorizationExceeded: ['198', '287'],
  authorizationLate: ['210'],
  authorizationEnded: ['302'],
  referralMissing: ['243', '288'],
  outOfNetwork: ['242', '279'],
  unitLimit: ['N362'],
  parentService: ['B15'],
  globalPeriod: ['M144', 'N525'],
  severalProcedures: ['59'],
  coverageNotBegun: ['26'],
  coverageEnded: ['27', '200'],
  memberNotFound: ['31'],
  notADependent: ['32'],
  otherPayerFirst: ['19', '20', '21', '22', '24', '109', 'MA04'],
  primaryRulesNotKept: ['136', '276', 'N854'],
  recoded: ['N22'],
  diagnosisGroup: ['N647'],
} as const satisfies { readonly [flag: string]: readonly string[] };
export type StatedFlag = keyof typeof CODES_OF;

export const STATED_FLAGS = Object.keys(CODES_OF) as readonly StatedFlag[];
export const statedFlagSchema = z.enum(Object.keys(CODES_OF) as [StatedFlag, ...StatedFlag[]]);
export const statedSchema = z.strictObject(
  Object.fromEntries(STATED_FLAGS.map((flag) => [flag, z.boolean()])) as Record<StatedFlag, z.ZodBoolean>,
);
export type Stated = z.infer<typeof statedSchema>;

/**
 * What the payer's stated reason rests on, by its codes alone.
 *
 * @param claimRemarks RARCs of the claim as a whole
 */
export function statedIn(reasons: readonly Reason[], claimRemarks: readonly string[]): Stated {
  const codes = new Set([...reasons.flatMap(({ carc, remarks }) => [carc, ...remarks]), ...claimRemarks]);
  return Object.fromEntries(
    STATED_FLAGS.map((flag) => [flag, CODES_OF[flag].some((code) => codes.has(code))]),
  ) as Stated;
}
