import type { Denial } from '../../core/denial/denial.ts';
import type { OutcomeTable } from '../../core/priority/outcome-shares.ts';
import type { QueuePage } from '../../use-cases/list-queue.ts';
import type { ReadResult } from '../../use-cases/read-denial.ts';
import { readOutcomes } from '../../use-cases/read-queue-view.ts';
import { queueCursorOf } from './cursor.ts';
import type { ApiPorts, Outcome } from './operation.ts';
import { outcomeOfRead } from './outcomes.ts';

/** The answer to one page of the queue: what is shown of its denials, as of which day, and where the next one begins. */
export async function outcomeOfPage(
  ports: ApiPorts,
  reading: Promise<ReadResult<QueuePage>>,
  shown: (denials: readonly Denial[], outcomes: OutcomeTable, asOf: string) => object,
): Promise<Outcome> {
  const [page, outcomes] = await Promise.all([reading, readOutcomes(ports)]);
  const asOf = ports.clock.today();
  return outcomeOfRead(page, ({ denials, next }) => ({
    body: { asOf, ...shown(denials, outcomes, asOf), cursor: queueCursorOf(next) },
  }));
}
