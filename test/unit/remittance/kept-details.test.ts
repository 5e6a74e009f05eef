import { describe, expect, it } from 'vitest';
import { contactsOf } from '../../../functions/core/remittance/contacts.ts';
import {
  drgGroupingOf,
  inpatientAdjudicationOf,
  outpatientAdjudicationOf,
  providerSummariesOf,
} from '../../../functions/core/remittance/medicare-details.ts';
import { quantitiesOf } from '../../../functions/core/remittance/quantities.ts';
import type { ClaimPayment } from '../../../functions/core/remittance/remittance.ts';
import { CLAIM, file, readAll } from './reading.ts';

/** The claim with these segments before its first line. */
function claimWith(...segments: readonly string[]): ClaimPayment {
  const { claims } = readAll(file([...CLAIM.slice(0, 2), ...segments, ...CLAIM.slice(2)]));
  const [claim] = claims;
  if (claim === undefined) throw new Error('There is no claim.');
  return claim;
}

describe('contacts', () => {
  it('of a claim say where to call, with the extension behind its number', () => {
    expect(contactsOf(claimWith('PER*CX*APPEALS*TE*8005551234*EX*77*FX*8005554321'))).toEqual([
      {
        purpose: 'CX',
        name: 'APPEALS',
        numbers: [
          { channel: 'telephone', number: '8005551234' },
          { channel: 'extension', number: '77' },
          { channel: 'fax', number: '8005554321' },
        ],
      },
    ]);
  });

  it('of the payment are the claim office, the technical department and the web site', () => {
    const text = file(CLAIM).replace(
      '~N1*PE',
      '~PER*CX**EM*A@B.EXAMPLE~PER*BL*EDI*TE*1~PER*IC**UR*B.EXAMPLE~N1*PE',
    );
    const [remittance] = readAll(text).remittances;
    expect(
      remittance && contactsOf(remittance).map(({ purpose, numbers }) => [purpose, numbers[0]?.channel]),
    ).toEqual([
      ['CX', 'email'],
      ['BL', 'telephone'],
      ['IC', 'web'],
    ]);
  });

  it('are none where none are named', () => {
    expect(contactsOf(claimWith())).toEqual([]);
  });

  it('of a kind that nobody knows are kept', () => {
    expect(contactsOf(claimWith('PER*CX**HP*55'))).toMatchObject([
      { numbers: [{ channel: 'other', number: '55' }] },
    ]);
  });
});

describe('quantities', () => {
  it('stand at the claim or at the line they were sent with', () => {
    const [claim] = readAll(file([...CLAIM.slice(0, 2), 'QTY*CA*3', ...CLAIM.slice(2), 'QTY*ZK*1.5'])).claims;
    expect(claim && quantitiesOf(claim)).toEqual([{ qualifier: 'CA', quantity: 3 }]);
    expect(claim?.lines.map(quantitiesOf)).toEqual([[{ qualifier: 'ZK', quantity: 1.5 }]]);
  });

  it('that are no numbers are unknown, not 0', () => {
    expect(quantitiesOf(claimWith('QTY*CA*many', 'QTY*CD'))).toEqual([
      { qualifier: 'CA', quantity: null },
      { qualifier: 'CD', quantity: null },
    ]);
  });
});

describe('what Medicare says beside the payment', () => {
  it('of an inpatient claim are days and amounts, each from its element', () => {
    const elements = Array.from({ length: 24 }, (_, i) => String(i + 1));
    const read = inpatientAdjudicationOf(claimWith(`MIA*${elements.join('*')}`));
    expect(read).toMatchObject({
      coveredDaysOrVisits: 1,
      operatingOutlierCents: 200,
      drgCents: 400,
      costReportDays: 15,
      nonpayableProfessionalCents: 1_900,
      capitalExceptionCents: 2_400,
    });
    const remarks = [5, 20, 21, 22, 23];
    const values = Object.values(read ?? {}).map((value) =>
      (value ?? 0) >= 100 ? (value ?? 0) / 100 : value,
    );
    expect(values).toEqual(elements.map(Number).filter((element) => !remarks.includes(element)));
  });

  it('of an outpatient claim are its rate and amounts', () => {
    expect(outpatientAdjudicationOf(claimWith('MOA*.8*12.5*MA01*****3.25*4'))).toEqual({
      reimbursementRate: 0.8,
      payableProceduresCents: 1_250,
      esrdCents: 325,
      nonpayableProfessionalCents: 400,
    });
  });

  it('is nothing where it is not sent, and null where it is no amount', () => {
    expect(inpatientAdjudicationOf(claimWith())).toBeNull();
    expect(outpatientAdjudicationOf(claimWith())).toBeNull();
    expect(outpatientAdjudicationOf(claimWith('MOA**ten'))).toMatchObject({ payableProceduresCents: null });
  });
});

describe('the DRG of a claim', () => {
  const grouped = (clp: string) => readAll(file([clp, ...CLAIM.slice(1)])).claims.map(drgGroupingOf);

  it('is told with its weight and the fraction of the discharge', () => {
    expect(grouped('CLP*A1*1*100*80*5*MA*ICN1*11*1**291*1.25*.5')).toEqual([
      { drg: '291', drgWeight: 1.25, dischargeFraction: 0.5 },
    ]);
  });

  it('is nothing for a claim that was not grouped', () => {
    expect(grouped('CLP*A1*1*100*80*5*12*ICN1*11*1')).toEqual([null]);
    expect(grouped('CLP*A1*1*100*80*5*12*ICN1*11*1*01')).toEqual([null]);
  });
});

describe('provider summaries', () => {
  const summed = [
    'TS3*1555012347*11*20261231*2*200.5********7*******4*5*6',
    'TS2*1*2*3*4*5*6*7*8*9*1.5*11*12*13*14*15*.9*17*18*19',
    ...CLAIM,
    'LX*2',
    'TS3*1555012347*13*20261231*1*100',
    ...CLAIM,
  ];
  const [remittance] = readAll(file(summed, '160')).remittances;
  const summaries = remittance === undefined ? [] : providerSummariesOf(remittance);

  it('are told with their totals, those of inpatient claims where there are any', () => {
    expect(summaries).toMatchObject([
      {
        providerId: '1555012347',
        facilityType: '11',
        fiscalPeriodEndsOn: '2026-12-31',
        claims: 2,
        chargeCents: 20_050,
        mspPrimaryPaidCents: 700,
        professionalComponentCents: 400,
        mspPatientLiabilityCents: 500,
        patientReimbursementCents: 600,
        periodicInterimClaims: null,
        inpatient: {
          drgCents: 100,
          averageDrgDays: 1.5,
          averageDrgWeight: 0.9,
          disproportionateShareDrgCents: 1_900,
        },
      },
      { facilityType: '13', claims: 1, chargeCents: 10_000, inpatient: null },
    ]);
  });

  it('say by their place which claims they sum up', () => {
    const { claims } = readAll(file(summed, '160'));
    const starts = summaries.map(({ byteStart }) => byteStart);
    expect(claims.map(({ byteStart }) => starts.filter((start) => start < byteStart).length)).toEqual([1, 2]);
  });
});
