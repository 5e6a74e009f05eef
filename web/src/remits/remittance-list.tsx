import { useNavigate } from 'react-router';
import { Button } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Only, type RemittanceRow, useRemittances } from './queries.ts';
import { differenceInWords, REMITTANCE_STATUS_IN_WORDS } from './words.ts';

/** Remittances, the newest payment first; each opens its statement. */
export function RemittanceList({ only }: { only: Only }) {
  const remittances = useRemittances(only);
  const navigate = useNavigate();
  return (
    <Panel of={remittances} what="the remittances">
      {({ pages }) => (
        <>
          <ListTable
            label="Remittances"
            rows={pages.flatMap((page) => page.remittances)}
            idOf={({ remittanceId }) => remittanceId}
            columns={columnsFor(pages[0]?.asOf ?? '')}
            onChoose={(remittanceId) => void navigate(`/remits/${remittanceId}`)}
            empty={
              only === 'exceptions'
                ? 'Every remittance adds up and none is held.'
                : 'No remittance yet. Drop the first file above, or have the clearinghouse put it into the inbox.'
            }
          />
          {remittances.hasNextPage && (
            <Button onClick={() => void remittances.fetchNextPage()} loading={remittances.isFetchingNextPage}>
              Show more
            </Button>
          )}
        </>
      )}
    </Panel>
  );
}

function columnsFor(asOf: string): readonly Column<RemittanceRow>[] {
  return [
    {
      id: 'trace',
      header: 'Trace no.',
      names: true,
      cell: ({ traceNumber }) => <span className="code">{traceNumber}</span>,
    },
    {
      id: 'paid',
      header: 'Paid on',
      cell: ({ paidOn }) => (
        <span className="day">{paidOn === null ? 'No date' : dayInWords(paidOn, asOf)}</span>
      ),
    },
    { id: 'payer', header: 'Payer', cell: ({ payer }) => payer.name },
    {
      id: 'payment',
      header: 'Payment',
      figures: true,
      cell: ({ paymentCents }) => <Money cents={paymentCents} />,
    },
    { id: 'claims', header: 'Claims', figures: true, cell: ({ claims }) => claims.toLocaleString('en-US') },
    {
      id: 'denials',
      header: 'Denials',
      figures: true,
      cell: ({ denials, deniedCents }) =>
        denials === 0 ? (
          <span className="quiet">none</span>
        ) : (
          <>
            {denials.toLocaleString('en-US')}, <Money cents={deniedCents} />
          </>
        ),
    },
    {
      id: 'difference',
      header: 'Difference',
      figures: true,
      cell: ({ imbalanceCents }) => (
        <span className="difference" data-open={imbalanceCents !== 0}>
          <Money cents={imbalanceCents} /> <span className="day">{differenceInWords(imbalanceCents)}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: 'State',
      cell: ({ status, statusReason }) =>
        status === 'loaded' ? (
          REMITTANCE_STATUS_IN_WORDS.loaded
        ) : (
          <>
            <strong>{REMITTANCE_STATUS_IN_WORDS[status]}</strong>{' '}
            <span className="quiet">{statusReason}</span>
          </>
        ),
    },
  ];
}
