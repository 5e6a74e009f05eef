import { Link } from 'react-router';
import type { components } from '../../../client/schema.d.ts';
import { useToday } from '../api/queries.ts';
import { useTitle } from '../shell/title.ts';
import { Container, Header, SpaceBetween } from '../ui/controls.ts';
import { dayInWords, momentInWords } from '../ui/day.ts';
import { Expected } from '../ui/expected.tsx';
import { type Column, ListTable } from '../ui/list-table.tsx';
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
  const { title, empty } = SECTIONS[id];
  const nextUp =
    id === 'dies_this_week' && nextSendBy !== null ? ` Next send-by: ${dayInWords(nextSendBy, asOf)}.` : '';
  return (
    <section aria-label={title} data-section={id}>
      <Container
        header={
          <Header variant="h2" description={sumOf(count, unowned, oldestWaitDays)}>
            {title} {count > 0 && <Money cents={amountCents} />}
          </Header>
        }
      >
        <ListTable
          label={title}
          rows={rows}
          idOf={({ denialId }) => denialId}
          columns={columnsFor(asOf)}
          empty={`${empty}${nextUp}`}
        />
        {count > rows.length && (
          <p>
            <Link to="/queue">All {count} in the work queue</Link>
          </p>
        )}
      </Container>
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

function columnsFor(asOf: string): readonly Column<Row>[] {
  return [
    { id: 'sendBy', header: 'Send by', cell: (row) => <SendBy sendBy={row.sendBy} asOf={asOf} /> },
    { id: 'payer', header: 'Payer', cell: (row) => row.payerName },
    {
      id: 'claim',
      header: 'Claim',
      names: true,
      cell: ({ denialId, claimId }) => (
        <Link to={`/denials/${denialId}`}>
          <span className="code">{claimId}</span>
        </Link>
      ),
    },
    { id: 'reason', header: 'Reason', cell: (row) => <Reason {...row} /> },
    { id: 'route', header: 'Route', cell: (row) => ROUTE_IN_WORDS[row.route] },
    { id: 'denied', header: 'Denied', figures: true, cell: (row) => <Money cents={row.amountCents} /> },
    { id: 'expected', header: 'Expected', figures: true, cell: (row) => <Expected {...row} /> },
    { id: 'owner', header: 'Owner', cell: (row) => row.assignee ?? <strong>Unowned</strong> },
    {
      id: 'blocked',
      header: 'Blocked by',
      cell: (row) =>
        row.missing === null || row.missing === 0
          ? ''
          : `${row.missing} open ${row.missing === 1 ? 'place' : 'places'} in the letter`,
    },
  ];
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
      <Container header={<Header variant="h2">Team load</Header>}>
        <ListTable
          label="Team load"
          rows={team}
          idOf={({ owner }) => owner ?? ''}
          columns={TEAM_COLUMNS}
          empty="Nobody has open work."
        />
      </Container>
    </section>
  );
}

const TEAM_COLUMNS: readonly Column<NonNullable<Today['team']>[number]>[] = [
  { id: 'owner', header: 'Owner', names: true, cell: ({ owner }) => owner ?? <strong>Unowned</strong> },
  { id: 'open', header: 'Open', figures: true, cell: ({ open }) => open },
  { id: 'amount', header: 'Denied', figures: true, cell: ({ amountCents }) => <Money cents={amountCents} /> },
  { id: 'due', header: 'Due in 7 days', figures: true, cell: ({ dueIn7Days }) => dueIn7Days },
  { id: 'age', header: 'Median age, days', figures: true, cell: ({ medianAgeDays }) => medianAgeDays },
];
