import { describe, expect, test } from 'vitest';
import { decisionFactSchema } from '../../../functions/core/rulebook/simulate/decision-fact.ts';
import { changesNothing, simulationReportSchema } from '../../../functions/core/rulebook/simulate/report.ts';
import { MOST_EXAMPLES } from '../../../functions/core/rulebook/simulate/tally.ts';
import { factsIn, generatedFacts, layerOf, simulate, simulationOf } from '../../fixtures/decision-facts.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const recordsFirst = layerOf({ carcs: ['50'], route: 'documentation' });

describe('a simulation', () => {
  test('of the present rulebook changes nothing', async () => {
    const report = simulate(await generatedFacts(2000), simulationOf(null));

    expect(report.claims).toBeGreaterThan(1900);
    expect(report.denials.present.denials).toBeGreaterThan(300);
    expect(report.denials.proposed).toEqual(report.denials.present);
    expect(changesNothing(report)).toBe(true);
    expect(report.notAsArchived).toBe(0);
  });

  test('says which denials change route and how much money goes with them', async () => {
    const file = remittanceFile([
      { claims: [deniedClaim('A', 12_500), deniedClaim('B', 40_000), paidClaim('C')] },
    ]);

    const report = simulate(await factsIn(file), simulationOf(recordsFirst));

    expect(report.claims).toBe(3);
    expect(report.changed).toEqual({ denials: 2, cents: 52_500 });
    expect(report.routes).toMatchObject([{ from: 'appeal', to: 'documentation', denials: 2, cents: 52_500 }]);
    expect(report.reasons).toMatchObject([{ reason: 'CO-50', denials: 2, cents: 52_500 }]);
    expect(report.payers).toHaveLength(1);
  });

  test('shows examples without anything of the patient, those with the most money first', async () => {
    const file = remittanceFile([
      { claims: [deniedClaim('ZZSENTINEL', 12_500), deniedClaim('ZZSENTINEL2', 40_000)] },
    ]);
    const facts = await factsIn(file);

    const { examples } = simulate(facts, simulationOf(recordsFirst));

    expect(examples.map(({ cents, ruleAfter }) => [cents, ruleAfter])).toEqual([
      [40_000, 'org.test'],
      [12_500, 'org.test'],
    ]);
    expect(JSON.stringify([facts, examples])).not.toContain('SENTINEL');
    expect(JSON.stringify(examples)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  test('shows twenty examples at most, and of each change of route at least one', async () => {
    const facts = await generatedFacts(2000);
    const layer = layerOf({ carcs: ['16', '18', '29', '50', '97', '197'], route: 'write_off' });

    const { examples, routes, changed } = simulate(facts, simulationOf(layer));

    expect(changed.denials).toBeGreaterThan(MOST_EXAMPLES);
    expect(examples).toHaveLength(MOST_EXAMPLES);
    const shown = new Set(examples.map(({ from, to }) => `${from} ${to}`));
    expect(shown).toEqual(new Set(routes.slice(0, MOST_EXAMPLES).map(({ from, to }) => `${from} ${to}`)));
  });

  test('says which denials would miss the clock of their new way', async () => {
    // CO-50 of Medicare: 120 days to appeal. Corrections of Part B are reopened within a year.
    const claim = { ...deniedClaim('A'), filing: 'MB', servedOn: '20261001' };
    const facts = await factsIn(
      remittanceFile([{ claims: [claim], paidOn: '20261020', producedOn: '20261020' }]),
    );
    const correcting = layerOf({ carcs: ['50'], route: 'correct_resubmit' });
    const appealing = simulationOf(null, '2027-04-01');
    const corrected = simulationOf(correcting, '2027-04-01');

    const backward = simulate(facts, { ...appealing, present: corrected.proposed });
    const forward = simulate(facts, corrected);

    expect(backward.routes).toMatchObject([{ to: 'appeal', clocks: { tooLate: 1 } }]);
    expect(backward.examples[0]?.clock).toBe('too_late');
    expect(forward.clocks.tooLate).toBe(0);
    expect(forward.clocks.lapsesFirst).toBe(1);
  });

  test('counts no clock in trouble that has to be sent first today as well', async () => {
    // The member's appeal has a date, the provider's dispute has none, whichever way is taken.
    const facts = (await factsIn(remittanceFile([{ claims: [deniedClaim('A')] }]))).map((fact) => ({
      ...fact,
      payer: { ...fact.payer, payerType: 'commercial' as const },
    }));

    const report = simulate(facts, simulationOf(layerOf({ carcs: ['50'], route: 'review' })));

    expect(report.routes).toMatchObject([{ from: 'appeal', to: 'review', denials: 1 }]);
    expect(report.clocks).toEqual({ tooLate: 0, lapsesFirst: 0, noDate: 0 });
  });

  test('tells a denial that would be none any more, and that its date goes with it', async () => {
    const claim = { ...deniedClaim('A'), filing: 'MB', servedOn: '20261001' };
    const facts = await factsIn(
      remittanceFile([{ claims: [claim], paidOn: '20261020', producedOn: '20261020' }]),
    );
    const reduced = {
      layer: { number: 1, name: 'Test', changed: '2026-11-01' },
      classes: [
        {
          ...{ id: 'org.reduced', when: { groups: ['CO'], carcs: ['50'] }, class: 'non_denial' },
          ...{ says: 'A test.', source: 'A test', confidence: 'high' },
        },
      ],
    };

    const report = simulate(facts, simulationOf(reduced));

    expect(report.routes).toMatchObject([{ from: 'appeal', to: 'no_denial', clocks: { noDate: 1 } }]);
    expect(report.denials.proposed.denials).toBe(0);
  });

  test('counts claims that the archive says were decided otherwise by this very rulebook', async () => {
    const facts = await factsIn(remittanceFile([{ claims: [deniedClaim('A'), deniedClaim('B')] }]));
    const [first, second] = facts;
    const edited = { ...first, decided: { ...first?.decided, route: 'review' } } as typeof first & object;

    expect(simulate([edited, second as never], simulationOf(null)).notAsArchived).toBe(1);
    expect(simulate([{ ...edited, rulebookVersion: '2025.1.1' }], simulationOf(null)).notAsArchived).toBe(0);
  });

  test('gives a report, and reads facts, of the form that is written down', async () => {
    const facts = await generatedFacts(300);

    expect(() => simulationReportSchema.parse(simulate(facts, simulationOf(recordsFirst)))).not.toThrow();
    for (const fact of facts)
      expect(decisionFactSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
  });
});
