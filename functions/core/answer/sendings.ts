import type { Denial } from '../denial/denial.ts';
import type { ActionTaken, Credit, Sending } from './answer.ts';

type Sent = Pick<Denial, 'sendings' | 'handover' | 'level'>;

/** Everything that left, by day. A record of before this list was kept has its last handover only. */
export function sendingsOf({ sendings, handover, level }: Sent): readonly Sending[] {
  // What lies in a print room has its handover, and no sending yet.
  if (sendings.length > 0 || handover === null || handover.evidence.length > 0) return sendings;
  const action = handover.channel === 'file_drop' ? 'appeal' : 'correction';
  const sentOn = handover.handedOverAt.slice(0, 10);
  return [{ action, level, sentOn, templateId: null, templateSha256: null }];
}

/** The list with one more, by day; the same thing sent on the same day stands once. */
export function withSending(denial: Sent, sending: Sending): Sending[] {
  const others = sendingsOf(denial).filter(
    (each) =>
      each.action !== sending.action || each.level !== sending.level || each.sentOn !== sending.sentOn,
  );
  return [...others, sending].sort((a, b) => (a.sentOn < b.sentOn ? -1 : a.sentOn > b.sentOn ? 1 : 0));
}

/** What was sent last on or before the day; on an unknown day what was sent last. Null where nothing was. */
export function lastSendingBy(denial: Sent, day: string | null): Sending | null {
  return sendingsOf(denial).findLast(({ sentOn }) => day === null || sentOn <= day) ?? null;
}

/** Which of the two a letter of this denial is: a contracted provider disputes, everybody else appeals. */
export function appealActionOf({ deadlines }: Pick<Denial, 'deadlines'>): ActionTaken {
  const governing = deadlines.find(({ governs }) => governs)?.kind;
  return governing === 'dispute' || governing === 'external_review' ? governing : 'appeal';
}

/** To what the cents are credited that a remittance of this day brought. */
export function creditOf(denial: Sent & Pick<Denial, 'decision'>, day: string | null): Credit {
  const sent = lastSendingBy(denial, day);
  const { ruleId, rulebookVersion } = denial.decision;
  return {
    action: sent?.action ?? 'nothing_sent',
    level: sent?.level ?? 1,
    templateId: sent?.templateId ?? null,
    templateSha256: sent?.templateSha256 ?? null,
    ruleId,
    rulebookVersion,
  };
}
