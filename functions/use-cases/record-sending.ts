import type { Denial } from '../core/denial/denial.ts';
import { type ActRequest, type Plan, type Refusal, refused } from './act-on-denial.ts';

/** What a person says they sent by themselves: their word and the reference are the evidence, nothing more. */
export interface Sending {
  /** Number of the new claim, portal confirmation, tracking number. */
  readonly reference: string;
  readonly sentOn: string;
}

/** The plan that turns a person's sending into waiting for the payer. */
export function sendingPlan(
  type: string,
  { user, reference, sentOn }: ActRequest & Sending,
  denial: Denial,
  today: string,
  at: string,
  detail: Readonly<Record<string, string>> = {},
): Plan | Refusal {
  if (sentOn > today) return refused('DATE_REFUSED', 'The day of sending lies in the future.', 'sentOn');
  if (denial.noticeOn !== null && sentOn < denial.noticeOn) {
    return refused('DATE_REFUSED', 'The day of sending lies before the payer’s decision.', 'sentOn');
  }
  return {
    kind: 'plan',
    type,
    patch: {
      state: 'awaiting_payer',
      nextAction: 'Wait for the payer’s answer.',
      handover: {
        sha256: null,
        channel: 'recorded_by_person',
        reference,
        handedOverAt: at,
        handedOverBy: user.userId,
      },
    },
    detail: { sentOn, ...detail },
  };
}
