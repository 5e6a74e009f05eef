import { describe, expect, test } from 'vitest';
import { bundledCasework } from '../../../functions/adapters/casework-bundled.ts';
import { raisingChanges } from '../../../functions/core/correction/raises-payment.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { onlyClaim } from '../claim/reading.ts';

const { corrections } = bundledCasework();
const lines = [{ code: '99213', modifiers: ['52'], chargeCents: 10_000, units: 2 }];
const claim = onlyClaim(claimFile([{ id: 'B1', lines }]));
const inpatient = onlyClaim(claimFile([{ id: 'B1', lines, institutional: true }]));

const raises = (field: string, after: string | null, sent: typeof claim | null = claim) =>
  raisingChanges([{ field, line: 1, after }], sent, corrections).length === 1;

describe('a change has more paid', () => {
  test.each([
    ['a higher level', 'procedure_code', '99214', true],
    ['a lower level of the same visit', 'procedure_code', '99212', false],
    ['the same code', 'procedure_code', '99213', false],
    ['another service, of which nobody knows', 'procedure_code', '20610', true],
    ['more units', 'units', '3', true],
    ['fewer units', 'units', '1', false],
    ['units that are no number', 'units', 'two', true],
    ['units left blank', 'units', ' ', true],
    ['units in another way of writing', 'units', '1e0', true],
    ['a modifier that undoes a bundling', 'modifiers', '52 59', true],
    ['a reduction that goes', 'modifiers', 'GT', true],
    ['a modifier that changes no payment', 'modifiers', '52 LT', false],
    ['modifiers written in one', 'modifiers', '522559', true],
    ['a modifier with a full stop', 'modifiers', '52 59.', true],
    ['modifiers with commas and colons', 'modifiers', '52,lt:GT', false],
    ['one of them that undoes a bundling', 'modifiers', '52:LT,59', true],
    ['every modifier gone, a reduction among them', 'modifiers', ' ', true],
    ['a higher charge', 'line_charge', '120.00', true],
    ['a birth date', 'patient_birth_date', null, false],
    ['a diagnosis of an office visit', 'diagnosis_codes', null, false],
  ])('%s (%s, %s): %s', (_what, field, after, expected) => {
    expect(raises(field, after)).toBe(expected);
  });

  test.each([
    ['procedure_code', '99212'],
    ['units', '1'],
    ['modifiers', '59'],
    ['modifiers', 'LT'],
  ])('or could, where the claim as sent is not on file (%s)', (field, after) => {
    expect(raises(field, after, null)).toBe(true);
  });

  test.each([
    ['none of several lines', null],
    ['a line that was not sent', 3],
  ])('or could, where the change names %s', (_what, line) => {
    const two = onlyClaim(claimFile([{ id: 'B1', lines: [...lines, ...lines] }]));
    expect(raisingChanges([{ field: 'modifiers', line, after: 'LT' }], two, corrections)).toHaveLength(1);
  });

  test('by a diagnosis only of a stay', () => {
    expect(raises('principal_diagnosis', null, { ...inpatient, typeOfBill: '111' })).toBe(true);
    expect(raises('principal_diagnosis', null, inpatient)).toBe(false);
  });
});
