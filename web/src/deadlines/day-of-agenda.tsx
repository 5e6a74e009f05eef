import { Link } from 'react-router';
import { BUCKETS, valuesOf } from '../../../functions/core/views/facets.ts';
import type { QueueItem } from '../queue/queue-item.ts';
import { useQueue } from '../queue/use-queue.ts';
import { Header } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reason } from '../ui/reason.tsx';
import { BUCKET_IN_WORDS, CLOCK_IN_WORDS } from '../ui/words.ts';

/** What must leave on one day, each to be opened, and the queue around it. */
export function DayOfAgenda({ day, asOf }: { day: string; asOf: string }) {
  const queue = useQueue();
  return (
    <Panel of={queue} what="the denials of this day">
      {({ items }) => {
        const due = dueOn(items, day);
        const bucket = BUCKETS.find(
          (id) => due[0] !== undefined && valuesOf(due[0], 'bucket', asOf).includes(id),
        );
        return (
          <>
            <Header variant="h2" counter={`(${due.length})`}>
              {dayInWords(day, asOf)}
            </Header>
            <ul className="agenda-day">
              {due.map((item) => (
                <li key={item.denialId}>
                  <div className="agenda-row">
                    <Link to={`/denials/${item.denialId}`} className="code">
                      {item.claimId}
                    </Link>
                    <Money cents={item.amountCents} />
                  </div>
                  <div>{item.payerName}</div>
                  <div>
                    <Reason {...item} />
                  </div>
                  <div className="quiet">
                    {item.clockKind === null ? '' : CLOCK_IN_WORDS[item.clockKind]}
                    {item.assignee === null && <strong> Unowned</strong>}
                  </div>
                </li>
              ))}
            </ul>
            {bucket !== undefined && (
              <p>
                <Link to={`/queue?bucket=${bucket}`}>
                  In the work queue: {BUCKET_IN_WORDS[bucket].toLowerCase()}
                </Link>
              </p>
            )}
          </>
        );
      }}
    </Panel>
  );
}

/** Of the queue, what an agenda counts on a day: a clock that governs, and our move. The most pressing first. */
export function dueOn(items: readonly QueueItem[], day: string): readonly QueueItem[] {
  return items
    .filter(({ score, standing, sendBy }) => score !== null && standing !== 'no_clock' && sendBy === day)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
}
