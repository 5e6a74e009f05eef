import { describe, expect, it } from 'vitest';
import { CLAIM, enveloped, file, readAll, transaction } from './reading.ts';

const idOf = (text: string) => readAll(text).remittances[0]?.trailer.remittanceId;
const plain = file([...CLAIM, 'PLB*1*20261231*WO:X*0']);

describe('the identity of a remittance', () => {
  it('is 32 hex digits and does not change between releases', () => {
    expect(idOf(plain)).toBe('872ba512a06c73b560e671aa0ece02e4');
  });

  it.each([
    [
      'another ISA13 and GS06',
      plain.replaceAll('000000001', '000000077').replace('*1*X*', '*9*X*').replace('GE*1*1', 'GE*1*9'),
    ],
    [
      'another ST02 and SE02',
      plain.replace('ST*835*0001', 'ST*835*4711').replace(/(SE\*\d+)\*0001/, '$1*4711'),
    ],
    ['another SE01', plain.replace(/SE\*\d+/, 'SE*1')],
    ['line ends after the terminator', plain.replaceAll('~', '~\r\n')],
    ['line ends as terminator', plain.replaceAll('~', '\n')],
    ['hard wraps', plain.replace(/.{80}/g, '$&\r\n')],
    ['indented segments', plain.replaceAll('~', '~\n    ')],
    ['other delimiters', plain.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', "'")],
    [
      'another component separator than declared',
      plain.replaceAll('HC:99213:25', 'HC>99213>25').replace('WO:X', 'WO>X'),
    ],
    ['no envelope', plain.slice(plain.indexOf('ST*'), plain.indexOf('GE*'))],
    ['empty elements at the end', plain.replaceAll('~', '**~').replace(/P\*:\*\*~/, 'P*:~')],
    ['segment ids in lower case', plain.replace('CLP*', 'clp*').replace('BPR*', 'bpr*')],
    [
      'other remittances beside it',
      enveloped(transaction([...CLAIM, 'PLB*1*20261231*WO:X*0']) + transaction(CLAIM, '80', '2'), 2),
    ],
  ])('is the same with %s', (_name, text) => {
    expect(idOf(text)).toBe(idOf(plain));
  });

  it('is the same hard-wrapped at any width', () => {
    const naked = plain.slice(plain.indexOf('ST*'), plain.indexOf('GE*'));
    for (let width = 20; width <= 130; width++) {
      const wrap = (text: string) => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
      expect(idOf(wrap(plain)), `${width}`).toBe(idOf(plain));
      expect(idOf(wrap(naked)), `${width} without envelope`).toBe(idOf(plain));
    }
  });

  it.each([
    ['amount', '*100*80*', '*100*81*'],
    ['trace number', 'TRACE1', 'TRACE2'],
    ['payee', '1555012347', '1555012348'],
    ['date', 'DTM*472*20260801', 'DTM*472*20260802'],
    ['segment', 'NM1*QC*1*DOE*JANE*Q***MI*M1~', ''],
    ['empty element within a segment', 'CLP*A1*1*100*80*5*12*ICN1', 'CLP*A1*1*100*80*5*12**ICN1'],
  ])('is another with another %s', (_name, from, to) => {
    expect(idOf(plain.replace(from, to))).not.toBe(idOf(plain));
  });

  it('covers remittances longer than the memory the reader uses', () => {
    const many = (last: string) =>
      file([...Array.from({ length: 4_000 }, () => CLAIM).flat(), last], '320000');
    expect(idOf(many('REF*1L*A'))).toBe(idOf(many('REF*1L*A').replaceAll('~', '~\n')));
    expect(idOf(many('REF*1L*A'))).not.toBe(idOf(many('REF*1L*B')));
  });
});
