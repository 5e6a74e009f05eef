import type { Denial } from '../denial/denial.ts';

type Waiting = Pick<Denial, 'state' | 'approval' | 'handover'>;

/** Approved for a portal, and not yet put in by a person. */
export function waitsForPortal({ state, approval, handover }: Waiting): boolean {
  return (
    state === 'needs_review' &&
    approval?.channel === 'portal' &&
    (handover === null || handover.handedOverAt < approval.approvedAt)
  );
}

/** Handed over for printing, and not yet said to be mailed. */
export function waitsForMailing({ state, handover }: Waiting): boolean {
  return state === 'needs_review' && handover?.channel === 'print_and_mail' && handover.sentOn === null;
}

/** Went through somebody who mails: a print room, or a service that takes files. */
export function isMailed({ handover }: Pick<Denial, 'handover'>): boolean {
  return handover?.channel === 'print_and_mail' || handover?.channel === 'file_drop';
}
