import { type Digest, digestMail, digestOf } from '../core/digest/digest.ts';
import { outcomeTableOf } from '../core/priority/outcome-shares.ts';
import { outcomeCellsOf } from '../core/views/outcome-cells.ts';
import { rankRows } from '../core/views/ranked-row.ts';
import type { Clock } from '../ports/clock.ts';
import type { Addressees, DigestLog, Mail } from '../ports/digests.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { ViewStore } from '../ports/view-store.ts';
import { practicesOf } from './practices-in-reach.ts';

export interface DigestPorts {
  readonly mail: Mail;
  readonly digests: DigestLog;
  readonly addressees: Addressees;
  readonly settings: { user(userId: string): Promise<UserRecord | null> };
  readonly views: Pick<ViewStore, 'generations' | 'queue' | 'outcomes'>;
  readonly remittances: Pick<RemittanceStore, 'listPractices'>;
  readonly clock: Clock;
  /** Where the app is, without a slash at the end. */
  readonly appUrl: string;
  /** From this hour on in the organisation's time zone, 0-23. */
  readonly fromHour: number;
  readonly timeLeftMs: () => number;
}

/** Counts only. */
export interface DigestCounts {
  sent: number;
  failed: number;
}

const STOP_AT_MS = 10_000;

/**
 * Mails everybody who works here what they have before them, once a day from an hour on. Begun before it is sent: a
 * crash between the two costs one person one mail, which says nothing that the queue does not say, and nobody ever
 * gets two. A mail that is refused is not tried again that day either.
 */
export async function sendDigests(ports: DigestPorts): Promise<DigestCounts> {
  const { clock, digests, addressees, settings } = ports;
  const counts: DigestCounts = { sent: 0, failed: 0 };
  const today = clock.today();
  if (clock.hourOfDay() < ports.fromHour || (await digests.isDone(today))) return counts;

  const readWork = workOf(ports, today);
  for (const { userId, email } of await addressees.list()) {
    // The next sweep goes on with those who are left.
    if (ports.timeLeftMs() < STOP_AT_MS) return counts;
    const user = await settings.user(userId);
    if (user === null || (user.role !== 'biller' && user.role !== 'supervisor')) continue;
    const digest = await readWork(user);
    if (digest === null || (await digests.markBegun(today, userId, clock.now())) === 'already') continue;
    try {
      await ports.mail.send({ to: email, ...digestMail(digest, today, ports.appUrl) });
      counts.sent += 1;
    } catch {
      // Its message may quote the address.
      counts.failed += 1;
    }
  }
  await digests.markDone(today, clock.now());
  return counts;
}

/** The digest of a person; each practice is read once for all of them. */
function workOf(ports: DigestPorts, today: string): (user: UserRecord) => Promise<Digest | null> {
  const { views } = ports;
  const read = (async () => {
    const { current } = await views.generations();
    return { current, outcomes: outcomeTableOf(outcomeCellsOf(await views.outcomes(current))) };
  })();
  const ranked = new Map<string, Promise<ReturnType<typeof rankRows>>>();
  return async (user) => {
    const { current, outcomes } = await read;
    const rows = await Promise.all(
      (await practicesOf(ports, user)).map((practiceId) => {
        const known = ranked.get(practiceId);
        if (known !== undefined) return known;
        const reading = views.queue(current, practiceId).then((all) =>
          rankRows(
            all.filter(({ isHistory }) => !isHistory),
            today,
            outcomes,
          ),
        );
        ranked.set(practiceId, reading);
        return reading;
      }),
    );
    return digestOf(rows.flat(), user, today);
  };
}
