import type { Denial } from '../denial/denial.ts';

/** What a person calls the letter of a denial: a notice is no appeal, and is not called one. */
export function letterName({ letterKind }: Pick<Denial, 'letterKind'>): 'letter' | 'notice' {
  return letterKind === 'notice' ? 'notice' : 'letter';
}

/** What left, in a sentence to the biller. */
export function sentName({ letterKind }: Pick<Denial, 'letterKind'>): 'appeal' | 'notice' {
  return letterKind;
}

/** "Appeal" or "Notice": the first word of the events of its life. */
export function eventPrefix({ letterKind }: Pick<Denial, 'letterKind'>): 'Appeal' | 'Notice' {
  return letterKind === 'notice' ? 'Notice' : 'Appeal';
}
