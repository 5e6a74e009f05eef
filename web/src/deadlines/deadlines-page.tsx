import './deadlines.css';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../api/queries.ts';
import { useQueue } from '../queue/use-queue.ts';
import { useTitle } from '../shell/title.ts';
import { Beside, useChosen } from '../ui/beside.tsx';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { CLOCK_IN_WORDS, ROUTE_IN_WORDS } from '../ui/words.ts';
import { DayOfAgenda } from './day-of-agenda.tsx';
import { type Agenda, type AgendaDay, type Grouping, useAgenda } from './queries.ts';
import { dayAfter, isWeekend, weekdayOf, weeksOf } from './weeks.ts';

// What is overdue stays in the agenda for as long as anything can still be done about it.
const OVERDUE_DAYS = 730;
const SPANS = { 14: 'Two weeks', 30: '30 days', 90: '90 days', 365: 'A year' } as const;
const GROUPINGS: { readonly [grouping in Grouping]: string } = {
  clock: 'Clock',
  payer: 'Payer',
  route: 'Route',
  owner: 'Owner',
};

/** What must leave on which day, and how much of it nobody owns. */
export default function DeadlinesPage() {
  useTitle('Deadlines');
  const me = useMe();
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description="By the day to send by of the clock that governs. Overdue days stay on top."
      >
        Deadlines
      </Header>
      <Panel of={me} what="what day it is">
        {({ asOf }) => <Ahead asOf={asOf} />}
      </Panel>
    </SpaceBetween>
  );
}

function Ahead({ asOf }: { asOf: string }) {
  const [span, setSpan] = useState(30);
  const [groupBy, setGroupBy] = useState<Grouping>('clock');
  const agenda = useAgenda({ from: dayAfter(asOf, -OVERDUE_DAYS), to: dayAfter(asOf, span) }, groupBy);
  return (
    <SpaceBetween size="m">
      <div className="agenda-tools">
        <label>
          Ahead{' '}
          <select className="field" value={span} onChange={({ target }) => setSpan(Number(target.value))}>
            {Object.entries(SPANS).map(([days, words]) => (
              <option key={days} value={days}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          By{' '}
          <select
            className="field"
            value={groupBy}
            onChange={({ target }) => setGroupBy(target.value as Grouping)}
          >
            {Object.entries(GROUPINGS).map(([grouping, words]) => (
              <option key={grouping} value={grouping}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {agenda.isPlaceholderData && <span className="quiet">Updating</span>}
      </div>
      <Panel of={agenda} what="the deadlines">
        {(data) => <AgendaView agenda={data} groupBy={groupBy} span={span} />}
      </Panel>
    </SpaceBetween>
  );
}

function AgendaView({ agenda, groupBy, span }: { agenda: Agenda; groupBy: Grouping; span: number }) {
  const { asOf, days, undated } = agenda;
  const queue = useQueue();
  const { id, opened, choose, close } = useChosen(days.map(({ sendBy }) => sendBy));
  const payers = new Map(queue.data?.items.map(({ payerId, payerName }) => [payerId, payerName]));
  const nameOf = (of: string) => groupInWords(groupBy, of, payers);
  return (
    <SpaceBetween size="m">
      {undated.count > 0 && (
        <p className="warning">
          <Link to="/queue?bucket=no_date">
            {undated.count === 1 ? '1 denial has' : `${undated.count.toLocaleString('en-US')} denials have`}{' '}
            no date
          </Link>{' '}
          (<Money cents={undated.amountCents} />, {undated.unowned.toLocaleString('en-US')} unowned): Not
          configured. The clock runs unseen. <Link to="/settings/windows">Configure the windows</Link>
        </p>
      )}
      <Beside
        label="The day chosen in the agenda"
        opened={opened}
        onClose={close}
        list={
          days.length === 0 ? (
            <ListTable
              label="Agenda"
              rows={days}
              idOf={({ sendBy }) => sendBy}
              columns={[]}
              empty={`Nothing due until ${dayInWords(dayAfter(asOf, span), asOf)}, and nothing overdue.`}
            />
          ) : (
            weeksOf(days).map((week) => (
              <section
                key={week.monday}
                className="agenda-week"
                aria-label={`Week of ${dayInWords(week.monday)}`}
              >
                <h2>
                  Week of {dayInWords(week.monday, asOf)}{' '}
                  <span className="quiet">
                    {week.count.toLocaleString('en-US')}, <Money cents={week.amountCents} />
                    {week.unowned > 0 && `, ${week.unowned.toLocaleString('en-US')} unowned`}
                  </span>
                </h2>
                <ListTable
                  label={`Week of ${dayInWords(week.monday)}`}
                  rows={week.days}
                  idOf={({ sendBy }) => sendBy}
                  columns={columnsFor(asOf, nameOf, GROUPINGS[groupBy])}
                  chosen={id}
                  onChoose={choose}
                  empty=""
                />
              </section>
            ))
          )
        }
        detail={id === null ? null : <DayOfAgenda key={id} day={id} asOf={asOf} />}
      />
    </SpaceBetween>
  );
}

function groupInWords(groupBy: Grouping, of: string, payers: ReadonlyMap<string, string>): string {
  const words: Readonly<Record<string, string>> =
    groupBy === 'clock' ? CLOCK_IN_WORDS : groupBy === 'route' ? ROUTE_IN_WORDS : {};
  if (of === '') return groupBy === 'owner' ? 'Unowned' : 'None';
  return groupBy === 'payer' ? (payers.get(of) ?? of) : (words[of] ?? of);
}

function columnsFor(
  asOf: string,
  nameOf: (of: string) => string,
  grouping: string,
): readonly Column<AgendaDay>[] {
  return [
    {
      id: 'day',
      header: 'Day',
      names: true,
      cell: ({ sendBy }) => (
        <span className="day">
          {weekdayOf(sendBy)} {dayInWords(sendBy, asOf)}
        </span>
      ),
    },
    {
      id: 'urgency',
      header: 'Send by',
      cell: ({ sendBy }) => (
        <>
          <SendBy sendBy={sendBy} asOf={asOf} />
          {isWeekend(sendBy) && <span className="quiet"> Weekend: offices are closed</span>}
        </>
      ),
    },
    { id: 'count', header: 'Denials', figures: true, cell: ({ count }) => count.toLocaleString('en-US') },
    {
      id: 'amount',
      header: 'Denied',
      figures: true,
      cell: ({ amountCents }) => <Money cents={amountCents} />,
    },
    {
      id: 'unowned',
      header: 'Unowned',
      figures: true,
      cell: ({ unowned }) =>
        unowned === 0 ? (
          <span className="quiet">none</span>
        ) : (
          <strong>{unowned.toLocaleString('en-US')}</strong>
        ),
    },
    {
      id: 'groups',
      header: grouping,
      cell: ({ groups }) => groups.map(({ of, count }) => `${nameOf(of)} ${count}`).join(', '),
    },
  ];
}
