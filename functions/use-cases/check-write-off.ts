import type { DenialId } from '../core/ids.ts';
import {
  expectedCentsOf,
  type OpenClock,
  openClocksOf,
  type ProposalBar,
  proposalBarsOf,
} from '../core/write-off/guards.ts';
import { secondPersonAboveCents, type WriteOffReason } from '../core/write-off/reasons.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export interface WriteOffCheck {
  readonly amountCents: number;
  readonly expectedCents: number;
  readonly openClocks: readonly OpenClock[];
  readonly bars: readonly ProposalBar[];
  readonly reasons: readonly (WriteOffReason & { readonly needsSecondPerson: boolean })[];
  readonly asOf: string;
}

/** What a write-off of this denial would give up, what speaks against it, and the reasons there are. */
export function checkWriteOff(
  ports: ReadPorts & {
    readonly settings: Settings;
    readonly writeOffReasons: readonly WriteOffReason[];
  },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<WriteOffCheck>> {
  return readGuarded(ports, user, 'read', denialId, async (denial) => {
    const organisation = await ports.settings.organisation();
    const asOf = ports.clock.today();
    const { amountCents } = denial;
    const reasons = ports.writeOffReasons.map((reason) => ({
      ...reason,
      needsSecondPerson: amountCents > secondPersonAboveCents(organisation, reason.id),
    }));
    const value: WriteOffCheck = {
      amountCents,
      expectedCents: expectedCentsOf(denial, asOf),
      openClocks: openClocksOf(denial, asOf),
      bars: proposalBarsOf(denial),
      reasons,
      asOf,
    };
    return { kind: 'read', value };
  });
}
