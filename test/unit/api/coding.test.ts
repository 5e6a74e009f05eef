import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { loadCodingTable } from '../../../functions/use-cases/load-coding-table.ts';
import { AppealSystem, auditor, biller, manager } from '../../fixtures/appeal-system.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const toCorrect = { ...deniedClaim('A1'), adjustments: [['CO', '16', 12_500]] as const, lineNumber: '1' };
const twoLines = [
  { chargeCents: 6_000, pointers: [], control: '1' },
  { chargeCents: 6_500, pointers: [4], code: '85025', control: '2' },
];
const codingOf = async (as: UserRecord = biller) =>
  (await send(system, { as, path: `/api/denials/${system.only().denialId}` })).body.coding;

describe('coding errors beside a denial', () => {
  test('come with those first that stand where the payer denied, and say what to change', async () => {
    await system.drop(claimFile([{ id: 'A1', lines: twoLines }]), 'claims');
    await system.routed(toCorrect);
    const coding = await codingOf();
    expect(coding).toMatchObject({
      kind: 'reviewed',
      findings: [
        { rule: 'diagnosis_not_linked', line: 1, isWhereDenied: true },
        { rule: 'diagnosis_pointer_dangling', line: 2, isWhereDenied: false },
      ],
      notLoaded: ['icd10cm', 'ptp-practitioner', 'mue-practitioner'],
    });
    expect(coding.whatToChange).toEqual([expect.stringMatching(/^Line 1: .*no diagnosis/)]);
  });

  test('leave decision and route as they are', async () => {
    await system.routed(toCorrect);
    const { decision, route } = system.only();
    await system.drop(claimFile([{ id: 'A1', lines: twoLines }]), 'claims');
    await codingOf();
    expect(system.only()).toMatchObject({ decision, route });
  });

  test('say nothing of what to change where the denial is appealed', async () => {
    await system.drop(claimFile([{ id: 'A1', lines: twoLines }]), 'claims');
    await system.routed();
    expect(await codingOf()).toMatchObject({ kind: 'reviewed', whatToChange: [] });
  });

  test('are looked up in the tables that are loaded', async () => {
    const row = `00001 M5416   1 ${'Made up'.padEnd(60)} Made-up pain, lumbar\n00002 M541    0 ${'Made up'.padEnd(60)} Made-up pain\n`;
    const files = [
      {
        name: 'order',
        open: async function* () {
          yield Buffer.from(row);
        },
      },
    ];
    const at = system.clock.now();
    await loadCodingTable(system.codingTables, {
      table: 'icd10cm',
      name: '2027',
      effectiveFrom: '2026-10-01',
      files,
      at,
    });
    await system.drop(claimFile([{ id: 'A1', diagnoses: ['M541'] }]), 'claims');
    await system.routed(toCorrect);
    expect(await codingOf()).toMatchObject({
      findings: [{ rule: 'diagnosis_incomplete', codes: ['M541'], isWhereDenied: true }],
      releases: [{ table: 'icd10cm', name: '2027' }],
    });
  });

  test('are not looked for where no claim is on file, or two fit, and that is said', async () => {
    await system.routed(toCorrect);
    expect(await codingOf()).toMatchObject({
      kind: 'not_reviewed',
      sentence: expect.stringContaining('not on file'),
    });
    await system.drop(claimFile([{ id: 'A1' }]), 'claims');
    await system.drop(claimFile([{ id: 'A1' }], { reference: 'B2', group: 2 }), 'again');
    expect(await codingOf()).toMatchObject({
      kind: 'not_reviewed',
      sentence: expect.stringContaining('More than one'),
    });
  });

  test.each([
    ['a manager', manager],
    ['an auditor', auditor],
  ])('are not shown to %s', async (_who, as) => {
    await system.drop(claimFile([{ id: 'A1', lines: twoLines }]), 'claims');
    await system.routed(toCorrect);
    expect(await codingOf(as)).toBeNull();
  });
});
