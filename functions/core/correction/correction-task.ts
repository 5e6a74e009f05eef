import type { Deadline } from '../deadline/deadline.ts';
import { kindsOfCorrection } from '../deadline/select.ts';
import type { Denial } from '../denial/denial.ts';
import { caseFactsOf, isCaseOf } from '../rulebook/case-condition.ts';
import type { ChecklistStep, CorrectionData } from './correction-data.ts';
import type { ElementToChange } from './elements-to-change.ts';
import {
  type FrequencyRuling,
  frequencyRulings,
  type PayerClaimNumber,
  type SendingCase,
} from './frequency.ts';
import type { MechanismNow } from './mechanism.ts';

/** All that a biller needs to correct a claim and send it. */
export interface CorrectionTask {
  readonly mechanism: MechanismNow;
  readonly elements: readonly ElementToChange[];
  readonly payerClaimNumber: PayerClaimNumber | null;
  /** In the order 1, 7, 8, none. */
  readonly frequencies: readonly FrequencyRuling[];
  /** Of the mechanism, the soonest to send first; with none the payer's window is not configured. */
  readonly clocks: readonly Deadline[];
  readonly checklist: readonly Omit<ChecklistStep, 'when'>[];
  readonly openAppeal: boolean;
}

/** The task of a denial that is to be corrected. Read-only: nothing is decided or sent by it. */
export function correctionTask(
  denial: Pick<Denial, 'decision' | 'payerType' | 'deadlines'>,
  about: Omit<SendingCase, 'mechanism' | 'mechanismSays'> & {
    readonly mechanism: MechanismNow;
    readonly elements: readonly ElementToChange[];
    readonly openAppeal: boolean;
  },
  data: CorrectionData,
): CorrectionTask {
  const { mechanism, elements, number, payment, openAppeal } = about;
  const kinds = kindsOfCorrection(mechanism.mechanism);
  const facts = caseFactsOf(denial, mechanism.mechanism);
  return {
    mechanism,
    elements,
    payerClaimNumber: number,
    frequencies: frequencyRulings({
      mechanism: mechanism.mechanism,
      mechanismSays: mechanism.says,
      number,
      payment,
    }),
    clocks: denial.deadlines
      .filter(({ kind }) => kinds.includes(kind))
      .toSorted((a, b) => ((a.sendBy ?? '9999-12-31') < (b.sendBy ?? '9999-12-31') ? -1 : 1)),
    checklist: data.checklists
      .filter(({ when }) => isCaseOf(when, facts))
      .map(({ when: _asked, ...step }) => step),
    openAppeal,
  };
}
