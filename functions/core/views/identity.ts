import type { ClaimPayment } from '../remittance/remittance.ts';

/** The patient as a remittance names them; an empty text where it tells nothing. */
export interface PatientName {
  readonly firstName: string;
  readonly lastName: string;
}

/** NM1*QC, else the insured, NM1*IL; null where neither is named. */
export function patientNameOf({ parties }: Pick<ClaimPayment, 'parties'>): PatientName | null {
  const party =
    parties.find(({ entity }) => entity === 'QC') ?? parties.find(({ entity }) => entity === 'IL');
  if (party === undefined || (party.lastOrOrganisationName === '' && party.firstName === '')) return null;
  return { firstName: party.firstName, lastName: party.lastOrOrganisationName };
}

/**
 * Enough to tell rows apart, too little to know the person.
 *
 * @example
 * maskedName({ firstName: 'Rosa', lastName: 'Silva' }) // 'R••• S.'
 */
export function maskedName({ firstName, lastName }: PatientName): string {
  const first = initialOf(firstName);
  const last = initialOf(lastName);
  return [first === '' ? '•••' : `${first}•••`, last === '' ? '' : `${last}.`].join(' ').trim();
}

/** Given name first. */
export function fullName({ firstName, lastName }: PatientName): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ');
}

function initialOf(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '';
}
