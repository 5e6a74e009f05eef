import type { CompiledClocks } from '../core/deadline/compile.ts';
import type { StartEvent } from '../core/deadline/rule.ts';
import { START_IN_WORDS, startOnPaper } from '../core/deadline/start-dates.ts';
import type { Denial } from '../core/denial/denial.ts';
import { recounted } from '../core/denial/recount.ts';
import { type PayerProfile, payerProfileOf } from '../core/payer/profile.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { Settings } from '../ports/settings.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { claimPaymentOf } from './make-letter.ts';

export type CorrectClockPorts = ActPorts & {
  readonly remittances: RemittanceStore;
  readonly settings: Settings;
  readonly clocks: CompiledClocks;
};

/**
 * The date that a clock is counted from, as a person read it from a letter; null goes back to the remittance's. It
 * holds for every clock that is counted from the same, now and whenever they are counted anew.
 */
export function correctClock(
  ports: CorrectClockPorts,
  request: ActRequest & {
    /** The rule of the clock: `ruleId` of a deadline of the denial. */
    readonly clock: string;
    readonly startsOn: string | null;
    /** What it was read from. */
    readonly evidence: string;
    readonly reason: string;
  },
): Promise<ActResult> {
  const { clock, startsOn, evidence, reason } = request;
  return actOnDenial(ports, 'correct_clock', request, async (denial): Promise<Plan | Refusal> => {
    const [{ claim, header }, { payers }] = await Promise.all([
      claimPaymentOf(ports, denial),
      ports.settings.organisation(),
    ]);
    const payer = payerProfileOf(header.payer, claim.filingIndicator, knownPayers(payers));
    const event = startOfClock(clock, denial, payer, ports.clocks);
    if (event === null)
      return refused('UNKNOWN_CLOCK', 'This denial has no such clock that starts with a date.', 'clock');
    if (startsOn !== null) {
      if (startsOn > ports.clock.today())
        return refused('DATE_REFUSED', `The ${START_IN_WORDS[event]} cannot lie in the future.`, 'startsOn');
      const start = startOnPaper(event, startsOn, evidence, 'Look at the letter again.');
      if (start.kind === 'unknown') return refused('DATE_REFUSED', start.note, 'startsOn');
    }
    const { [event]: replaced, ...others } = denial.datesOnPaper;
    const datesOnPaper = startsOn === null ? others : { ...others, [event]: { on: startsOn, evidence } };
    const counted = recounted({ ...denial, datesOnPaper }, { claim, header, payer }, ports.clocks) ?? {};
    return {
      kind: 'plan',
      type: 'ClockCorrected',
      patch: { ...counted, datesOnPaper },
      reason,
      detail: {
        clock,
        countedFrom: event,
        startsOnBefore: replaced?.on ?? null,
        startsOn,
        evidence,
        sendByBefore: denial.sendBy,
        sendBy: counted.sendBy === undefined ? denial.sendBy : counted.sendBy,
      },
    };
  });
}

/** What the clock is counted from; null where the denial does not have it, or it has no start. */
function startOfClock(
  ruleId: string,
  denial: Denial,
  payer: PayerProfile,
  clocks: CompiledClocks,
): StartEvent | null {
  if (denial.deadlines.every((deadline) => deadline.ruleId !== ruleId)) return null;
  const rule = payer.own?.clocks.find(({ id }) => id === ruleId) ?? clocks.byId.get(ruleId);
  return rule?.start ?? null;
}
