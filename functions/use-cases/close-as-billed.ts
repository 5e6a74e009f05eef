import type { Denial } from '../core/denial/denial.ts';
import type { Billed } from '../core/redirect/billed.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import {
  forwardedSignOf,
  patientBill,
  type RedirectPorts,
  sayForbidden,
  sayForwarded,
} from './read-redirect.ts';
import { refusalOfDay } from './refuse-day.ts';

export type BilledTo =
  | {
      readonly to: 'other_payer';
      readonly payerName: string;
      readonly reference: string;
      readonly billedOn: string;
      /** Where the remittance says that the claim was sent on: when the next payer said that it has none. */
      readonly notReceivedOn?: string | undefined;
    }
  | {
      readonly to: 'patient';
      readonly reference?: string | undefined;
      readonly billedOn: string;
      /** Ids of the checks that ask for something, each looked at by the person. */
      readonly confirmedChecks: readonly string[];
    };

export type BillPorts = ActPorts & Pick<RedirectPorts, 'remittances' | 'settings' | 'rulebook' | 'casework'>;

/**
 * A biller has billed whoever owes this: the other payer, or the patient, as the denial's route says. Refused where the
 * next payer has the claim already, and where a check protects the patient.
 */
export function closeAsBilled(
  ports: BillPorts,
  request: ActRequest & { readonly note: string; readonly billed: BilledTo },
): Promise<ActResult> {
  const { billed, note } = request;
  return actOnDenial(ports, 'close_as_billed', request, async (denial): Promise<Plan | Refusal> => {
    const refusal =
      dayRefusal(billed.billedOn, denial, ports.clock.today()) ??
      (billed.to === 'other_payer'
        ? await otherPayerRefusal(ports, denial, billed)
        : await patientRefusal(ports, denial, billed));
    if (refusal !== null) return refusal;
    return {
      kind: 'plan',
      type: 'ClosedAsBilled',
      patch: {
        state: 'closed',
        closedAs: billed.to === 'other_payer' ? 'billed_other_payer' : 'billed_patient',
        nextAction: 'Nothing: billed elsewhere.',
        billed: recordOf(billed),
      },
      reason: note,
      detail: {
        to: billed.to,
        billedOn: billed.billedOn,
        ...(billed.to === 'patient' && { confirmedChecks: recordOf(billed).confirmedChecks.join(' ') }),
      },
    };
  });
}

function recordOf(billed: BilledTo): Billed {
  const { to, billedOn, reference = null } = billed;
  return {
    to,
    billedOn,
    reference,
    payerName: billed.to === 'other_payer' ? billed.payerName : null,
    confirmedChecks: billed.to === 'patient' ? [...new Set(billed.confirmedChecks)] : [],
    notReceivedOn: billed.to === 'other_payer' ? (billed.notReceivedOn ?? null) : null,
  };
}

function dayRefusal(day: string, { noticeOn }: Denial, today: string): Refusal | null {
  if (day > today)
    return refused('DATE_REFUSED', 'The day of the bill lies in the future.', 'billed.billedOn');
  return noticeOn !== null && day < noticeOn
    ? refused('DATE_REFUSED', 'The day of the bill lies before the payer’s decision.', 'billed.billedOn')
    : refusalOfDay(day, 'billed.billedOn');
}

async function otherPayerRefusal(
  ports: BillPorts,
  denial: Denial,
  { notReceivedOn }: Extract<BilledTo, { to: 'other_payer' }>,
): Promise<Refusal | null> {
  if (denial.route !== 'bill_other_payer') return wrongRoute();
  const sign = await forwardedSignOf(ports, denial);
  if (sign === null) return null;
  if (notReceivedOn === undefined)
    return refused('ALREADY_FORWARDED', sayForwarded(sign), 'billed.notReceivedOn');
  return notReceivedOn > ports.clock.today()
    ? refused('DATE_REFUSED', 'The day of the next payer’s word lies in the future.', 'billed.notReceivedOn')
    : refusalOfDay(notReceivedOn, 'billed.notReceivedOn');
}

async function patientRefusal(
  ports: BillPorts,
  denial: Denial,
  { confirmedChecks }: Extract<BilledTo, { to: 'patient' }>,
): Promise<Refusal | null> {
  if (denial.route !== 'patient_responsibility') return wrongRoute();
  const { checks } = await patientBill(ports, denial);
  const forbidding = checks.find(({ outcome }) => outcome === 'forbids');
  if (forbidding !== undefined) {
    return refused('PATIENT_PROTECTED', sayForbidden(forbidding));
  }
  const known = new Set(checks.map(({ id }) => id));
  const stray = confirmedChecks.findIndex((id) => !known.has(id));
  if (stray >= 0) {
    return refused(
      'PATIENT_PROTECTED',
      // Never what was sent: it may be the patient's.
      'A confirmed check is none of this bill: name checks by their ids alone.',
      `billed.confirmedChecks.${stray}`,
    );
  }
  const open = checks.find(({ id }) => !confirmedChecks.includes(id));
  return open === undefined
    ? null
    : refused('PATIENT_PROTECTED', `Confirm first [${open.id}]: ${open.says}`, 'billed.confirmedChecks');
}

function wrongRoute(): Refusal {
  return refused('ROUTE_REFUSED', 'The denial’s route says that somebody else is billed.', 'billed.to');
}
