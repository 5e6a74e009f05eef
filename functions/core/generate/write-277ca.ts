import { decimalOf } from '../money/cents.ts';
import { controlNumberAfter } from './adjudication.ts';
import type { DayCalendar } from './calendar.ts';
import type { Submission } from './run.ts';
import { SegmentText } from './segment-text.ts';

/** Why the front end of a payer refuses a claim: category and status of STC, by the number of the claim. */
const REFUSALS = ['A7:164', 'A7:562', 'A3:21', 'A8:496', 'A6:187'];

/** One 277CA transaction, ST to SE (005010X214): what became of each claim of a submission. */
export function writeAcknowledgement(
  { payer, practice, claims, acknowledgedOn }: Submission,
  batch: string,
  calendar: DayCalendar,
  end: string,
): string {
  const out = new SegmentText(end);
  const day = calendar.compact(acknowledgedOn);
  const refused = claims.filter(({ claim }) => claim.fate.kind === 'rejected');
  const accepted = claims.filter(({ claim }) => claim.fate.kind !== 'rejected');
  const centsOf = (list: typeof claims) => list.reduce((sum, { claim }) => sum + claim.chargeCents, 0);
  const total = decimalOf(centsOf(claims));
  out.add('ST*277*0001*005010X214');
  out.add(`BHT*0085*08*${batch}*${day}*0800*TH`);
  out.add('HL*1**20*1');
  out.add(`NM1*PR*2*${payer.name}*****PI*${payer.id}`);
  out.add(`TRN*1*${batch}`);
  out.add(`DTP*050*D8*${day}`);
  out.add(`DTP*009*D8*${day}`);
  out.add('HL*2*1*21*1');
  out.add(`NM1*41*2*${practice.name}*****46*${practice.npi}`);
  out.add(`TRN*2*${batch}`);
  out.add(`STC*A1:19:PR*${day}*WQ*${total}`);
  if (accepted.length > 0) out.add(`QTY*90*${accepted.length}`);
  if (refused.length > 0) out.add(`QTY*AA*${refused.length}`);
  if (accepted.length > 0) out.add(`AMT*YU*${decimalOf(centsOf(accepted))}`);
  if (refused.length > 0) out.add(`AMT*YY*${decimalOf(centsOf(refused))}`);
  out.add('HL*3*2*19*1');
  out.add(`NM1*85*2*${practice.name}*****XX*${practice.npi}`);
  out.add(`TRN*1*${batch}`);
  claims.forEach(({ claim, replaces }, i) => {
    const { patient } = claim;
    const isRefused = claim.fate.kind === 'rejected';
    out.add(`HL*${i + 4}*3*PT`);
    out.add(`NM1*QC*1*${patient.last}*${patient.first}*${patient.middle}***MI*${claim.memberId}`);
    out.add(`TRN*2*${claim.claimId}`);
    const status = isRefused ? `${REFUSALS[claim.number % REFUSALS.length]}*${day}*U` : `A2:20:PR*${day}*WQ`;
    out.add(`STC*${status}*${decimalOf(claim.chargeCents)}`);
    const controlNumber = replaces === null ? claim.payerClaimControlNumber : controlNumberAfter(replaces);
    if (!isRefused) out.add(`REF*1K*${controlNumber}`);
    const from = calendar.compact(claim.serviceFrom);
    out.add(
      claim.serviceFrom === claim.serviceTo
        ? `DTP*472*D8*${from}`
        : `DTP*472*RD8*${from}-${calendar.compact(claim.serviceTo)}`,
    );
  });
  out.close('0001');
  return out.text;
}
