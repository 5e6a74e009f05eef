import { dollars } from '../money/dollars.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { Course } from './course.ts';
import type { Finding } from './findings.ts';
import type { RolledUp } from './roll-up.ts';
import type { Ruling } from './ruling.ts';

const REASONS_TOLD = 3;

/**
 * The decision as a colleague would tell it: what the payer said, what that means, what to do first,
 * what not to do. Plain sentences, our own wording of the codes.
 */
export function explain({ ordered, conflict }: RolledUp, course: Course, rulebook: CompiledRulebook): string {
  const leading = ordered[0] as Finding;
  const closing =
    conflict === null
      ? course.closing
      : closingOf(
          leading.ruling,
          conflict.rule.says,
          { says: conflict.rule.first, avoid: conflict.rule.avoid },
          course.mechanismStep?.says ?? null,
          rulebook,
        );
  return `${payerSaid(leading, course)}${alsoSaid(ordered)}${closing}`;
}

function payerSaid({ ruling, line, amountCents }: Finding, course: Course): string {
  const where = line === null ? 'the claim' : `line ${line.ordinal}`;
  const took =
    ruling.class === 'hold'
      ? `leaves ${dollars(amountCents)} of ${where} undecided`
      : `took ${dollars(amountCents)} off ${where}`;
  return `The payer ${took} with ${course.reasonInWords}.`;
}

/** A reason with the meaning of its codes. */
export function reasonInWords(
  { group, carc, code, circumstances }: Ruling,
  { rarcs }: CompiledRulebook,
): string {
  const remarks = circumstances.remarks.map(
    (remark) => `${remark} (${rarcs.get(remark)?.wording ?? 'unknown remark'})`,
  );
  const withRemarks = remarks.length === 0 ? '' : `, remark ${remarks.join(', ')}`;
  return `${group}-${carc} (${code?.wording ?? 'a code this rulebook does not know'})${withRemarks}`;
}

function alsoSaid(ordered: readonly Finding[]): string {
  if (ordered.length === 1) return '';
  const told = ordered.slice(1, 1 + REASONS_TOLD).map(({ ruling, line, amountCents }) => {
    const where = line === null ? 'the claim' : `line ${line.ordinal}`;
    return `${ruling.group}-${ruling.carc} on ${where} (${dollars(amountCents)})`;
  });
  const more = ordered.length - 1 - told.length;
  return ` Also: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/** What the group says, what was ruled, what to do first and what not: sentences, each with a space before it. */
export function closingOf(
  ruling: Ruling,
  says: string,
  advice: { readonly says: string; readonly avoid: string } | null,
  mechanism: string | null,
  rulebook: CompiledRulebook,
): string {
  const sentences: string[] = [];
  const group = rulebook.groups.get(ruling.group);
  if (ruling.class === 'denial' && group !== undefined) sentences.push(group);
  if (says !== '') sentences.push(ended(says));
  if (advice !== null) sentences.push(`First: ${lowerFirst(advice.says)}`);
  if (mechanism !== null) sentences.push(ended(mechanism));
  if (advice !== null) sentences.push(advice.avoid);
  return sentences.map((sentence) => ` ${sentence}`).join('');
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
