import { Header, Table } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { SendBy } from '../ui/urgency.tsx';
import { BASIS_IN_WORDS, CLOCK_IN_WORDS } from '../ui/words.ts';
import type { Denial } from './denial.ts';

type Clock = Denial['deadlines'][number];

/** Every clock that runs: from when, how long, by which rule; the one that governs first. */
export function Deadlines({ denial, onlyUsed = false }: { denial: Denial; onlyUsed?: boolean }) {
  const { deadlines, asOf, clockWarnings } = denial;
  const shown = onlyUsed ? deadlines.filter(({ governs }) => governs) : deadlines;
  return (
    <section aria-label="Deadlines">
      <Header variant="h3">Deadlines</Header>
      {onlyUsed ? (
        shown.map((clock) => <Brief key={clock.kind} clock={clock} asOf={asOf} />)
      ) : (
        <Table
          variant="embedded"
          ariaLabels={{ tableLabel: 'Deadlines' }}
          items={shown}
          wrapLines
          empty="No clock runs."
          columnDefinitions={[
            {
              id: 'clock',
              header: 'Clock',
              isRowHeader: true,
              cell: ({ kind, level, governs }) => (
                <>
                  {clockInWords(kind, level)} {governs && <strong>(used by this route)</strong>}
                </>
              ),
            },
            { id: 'from', header: 'Starts from', cell: (clock) => <StartsFrom {...clock} /> },
            { id: 'window', header: 'Window', cell: (clock) => windowInWords(clock) },
            {
              id: 'basis',
              header: 'Basis',
              cell: ({ basis, source }) => `${BASIS_IN_WORDS[basis]}${source === null ? '' : `: ${source}`}`,
            },
            {
              id: 'due',
              header: 'Last day',
              cell: ({ lastDay }) => (lastDay === null ? 'Not configured' : dayInWords(lastDay, asOf)),
            },
            { id: 'sendBy', header: 'Send by', cell: ({ sendBy }) => <SendBy sendBy={sendBy} asOf={asOf} /> },
            { id: 'note', header: 'Note', cell: ({ note }) => note ?? '' },
          ]}
        />
      )}
      {clockWarnings.map(({ id, kind, level, says, sendBy }) => (
        <p key={`${id} ${kind} ${level}`} className="warning">
          {says} <span className="quiet">{clockInWords(kind, level)}</span>
          {sendBy !== null && <span className="quiet">, send by {dayInWords(sendBy, asOf)}</span>}
        </p>
      ))}
    </section>
  );
}

function clockInWords(kind: Clock['kind'], level: number | null): string {
  return level === null ? CLOCK_IN_WORDS[kind] : `${CLOCK_IN_WORDS[kind]}, level ${level}`;
}

function Brief({ clock, asOf }: { clock: Clock; asOf: string }) {
  return (
    <p>
      {CLOCK_IN_WORDS[clock.kind]} ({BASIS_IN_WORDS[clock.basis]}):{' '}
      <SendBy sendBy={clock.sendBy} asOf={asOf} />
      {clock.note !== null && <span className="quiet"> {clock.note}</span>}
    </p>
  );
}

function StartsFrom({ countedFrom, startsOn, evidence }: Clock) {
  if (startsOn === null) return <span>{countedFrom === null ? '' : `${countedFrom}: not known`}</span>;
  return (
    <span>
      {countedFrom} {dayInWords(startsOn)} <span className="quiet">{evidence}</span>
    </span>
  );
}

const UNIT_IN_WORDS = {
  calendar_days: 'calendar days',
  business_days: 'workdays',
  months: 'months',
  years: 'years',
} as const;

function windowInWords({ counting }: Clock): string {
  if (counting === null) return '';
  const { quantity, unit, channel, leadBusinessDays } = counting;
  const lead = `${leadBusinessDays} ${leadBusinessDays === 1 ? 'workday' : 'workdays'}`;
  const words = UNIT_IN_WORDS[unit];
  return `${quantity} ${quantity === 1 ? words.replace(/s$/, '') : words}; ${lead} before for ${channel}`;
}
