import { clocksOf } from '../../functions/core/deadline/clocks.ts';
import type { CompiledClocks } from '../../functions/core/deadline/compile.ts';
import type { Deadline } from '../../functions/core/deadline/deadline.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { factsOfRemittance } from '../../functions/core/denial/known-facts.ts';
import { addCents } from '../../functions/core/money/sum.ts';
import { type KnownPayer, type PayerProfile, payerProfileOf } from '../../functions/core/payer/profile.ts';
import { datedAheadNotice } from '../../functions/core/remittance/dated-ahead.ts';
import type {
  ClaimPayment,
  ReaderEvent,
  ReadingNotice,
  RemittanceHeader,
  RemittanceTrailer,
} from '../../functions/core/remittance/remittance.ts';
import type { CompiledRulebook } from '../../functions/core/rulebook/compile.ts';
import type { CalendarDate } from '../../functions/core/time/calendar-date.ts';
import type { ClaimLine, RemittanceLine, SummaryLine, TriageLine } from './lines.ts';

/** By what a run decides; without a rulebook it only reads, and says nothing of denials. */
export type TriageRules = { readonly payers: readonly KnownPayer[] } & (
  | { readonly rulebook: CompiledRulebook; readonly clocks: CompiledClocks }
  | { readonly rulebook: null }
);

interface Tally {
  claims: number;
  denials: number;
  deniedCents: number;
  byRoute: Map<string, number>;
  payerType: PayerProfile['payerType'] | null;
}

const emptyTally = (): Tally => ({
  claims: 0,
  denials: 0,
  deniedCents: 0,
  byRoute: new Map(),
  payerType: null,
});

/**
 * Turns what the reader reports into the lines of the triage interface, and keeps the figures of the run.
 * Claims count only once their transaction is complete: one that breaks off is an exception, not a reading.
 */
export class TriageRun {
  readonly #rules: TriageRules;
  readonly #decisionOf: DecisionLineOf | null;
  readonly #seen = new Set<string>();
  readonly #run = emptyTally();
  readonly #profiles = new Map<string, PayerProfile>();
  #profilesOf: RemittanceHeader | null = null;
  #current = emptyTally();
  #files = 0;
  #transactions = 0;
  #exceptions = 0;
  #warnings = 0;
  /** Transaction sets of the file at hand that triage does not read, and whether anything else was in it. */
  #otherSets = new Set<string>();
  #foundInFile = false;

  readonly #today: CalendarDate | null;

  /** @param today no date of a remittance counts that is after it; null = not compared */
  constructor(rules: TriageRules, today: CalendarDate | null = null) {
    this.#rules = rules;
    this.#today = today;
    this.#decisionOf = rules.rulebook === null ? null : decidingBy(rules.rulebook, rules.clocks, today);
  }

  startFile(): void {
    this.#files += 1;
    this.#current = emptyTally();
    this.#otherSets = new Set();
    this.#foundInFile = false;
  }

  /** A file of other transactions alone (claims, acknowledgements) was not read: that is an exception, not a warning. */
  endFile(file: string): TriageLine | null {
    if (this.#foundInFile || this.#otherSets.size === 0) return null;
    const sets = [...this.#otherSets].sort().join(', ');
    return this.exceptionLine(file, {
      code: 'no_remittance',
      message: `The file holds no 835 remittance, only transactions of type ${sets}. Triage reads remittances.`,
      transaction: null,
      ordinal: null,
      segment: null,
      byteOffset: null,
    });
  }

  /** The line for one event, or null where the event has none. */
  lineOf(file: string, event: ReaderEvent): TriageLine | null {
    switch (event.kind) {
      case 'header':
        this.#current = emptyTally();
        this.#foundInFile = true;
        return this.#aheadLine(file, event.header);
      case 'claim':
        return this.#claimLine(file, event.header, event.claim);
      case 'remittance':
        return this.#remittanceLine(file, event.header, event.trailer);
      case 'exception':
        return this.exceptionLine(file, event.notice);
      case 'other_transaction':
        this.#otherSets.add(event.set);
        this.#warnings += 1;
        return { type: 'warning', file, ...noticeFields(event.notice) };
      case 'warning':
        this.#warnings += 1;
        return { type: 'warning', file, ...noticeFields(event.notice) };
    }
  }

  #aheadLine(file: string, header: RemittanceHeader): TriageLine | null {
    const notice = this.#today === null ? null : datedAheadNotice(header, this.#today);
    if (notice === null) return null;
    this.#warnings += 1;
    return { type: 'warning', file, ...noticeFields(notice) };
  }

  exceptionLine(file: string, notice: ReadingNotice): TriageLine {
    this.#exceptions += 1;
    this.#foundInFile = true;
    return { type: 'exception', file, ...noticeFields(notice) };
  }

  summary(): SummaryLine {
    return {
      type: 'summary',
      files: this.#files,
      transactions: this.#transactions,
      claims: this.#run.claims,
      ...(this.#decisionOf === null
        ? {}
        : {
            denials: this.#run.denials,
            deniedCents: this.#run.deniedCents,
            byRoute: Object.fromEntries([...this.#run.byRoute].sort(([a], [b]) => (a < b ? -1 : 1))),
          }),
      exceptions: this.#exceptions,
      warnings: this.#warnings,
    };
  }

  #claimLine(file: string, header: RemittanceHeader, claim: ClaimPayment): ClaimLine {
    const payer = this.#profileOf(header, claim.filingIndicator);
    const current = this.#current;
    current.claims += 1;
    if (current.payerType === null || current.payerType === 'unknown') current.payerType = payer.payerType;
    const line: ClaimLine = {
      type: 'claim',
      file,
      transaction: header.transaction,
      ordinal: header.ordinal,
      claimId: claim.claimId,
      payerClaimControlNumber: claim.payerClaimControlNumber,
      status: claim.status,
      chargeCents: claim.chargeCents,
      paidCents: claim.paidCents,
      patientResponsibilityCents: claim.patientResponsibilityCents,
    };
    if (this.#decisionOf === null) return line;
    line.decision = this.#decisionOf(claim, header, payer);
    if (line.decision?.class === 'denial') {
      const { amountCents, route } = line.decision;
      current.denials += 1;
      current.deniedCents = addCents(current.deniedCents, amountCents);
      current.byRoute.set(route, (current.byRoute.get(route) ?? 0) + 1);
    }
    return line;
  }

  /** Profiles of the remittance at hand, by CLP06. */
  #profileOf(header: RemittanceHeader, filingIndicator: string): PayerProfile {
    if (this.#profilesOf !== header) {
      this.#profilesOf = header;
      this.#profiles.clear();
    }
    const known = this.#profiles.get(filingIndicator);
    if (known !== undefined) return known;
    const profile = payerProfileOf(header.payer, filingIndicator, this.#rules.payers);
    this.#profiles.set(filingIndicator, profile);
    return profile;
  }

  #remittanceLine(file: string, header: RemittanceHeader, trailer: RemittanceTrailer): RemittanceLine {
    const current = this.#current;
    const repeat = this.#seen.has(trailer.remittanceId);
    this.#seen.add(trailer.remittanceId);
    this.#transactions += 1;
    this.#run.claims += current.claims;
    if (!repeat) {
      this.#run.denials += current.denials;
      this.#run.deniedCents = addCents(this.#run.deniedCents, current.deniedCents);
      for (const [route, count] of current.byRoute) {
        this.#run.byRoute.set(route, (this.#run.byRoute.get(route) ?? 0) + count);
      }
    }
    const type = current.payerType ?? payerProfileOf(header.payer, '', this.#rules.payers).payerType;
    this.#current = emptyTally();
    return {
      type: 'remittance',
      file,
      transaction: header.transaction,
      ordinal: header.ordinal,
      remittanceId: trailer.remittanceId,
      repeat,
      payer: { id: header.payer.id, name: header.payer.name, type },
      payee: { npi: header.payee.npi, tin: header.payee.tin, name: header.payee.name },
      traceNumber: header.traceNumber,
      paymentCents: header.paymentCents,
      balanced: trailer.balanced,
      imbalanceCents: trailer.imbalanceCents,
      claims: current.claims,
      ...(this.#decisionOf === null ? {} : { denials: current.denials }),
    };
  }
}

type DecisionLine = ClaimLine['decision'];
type DecisionLineOf = (
  claim: ClaimPayment,
  header: RemittanceHeader,
  payer: PayerProfile,
) => NonNullable<DecisionLine> | null;

function decidingBy(
  rulebook: CompiledRulebook,
  clocks: CompiledClocks,
  today: CalendarDate | null,
): DecisionLineOf {
  const atHand = today === null ? {} : { atHandOn: today };
  return (claim, header, payer) => {
    const decision = decideClaim(claim, payer, rulebook, factsOfRemittance(header, rulebook));
    if (decision === null) return null;
    return {
      class: decision.class,
      level: decision.level,
      amountCents: decision.amountCents,
      category: decision.category,
      route: decision.route,
      mechanism: decision.mechanism,
      appealable: decision.appealable,
      ruleId: decision.ruleId,
      rulebookVersion: decision.rulebookVersion,
      reasons: decision.reasons,
      deadlines: clocksOf({ decision, claim, header, payer, ...atHand }, clocks).map(deadlineLineOf),
      explanation: decision.explanation,
    };
  };
}

function deadlineLineOf({ kind, level, safeBy, lastDay, sendBy, basis }: Deadline) {
  return { kind, level, safeBy, lastDay, sendBy, basis };
}

function noticeFields({ transaction, ordinal, segment, code, message }: ReadingNotice) {
  return { transaction, ordinal, segment, code, message };
}
