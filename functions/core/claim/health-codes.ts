import type { Segment } from '../x12/segment.ts';
import type { Accident, Diagnosis, DiagnosisRole, OtherCode } from './claim.ts';
import type { ClaimValues } from './values.ts';

/** HI01-1 of the codes that are diagnoses: ICD-10 and ICD-9. */
const ROLES: ReadonlyMap<string, DiagnosisRole> = new Map([
  ['ABK', 'principal'],
  ['BK', 'principal'],
  ['ABF', 'other'],
  ['BF', 'other'],
  ['ABJ', 'admitting'],
  ['BJ', 'admitting'],
  ['APR', 'reason_for_visit'],
  ['PR', 'reason_for_visit'],
  ['ABN', 'external_cause'],
  ['BN', 'external_cause'],
]);

/**
 * The codes of one HI, each a composite (C022): qualifier, code, date format, date, amount, quantity, version, and
 * from 5010 on who was present on admission in the ninth place.
 */
export function readHealthCodes(
  hi: Segment,
  values: ClaimValues,
  diagnoses: Diagnosis[],
  otherCodes: OtherCode[],
): void {
  for (let at = 1; at < hi.elements; at++) {
    const element = hi.text(at);
    if (element === '') continue;
    let [qualifier = '', code = '', format = '', date = '', amount = '', , , , present = ''] =
      values.components(element);
    // Seen: `HI*BK*8901`, qualifier and code as two elements.
    if (code === '' && ROLES.has(qualifier.toUpperCase()) && !hi.isEmpty(at + 1)) {
      code = hi.text(at + 1);
      at++;
    }
    qualifier = qualifier.toUpperCase();
    code = code.toUpperCase();
    const role = ROLES.get(qualifier);
    if (role !== undefined) {
      diagnoses.push({ role, qualifier, code, presentOnAdmission: present.toUpperCase() });
    } else {
      const { from, to } = values.date(qualifier, format, date);
      otherCodes.push({ qualifier, code, from, to, amountCents: values.cents(amount) });
    }
  }
}

/** CLM11: up to three causes, then state and country; null when the claim is about no accident. */
export function accidentOf(clm: Segment, values: ClaimValues): Accident | null {
  if (clm.isEmpty(11)) return null;
  const [first = '', second = '', third = '', state = '', country = ''] = values
    .components(clm.text(11))
    .map((part) => part.toUpperCase());
  const causes = [first, second, third].filter((cause) => cause !== '');
  return causes.length === 0 ? null : { causes, state, country };
}
