import { useNavigate } from 'react-router';
import { useTitle } from '../shell/title.ts';
import { Alert } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { CLOCK_IN_WORDS } from '../ui/words.ts';
import { pathOfSeen } from './payers-page.tsx';
import { type NotConfigured, useNotConfigured } from './queries.ts';
import { SettingsFrame } from './settings-nav.tsx';

/** Windows that open denials need and nobody has configured, the most money first: each opens its payer. */
export default function WindowsPage() {
  useTitle('Windows');
  const notConfigured = useNotConfigured();
  const navigate = useNavigate();
  return (
    <SettingsFrame>
      <Panel of={notConfigured} what="the windows">
        {({ asOf, windows, complete }) => (
          <>
            {windows.length > 0 && (
              <Alert type="warning" header={`Not configured: ${inWords(windows)}`}>
                Nobody knows until when these can be sent. A clock runs all the same.
                {!complete && ' There are more: only the first were counted.'}
              </Alert>
            )}
            <ListTable
              label="Windows that are not configured"
              rows={windows}
              idOf={keyOfWindow}
              columns={columnsFor(asOf)}
              onChoose={(key) => {
                const window = windows.find((one) => keyOfWindow(one) === key);
                if (window !== undefined) void navigate(pathOf(window));
              }}
              empty="Every open denial has its windows: nothing is without a date."
            />
          </>
        )}
      </Panel>
    </SettingsFrame>
  );
}

function inWords(windows: readonly NotConfigured[]): string {
  const denials = windows.reduce((sum, { openDenials }) => sum + openDenials, 0);
  const counted = windows.length === 1 ? '1 window' : `${windows.length} windows`;
  return `${counted}, ${denials === 1 ? '1 open denial has' : `${denials} open denials have`} no date by them`;
}

function keyOfWindow({ payer, seenAs, kind, level }: NotConfigured): string {
  return [payer ?? '', seenAs.id, kind, level ?? ''].join(' ');
}

function pathOf({ payer, seenAs }: NotConfigured): string {
  return payer === null ? pathOfSeen(seenAs) : `/settings/payers/${payer}`;
}

function columnsFor(asOf: string): readonly Column<NotConfigured>[] {
  return [
    {
      id: 'payer',
      header: 'Payer',
      names: true,
      cell: ({ seenAs }) => seenAs.name,
    },
    {
      id: 'clock',
      header: 'Clock',
      cell: ({ kind, level }) => `${CLOCK_IN_WORDS[kind]}${level === null ? '' : `, level ${level}`}`,
    },
    {
      id: 'denials',
      header: 'Open denials',
      figures: true,
      cell: ({ openDenials }) => openDenials.toLocaleString('en-US'),
    },
    {
      id: 'amount',
      header: 'Denied',
      figures: true,
      cell: ({ amountCents }) => <Money cents={amountCents} />,
    },
    {
      id: 'oldest',
      header: 'Oldest notice',
      cell: ({ oldestNoticeOn }) =>
        oldestNoticeOn === null ? 'No date' : <span className="day">{dayInWords(oldestNoticeOn, asOf)}</span>,
    },
    {
      id: 'note',
      header: 'What is missing',
      cell: ({ payer, note, beingRecounted }) => (
        <>
          {payer === null && <strong>The payer is not configured. </strong>}
          {note}
          {beingRecounted && <span className="quiet"> Being counted anew</span>}
        </>
      ),
    },
  ];
}
