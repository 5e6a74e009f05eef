import type { ActionTaken } from '../core/answer/answer.ts';
import { letterActionOf } from '../core/answer/letter-action.ts';
import { answerDueOn, type Levels } from '../core/answer/levels.ts';
import { withSending } from '../core/answer/sendings.ts';
import type { Denial } from '../core/denial/denial.ts';
import { registeredPayerOf } from '../core/payer/registry.ts';
import type { Settings } from '../ports/settings.ts';
import { type ActPorts, type ActRequest, type Plan, type Refusal, refused } from './act-on-denial.ts';
import { refusalOfDay } from './refuse-day.ts';

export type SendingPorts = ActPorts & { readonly settings: Settings; readonly levels: Levels };

/** What a person says they sent by themselves: their word and the reference are the evidence, nothing more. */
export interface Sending {
  /** Number of the new claim, portal confirmation, tracking number. */
  readonly reference: string;
  readonly sentOn: string;
}

/** The plan that turns a person's sending into waiting for the payer, until the day its answer is due. */
export async function sendingPlan(
  ports: SendingPorts,
  { type, action }: { readonly type: string; readonly action: ActionTaken },
  { user, reference, sentOn }: ActRequest & Sending,
  denial: Denial,
  at: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<Plan | Refusal> {
  const stray = refusalOfSendingDay(ports, denial, sentOn, 'sentOn');
  if (stray !== null) return stray;
  const dueOn = await answerAwaitedBy(ports, denial, action, sentOn);
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
        sentOn,
        evidence: [
          {
            shows: 'handed_over',
            on: sentOn,
            reference,
            documentSha256: null,
            recordedBy: user.userId,
            recordedAt: at,
          },
        ],
      },
      sendings: withSending(denial, {
        action,
        level: denial.level,
        sentOn,
        templateId: null,
        templateSha256: null,
      }),
      answerDueOn: dueOn,
      lastReminder: null,
    },
    detail: { sentOn, action, answerDueOn: dueOn, ...detail },
  };
}

/** Why nothing can have been sent, or received, on a day; null where it can. */
export function refusalOfSendingDay(
  { clock }: Pick<SendingPorts, 'clock'>,
  { noticeOn }: Denial,
  on: string,
  field: string,
): Refusal | null {
  if (on > clock.today()) return refused('DATE_REFUSED', 'The day of sending lies in the future.', field);
  if (noticeOn !== null && on < noticeOn) {
    return refused('DATE_REFUSED', 'The day of sending lies before the payer’s decision.', field);
  }
  return refusalOfDay(on, field);
}

/** What changes with a letter that left on a day: the list of sendings, and the day on which silence becomes work. */
export async function letterSent(
  ports: Pick<SendingPorts, 'settings' | 'levels'>,
  denial: Denial,
  sentOn: string,
) {
  const action = letterActionOf(denial);
  const dueOn = await answerAwaitedBy(ports, denial, action, sentOn);
  const isOfApproval = denial.candidate !== null && denial.candidate.sha256 === denial.approval?.sha256;
  const { templateId = null, templateSha256 = null } = isOfApproval ? (denial.candidate ?? {}) : {};
  const { level } = denial;
  return {
    patch: {
      sendings: withSending(denial, { action, level, sentOn, templateId, templateSha256 }),
      answerDueOn: dueOn,
      lastReminder: null,
    },
    detail: { sentOn, action, templateId, templateSha256, answerDueOn: dueOn },
  };
}

/** The day by which the payer should have answered what left on a day: as agreed, by law, or our own day to ask. */
export async function answerAwaitedBy(
  { settings, levels }: Pick<SendingPorts, 'settings' | 'levels'>,
  { payerId: id, payerName: name, payerType, level }: Denial,
  answerTo: ActionTaken,
  sentOn: string,
): Promise<string> {
  const { payers } = await settings.organisation();
  const own = registeredPayerOf({ id, name }, payers)?.answerTimes;
  return answerDueOn({ payerType, answerTo, level }, sentOn, levels, own);
}
