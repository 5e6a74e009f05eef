import { actionsOf, type OfferedAction } from '../core/access/actions-of.ts';
import type { Permission } from '../core/access/may-act.ts';
import type { Casework } from '../core/casework.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { Denial } from '../core/denial/denial.ts';
import { mayBePutOff } from '../core/denial/pend.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { mayApproveAsWritten } from './approve-appeal.ts';
import { patientBill, sayForbidden } from './read-redirect.ts';

export interface OfferPorts {
  readonly denials: DenialStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
  readonly remittances: RemittanceStore;
  readonly casework: Casework;
  readonly clock: Clock;
}

/** What this person may do with the denial now, and why not: what would be refused to them is shown as refused. */
export function offeredActions(
  ports: OfferPorts,
  user: UserRecord,
  denial: Denial,
): Promise<readonly OfferedAction[]> {
  const actions = actionsOf(user, denial, ports.clock.now());
  return Promise.all(
    actions.map(async (action) => {
      const permission = action.allowed ? await beyondState(ports, user, denial, action) : null;
      return permission?.allowed === false
        ? { ...action, allowed: false, reason: permission.reason }
        : action;
    }),
  );
}

/** What role and state do not say: it depends on settings, drafts or workdays. */
async function beyondState(
  ports: OfferPorts,
  { userId }: UserRecord,
  denial: Denial,
  { id }: OfferedAction,
): Promise<Permission> {
  if (id === 'approve_appeal' && denial.candidate !== null) {
    return mayApproveAsWritten(ports, denial, denial.candidate, userId);
  }
  if (id === 'close_as_billed' && denial.route === 'patient_responsibility') {
    const { checks } = await patientBill(ports, denial);
    const forbidding = checks.find(({ outcome }) => outcome === 'forbids');
    if (forbidding !== undefined) return { allowed: false, reason: sayForbidden(forbidding) };
  }
  return id === 'pend' ? mayBePutOff(denial, ports.clock.today(), ports.clocks.workdays) : { allowed: true };
}
