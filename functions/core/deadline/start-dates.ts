import type { PayerType } from '../payer/profile.ts';
import { isDatedAhead } from '../remittance/dated-ahead.ts';
import type { ClaimPayment, RemittanceHeader, ServiceLine } from '../remittance/remittance.ts';
import { type CalendarDate, parseCalendarDate, yearOf } from '../time/calendar-date.ts';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../time/federal-holidays.ts';
import type { StartEvent } from './rule.ts';

/** Where a clock starts: a day, or the reason why nobody can say so from this remittance. */
export type StartDate =
  | {
      readonly kind: 'known';
      readonly startsOn: CalendarDate;
      readonly countedFrom: string;
      /** The element of the remittance, or the id of the paper, that carries the date. */
      readonly evidence: string;
    }
  | { readonly kind: 'unknown'; readonly countedFrom: string; readonly note: string };

export type StartDateOf = (event: StartEvent) => StartDate;

/** What the clocks look at in a ClaimPayment, and nothing of the patient. Every ClaimPayment is one. */
export type DatedClaim = Pick<
  ClaimPayment,
  'filingIndicator' | 'statementFrom' | 'statementTo' | 'receivedOn' | 'remarks'
> & {
  readonly lines: readonly Pick<
    ServiceLine,
    'ordinal' | 'revenueCode' | 'serviceFrom' | 'serviceTo' | 'remarks'
  >[];
};
/** The same of the header of a remittance. */
export type DatedHeader = Pick<RemittanceHeader, 'producedOn' | 'paidOn'>;

/** Start dates that a person read from a letter, each with the id of what it was read from. */
export type DatesOnPaper = Readonly<
  Partial<Record<StartEvent, { readonly on: string; readonly evidence: string }>>
>;

/** A clock that starts closer to either end of the holiday table could run, or be led, out of it. */
const FIRST_START_YEAR = FIRST_HOLIDAY_YEAR + 1;
const LAST_START_YEAR = LAST_HOLIDAY_YEAR - 6;

/**
 * The start dates that a remittance carries, and those read from paper, which win.
 * The notice date is the earlier of DTM*405 and BPR16. Dates that cannot all be true (service after receipt of the
 * claim, receipt after the notice, a period that ends before it begins) give no date but the reason why; so do dates
 * after the day on which the remittance was at hand.
 *
 * @param atHandOn yyyy-mm-dd: the day it came, or a later one; null = not known, nothing is compared with it
 */
export function startDatesOf(
  claim: DatedClaim,
  header: DatedHeader,
  payerType: PayerType,
  onPaper: DatesOnPaper = {},
  atHandOn: string | null = null,
): StartDateOf {
  const atHand = parseCalendarDate(atHandOn);
  const notice = noticeDateOf(claim, header, atHand);
  // Several rules of a claim ask for the same date.
  const service: { service_from: StartDate | null; service_through: StartDate | null } = {
    service_from: null,
    service_through: null,
  };
  const serviceDate = (event: 'service_from' | 'service_through') => {
    service[event] ??= serviceDateOf(event, claim, notice, atHand);
    return service[event];
  };
  return (event) => {
    const read = onPaper[event];
    if (read !== undefined) return startOnPaper(event, read.on, read.evidence, 'Enter it again.');
    switch (event) {
      case 'remittance_date':
        return notice;
      case 'service_date':
        return isInstitutional(claim, payerType)
          ? serviceDate('service_through')
          : serviceDate('service_from');
      case 'service_from':
      case 'service_through':
        return serviceDate(event);
      case 'records_request_letter':
      case 'filing_exception_notice':
      case 'demand_letter':
      case 'previous_decision':
      case 'final_internal_denial':
      case 'negotiation_start':
      case 'third_party_decision':
      case 'emergency_care_ended':
        return unknown(
          START_IN_WORDS[event],
          `Counted from the ${START_IN_WORDS[event]}, which a remittance does not carry: enter it.`,
        );
    }
  };
}

/** What a clock is counted from, as a biller says it. */
export const START_IN_WORDS: { readonly [event in StartEvent]: string } = {
  remittance_date: 'remittance date',
  service_date: 'date of service',
  service_from: 'first date of service',
  service_through: 'through date of the claim',
  records_request_letter: 'date of the request letter',
  filing_exception_notice: 'end of the month of the notice that opens the exception',
  demand_letter: 'date of the demand letter',
  previous_decision: 'date of the decision before',
  final_internal_denial: 'receipt of the final internal denial',
  negotiation_start: 'start of the open negotiation',
  third_party_decision: 'decision of the other payer',
  emergency_care_ended: 'discharge, death, or end of the efforts to be paid by others',
};

/** A date of a remittance and where in it. */
interface FoundDate {
  readonly on: CalendarDate;
  readonly evidence: string;
}

function noticeDateOf(claim: DatedClaim, header: DatedHeader, atHandOn: CalendarDate | null): StartDate {
  const produced = found(header.producedOn, 'DTM*405');
  const paid = found(header.paidOn, 'BPR16');
  const notice = produced === null || (paid !== null && paid.on < produced.on) ? paid : produced;
  if (notice === null) {
    return unknown(
      'remittance date',
      'The remittance carries no usable date (BPR16, DTM*405): enter the date of the notice.',
    );
  }
  if (atHandOn !== null && isDatedAhead(notice === paid ? 'paid' : 'made', notice.on, atHandOn)) {
    return unknown(
      'remittance date',
      `The remittance date ${notice.on} (${notice.evidence}) is after the day the file came: take the date of the notice from the payer.`,
    );
  }
  const received = countable(claim.receivedOn);
  if (received !== null && received > notice.on) {
    return unknown(
      'remittance date',
      `The remittance date ${notice.on} (${notice.evidence}) is before the payer received the claim, ${received} (DTM*050): take the date of the notice from the payer.`,
    );
  }
  return known('remittance date', notice);
}

/** Professional claims: 42 CFR 424.44 counts from the line's "from" date, so the earliest line starts the clock. */
function fromDateOf(claim: DatedClaim): FoundDate | null {
  const statement = statementStart(claim);
  let from: FoundDate | null = null;
  for (const { ordinal, serviceFrom } of claim.lines) {
    // 835 TR3: a line without a date has the dates of the statement.
    const on = countable(serviceFrom);
    if (on === null) from = earlierFound(from, statement);
    else if (from === null || on < from.on) from = { on, evidence: `service date of line ${ordinal}` };
  }
  return from ?? statement;
}

/** The statement's end names the "through" date; without one, the last line does, and a lone start is both. */
function throughDateOf(claim: DatedClaim): FoundDate | null {
  const statement = found(claim.statementTo, 'DTM*233');
  if (statement !== null) return statement;
  let through: FoundDate | null = null;
  for (const { ordinal, serviceTo, serviceFrom } of claim.lines) {
    const on = countable(serviceTo ?? serviceFrom);
    if (on !== null && (through === null || on > through.on))
      through = { on, evidence: `service date of line ${ordinal}` };
  }
  return through ?? statementStart(claim);
}

function earlierFound(a: FoundDate | null, b: FoundDate | null): FoundDate | null {
  if (a === null || b === null) return a ?? b;
  return b.on < a.on ? b : a;
}

function statementStart(claim: DatedClaim): FoundDate | null {
  return found(claim.statementFrom, 'DTM*232');
}

/** CLP08 cannot tell: 11 is an office and a hospital. Revenue codes and claims without lines are institutional. */
function isInstitutional(claim: DatedClaim, payerType: PayerType): boolean {
  if (payerType === 'medicare_part_a') return true;
  if (payerType === 'medicare_dme' || claim.filingIndicator === 'MB') return false;
  return claim.lines.length === 0 || claim.lines.some((line) => line.revenueCode !== '');
}

function serviceDateOf(
  event: 'service_from' | 'service_through',
  claim: DatedClaim,
  notice: StartDate,
  atHandOn: CalendarDate | null,
): StartDate {
  const countedFrom = START_IN_WORDS[event];
  const date = event === 'service_from' ? fromDateOf(claim) : throughDateOf(claim);
  if (date === null) {
    return unknown(
      countedFrom,
      'The remittance carries no usable service date: take it from the claim as sent.',
    );
  }
  const contradiction =
    atHandOn !== null && isDatedAhead('made', date.on, atHandOn)
      ? `The service date ${date.on} is after the day the file came`
      : contradictionOf(date.on, claim, notice);
  return contradiction === null
    ? known(countedFrom, date)
    : unknown(countedFrom, `${contradiction}: take the right one from the claim as sent.`);
}

/** Why a service date cannot be right beside the other dates of the claim; null where nothing speaks against it. */
function contradictionOf(service: CalendarDate, claim: DatedClaim, notice: StartDate): string | null {
  if (notice.kind === 'known' && service > notice.startsOn)
    return 'The service date is after the remittance date';
  const received = countable(claim.receivedOn);
  if (received !== null && service > received)
    return `The service date is after the day the payer received the claim (DTM*050, ${received})`;
  if (endsBeforeItBegins(claim.statementFrom, claim.statementTo))
    return 'The statement ends before it begins (DTM*232, DTM*233)';
  const line = claim.lines.find(({ serviceFrom, serviceTo }) => endsBeforeItBegins(serviceFrom, serviceTo));
  if (line !== undefined) return `The service of line ${line.ordinal} ends before it begins`;
  const outside = claim.lines.find((other) => isOutsideStatement(other, claim));
  return outside === undefined
    ? null
    : `The service of line ${outside.ordinal} is outside the period of the statement (DTM*232, DTM*233)`;
}

/** Of a statement with both ends; a lone start is a day, not a period. */
function isOutsideStatement(
  { serviceFrom, serviceTo }: DatedClaim['lines'][number],
  { statementFrom, statementTo }: DatedClaim,
): boolean {
  const [from, to] = [countable(statementFrom), countable(statementTo)];
  if (from === null || to === null) return false;
  const [first, last] = [countable(serviceFrom), countable(serviceTo ?? serviceFrom)];
  return (first !== null && (first < from || first > to)) || (last !== null && last > to);
}

function endsBeforeItBegins(from: string | null, to: string | null): boolean {
  const [first, last] = [countable(from), countable(to)];
  return first !== null && last !== null && last < first;
}

/** A start that a person read from a letter; `toDo` is said where there is no date, or none of the calendar. */
export function startOnPaper(
  event: StartEvent,
  on: string | null,
  evidence: string,
  toDo: string,
): StartDate {
  const countedFrom = START_IN_WORDS[event];
  const date = countable(on);
  if (date !== null) return known(countedFrom, { on: date, evidence });
  return unknown(countedFrom, on === null ? toDo : `${on} is no usable date. ${toDo}`);
}

function found(text: string | null, evidence: string): FoundDate | null {
  const on = countable(text);
  return on === null ? null : { on, evidence };
}

/** Texts of days and what they are: a file names the same few days thousands of times. Never changes an answer. */
const COUNTABLE = new Map<string, CalendarDate | null>();
const COUNTABLE_AT_MOST = 10_000;

/** A date inside the years that holidays are known for; fillers such as 1900-01-01 are none. */
function countable(text: string | null): CalendarDate | null {
  if (text === null) return null;
  const known = COUNTABLE.get(text);
  if (known !== undefined) return known;
  const parsed = parseCalendarDate(text);
  const isWithin = parsed !== null && yearOf(parsed) >= FIRST_START_YEAR && yearOf(parsed) <= LAST_START_YEAR;
  const date = isWithin ? parsed : null;
  if (COUNTABLE.size >= COUNTABLE_AT_MOST) COUNTABLE.clear();
  COUNTABLE.set(text, date);
  return date;
}

function known(countedFrom: string, { on, evidence }: FoundDate): StartDate {
  return { kind: 'known', startsOn: on, countedFrom, evidence };
}

function unknown(countedFrom: string, note: string): StartDate {
  return { kind: 'unknown', countedFrom, note };
}
