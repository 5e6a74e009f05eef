import { describe, expect, test } from 'vitest';
import { besideDenial, whatToChange } from '../../../functions/core/coding/denied-lines.ts';
import { findCodingErrors } from '../../../functions/core/coding/find-coding-errors.ts';
import { NO_TABLES } from '../../../functions/core/coding/tables.ts';
import type { ClaimPayment, ServiceLine } from '../../../functions/core/remittance/remittance.ts';
import { assessedRemittance } from '../../fixtures/opened-denial.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';
import { sentClaim } from './claims.ts';

const claim = sentClaim({
  lines: [
    { code: '99213', pointers: [], chargeCents: 1, control: 'L1' },
    { code: '85025', pointers: [], chargeCents: 1, control: 'L2' },
  ],
});
const findings = findCodingErrors(claim, NO_TABLES, '2026-10-05');

/** A payment of one line that names its line so. */
function paymentOf(line: Partial<ServiceLine>): ClaimPayment {
  const payment = assessedRemittance([deniedClaim('C1')], {}).payments[0]?.claim;
  if (payment === undefined) throw new Error('There is no payment.');
  return { ...payment, lines: payment.lines.map((known) => ({ ...known, ...line })) };
}

const code = (value: string) => ({ qualifier: 'HC', code: value, modifiers: [] });
const whereDenied = (payment: ClaimPayment, line: number | null) =>
  besideDenial(findings, [{ line }], payment, claim)
    .filter(({ isWhereDenied }) => isWhereDenied)
    .map((finding) => finding.line);

describe('where the payer denied', () => {
  test.each<[string, Partial<ServiceLine>, number | null, readonly number[]]>([
    ['by the line number it repeats', { references: [{ qualifier: '6R', value: 'L2' }] }, 1, [2]],
    [
      'by the code, where it repeats none',
      { references: [], procedure: code('85025'), submittedProcedure: null },
      1,
      [2],
    ],
    [
      'by the code that was sent, where it paid another',
      { references: [], procedure: code('85027'), submittedProcedure: code('85025') },
      1,
      [2],
    ],
    ['anywhere, where the line cannot be told', { references: [{ qualifier: '6R', value: 'X' }] }, 1, [1, 2]],
    ['anywhere, where a reason is of the whole claim', {}, null, [1, 2]],
  ])('is told %s', (_how, line, reason, expected) => {
    expect(whereDenied(paymentOf(line), reason)).toEqual(expected);
  });

  test('findings there come first', () => {
    const payment = paymentOf({ references: [{ qualifier: '6R', value: 'L2' }] });
    const beside = besideDenial(findings, [{ line: 1 }], payment, claim);
    expect(beside.map(({ line }) => line)).toEqual([2, 1]);
    expect(whatToChange(beside)).toEqual([expect.stringMatching(/^Line 2: /)]);
  });

  test('what is only doubtful is not told as something to change', () => {
    const repeat = sentClaim({
      lines: [
        { code: '71046', chargeCents: 1 },
        { code: '71046', chargeCents: 1 },
      ],
    });
    const doubtful = findCodingErrors(repeat, NO_TABLES, '2026-10-05');
    expect(doubtful).toHaveLength(1);
    expect(whatToChange(besideDenial(doubtful, [{ line: null }], paymentOf({}), repeat))).toEqual([]);
  });
});
