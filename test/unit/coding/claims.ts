import type { Claim } from '../../../functions/core/claim/claim.ts';
import type {
  CodePair,
  CodingTables,
  DiagnosisRow,
  UnitLimit,
} from '../../../functions/core/coding/tables.ts';
import { claimFile, type SentClaim } from '../../fixtures/claim-file.ts';
import { onlyClaim } from '../claim/reading.ts';

/** The claim as the reader gives it. */
export function sentClaim(claim: Omit<SentClaim, 'id'>): Claim {
  return onlyClaim(claimFile([{ id: 'C1', ...claim }]));
}

/** Made-up conditions in the form of the real table. */
export const DIAGNOSES: readonly DiagnosisRow[] = [
  row('M90', 'Made-up joint disorder', false),
  row('M901', 'Made-up joint disorder of knee', false),
  row('M9011', 'Made-up joint disorder, right knee'),
  row('M9012', 'Made-up joint disorder, left knee'),
  row('M9013', 'Made-up joint disorder, bilateral knees'),
  row('M9019', 'Made-up joint disorder, unspecified knee'),
  row('S90', 'Made-up injury of fingers', false),
  row('S90010A', 'Made-up injury of right thumb, initial encounter'),
  row('S90020A', 'Made-up injury of left thumb, initial encounter'),
  row('S90110A', 'Made-up injury of right index finger, initial encounter'),
  row('S90120A', 'Made-up injury of left index finger, initial encounter'),
  row('I90', 'Made-up heart disorder', false),
  row('I901', 'Left heart made-up failure'),
  row('I909', 'Made-up heart disorder, unspecified'),
  row('J90', 'Made-up cough', false),
  row('J900', 'Made-up dry cough'),
  row('J901', 'Made-up wet cough'),
  row('J908', 'Other made-up cough'),
  row('J909', 'Made-up cough, unspecified'),
];

function row(code: string, words: string, isBillable = true): DiagnosisRow {
  return { code, words, isBillable };
}

const RELEASE = { name: 'made up for tests', effectiveFrom: '2026-10-01' };

export function tablesOf(given: {
  readonly diagnoses?: readonly DiagnosisRow[];
  readonly isComplete?: boolean;
  readonly pairs?: readonly CodePair[];
  readonly limits?: readonly UnitLimit[];
}): CodingTables {
  const { diagnoses, pairs, limits, isComplete = false } = given;
  return {
    diagnoses:
      diagnoses === undefined
        ? null
        : {
            release: RELEASE,
            isComplete,
            byCategory: Map.groupBy(diagnoses, ({ code }) => code.slice(0, 3)),
          },
    pairs:
      pairs === undefined
        ? null
        : { release: RELEASE, byComprehensive: Map.groupBy(pairs, ({ comprehensive }) => comprehensive) },
    limits:
      limits === undefined
        ? null
        : { release: RELEASE, byCode: new Map(limits.map((limit) => [limit.code, limit])) },
  };
}
