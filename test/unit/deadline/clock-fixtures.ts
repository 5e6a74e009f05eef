import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { clocksOf } from '../../../functions/core/deadline/clocks.ts';
import type { Deadline } from '../../../functions/core/deadline/deadline.ts';
import type { Decision } from '../../../functions/core/denial/decision.ts';
import type { PayerProfile, PayerType } from '../../../functions/core/payer/profile.ts';
import type {
  ClaimPayment,
  RemittanceHeader,
  ServiceLine,
} from '../../../functions/core/remittance/remittance.ts';

export const clocks = bundledClocks();

export function decided(over: Partial<Decision> = {}): Decision {
  return {
    class: 'denial',
    level: 'line',
    amountCents: 10_000,
    category: 'medical_necessity',
    route: 'appeal',
    mechanism: 'none',
    appealable: 'yes',
    ruleId: 'test',
    rulebookVersion: 'test',
    reasons: [],
    explanation: '',
    preventable: 'sometimes',
    preventedBy: null,
    requiredDocuments: [],
    alsoRoutes: [],
    contradiction: null,
    trace: [],
    ...over,
  };
}

export function lineOf(over: Partial<ServiceLine> = {}): ServiceLine {
  return {
    ordinal: 1,
    procedure: null,
    submittedProcedure: null,
    revenueCode: '',
    chargeCents: 10_000,
    paidCents: 0,
    unitsPaid: 0,
    unitsSubmitted: null,
    serviceFrom: '2026-08-03',
    serviceTo: '2026-08-03',
    adjustments: [],
    remarks: [],
    rejectCodes: [],
    references: [],
    amounts: [],
    otherSegments: [],
    ...over,
  };
}

export function claimOf(over: Partial<ClaimPayment> = {}): ClaimPayment {
  return {
    ordinal: 1,
    claimId: 'SYNTHETIC-1',
    status: '4',
    chargeCents: 10_000,
    paidCents: 0,
    patientResponsibilityCents: 0,
    filingIndicator: '',
    payerClaimControlNumber: '',
    facilityType: '11',
    frequency: '1',
    adjustments: [],
    remarks: [],
    parties: [],
    references: [],
    amounts: [],
    statementFrom: null,
    statementTo: null,
    receivedOn: null,
    coverageExpiredOn: null,
    lines: [lineOf()],
    otherSegments: [],
    byteStart: 0,
    byteEnd: 0,
    ...over,
  };
}

export function headerOf(over: Partial<RemittanceHeader> = {}): RemittanceHeader {
  return {
    ordinal: 1,
    transaction: '0001',
    version: '005010X221A1',
    handling: 'I',
    paymentCents: 0,
    paymentMethod: 'NON',
    paidOn: '2026-09-02',
    producedOn: '2026-09-01',
    traceNumber: '1',
    payer: { id: '1', name: 'SYNTHETIC PAYER', address: '' },
    payee: { npi: null, tin: null, name: 'SYNTHETIC CLINIC' },
    currency: 'USD',
    ...over,
  };
}

export function payerOf(payerType: PayerType, network: PayerProfile['network'] = null): PayerProfile {
  return { payerType, capitated: false, network, allowFrequency7: null };
}

/** The clocks of a one-line professional claim served 2026-08-03 and answered 2026-09-01, unless told otherwise. */
export function clocksFor(
  payer: PayerType | PayerProfile,
  decision: Partial<Decision> = {},
  claim: Partial<ClaimPayment> = {},
  header: Partial<RemittanceHeader> = {},
): Deadline[] {
  return clocksOf(
    {
      decision: decided(decision),
      claim: claimOf(claim),
      header: headerOf(header),
      payer: typeof payer === 'string' ? payerOf(payer) : payer,
    },
    clocks,
  );
}

/** One line a clock: `*` governs, kind, level, basis, last day. */
export function summaryOf(deadlines: readonly Deadline[]): string[] {
  return deadlines.map(
    ({ governs, kind, level, basis, lastDay }) =>
      `${governs ? '*' : ' '}${kind}${level === null ? '' : ` ${level}`} ${basis}${lastDay === null ? '' : ` ${lastDay}`}`,
  );
}
