import type { Casework } from '../core/casework.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import { forwardedSign } from '../core/denial/claim-circumstances.ts';
import type { Denial } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import { type CoordinationFigures, coordinationFigures } from '../core/redirect/coordination-figures.ts';
import { type NextPayer, nextPayers } from '../core/redirect/next-payer.ts';
import { type PatientBill, patientBillOf } from '../core/redirect/patient-bill.ts';
import type { RedirectData } from '../core/redirect/redirect-data.ts';
import { caseFactsOf, isCaseOf } from '../core/rulebook/case-condition.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { certainClaim, claimOnFile } from './claim-on-file.ts';
import { claimPaymentOf } from './make-letter.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export type RedirectPorts = ReadPorts & {
  readonly remittances: RemittanceStore;
  readonly claims: ClaimStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
  readonly rulebook: (layer: Layer | undefined) => CompiledRulebook;
  readonly casework: Casework;
};

export type Redirect =
  | {
      readonly kind: 'other_payer';
      /** What says that the next payer has the claim already: then it is waited for, not billed. */
      readonly forwarded: { readonly sign: string; readonly says: string } | null;
      /** The most certain first; none where nobody is named. */
      readonly next: readonly NextPayer[];
      readonly figures: CoordinationFigures;
      readonly steps: readonly Omit<RedirectData['nextPayerSteps'][number], 'when'>[];
    }
  | ({ readonly kind: 'patient' } & PatientBill);

/** What a biller needs to bill somebody else: the next payer with figures and filing clock, or the patient with the checks. */
export function readRedirect(
  ports: RedirectPorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<{ readonly denial: Denial; readonly redirect: Redirect }>> {
  return readGuarded<{ readonly denial: Denial; readonly redirect: Redirect }>(
    ports,
    user,
    'read',
    denialId,
    async (denial) => {
      const { route, followUp } = denial;
      if (followUp !== null || (route !== 'bill_other_payer' && route !== 'patient_responsibility')) {
        return {
          kind: 'not_yet',
          sentence: 'This is not billed to somebody else: its route is another one.',
        };
      }
      const redirect =
        route === 'bill_other_payer' ? await toOtherPayer(ports, denial) : await toPatient(ports, denial);
      return { kind: 'read', value: { denial, redirect } };
    },
  );
}

async function toOtherPayer(ports: RedirectPorts, denial: Denial): Promise<Redirect> {
  const payment = await claimPaymentOf(ports, denial);
  const [{ payers }, onFile, sign] = await Promise.all([
    ports.settings.organisation(),
    claimOnFile(ports, payment),
    forwardedSignOf(ports, denial),
  ]);
  const facts = caseFactsOf(denial);
  return {
    kind: 'other_payer',
    forwarded: sign === null ? null : { sign, says: sayForwarded(sign) },
    next: nextPayers(denial, payment, certainClaim(onFile), payers, ports.clocks),
    figures: coordinationFigures(payment),
    steps: ports.casework.redirects.nextPayerSteps
      .filter(({ when }) => isCaseOf(when, facts))
      .map(({ when: _asked, ...step }) => step),
  };
}

async function toPatient(ports: RedirectPorts, denial: Denial): Promise<Redirect> {
  return { kind: 'patient', ...(await patientBill(ports, denial)) };
}

/** The checks before the patient is billed. */
export async function patientBill(
  ports: Pick<RedirectPorts, 'remittances' | 'casework'>,
  denial: Denial,
): Promise<PatientBill> {
  const { claim } = await claimPaymentOf(ports, denial);
  return patientBillOf(denial, claim, ports.casework.redirects.patientChecks);
}

/** What says that the next payer has the claim; null where nothing does. */
export async function forwardedSignOf(
  ports: Pick<RedirectPorts, 'remittances' | 'settings' | 'rulebook'>,
  denial: Denial,
): Promise<string | null> {
  const [{ claim }, { ruleLayer }] = await Promise.all([
    claimPaymentOf(ports, denial),
    ports.settings.organisation(),
  ]);
  return forwardedSign(claim, ports.rulebook(ruleLayer));
}

export function sayForwarded(sign: string): string {
  return `The remittance says that the claim was sent on (${sign}): billing the next payer now makes a duplicate. Wait for its remittance; where none comes, ask it, and give the day on which it said that it has no such claim.`;
}

export function sayForbidden({ says, source }: PatientBill['checks'][number]): string {
  return `Do not bill the patient: ${says} (${source})`;
}
