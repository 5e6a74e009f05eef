import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../../functions/core/deadline/clocks.ts';
import { payerProfileOf } from '../../../functions/core/payer/profile.ts';
import { readRegistry } from '../../../functions/core/payer/read-registry.ts';
import { appealsOffice, knownPayers, type RegistryPayer } from '../../../functions/core/payer/registry.ts';
import { told } from '../../../functions/core/rulebook/source-files.ts';
import { claimOf, clocks, decided, headerOf } from '../deadline/clock-fixtures.ts';

const dispute = {
  kind: 'dispute',
  quantity: 90,
  unit: 'calendar_days',
  countedFrom: 'remittance_date',
  source: 'Agreement 2025, s. 9.2',
};

function registryText(...payers: readonly Record<string, unknown>[]): string {
  const whole = payers.map((payer, at) => ({
    payer: `payer-${at + 1}`,
    name: `Payer ${at + 1}`,
    seenAs: [{ id: `9000${at + 1}` }],
    payerType: 'commercial',
    ...payer,
  }));
  return JSON.stringify({ payers: whole }, null, 2);
}

function read(text: string): readonly RegistryPayer[] {
  const reading = readRegistry({ name: 'payers.json', text });
  if (reading.kind === 'refused') throw new Error(reading.problems.map(told).join('\n'));
  return reading.registry.payers;
}

function refusal(text: string): readonly string[] {
  const reading = readRegistry({ name: 'payers.json', text });
  return reading.kind === 'refused' ? reading.problems.map(told) : [];
}

function deadlines(text: string, producedOn: string, route: 'appeal' | 'correct_resubmit' = 'appeal') {
  const header = headerOf({
    producedOn,
    paidOn: producedOn,
    payer: { ...headerOf().payer, id: '90001', name: 'PAYER ONE' },
  });
  const payer = payerProfileOf(header.payer, '12', knownPayers(read(text)));
  const mechanism = route === 'appeal' ? 'none' : 'replacement';
  return clocksOf({ decision: decided({ route, mechanism }), claim: claimOf(), header, payer }, clocks);
}

describe('a window of the payer registry', () => {
  it('is refused with the right remedy where a field is missing, and where it is of another type', () => {
    const window = {
      kind: 'dispute',
      unit: 'months',
      countedFrom: 'remittance_date',
      source: 'Manual, p. 1',
    };

    expect(refusal(registryText({ windows: [window] }))).toEqual([
      expect.stringMatching(/quantity: .*; add the field$/),
    ]);
    expect(refusal(registryText({ windows: [{ ...window, quantity: '90' }] }))).toEqual([
      expect.stringMatching(/quantity: .*; correct the value$/),
    ]);
  });

  it('becomes a clock with basis contract and takes the place of the one that nobody had configured', () => {
    const listed = deadlines(registryText({ windows: [dispute] }), '2026-09-01');
    expect(listed.filter(({ kind }) => kind === 'dispute')).toEqual([
      expect.objectContaining({
        basis: 'contract',
        safeBy: '2026-11-30',
        lastDay: '2026-11-30',
        sendBy: '2026-11-18',
        source: 'Agreement 2025, s. 9.2',
        countedFrom: 'remittance date',
        governs: true,
      }),
    ]);
  });

  it('leaves the right that a statute gives beside it', () => {
    const bases = deadlines(registryText({ windows: [dispute] }), '2026-09-01').map(({ basis }) => basis);
    expect(bases).toContain('statute');
  });

  it('that is not there stays not configured, with what to do', () => {
    const listed = deadlines(registryText({ windows: [dispute] }), '2026-09-01', 'correct_resubmit');
    expect(listed.find(({ kind }) => kind === 'corrected_claim')).toMatchObject({
      basis: 'not_configured',
      safeBy: null,
      note: expect.stringContaining('configure it for this payer'),
    });
  });

  it('changes in the middle of a year by the start of the clock', () => {
    const text = registryText({
      windows: [
        { ...dispute, effectiveUntil: '2026-06-30' },
        { ...dispute, quantity: 180, source: 'Amendment', effectiveFrom: '2026-07-01' },
      ],
    });
    const lastDays = (on: string) =>
      deadlines(text, on).flatMap(({ kind, lastDay }) => (kind === 'dispute' ? [lastDay] : []));
    expect(lastDays('2026-06-30')).toEqual(['2026-09-28']);
    expect(lastDays('2026-07-01')).toEqual(['2026-12-28']);
  });

  it('is not in force outside its days: then nobody has configured it', () => {
    const text = registryText({ windows: [{ ...dispute, effectiveFrom: '2027-01-01' }] });
    expect(deadlines(text, '2026-09-01').find(({ kind }) => kind === 'dispute')?.basis).toBe(
      'not_configured',
    );
  });

  it('may change by the date of service instead, where the contract says so', () => {
    const text = registryText({
      windows: [
        { ...dispute, effectiveBy: 'service_date', effectiveUntil: '2026-07-31' },
        { ...dispute, quantity: 180, effectiveBy: 'service_date', effectiveFrom: '2026-08-01' },
      ],
    });
    // Served on 2026-08-03, whenever the notice came.
    const [clock] = deadlines(text, '2026-09-01');
    expect(clock).toMatchObject({ kind: 'dispute', lastDay: '2027-02-28', startsOn: '2026-09-01' });
  });

  it('that depends on a service date nobody knows has no date, but says why', () => {
    const text = registryText({
      windows: [{ ...dispute, effectiveBy: 'service_date', effectiveFrom: '2026-08-01' }],
    });
    const [clock] = deadlines(text, '2026-07-01');
    expect(clock).toMatchObject({ kind: 'dispute', basis: 'contract', lastDay: null });
    expect(clock?.note).toContain('The service date is after the remittance date');
  });

  it('of a further level waits for the decision before it', () => {
    const level2 = { ...dispute, level: 2, countedFrom: 'previous_decision' };
    const listed = deadlines(registryText({ windows: [dispute, level2] }), '2026-09-01');
    expect(listed.filter(({ kind }) => kind === 'dispute')).toHaveLength(1);
  });

  it.each(['stop_recoupment', 'peer_to_peer'] as const)(
    'for %s is listed where a remark speaks of it',
    (kind) => {
      const header = headerOf({ payer: { ...headerOf().payer, id: '90001', name: 'PAYER ONE' } });
      const text = registryText({ windows: [{ ...dispute, kind, quantity: 14 }] });
      const payer = payerProfileOf(header.payer, '12', knownPayers(read(text)));
      const kindsWith = (remark: string) => {
        const claim = claimOf({ remarks: [remark] });
        return clocksOf({ decision: decided({ category: 'coding' }), claim, header, payer }, clocks)
          .filter((clock) => clock.kind === kind)
          .map(({ basis }) => basis);
      };
      expect(kindsWith(kind === 'peer_to_peer' ? 'N939' : 'N432')).toEqual(['contract']);
      expect(kindsWith('N115')).toEqual([]);
    },
  );

  it('names its rule and the hash of its content as version', () => {
    const [clock] = deadlines(registryText({ windows: [dispute] }), '2026-09-01');
    expect(clock?.ruleId).toBe(`payer.payer-1.dispute.${clock?.ruleVersion}`);
  });

  it('is met by the payer’s own channel and lead time', () => {
    const text = registryText({
      windows: [dispute],
      channels: { dispute: 'portal' },
      leadBusinessDays: { portal: 2 },
    });
    expect(deadlines(text, '2026-09-01')[0]?.sendBy).toBe('2026-11-25');
  });

  it('counts careful days when given in months: thirty each, a year 365', () => {
    const [clock] = deadlines(
      registryText({ windows: [{ ...dispute, quantity: 6, unit: 'months' }] }),
      '2026-03-02',
    );
    expect(clock).toMatchObject({ safeBy: '2026-08-28', lastDay: '2026-09-02' });
  });
});

describe('a payer registry is refused', () => {
  it('when a window has no source, by line', () => {
    const { source: _source, ...unsourced } = dispute;
    const text = registryText({ windows: [unsourced] });
    const line = text.split('\n').findIndex((row) => row.includes('"windows"')) + 2;
    expect(refusal(text)).toEqual([
      `payers.json:${line}: payers/0/windows/0/source: Invalid input: expected string, received undefined; name the contract, manual or rule and the page that says so`,
    ]);
  });

  it('when two windows of one clock hold by different dates', () => {
    const text = registryText({
      windows: [
        { ...dispute, effectiveUntil: '2026-06-30' },
        { ...dispute, effectiveFrom: '2026-07-01', effectiveBy: 'service_date' },
      ],
    });
    expect(refusal(text)).toEqual([
      expect.stringContaining('hold by different dates (start and service_date)'),
    ]);
  });

  it('when a window runs longer than the holiday calendar could hold', () => {
    expect(refusal(registryText({ windows: [{ ...dispute, quantity: 12, unit: 'years' }] }))).toEqual([
      expect.stringContaining('runs longer than five years'),
    ]);
  });

  it('when two windows of one clock hold on the same day, by line', () => {
    const text = registryText({
      windows: [dispute, { ...dispute, quantity: 60, effectiveFrom: '2026-07-01' }],
    });
    const line = text.split('\n').findIndex((row) => row.includes('"quantity": 60')) + 1 - 2;
    expect(refusal(text)).toEqual([
      `payers.json:${line}: payer-1: two windows for dispute level 1 on the same days (always to open end and 2026-07-01 to open end); end the older one with effectiveUntil on the day before the newer one begins`,
    ]);
  });

  it('when a date is none of the calendar', () => {
    expect(refusal(registryText({ windows: [{ ...dispute, effectiveFrom: '2026-02-30' }] }))[0]).toMatch(
      /payers\.json:\d+: .*effectiveFrom: is not a date of the calendar/,
    );
  });

  it('when a window ends before it begins', () => {
    const window = { ...dispute, effectiveFrom: '2026-07-01', effectiveUntil: '2026-06-30' };
    expect(refusal(registryText({ windows: [window] }))[0]).toMatch(/before it begins/);
  });

  it('when two payers are seen under one id or name', () => {
    expect(refusal(registryText({}, { seenAs: [{ id: '90001' }] }))[0]).toMatch(/is seen as payer-1 too/);
    const named = [{ seenAs: [{ name: 'Acme  Health' }] }, { seenAs: [{ name: 'ACME HEALTH' }] }];
    expect(refusal(registryText(...named))[0]).toMatch(/is seen as payer-1 too/);
  });

  it('when it is not JSON, by line', () => {
    expect(refusal('{\n  "payers": [,]\n}')[0]).toMatch(/^payers\.json.*is not JSON/);
  });

  it('when a field is not known, on the line of the field', () => {
    const text = registryText({ windows: [dispute], winows: [] });
    const line = text.split('\n').findIndex((row) => row.includes('"winows"')) + 1;
    expect(refusal(text)[0]).toMatch(
      new RegExp(`^payers\\.json:${line}: .*remove the field or correct its name$`),
    );
  });
});

describe('a request page in place of Medicare’s form', () => {
  const office = (level: number, form: unknown) => ({
    level,
    name: 'Appeals',
    address: null,
    fax: null,
    portal: null,
    form,
  });

  it('is for the first two levels of Original Medicare', () => {
    const levels = [office(1, 'request_page'), office(2, 'request_page')];
    expect(refusal(registryText({ payerType: 'medicare_ffs', appealLevels: levels }))).toEqual([]);
  });

  it.each([
    ['another payer', 'commercial', 1],
    ['a hearing', 'medicare_ffs', 3],
  ])('is refused at %s', (_where, payerType, level) => {
    const [problem] = refusal(registryText({ payerType, appealLevels: [office(level, 'request_page')] }));
    expect(problem).toContain('request_page is for the first two levels of Original Medicare');
  });

  it('is no matter of a payer’s own form, which any payer may want', () => {
    const own = { payersOwn: 'Claim Review Form' };
    expect(refusal(registryText({ appealLevels: [office(1, own)] }))).toEqual([]);
  });
});

describe('a window is refused', () => {
  it('when it waits for a decision before level 1, on its line', () => {
    const text = registryText({ windows: [{ ...dispute, countedFrom: 'previous_decision' }] });
    const line = text.split('\n').findIndex((row) => row.includes('previous_decision')) + 1;
    expect(refusal(text)).toEqual([
      `payers.json:${line}: payer-1: the window for dispute level 1 is never met: no decision comes before level 1; count it from the remittance_date, or say which level it is`,
    ]);
  });

  it('when it has a level and its kind has none', () => {
    const window = { ...dispute, kind: 'claim_filing', level: 1, countedFrom: 'service_date' };
    expect(refusal(registryText({ windows: [window] }))).toEqual([
      expect.stringMatching(/^payers\.json:\d+: payer-1: claim filing has no levels; leave the field out$/),
    ]);
  });

  it('not when it waits for the decision on level 1', () => {
    const window = { ...dispute, level: 2, countedFrom: 'previous_decision' };
    expect(refusal(registryText({ windows: [window] }))).toEqual([]);
  });
});

describe('a registry is warned of', () => {
  const warnings = (windows: readonly object[]) => {
    const reading = readRegistry({ name: 'payers.json', text: registryText({ windows }) });
    return reading.kind === 'read' ? reading.warnings.map(told) : null;
  };

  it('when days lie between two windows of one clock', () => {
    const windows = [
      { ...dispute, effectiveUntil: '2026-06-30' },
      { ...dispute, quantity: 60, effectiveFrom: '2026-08-01' },
    ];
    expect(warnings(windows)).toEqual([
      expect.stringMatching(
        /^payers\.json:\d+: .*dispute level 1 from 2026-07-01 to 2026-07-31: what starts/,
      ),
    ]);
  });

  it('when one day lies between them', () => {
    const windows = [
      { ...dispute, effectiveUntil: '2026-06-30' },
      { ...dispute, quantity: 60, effectiveFrom: '2026-07-02' },
    ];
    expect(warnings(windows)?.[0]).toContain('dispute level 1 on 2026-07-01: what starts');
  });

  it('when a window ends and none follows', () => {
    expect(warnings([{ ...dispute, effectiveUntil: '2026-06-30' }])).toEqual([
      expect.stringContaining('no window for dispute level 1 follows the one that ends on 2026-06-30'),
    ]);
  });

  it('not when it ends on a day that stands for no end', () => {
    expect(warnings([{ ...dispute, effectiveUntil: '9999-12-31' }])).toEqual([]);
  });

  it('not when the next window begins on the next day, in whatever order', () => {
    const windows = [
      { ...dispute, quantity: 60, effectiveFrom: '2026-07-01' },
      { ...dispute, effectiveUntil: '2026-06-30' },
      { ...dispute, kind: 'corrected_claim' },
    ];
    expect(warnings(windows)).toEqual([]);
  });
});

describe('workdays of a contract', () => {
  it('are counted by the federal calendar, which is said', () => {
    const window = { ...dispute, quantity: 30, unit: 'business_days' };
    const [own] = deadlines(registryText({ windows: [window] }), '2026-06-01');
    expect(own?.note).toContain('as no calendar of a State or of the payer is configured');
  });

  it('are not spoken of where the window has none', () => {
    const [own] = deadlines(registryText({ windows: [dispute] }), '2026-06-01');
    expect(own?.note).toBeNull();
  });
});

describe('the office that takes appeals', () => {
  const office = { name: 'Appeals', fax: null, portal: null };

  it('is that of the level, or of the level below where it has none of its own', () => {
    const [payer] = read(
      registryText({
        appealLevels: [
          { ...office, level: 1, address: 'first' },
          { ...office, level: 3, address: 'third' },
        ],
      }),
    );
    if (payer === undefined) throw new Error('The registry has one payer.');
    expect([1, 2, 3].map((level) => appealsOffice(payer, level)?.address)).toEqual([
      'first',
      'first',
      'third',
    ]);
  });
});
