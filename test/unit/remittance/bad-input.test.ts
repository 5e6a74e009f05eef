import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../fixtures/make-samples.ts';
import { CLAIM, enveloped, file, GS, ISA, readAll, transaction } from './reading.ts';

describe('a file without any remittance', () => {
  it.each([
    ['an empty file', '', 'empty_file', 'empty'],
    ['blanks and line ends', '\xef\xbb\xbf \r\n\0', 'empty_file', 'empty'],
    ['a PDF', '%PDF-1.7 binary', 'not_x12', 'a PDF document'],
    ['a ZIP archive', 'PK\x03\x04....', 'not_x12', 'a ZIP archive'],
    ['text', 'Dear provider, your claim was denied.', 'not_x12', 'not an X12 file'],
    ['UTF-16 text', '\xff\xfeI\0S\0A\0*\0', 'not_x12', 'Unicode (UTF-16)'],
    ['an envelope alone', `${ISA}${GS}GE*0*1~IEA*1*000000001~`, 'no_remittance', 'no ST segment'],
  ])('is refused: %s', (_name, text, code, words) => {
    const { events } = readAll(text);
    expect(events).toEqual([
      {
        kind: 'exception',
        notice: expect.objectContaining({ code, message: expect.stringContaining(words) }),
        unread: expect.objectContaining({ byteEnd: text.length, claims: 0 }),
      },
    ]);
  });
});

describe('a transaction without its SE', () => {
  const cut = transaction([...CLAIM, ...CLAIM], '160').replace(/SE\*.*~$/, '');

  it.each([
    ['the next ST', `${cut}${transaction(CLAIM)}GE*2*1~IEA*1*000000001~`, /segment 25 \(ST\) comes/, 1],
    ['GE', `${cut}GE*1*1~IEA*1*000000001~`, /segment 25 \(GE\) comes/, 0],
    ['IEA', `${cut}IEA*1*000000001~`, /segment 25 \(IEA\) comes/, 0],
    ['GS', `${cut}${GS}${transaction(CLAIM)}GE*1*1~IEA*2*000000001~`, /segment 25 \(GS\) comes/, 1],
    ['ISA', `${cut}${enveloped(transaction(CLAIM))}`, /another interchange begins/, 1],
    ['the end', cut, /the file ends/, 0],
    ['the end within a segment', `${cut}CLP*A3*1*10`, /the file ends/, 0],
  ])('is refused when %s comes first', (_name, rest, message, remittances) => {
    const reading = readAll(`${ISA}${GS}${rest}`);
    expect(reading.exceptions).toEqual(['truncated_transaction']);
    const notice = reading.notices.find(({ code }) => code === 'truncated_transaction');
    expect(notice).toMatchObject({
      transaction: '0001',
      ordinal: 1,
      message: expect.stringMatching(message),
    });
    expect(notice?.segment).toBeGreaterThanOrEqual(24);
    expect(reading.remittances).toHaveLength(remittances);
  });

  it('does not tell its last claim, which may be incomplete', () => {
    expect(readAll(`${ISA}${GS}${cut}`).claims.map(({ ordinal }) => ordinal)).toEqual([1]);
  });

  it('is complete when only the terminator of the SE is missing', () => {
    expect(readAll(`${ISA}${GS}${transaction(CLAIM).slice(0, -1)}`).remittances).toHaveLength(1);
  });
});

describe('control numbers and counts', () => {
  it.each([
    ['SE01', /SE\*(\d+)/, 'SE*99', 'wrong_segment_count'],
    ['SE01 that is no number', /SE\*(\d+)/, 'SE*JANE', 'wrong_segment_count'],
    ['SE02', /(SE\*\d+)\*0001/, '$1*0002', 'wrong_transaction_number'],
    ['GE01', 'GE*1*', 'GE*2*', 'wrong_group_count'],
    ['GE02', 'GE*1*1', 'GE*1*2', 'wrong_group_number'],
    ['IEA01', 'IEA*1*', 'IEA*3*', 'wrong_interchange_count'],
    ['IEA02', 'IEA*1*000000001', 'IEA*1*000000002', 'wrong_interchange_number'],
    ['GE', 'GE*1*1~', '', 'missing_ge'],
    ['IEA', 'IEA*1*000000001~', '', 'missing_iea'],
  ])('wrong or missing: %s is a warning, and the remittance is read', (_name, what, by, code) => {
    const { warnings, exceptions, remittances, notices } = readAll(file(CLAIM).replace(what, by));
    expect(warnings).toEqual([code]);
    expect(exceptions).toEqual([]);
    expect(remittances).toHaveLength(1);
    expect(notices[0]?.message).not.toContain('JANE');
  });

  it('missing GS is a warning', () => {
    expect(readAll(`${ISA}${transaction(CLAIM)}IEA*0*000000001~`).warnings).toEqual(['missing_gs']);
  });

  it('missing ISA is a warning', () => {
    const { warnings, remittances } = readAll(transaction(CLAIM));
    expect(warnings).toEqual(['missing_isa']);
    expect(remittances).toHaveLength(1);
  });

  it('may differ in leading zeros', () => {
    expect(readAll(file(CLAIM).replace('IEA*1*000000001', 'IEA*1*1')).warnings).toEqual([]);
  });
});

describe('a bad number', () => {
  it.each([
    ['BPR02', 'BPR*I*160*', 'BPR*I*16O*'],
    ['CLP03', 'CLP*A1*1*100', 'CLP*A1*1*1OO'],
    ['CLP04', '*100*80*5*12', '*100*80.005*5*12'],
    ['CLP05', '*80*5*12', '*80*5 0*12'],
    ['SVC02', 'SVC*HC:99213:25*100', 'SVC*HC:99213:25*1x'],
    ['SVC03', '*100*80**1', '*100*80,00**1'],
    ['CAS03', 'CAS*CO*45*15', 'CAS*CO*45*JANE'],
    ['AMT02', 'DTM*472*20260801', 'AMT*B6*x'],
    ['PLB06', 'DTM*472*20260801', 'PLB*1*20261231*WO:1*5*WO:2*x'],
  ])('in %s refuses the transaction and names segment and element', (element, from, to) => {
    const text = file([...CLAIM, ...CLAIM], '160').replace(from, to);
    const { exceptions, notices, remittances } = readAll(text);
    expect(exceptions).toEqual(['bad_number']);
    expect(remittances).toEqual([]);
    const [notice] = notices;
    expect(notice?.message).toContain(`${element} in segment ${notice?.segment}`);
    expect(notice?.message).not.toContain('JANE');
    expect(text.slice(notice?.byteOffset ?? 0)).toMatch(new RegExp(`^${element.slice(0, 3)}\\*`));
  });

  it('does not keep the next transaction from being read', () => {
    const bad = transaction(CLAIM).replace('*100*80*5', '*x*80*5');
    const { exceptions, remittances } = readAll(enveloped(bad + transaction(CLAIM, '80', '0002'), 2));
    expect(exceptions).toEqual(['bad_number']);
    expect(remittances.map(({ header }) => [header.ordinal, header.transaction])).toEqual([[2, '0002']]);
  });
});

describe('what is no remittance', () => {
  it('in another group is told once per transaction and passed over', () => {
    const claims =
      'GS*HC*A*B*20260901*1200*2*X*005010X222A1~ST*837*0007~BHT*0019~SE*3*0007~ST*837*0008~SE*2*0008~GE*2*2~';
    const { events, remittances, warnings, exceptions } = readAll(
      `${ISA}${claims}${GS}${transaction(CLAIM)}GE*1*1~IEA*2*000000001~`,
    );
    expect(
      events.flatMap((e) =>
        e.kind === 'other_transaction' ? [[e.set, e.notice.transaction, e.notice.ordinal]] : [],
      ),
    ).toEqual([
      ['837', '0007', 1],
      ['837', '0008', 2],
    ]);
    expect(remittances.map(({ header }) => header.ordinal)).toEqual([3]);
    expect([...warnings, ...exceptions]).toEqual([]);
  });

  it('stands alone in a file without an exception: it is another kind of file', () => {
    expect(readAll(enveloped('ST*277*0001~BHT*0085~SE*3*0001~')).events.map(({ kind }) => kind)).toEqual([
      'other_transaction',
    ]);
  });
});

describe('segments in the wrong place', () => {
  it('outside any transaction are refused, so that no claim is lost in silence', () => {
    const { exceptions, notices } = readAll(
      `${ISA}${GS}${CLAIM.join('~')}~SE*8*0001~GE*0*1~IEA*1*000000001~`,
    );
    expect(exceptions).toEqual(['segments_outside_transaction', 'no_remittance']);
    expect(notices[0]).toMatchObject({ segment: 3, message: expect.stringContaining('7 segment(s)') });
  });

  it('within a transaction are counted in one warning', () => {
    const { warnings, notices, remittances } = readAll(file(['LQ*HE*M15', 'MOA***MA01', ...CLAIM]));
    expect(warnings).toEqual(['misplaced_segments']);
    expect(notices[0]).toMatchObject({
      segment: 13,
      message: expect.stringMatching(/^2 segment.* 13 \(LQ\)/),
    });
    expect(remittances).toHaveLength(1);
  });

  it.each([
    ['before the first claim', ['CAS*CO*45*1', ...CLAIM]],
    ['after the provider adjustments', [...CLAIM, 'PLB*1*20261231*L6:1*-1', 'SVC*HC:1*1*1']],
    ['after a line counter', [...CLAIM, 'LX*2', 'SVC*HC:1*1*1', 'CAS*CO*50*1']],
  ])('that take money off %s refuse the transaction', (_where, segments) => {
    const { exceptions, remittances } = readAll(file(segments));
    expect(exceptions).toEqual(['misplaced_money']);
    expect(remittances).toEqual([]);
  });

  it('with blanks behind their id are what they are without', () => {
    const { warnings, claims } = readAll(
      file(CLAIM.map((segment) => segment.replace(/^(SVC|CAS)\*/, '$1 *'))),
    );
    expect(warnings).toEqual([]);
    const adjustments = (read: typeof claims) =>
      read.map(({ lines }) => lines.map((line) => line.adjustments));
    expect(adjustments(claims)).toEqual(adjustments(readAll(file(CLAIM)).claims));
  });

  it('with more elements than are noted refuse the transaction, so that none is lost', () => {
    const plb = `PLB*1*20261231${'*L6:1*0'.repeat(700)}`;
    const { exceptions, remittances } = readAll(file([...CLAIM, plb]));
    expect(exceptions).toEqual(['transaction_too_large']);
    expect(remittances).toEqual([]);
  });

  it('of unknown kind are counted, and named only when the name is an id', () => {
    const { notices } = readAll(file([...CLAIM, 'ZZ9*1', 'MÜLLER*HANS']));
    expect(notices.map(({ code }) => code)).toEqual(['not_ascii', 'unknown_segments']);
    expect(notices[1]?.message).toMatch(/^2 segment.*\(ZZ9\)/);
    expect(readAll(file([...CLAIM, 'JANEDOE*1'])).notices[0]?.message).not.toContain('JANE');
  });
});

describe('damage beyond the standard', () => {
  it('in one endless segment refuses the transaction by name', () => {
    const { exceptions, remittances, notices } = readAll(file([...CLAIM, `REF*1L*${'A'.repeat(1_100_000)}`]));
    expect(exceptions).toEqual(['segment_too_long']);
    expect(notices[0]).toMatchObject({
      segment: 19,
      transaction: '0001',
      message: expect.stringContaining('(REF)'),
    });
    expect(remittances).toEqual([]);
  });

  it('in one endless claim refuses the transaction by name', () => {
    const { exceptions, remittances } = readAll(file([...CLAIM, ...Array<string>(210_000).fill('LQ*HE*N1')]));
    expect(exceptions).toEqual(['transaction_too_large']);
    expect(remittances).toEqual([]);
  });
});

describe('notices', () => {
  it('hold nothing of a patient or of a claim', () => {
    const secrets = ['SECRETLAST', 'SECRETFIRST', 'SECRETID', 'SECRETCLAIM', 'SECRETICN'];
    const text = [...SAMPLES.values()]
      .join('')
      .replace(/NM1\*QC\*1\*[^*]*\*[^*]*/g, 'NM1*QC*1*SECRETLAST*SECRETFIRST')
      .replace(/\*MI\*\w+/g, '*MI*SECRETID')
      .replace(/CLP\*[^*]*/g, 'CLP*SECRETCLAIM')
      .replace(/\*HC:/g, '*HC>')
      .replace(/SE\*\d+/g, 'SE*SECRETICN')
      .replace(/DTM\*472\*\d+/g, 'DTM*472*SECRETID')
      .replace(/CAS\*CO\*45/g, 'SECRETLAST*SECRETFIRST~CAS*CO*45');
    const { notices } = readAll(text);
    expect(notices.length).toBeGreaterThan(30);
    for (const { message } of notices) for (const secret of secrets) expect(message).not.toContain(secret);
  });
});
