import { describe, expect, test } from 'vitest';
import type { DenialId } from '../../../functions/core/ids.ts';
import { readLetters } from '../../../functions/use-cases/read-letters.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { type ClaimSpec, remittanceFile } from '../../fixtures/remittance-file.ts';

async function lettersFor(claim: Omit<ClaimSpec, 'id'>, options: { readonly filedAs?: 'MB' } = {}) {
  // Where nobody is registered, CLP06 says which payer it is.
  const system = new DecidedSystem(options.filedAs === undefined ? {} : { settings: { payers: [] } });
  await system.drop(
    remittanceFile([
      {
        claims: [
          { id: 'A1', ...claim, ...(options.filedAs === undefined ? {} : { filing: options.filedAs }) },
        ],
      },
    ]),
  );
  const read = await readLetters(system.ports, biller, system.only().denialId);
  if (read.kind !== 'read') throw new Error('A denial of a claim has letters, or says why not.');
  return { system, ...read.value };
}

describe('which letters can be written for a denial', () => {
  test('an appeal: which template, and why', async () => {
    const { appeal, notice } = await lettersFor({ adjustments: [['CO', '50', 10_000]] });
    expect(appeal).toMatchObject({
      kind: 'open',
      template: { templateId: 'medical-necessity' },
      because: 'It is for denials for medical necessity.',
    });
    expect(notice).toBeNull();
  });

  test('late at Original Medicare: no appeal and why, and the exception request with its holes', async () => {
    const { appeal, notice } = await lettersFor(
      { adjustments: [['CO', '29', 10_000]], servedOn: '20250803' },
      { filedAs: 'MB' },
    );
    expect(appeal).toMatchObject({ kind: 'closed', sentence: expect.stringContaining('424.44(b)') });
    expect(notice?.template.templateId).toBe('late-filing-exception');
    expect(notice?.markup).toContain('This is not an appeal.');
    expect(notice?.missing).toContain(
      'FILL IN: which of the four exceptions holds, and since when its cause has ended',
    );
  });

  test('a price under the No Surprises Act has its notice, beside the follow-up', async () => {
    const { appeal, notice } = await lettersFor({
      adjustments: [['PI', '45', 5_000]],
      remarks: ['N864'],
    });
    expect(notice?.template.templateId).toBe('open-negotiation-notice');
    expect(appeal.kind === 'open' ? appeal.template.kind : 'closed').not.toBe('notice');
  });

  test('a level that takes a form says what it needs', async () => {
    const { system } = await lettersFor({ adjustments: [['CO', '50', 10_000]] }, { filedAs: 'MB' });
    const third = await system.rewrite(system.only(), { level: 3 });
    const read = await readLetters(system.ports, biller, third.denialId);
    expect(read).toMatchObject({
      value: { appeal: { kind: 'closed', sentence: expect.stringContaining('OMHA-100') } },
    });
  });

  test('a pair of a provider adjustment has none', async () => {
    const system = new DecidedSystem();
    await system.drop(remittanceFile([{ claims: [], providerAdjustments: [['WO', 'ICN1', 5_000]] }]));
    const [{ denialId } = { denialId: '' as DenialId }] = system.denials.all();
    expect(await readLetters(system.ports, biller, denialId)).toMatchObject({ kind: 'not_yet' });
  });
});

test('a draft keeps why its template was chosen', async () => {
  const system = new AppealSystem();
  const { denialId, level, draftNumber } = await system.drafted();
  const draft = await system.denials.draft(denialId, level, draftNumber);
  expect(draft?.because).toBe('It is for denials for medical necessity.');
});

describe('a duplicate', () => {
  const twice = async (first: ClaimSpec) => {
    const system = new DecidedSystem();
    await system.drop(
      remittanceFile([{ claims: [first], trace: 'T1', paidOn: '20261020', producedOn: '20261020' }]),
    );
    await system.drop(
      remittanceFile([{ claims: [{ id: 'A1', adjustments: [['CO', '18', 10_000]] }], trace: 'T2' }]),
    );
    const denial = system.denials.all().find(({ decision }) => decision.reasons[0]?.carc === '18');
    if (denial === undefined) throw new Error('A duplicate is a denial.');
    return { system, denial };
  };

  test('of a claim that was paid is not appealed, whoever asks', async () => {
    const { system, denial } = await twice({ id: 'A1', adjustments: [['CO', '45', 2_000]] });
    expect(await readLetters(system.ports, biller, denial.denialId)).toMatchObject({
      value: { appeal: { kind: 'closed', sentence: expect.stringContaining('was paid') } },
    });
    const { denialId, version } = denial;
    const asked = { user: biller, denialId, expectedVersion: version, reason: 'It is another service.' };
    expect(await rerouteDenial(system.ports, { ...asked, route: 'appeal' })).toMatchObject({
      kind: 'refused',
      code: 'NOT_APPEALABLE',
    });
  });

  test('of a claim that was denied is not appealed either', async () => {
    const { system, denial } = await twice({ id: 'A1', adjustments: [['CO', '50', 10_000]] });
    expect(await readLetters(system.ports, biller, denial.denialId)).toMatchObject({
      value: { appeal: { kind: 'closed', sentence: expect.stringContaining('was denied') } },
    });
  });
});
