import { isOfAppeal, lastDecisionOf } from '../core/answer/last-decision.ts';
import { sendingsOf } from '../core/answer/sendings.ts';
import type { Casework } from '../core/casework.ts';
import type { Claim } from '../core/claim/claim.ts';
import { payerClaimNumberOf, type SendingCase } from '../core/correction/frequency.ts';
import { type MechanismNow, mechanismNow } from '../core/correction/mechanism.ts';
import type { Denial } from '../core/denial/denial.ts';
import { factsOfRemittance, factsOfSentClaim } from '../core/denial/known-facts.ts';
import { type Family, relate } from '../core/family/relate.ts';
import { payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import { claimPaymentOf } from './make-letter.ts';
import { readFamily } from './read-family.ts';

export interface CorrectionPorts {
  readonly denials: DenialStore;
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly rulebook: (layer: Layer | undefined) => CompiledRulebook;
  readonly casework: Casework;
}

/** Everything on file that a correction is weighed by. */
export interface CorrectionCase extends Omit<SendingCase, 'payment' | 'mechanism' | 'mechanismSays'> {
  readonly mechanism: MechanismNow;
  readonly payment: StoredClaimPayment;
  /** As sent; null where it is not on file for certain. */
  readonly claim: Claim | null;
  readonly family: Family<StoredClaimPayment>;
  /** Whether another record of the same claim has an appeal with the payer, or this one has. */
  readonly openAppeal: boolean;
}

export async function correctionCaseOf(ports: CorrectionPorts, denial: Denial): Promise<CorrectionCase> {
  const payment = await claimPaymentOf(ports, denial);
  const [{ payers, ruleLayer }, onFile, payments] = await Promise.all([
    ports.settings.organisation(),
    claimOnFile(ports, payment),
    readFamily(ports, payment),
  ]);
  const family = relate(payments);
  const claim = certainClaim(onFile);
  const rulebook = ports.rulebook(ruleLayer);
  const payer = payerProfileOf(payment.header.payer, payment.claim.filingIndicator, knownPayers(payers));
  const facts = {
    ...factsOfRemittance(payment.header, rulebook),
    ...(claim === null ? {} : factsOfSentClaim(claim)),
  };
  return {
    mechanism: mechanismNow(denial.decision, payment.claim, payer, rulebook, facts),
    number: payerClaimNumberOf(denial.denialId, family),
    payment,
    claim,
    family,
    openAppeal: isAppealOpen(denial) || (await hasOpenAppeal(ports, denial, family)),
  };
}

/** What left last was an appeal, and the payer has decided nothing since. */
function isAppealOpen(denial: Denial): boolean {
  const last = sendingsOf(denial).at(-1);
  if (last === undefined || !isOfAppeal(last.action)) return false;
  const decision = lastDecisionOf(denial);
  return decision === null || decision.level < last.level;
}

/** Of another record of the same claim. */
async function hasOpenAppeal(
  { denials }: Pick<CorrectionPorts, 'denials'>,
  denial: Denial,
  { members }: Family<StoredClaimPayment>,
): Promise<boolean> {
  const own = members.find(({ id }) => id === denial.denialId)?.episode;
  const others = members.filter(({ id, episode }) => id !== denial.denialId && episode === own);
  const records = await Promise.all(others.map(({ id }) => denials.read(id)));
  return records.some(
    (record) =>
      record !== null &&
      record.route === 'appeal' &&
      (record.state === 'sent' || record.state === 'awaiting_payer' || record.state === 'held'),
  );
}
