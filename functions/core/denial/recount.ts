import { clocksNow } from '../answer/clocks-now.ts';
import { canonicalJson } from '../audit/event.ts';
import type { CompiledClocks } from '../deadline/compile.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import type { Denial } from './denial.ts';
import { lastDayOf, sendByOf } from './reminders.ts';

/**
 * The clocks of a denial counted anew for its present route, by what is agreed with its payer now; null where they
 * come out as they are. The decision stays, and so does the state: only a person takes a route again that was given up.
 */
export function recounted(
  denial: Denial,
  basis: { readonly claim: ClaimPayment; readonly header: RemittanceHeader; readonly payer: PayerProfile },
  clocks: CompiledClocks,
): Partial<Denial> | null {
  const deadlines = clocksNow(denial, basis, clocks);
  const { payerType } = basis.payer;
  if (payerType === denial.payerType && canonicalJson(deadlines) === canonicalJson(denial.deadlines))
    return null;
  const sendBy = sendByOf(deadlines);
  const clocked = { payerType, deadlines, sendBy };
  if (sendBy === denial.sendBy) return clocked;
  if (denial.lastReminder !== 'past_last_day') return { ...clocked, lastReminder: null };
  const lastDay = lastDayOf(deadlines);
  const nextAction =
    lastDay === null
      ? 'The deadline is no longer configured: find out whether there is still time, and choose the route again.'
      : `The deadline was counted anew, and the last day to act is ${lastDay}: choose the route again.`;
  return { ...clocked, lastReminder: null, nextAction };
}
