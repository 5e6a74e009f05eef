import type { DeadlineKind } from '../core/deadline/deadline.ts';
import type { Denial } from '../core/denial/denial.ts';
import { stateSchema } from '../core/denial/lifecycle.ts';
import { isOurMove } from '../core/denial/our-move.ts';
import { type RegistryPayer, registeredPayerOf } from '../core/payer/registry.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { ReadResult } from './read-denial.ts';
import { type SettingsPorts, settingsRefusal } from './settings-desk.ts';

/** A window that open denials need and nobody has configured: work for whoever keeps the payers. */
export interface MissingWindow {
  /** Key in the registry; null where the payer is not in it either. */
  readonly payer: string | null;
  readonly seenAs: { readonly id: string; readonly name: string };
  readonly kind: DeadlineKind;
  readonly level: number | null;
  readonly openDenials: number;
  readonly amountCents: number;
  /** Day of the oldest payer's notice among them. */
  readonly oldestNoticeOn: string | null;
  /** What the clock says about it. */
  readonly note: string | null;
  /** Published already: the next sweep counts these denials anew. */
  readonly beingRecounted: boolean;
}

export interface MissingWindows {
  readonly windows: readonly MissingWindow[];
  /** False where there are so many that only the first were counted. */
  readonly complete: boolean;
}

const PAGE = 100;
const DENIALS_AT_MOST = 5_000;
const STATES = stateSchema.options.filter((state) => isOurMove({ state }));

/**
 * Every window that an open denial's governing clock lacks, with how many denials and how much money wait for it, the
 * most money first. Read from the front of the queues, where denials without a date stand; so an entry goes as soon as
 * its denials have one.
 */
export async function listNotConfigured(
  ports: SettingsPorts & { readonly denials: DenialStore; readonly remittances: RemittanceStore },
  user: UserRecord,
): Promise<ReadResult<MissingWindows>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'not-configured');
  if (refusal !== null) return refusal;
  const [{ settings }, practices] = await Promise.all([
    ports.changes.inForce(),
    ports.remittances.listPractices(),
  ]);
  const found = new Map<string, MissingWindow>();
  let read = 0;
  for (const practiceId of practices) {
    for (const state of STATES) {
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<DenialStore['listQueue']>> = await ports.denials.listQueue({
          practiceId,
          state,
          limit: PAGE,
          cursor,
        });
        const undated = page.items.filter(({ sendBy }) => sendBy === null);
        for (const denial of undated) note(found, denial, settings.payers);
        read += undated.length;
        // They come first: the first with a date ends them.
        cursor = undated.length === page.items.length && read < DENIALS_AT_MOST ? page.cursor : null;
      } while (cursor !== null);
    }
  }
  const windows = [...found.values()].sort((a, b) => b.amountCents - a.amountCents);
  return { kind: 'read', value: { windows, complete: read < DENIALS_AT_MOST } };
}

function note(found: Map<string, MissingWindow>, denial: Denial, payers: readonly RegistryPayer[]): void {
  const clock = denial.deadlines.find((deadline) => deadline.governs);
  if (clock === undefined || clock.basis !== 'not_configured') return;
  const seenAs = { id: denial.payerId, name: denial.payerName };
  const registered = registeredPayerOf(seenAs, payers);
  const { kind, level } = clock;
  const key = JSON.stringify([registered?.payer ?? seenAs, kind, level]);
  const before = found.get(key);
  const { noticeOn } = denial;
  const oldest = before?.oldestNoticeOn ?? null;
  found.set(key, {
    payer: registered?.payer ?? null,
    seenAs: before?.seenAs ?? seenAs,
    kind,
    level,
    openDenials: (before?.openDenials ?? 0) + 1,
    amountCents: (before?.amountCents ?? 0) + denial.amountCents,
    oldestNoticeOn: oldest === null || (noticeOn !== null && noticeOn < oldest) ? noticeOn : oldest,
    note: clock.note,
    beingRecounted: registered !== null && hasWindow(registered, kind, level),
  });
}

function hasWindow({ windows }: RegistryPayer, kind: DeadlineKind, level: number | null): boolean {
  return windows.some((window) => window.kind === kind && (window.level ?? level ?? 1) === (level ?? 1));
}
