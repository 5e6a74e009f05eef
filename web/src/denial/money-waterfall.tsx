import { Header } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import type { Denial } from './denial.ts';

const KIND_IN_WORDS = {
  contractual: 'Contractual',
  patient_share: 'Patient share',
  denied: 'Denied',
  undecided: 'Undecided',
  other: 'Other',
} as const;

/** From billed to paid, step by step; what is left over is said. */
export function MoneyWaterfall({ money }: { money: NonNullable<Denial['money']> }) {
  const { billedCents, steps, paidCents, unexplainedCents } = money;
  const share = (cents: number) =>
    billedCents === 0 ? 0 : Math.min(100, (Math.abs(cents) * 100) / Math.abs(billedCents));
  return (
    <section aria-label="Money">
      <Header variant="h3">Money</Header>
      <table className="waterfall">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Code</th>
            <th scope="col">Where</th>
            <th scope="col" className="amount">
              Amount
            </th>
            <th scope="col">
              <span className="visually-hidden">Share of billed</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Billed</th>
            <td />
            <td />
            <td className="amount">
              <Money cents={billedCents} />
            </td>
            <td>
              <Bar percent={100} kind="billed" />
            </td>
          </tr>
          {steps.map(({ kind, group, carc, line, amountCents }) => (
            <tr key={`${kind}-${group}-${carc}-${line}`}>
              <th scope="row">{KIND_IN_WORDS[kind]}</th>
              <td className="code">{`${group}-${carc}`}</td>
              <td>{line === null ? 'claim' : `line ${line}`}</td>
              <td className="amount">
                <Money cents={-amountCents} />
              </td>
              <td>
                <Bar percent={share(amountCents)} kind={kind} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Paid</th>
            <td />
            <td />
            <td className="amount">
              <Money cents={paidCents} />
            </td>
            <td>
              <Bar percent={share(paidCents)} kind="paid" />
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {unexplainedCents === 0 ? 'Remainder' : 'Does not add up: unexplained'}
            </th>
            <td className="amount">
              {unexplainedCents !== 0 && 'unexplained '}
              <Money cents={unexplainedCents} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Bar({ percent, kind }: { percent: number; kind: string }) {
  return <span className="bar" data-kind={kind} style={{ inlineSize: `${percent}%` }} aria-hidden="true" />;
}
