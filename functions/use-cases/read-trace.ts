import type { Denial } from '../core/denial/denial.ts';
import { factsOfRemittance, factsOfSentClaim } from '../core/denial/known-facts.ts';
import { type DecisionTrace, traceDecision } from '../core/denial/trace.ts';
import { type DenialId, isTakeBackId } from '../core/ids.ts';
import { payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { missesApproval } from './assess-with-claim.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export type TracePorts = ReadPorts & {
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly rulebook: (layer: Layer | undefined) => CompiledRulebook;
};

export interface TracedDenial {
  readonly denial: Denial;
  readonly trace: DecisionTrace;
  readonly rulebookVersion: string;
  /** Whether the rules in force come to the same as was decided then. */
  readonly isStillSo: boolean;
}

/**
 * Why a denial takes its route: decided again by the rules in force, with every rule that was asked. The decision that
 * was made stays as it is, also where the rules have changed since.
 */
export function readTrace(
  ports: TracePorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<TracedDenial>> {
  return readGuarded(ports, user, 'read', denialId, async (denial): Promise<ReadResult<TracedDenial>> => {
    const { practiceId, claimId, remittanceId, clpOrdinal, followUp } = denial;
    const payment =
      followUp !== null || isTakeBackId(denialId)
        ? null
        : await ports.remittances.readClaimPayment(practiceId, claimId, remittanceId, clpOrdinal);
    if (payment === null) return { kind: 'not_yet', sentence: 'No rule of the rulebook decided this.' };
    const { claim, header } = payment;
    const { payers, ruleLayer } = await ports.settings.organisation();
    const rulebook = ports.rulebook(ruleLayer);
    const payer = payerProfileOf(header.payer, claim.filingIndicator, knownPayers(payers));
    const known = factsOfRemittance(header, rulebook);
    const first = traceDecision(claim, payer, rulebook, known);
    const sent = missesApproval(first.decision) ? certainClaim(await claimOnFile(ports, payment)) : null;
    const trace =
      sent === null ? first : traceDecision(claim, payer, rulebook, { ...known, ...factsOfSentClaim(sent) });
    const { route, ruleId, amountCents } = denial.decision;
    const isStillSo =
      trace.decision?.route === route &&
      trace.decision.ruleId === ruleId &&
      trace.decision.amountCents === amountCents;
    return { kind: 'read', value: { denial, trace, rulebookVersion: rulebook.version, isStillSo } };
  });
}
