import { Link } from 'react-router';
import { MoneyWaterfall } from '../denial/money-waterfall.tsx';
import { Beside, useChosen } from '../ui/beside.tsx';
import { Button, Header, SpaceBetween } from '../ui/controls.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { ROUTE_IN_WORDS } from '../ui/words.ts';
import type { RemittanceClaim } from './queries.ts';

const CLASS_IN_WORDS = { denial: 'Denial', non_denial: 'Not a denial', hold: 'Hold' } as const;

/** The claims of a remittance, and beside them every adjustment of the one that is chosen. */
export function ClaimPayments({
  claims,
  total,
  more,
}: {
  claims: readonly RemittanceClaim[];
  total: number;
  more: (() => void) | null;
}) {
  const { id, opened, choose, close } = useChosen(claims.map(({ ordinal }) => String(ordinal)));
  const chosen = claims.find(({ ordinal }) => String(ordinal) === id) ?? null;
  return (
    <section aria-label="Claims">
      <Header variant="h2" counter={`(${total.toLocaleString('en-US')})`}>
        Claims
      </Header>
      <Beside
        label="The claim chosen in the list"
        opened={opened}
        onClose={close}
        list={
          <>
            <ListTable
              label="Claims"
              rows={claims}
              idOf={({ ordinal }) => String(ordinal)}
              columns={COLUMNS}
              chosen={id}
              onChoose={choose}
              empty="No claim of it is stored."
            />
            {more !== null && <Button onClick={more}>Show more</Button>}
          </>
        }
        detail={chosen === null ? null : <ClaimView key={chosen.ordinal} claim={chosen} />}
      />
    </section>
  );
}

function ClaimView({ claim }: { claim: RemittanceClaim }) {
  const { claimId, payerClaimControlNumber, adjudicationId, explanation, money } = claim;
  const isWork = claim.class === 'denial' || claim.class === 'hold';
  return (
    <SpaceBetween size="s">
      <Header variant="h3">
        <span className="code">{claimId}</span>
      </Header>
      <p>
        Payer&rsquo;s number <span className="code">{payerClaimControlNumber}</span>
      </p>
      <p>
        <strong>{decisionInWords(claim)}</strong>
        {explanation !== null && <>: {explanation}</>}
      </p>
      <MoneyWaterfall money={money} />
      {money.unexplainedLines.map(({ line, unexplainedCents }) => (
        <p key={line} className="warning">
          Line {line}: unexplained <Money cents={unexplainedCents} />
        </p>
      ))}
      {isWork && (
        <p>
          <Link to={`/denials/${adjudicationId}`}>Open the denial</Link>
        </p>
      )}
    </SpaceBetween>
  );
}

function decisionInWords({ class: decided, route }: RemittanceClaim): string {
  if (decided === null) return 'Nothing to decide';
  const routed = route === null || decided === 'non_denial' ? '' : `, ${ROUTE_IN_WORDS[route].toLowerCase()}`;
  return `${CLASS_IN_WORDS[decided]}${routed}`;
}

const COLUMNS: readonly Column<RemittanceClaim>[] = [
  {
    id: 'claim',
    header: 'Claim',
    names: true,
    cell: ({ claimId }) => <span className="code">{claimId}</span>,
  },
  {
    id: 'billed',
    header: 'Billed',
    figures: true,
    cell: ({ money: { billedCents } }) => <Money cents={billedCents} />,
  },
  {
    id: 'paid',
    header: 'Paid',
    figures: true,
    cell: ({ money: { paidCents } }) => <Money cents={paidCents} />,
  },
  { id: 'denied', header: 'Denied', figures: true, cell: ({ deniedCents }) => <Money cents={deniedCents} /> },
  {
    id: 'unexplained',
    header: 'Unexplained',
    figures: true,
    cell: ({ money: { unexplainedCents } }) => (
      <span className="difference" data-open={unexplainedCents !== 0}>
        <Money cents={unexplainedCents} />
      </span>
    ),
  },
  { id: 'decision', header: 'Decision', cell: decisionInWords },
];
