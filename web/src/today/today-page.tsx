import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { components } from '../../../client/schema.d.ts';
import { useToday } from '../api/queries.ts';
import { useTitle } from '../shell/title.ts';
import { Box, Header, Link, SpaceBetween, Table, type TableProps } from '../ui/controls.ts';
import { dayInWords, momentInWords } from '../ui/day.ts';
import { Expected } from '../ui/expected.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reason } from '../ui/reason.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { ROUTE_IN_WORDS } from '../ui/words.ts';

type Today = components['schemas']['ReadTodayAnswer'];
type Section = Today['sections'][number];
type Row = Section['rows'][number];

const SECTIONS: { readonly [id in Section['id']]: { readonly title: string; readonly empty: string } } = {
  dies_this_week: { title: 'Dies this week', empty: 'Nothing must leave within seven days.' },
  ready_to_approve: { title: 'Ready to approve', empty: 'No letter waits for approval.' },
  waiting_on_you: { title: 'Waiting on you', empty: 'Nothing waits on you.' },
  with_payer: { title: 'With the payer', empty: 'No payer has the next move.' },
  no_deadline: { title: 'No deadline configured', empty: 'Every denial has a date.' },
};

/** The morning page: what needs a person, what dies first on top. */
export default function TodayPage() {
  useTitle('Today');
  const today = useToday();
  return (
    <Panel of={today} what="today" page="Today">
      {(data) => (
        <SpaceBetween size="l">
          <Header
            variant="h1"
            description={
              data.newestRemittanceAt === null
                ? 'No remittance has come in yet.'
                : `Remittances to ${momentInWords(data.newestRemittanceAt)}`
            }
          >
            {`Today, ${dayInWords(data.asOf)}`}
          </Header>
          {data.sections.map((section) => (
            <TodaySection key={section.id} section={section} asOf={data.asOf} nextSendBy={data.nextSendBy} />
          ))}
          <DataProblems of={data} />
          {data.team !== null && <TeamLoad team={data.team} />}
        </SpaceBetween>
      )}
    </Panel>
  );
}

function TodaySection({
  section: { id, count, amountCents, unowned, oldestWaitDays, rows },
  asOf,
  nextSendBy,
}: {
  section: Section;
  asOf: string;
  nextSendBy: string | null;
}) {
  const navigate = useNavigate();
  const { title, empty } = SECTIONS[id];
  const nextUp =
    id === 'dies_this_week' && nextSendBy !== null ? ` Next send-by: ${dayInWords(nextSendBy, asOf)}.` : '';
  return (
    <section aria-label={title} data-section={id}>
      <Table
        variant="container"
        header={
          <Header variant="h2" description={sumOf(count, unowned, oldestWaitDays)}>
            {title} {count > 0 && <Money cents={amountCents} />}
          </Header>
        }
        items={rows}
        trackBy="denialId"
        columnDefinitions={columnsFor(asOf, (path) => void navigate(path))}
        empty={<Box textAlign="center">{`${empty}${nextUp}`}</Box>}
        enableKeyboardNavigation
        ariaLabels={{ tableLabel: title }}
        footer={
          count > rows.length ? (
            <Link href="/queue" onFollow={follow(() => void navigate('/queue'))}>
              All {count} in the work queue
            </Link>
          ) : undefined
        }
      />
    </section>
  );
}

function sumOf(count: number, unowned: number, oldestWaitDays: number | null): string {
  if (count === 0) return '';
  const items = count === 1 ? '1 item' : `${count} items`;
  const nobodys = unowned > 0 ? `, ${unowned} unowned` : '';
  const waits = oldestWaitDays === null ? '' : `, the oldest waits ${oldestWaitDays} days`;
  return `${items}${nobodys}${waits}`;
}

function columnsFor(asOf: string, open: (path: string) => void): readonly TableProps.ColumnDefinition<Row>[] {
  const column = (id: string, header: string, cell: (row: Row) => ReactNode) => ({ id, header, cell });
  return [
    column('sendBy', 'Send by', (row) => <SendBy sendBy={row.sendBy} asOf={asOf} />),
    column('payer', 'Payer', (row) => row.payerName),
    {
      ...column('claim', 'Claim', (row) => (
        <Link href={`/denials/${row.denialId}`} onFollow={follow(() => open(`/denials/${row.denialId}`))}>
          <span className="code">{row.claimId}</span>
        </Link>
      )),
      isRowHeader: true,
    },
    column('reason', 'Reason', (row) => <Reason {...row} />),
    column('route', 'Route', (row) => ROUTE_IN_WORDS[row.route]),
    column('denied', 'Denied', (row) => <Money cents={row.amountCents} />),
    column('expected', 'Expected', (row) => <Expected {...row} />),
    column('owner', 'Owner', (row) => row.assignee ?? <strong>Unowned</strong>),
    column('blocked', 'Blocked by', (row) =>
      row.missing === null || row.missing === 0
        ? ''
        : `${row.missing} open ${row.missing === 1 ? 'place' : 'places'} in the letter`,
    ),
  ];
}

function follow(go: () => void) {
  return (event: CustomEvent) => {
    event.preventDefault();
    go();
  };
}

function DataProblems({ of }: { of: Today }) {
  const { filesNotRead, remittancesNotBalanced, remittancesHeld, amountCents } = of.dataProblems;
  const problems = [
    [filesNotRead ?? 0, 'file not read', 'files not read'],
    [remittancesNotBalanced, 'remittance does not balance', 'remittances do not balance'],
    [remittancesHeld, 'remittance held', 'remittances held'],
  ] as const;
  const found = problems.filter(([count]) => count > 0);
  return (
    <section aria-label="Data problems" data-section="data_problems">
      <Header variant="h2">Data problems</Header>
      {found.length === 0 ? (
        <p>Every file was read and every remittance balances.</p>
      ) : (
        <ul>
          {found.map(([count, one, many]) => (
            <li key={one}>{`${count} ${count === 1 ? one : many}`}</li>
          ))}
          {amountCents > 0 && (
            <li>
              At stake: <Money cents={amountCents} />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function TeamLoad({ team }: { team: NonNullable<Today['team']> }) {
  return (
    <section aria-label="Team load" data-section="team">
      <Table
        header={<Header variant="h2">Team load</Header>}
        items={team}
        ariaLabels={{ tableLabel: 'Team load' }}
        columnDefinitions={[
          {
            id: 'owner',
            header: 'Owner',
            cell: ({ owner }) => owner ?? <strong>Unowned</strong>,
            isRowHeader: true,
          },
          { id: 'open', header: 'Open', cell: ({ open }) => open },
          { id: 'amount', header: 'Denied', cell: ({ amountCents }) => <Money cents={amountCents} /> },
          { id: 'due', header: 'Due in 7 days', cell: ({ dueIn7Days }) => dueIn7Days },
          { id: 'age', header: 'Median age, days', cell: ({ medianAgeDays }) => medianAgeDays },
        ]}
      />
    </section>
  );
}
