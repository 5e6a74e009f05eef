import type { Deadline } from '../core/deadline/deadline.ts';
import type { Decision } from '../core/denial/decision.ts';
import { newDenial } from '../core/denial/new-denial.ts';
import type { PayerProfile } from '../core/payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../core/remittance/remittance.ts';
import type { DecisionFacts } from '../core/rulebook/schema.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { StoredClaimPayment } from '../ports/remittance-store.ts';

/** What rulebook and clocks say of one ClaimPayment. Deadlines are counted for denials only. */
export interface Assessment {
  readonly payer: PayerProfile;
  readonly decision: Decision | null;
  readonly deadlines: readonly Deadline[];
  /** What the claim as sent added, where somebody looked. */
  readonly known: DecisionFacts;
  readonly rulebookVersion: string;
}
/** `known`: what the claim as sent adds, where somebody looked. */
export type Assess = (claim: ClaimPayment, header: RemittanceHeader, known?: DecisionFacts) => Assessment;

/** Stores a denied ClaimPayment with its denial, first event and outbox: all or none, and once only. */
export async function openDenial(
  claimPayment: StoredClaimPayment & { readonly decision: Decision },
  assessment: Assessment,
  deps: { readonly denials: DenialStore; readonly clock: Clock; readonly historyBefore?: string | undefined },
): Promise<'opened' | 'already_open'> {
  const { remittanceId, header, claim, decision, isHistory } = claimPayment;
  const opening = newDenial({
    remittanceId,
    header,
    claim,
    decision,
    payer: assessment.payer,
    deadlines: assessment.deadlines,
    at: deps.clock.now(),
    today: deps.clock.today(),
    historyBefore: isHistory === true ? deps.historyBefore : undefined,
  });
  return deps.denials.open({ claimPayment, ...opening });
}
