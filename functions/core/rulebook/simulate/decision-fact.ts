import * as z from 'zod';
import type { DatedClaim } from '../../deadline/start-dates.ts';
import { type ClaimFacts, claimFactsOf, claimFactsSchema } from '../../denial/claim-facts.ts';
import {
  appealableSchema,
  categorySchema,
  type Decision,
  decisionClassSchema,
  mechanismSchema,
  routeSchema,
} from '../../denial/decision.ts';
import type { RemittanceId } from '../../ids.ts';
import { type OwnTerms, type PayerProfile, payerTypeSchema } from '../../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../../remittance/remittance.ts';
import { type DecisionFacts, decisionFactsSchema } from '../schema.ts';

const date = z.iso.date().nullable();

/** What was decided, as far as figures and clocks depend on it. */
export const decidedSchema = z.strictObject({
  class: decisionClassSchema,
  route: routeSchema,
  mechanism: mechanismSchema,
  category: categorySchema,
  appealable: appealableSchema,
  amountCents: z.int().nonnegative(),
  ruleId: z.string(),
  /** Group and CARC of the leading reason, as `CO-50`. */
  reason: z.string(),
});
export type Decided = z.infer<typeof decidedSchema>;

/**
 * One line of the archive that simulations read: all that the decision about one ClaimPayment, and its clocks, depend
 * on. Of the patient it holds the dates of service and nothing else: no name, no number of the claim or the member, no
 * diagnosis, no procedure.
 */
export const decisionFactSchema = z.strictObject({
  format: z.literal(1),
  remittanceId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Of the CLP, from 1: with the remittance the id of the denial. */
  ordinal: z.int().positive(),
  producedOn: date,
  paidOn: date,
  payer: z.strictObject({
    id: z.string(),
    name: z.string(),
    payerType: payerTypeSchema,
    capitated: z.boolean(),
    network: z.enum(['in', 'out']).nullable(),
    allowFrequency7: z.boolean().nullable(),
    /** Its key in the payer registry. */
    key: z.string().nullable(),
  }),
  claim: claimFactsSchema,
  dates: z.strictObject({
    filingIndicator: z.string(),
    statementFrom: date,
    statementTo: date,
    receivedOn: date,
    /** Of each line, first and last day. */
    lines: z.array(z.tuple([date, date])),
  }),
  /** What the claim as sent added. */
  known: decisionFactsSchema,
  rulebookVersion: z.string(),
  /** null = nothing to work or to wait for. */
  decided: decidedSchema.nullable(),
});
export type DecisionFact = z.infer<typeof decisionFactSchema>;

/** What decided one ClaimPayment, and what came of it. */
export interface DecidedClaim {
  readonly remittanceId: RemittanceId;
  readonly header: Pick<RemittanceHeader, 'producedOn' | 'paidOn' | 'payer'>;
  readonly claim: ClaimPayment;
  readonly payer: PayerProfile;
  readonly known: DecisionFacts;
  readonly rulebookVersion: string;
  readonly decision: Decision | null;
}

/** The line of the archive for one decided ClaimPayment. */
export function decisionFactOf(decided: DecidedClaim): DecisionFact {
  const { remittanceId, header, claim, payer, known, rulebookVersion, decision } = decided;
  const { payerType, capitated, network, allowFrequency7, own } = payer;
  const { filingIndicator, statementFrom, statementTo, receivedOn } = claim;
  return {
    format: 1,
    remittanceId,
    ordinal: claim.ordinal,
    producedOn: header.producedOn,
    paidOn: header.paidOn,
    payer: {
      ...{ id: header.payer.id, name: header.payer.name, payerType, capitated, network, allowFrequency7 },
      key: own?.payer ?? null,
    },
    claim: claimFactsOf(claim),
    dates: {
      ...{ filingIndicator, statementFrom, statementTo, receivedOn },
      lines: claim.lines.map(({ serviceFrom, serviceTo }) => [serviceFrom, serviceTo]),
    },
    known,
    rulebookVersion,
    decided: decidedOf(decision),
  };
}

/** A decision as it is kept and compared. */
export function decidedOf(decision: Decision | null): Decided | null {
  if (decision === null) return null;
  const { class: of, route, mechanism, category, appealable, amountCents, ruleId, reasons } = decision;
  const [leading] = reasons;
  const reason = leading === undefined ? 'none' : `${leading.group}-${leading.carc}`;
  return { class: of, route, mechanism, category, appealable, amountCents, ruleId, reason };
}

/** The claim with its dates, as the clocks look at it. */
export function datedClaimOf({ claim, dates }: DecisionFact): DatedClaim & ClaimFacts {
  const { lines, ...ofClaim } = dates;
  return {
    ...claim,
    ...ofClaim,
    lines: claim.lines.map((line, index) => {
      const [serviceFrom, serviceTo] = lines[index] ?? [null, null];
      return { ...line, serviceFrom, serviceTo };
    }),
  };
}

/**
 * The payer as it was known when the claim was decided.
 *
 * @param terms of the registry at hand, by key: windows are counted by these; without the key's own only its rules hold
 */
export function payerOf({ payer }: DecisionFact, terms: ReadonlyMap<string, OwnTerms>): PayerProfile {
  const { id, name, payerType, capitated, network, allowFrequency7, key } = payer;
  const profile = { payerType, capitated, network, allowFrequency7, seenAs: { id, name } };
  if (key === null) return profile;
  const own = terms.get(key) ?? { payer: key, clocks: [], channels: {}, leadBusinessDays: {} };
  return { ...profile, own };
}
