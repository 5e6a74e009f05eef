import { describe, expect, it } from 'vitest';
import { deadlineSchema } from '../../../functions/core/deadline/deadline.ts';
import { payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import { clocksFor, lineOf, payerOf, summaryOf } from './clock-fixtures.ts';

describe('Original Medicare', () => {
  it('appeals within 120 days, 125 by the presumption, and shows the reopening beside it', () => {
    expect(summaryOf(clocksFor('medicare_ffs'))).toEqual([
      '*appeal 1 statute 2027-01-04',
      ' reopening statute 2027-09-01',
    ]);
  });

  it('leaves a letter by mail seven workdays before the safe day', () => {
    expect(clocksFor('medicare_dme')[0]).toMatchObject({
      startsOn: '2026-09-01',
      countedFrom: 'remittance date',
      safeBy: '2026-12-30',
      sendBy: '2026-12-18',
    });
  });

  it('gives an unprocessable claim the initial filing limit and nothing else', () => {
    const deadlines = clocksFor('medicare_ffs', {
      route: 'correct_resubmit',
      mechanism: 'new_claim',
      appealable: 'no',
    });
    expect(summaryOf(deadlines)).toEqual(['*claim_filing statute 2027-08-03']);
    expect(deadlines[0]).toMatchObject({ countedFrom: 'first date of service', sendBy: '2027-08-02' });
  });

  it('lets a reopening govern a Part B correction and keeps the appeal in sight', () => {
    expect(
      summaryOf(clocksFor('medicare_ffs', { route: 'correct_resubmit', mechanism: 'reopening' })),
    ).toEqual(['*reopening statute 2027-09-01', ' appeal 1 statute 2027-01-04']);
  });

  it('counts a Part A adjustment one year from the through date', () => {
    const deadlines = clocksFor(
      'medicare_part_a',
      { route: 'correct_resubmit', mechanism: 'adjustment' },
      { lines: [], statementFrom: '2026-07-28', statementTo: '2026-08-05' },
    );
    expect(summaryOf(deadlines)).toEqual([
      '*corrected_claim statute 2027-08-05',
      ' appeal 1 statute 2027-01-04',
      ' reopening statute 2027-09-01',
    ]);
  });

  it('cannot date a records request, whose letter the remittance does not carry, and says so', () => {
    const deadlines = clocksFor('medicare_ffs', { route: 'documentation', category: 'documentation' });
    const request = deadlines.find((d) => d.kind === 'records' && d.lastDay === null);
    expect(request).toMatchObject({
      basis: 'statute',
      startsOn: null,
      safeBy: null,
      sendBy: null,
      governs: false,
    });
    expect(request?.note).toContain('date of the request letter');
    expect(deadlines[0]).toMatchObject({ kind: 'records', governs: true, lastDay: '2026-12-30' });
  });

  it('shows a late claim the missed limit and the exception, which governs, and no appeal', () => {
    const deadlines = clocksFor('medicare_ffs', {
      route: 'review',
      category: 'timely_filing',
      appealable: 'no',
    });
    expect(summaryOf(deadlines)).toEqual(['*claim_filing statute', ' claim_filing statute 2027-08-03']);
    expect(deadlines[0]?.note).toContain('Four grounds');
  });

  it('names the recoupment stop where a recovery audit speaks', () => {
    const deadlines = clocksFor('medicare_ffs', { route: 'review' }, { remarks: ['N432'] });
    expect(deadlines.some((d) => d.note?.includes('stops recoupment'))).toBe(true);
    expect(clocksFor('medicare_ffs').some((d) => d.note?.includes('stops recoupment'))).toBe(false);
  });
});

describe('Medicare Advantage', () => {
  it('offers reconsideration to a provider without contract', () => {
    expect(summaryOf(clocksFor(payerOf('medicare_advantage', 'out')))).toEqual([
      '*appeal 1 statute 2026-11-05',
      ' corrected_claim not_configured',
    ]);
  });

  it('sends a contracted provider to its agreement', () => {
    expect(summaryOf(clocksFor(payerOf('medicare_advantage', 'in')))).toEqual([
      '*dispute 1 not_configured',
      ' corrected_claim not_configured',
    ]);
  });

  it('shows both while the network is unknown, the dated one governing', () => {
    expect(summaryOf(clocksFor('medicare_advantage'))).toEqual([
      '*appeal 1 statute 2026-11-05',
      ' corrected_claim not_configured',
      ' dispute 1 not_configured',
    ]);
  });

  it('counted 60 days for notices before 2025', () => {
    const deadlines = clocksFor(
      payerOf('medicare_advantage', 'out'),
      {},
      { lines: [lineOf({ serviceFrom: '2024-08-01' })] },
      { producedOn: '2024-09-03', paidOn: null },
    );
    expect(summaryOf(deadlines)).toEqual(['*appeal 1 statute 2024-11-02', ' corrected_claim not_configured']);
  });

  it('asks to verify what rests on a weaker source', () => {
    const filing = clocksFor(payerOf('medicare_advantage', 'out'), {
      route: 'correct_resubmit',
      mechanism: 'new_claim',
    }).find((d) => d.kind === 'claim_filing');
    expect(filing?.note).toMatch(/^Verify/);
  });
});

describe('Medicaid', () => {
  it('knows the federal outer limit of filing, but lets the State rule govern', () => {
    expect(
      summaryOf(
        clocksFor('medicaid', { route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' }),
      ),
    ).toEqual(['*claim_filing not_configured', ' claim_filing statute 2027-08-03']);
  });

  it('leaves State appeals to configuration', () => {
    expect(summaryOf(clocksFor('medicaid'))).toEqual([
      '*appeal 1 not_configured',
      ' corrected_claim not_configured',
    ]);
  });

  it('lists the plan appeal with the member, and the provider dispute governs', () => {
    const deadlines = clocksFor('medicaid_mco');
    expect(summaryOf(deadlines)).toEqual([
      '*dispute 1 not_configured',
      ' appeal 1 statute 2026-10-31',
      ' corrected_claim not_configured',
    ]);
    expect(deadlines[1]?.note).toContain('written consent');
  });
});

describe('commercial and exchange plans', () => {
  it.each(['commercial', 'capitated_commercial', 'exchange', 'exchange_shop'] as const)(
    '%s: the contract governs and the member appeal is shown as the member’s',
    (payerType) => {
      const deadlines = clocksFor(payerType);
      expect(summaryOf(deadlines)).toEqual([
        '*dispute 1 not_configured',
        ' appeal 1 statute 2027-02-28',
        ' corrected_claim not_configured',
      ]);
      expect(deadlines[1]?.note).toContain('authorized representative');
    },
  );

  it('says what to configure where nothing is', () => {
    const [dispute] = clocksFor('commercial');
    expect(dispute).toMatchObject({
      startsOn: null,
      countedFrom: null,
      safeBy: null,
      lastDay: null,
      sendBy: null,
    });
    expect(dispute?.note).toContain('configure it for this payer');
  });

  it('opens the negotiation clock on a No Surprises Act remark', () => {
    const [first] = clocksFor(
      'commercial',
      { class: 'non_denial', route: 'review' },
      { lines: [lineOf({ remarks: ['N877'] })] },
    );
    expect(first).toMatchObject({
      kind: 'open_negotiation',
      governs: true,
      lastDay: '2026-10-14',
      safeBy: '2026-10-01',
    });
  });

  it('knows no negotiation clock at Medicare', () => {
    expect(clocksFor('medicare_ffs', { route: 'review' }, { remarks: ['N877'] })).toEqual(
      clocksFor('medicare_ffs', { route: 'review' }),
    );
  });
});

describe('federal and State programmes', () => {
  it('never lets a TRICARE network provider appeal', () => {
    expect(summaryOf(clocksFor(payerOf('tricare', 'in')))).toEqual([
      '*dispute 1 not_configured',
      ' corrected_claim not_configured',
    ]);
  });

  it('gives a TRICARE non-network provider 90 days, by postmark', () => {
    const [appeal] = clocksFor(payerOf('tricare', 'out'));
    expect(appeal).toMatchObject({ governs: true, lastDay: '2026-11-30', basis: 'statute' });
    expect(appeal?.note).toContain('Postmark');
  });

  it('shows FEHB reconsideration as the patient’s', () => {
    expect(summaryOf(clocksFor('fehb'))).toEqual([
      '*dispute 1 not_configured',
      ' appeal 1 statute 2027-03-01',
      ' corrected_claim not_configured',
    ]);
  });

  it('takes the VA network window as a payer default to verify', () => {
    const [dispute] = clocksFor(payerOf('va', 'in'));
    expect(dispute).toMatchObject({ basis: 'payer_default', lastDay: '2026-11-30', governs: true });
    expect(dispute?.note).toMatch(/^Verify/);
  });

  it.each(['workers_comp', 'auto', 'unknown'] as const)('configures nothing for %s', (payerType) => {
    const deadlines = clocksFor(payerType);
    expect(deadlines.length).toBeGreaterThan(1);
    expect(deadlines.every((d) => d.basis === 'not_configured' && d.note !== null)).toBe(true);
  });
});

describe('any payer', () => {
  it('follows up a hold after 30 days, and nothing else', () => {
    for (const payerType of payerTypeSchema.options) {
      const deadlines = clocksFor(payerType, { class: 'hold', route: 'not_a_denial' });
      expect(summaryOf(deadlines)).toEqual(['*follow_up payer_default 2026-10-01']);
      expect(deadlines[0]).toMatchObject({ sendBy: '2026-10-01', source: 'product default' });
    }
  });

  it('has no clock for what is no denial work', () => {
    expect(clocksFor('commercial', { class: 'non_denial', route: 'not_a_denial' })).toEqual([]);
  });

  it('points to the other payer’s filing limit', () => {
    const [first] = clocksFor('medicare_ffs', { route: 'bill_other_payer' });
    expect(first).toMatchObject({ kind: 'claim_filing', basis: 'not_configured', governs: true });
    expect(first?.note).toContain('other payer');
  });

  it.each(['write_off', 'patient_responsibility'] as const)(
    'still shows the remedies of a proposed %s, to decide before the first lapses',
    (route) => {
      expect(summaryOf(clocksFor('medicare_ffs', { route }))).toEqual([
        '*appeal 1 statute 2027-01-04',
        ' reopening statute 2027-09-01',
      ]);
    },
  );

  it('lets the earliest of all clocks govern a review', () => {
    const [first] = clocksFor(
      'medicare_ffs',
      { route: 'review' },
      { lines: [lineOf({ serviceFrom: '2025-10-01' })] },
    );
    expect(first).toMatchObject({ kind: 'claim_filing', lastDay: '2026-10-01', governs: true });
  });

  it('voids and bills anew inside the filing limit', () => {
    const kinds = clocksFor('commercial', { route: 'correct_resubmit', mechanism: 'void_and_new' }).map(
      (d) => d.kind,
    );
    expect(kinds[0]).toBe('claim_filing');
    expect(kinds).toContain('corrected_claim');
  });

  it('shows every way of correcting while the mechanism is open', () => {
    const kinds = clocksFor('medicare_ffs', { route: 'correct_resubmit', mechanism: 'none' }).map(
      (d) => d.kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(['claim_filing', 'reopening', 'appeal']));
  });

  it('keeps the records clocks in sight when a documentation denial goes another way', () => {
    const kinds = clocksFor('medicare_ffs', { route: 'review', category: 'documentation' }).map(
      (d) => d.kind,
    );
    expect(kinds).toContain('records');
    expect(clocksFor('medicare_ffs', { route: 'review' }).map((d) => d.kind)).not.toContain('records');
  });

  it('gives deadlines in the words of the contract', () => {
    for (const payerType of payerTypeSchema.options) {
      for (const deadline of clocksFor(payerType)) expect(deadlineSchema.parse(deadline)).toEqual(deadline);
    }
  });
});
