import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIM, enveloped, file, GS, ISA, readAll, transaction } from './reading.ts';

const plain = file(CLAIM);
const two = file([...CLAIM, ...CLAIM], '160');
const cut = `${ISA}${GS}${transaction(CLAIM).replace(/SE\*.*~$/, '')}`;
const claims837 = 'GS*HC*A*B*20260901*1200*2*X*005010X222A1~ST*837*7~BHT*0019~SE*3*7~GE*1*2~';

const charged = CLAIM.map((segment) => segment.replace(/^(CLP\*[^*]*\*[^*]*)\*[^*]*/, '$1*9999999999999.99'));
const enormous = file(Array.from({ length: 10 }, () => charged).flat(), '800');

type Outcome = 'silent' | 'warning' | 'exception';

/** Each row of the table of deviations in docs/reference/835.md: its name, a file that has it, what is told of it. */
const DEVIATIONS: readonly (readonly [name: string, text: string, outcome: Outcome, code: string | null])[] =
  [
    ['SE01 wrong', plain.replace(/SE\*\d+/, 'SE*99'), 'warning', 'wrong_segment_count'],
    ['SE02 is not ST02', plain.replace(/(SE\*\d+)\*0001/, '$1*2'), 'warning', 'wrong_transaction_number'],
    ['GE01 wrong', plain.replace('GE*1*', 'GE*2*'), 'warning', 'wrong_group_count'],
    ['GE02 is not GS06', plain.replace('GE*1*1', 'GE*1*2'), 'warning', 'wrong_group_number'],
    ['IEA01 wrong', plain.replace('IEA*1*', 'IEA*3*'), 'warning', 'wrong_interchange_count'],
    [
      'IEA02 is not ISA13',
      plain.replace('IEA*1*000000001', 'IEA*1*2'),
      'warning',
      'wrong_interchange_number',
    ],
    ['GE missing', plain.replace('GE*1*1~', ''), 'warning', 'missing_ge'],
    ['IEA missing', plain.replace('IEA*1*000000001~', ''), 'warning', 'missing_iea'],
    ['GS missing', `${ISA}${transaction(CLAIM)}IEA*0*000000001~`, 'warning', 'missing_gs'],
    ['ISA missing', transaction(CLAIM), 'warning', 'missing_isa'],
    ['SE missing', cut, 'exception', 'truncated_transaction'],
    ['ST missing', `${ISA}${GS}${CLAIM.join('~')}~SE*8*1~`, 'exception', 'segments_outside_transaction'],
    ['ST01 damaged', plain.replace('ST*835', 'ST*8X5'), 'exception', 'hidden_claims'],
    ['ISA not padded', plain.replaceAll(/ {5,}/g, ''), 'silent', null],
    ['byte order mark', `\xef\xbb\xbf${plain}`, 'silent', null],
    ['text before ISA or after IEA', `Dear all\n${plain} bye`, 'warning', 'skipped_text'],
    ['claims after IEA', `${plain}${CLAIM.join('~')}~`, 'exception', 'claims_outside_transaction'],
    ['blank lines, NUL or 0x1A between segments', plain.replaceAll('~', '~\n\n \0\x1a'), 'silent', null],
    ['line end as terminator', plain.replaceAll('~', '\n'), 'silent', null],
    ['hard wraps within elements', plain.replace(/.{80}/g, '$&\r\n'), 'silent', null],
    ['segments indented', plain.replaceAll('~', '~\n    '), 'silent', null],
    ['notes between segments', plain.replace('~CLP', '~\nnote of the clearinghouse\nCLP'), 'silent', null],
    ['several interchanges with other delimiters', plain + plain.replaceAll('*', '|'), 'silent', null],
    [
      'other functional groups',
      plain.replace('GS*HP', `${claims837}GS*HP`).replace('IEA*1', 'IEA*2'),
      'silent',
      null,
    ],
    [
      'ISA16 is not the separator used',
      plain.replaceAll('HC:', 'HC>').replaceAll('13:', '13>'),
      'warning',
      'component_separator',
    ],
    ['characters outside ASCII', plain.replace('DOE', 'M\xdcLLER'), 'warning', 'not_ascii'],
    ['segment ids in lower case', plain.replace('CLP*', 'clp*'), 'silent', null],
    ['DTP instead of DTM', plain.replace('DTM*472*', 'DTP*472*D8*'), 'silent', null],
    [
      'DTM 50 instead of DTM 050',
      plain.replace('SVC', 'DTM*50*20260815~SVC').replace(/SE\*\d+/, 'SE*18'),
      'silent',
      null,
    ],
    ['empty elements at the end', plain.replace('1~DTM*472', '1***~DTM*472'), 'silent', null],
    [
      'holes among the triples of a CAS',
      plain.replace('CAS*CO*45*15', 'CAS*CO*45*10*****253*5'),
      'silent',
      null,
    ],
    ['LQ repeated with one code', file([...CLAIM, 'LQ*HE*N1', 'LQ*HE*N1']), 'silent', null],
    ['PLB without composite', file([...CLAIM, 'PLB*1*20261231*WO*987654*-25'], '105'), 'silent', null],
    ['PLB with amount 0', file([...CLAIM, 'PLB*1*20261231*WO:1*0']), 'silent', null],
    [
      'PLB pair without amount or reason',
      file([...CLAIM, 'PLB*1*20261231*WO:1']),
      'warning',
      'incomplete_provider_adjustments',
    ],
    ['codes filled with zeros', plain.replace('A1*1*', 'A1*01*').replace('CO*45', 'CO*045'), 'silent', null],
    [
      'claim denied without a reason',
      file(['CLP*A1*4*100*0**12', 'NM1*QC*1*DOE*JANE'], '0'),
      'warning',
      'unbalanced_claims',
    ],
    ['claim status outside the list', plain.replace('CLP*A1*1*', 'CLP*A1*99*'), 'silent', null],
    [
      'several payers or payees in one transaction',
      two.replace('~CLP', '~N1*PR*OTHER PLAN~CLP').replace(/SE\*\d+/, 'SE*24'),
      'warning',
      'second_party',
    ],
    [
      'several transactions with one TRN02',
      enveloped(transaction(CLAIM) + transaction(CLAIM, '80', '2'), 2),
      'silent',
      null,
    ],
    ['SVC qualifier other than HC', plain.replace('HC:99213:25', 'NU:0450'), 'silent', null],
    ['modifier glued to the code', plain.replace('99213:25', '9921325'), 'silent', null],
    ['foreign CUR', plain.replace('~N1*PR', '~CUR*PR*CAD~N1*PR').replace(/SE\*\d+/, 'SE*18'), 'silent', null],
    [
      'BPR, TRN or N1 missing',
      plain.replace('TRN*1*TRACE1*1990000001~', '').replace(/SE\*\d+/, 'SE*16'),
      'warning',
      'incomplete_header',
    ],
    ['CLP without its first four elements', file([...CLAIM, 'CLP*A2']), 'warning', 'incomplete_claims'],
    ['segment in the wrong place', file(['LQ*HE*M15', ...CLAIM]), 'warning', 'misplaced_segments'],
    ['SVC or CAS in the wrong place', file(['CAS*CO*45*1', ...CLAIM]), 'exception', 'misplaced_money'],
    ['segment of an unknown kind', file([...CLAIM, 'ZZ9*1']), 'warning', 'unknown_segments'],
    ['date that is no day', plain.replace('20260801', '20260230'), 'warning', 'unreadable_dates'],
    [
      'quantity that is no number',
      plain.replace('*80**1~', '*80**many~'),
      'warning',
      'unreadable_quantities',
    ],
    ['amount that is no number', plain.replace('CAS*PR*3*5', 'CAS*PR*3*5x'), 'exception', 'bad_number'],
    ['sums beyond what a number holds', enormous, 'exception', 'sums_too_large'],
    ['payment does not balance', file(CLAIM, '79.99'), 'warning', 'unbalanced_transaction'],
    ['claim does not balance', plain.replace('CAS*CO*45*15', 'CAS*CO*45*14'), 'warning', 'unbalanced_claims'],
    [
      'line does not balance',
      plain.replace('HC:99213:25*100*80', 'HC:99213:25*100*79'),
      'warning',
      'unbalanced_lines',
    ],
    [
      'lines charge another amount than CLP03',
      plain.replace('HC:99213:25*100*80', 'HC:99213:25*90*70'),
      'warning',
      'unequal_line_charges',
    ],
    ['CLP05 is not the sum of PR', plain.replace('*80*5*12', '*80*6*12'), 'warning', 'unequal_patient_share'],
    [
      'CLP05 of a reversal',
      file(['CLP*A1*22*-100*-80**12', 'SVC*HC:1*-100*-80', 'CAS*CO*45*-15', 'CAS*PR*3*-5'], '-80'),
      'silent',
      null,
    ],
    [
      'segment longer than 1 MiB',
      file([...CLAIM, `REF*1L*${'A'.repeat(1_100_000)}`]),
      'exception',
      'segment_too_long',
    ],
    [
      'claim or payment beyond 400,000 elements or 16 MiB',
      file([...CLAIM, ...Array<string>(210_000).fill('LQ*HE*N1')]),
      'exception',
      'transaction_too_large',
    ],
    ['no transaction in the envelope', `${ISA}${GS}GE*0*1~IEA*1*000000001~`, 'exception', 'no_remittance'],
    ['not an X12 file', '%PDF-1.7', 'exception', 'not_x12'],
    ['empty file', '', 'exception', 'empty_file'],
  ];

describe('a deviation from the standard', () => {
  it.each(DEVIATIONS)('%s', (_name, text, outcome, code) => {
    const { warnings, exceptions, claims } = readAll(text);
    if (outcome === 'silent') expect([...warnings, ...exceptions]).toEqual([]);
    if (outcome === 'warning') {
      expect(warnings).toContain(code);
      expect(exceptions).toEqual([]);
    }
    if (outcome === 'exception') expect(exceptions).toContain(code);
    else expect(claims.length).toBeGreaterThan(0);
  });

  it('stands in the table of the reference, and the table has no other', () => {
    const reference = readFileSync(new URL('../../../docs/reference/835.md', import.meta.url), 'utf8');
    const rows = [...reference.matchAll(/^\| (.+?) \| (silent|warning|exception)(?: `(\w+)`)? \|/gm)];
    expect(rows.map(([, name, outcome, code]) => [name, outcome, code ?? null])).toEqual(
      DEVIATIONS.map(([name, , outcome, code]) => [name, outcome, code]),
    );
  });
});
