import type { AnswerBasis } from '../core/answer/after-answers.ts';
import type { Levels } from '../core/answer/levels.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { Denial } from '../core/denial/denial.ts';
import { payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import type { ActPorts } from './act-on-denial.ts';
import { claimPaymentOf } from './make-letter.ts';

export type AnswerPorts = ActPorts & {
  readonly remittances: RemittanceStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
  readonly levels: Levels;
};

/** What an answer is weighed by: the claim payment, the payer as it is registered now, clocks and levels. */
export async function answerBasisOf(ports: AnswerPorts, denial: Denial): Promise<AnswerBasis> {
  const [{ claim, header }, { payers }] = await Promise.all([
    claimPaymentOf(ports, denial),
    ports.settings.organisation(),
  ]);
  const payer = payerProfileOf(header.payer, claim.filingIndicator, knownPayers(payers));
  const { clocks, levels } = ports;
  return { claim, header, payer, clocks, levels, answerTimes: payer.own?.answerTimes ?? [] };
}
