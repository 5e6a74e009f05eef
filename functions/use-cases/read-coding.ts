import { besideDenial, type FindingBesideDenial, whatToChange } from '../core/coding/denied-lines.ts';
import type { Clock } from '../ports/clock.ts';
import type { CodingTableStore } from '../ports/coding-tables.ts';
import { certainClaim } from './claim-on-file.ts';
import { type CodingReview, reviewCoding } from './find-coding-errors.ts';
import type { DenialWithClaim } from './read-denial.ts';

/** What looks wrong on the claim as sent, shown beside a denial: it changes neither decision nor route. */
export type CodingBesideDenial =
  | { readonly kind: 'not_reviewed'; readonly sentence: string }
  | ({
      readonly kind: 'reviewed';
      readonly findings: readonly FindingBesideDenial[];
      /** Of a denial that is to be corrected: what, in sentences. */
      readonly whatToChange: readonly string[];
    } & Pick<CodingReview, 'releases' | 'notLoaded'>);

/** Null for those who may not read what is clinical: diagnoses and services are in every finding. */
export async function readCoding(
  { codingTables, clock }: { readonly codingTables: CodingTableStore; readonly clock: Clock },
  { denial, onFile, family, maySeeClinical }: DenialWithClaim,
): Promise<CodingBesideDenial | null> {
  if (!maySeeClinical) return null;
  const claim = certainClaim(onFile);
  const payment = family.members.find(({ id }) => id === denial.denialId)?.adjudication.claim;
  if (claim === null || payment === undefined) {
    return { kind: 'not_reviewed', sentence: onFile.kind === 'joined' ? AMBIGUOUS : NOT_ON_FILE };
  }
  const onDate = denial.noticeOn ?? clock.today();
  const { findings, releases, notLoaded } = await reviewCoding(codingTables, claim, onDate);
  const beside = besideDenial(findings, denial.decision.reasons, payment, claim);
  const isToCorrect = denial.route === 'correct_resubmit';
  return {
    kind: 'reviewed',
    findings: beside,
    whatToChange: isToCorrect ? whatToChange(beside) : [],
    releases,
    notLoaded,
  };
}

const NOT_ON_FILE = 'The claim as sent is not on file, so nothing on it was looked at.';
const AMBIGUOUS = 'More than one claim on file fits this payment, so none of them was looked at.';
