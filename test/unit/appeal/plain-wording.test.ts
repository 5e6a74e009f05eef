import { describe, expect, test } from 'vitest';
import { bundledRulebookData } from '../../../functions/adapters/rulebook-bundled.ts';
import { plainWording } from '../../../functions/core/appeal/plain-wording.ts';

/** Names of code sets, of modifiers and of programmes that a payer's reviewer knows by nothing else. */
const KNOWN =
  /\b(?:CPT|HCPCS|ICD(?:-9)?|ID|ZIP|TRICARE|CT|XR|AB|G1|G5|CQ\/CO|QW|P&C|12X|MedPay|I|II|B|A|D|C)\b/g;

const { carc, rarc } = bundledRulebookData();

test.each([
  ['N864', 'NSA: emergency services', 'No Surprises Act: emergency services'],
  ['N115', 'Decision rests on an LCD', 'Decision rests on a local coverage determination'],
  [
    'N290',
    'Claim data to fix: rendering provider NPI',
    'Missing or invalid on the claim: rendering provider national provider identifier',
  ],
  ['25', 'Stop-loss deductible still open (retired)', 'Stop-loss deductible still open'],
  ['50', 'Not medically necessary per payer', 'Not medically necessary per payer'],
  ['N577', 'Handled under PIP', 'Handled under periodic interim payments'],
  ['P21', 'MedPay/PIP rules: denied', 'MedPay/personal injury protection rules: denied'],
])('%s "%s" is said in full', (code, wording, plain) => {
  expect(plainWording(code, wording)).toBe(plain);
});

describe('in a letter no wording of the rulebook', () => {
  test('is abbreviated', () => {
    const plain = [...carc, ...rarc].map(({ code, wording }) => `${code} ${plainWording(code, wording)}`);
    const abbreviated = /\b[A-Z]{2,}\b|\(retired\)|\binfo\b|\bnon-par\b/;
    const words = (line: string) => line.slice(line.indexOf(' ')).replace(KNOWN, '');
    expect(plain.filter((line) => abbreviated.test(words(line)))).toEqual([]);
  });

  test('is a biller’s task', () => {
    const all = rarc.map(({ code, wording }) => plainWording(code, wording)).join('\n');
    expect(all).not.toMatch(/^(?:Claim data to fix|Document to send)|dispute route/m);
  });
});
