import { describe, expect, test } from 'vitest';
import { billingIdsOf } from '../../../functions/core/claim/claim.ts';
import { type ClaimReaderEvent, createClaimReader } from '../../../functions/core/claim/reader.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { claimReadingOf, onlyClaim, readClaims } from './reading.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a professional claim', () => {
  test('tells who sent it, when, for whom and to whom', () => {
    const claim = onlyClaim(claimFile([{ id: 'A1' }]));
    expect(claim).toMatchObject({
      ordinal: 1,
      kind: 'professional',
      claimId: 'A1',
      chargeCents: 12_500,
      facilityCode: '11',
      typeOfBill: '',
      frequency: '1',
      submission: {
        reference: 'BATCH1',
        submittedOn: '2026-10-06',
        submittedAt: '2026-10-06T09:30',
        groupControlNumber: '1',
        transaction: '0001',
        version: '005010X222A1',
        submitter: { id: 'SUBMITTER1' },
        receiver: { id: '87654' },
      },
      billingProvider: {
        id: '1555012347',
        taxonomy: '207Q00000X',
        address: ['12 CEDAR ROAD', 'SPRINGFIELD, IL 62701'],
      },
      coverage: { sequence: 'P', groupNumber: 'GROUP7', filingIndicator: 'CI', payer: { id: '87654' } },
      patient: { relationship: '18', bornOn: '1980-02-03', sex: 'F', party: { id: 'MEMBER001' } },
      providers: [{ entity: '82', id: '1999996666', taxonomy: '207R00000X' }],
    });
    expect(billingIdsOf(claim)).toEqual({ npi: '1555012347', tin: '991234567' });
  });

  test('keeps its diagnoses in order, so that the pointers of the lines name them', () => {
    const claim = onlyClaim(
      claimFile([
        {
          id: 'A1',
          diagnoses: ['M5416', 'G8929', 'E119'],
          lines: [{ chargeCents: 100, pointers: [3, 1], modifiers: ['25', '59'], units: 2, control: 'L-1' }],
        },
      ]),
    );
    expect(claim.diagnoses.map(({ role, code }) => [role, code])).toEqual([
      ['principal', 'M5416'],
      ['other', 'G8929'],
      ['other', 'E119'],
    ]);
    expect(claim.lines).toMatchObject([
      {
        ordinal: 1,
        procedure: { qualifier: 'HC', code: '99213', modifiers: ['25', '59'] },
        chargeCents: 100,
        units: 2,
        diagnosisPointers: [3, 1],
        serviceFrom: '2026-10-05',
        controlNumber: 'L-1',
      },
    ]);
  });

  test('keeps numbers, notes, attachments and what an accident has to do with it', () => {
    const claim = onlyClaim(
      claimFile([
        {
          id: 'A1',
          frequency: '7',
          priorAuthorization: 'AUTH-9',
          referral: 'REF-8',
          originalReference: 'ICN77',
          note: 'SEE RECORDS',
          attachment: 'DOC-1',
          accident: { cause: 'AA', state: 'CA' },
        },
      ]),
    );
    expect(claim).toMatchObject({
      frequency: '7',
      priorAuthorizations: ['AUTH-9'],
      referrals: ['REF-8'],
      originalReference: 'ICN77',
      notes: [{ qualifier: 'ADD', text: 'SEE RECORDS' }],
      attachments: [{ reportType: 'OZ', transmission: 'EL', controlNumber: 'DOC-1' }],
      accident: { causes: ['AA'], state: 'CA', country: '' },
    });
  });

  test('of a dependent has the dependent as its patient', () => {
    const claim = onlyClaim(claimFile([{ id: 'A1', dependent: true, bornOn: '2015-04-05' }]));
    expect(claim.patient).toMatchObject({
      relationship: '19',
      bornOn: '2015-04-05',
      party: { firstName: 'ROBIN' },
    });
    expect(claim.coverage).toMatchObject({ subscriber: { id: 'MEMBER001' }, subscriberBornOn: null });
  });

  test('that another payer answered first tells what that payer did', () => {
    const claim = onlyClaim(claimFile([{ id: 'A1', otherPayerPaidCents: 4_000 }], { payerSequence: 'S' }));
    expect(claim.otherPayers).toMatchObject([
      {
        sequence: 'P',
        paidCents: 4_000,
        adjudicatedOn: '2026-10-01',
        adjustments: [{ group: 'CO', carc: '45', amountCents: 1_000 }],
        subscriber: { id: 'OTHER001' },
        payer: { id: '11111' },
      },
    ]);
    expect(claim.coverage?.sequence).toBe('S');
    expect(claim.lines).toHaveLength(1);
  });

  test('after another one of a dependent has no patient loop left over', () => {
    const { claims } = readClaims(
      claimFile([
        { id: 'A1', dependent: true },
        { id: 'A2', bornOn: '1970-01-01' },
      ]),
    );
    expect(claims.map(({ patient }) => patient?.party?.firstName)).toEqual(['ROBIN', 'ALEX']);
    expect(claims[1]?.raw.patient).toBeNull();
    expect(claims[1]?.patient?.bornOn).toBe('1970-01-01');
  });
});

describe('an institutional claim', () => {
  test('tells type of bill, days, admission and revenue codes', () => {
    const claim = onlyClaim(claimFile([{ id: 'A1', institutional: true, frequency: '7' }]));
    expect(claim).toMatchObject({
      kind: 'institutional',
      typeOfBill: '137',
      serviceFrom: '2026-10-05',
      serviceTo: '2026-10-06',
      admittedOn: '2026-10-05',
      dates: [{ qualifier: '434' }, { qualifier: '435', time: '08:15' }],
      lines: [{ revenueCode: '0450', procedure: { code: '99213' }, chargeCents: 12_500 }],
    });
  });

  test('with an hour of discharge keeps the hour, and has nothing unreadable', () => {
    const file = text(claimFile([{ id: 'A1', institutional: true }])).replace(
      'CL1*',
      'DTP*096*TM*1130~\nCL1*',
    );
    const { claims, warnings } = readClaims(file.replace(/SE\*\d+/, 'SE*0'));
    expect(claims[0]?.dates.at(-1)).toEqual({ qualifier: '096', from: null, to: null, time: '11:30' });
    expect(warnings).toEqual(['wrong_segment_count']);
  });

  test('keeps occurrence, value and procedure codes apart from the diagnoses', () => {
    const file = text(claimFile([{ id: 'A1', institutional: true }])).replace(
      'HI*ABK:M5416',
      'HI*ABK:R079:::::::Y*ABJ:R079*BH:11:D8:20261001*BE:A1:::250.00*BBR:0WQF0ZZ:D8:20261002*DR:470',
    );
    const claim = onlyClaim(file.replace(/SE\*\d+/, 'SE*0'));
    expect(claim.diagnoses).toEqual([
      { role: 'principal', qualifier: 'ABK', code: 'R079', presentOnAdmission: 'Y' },
      { role: 'admitting', qualifier: 'ABJ', code: 'R079', presentOnAdmission: '' },
    ]);
    expect(claim.otherCodes).toEqual([
      { qualifier: 'BH', code: '11', from: '2026-10-01', to: '2026-10-01', amountCents: null },
      { qualifier: 'BE', code: 'A1', from: null, to: null, amountCents: 25_000 },
      { qualifier: 'BBR', code: '0WQF0ZZ', from: '2026-10-02', to: '2026-10-02', amountCents: null },
      { qualifier: 'DR', code: '470', from: null, to: null, amountCents: null },
    ]);
  });
});

describe('a file that is odd', () => {
  const plain = text(claimFile([{ id: 'A1' }, { id: 'A2', dependent: true }]));
  const ids = (file: string) => readClaims(file).claims.map(({ claimId }) => claimId);

  test('without HL is read by its parties', () => {
    const file = plain.replace(/HL\*[^~]*~\n/g, '');
    const { claims } = readClaims(file);
    expect(claims.map(({ patient }) => patient?.party?.firstName)).toEqual(['ALEX', 'ROBIN']);
    expect(claims.map(({ coverage }) => coverage?.subscriber?.id)).toEqual(['MEMBER001', 'MEMBER001']);
    expect(claims[1]?.coverage?.groupNumber).toBe('GROUP7');
  });

  test('that declares one component separator and uses another is read by the one it uses', () => {
    const file = plain.replaceAll('11:B:1', '11>B>1').replaceAll('HC:', 'HC>').replaceAll('ABK:', 'ABK>');
    const { claims } = readClaims(file);
    expect(claims[0]).toMatchObject({ facilityCode: '11', diagnoses: [{ code: 'M5416' }] });
    expect(claims[0]?.lines[0]?.procedure?.code).toBe('99213');
  });

  test('without an envelope is read from ST on', () => {
    expect(ids(plain.slice(plain.indexOf('ST*'), plain.indexOf('GE*')))).toEqual(['A1', 'A2']);
  });

  test('without LX has a line for each service', () => {
    expect(
      onlyClaim(
        text(claimFile([{ id: 'A1', lines: [{ chargeCents: 1 }, { chargeCents: 2 }] }])).replace(
          /LX\*\d~\n/g,
          '',
        ),
      ).lines,
    ).toHaveLength(2);
  });

  test.each([
    ['an unknown segment', plain.replace('HI*', 'XYZ*1~\nHI*'), 'unknown_segments'],
    ['a claim without a subscriber', plain.replace(/NM1\*IL/, 'NM31*IL'), 'incomplete_claims'],
    ['a wrong count', plain.replace(/SE\*\d+/, 'SE*7'), 'wrong_segment_count'],
    ['another number in SE02', plain.replace(/SE\*(\d+)\*0001/, 'SE*$1*0009'), 'wrong_transaction_number'],
    [
      'a day that does not exist',
      plain.replace('DTP*472*D8*20261005', 'DTP*472*D8*20261345'),
      'unreadable_values',
    ],
  ])('with %s is read, and says so', (_what, file, code) => {
    const { claims, warnings, exceptions } = readClaims(file);
    expect(claims).toHaveLength(2);
    expect(warnings).toContain(code);
    expect(exceptions).toEqual([]);
  });

  test.each([
    ['that is cut off', plain.slice(0, plain.indexOf('SE*')), 'truncated_transaction'],
    ['with letters for a charge', plain.replace('CLM*A2*125.00', 'CLM*A2*12x.00'), 'bad_number'],
    ['with a claim that has no number', plain.replace('CLM*A2*', 'CLM**'), 'unnamed_claim'],
    ['without a claim', plain.replace(/HL\*2[\s\S]*(?=SE\*)/, ''), 'no_claims'],
    ['that is empty', '', 'no_transaction'],
    [
      'with a segment of two megabytes',
      plain.replace('NM1*40', `NTE*ADD*${'X'.repeat(2_000_000)}~NM1*40`),
      'segment_too_long',
    ],
    [
      'with a claim of ten megabytes',
      plain.replace('HI*', `${`NTE*ADD*${'X'.repeat(1000)}~\n`.repeat(10_000)}HI*`),
      'claim_too_large',
    ],
  ])('%s is refused by name, with the segment', (_what, file, code) => {
    const { exceptions, transactions, notices } = readClaims(file, 60_000);
    expect(exceptions).toEqual([code]);
    expect(transactions).toEqual([]);
    const notice = notices.find((n) => n.code === code);
    expect(notice?.message).not.toMatch(/TESTPERSON|MEMBER001|A2\b/);
    if (file !== '') expect(notice?.segment).toBeGreaterThan(0);
  });

  test('of another kind is told as such, and what else is in it is read', () => {
    const other = `${text(claimFile([{ id: 'B1' }]))}${plain.replaceAll('*837*', '*278*').replaceAll('CLM*', 'UM*')}`;
    const { claims, others, exceptions } = readClaims(other);
    expect(others).toEqual(['278']);
    expect(claims.map(({ claimId }) => claimId)).toEqual(['B1']);
    expect(exceptions).toEqual([]);
  });

  test.each([
    ['whose ST calls itself another set', plain.replace('ST*837', 'ST*8X7'), 'hidden_claims'],
    ['whose ST calls itself a 999', plain.replace('ST*837', 'ST*999'), 'hidden_claims'],
    ['without its ST', plain.replace(/ST\*837[^~]*~/, ''), 'segments_outside_transaction'],
    ['with claims behind the IEA', `${plain}CLM*A9*1~`, 'claims_outside_transaction'],
  ])('%s has its claims counted in an exception', (_name, file, code) => {
    const { events, claims, transactions } = readClaims(file);
    const told = events.find((event) => event.kind === 'exception' && event.notice.code === code);
    expect(told).toMatchObject({ kind: 'exception', notice: { code } });
    const unread = told?.kind === 'exception' ? told.unread.claims : 0;
    const loaded = transactions.reduce((sum, transaction) => sum + transaction.claims, 0);
    expect(claims.length).toBeLessThanOrEqual(loaded);
    expect(unread + loaded).toBe(file.split('CLM*').length - 1);
  });

  test('whose claim charges another amount than its lines, or none, says so', () => {
    const one = text(claimFile([{ id: 'A1' }]));
    expect(readClaims(one.replace('CLM*A1*125.00', 'CLM*A1*99')).warnings).toEqual(['unequal_line_charges']);
    expect(readClaims(one.replace('CLM*A1*125.00', 'CLM*A1*')).warnings).toEqual(['incomplete_claims']);
  });

  test('with text around its envelope says so', () => {
    expect(readClaims(`Dear all\n${plain} bye`)).toMatchObject({
      warnings: ['skipped_text', 'skipped_text'],
      exceptions: [],
    });
  });

  test('refused in its first transaction still numbers the claims of the second as before', () => {
    const file = `${plain.replace('CLM*A2*125.00', 'CLM*A2*12x.00')}${text(claimFile([{ id: 'B1' }]))}`;
    const last = readClaims(file).claims.at(-1);
    expect(last).toMatchObject({ claimId: 'B1', ordinal: 2, submission: { ordinal: 2 } });
  });
});

test('a claim without an end costs no more memory than the largest claim allowed', () => {
  const file = text(claimFile([{ id: 'A1' }]));
  const at = file.indexOf('HI*');
  const { reader, events } = reading();
  reader.push(Buffer.from(file.slice(0, at), 'latin1'));
  const filling = Buffer.from(`NTE*ADD*${'X'.repeat(990)}~`.repeat(64), 'latin1');
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 4_000; i++) reader.push(filling);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  reader.push(Buffer.from(file.slice(at), 'latin1'));
  reader.end();
  expect(claimReadingOf(events).exceptions).toEqual(['claim_too_large']);
});

function reading() {
  const events: ClaimReaderEvent[] = [];
  return { events, reader: createClaimReader((event) => events.push(event)) };
}
