import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../functions/core/payer/read-registry.ts';
import { repeatedKeys } from '../../../functions/core/rulebook/repeated-keys.ts';
import { readLayer, told } from '../../../functions/core/rulebook/source-files.ts';
import { checkPayer } from '../../../functions/core/settings/check-payer.ts';

describe('a key that stands twice in one object', () => {
  it('is found with both lines, however deep', () => {
    const text = '{"payers": [\n{},\n{"windows": [{\n"quantity": 180,\n"quantity": 90}]}]}';
    expect(repeatedKeys(text)).toEqual([
      { path: ['payers', 1, 'windows', 0, 'quantity'], line: 5, firstLine: 4 },
    ]);
  });

  it('is found when one of the two is written with an escape', () => {
    expect(repeatedKeys('{"route": 1, "r\\u006fute": 2}')).toHaveLength(1);
  });

  it('is none where it stands in two objects, or as a value', () => {
    expect(repeatedKeys('[{"a": "a"}, {"a": {"a": "a, \\"a\\": {"}}]')).toEqual([]);
  });

  it('is never found in what a program wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedKeys(JSON.stringify(value, null, 1))).toEqual([]);
      }),
    );
  });

  it('refuses a layer, with file, line and key', () => {
    const text =
      '{\n"layer": {"number": 1, "name": "Cedar", "changed": "2026-11-20"},\n"overrides": [],\n"overrides": []\n}';
    const reading = readLayer([{ name: 'layer.json', text }]);
    expect(reading.kind === 'refused' && reading.problems.map(told)).toEqual([
      'layer.json:4: overrides: the key "overrides" stands on line 3 already; only one of the two would count; keep one',
    ]);
  });

  it('is no reason to lose a key that a program would not keep', () => {
    const text = '{"layer": {"number": 1, "name": "Cedar", "changed": "2026-11-20"}, "__proto__": 1}';
    const reading = readLayer([{ name: 'layer.json', text }]);
    expect(reading.kind === 'refused' && reading.problems.map(told)).toEqual([
      expect.stringContaining('"__proto__"; remove the field'),
    ]);
  });

  it('refuses a payer registry', () => {
    const reading = readRegistry({ name: 'payers.json', text: '{"payers": [],\n"payers": []}' });
    expect(reading.kind === 'refused' && reading.problems[0]?.line).toBe(2);
  });

  it('refuses a payer that is sent as text, with the field', () => {
    const check = checkPayer({ kind: 'text', text: '{"payer": "a",\n"payer": "b"}' }, 'a', []);
    expect(check).toMatchObject({ kind: 'wrong', problems: [{ field: 'payer', line: 2 }] });
  });
});
