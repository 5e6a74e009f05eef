import { decimalOf } from '../money/cents.ts';
import type { Adjustment, Party, ProviderAdjustment } from '../remittance/remittance.ts';
import type { Adjudication, PaidLine } from './adjudication.ts';
import type { DayCalendar } from './calendar.ts';
import type { MadeUpRemittance } from './run.ts';
import { SegmentText, segment } from './segment-text.ts';

const ORGANISATIONS = new Set(['TT', 'PR']);
const PAIRS_A_PLB = 6;
const TRIPLES_A_CAS = 6;

/** One 835 transaction, ST to SE (005010X221A1). */
export function writeRemittance(
  remittance: MadeUpRemittance,
  ordinal: number,
  calendar: DayCalendar,
  end: string,
): string {
  const { payer, practice, paymentCents, adjudications, providerAdjustments } = remittance;
  const out = new SegmentText(end);
  const day = calendar.compact(remittance.paidOn);
  const control = String(ordinal).padStart(4, '0');
  out.add(`ST*835*${control}*005010X221A1`);
  out.add(
    paymentCents === 0
      ? `BPR*H*0*C*NON************${day}`
      : `BPR*I*${decimalOf(paymentCents)}*C*ACH*CCP*01*999999992*DA*5550100*1${practice.tin}**01*999999992*DA*5550199*${day}`,
  );
  out.add(`TRN*1*${remittance.trace}*1990000001`);
  out.add(`REF*EV*${practice.prefix}`);
  out.add(`DTM*405*${day}`);
  out.add(`N1*PR*${payer.name}*XV*${payer.id}`);
  out.add(`N3*${payer.street}`);
  out.add(`N4*${payer.town.join('*')}`);
  out.add(`PER*BL*PROVIDER SERVICES*TE*${payer.phone}`);
  out.add(`N1*PE*${practice.name}*XX*${practice.npi}`);
  out.add(`N3*${practice.street}`);
  out.add(`N4*${practice.town.join('*')}`);
  out.add(`REF*TJ*${practice.tin}`);
  if (adjudications.length > 0) out.add('LX*1');
  for (const adjudication of adjudications) writeClaim(out, adjudication, calendar);
  writeProviderAdjustments(out, providerAdjustments, calendar.compact(remittance.fiscalYearEnd));
  out.close(control);
  return out.text;
}

function writeClaim(
  out: SegmentText,
  { payment, sent, deniedCents }: Adjudication,
  calendar: DayCalendar,
): void {
  const isReversal = payment.status === '22';
  const share = isReversal ? '' : decimalOf(payment.patientResponsibilityCents);
  const stay = sent.days > 0 ? `**${sent.diagnosisGroup}*1.2500` : '';
  out.add(
    `CLP*${payment.claimId}*${payment.status}*${decimalOf(payment.chargeCents)}*${decimalOf(payment.paidCents)}*${share}*${payment.filingIndicator}*${payment.payerClaimControlNumber}*${payment.facilityType}*${payment.frequency}${stay}`,
  );
  writeAdjustments(out, payment.adjustments);
  for (const party of payment.parties) out.add(partySegment(party));
  if (sent.days > 0) out.add(inpatientSegment(sent.days, payment.remarks));
  else if (payment.remarks.length > 0) out.add(`MOA***${payment.remarks.join('*')}`);
  for (const { qualifier, value } of payment.references) out.add(`REF*${qualifier}*${value}`);
  if (payment.statementFrom !== null) out.add(`DTM*232*${calendar.compact(payment.statementFrom)}`);
  if (payment.statementTo !== null) out.add(`DTM*233*${calendar.compact(payment.statementTo)}`);
  if (payment.receivedOn !== null) out.add(`DTM*050*${calendar.compact(payment.receivedOn)}`);
  if (payment.coverageExpiredOn !== null) out.add(`DTM*036*${calendar.compact(payment.coverageExpiredOn)}`);
  if (deniedCents > 0) out.add(`PER*CX*APPEALS*TE*${sent.payer.phone}`);
  for (const { qualifier, amountCents } of payment.amounts)
    out.add(`AMT*${qualifier}*${decimalOf(amountCents)}`);
  if (sent.days > 0 && !isReversal) out.add(`QTY*CA*${sent.days}`);
  for (const line of payment.lines) writeLine(out, line, calendar);
}

function writeLine(out: SegmentText, line: PaidLine, calendar: DayCalendar): void {
  const { procedure } = line;
  const code =
    procedure === null
      ? ''
      : procedure.modifiers.length === 0
        ? `${procedure.qualifier}:${procedure.code}`
        : `${procedure.qualifier}:${procedure.code}:${procedure.modifiers.join(':')}`;
  const revenueCode = procedure?.qualifier === 'NU' ? '' : line.revenueCode;
  const submitted = line.unitsSubmitted === null ? '' : `**${line.unitsSubmitted}`;
  out.add(
    `SVC*${code}*${decimalOf(line.chargeCents)}*${decimalOf(line.paidCents)}*${revenueCode}*${line.unitsPaid}${submitted}`,
  );
  if (line.serviceFrom !== null && line.serviceTo !== null) {
    if (line.serviceFrom === line.serviceTo) out.add(`DTM*472*${calendar.compact(line.serviceFrom)}`);
    else {
      out.add(`DTM*150*${calendar.compact(line.serviceFrom)}`);
      out.add(`DTM*151*${calendar.compact(line.serviceTo)}`);
    }
  }
  writeAdjustments(out, line.adjustments);
  for (const { qualifier, value } of line.references) out.add(`REF*${qualifier}*${value}`);
  for (const { qualifier, amountCents } of line.amounts)
    out.add(`AMT*${qualifier}*${decimalOf(amountCents)}`);
  for (const remark of line.remarks) out.add(`LQ*HE*${remark}`);
}

/** One CAS for each run of adjustments of one group, six in a segment. */
function writeAdjustments(out: SegmentText, adjustments: readonly Adjustment[]): void {
  let text = '';
  let triples = 0;
  let group = '';
  let blank = '';
  for (const { group: next, carc, amountCents, quantity } of adjustments) {
    if (next !== group || triples === TRIPLES_A_CAS) {
      if (text !== '') out.add(text);
      text = `CAS*${next}`;
      group = next;
      triples = 0;
      blank = '';
    }
    text += `${blank}*${carc}*${decimalOf(amountCents)}`;
    if (quantity !== null) text += `*${quantity}`;
    blank = quantity === null ? '*' : '';
    triples++;
  }
  if (text !== '') out.add(text);
}

function partySegment({
  entity,
  lastOrOrganisationName,
  firstName,
  middleName,
  idQualifier,
  id,
}: Party): string {
  const kind = ORGANISATIONS.has(entity) ? '2' : '1';
  return `NM1*${entity}*${kind}*${lastOrOrganisationName}*${firstName}*${middleName}***${idQualifier}*${id}`;
}

/** MIA: covered days, and remarks at 05 and 20 to 23. */
function inpatientSegment(days: number, [first = '', ...others]: readonly string[]): string {
  return segment('MIA', String(days), '', '', '', first, ...Array<string>(14).fill(''), ...others);
}

function writeProviderAdjustments(
  out: SegmentText,
  pairs: readonly ProviderAdjustment[],
  yearEnd: string,
): void {
  for (let i = 0; i < pairs.length; i += PAIRS_A_PLB) {
    const part = pairs.slice(i, i + PAIRS_A_PLB);
    const elements = part.map(
      ({ reason, reference, amountCents }) =>
        `${reference === '' ? reason : `${reason}:${reference}`}*${decimalOf(amountCents)}`,
    );
    out.add(`PLB*${pairs[0]?.providerId}*${yearEnd}*${elements.join('*')}`);
  }
}
