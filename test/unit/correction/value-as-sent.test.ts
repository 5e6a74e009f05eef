import { describe, expect, test } from 'vitest';
import { bundledCasework } from '../../../functions/adapters/casework-bundled.ts';
import { placeFor } from '../../../functions/core/correction/elements-to-change.ts';
import { valueAsSent } from '../../../functions/core/correction/value-as-sent.ts';
import { claimFile, type SentClaim } from '../../fixtures/claim-file.ts';
import { onlyClaim } from '../claim/reading.ts';

const { fields } = bundledCasework().corrections;

const SENT: SentClaim = {
  id: 'B1',
  diagnoses: ['M5416', 'Z7982'],
  priorAuthorization: 'AUTH-9',
  originalReference: 'ICN0',
  bornOn: '1971-03-04',
  otherPayerPaidCents: 1_000,
  lines: [
    { code: '99213', modifiers: ['25', 'GT'], chargeCents: 10_000, units: 1, pointers: [1, 2] },
    { code: '20610', modifiers: ['LT'], chargeCents: 2_500, units: 2, pointers: [2] },
  ],
};

function asSent(id: string, line: number | null, sent: SentClaim = SENT) {
  const claim = onlyClaim(claimFile([sent]));
  const field = fields.find((each) => each.id === id);
  if (field === undefined) throw new Error(`There is no field ${id}.`);
  const place = placeFor(field, claim);
  return place === null ? 'no such element' : valueAsSent(claim, place, line);
}

describe('the value as sent', () => {
  test.each([
    ['procedure_code', 2, '20610'],
    ['modifiers', 1, '25 GT'],
    ['units', 2, '2'],
    ['diagnosis_pointers', 1, '1:2'],
    ['line_charge', 2, '25.00'],
    ['service_date', 1, '20261005'],
    ['total_charge', null, '125.00'],
    ['place_of_service', null, '11'],
    ['frequency', null, '1'],
    ['diagnosis_codes', null, 'M5416 Z7982'],
    ['prior_authorization', null, 'AUTH-9'],
    ['payer_claim_number', null, 'ICN0'],
    ['member_id', null, 'MEMBER001'],
    ['patient_birth_date', null, '19710304'],
    ['patient_name', null, 'TESTPERSON'],
    ['payer_id', null, '87654'],
    ['billing_npi', null, '1555012347'],
    ['billing_tin', null, '991234567'],
    ['billing_taxonomy', null, '207Q00000X'],
    ['rendering_npi', null, '1999996666'],
    ['rendering_taxonomy', null, '207R00000X'],
    ['other_payer_amounts', null, '10.00'],
    ['other_payer_id', null, '11111'],
    ['other_payer_date', null, '20261001'],
  ])('of %s (line %s) is %s', (id, line, value) => {
    expect(asSent(id, line)).toBe(value);
  });

  test('of what the claim lacks is nothing', () => {
    expect(asSent('referral_number', null)).toBeNull();
    expect(asSent('ordering_npi', 1)).toBeNull();
  });

  test('of a dependent is that of the patient, and the member number that of the subscriber', () => {
    const dependent = { ...SENT, dependent: true };
    expect(asSent('patient_name', null, dependent)).toBe('TESTPERSON');
    expect(asSent('subscriber_name', null, dependent)).toBe('PARENT');
    expect(asSent('patient_relationship', null, dependent)).toBe('19');
  });

  test('of a dental claim stands in SV3, and what that has not is nowhere', () => {
    const placeOf = (id: string) => {
      const field = fields.find((each) => each.id === id);
      return field === undefined ? undefined : placeFor(field, { kind: 'dental' });
    };
    expect(placeOf('procedure_code')).toEqual({ loop: '2400', segment: 'SV3', element: 'SV301-2' });
    expect(placeOf('units')).toMatchObject({ element: 'SV306' });
    expect(placeOf('line_description')).toBeNull();
    expect(placeOf('prior_authorization')).toMatchObject({ segment: 'REF*G1' });
  });

  test('of an institutional claim stands in its own segments', () => {
    const institutional = { ...SENT, institutional: true };
    expect(asSent('type_of_bill', null, institutional)).toBe('13');
    expect(asSent('statement_dates', null, institutional)).toBe('20261005-20261006');
    expect(asSent('patient_status', null, institutional)).toBe('01');
    expect(asSent('diagnosis_pointers', 1, institutional)).toBe('no such element');
  });
});
