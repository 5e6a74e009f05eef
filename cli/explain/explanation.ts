import type { Decision, Route } from '../../functions/core/denial/decision.ts';
import type { DecisionTrace, ReasonTrace } from '../../functions/core/denial/trace.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import type { CompiledRulebook } from '../../functions/core/rulebook/compile.ts';
import type { FoundClaim } from './find-claim.ts';
import { Page } from './page.ts';
import { type Portfolio, writeClocks, writePriority } from './portfolio.ts';
import { MECHANISM_IN_WORDS, payerInWords, ROUTE_AS_ADVICE, ROUTE_AS_NOUN, TEAM_IN_WORDS } from './words.ts';

export interface Explained {
  readonly found: FoundClaim;
  readonly trace: DecisionTrace;
  readonly portfolio: Portfolio;
  readonly rulebook: CompiledRulebook;
  /** Full texts of the keys of rulebook/SOURCES.md. */
  readonly sources: ReadonlyMap<string, string>;
  /** One SVC of the claim; null = the whole claim. */
  readonly line: number | null;
}

/** The decision of one claim as a colleague would tell it, down to the rules that did not win. */
export function explanationText(explained: Explained, width: number): string {
  const page = new Page(width);
  const { trace } = explained;
  writeTitle(page, explained);
  if (trace.decision === null) writeNothingToDo(page, explained);
  else writeDecision(page, explained, trace.decision);
  writeSources(page, explained);
  return page.toString();
}

function writeTitle(page: Page, { found, trace }: Explained): void {
  const { claim, header } = found;
  const notice = header.producedOn ?? header.paidOn;
  page.title(`Claim ${claim.claimId}`);
  page.paragraph(
    `${header.payer.name || 'Payer not named'}: ${payerInWords(trace.basis.payer)}` +
      `${notice === null ? '' : `. Remittance of ${notice}`}, trace ${header.traceNumber}.`,
    0,
  );
  const denied = trace.decision?.class === 'denial' ? `, ${dollars(trace.decision.amountCents)} denied` : '';
  page.paragraph(`${dollars(claim.chargeCents)} charged, ${dollars(claim.paidCents)} paid${denied}.`, 0);
}

function writeNothingToDo(page: Page, { trace, found, rulebook }: Explained): void {
  page.heading('Nothing is denied');
  page.paragraph(trace.gates.findLast(({ passed }) => !passed)?.says ?? 'Every amount is plain.');
  const levels = [
    { where: 'the claim', adjustments: found.claim.adjustments },
    ...found.claim.lines.map(({ ordinal, adjustments }) => ({ where: `line ${ordinal}`, adjustments })),
  ];
  for (const { where, adjustments } of levels)
    for (const { group, carc, amountCents } of adjustments) {
      const wording = rulebook.carcs.get(carc)?.wording ?? 'a code this rulebook does not know';
      page.item(`${group}-${carc}`, `${dollars(amountCents)} on ${where}: ${wording}`, 9);
    }
}

function writeDecision(page: Page, explained: Explained, decision: Decision): void {
  const reasons = reasonsShown(explained);
  page.heading('What the payer said');
  for (const reason of reasons) writeReason(page, reason, explained.rulebook);
  if (reasons.length === 0) page.paragraph(decision.explanation);

  page.heading(`What that means at ${payerInWords(explained.trace.basis.payer)}`);
  writeMeaning(page, explained, decision);

  page.heading('What to do first');
  writeWhatToDo(page, explained, decision);

  page.heading('What not to do, and why');
  writeWhatNotToDo(page, explained, reasons);

  page.heading('By when');
  writeClocks(page, explained.portfolio);

  if (explained.portfolio.priority !== null) {
    page.heading('How urgent it is');
    writePriority(page, explained.portfolio.priority);
  }

  page.heading('How this was decided');
  writeWorking(page, explained, decision, reasons);
}

function reasonsShown({ trace, line }: Explained): readonly ReasonTrace[] {
  const decided = trace.reasons.filter(
    (reason) => trace.decision?.class === 'non_denial' || reason.class === trace.decision?.class,
  );
  return line === null ? decided : decided.filter((reason) => reason.line === line || reason.line === null);
}

function writeReason(page: Page, reason: ReasonTrace, rulebook: CompiledRulebook): void {
  const where = reason.line === null ? 'the claim' : `line ${reason.line}`;
  const took = reason.class === 'hold' ? 'left undecided on' : 'taken off';
  const wording = rulebook.carcs.get(reason.carc)?.wording ?? 'a code this rulebook does not know';
  page.item(
    `${reason.group}-${reason.carc}`,
    `${dollars(reason.amountCents)} ${took} ${where}: ${wording}.`,
    9,
  );
  for (const remark of reason.remarks) {
    const known = rulebook.rarcs.get(remark);
    const kind = known?.alert === true && !known.signal ? ' (an alert: no reason by itself)' : '';
    page.item(remark, `${known?.wording ?? 'a remark this rulebook does not know'}${kind}`, 7, 11);
  }
}

function writeMeaning(page: Page, { trace, rulebook }: Explained, decision: Decision): void {
  const [leading] = trace.reasons;
  const says: string[] = [];
  if (decision.contradiction !== null) says.push(decision.contradiction.says);
  const last = leading?.steps.at(-1);
  if (
    decision.contradiction === null &&
    last !== undefined &&
    last.says !== '' &&
    !last.rule.includes('carc.')
  )
    says.push(last.says);
  const group = leading === undefined ? undefined : rulebook.groups.get(leading.group);
  if (group !== undefined && decision.class === 'denial') says.push(group);
  const appealable = decision.trace.find(({ rule }) => rule.includes('appealable'));
  const open = { yes: 'An appeal is open.', no: 'No appeal is open.', conditional: 'An appeal may be open.' };
  says.push(`${open[decision.appealable]} ${appealable?.says ?? ''}`.trim());
  for (const sentence of says) page.paragraph(ended(sentence));
  if (decision.class !== 'denial') return;
  const team = decision.preventedBy === null ? '' : ` by ${TEAM_IN_WORDS[decision.preventedBy]}`;
  const could = { yes: 'Preventable', sometimes: 'Sometimes preventable', no: 'Not preventable' };
  page.paragraph(
    `${could[decision.preventable]}${decision.preventable === 'no' ? ' by the practice' : team}.`,
  );
}

function writeWhatToDo(page: Page, { trace }: Explained, decision: Decision): void {
  const { advice } = trace;
  page.paragraph(ROUTE_AS_ADVICE[decision.route]);
  if (advice !== null) page.paragraph(ended(advice.first));
  const mechanism = decision.trace.find(({ rule }) => rule.includes('mechanism'));
  if (decision.mechanism !== 'none' && mechanism !== undefined) page.paragraph(ended(mechanism.says));
  if (decision.requiredDocuments.length > 0) {
    page.gap();
    page.paragraph('Gather:');
    for (const { document } of decision.requiredDocuments) page.item('•', document, 2);
  }
  for (const also of decision.alsoRoutes) {
    const reasons = also.reasons.map(
      ({ group, carc, line }) => `${group}-${carc}${line === null ? '' : ` on line ${line}`}`,
    );
    page.gap();
    page.paragraph(`Not forgotten: ${reasons.join(', ')} would by itself be ${ROUTE_AS_NOUN[also.route]}.`);
  }
}

function writeWhatNotToDo(page: Page, { trace }: Explained, reasons: readonly ReasonTrace[]): void {
  const removed = new Map<Route, string>();
  for (const { route, says } of reasons.flatMap((reason) => reason.removed))
    if (!removed.has(route)) removed.set(route, ended(says));
  const avoid = trace.advice === null ? null : ended(trace.advice.avoid);
  if (avoid !== null) {
    // What the advice warns of by itself is not told again under its own name, only why.
    const why = [...removed].filter(([route]) => WARNED_OF[route]?.test(avoid) === true);
    for (const [route] of why) removed.delete(route);
    page.item('•', [avoid, ...why.map(([, says]) => upperFirst(says))].join(' '), 2);
  }
  for (const [route, says] of removed) page.item('•', `Not ${ROUTE_AS_NOUN[route]}: ${lowerFirst(says)}`, 2);
}

/** How advice says not to take a route. */
const WARNED_OF: { readonly [route in Route]?: RegExp } = {
  appeal: /(?:not|never|or) appeal\b/i,
  patient_responsibility: /(?:not|never|or) bill the patient\b/i,
  write_off: /(?:not|never|or) write (?:it )?off\b/i,
};

function writeWorking(
  page: Page,
  { trace, rulebook }: Explained,
  decision: Decision,
  reasons: readonly ReasonTrace[],
): void {
  for (const { gate, passed, says } of trace.gates)
    if (gate === 'class' || (gate === 'status' && !passed)) page.paragraph(ended(says));
  for (const reason of reasons) {
    page.gap();
    const where = reason.line === null ? 'claim' : `line ${reason.line}`;
    page.paragraph(`${reason.group}-${reason.carc}, ${where}: ${ROUTE_AS_NOUN[reason.route]}`);
    for (const step of reason.steps) {
      page.item('→', ended(step.says || 'Of this class by its code.'), 2, 4);
      page.aside(`${step.rule}${step.source === null ? '' : `  [${step.source}]`}`, 6);
    }
    for (const other of reason.runnersUp) {
      page.item('○', `${ended(other.says)} It would have been ${ROUTE_AS_NOUN[other.route]}.`, 2, 4);
      page.aside(`${other.ruleId}, not chosen: ${other.lost}`, 6);
    }
  }
  const whole = decision.trace.filter(
    ({ line, rule }) => line === null && /^(org\.)?(mechanism|appealable|conflict)/.test(rule),
  );
  if (whole.length > 0) page.gap();
  for (const step of whole) {
    page.item('→', ended(step.says), 2, 4);
    page.aside(`${step.rule}${step.source === null ? '' : `  [${step.source}]`}`, 6);
  }
  page.gap();
  page.paragraph(
    `Decided by ${decision.ruleId} of rulebook ${rulebook.version}${decision.mechanism === 'none' ? '' : `; sent as ${MECHANISM_IN_WORDS[decision.mechanism]}`}.`,
  );
}

function writeSources(page: Page, { trace, sources }: Explained): void {
  const cited = trace.reasons
    .flatMap(({ steps, removed }) => [...steps, ...removed])
    .concat(trace.decision?.trace ?? [])
    .flatMap(({ source }) => source?.split(/[+;]/) ?? [])
    .map((key) => key.trim());
  const known = [...new Set(cited)].sort().flatMap((key) => {
    const text = sources.get(key);
    return text === undefined ? [] : [{ key, text }];
  });
  if (known.length === 0) return;
  page.heading('Sources');
  for (const { key, text } of known) page.item(key, text, 8);
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  // "TRICARE", "NSA" and code names keep their capitals.
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
