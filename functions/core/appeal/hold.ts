import type { Permission } from '../access/may-act.ts';

/** How long an approval can be taken back before the letter leaves; the machine's Wait is this long (ADR-0006). */
export const HOLD_SECONDS = 30;

/**
 * Whether the approval can still be taken back.
 *
 * @param at instant of the request, ISO UTC
 */
export function mayBeTakenBack(approval: { readonly holdUntil: string } | null, at: string): Permission {
  return approval !== null && at < approval.holdUntil
    ? { allowed: true }
    : { allowed: false, reason: 'The hold has ended: the letter is on its way.' };
}
