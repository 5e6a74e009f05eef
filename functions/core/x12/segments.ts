/**
 * A segment id or another code of up to four characters as one integer, upper case: comparing integers needs no string.
 *
 * @example
 * tagOf('CLP') === 0x434c50
 */
export function tagOf(code: string): number {
  let tag = 0;
  for (let i = 0; i < code.length; i++) tag = (tag << 8) | code.toUpperCase().charCodeAt(i);
  return tag;
}

// Envelope
/** Interchange control header. */
export const ISA = tagOf('ISA');
/** Functional group header. */
export const GS = tagOf('GS');
/** Transaction set header. */
export const ST = tagOf('ST');
/** Transaction set trailer. */
export const SE = tagOf('SE');
/** Functional group trailer. */
export const GE = tagOf('GE');
/** Interchange control trailer. */
export const IEA = tagOf('IEA');
/** Interchange acknowledgement. */
export const TA1 = tagOf('TA1');

// Payment
/** Financial information: the payment. */
export const BPR = tagOf('BPR');
/** Reassociation trace number: the check or transfer number. */
export const TRN = tagOf('TRN');
/** Foreign currency. */
export const CUR = tagOf('CUR');
/** Party identification: payer (PR) and payee (PE). */
export const N1 = tagOf('N1');
/** Further name. */
export const N2 = tagOf('N2');
/** Street address. */
export const N3 = tagOf('N3');
/** City, state, postal code. */
export const N4 = tagOf('N4');
/** Contact. */
export const PER = tagOf('PER');
/** Remittance delivery method. */
export const RDM = tagOf('RDM');

// Claims
/** Header number: groups claims. */
export const LX = tagOf('LX');
/** Provider summary, Medicare Part A. */
export const TS2 = tagOf('TS2');
/** Provider summary. */
export const TS3 = tagOf('TS3');
/** Claim payment information. */
export const CLP = tagOf('CLP');
/** Claim or service adjustment. */
export const CAS = tagOf('CAS');
/** Individual or organisation of a claim. */
export const NM1 = tagOf('NM1');
/** Inpatient adjudication information. */
export const MIA = tagOf('MIA');
/** Outpatient adjudication information. */
export const MOA = tagOf('MOA');
/** Service payment information: one line. */
export const SVC = tagOf('SVC');
/** Date or time reference. */
export const DTM = tagOf('DTM');
/** Date or time period; some payers send it for DTM. */
export const DTP = tagOf('DTP');
/** Reference identification. */
export const REF = tagOf('REF');
/** Monetary amount, informational. */
export const AMT = tagOf('AMT');
/** Quantity, informational. */
export const QTY = tagOf('QTY');
/** Industry code: remark codes (HE) and pharmacy reject codes (RX). */
export const LQ = tagOf('LQ');
/** Provider level balance: adjustments of the payment that belong to no claim. */
export const PLB = tagOf('PLB');
