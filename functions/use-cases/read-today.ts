import { mayAct } from '../core/access/may-act.ts';
import type { PracticeId } from '../core/ids.ts';
import { nextSendByOf, type TeamLoad, type TodaySection, teamLoadOf, todayOf } from '../core/views/today.ts';
import type { UserRecord } from '../ports/settings.ts';
import { practicesOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';
import { readQueueView, type ViewPorts } from './read-queue-view.ts';

/** Files and remittances that somebody must look at. */
export interface DataProblems {
  /** Null for those who may not see files, which hold several practices. */
  readonly filesNotRead: number | null;
  readonly remittancesNotBalanced: number;
  readonly remittancesHeld: number;
  /** Cents by which remittances do not add up, and cents of those held back. */
  readonly amountCents: number;
}

export interface Today {
  readonly asOf: string;
  readonly sections: readonly TodaySection[];
  readonly dataProblems: DataProblems;
  /** Null for those who assign nobody. */
  readonly team: readonly TeamLoad[] | null;
  /** The next day on which something must leave; null when nothing has a date. */
  readonly nextSendBy: string | null;
  /** When the newest remittance was loaded. */
  readonly newestRemittanceAt: string | null;
}

const NEWEST = 100;

/** The morning page: what dies this week, what waits for whom, and which data cannot be trusted. */
export async function readToday(ports: ViewPorts, user: UserRecord): Promise<ReadResult<Today>> {
  const read = await readQueueView(ports, user, 'read_today', { scope: 'open', practice: null });
  if (read.kind !== 'read') return read;
  const { asOf, rows } = read.value;
  const practices = await practicesOf(ports, user);
  const { dataProblems, newestRemittanceAt } = await problemsOf(ports, user, practices);
  const assigns = practices.some((practiceId) => mayAct(user, 'assign', { practiceId }).allowed);
  return {
    kind: 'read',
    value: {
      asOf,
      sections: todayOf(rows, user, asOf),
      dataProblems,
      team: assigns ? teamLoadOf(rows, asOf) : null,
      nextSendBy: nextSendByOf(rows),
      newestRemittanceAt,
    },
  };
}

/** Among the newest files and remittances. */
async function problemsOf(
  { remittances }: ViewPorts,
  user: UserRecord,
  practices: readonly PracticeId[],
): Promise<{ readonly dataProblems: DataProblems; readonly newestRemittanceAt: string | null }> {
  const seesFiles = mayAct(user, 'read_files', { practiceId: null }).allowed;
  const [files, ...lists] = await Promise.all([
    seesFiles ? remittances.listFiles(NEWEST) : null,
    ...practices.map((practiceId) => remittances.listRemittances(practiceId, NEWEST)),
  ]);
  const newest = lists.flat();
  const unbalanced = newest.filter(({ trailer }) => !trailer.balanced);
  const held = newest.filter(({ status }) => status === 'conflict');
  const loadedAt = newest.flatMap((remittance) => remittance.loadedAt ?? []).sort();
  const cents = [
    ...unbalanced.map(({ trailer }) => Math.abs(trailer.imbalanceCents)),
    ...held.map(({ header }) => Math.abs(header.paymentCents)),
  ];
  return {
    dataProblems: {
      filesNotRead: files?.filter(({ status }) => status === 'quarantined').length ?? null,
      remittancesNotBalanced: unbalanced.length,
      remittancesHeld: held.length,
      amountCents: cents.reduce((sum, each) => sum + each, 0),
    },
    newestRemittanceAt: loadedAt.at(-1) ?? null,
  };
}
