import type { ActingUser } from '../access/may-act.ts';
import { dollars } from '../money/dollars.ts';
import type { RankedRow } from '../views/ranked-row.ts';
import { TODAY_SECTIONS, type TodaySection, todayOf } from '../views/today.ts';

/** What one person is told on one morning. Ids, days and cents; nothing of a patient, a claim or a payer. */
export interface Digest {
  readonly sections: readonly TodaySection[];
}

/** In a mail, work that waits for the payer is no news. */
const TOLD: readonly TodaySection['id'][] = TODAY_SECTIONS.filter((id) => id !== 'with_payer');

/** Of a mail that somebody reads on a telephone. */
const LINKS_SHOWN = 5;

/**
 * What a person has before them this morning; null where there is nothing to tell. A biller is told of what is theirs,
 * a supervisor also of what is nobody's.
 *
 * @param rows open work within the person's reach, without what waits as history
 * @param today yyyy-mm-dd
 */
export function digestOf(rows: readonly RankedRow[], user: ActingUser, today: string): Digest | null {
  const theirs = rows.filter(
    ({ assignee, state }) =>
      assignee === user.userId ||
      state === 'awaiting_second_person' ||
      (assignee === null && user.role === 'supervisor'),
  );
  const sections = todayOf(theirs, user, today).filter(({ id, count }) => count > 0 && TOLD.includes(id));
  return sections.length === 0 ? null : { sections };
}

const HEADINGS: { readonly [id in TodaySection['id']]: string } = {
  dies_this_week: 'To be sent within a week',
  ready_to_approve: 'Letters ready to approve',
  waiting_on_you: 'Waiting for you',
  with_payer: 'With the payer',
  no_deadline: 'Without a deadline, to be configured',
};

/**
 * The mail as text. Links name denials by their opaque ids, so that the mail tells nothing without signing in.
 *
 * @param appUrl where the app is, without a slash at the end
 */
export function digestMail(
  { sections }: Digest,
  today: string,
  appUrl: string,
): { readonly subject: string; readonly text: string } {
  const dying = sections.find(({ id }) => id === 'dies_this_week')?.count ?? 0;
  const blocks = sections.map(({ id, count, amountCents, rows }) => {
    const links = rows
      .slice(0, LINKS_SHOWN)
      .map(({ sendBy, denialId }) => `  ${sendBy ?? 'no date'}  ${appUrl}/denials/${denialId}`);
    const more = count > links.length ? [`  … and ${count - links.length} more`] : [];
    return [`${HEADINGS[id]}: ${count}, ${dollars(amountCents)}`, ...links, ...more].join('\n');
  });
  return {
    subject: `Denials on ${today}: ${dying === 0 ? 'nothing' : dying} to be sent within a week`,
    text: `${blocks.join('\n\n')}\n\nAll of it: ${appUrl}/today\n`,
  };
}
