import type { Claim } from '../claim/claim.ts';
import type { Denial } from '../denial/denial.ts';
import { lastDayOf } from '../denial/reminders.ts';
import type { ClaimPayment, Party, RemittanceHeader, ServiceLine } from '../remittance/remittance.ts';
import { type AppealFacts, appealFactsSchema } from './facts.ts';
import { appealName, deciderOf, lineOfBusinessOf } from './line-of-business.ts';

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
  readonly office: { readonly address: string | null; readonly fax: string | null } | null;
}

const EXPERIMENTAL = new Set(['55', '56', '114', '188']);
const FREQUENCY_OR_AMOUNT = new Set(['151', '152', '153', '154']);
const RECORDS_DO_NOT_SHOW_NEED = new Set(['N661', 'M25']);

/**
 * The facts of one appeal, from the stored denial, its claim payment, the claim as sent and the settings. Pure;
 * nothing is invented.
 *
 * @param sent the claim that the payment answers, null where it is not on file
 */
export function gatherFacts(
  denial: Denial,
  remittance: { readonly claim: ClaimPayment; readonly header: RemittanceHeader },
  sent: Claim | null,
  parties: LetterParties,
  words: CodeWords,
): AppealFacts {
  const { claim, header } = remittance;
  const { practice, payer, office } = parties;
  const reasons = denial.decision.reasons;
  const carcs = reasons.map((r) => r.carc);
  const remarks = new Set([...reasons.flatMap((r) => r.remarks), ...claim.remarks]);
  const disputedLines = disputedLinesOf(reasons);
  const [serviceFrom, serviceTo] = serviceDatesOf(claim);
  const network = payer?.network ?? null;

  return appealFactsSchema.parse({
    appeal: {
      name: appealName(denial.payerType, denial.level),
      level: denial.level,
      decider: deciderOf(denial.payerType),
      contracted: network === null ? null : network === 'in',
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
    member: { ...memberOf(claim), bornOn: sent?.patient?.bornOn ?? null },
    claim: {
      payerClaimControlNumber: orNull(claim.payerClaimControlNumber),
      patientControlNumber: claim.claimId,
      serviceFrom,
      serviceTo: serviceTo === serviceFrom ? null : serviceTo,
      renderingProvider: nameOf(claim.parties.find((p) => p.entity === '82')),
      billedCents: claim.chargeCents,
      paidCents: claim.paidCents,
      disputedCents: denial.amountCents,
      diagnoses: sent === null ? null : diagnosesInWords(sent),
      priorAuthorization: orNull(sent?.priorAuthorizations.join(', ') ?? ''),
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
      reasons: reasonsInWords(denial, words),
    },
    stated: {
      localCoverageDetermination: remarks.has('N115'),
      nationalCoverageDetermination: remarks.has('N386'),
      experimental: carcs.some((c) => EXPERIMENTAL.has(c)),
      frequencyOrAmount: carcs.some((c) => FREQUENCY_OR_AMOUNT.has(c)),
      recordsDoNotShowNeed: [...remarks].some((r) => RECORDS_DO_NOT_SHOW_NEED.has(r)),
    },
    filing: { lastDay: denial.route === 'appeal' ? lastDayOf(denial.deadlines) : null },
  });
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
      wording: midSentence(words.carc(carc)),
      remarks: remarks.map((code) => ({ code, wording: midSentence(words.rarc(code)) })),
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

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

/** "Not necessary" → "not necessary"; "LCD criteria" stays. */
function midSentence(words: string | null): string | null {
  return words !== null && /^[A-Z][a-z ]/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
