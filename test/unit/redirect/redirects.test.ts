import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Route } from '../../../functions/core/denial/decision.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import type { RegistryPayer } from '../../../functions/core/payer/registry.ts';
import { closeAsBilled } from '../../../functions/use-cases/close-as-billed.ts';
import { type Redirect, readRedirect } from '../../../functions/use-cases/read-redirect.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { biller } from '../../fixtures/appeal-system.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import type { ClaimSpec } from '../../fixtures/remittance-file.ts';

let system: DecidedSystem;
beforeEach(() => {
  system = new DecidedSystem();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });
const denied = (group: string, carc: string, more: Partial<ClaimSpec> = {}): ClaimSpec => ({
  id: 'B1',
  chargeCents: 12_500,
  adjustments: [[group, carc, 12_500]],
  ...more,
});
const unregistered = () => {
  system.organisation = { ...system.organisation, payers: [] };
};

async function routedTo(route: Route, claim: ClaimSpec): Promise<Denial> {
  const denial = await system.routed(claim);
  if (denial.route === route) return denial;
  const reason = 'The record says otherwise.';
  const result = await rerouteDenial(system.ports, { ...by(denial), route, reason });
  if (result.kind !== 'changed') throw new Error(JSON.stringify(result));
  return system.only();
}

async function redirectOf<K extends Redirect['kind']>(kind: K): Promise<Extract<Redirect, { kind: K }>> {
  const read = await readRedirect(system.ports, biller, system.only().denialId);
  if (read.kind !== 'read' || read.value.redirect.kind !== kind) throw new Error(JSON.stringify(read));
  return read.value.redirect as Extract<Redirect, { kind: K }>;
}

const ACME: RegistryPayer = {
  payer: 'acme',
  name: 'Acme Mutual',
  seenAs: [{ id: '11111' }],
  payerType: 'commercial',
  windows: [
    {
      kind: 'claim_filing',
      quantity: 90,
      unit: 'calendar_days',
      countedFrom: 'remittance_date',
      source: 'Manual, p. 9',
    },
  ],
  appealLevels: [],
  channels: {},
  leadBusinessDays: {},
};

describe('the next payer', () => {
  test('is the one with priority by the remittance, before the others of the claim', async () => {
    await system.drop(claimFile([{ id: 'B1', otherPayerPaidCents: 0 }]), 'claims');
    const segments = ['NM1*PR*2*OTHER FIRST PLAN*****PI*22222'];
    await routedTo('bill_other_payer', denied('OA', '22', { segments }));
    expect((await redirectOf('other_payer')).next).toMatchObject([
      { from: 'priority_payer', name: 'OTHER FIRST PLAN', id: '22222', payer: null, filing: null },
      { from: 'claim', name: 'FIRST PLAN', id: '11111', order: 'P' },
    ]);
  });

  test('has its own filing limit, counted from this remittance where its contract says so', async () => {
    system.organisation = { ...system.organisation, payers: [...system.organisation.payers, ACME] };
    const segments = ['NM1*PR*2*ACME MUTUAL*****PI*11111'];
    await routedTo('bill_other_payer', denied('OA', '22', { segments }));
    const [next] = (await redirectOf('other_payer')).next;
    expect(next).toMatchObject({
      payer: 'acme',
      filing: { kind: 'claim_filing', startsOn: '2026-11-02', lastDay: '2027-01-31', source: 'Manual, p. 9' },
    });
  });

  test('is nobody where nobody is named, and the steps say to find out', async () => {
    await routedTo('bill_other_payer', denied('OA', '22'));
    const { next, steps } = await redirectOf('other_payer');
    expect(next).toEqual([]);
    expect(steps[0]).toMatchObject({ id: 'next.who' });
  });

  test('gets the figures of this payer by group and line, and they add up', async () => {
    const adjustments = [
      ['OA', '22', 10_000],
      ['CO', '45', 2_000],
      ['PR', '3', 500],
    ] as const;
    await routedTo('bill_other_payer', denied('OA', '22', { adjustments }));
    const { figures } = await redirectOf('other_payer');
    expect(figures.claim).toMatchObject({
      payerId: '87654',
      payerClaimNumber: 'ICNB1',
      decidedOn: '2026-11-02',
      paidCents: 0,
      remainingCents: 500,
      adjustments: [],
    });
    expect(figures.lines[0]).toMatchObject({
      line: 1,
      procedure: { code: '99213' },
      adjustments: [
        { group: 'OA', amountCents: 10_000, adjustments: [{ carc: '22', amountCents: 10_000 }] },
        { group: 'CO', amountCents: 2_000 },
        { group: 'PR', amountCents: 500 },
      ],
      addsUp: true,
    });
    expect(figures.addsUp).toBe(true);
  });
});

describe('a claim that the payer sent on', () => {
  const billed = { to: 'other_payer', payerName: 'Acme', reference: 'C-1', billedOn: '2026-11-09' } as const;
  const note = 'Billed today.';

  test.each<[string, Partial<ClaimSpec>, string]>([
    ['by its status', { status: '19' }, 'CLP02 19'],
    ['by a crossover carrier', { segments: ['NM1*TT*2*ACME MUTUAL*****PI*11111'] }, 'NM1*TT'],
    ['by a remark', { remarks: ['MA18'] }, 'MA18'],
  ])('%s is not billed again', async (_how, more, sign) => {
    const denial = await routedTo('bill_other_payer', denied('CO', '50', more));
    expect((await redirectOf('other_payer')).forwarded).toMatchObject({ sign });
    const result = await closeAsBilled(system.ports, { ...by(denial), note, billed });
    expect(result).toMatchObject({ kind: 'refused', code: 'ALREADY_FORWARDED' });
    expect(system.only()).toEqual(denial);
  });

  test('is billed once the next payer says that it has none', async () => {
    const denial = await routedTo('bill_other_payer', denied('CO', '50', { status: '19' }));
    const asked = { ...billed, notReceivedOn: '2026-11-09' };
    await closeAsBilled(system.ports, { ...by(denial), note, billed: asked });
    expect(system.only()).toMatchObject({
      closedAs: 'billed_other_payer',
      billed: { payerName: 'Acme', reference: 'C-1', notReceivedOn: '2026-11-09' },
    });
  });

  test('is billed at once where nothing says that it was sent on', async () => {
    const denial = await routedTo('bill_other_payer', denied('OA', '22'));
    await closeAsBilled(system.ports, { ...by(denial), note, billed });
    expect(system.only()).toMatchObject({ state: 'closed', closedAs: 'billed_other_payer' });
  });

  test('is not billed before the payer decided', async () => {
    const denial = await routedTo('bill_other_payer', denied('OA', '22'));
    const early = { ...billed, billedOn: '2026-11-01' };
    expect(await closeAsBilled(system.ports, { ...by(denial), note, billed: early })).toMatchObject({
      code: 'DATE_REFUSED',
      field: 'billed.billedOn',
    });
  });
});

describe('the patient', () => {
  const bill = (denial: Denial, confirmedChecks: readonly string[] = []) =>
    closeAsBilled(system.ports, {
      ...by(denial),
      note: 'Sent a statement.',
      billed: { to: 'patient', billedOn: '2026-11-09', confirmedChecks },
    });

  test('is billed once every check that asks was looked at', async () => {
    const denial = await routedTo('patient_responsibility', denied('PR', '204'));
    const { billableCents, checks, forbidden } = await redirectOf('patient');
    expect({ billableCents, forbidden }).toEqual({ billableCents: 12_500, forbidden: false });
    expect(await bill(denial)).toMatchObject({
      code: 'PATIENT_PROTECTED',
      field: 'billed.confirmedChecks',
      sentence: expect.stringContaining('[patient.other-cover]'),
    });
    expect(
      (
        await bill(
          denial,
          checks.map(({ id }) => id),
        )
      ).kind,
    ).toBe('changed');
    const last = (await system.denials.events(denial.denialId)).at(-1);
    expect(last?.detail.confirmedChecks).toContain('patient.other-cover');
  });

  test('has nothing kept as a confirmed check that is none of the bill', async () => {
    const denial = await routedTo('patient_responsibility', denied('PR', '204'));
    const { checks } = await redirectOf('patient');
    const result = await bill(denial, [...checks.map(({ id }) => id), 'Jane Doe 1960-03-04']);
    expect(result).toMatchObject({
      code: 'PATIENT_PROTECTED',
      field: `billed.confirmedChecks.${checks.length}`,
      sentence: expect.not.stringContaining('Jane'),
    });
    expect(system.only()).toEqual(denial);
  });

  test('has a check that was confirmed twice kept once', async () => {
    const denial = await routedTo('patient_responsibility', denied('PR', '204'));
    const { checks } = await redirectOf('patient');
    const ids = checks.map(({ id }) => id);
    await bill(denial, [...ids, ...ids]);
    expect(system.only().billed?.confirmedChecks).toEqual(ids);
  });

  test.each<[string, ClaimSpec, string]>([
    ['a Medicaid patient', denied('PR', '204', { filing: 'MC' }), 'patient.medicaid'],
    ['a Medicare patient without notice', denied('PR', '50', { filing: 'MB' }), 'patient.no-advance-notice'],
    ['a QMB', denied('PR', '204', { remarks: ['N781'] }), 'patient.qmb'],
    [
      'a patient under balance-billing law',
      denied('PR', '204', { remarks: ['N865'] }),
      'patient.balance-billing',
    ],
    [
      'a patient whose notice is defective',
      denied('PR', '204', { remarks: ['M39'] }),
      'patient.notice-defective',
    ],
    ['a patient of a bundled service', denied('PR', '97'), 'patient.not-the-patients-debt'],
    ['an injured worker', denied('PR', '204', { filing: 'WC' }), 'patient.injured-worker'],
  ])('%s is not billed, whoever chose the route', async (_who, claim, check) => {
    unregistered();
    const denial = await routedTo('patient_responsibility', claim);
    const { checks, forbidden } = await redirectOf('patient');
    expect(forbidden).toBe(true);
    expect(checks[0]).toMatchObject({ id: check, outcome: 'forbids' });
    const confirmed = checks.map(({ id }) => id);
    expect(await bill(denial, confirmed)).toMatchObject({ kind: 'refused', code: 'PATIENT_PROTECTED' });
  });

  test('of Medicare with a signed notice (M38) may be billed', async () => {
    unregistered();
    await routedTo('patient_responsibility', denied('PR', '50', { filing: 'MB', remarks: ['M38'] }));
    expect((await redirectOf('patient')).forbidden).toBe(false);
  });

  test('owes nothing of what is taken off as CO', async () => {
    const denial = await system.routed(denied('CO', '204'));
    const reason = 'The benefit excludes it.';
    const route = 'patient_responsibility';
    expect(await rerouteDenial(system.ports, { ...by(denial), route, reason })).toMatchObject({
      code: 'ROUTE_REFUSED',
    });
  });

  test('is not billed on the route of another payer', async () => {
    expect(await bill(await routedTo('bill_other_payer', denied('OA', '22')))).toMatchObject({
      code: 'ROUTE_REFUSED',
      field: 'billed.to',
    });
  });
});
