import type { Denial } from '../denial/denial.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import { caseFactsOf, isCaseOf } from '../rulebook/case-condition.ts';
import type { PatientCheck } from './redirect-data.ts';

/** A check as it stands for one denial. */
export interface CheckStanding {
  readonly id: string;
  readonly outcome: PatientCheck['outcome'];
  readonly says: string;
  readonly source: string;
}

/** Whether the patient may be billed, for how much, and what has to be confirmed before. */
export interface PatientBill {
  /** What the payer puts on the patient (group PR) in this denial, in cents: no more may be asked for. */
  readonly billableCents: number;
  readonly forbidden: boolean;
  /** Those that forbid first. */
  readonly checks: readonly CheckStanding[];
}

const NOT_PR: CheckStanding = {
  id: 'patient.group',
  outcome: 'forbids',
  says: 'No reason of this denial is in group PR: what a payer takes off as CO, OA or PI is not the patient’s.',
  source: 'C22',
};

/**
 * The checks before a patient is billed for a denial. Whatever a biller thinks of it, nothing overrules a check that
 * forbids: the way on is another route.
 *
 * @example
 * patientBillOf(denial, claim, checks).forbidden // true of CO-50
 */
export function patientBillOf(
  denial: Pick<Denial, 'decision' | 'payerType'>,
  claim: Pick<ClaimPayment, 'lines' | 'remarks'>,
  checks: readonly PatientCheck[],
): PatientBill {
  const facts = caseFactsOf(denial);
  const { reasons } = denial.decision;
  const ofPatient = reasons.filter(({ group }) => group === 'PR');
  const billableCents = ofPatient.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const remarks = new Set([...claim.remarks, ...reasons.flatMap((reason) => reason.remarks)]);
  const standing = checks
    .filter(({ when }) => isCaseOf(when, withRemarks(facts, remarks)))
    .filter((check) => !isExempt(check, ofPatient, remarks, claim))
    .map(({ id, outcome, says, source }): CheckStanding => ({ id, outcome, says, source }));
  const all = billableCents > 0 ? standing : [NOT_PR, ...standing];
  return {
    billableCents,
    forbidden: all.some(({ outcome }) => outcome === 'forbids'),
    checks: all.toSorted((a, b) => Number(a.outcome === 'asks') - Number(b.outcome === 'asks')),
  };
}

// A remark of the claim (MIA, MOA) protects the patient as one of a line does.
function withRemarks(facts: ReturnType<typeof caseFactsOf>, remarks: ReadonlySet<string>) {
  return { ...facts, reasons: facts.reasons.map((reason) => ({ ...reason, remarks: [...remarks] })) };
}

function isExempt(
  { unlessCarcs, unlessRemarks, unlessModifiers }: PatientCheck,
  ofPatient: Denial['decision']['reasons'],
  remarks: ReadonlySet<string>,
  { lines }: Pick<ClaimPayment, 'lines'>,
): boolean {
  const byCarc =
    unlessCarcs !== undefined &&
    ofPatient.length > 0 &&
    ofPatient.every(({ carc }) => unlessCarcs.includes(carc));
  // Every line that is put on the patient needs its own notice.
  const byModifier =
    unlessModifiers !== undefined &&
    ofPatient.length > 0 &&
    ofPatient.every(({ line }) =>
      lines.some(
        ({ ordinal, procedure, submittedProcedure }) =>
          ordinal === line &&
          [...(procedure?.modifiers ?? []), ...(submittedProcedure?.modifiers ?? [])].some((modifier) =>
            unlessModifiers.includes(modifier),
          ),
      ),
    );
  return byCarc || byModifier || unlessRemarks?.some((remark) => remarks.has(remark)) === true;
}
