import type { Adjustment, Reference } from '../remittance/remittance.ts';
import type { Segment } from '../x12/segment.ts';
import type { Attachment, ClaimParty, Note } from './claim.ts';
import type { ClaimValues } from './values.ts';

/** A type while it is being read: its fields and lists may still change. */
export type InProgress<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};
export type PartyInProgress = InProgress<ClaimParty>;

/** NM1. */
export function partyOf(nm1: Segment): PartyInProgress {
  return {
    entity: nm1.code(1),
    isPerson: nm1.text(2) === '1',
    lastOrOrganisationName: nm1.text(3),
    firstName: nm1.text(4),
    middleName: nm1.text(5),
    suffix: nm1.text(7),
    idQualifier: nm1.code(8),
    id: nm1.text(9),
    address: [],
    taxonomy: '',
    references: [],
  };
}

/** N3 and N4 as lines of an address. */
export function addressLinesOf(segment: Segment, isCity: boolean): readonly string[] {
  if (!isCity) return [segment.text(1), segment.text(2)].filter((line) => line !== '');
  const region = [segment.text(2), segment.text(3)].filter((part) => part !== '').join(' ');
  const line = [segment.text(1), region].filter((part) => part !== '').join(', ');
  return [line, segment.text(4)].filter((part) => part !== '');
}

/** REF. */
export function referenceOf(ref: Segment): Reference {
  return { qualifier: ref.code(1), value: ref.text(2) };
}

/** NTE. */
export function noteOf(nte: Segment): Note {
  return { qualifier: nte.code(1), text: nte.text(2) };
}

/** PWK. */
export function attachmentOf(pwk: Segment): Attachment {
  return { reportType: pwk.code(1), transmission: pwk.code(2), controlNumber: pwk.text(6) };
}

/** The up to six adjustments of a CAS, as sent and in order; a hole among them does not end it. */
export function adjustmentsOf(cas: Segment, values: ClaimValues): readonly Adjustment[] {
  const group = cas.code(1);
  const adjustments: Adjustment[] = [];
  for (let at = 2; at < cas.elements; at += 3) {
    const amountCents = cas.cents(at + 1);
    if (cas.isEmpty(at) && amountCents === 0) continue;
    const carc = cas.code(at).replace(/^0+(?=.)/, '');
    adjustments.push({ group, carc, amountCents, quantity: values.quantity(cas.text(at + 2)) });
  }
  return adjustments;
}
