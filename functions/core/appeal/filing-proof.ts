import { acceptanceOf } from '../claim/acknowledged.ts';
import type { Acknowledgement, ClaimAcknowledgement } from '../claim/acknowledgement.ts';
import type { Claim } from '../claim/claim.ts';
import type { Denial } from '../denial/denial.ts';

/** One time that the claim was sent, with all that was acknowledged of it, and the files that say so. */
export interface FiledClaim {
  readonly claim: Claim;
  readonly fileSha256: string;
  readonly acknowledgements: readonly {
    readonly acknowledgement: Acknowledgement;
    readonly fileSha256: string;
  }[];
}

/** By which ids and names the payer of the denial is known. */
export interface PayerNames {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** One acknowledgement that counts: it accepts this very claim. */
export interface Acceptance {
  readonly filed: FiledClaim;
  readonly acknowledgement: ClaimAcknowledgement & { readonly on: string };
  readonly fileSha256: string;
  /** Whose word it is: the payer's own, or that of a clearinghouse between. */
  readonly whose: 'payer' | 'clearinghouse';
}

export type FilingProof =
  | { readonly kind: 'proven'; readonly acceptances: readonly [Acceptance, ...Acceptance[]] }
  | { readonly kind: 'none'; readonly because: NoProof; readonly sentence: string };

export type NoProof =
  | 'claim_not_on_file'
  | 'nothing_acknowledged'
  | 'rejected'
  | 'file_only'
  | 'received_only'
  | 'other_payer'
  | 'accepted_late';

/** CARCs that say that the claim was filed late: what answers them is proof of filing, and nothing else. */
const LATE_FILING = ['29', 'B4'];

/** Whether the leading reason is late filing: by the claim, not by an attachment (164) or at another payer (166). */
export function isLateFiling({
  decision,
}: {
  readonly decision: Pick<Denial['decision'], 'reasons'>;
}): boolean {
  return LATE_FILING.includes(decision.reasons[0]?.carc ?? '');
}

/**
 * What of the acknowledgements on file proves that the claim was filed in time. Only what accepts this claim counts: a
 * rejected submission was never filed, and a 999 says of a whole file that it keeps the standard, and names no patient.
 * The first acceptance comes first, and of one day the payer's own.
 *
 * @param filed each time the same claim was sent to this payer
 * @param lastDayToFile yyyy-mm-dd where contract or statute set it; null where it is not known
 */
export function filingProofOf(
  filed: readonly FiledClaim[],
  payer: PayerNames,
  lastDayToFile: string | null,
): FilingProof {
  if (filed.length === 0) return none('claim_not_on_file');
  const acceptances = filed
    .flatMap((each) => acceptancesOf(each, payer))
    .toSorted(
      (a, b) =>
        compare(a.acknowledgement.on, b.acknowledgement.on) ||
        Number(b.whose === 'payer') - Number(a.whose === 'payer'),
    );
  const inTime = acceptances.filter(
    ({ acknowledgement }) => lastDayToFile === null || acknowledgement.on <= lastDayToFile,
  );
  const [first, ...others] = inTime;
  if (first !== undefined) return { kind: 'proven', acceptances: [first, ...others] };
  if (acceptances.length > 0) return none('accepted_late');
  const told = filed.flatMap(({ acknowledgements }) => acknowledgements.map((each) => each.acknowledgement));
  if (told.length === 0) return none('nothing_acknowledged');
  if (told.some(({ outcome }) => outcome === 'rejected')) return none('rejected');
  if (told.some(isAcceptance)) return none('other_payer');
  return none(told.every(({ kind }) => kind !== 'claim') ? 'file_only' : 'received_only');
}

/** A claim that was rejected last has not been filed that time, whatever was said of it before. */
function acceptancesOf(filed: FiledClaim, payer: PayerNames): readonly Acceptance[] {
  const last = acceptanceOf(filed.acknowledgements.map(({ acknowledgement }) => acknowledgement));
  if (last?.outcome === 'rejected') return [];
  return filed.acknowledgements.flatMap(({ acknowledgement, fileSha256 }) => {
    const { on } = acknowledgement;
    if (!isAcceptance(acknowledgement) || on === null) return [];
    const whose = acceptedBy(acknowledgement, knownAs(filed, payer));
    if (whose === 'other_payer') return [];
    return [{ filed, acknowledgement: { ...acknowledgement, on }, fileSha256, whose }];
  });
}

function isAcceptance(acknowledgement: Acknowledgement): acknowledgement is ClaimAcknowledgement {
  return acknowledgement.kind === 'claim' && acknowledgement.outcome === 'accepted';
}

/** As remittance and registry name the payer, and as the claim itself does. */
function knownAs({ claim }: FiledClaim, { ids, names }: PayerNames): PayerNames {
  const addressed = claim.coverage?.payer ?? null;
  if (addressed === null) return { ids, names };
  return { ids: [...ids, addressed.id], names: [...names, addressed.lastOrOrganisationName] };
}

/** By what it calls itself (277CA loop 2100A: PR payer, AY clearinghouse) together with its number or name. */
function acceptedBy(
  { by, sender }: ClaimAcknowledgement,
  { ids, names }: PayerNames,
): 'payer' | 'clearinghouse' | 'other_payer' {
  if (sender === 'clearinghouse') return 'clearinghouse';
  if ((by.id !== '' && ids.includes(by.id)) || names.map(plain).includes(plain(by.name))) return 'payer';
  return sender === 'payer' ? 'other_payer' : 'clearinghouse';
}

const NOTHING_COUNTS: Readonly<Record<NoProof, string>> = {
  claim_not_on_file: 'the claim as sent is not on file, and no acknowledgement of it',
  nothing_acknowledged: 'no acknowledgement of the claim is on file',
  rejected: 'what is on file says that the claim was rejected, and a rejected submission is no proof',
  file_only: 'only the file was accepted (999): that names no patient and no claim',
  received_only: 'the claim was only passed on, not accepted',
  other_payer:
    'who accepted the claim calls itself a payer, and neither its number nor its name is that of this one (if it is, enter them with the payer in the settings)',
  accepted_late: 'the first acceptance on file is of a day after the last day to file',
};

function none(because: NoProof): FilingProof {
  const sentence = `No proof of timely filing counts: ${NOTHING_COUNTS[because]}. Attach what proves it (an acceptance that names payer and patient, an earlier denial, the other payer’s decision with its date, a notice of retroactive eligibility, a letter of the payer) and choose the appeal again, or propose a write-off; a patient in the network is not billed.`;
  return { kind: 'none', because, sentence };
}

function plain(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
