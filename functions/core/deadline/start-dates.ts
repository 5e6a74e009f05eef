import type { PayerType } from '../payer/profile.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import { type CalendarDate, earlierOf, parseCalendarDate, yearOf } from '../time/calendar-date.ts';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../time/federal-holidays.ts';
import type { StartEvent } from './rule.ts';

/** Where a clock starts: a day, or the reason why nobody can say so from this remittance. */
export type StartDate =
  | { readonly kind: 'known'; readonly startsOn: CalendarDate; readonly countedFrom: string }
  | { readonly kind: 'unknown'; readonly countedFrom: string; readonly note: string };

/** A clock that starts closer to either end of the holiday table could run, or be led, out of it. */
const FIRST_START_YEAR = FIRST_HOLIDAY_YEAR + 1;
const LAST_START_YEAR = LAST_HOLIDAY_YEAR - 5;

/**
 * The start dates that a remittance carries, read on first use.
 * The notice date is the earlier of DTM*405 and BPR16; a service date after it contradicts it and is not used.
 */
export function startDatesOf(
  claim: ClaimPayment,
  header: RemittanceHeader,
  payerType: PayerType,
): (event: StartEvent) => StartDate {
  const notice = noticeDateOf(header);
  return (event) => {
    switch (event) {
      case 'remittance_date':
        return notice === null
          ? unknown(
              'remittance date',
              'The remittance carries no usable date (BPR16, DTM*405): enter the date of the notice.',
            )
          : known('remittance date', notice);
      case 'service_date':
        return isInstitutional(claim, payerType)
          ? serviceDate('through date of the claim', throughDateOf(claim), notice)
          : serviceDate('first date of service', fromDateOf(claim), notice);
      case 'service_from':
        return serviceDate('first date of service', fromDateOf(claim), notice);
      case 'service_through':
        return serviceDate('through date of the claim', throughDateOf(claim), notice);
      case 'records_request_letter':
        return onPaper('date of the request letter');
      case 'filing_exception_notice':
        return onPaper('end of the month of the notice that opens the exception');
      case 'demand_letter':
        return onPaper('date of the demand letter');
      case 'previous_decision':
        return onPaper('date of the decision before');
      case 'final_internal_denial':
        return onPaper('receipt of the final internal denial');
      case 'negotiation_start':
        return onPaper('start of the open negotiation');
      case 'third_party_decision':
        return onPaper('decision of the other payer');
    }
  };
}

function noticeDateOf(header: RemittanceHeader): CalendarDate | null {
  return earlierOf(countable(header.producedOn), countable(header.paidOn));
}

/** Professional claims: 42 CFR 424.44 counts from the line's "from" date, so the earliest line starts the clock. */
function fromDateOf(claim: ClaimPayment): CalendarDate | null {
  let from: CalendarDate | null = null;
  for (const line of claim.lines) {
    // 835 TR3: a line without a date has the dates of the statement.
    from = earlierOf(from, countable(line.serviceFrom ?? claim.statementFrom));
  }
  return from ?? countable(claim.statementFrom);
}

/** The statement's end names the "through" date; without one, the last line does, and a lone start is both. */
function throughDateOf(claim: ClaimPayment): CalendarDate | null {
  const statement = countable(claim.statementTo);
  if (statement !== null) return statement;
  let through: CalendarDate | null = null;
  for (const line of claim.lines) {
    const to = countable(line.serviceTo ?? line.serviceFrom);
    if (to !== null && (through === null || to > through)) through = to;
  }
  return through ?? countable(claim.statementFrom);
}

/** CLP08 cannot tell: 11 is an office and a hospital. Revenue codes and claims without lines are institutional. */
function isInstitutional(claim: ClaimPayment, payerType: PayerType): boolean {
  if (payerType === 'medicare_part_a') return true;
  if (payerType === 'medicare_dme' || claim.filingIndicator === 'MB') return false;
  return claim.lines.length === 0 || claim.lines.some((line) => line.revenueCode !== '');
}

function serviceDate(countedFrom: string, date: CalendarDate | null, notice: CalendarDate | null): StartDate {
  if (date === null) {
    return unknown(
      countedFrom,
      'The remittance carries no usable service date: take it from the claim as sent.',
    );
  }
  if (notice !== null && date > notice) {
    return unknown(
      countedFrom,
      'The service date is after the remittance date: take the right one from the claim as sent.',
    );
  }
  return known(countedFrom, date);
}

/** A date inside the years that holidays are known for; fillers such as 1900-01-01 are none. */
function countable(text: string | null): CalendarDate | null {
  const date = parseCalendarDate(text);
  if (date === null || yearOf(date) < FIRST_START_YEAR || yearOf(date) > LAST_START_YEAR) return null;
  return date;
}

function known(countedFrom: string, startsOn: CalendarDate): StartDate {
  return { kind: 'known', startsOn, countedFrom };
}

function unknown(countedFrom: string, note: string): StartDate {
  return { kind: 'unknown', countedFrom, note };
}

function onPaper(countedFrom: string): StartDate {
  return unknown(
    countedFrom,
    `Counted from the ${countedFrom}, which a remittance does not carry: enter it.`,
  );
}
