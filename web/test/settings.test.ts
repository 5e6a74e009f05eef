import { expect, test } from 'vitest';
import { changesBetween, entryOf, keyOf, NEW_WINDOW, withField } from '../src/settings/payer-entry.ts';

const inForce = {
  payer: 'plains',
  name: 'Plains',
  seenAs: [{ id: '1' }],
  payerType: 'commercial',
  windows: [],
};

test('what a draft changes is told value by value, also what it adds and takes away', () => {
  const window = { ...NEW_WINDOW, quantity: 90, source: 'Manual, p. 4' };
  const draft = { ...inForce, name: 'Great Plains', seenAs: [], windows: [window] };
  expect(changesBetween(inForce, draft)).toEqual([
    { place: 'name', before: 'Plains', after: 'Great Plains' },
    { place: 'seenAs.0.id', before: '1', after: null },
    { place: 'windows.0.kind', before: null, after: 'appeal' },
    { place: 'windows.0.quantity', before: null, after: '90' },
    { place: 'windows.0.unit', before: null, after: 'calendar_days' },
    { place: 'windows.0.countedFrom', before: null, after: 'remittance_date' },
    { place: 'windows.0.source', before: null, after: 'Manual, p. 4' },
  ]);
  expect(changesBetween(inForce, inForce)).toEqual([]);
});

test('the form begins with the open draft, else with what is in force, else with how the payer was seen', () => {
  const draft = { ...inForce, name: 'Great Plains' };
  expect(entryOf('plains', { draft, inForce: inForce as never }, null).name).toBe('Great Plains');
  expect(entryOf('plains', { draft: null, inForce: inForce as never }, null).name).toBe('Plains');
  expect(entryOf('north', { draft: null, inForce: null }, { id: '7', name: 'NORTH' })).toMatchObject({
    payer: 'north',
    name: 'NORTH',
    seenAs: [{ id: '7' }],
  });
});

test('a field that is emptied is taken out, and the others stay', () => {
  const window = { ...NEW_WINDOW, level: 2, note: 'kept' };
  expect(withField(window, 'level', '')).toEqual({ ...NEW_WINDOW, note: 'kept' });
  expect(withField(window, 'level', 3)).toEqual({ ...NEW_WINDOW, level: 3, note: 'kept' });
});

test('the key of a new payer is made of its name', () => {
  expect(keyOf('Blue Cross & Blue Shield (NV)')).toBe('blue-cross-blue-shield-nv');
});
