import type { CompiledClocks } from '../core/deadline/compile.ts';
import { changeDenial } from '../core/denial/change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { recounted } from '../core/denial/recount.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import { type KnownPayer, payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import { secondsAfter } from '../core/time/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { RecountStore, SettingsChanges } from '../ports/settings-changes.ts';
import { claimPaymentOf } from './make-letter.ts';

export interface RecountPorts {
  readonly denials: DenialStore;
  readonly remittances: RemittanceStore;
  readonly changes: Pick<SettingsChanges, 'inForce'>;
  readonly recounts: RecountStore;
  readonly clocks: CompiledClocks;
  readonly clock: Clock;
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
}

/** What one pass did: counts only. */
export interface RecountCounts {
  compared: number;
  recounted: number;
  /** Changed by somebody else meanwhile; the next pass sees what they left. */
  overtaken: number;
  failed: number;
}

const SHARDS = 8;
// One query, and so many denials compared at once.
const PAGE = 25;
const STOP_AT_MS = 10_000;
// No function runs longer than 15 minutes: whoever opens a denial after that has read the settings in force.
const SETTLED_AFTER_SECONDS = 15 * 60;
const NEVER = '9999-12-31';

/**
 * Counts the clocks of every open denial by the settings in force, after each publication: once at once, and once more
 * when no load can still be running that began before it. Bounded by time, goes on where it stopped, and changes
 * nothing that comes out as it was; so any run may be lost or repeated.
 */
export async function recountClocks(ports: RecountPorts): Promise<RecountCounts> {
  const counts: RecountCounts = { compared: 0, recounted: 0, overtaken: 0, failed: 0 };
  const [{ version, publishedAt, settings }, progress] = await Promise.all([
    ports.changes.inForce(),
    ports.recounts.progress(),
  ]);
  if (progress.settled >= version) return counts;
  const settles =
    publishedAt === null || ports.clock.now() >= secondsAfter(publishedAt, SETTLED_AFTER_SECONDS);
  if (progress.passed >= version && !settles) return counts;

  const payers = knownPayers(settings.payers);
  const begun = progress.goesOn?.version === version ? progress.goesOn : null;
  const pass = { version, settles: begun?.settles ?? settles, complete: begun?.complete ?? true };
  let cursor = begun?.cursor ?? null;
  for (let shard = begun?.shard ?? 0; shard < SHARDS; shard += 1) {
    do {
      const complete = pass.complete && counts.failed + counts.overtaken === 0;
      if (ports.timeLeftMs() < STOP_AT_MS) {
        await ports.recounts.save({ ...progress, goesOn: { ...pass, complete, shard, cursor } });
        return counts;
      }
      const page: Awaited<ReturnType<DenialStore['due']>> = await ports.denials.due({
        shard,
        onOrBefore: NEVER,
        limit: PAGE,
        cursor,
      });
      await Promise.all(page.items.map((denial) => recount(denial, payers, ports, counts)));
      cursor = page.cursor;
    } while (cursor !== null);
  }
  const complete = pass.complete && counts.failed + counts.overtaken === 0;
  const { settled } = progress;
  await ports.recounts.save({
    settled: complete && pass.settles ? version : settled,
    passed: complete ? version : settled,
    goesOn: null,
  });
  return counts;
}

async function recount(
  denial: Denial,
  payers: readonly KnownPayer[],
  ports: RecountPorts,
  counts: RecountCounts,
): Promise<void> {
  if (denial.followUp !== null) return;
  counts.compared += 1;
  try {
    const { claim, header } = await claimPaymentOf(ports, denial);
    const payer = payerProfileOf(header.payer, claim.filingIndicator, payers);
    const patch = recounted(denial, { claim, header, payer }, ports.clocks);
    if (patch === null) return;
    const today = ports.clock.today();
    const change = changeDenial(
      denial,
      { ...patch, wakeOn: wakeOnOf({ ...denial, ...patch }, today) },
      {
        type: 'ClocksRecounted',
        actor: { kind: 'system', part: 'recount' },
        at: ports.clock.now(),
        detail: { before: denial.sendBy, after: patch.sendBy ?? null },
      },
    );
    if ((await ports.denials.change(change)).kind === 'changed') counts.recounted += 1;
    else counts.overtaken += 1;
  } catch {
    counts.failed += 1;
  }
}
