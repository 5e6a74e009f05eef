import path from 'node:path';
import { codingTableFolder } from '../../functions/adapters/files/coding-tables.ts';
import { TableDamagedError } from '../../functions/ports/coding-tables.ts';
import { reviewCoding } from '../../functions/use-cases/find-coding-errors.ts';
import { findInputs } from '../triage/inputs.ts';
import { findClaimAsSent } from './claim-as-sent.ts';
import type { CodingTold } from './coding.ts';
import type { FoundClaim } from './find-claim.ts';

/** The options that say where claims as sent and code tables are. */
export interface CodingOptions {
  readonly claims?: string;
  readonly tables?: string;
}

export type ReviewedClaim =
  | { readonly kind: 'told'; readonly told: CodingTold }
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'refused'; readonly message: string };

/** What looks wrong on the claim as sent, by the tables that were loaded; without tables by the claim alone. */
export async function reviewClaim(
  found: FoundClaim,
  options: CodingOptions,
  cwd: string,
): Promise<ReviewedClaim> {
  try {
    return await review(found, options, cwd);
  } catch (error) {
    if (!(error instanceof TableDamagedError)) throw error;
    return { kind: 'refused', message: `The code tables are damaged: ${error.message}. ${LOAD_AGAIN}` };
  }
}

export const LOAD_AGAIN = 'Name another folder, or take this one away and load the tables again.';

async function review(
  found: FoundClaim,
  { claims, tables }: CodingOptions,
  cwd: string,
): Promise<ReviewedClaim> {
  if (claims === undefined) {
    return tables === undefined
      ? { kind: 'not_asked' }
      : { kind: 'refused', message: 'Give --claims too: the tables are for the claim as sent.' };
  }
  const inputs = await findInputs([claims], cwd);
  if (inputs.kind === 'not_found') return { kind: 'refused', message: inputs.message };
  const store = tables === undefined ? NO_TABLES_LOADED : codingTableFolder(path.resolve(cwd, tables));
  if (tables !== undefined && (await store.releases()).length === 0) {
    return { kind: 'refused', message: `There are no tables in ${tables}: overturn tables load makes them.` };
  }
  if (inputs.inputs.some(({ name }) => name === '-')) {
    return {
      kind: 'refused',
      message: 'Claims are read twice: give a file or a folder, not standard input.',
    };
  }
  const sent = await findClaimAsSent(found, inputs.inputs);
  if (sent.kind === 'not_found') return { kind: 'told', told: sent };
  const { producedOn, paidOn } = found.header;
  const review = await reviewCoding(store, sent.claim, producedOn ?? paidOn ?? UNDATED, sent.history);
  return { kind: 'told', told: { kind: 'reviewed', review } };
}

/** A claim without a day, of a remittance without one: no pair that ended holds on it. */
const UNDATED = '9999-12-31';

const NO_TABLES_LOADED = { releases: async () => [], readPart: async () => null };
