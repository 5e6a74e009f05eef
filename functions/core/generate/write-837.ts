import { decimalOf } from '../money/cents.ts';
import type { DayCalendar } from './calendar.ts';
import type { SentClaim, SentLine } from './claim.ts';
import type { Patient } from './patients.ts';
import type { MadeUpPayer } from './payers.ts';
import type { Submission, SubmittedClaim } from './run.ts';
import { CLEARINGHOUSE, SegmentText } from './segment-text.ts';

export const VERSION_OF = { professional: '005010X222A1', institutional: '005010X223A2' } as const;
const TURNS = ['P', 'S', 'T'];

/** One 837 transaction, ST to SE: the claims of a submission, which are all of one form. */
export function writeSubmission(
  submission: Submission,
  batch: string,
  calendar: DayCalendar,
  end: string,
): string {
  const { payer, practice, claims } = submission;
  const form = claims[0]?.claim.form ?? 'professional';
  const out = new SegmentText(end);
  out.add(`ST*837*0001*${VERSION_OF[form]}`);
  out.add(`BHT*0019*00*${batch}*${calendar.compact(submission.submittedOn)}*0700*CH`);
  out.add(`NM1*41*2*${practice.name}*****46*${practice.npi}`);
  out.add(`PER*IC*BILLING OFFICE*TE*${practice.phone}`);
  out.add(`NM1*40*2*LANTERN CLEARINGHOUSE*****46*${CLEARINGHOUSE}`);
  out.add('HL*1**20*1');
  out.add(`PRV*BI*PXC*${practice.taxonomy}`);
  out.add(`NM1*85*2*${practice.name}*****XX*${practice.npi}`);
  out.add(`N3*${practice.street}`);
  out.add(`N4*${practice.town.join('*')}`);
  out.add(`REF*EI*${practice.tin}`);
  let level = 1;
  for (const submitted of claims) level = writeClaim(out, submitted, payer, level, calendar);
  out.close('0001');
  return out.text;
}

/** @returns the number of the last HL written. */
function writeClaim(
  out: SegmentText,
  { claim, replaces }: SubmittedClaim,
  payer: MadeUpPayer,
  lastLevel: number,
  calendar: DayCalendar,
): number {
  const { patient, subscriber } = claim;
  const insured = subscriber ?? patient;
  let level = lastLevel + 1;
  out.add(`HL*${level}*1*22*${subscriber === null ? 0 : 1}`);
  const group = payer.costShare === 'plan' ? `${payer.prefix}G${100 + (patient.number % 900)}` : '';
  out.add(`SBR*${TURNS[claim.turn - 1]}*${subscriber === null ? '18' : ''}*${group}******${payer.filing}`);
  writePerson(out, 'IL', insured, `MI*${claim.memberId}`, claim, calendar);
  out.add(`NM1*PR*2*${payer.name}*****PI*${payer.id}`);
  if (subscriber !== null) {
    level++;
    out.add(`HL*${level}*${level - 1}*23*0`);
    out.add('PAT*19');
    writePerson(out, 'QC', patient, '', claim, calendar);
  }
  writeClaimLoop(out, claim, replaces, calendar);
  return level;
}

function writePerson(
  out: SegmentText,
  entity: string,
  { last, first, middle, street, bornOn, gender }: Patient,
  id: string,
  { practice }: SentClaim,
  calendar: DayCalendar,
): void {
  const name = middle === '' && id === '' ? `${last}*${first}` : `${last}*${first}*${middle}`;
  out.add(`NM1*${entity}*1*${name}${id === '' ? '' : `***${id}`}`);
  out.add(`N3*${street}`);
  out.add(`N4*${practice.town.join('*')}`);
  out.add(`DMG*D8*${calendar.compact(bornOn)}*${gender}`);
}

function writeClaimLoop(
  out: SegmentText,
  claim: SentClaim,
  replaces: string | null,
  calendar: DayCalendar,
): void {
  const frequency = replaces === null ? '1' : '7';
  const isInstitutional = claim.form === 'institutional';
  const place = isInstitutional
    ? `${claim.billType}:A:${frequency}*`
    : `${claim.placeOfService}:B:${frequency}*Y`;
  out.add(`CLM*${claim.claimId}*${decimalOf(claim.chargeCents)}***${place}*A*Y*Y`);
  const from = calendar.compact(claim.serviceFrom);
  const to = calendar.compact(claim.serviceTo);
  if (isInstitutional) {
    out.add(`DTP*434*RD8*${from}-${to}`);
    if (claim.days > 0) out.add(`DTP*435*DT*${from}0900`);
    out.add('CL1*3*1*01');
  }
  if (replaces !== null) out.add(`REF*F8*${replaces}`);
  if (claim.priorAuthorization !== null) out.add(`REF*G1*${claim.priorAuthorization}`);
  out.add(`REF*D9*${claim.claimId}`);
  writeDiagnoses(out, claim);
  const { rendering } = claim;
  if (isInstitutional) out.add(`NM1*71*1*${rendering.last}*${rendering.first}****XX*${rendering.npi}`);
  else {
    out.add(`NM1*82*1*${rendering.last}*${rendering.first}****XX*${rendering.npi}`);
    out.add(`PRV*PE*PXC*${claim.practice.taxonomy}`);
  }
  if (claim.earlierPayer !== null) writeEarlierPayer(out, claim, claim.earlierPayer);
  claim.lines.forEach((line, i) => {
    writeLine(out, claim, line, i + 1, calendar);
  });
}

function writeDiagnoses(out: SegmentText, { form, diagnoses, days, diagnosisGroup }: SentClaim): void {
  const [principal, ...others] = diagnoses;
  if (form === 'professional') {
    out.add(`HI*ABK:${principal}${others.map((code) => `*ABF:${code}`).join('')}`);
    return;
  }
  out.add(`HI*ABK:${principal}`);
  if (days > 0) out.add(`HI*ABJ:${principal}`);
  if (days > 0) out.add(`HI*DR:${diagnosisGroup}`);
  if (others.length > 0) out.add(`HI${others.map((code) => `*ABF:${code}`).join('')}`);
}

/** Loops 2320 and 2330: who paid before, and what. */
function writeEarlierPayer(out: SegmentText, claim: SentClaim, payer: MadeUpPayer): void {
  const paidCents = claim.lines.reduce((sum, { earlier }) => sum + (earlier?.paidCents ?? 0), 0);
  const { patient, subscriber } = claim;
  const insured = subscriber ?? patient;
  out.add(`SBR*${TURNS[claim.turn - 2]}*${subscriber === null ? '18' : '19'}*******${payer.filing}`);
  out.add(`AMT*D*${decimalOf(paidCents)}`);
  out.add('OI***Y***Y');
  out.add(`NM1*IL*1*${insured.last}*${insured.first}****MI*${payer.prefix}${1_000_000 + insured.number}`);
  out.add(`NM1*PR*2*${payer.name}*****PI*${payer.id}`);
}

function writeLine(
  out: SegmentText,
  claim: SentClaim,
  line: SentLine,
  ordinal: number,
  calendar: DayCalendar,
): void {
  const { service, units } = line;
  const procedure = service.code === '' ? '' : ['HC', service.code, ...service.modifiers].join(':');
  const charge = decimalOf(line.chargeCents);
  out.add(`LX*${ordinal}`);
  if (claim.form === 'institutional') {
    out.add(
      `SV2*${service.revenueCode}*${procedure}*${charge}*${service.revenueCode === '0120' ? 'DA' : 'UN'}*${units}`,
    );
  } else out.add(`SV1*${procedure}*${charge}*UN*${units}***${line.pointers.join(':')}`);
  const from = calendar.compact(line.from);
  out.add(line.from === line.to ? `DTP*472*D8*${from}` : `DTP*472*RD8*${from}-${calendar.compact(line.to)}`);
  out.add(`REF*6R*${line.controlNumber}`);
  if (line.earlier === null || claim.earlierPayer === null) return;
  const { paidCents, contractualCents, patientCents } = line.earlier;
  out.add(
    `SVD*${claim.earlierPayer.id}*${decimalOf(paidCents)}*${procedure}*${service.revenueCode}*${units}`,
  );
  out.add(`CAS*CO*45*${decimalOf(contractualCents)}`);
  out.add(`CAS*PR*2*${decimalOf(patientCents)}`);
  out.add(`DTP*573*D8*${calendar.compact(claim.serviceTo)}`);
}
