import type { CompiledRulebook } from '../rulebook/compile.ts';
import { firstThatHolds } from '../rulebook/match.ts';
import type { Finding } from './findings.ts';
import type { RolledUp } from './roll-up.ts';

const REASONS_TOLD = 3;

/**
 * The decision as a colleague would tell it: what the payer said, what that means, what to do first,
 * what not to do. Plain sentences, our own wording of the codes.
 */
export function explain(
  rolled: RolledUp,
  mechanism: { readonly mechanism: string; readonly says: string },
  rulebook: CompiledRulebook,
): string {
  const leading = rolled.ordered[0] as Finding;
  const sentences = [payerSaid(leading, rulebook)];
  const others = rolled.ordered.slice(1);
  if (others.length > 0) sentences.push(alsoSaid(others));
  const group = rulebook.groups.get(leading.group);
  if (leading.class === 'denial' && group !== undefined) sentences.push(group);
  if (rolled.says !== '') sentences.push(ended(rolled.says));
  const advice = rolled.advice ?? firstThatHolds(leading.rules.advice, leading.circumstances);
  if (advice !== undefined) sentences.push(`First: ${lowerFirst(advice.says)}`);
  if (mechanism.mechanism !== 'none') sentences.push(ended(mechanism.says));
  if (advice !== undefined) sentences.push(advice.avoid);
  return sentences.join(' ');
}

function payerSaid(finding: Finding, rulebook: CompiledRulebook): string {
  const where = finding.line === null ? 'the claim' : `line ${finding.line.ordinal}`;
  const took = finding.class === 'hold' ? 'leaves' : 'took';
  const off = finding.class === 'hold' ? `of ${where} undecided` : `off ${where}`;
  const wording = finding.code?.wording ?? 'a code this rulebook does not know';
  const remarks = finding.circumstances.remarks
    .map((remark) => {
      const rarc = rulebook.rarcs.get(remark);
      return rarc === undefined ? `${remark} (unknown remark)` : `${remark} (${rarc.wording})`;
    })
    .join(', ');
  const withRemarks = remarks === '' ? '' : `, remark ${remarks}`;
  return `The payer ${took} ${dollars(finding.amountCents)} ${off} with ${finding.group}-${finding.carc} (${wording})${withRemarks}.`;
}

function alsoSaid(others: readonly Finding[]): string {
  const told = others.slice(0, REASONS_TOLD).map((finding) => {
    const where = finding.line === null ? 'the claim' : `line ${finding.line.ordinal}`;
    return `${finding.group}-${finding.carc} on ${where} (${dollars(finding.amountCents)})`;
  });
  const more = others.length - told.length;
  return `Also: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Cents as `$1,234.50`. */
export function dollars(cents: number): string {
  const whole = Math.floor(cents / 100).toString();
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${grouped}.${String(cents % 100).padStart(2, '0')}`;
}
