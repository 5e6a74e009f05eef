import type { Denial } from '../denial/denial.ts';
import type { ActionTaken } from './answer.ts';
import { appealActionOf } from './sendings.ts';

/** What the letter of a denial is once it has left: a notice is sent as documents are, and never counts as an appeal. */
export function letterActionOf(denial: Pick<Denial, 'deadlines' | 'letterKind'>): ActionTaken {
  return denial.letterKind === 'notice' ? 'documents' : appealActionOf(denial);
}
