import { tagOf } from '../x12/segments.ts';

// 837
/** Beginning of hierarchical transaction: reference, purpose, date. */
export const BHT = tagOf('BHT');
/** Hierarchical level: 20 provider or source, 21 receiver, 22 subscriber, 23 dependent, 19 provider of service, PT patient. */
export const HL = tagOf('HL');
/** Provider information: taxonomy. */
export const PRV = tagOf('PRV');
/** Subscriber information: order of payers, group, kind of coverage. */
export const SBR = tagOf('SBR');
/** Patient information: relationship to the subscriber. */
export const PAT = tagOf('PAT');
/** Demographic information: birth date and sex. */
export const DMG = tagOf('DMG');
/** Claim information. */
export const CLM = tagOf('CLM');
/** Health care codes: diagnoses, procedures, occurrences, values. */
export const HI = tagOf('HI');
/** Claim supplemental information: attachments. */
export const PWK = tagOf('PWK');
/** Note. */
export const NTE = tagOf('NTE');
/** Professional service. */
export const SV1 = tagOf('SV1');
/** Institutional service. */
export const SV2 = tagOf('SV2');
/** Dental service. */
export const SV3 = tagOf('SV3');
/** Item identification: the drug of a line. */
export const LIN = tagOf('LIN');
/** Line adjudication by another payer. */
export const SVD = tagOf('SVD');

// 999 and 997
/** Functional group response header. */
export const AK1 = tagOf('AK1');
/** Transaction set response header. */
export const AK2 = tagOf('AK2');
/** Error in a segment; AK3 in a 997. */
export const IK3 = tagOf('IK3');
export const AK3 = tagOf('AK3');
/** Error in an element; AK4 in a 997. */
export const IK4 = tagOf('IK4');
export const AK4 = tagOf('AK4');
/** Transaction set response trailer; AK5 in a 997. */
export const IK5 = tagOf('IK5');
export const AK5 = tagOf('AK5');
/** Functional group response trailer. */
export const AK9 = tagOf('AK9');

// 277CA
/** Status of a claim, line or submission. */
export const STC = tagOf('STC');

/** Segments that the guides of 837, 999 and 277CA know and that nothing is read from: they stay in the raw claim. */
export const KNOWN_UNREAD: ReadonlySet<number> = new Set(
  (
    'PER N2 CUR CL1 CN1 CR1 CR2 CR3 CR4 CR5 CR6 CR7 CR8 CRC HCP HSD K3 OI MIA MOA QTY MEA PS1 LQ FRM CTP ' +
    'UR DN1 DN2 TOO SV4 SV5 SV6 IMM RDM LS LE CTX MSG TA1'
  )
    .split(' ')
    .map(tagOf),
);
