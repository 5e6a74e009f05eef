import { type Adjudication, decidedOn } from '../family/adjudication.ts';
import type { Adjustment, Procedure } from '../remittance/remittance.ts';

/** The adjustments of one group: one CAS segment of the next claim, or more. */
export interface AdjustmentsOfGroup {
  readonly group: string;
  readonly amountCents: number;
  readonly adjustments: readonly Omit<Adjustment, 'group'>[];
}

/** What one payer decided, as the next payer's claim has to repeat it. Cents; days as yyyy-mm-dd. */
export interface CoordinationFigures {
  /** Loop 2320 and 2330B. */
  readonly claim: {
    /** 2330B NM109, and the name beside it. */
    readonly payerId: string;
    readonly payerName: string;
    /** 2330B REF*F8. */
    readonly payerClaimNumber: string;
    /** 2330B DTP*573; in 2430 where the lines were decided. */
    readonly decidedOn: string | null;
    readonly chargeCents: number;
    /** 2320 AMT*D. */
    readonly paidCents: number;
    /** 2320 AMT*EAF: what this payer leaves to the patient. */
    readonly remainingCents: number;
    /** 2320 CAS: those of the claim, not of its lines. */
    readonly adjustments: readonly AdjustmentsOfGroup[];
  };
  /** Loop 2430, one SVD a line. */
  readonly lines: readonly {
    readonly line: number;
    /** SVD03. */
    readonly procedure: Procedure | null;
    readonly revenueCode: string;
    readonly chargeCents: number;
    /** SVD02. */
    readonly paidCents: number;
    /** SVD05. */
    readonly units: number;
    readonly remainingCents: number;
    readonly adjustments: readonly AdjustmentsOfGroup[];
    readonly addsUp: boolean;
  }[];
  /** Charge = paid + all adjustments. The next payer refuses a claim of which that is not so. */
  readonly addsUp: boolean;
}

/**
 * The figures of an adjudication for the coordination loops of the next claim (X12 837 TR3, 2320, 2330B and 2430):
 * every adjustment once, at the level at which the payer made it, contractual ones too.
 */
export function coordinationFigures(adjudication: Adjudication): CoordinationFigures {
  const { claim, header } = adjudication;
  const lines = claim.lines.map((line) => ({
    line: line.ordinal,
    procedure: line.procedure,
    revenueCode: line.revenueCode,
    chargeCents: line.chargeCents,
    paidCents: line.paidCents,
    units: line.unitsPaid,
    remainingCents: ofPatient(line.adjustments),
    adjustments: byGroup(line.adjustments),
    addsUp: line.chargeCents === line.paidCents + sum(line.adjustments),
  }));
  const ofLines = claim.lines.flatMap(({ adjustments }) => adjustments);
  const all = [...claim.adjustments, ...ofLines];
  return {
    claim: {
      payerId: header.payer.id,
      payerName: header.payer.name,
      payerClaimNumber: claim.payerClaimControlNumber,
      decidedOn: decidedOn(adjudication),
      chargeCents: claim.chargeCents,
      paidCents: claim.paidCents,
      remainingCents: ofPatient(all),
      adjustments: byGroup(claim.adjustments),
    },
    lines,
    addsUp: claim.chargeCents === claim.paidCents + sum(all) && lines.every(({ addsUp }) => addsUp),
  };
}

function byGroup(adjustments: readonly Adjustment[]): readonly AdjustmentsOfGroup[] {
  return [...Map.groupBy(adjustments, ({ group }) => group)].map(([group, members]) => ({
    group,
    amountCents: sum(members),
    adjustments: members.map(({ carc, amountCents, quantity }) => ({ carc, amountCents, quantity })),
  }));
}

function ofPatient(adjustments: readonly Adjustment[]): number {
  return sum(adjustments.filter(({ group }) => group === 'PR'));
}

function sum(adjustments: readonly Adjustment[]): number {
  return adjustments.reduce((total, { amountCents }) => total + amountCents, 0);
}
