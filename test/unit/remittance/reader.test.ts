import { describe, expect, it } from 'vitest';
import { readRemittances } from '../../../functions/core/remittance/reader.ts';
import type { ReaderEvent } from '../../../functions/core/remittance/remittance.ts';
import { CLAIM, enveloped, file, GS, ISA, readAll, readingOf, transaction } from './reading.ts';

describe('the header', () => {
  it('holds payment, trace number, payer and payee', () => {
    const { events } = readAll(file(CLAIM));
    expect(events[0]).toEqual({
      kind: 'header',
      header: {
        ordinal: 1,
        transaction: '0001',
        version: '005010X221A1',
        handling: 'I',
        paymentCents: 8_000,
        paymentMethod: 'ACH',
        paidOn: '2026-09-01',
        producedOn: '2026-08-31',
        traceNumber: 'TRACE1',
        payer: { id: '12345', name: 'TEST PLAN', address: '1 MAIN STREET, TOWN, KS 66001' },
        payee: { npi: '1555012347', tin: '991234567', name: 'TEST CLINIC' },
        currency: 'USD',
      },
      delimiters: { element: 0x2a, component: 0x3a, repetition: 0x5e, terminator: 0x7e },
    });
  });

  it('comes first, then the claims, then the remittance', () => {
    const { events } = readAll(file([...CLAIM, ...CLAIM], '160'));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'claim', 'claim', 'remittance']);
  });

  it.each([
    ['N1*PR*X*XV*N104~REF*2U*R2U', 'N104'],
    ['N1*PR*X~REF*2U*R2U', 'R2U'],
    ['N1*PR*X', '1990000001'],
  ])('takes the payer id from N104, else REF*2U, else TRN03 (%s)', (payer, id) => {
    const { remittances } = readAll(file(CLAIM).replace('N1*PR*TEST PLAN*XV*12345', payer));
    expect(remittances[0]?.header.payer.id).toBe(id);
  });

  it('takes payee and payer in any order', () => {
    const text = enveloped('ST*835*1~N1*PE*P*FI*99~N1*PR*Q~TRN*1*T~BPR*I*0~SE*6*1~');
    expect(readAll(text).remittances[0]?.header).toMatchObject({
      payee: { tin: '99', npi: null },
      traceNumber: 'T',
    });
  });

  it('says which of its segments are missing', () => {
    const { notices, remittances } = readAll(enveloped('ST*835*0001~SE*2*0001~'));
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('BPR, TRN, N1*PR, N1*PE'),
    ]);
    expect(remittances).toHaveLength(1);
  });

  it('warns when another payer is named between the claims', () => {
    expect(readAll(file([...CLAIM, 'N1*PR*OTHER PLAN', ...CLAIM], '160')).warnings).toEqual(['second_party']);
    expect(readAll(file([...CLAIM, 'N1*PR*TEST PLAN', ...CLAIM], '160')).warnings).toEqual([]);
  });
});

describe('a claim', () => {
  const claimOf = (segments: readonly string[]) => readAll(file(segments)).claims[0];

  it('holds its own elements, lines and adjustments', () => {
    const text = file(CLAIM);
    expect(readAll(text).claims).toEqual([
      {
        ordinal: 1,
        claimId: 'A1',
        status: '1',
        chargeCents: 10_000,
        paidCents: 8_000,
        patientResponsibilityCents: 500,
        filingIndicator: '12',
        payerClaimControlNumber: 'ICN1',
        facilityType: '11',
        frequency: '1',
        adjustments: [],
        remarks: [],
        parties: [
          {
            entity: 'QC',
            lastOrOrganisationName: 'DOE',
            firstName: 'JANE',
            middleName: 'Q',
            idQualifier: 'MI',
            id: 'M1',
          },
        ],
        references: [],
        amounts: [],
        statementFrom: null,
        statementTo: null,
        receivedOn: null,
        coverageExpiredOn: null,
        otherSegments: [],
        byteStart: text.indexOf('CLP'),
        byteEnd: text.indexOf('SE*'),
        lines: [
          {
            ordinal: 1,
            procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
            submittedProcedure: null,
            revenueCode: '',
            chargeCents: 10_000,
            paidCents: 8_000,
            unitsPaid: 1,
            unitsSubmitted: null,
            serviceFrom: '2026-08-01',
            serviceTo: '2026-08-01',
            adjustments: [
              { group: 'CO', carc: '45', amountCents: 1_500, quantity: null },
              { group: 'PR', carc: '3', amountCents: 500, quantity: null },
            ],
            remarks: [],
            rejectCodes: [],
            references: [],
            amounts: [],
            otherSegments: [],
          },
        ],
      },
    ]);
  });

  it('keeps all six adjustments of a CAS, over holes', () => {
    const claim = claimOf(['CLP*A1*1*100*8*0', 'CAS*CO*45*10*1***2*253*20**94*-3*2*0197*40*1*B4*25**16*0']);
    expect(claim?.adjustments).toEqual([
      { group: 'CO', carc: '45', amountCents: 1_000, quantity: 1 },
      { group: 'CO', carc: '253', amountCents: 2_000, quantity: null },
      { group: 'CO', carc: '94', amountCents: -300, quantity: 2 },
      { group: 'CO', carc: '197', amountCents: 4_000, quantity: 1 },
      { group: 'CO', carc: 'B4', amountCents: 2_500, quantity: null },
      { group: 'CO', carc: '16', amountCents: 0, quantity: null },
    ]);
  });

  it('keeps repeated and zero adjustments apart, and money without a reason', () => {
    const claim = claimOf([
      'CLP*A1*1*100*60*0',
      'CAS*co*45*10',
      'CAS*CO*45*10',
      'CAS*CO*42*0*0',
      'CAS*CO**20',
    ]);
    expect(claim?.adjustments.map(({ group, carc, amountCents }) => [group, carc, amountCents])).toEqual([
      ['CO', '45', 1_000],
      ['CO', '45', 1_000],
      ['CO', '42', 0],
      ['CO', '', 2_000],
    ]);
  });

  it('takes remarks from MIA 05 and 20-23 and from MOA 03-07', () => {
    const mia = `MIA*1****ma01${'*'.repeat(15)}N1*N2*N3*N4`;
    expect(claimOf(['CLP*A1*1*0*0*0', mia, 'MOA***MA130*N5*N6*N7*N8'])?.remarks).toEqual([
      'MA01',
      'N1',
      'N2',
      'N3',
      'N4',
      'MA130',
      'N5',
      'N6',
      'N7',
      'N8',
    ]);
  });

  it('has its status and reasons without the zeros that some payers put before them', () => {
    const { claims, notices } = readAll(
      file(['CLP*A1*022*-100*-80**12', 'SVC*HC:1*-100*-80', 'CAS*CO*045*-15', 'CAS*PR*03*-5'], '-80'),
    );
    expect(notices).toEqual([]);
    expect(claims[0]).toMatchObject({
      status: '22',
      lines: [{ adjustments: [{ carc: '45' }, { carc: '3' }] }],
    });
  });

  it('takes its dates from DTM, with or without a leading zero, and from DTP', () => {
    const dates = ['DTM*232*20260701', 'DTM*233*20260702', 'DTM*50*20260703', 'DTP*036*D8*20260704'];
    expect(claimOf(['CLP*A1*1*0*0*0', ...dates])).toMatchObject({
      statementFrom: '2026-07-01',
      statementTo: '2026-07-02',
      receivedOn: '2026-07-03',
      coverageExpiredOn: '2026-07-04',
    });
  });

  it('gives REF, AMT, CAS and LQ to the claim before its first line and to the line after it', () => {
    const details = (n: number) => [`REF*F8*R${n}`, `AMT*AU*${n}`, `LQ*HE*N${n}`];
    const claim = claimOf([
      'CLP*A1*1*100*100*0',
      ...details(1),
      'SVC*HC:1*100*100',
      ...details(2),
      'LQ*RX*70',
    ]);
    expect(claim).toMatchObject({
      references: [{ qualifier: 'F8', value: 'R1' }],
      amounts: [{ qualifier: 'AU', amountCents: 100 }],
      remarks: ['N1'],
      lines: [
        {
          references: [{ qualifier: 'F8', value: 'R2' }],
          amounts: [{ qualifier: 'AU', amountCents: 200 }],
          remarks: ['N2'],
          rejectCodes: ['70'],
        },
      ],
    });
  });

  it('keeps every party, also after a line', () => {
    const claim = claimOf([
      'CLP*A1*1*0*0*0',
      'NM1*QC*1*DOE',
      'NM1*PR*2*OTHER PLAN*****PI*77',
      'SVC*HC:1*0*0',
      'NM1*74*1*DOH',
    ]);
    expect(claim?.parties.map(({ entity, id }) => [entity, id])).toEqual([
      ['QC', ''],
      ['PR', '77'],
      ['74', ''],
    ]);
  });

  it('is kept with a warning when it lacks its number or amounts', () => {
    const { claims, warnings, notices } = readAll(file(['CLP', 'CLP*A2*1*0*0*0'], '0'));
    expect(claims.map(({ claimId, ordinal }) => [claimId, ordinal])).toEqual([
      ['', 1],
      ['A2', 2],
    ]);
    expect(warnings).toEqual(['incomplete_claims']);
    expect(notices[0]?.segment).toBe(13);
  });

  it('may have no lines', () => {
    expect(readAll(file(['CLP*A1*4*100*0*0', 'CAS*CO*29*100'], '0')).remittances[0]?.trailer).toMatchObject({
      claimCount: 1,
      lineCount: 0,
      balanced: true,
    });
  });
});

describe('a line', () => {
  const lineOf = (...segments: readonly string[]) =>
    readAll(file(['CLP*A1*1*1*1*0', ...segments])).claims[0]?.lines[0];

  it.each([
    ['HC:99213', { qualifier: 'HC', code: '99213', modifiers: [] }],
    [
      'hc:a1234:25:59:XS:LT:description',
      { qualifier: 'HC', code: 'A1234', modifiers: ['25', '59', 'XS', 'LT'] },
    ],
    ['HC:99213::59', { qualifier: 'HC', code: '99213', modifiers: ['59'] }],
    ['HC:9921325', { qualifier: 'HC', code: '9921325', modifiers: [] }],
    ['HC>99213>25', { qualifier: 'HC', code: '99213', modifiers: ['25'] }],
    ['99213', { qualifier: '', code: '99213', modifiers: [] }],
    ['', null],
  ])('reads the procedure %s', (composite, procedure) => {
    expect(lineOf(`SVC*${composite}*1*1`)?.procedure).toEqual(procedure);
  });

  it('holds the procedure and units as billed when they differ', () => {
    expect(lineOf('SVC*HC:1*1*1*0450*2*HC:2:59*3.5')).toMatchObject({
      submittedProcedure: { code: '2', modifiers: ['59'] },
      revenueCode: '0450',
      unitsPaid: 2,
      unitsSubmitted: 3.5,
    });
  });

  it('takes the revenue code from a NU procedure', () => {
    expect(lineOf('SVC*NU:0450*1*1')?.revenueCode).toBe('0450');
  });

  it('has one unit when none is sent', () => {
    expect(lineOf('SVC*HC:1*1*1')).toMatchObject({ unitsPaid: 1, unitsSubmitted: null });
    expect(lineOf('SVC*HC:1*1*1**0')).toMatchObject({ unitsPaid: 0 });
  });

  it.each([
    [['DTM*472*20260801'], '2026-08-01', '2026-08-01'],
    [['DTM*150*20260801', 'DTM*151*20260805'], '2026-08-01', '2026-08-05'],
    [['DTM*472*20260801', 'DTM*150*20260701'], '2026-08-01', '2026-08-01'],
    [['DTM*150*20260801'], '2026-08-01', null],
    [['DTP*472*RD8*20260801-20260805'], '2026-08-01', '2026-08-05'],
    [[], null, null],
  ])('takes its dates from %j', (segments, from, to) => {
    expect(lineOf('SVC*HC:1*1*1', ...segments)).toMatchObject({ serviceFrom: from, serviceTo: to });
  });

  it.each(['20260230', '2026081', '99999999', 'TODAY123'])(
    'has no date where %s is none, and says so',
    (date) => {
      const { claims, warnings } = readAll(
        file([...CLAIM.slice(0, 3), `DTM*472*${date}`, ...CLAIM.slice(4)]),
      );
      expect(claims[0]?.lines[0]?.serviceFrom).toBeNull();
      expect(warnings).toEqual(['unreadable_dates']);
    },
  );

  it('leaves out a quantity that is no number, and says so', () => {
    const { claims, warnings } = readAll(file([...CLAIM.slice(0, 5), 'CAS*PR*3*5*many']));
    expect(claims[0]?.lines[0]?.adjustments[1]?.quantity).toBeNull();
    expect(warnings).toEqual(['unreadable_quantities']);
  });

  it('says once when the component separator is not the declared one', () => {
    const text = file([...CLAIM, ...CLAIM], '160').replaceAll('HC:99213:25', 'HC>99213>25');
    expect(readAll(text).warnings).toEqual(['component_separator']);
  });
});

describe('provider adjustments', () => {
  const plb = (text: string) => readAll(file([...CLAIM, text])).remittances[0]?.trailer.providerAdjustments;
  const of = (reason: string, reference: string, amountCents: number) => ({
    providerId: '1',
    reason,
    reference,
    amountCents,
  });

  it.each([
    ['PLB*1*20261231*WO:ICN9*50*FB:X*-50', [of('WO', 'ICN9', 5_000), of('FB', 'X', -5_000)]],
    [
      'PLB*1*20261231*CS*-1008.1*CS*24.21*CS*5.95',
      [of('CS', '', -100_810), of('CS', '', 2_421), of('CS', '', 595)],
    ],
    ['PLB*1*20261231*WO*987654*-25', [of('WO', '987654', -2_500)]],
    [
      'PLB*1*20261231*WO*123456*-25.00*FB*987654*10.00',
      [of('WO', '123456', -2_500), of('FB', '987654', 1_000)],
    ],
    ['PLB*1*20261231*50>111*6173.5', [of('50', '111', 617_350)]],
    ['PLB*1*20261231*WO:1**FB:2*5', [of('WO', '1', 0), of('FB', '2', 500)]],
    ['PLB*1*20261231**25', [of('', '', 2_500)]],
    ['PLB*1*20261231*L6:A:B*1***72:C*2', [of('L6', 'A:B', 100), of('72', 'C', 200)]],
    [
      'PLB*1*20261231*WO:1*1*WO:2*2*WO:3*3*WO:4*4*WO:5*5*WO:6*6',
      [1, 2, 3, 4, 5, 6].map((n) => of('WO', String(n), n * 100)),
    ],
  ])('reads %s', (text, expected) => {
    expect(plb(text)).toEqual(expected);
  });

  it('may come without any claim', () => {
    const { events } = readAll(file(['PLB*1*20261231*CS:X*-80']));
    expect(events.map(({ kind }) => kind)).toEqual(['header', 'remittance']);
  });
});

describe('balance', () => {
  it('adds up lines, claims and provider adjustments to the cent', () => {
    const { remittances, notices } = readAll(file([...CLAIM, ...CLAIM, 'PLB*1*20261231*WO:X*10'], '150'));
    expect(notices).toEqual([]);
    expect(remittances[0]?.trailer).toMatchObject({
      claimCount: 2,
      lineCount: 2,
      chargeCents: 20_000,
      paidCents: 16_000,
      balanced: true,
      imbalanceCents: 0,
      unbalancedClaims: 0,
    });
  });

  it('tells how far the payment is off', () => {
    const { remittances, notices } = readAll(file(CLAIM, '79.99'));
    expect(remittances[0]?.trailer).toMatchObject({
      balanced: false,
      imbalanceCents: 1,
      unbalancedClaims: 0,
    });
    expect(notices.map(({ code, message }) => [code, message])).toEqual([
      ['unbalanced_transaction', expect.stringContaining('the payment is 79.99')],
    ]);
  });

  it('counts claims and lines that do not add up', () => {
    const { remittances, warnings } = readAll(file([...CLAIM.slice(0, 5), ...CLAIM], '160'));
    expect(remittances[0]?.trailer).toMatchObject({
      balanced: false,
      imbalanceCents: 0,
      unbalancedClaims: 1,
    });
    expect(warnings).toEqual(['unbalanced_claims', 'unbalanced_lines', 'unequal_patient_share']);
  });

  it('allows a claim-level adjustment that no line shows', () => {
    const claim = ['CLP*A1*1*100*80*0', 'CAS*CO*45*20', 'SVC*HC:1*100*100'];
    expect(readAll(file(claim)).remittances[0]?.trailer.balanced).toBe(true);
  });

  it('holds for a reversal, whose amounts are negative', () => {
    const claim = ['CLP*A1*22*-100*-80*', 'SVC*HC:1*-100*-80', 'CAS*CO*45*-20'];
    const { remittances, notices } = readAll(file([...claim, 'PLB*1*20261231*WO:X*-80'], '0'));
    expect(remittances[0]?.trailer.balanced).toBe(true);
    expect(notices).toEqual([]);
  });
});

describe('the place of things', () => {
  it('is given in bytes for transactions and claims', () => {
    const text = `\xef\xbb\xbf${ISA}\n${GS}\n${transaction([...CLAIM, ...CLAIM], '160')}\nGE*1*1~IEA*1*000000001~`;
    const { claims, remittances } = readAll(text);
    const trailer = remittances[0]?.trailer;
    expect(text.slice(trailer?.byteStart, trailer?.byteEnd)).toBe(transaction([...CLAIM, ...CLAIM], '160'));
    expect(claims.map(({ byteStart }) => text.slice(byteStart, byteStart + 6))).toEqual(['CLP*A1', 'CLP*A1']);
    expect(claims[1]?.byteStart).toBeGreaterThan(claims[0]?.byteStart ?? 0);
  });
});

describe('batches', () => {
  async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < text.length; i += size) yield Buffer.from(text.slice(i, i + size), 'latin1');
  }

  async function batchesOf(text: string, size: number): Promise<ReaderEvent[][]> {
    const batches: ReaderEvent[][] = [];
    for await (const batch of readRemittances(chunksOf(text, size))) batches.push(batch);
    return batches;
  }

  it('hold the same events as the reader gives', async () => {
    const text = file([...CLAIM, ...CLAIM], '160');
    const batches = await batchesOf(text, 50);
    expect(readingOf(batches.flat())).toEqual(readAll(text));
    expect(batches.length).toBeGreaterThan(1);
  });

  it('stay small when the source hands over a whole file at once', async () => {
    const text = file(Array.from({ length: 5_000 }, () => CLAIM).flat(), '400000');
    const batches = await batchesOf(text, text.length);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThan(1_000);
    expect(batches.flat()).toHaveLength(5_002);
  });
});
