import { lastAdverseDecisionOf } from '../answer/last-decision.ts';
import type { Claim } from '../claim/claim.ts';
import { placeOfServiceInWords } from '../claim/place-of-service.ts';
import type { Denial } from '../denial/denial.ts';
import { lastDayOf } from '../denial/reminders.ts';
import type { FirstPageForm } from '../payer/registry.ts';
import type { ClaimPayment, Party, RemittanceHeader, ServiceLine } from '../remittance/remittance.ts';
import { allowedOf, allowedOnLine } from './allowed.ts';
import { type AppealFacts, appealFactsSchema } from './facts.ts';
import type { Acceptance, FilingProof } from './filing-proof.ts';
import { appealName, deciderOf, lineOfBusinessOf } from './line-of-business.ts';
import { plainWording } from './plain-wording.ts';
import { statedIn } from './stated.ts';

/** Our own wording of the codes; null where a code is not in the rulebook. */
export interface CodeWords {
  carc(code: string): string | null;
  rarc(code: string): string | null;
}

/** The part of the organisation's settings that letters use. */
export interface LetterParties {
  readonly practice: {
    readonly legalName: string;
    readonly address: string | null;
    readonly telephone: string | null;
    readonly fax: string | null;
    readonly contactName: string | null;
    readonly signatory: { readonly name: string; readonly title: string } | null;
  } | null;
  readonly payer: { readonly network?: 'in' | 'out' | undefined } | null;
  /** Where an appeal of this level goes; null = not configured. */
  readonly office: {
    readonly address: string | null;
    readonly fax: string | null;
    readonly form?: FirstPageForm | undefined;
  } | null;
}

/**
 * The facts of one appeal, from the stored denial, its claim payment, the claim as sent and the settings. Pure;
 * nothing is invented.
 *
 * @param sent the claim that the payment answers, null where it is not on file
 * @param proof what of the acknowledgements on file proves that the claim was filed
 */
export function gatherFacts(
  denial: Denial,
  remittance: { readonly claim: ClaimPayment; readonly header: RemittanceHeader },
  sent: Claim | null,
  parties: LetterParties,
  words: CodeWords,
  proof: FilingProof,
): AppealFacts {
  const { claim, header } = remittance;
  const { practice, payer, office } = parties;
  const reasons = denial.decision.reasons;
  const disputedLines = disputedLinesOf(reasons);
  const [serviceFrom, serviceTo] = serviceDatesOf(claim);
  const network = payer?.network ?? null;

  return appealFactsSchema.parse({
    appeal: {
      name: appealName(denial.payerType, denial.level),
      level: denial.level,
      payerType: denial.payerType,
      decider: deciderOf(denial.payerType),
      contracted: network === null ? null : network === 'in',
      requestPage: office?.form === 'request_page' && isMedicareRequest(denial),
      payersForm: typeof office?.form === 'object' ? office.form.payersOwn : null,
      previous: previousDecisionOf(denial),
    },
    lineOfBusiness: lineOfBusinessOf(denial.payerType),
    practice: {
      name: practice?.legalName ?? header.payee.name,
      address: practice?.address ?? null,
      telephone: practice?.telephone ?? null,
      fax: practice?.fax ?? null,
      contactName: practice?.contactName ?? null,
      npi: header.payee.npi,
      tin: header.payee.tin,
      signatoryName: practice?.signatory?.name ?? null,
      signatoryTitle: practice?.signatory?.title ?? null,
    },
    payer: {
      name: header.payer.name,
      appealsAddress: office?.address ?? null,
      appealsFax: office?.fax ?? null,
    },
    member: {
      ...memberOf(claim),
      bornOn: sent?.patient?.bornOn ?? null,
      groupNumber: orNull(sent?.coverage?.groupNumber ?? ''),
    },
    claim: {
      payerClaimControlNumber: orNull(claim.payerClaimControlNumber),
      patientControlNumber: claim.claimId,
      serviceFrom,
      serviceTo: serviceTo === serviceFrom ? null : serviceTo,
      renderingProvider: nameOf(claim.parties.find((p) => p.entity === '82')),
      billedCents: claim.chargeCents,
      allowed: amountOrNull(allowedOf(claim)),
      paidCents: claim.paidCents,
      disputedCents: denial.amountCents,
      diagnoses: sent === null ? null : diagnosesInWords(sent),
      priorAuthorization: orNull(sent === null ? '' : numbersOf(sent, sent.priorAuthorizations, 'G1')),
      referral: orNull(sent === null ? '' : numbersOf(sent, sent.referrals, '9F')),
      place: sent === null ? null : placeOf(sent),
      sentOn: sent?.submission.submittedOn ?? null,
      receivedOn: claim.receivedOn,
      coverageExpiredOn: claim.coverageExpiredOn,
      filingLimit: filingLimitOf(denial),
      firstAcceptedOn: proof.kind === 'none' ? null : proof.acceptances[0].acknowledgement.on,
      acceptances: proof.kind === 'none' ? [] : proof.acceptances.map(acceptanceFacts),
    },
    remittance: { noticeOn: denial.noticeOn, traceNumber: header.traceNumber },
    decision: {
      disputed: disputedLines.length === 0 ? 'the claim' : linesInWords(disputedLines),
      wholeClaim: disputedLines.length === 0,
      lines: claim.lines.map((line) => lineFacts(line, disputedLines)),
      claimCodes: orNull(
        codesOf(
          claim.adjustments,
          // Alerts, such as a notice of appeal rights, are no part of the reason.
          claim.remarks.filter((remark) => reasons.some((reason) => reason.remarks.includes(remark))),
        ),
      ),
      policies: policiesOf(claim),
      reasons: reasonsInWords(denial, words),
    },
    stated: statedIn(reasons, claim.remarks),
    filing: { lastDay: denial.route === 'appeal' ? lastDayOf(denial.deadlines) : null },
  });
}

/** 42 CFR 405.944(b), 405.964(b): the forms of these two levels are not mandatory, what they ask for is. */
function isMedicareRequest({ payerType, level }: Denial): boolean {
  return lineOfBusinessOf(payerType).originalMedicare && level <= 2;
}

/** The decision of the level before; a reference only where a person recorded one. */
function previousDecisionOf(denial: Denial): object | null {
  if (denial.level === 1) return null;
  const before = denial.answers.filter(({ level }) => level < denial.level);
  const decision = lastAdverseDecisionOf({ ...denial, answers: before });
  if (decision === null || decision.level >= denial.level) return { decidedOn: null, reference: null };
  const recorded = before.find(
    ({ level, decidedOn }) => level === decision.level && decidedOn === decision.decidedOn,
  );
  return { decidedOn: decision.decidedOn, reference: recorded?.reference ?? null };
}

/** Of the claim, then of its lines, each once. */
function numbersOf({ lines }: Claim, ofClaim: readonly string[], qualifier: string): string {
  const ofLines = lines.flatMap(({ references }) =>
    references.filter((reference) => reference.qualifier === qualifier).map(({ value }) => value),
  );
  return [...new Set([...ofClaim, ...ofLines])].join(', ');
}

function placeOf({ kind, typeOfBill, facilityCode }: Claim): string | null {
  if (kind === 'institutional') return typeOfBill === '' ? null : `type of bill ${typeOfBill}`;
  return facilityCode === '' ? null : placeOfServiceInWords(facilityCode);
}

/** An assumption of ours is no rule that a letter may state. */
function filingLimitOf({ deadlines }: Denial): object | null {
  const filing = deadlines.find(({ kind }) => kind === 'claim_filing');
  if (filing === undefined || (filing.basis !== 'contract' && filing.basis !== 'statute')) return null;
  const { lastDay, countedFrom, startsOn, source } = filing;
  const isKnown = lastDay !== null && countedFrom !== null && startsOn !== null && source !== null;
  return isKnown ? { lastDay, countedFrom, startsOn, source } : null;
}

function acceptanceFacts({ acknowledgement, whose }: Acceptance): object {
  const { by, on, payerClaimControlNumber } = acknowledgement;
  return {
    by: by.name || by.id,
    byPayer: whose === 'payer',
    on,
    claimNumber: orNull(payerClaimControlNumber),
  };
}

/** X12 835 TR3, loop 2110 REF: 0K names the policy that a line was decided by. */
function policiesOf({ lines }: ClaimPayment): string | null {
  const named = lines.flatMap(({ references }) =>
    references.filter(({ qualifier }) => qualifier === '0K').map(({ value }) => value),
  );
  return orNull([...new Set(named)].join(', '));
}

/** ICD codes as people write them: with a point after the third character (ICD-9 E codes: the fourth), each once. */
function diagnosesInWords({ diagnoses }: Claim): string | null {
  const codes = diagnoses.map(({ qualifier, code }) => {
    const at = !qualifier.startsWith('A') && code.startsWith('E') ? 4 : 3;
    return code.includes('.') || code.length <= at ? code : `${code.slice(0, at)}.${code.slice(at)}`;
  });
  return orNull([...new Set(codes)].join(', '));
}

function disputedLinesOf(reasons: Denial['decision']['reasons']): readonly number[] {
  if (reasons.some((r) => r.line === null)) return [];
  return [...new Set(reasons.flatMap((r) => (r.line === null ? [] : [r.line])))].sort((a, b) => a - b);
}

/**
 * @example
 * linesInWords([2, 3, 4]) // 'lines 2, 3 and 4'
 */
export function linesInWords(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  return `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}

function lineFacts(line: ServiceLine, disputedLines: readonly number[]): object {
  const procedure = line.submittedProcedure ?? line.procedure;
  return {
    line: line.ordinal,
    procedure: procedure?.code || line.revenueCode,
    modifiers: procedure?.modifiers.join(' ') ?? '',
    serviceOn: line.serviceFrom,
    units: line.unitsSubmitted ?? line.unitsPaid,
    billedCents: line.chargeCents,
    allowed: amountOrNull(allowedOnLine(line)),
    paidCents: line.paidCents,
    codes: codesOf(line.adjustments, line.remarks),
    disputed: disputedLines.length === 0 || disputedLines.includes(line.ordinal),
  };
}

function codesOf(
  adjustments: readonly { readonly group: string; readonly carc: string }[],
  remarks: readonly string[],
): string {
  return [...new Set([...adjustments.map((a) => `${a.group}-${a.carc}`), ...remarks])].join(', ');
}

/** One entry for each group, CARC and set of remarks, with all the lines it stands on. */
function reasonsInWords(denial: Denial, words: CodeWords): readonly object[] {
  const byCodes = new Map<
    string,
    { group: string; carc: string; remarks: string[]; lines: (number | null)[] }
  >();
  for (const { group, carc, remarks, line } of denial.decision.reasons) {
    const key = [group, carc, ...remarks].join(' ');
    const known = byCodes.get(key);
    if (known) known.lines.push(line);
    else byCodes.set(key, { group, carc, remarks: [...remarks], lines: [line] });
  }
  const inOrder = [...byCodes.values()].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
  return inOrder.map(({ group, carc, remarks, lines }) => {
    const numbers = lines.flatMap((line) => (line === null ? [] : [line]));
    return {
      where: capitalised(numbers.length === 0 ? 'the claim' : linesInWords(numbers)),
      code: `${group}-${carc}`,
      wording: inSentence(carc, words.carc(carc)),
      remarks: remarks.map((code) => ({ code, wording: inSentence(code, words.rarc(code)) })),
    };
  });
}

function serviceDatesOf(claim: ClaimPayment): [string | null, string | null] {
  const from = claim.lines.flatMap((l) => (l.serviceFrom === null ? [] : [l.serviceFrom])).sort();
  const to = claim.lines.flatMap((l) => l.serviceTo ?? l.serviceFrom ?? []).sort();
  return [from[0] ?? claim.statementFrom, to.at(-1) ?? claim.statementTo];
}

function memberOf(claim: ClaimPayment): { name: string | null; id: string | null } {
  const patient = claim.parties.find((p) => p.entity === 'QC');
  const insured = claim.parties.find((p) => p.entity === 'IL');
  return { name: nameOf(patient ?? insured), id: orNull(patient?.id ?? '') ?? orNull(insured?.id ?? '') };
}

function nameOf(party: Party | undefined): string | null {
  if (party === undefined) return null;
  const given = [party.firstName, party.middleName].filter((part) => part !== '').join(' ');
  return orNull([party.lastOrOrganisationName, given].filter((part) => part !== '').join(', '));
}

function amountOrNull(cents: number | null): { readonly cents: number } | null {
  return cents === null ? null : { cents };
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

/** "Not necessary" → "not necessary"; names keep their capital: "No Surprises Act", "Medicare". */
function inSentence(code: string, wording: string | null): string | null {
  if (wording === null) return null;
  // The letter puts it into parentheses: those within become brackets.
  const words = plainWording(code, wording).replaceAll('(s)', 's').replaceAll('(', '[').replaceAll(')', ']');
  return /^[A-Z][a-z]* [A-Z]|^[A-Z]{2}|^(?:California|Food|Medi|Merit|Nebraska|New )/.test(words)
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
