import { Header } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import type { Remittance } from './queries.ts';

/** The payment against what it is made of, and what is stored against what was read, in figures and words. */
export function Statement({ of }: { of: Remittance }) {
  const {
    paymentCents,
    claimsCents,
    providerAdjustmentCents,
    differenceCents,
    storedDifferenceCents,
    unbalancedClaims,
    sentence,
  } = of.statement;
  return (
    <section aria-label="Reconciliation">
      <Header variant="h2">Reconciliation</Header>
      <table className="statement">
        <tbody>
          <Line words={`Paid for ${claimsInWords(of.claims)}`} cents={claimsCents} />
          <Line words="Less provider adjustments" cents={-providerAdjustmentCents} />
          <Line words="Less the payment" cents={-paymentCents} />
        </tbody>
        <tfoot>
          <Line words="Difference" cents={differenceCents} isEnd />
        </tfoot>
      </table>
      <p>{sentence}</p>
      <p>
        <span className="difference" data-open={storedDifferenceCents !== 0}>
          Stored less read: <Money cents={storedDifferenceCents} />
        </span>
        .{' '}
        {of.storedClaims === of.claims
          ? `What is stored is what was read: ${claimsInWords(of.claims)}.`
          : `${of.storedClaims.toLocaleString('en-US')} of ${claimsInWords(of.claims)} stored.`}
      </p>
      {unbalancedClaims > 0 && (
        <p className="warning">
          {unbalancedClaims === 1
            ? '1 claim does not add up by itself; it says so below.'
            : `${unbalancedClaims.toLocaleString('en-US')} claims do not add up by themselves; each says so below.`}
        </p>
      )}
    </section>
  );
}

function claimsInWords(count: number): string {
  return count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;
}

function Line({ words, cents, isEnd = false }: { words: string; cents: number; isEnd?: boolean }) {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className={isEnd ? 'difference' : undefined} data-open={isEnd && cents !== 0}>
        <Money cents={cents} />
      </td>
    </tr>
  );
}
