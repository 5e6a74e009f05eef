import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { claimFactsSchema } from '../../../functions/core/denial/claim-facts.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { type DecisionTrace, replayDecision, traceDecision } from '../../../functions/core/denial/trace.ts';
import labels from '../../benchmark/combos.json' with { type: 'json' };
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();

function traceOf(sketch: ClaimSketch, payer: Parameters<typeof payerOf>[0] = 'commercial'): DecisionTrace {
  return traceDecision(remittedClaim(sketch), payerOf(payer), rulebook);
}

function leadingOf(sketch: ClaimSketch, payer?: Parameters<typeof payerOf>[0]) {
  const [leading] = traceOf(sketch, payer).reasons;
  if (leading === undefined) throw new Error('The claim has no reason.');
  return leading;
}

describe('a full trace', () => {
  it('carries the very decision that is made without it', () => {
    for (const { group, carc, remarks } of labels) {
      const claim = remittedClaim({ lines: [{ cas: [`${group}-${carc}`], remarks }] });
      expect(traceDecision(claim, payerOf('commercial'), rulebook).decision).toEqual(
        decideClaim(claim, payerOf('commercial'), rulebook),
      );
    }
  });

  it('names the code’s own route as runner-up to a rule, and why it lost', () => {
    expect(leadingOf({ lines: [{ cas: ['CO-50'], remarks: ['N706'] }] }).runnersUp).toContainEqual(
      expect.objectContaining({
        ruleId: 'carc.50-CO',
        route: 'appeal',
        lost: 'a rule that fits comes before the code’s own route',
      }),
    );
  });

  it('names the less specific rule that lost to a more specific one', () => {
    const { ruleId, runnersUp } = leadingOf({ lines: [{ cas: ['CO-24'], remarks: ['N830'] }] }, 'commercial');
    expect(ruleId).toBe('choice.capitation-or-other-plan');
    expect(runnersUp).toContainEqual(
      expect.objectContaining({
        ruleId: 'choice.no-surprises-act',
        lost: 'the winner binds 1 field more',
      }),
    );
  });

  it('says that a signal comes before what the remarks point to', () => {
    const { ruleId, runnersUp } = leadingOf(
      { lines: [{ cas: ['CO-16'], remarks: ['MA130', 'M51'] }] },
      'medicare_ffs',
    );
    expect(ruleId).toBe('rights.unprocessable');
    expect(runnersUp.find(({ ruleId: id }) => id === 'pair.datum')?.lost).toBe(
      'a signal that decides by itself comes before every other rule',
    );
  });

  it('names a choice that yields to the remarks', () => {
    const { runnersUp } = leadingOf({ lines: [{ cas: ['CO-24'], remarks: ['N706'] }] });
    expect(runnersUp.find(({ ruleId }) => ruleId === 'choice.capitation-or-other-plan')?.lost).toBe(
      'it yields to remarks that point to documentation',
    );
  });

  it('names each removed option with its cause', () => {
    const { removed } = leadingOf({ lines: [{ cas: ['CO-50'], remarks: ['N211'] }] });
    expect(removed).toEqual([
      expect.objectContaining({ route: 'appeal', ruleId: 'rights.appeal-closed' }),
      expect.objectContaining({ route: 'patient_responsibility', ruleId: 'safety.patient-only-under-pr' }),
    ]);
  });

  it('says which gate stopped a claim that opens nothing', () => {
    expect(traceOf({ status: '22', lines: [{ cas: ['CO-50'] }] })).toMatchObject({
      decision: null,
      gates: [{ gate: 'status', passed: false }],
    });
    expect(traceOf({ lines: [{ cas: ['CO-45'] }] }).gates.at(-1)).toMatchObject({
      gate: 'plainly_paid',
      passed: false,
    });
  });

  it('says what the gates let through', () => {
    const { gates } = traceOf({ lines: [{ cas: ['CO-50 10', 'CO-45 5'] }] });
    expect(gates.map(({ gate, passed }) => [gate, passed])).toEqual([
      ['status', true],
      ['plainly_paid', true],
      ['class', true],
      ['hold', true],
      ['conflict', true],
    ]);
    expect(gates[2]?.says).toMatch(/^1 of 2 amounts taken off is a denial; the others/);
    const alone = traceOf({ lines: [{ cas: ['CO-50 10'] }] });
    expect(alone.gates[2]?.says).toBe('1 of 1 amounts taken off is a denial.');
  });
});

describe('what a trace was made from', () => {
  it('gives the same decision again with the same rulebook, after a way through JSON', () => {
    for (const { group, carc, remarks, payerScope } of labels) {
      const claim = remittedClaim({
        remarks: ['MA01'],
        parties: ['TT'],
        lines: [{ cas: [`${group}-${carc}`, 'PR-2 3'], remarks, modifiers: ['GA'] }, { cas: ['CO-45'] }],
      });
      const payer = payerOf(payerScope === 'medicare_ffs' ? 'medicare_ffs' : 'exchange');
      const trace = traceDecision(claim, payer, rulebook, { approvalOnFile: true });
      const basis = JSON.parse(JSON.stringify(trace.basis)) as DecisionTrace['basis'];
      expect(replayDecision(basis, rulebook)).toEqual({ kind: 'decided', decision: trace.decision });
    }
  });

  it('is not replayed with another rulebook', () => {
    const { basis } = traceOf({ lines: [{ cas: ['CO-50'] }] });
    expect(replayDecision({ ...basis, rulebookVersion: '2025.1.1' }, rulebook)).toEqual({
      kind: 'other_rulebook',
      wanted: '2025.1.1',
      given: rulebook.version,
    });
  });

  it('holds nothing of the patient', () => {
    const { basis } = traceOf({ parties: ['QC'], lines: [{ cas: ['CO-50'] }] });
    expect(claimFactsSchema.parse(basis.claim).parties).toEqual([{ entity: 'QC' }]);
    expect(JSON.stringify(basis)).not.toContain('OTHER PAYER');
    expect(JSON.stringify(basis)).not.toContain('SYNTHETIC');
  });
});

describe('the conditions of a rule', () => {
  it('are all met of every rule that spoke, but for the route it turned away from', () => {
    let asked = 0;
    for (const { group, carc, remarks } of labels) {
      const { reasons } = traceOf({ lines: [{ cas: [`${group}-${carc}`], remarks }] });
      for (const reason of reasons) {
        const spoke = new Set(reason.steps.map(({ rule }) => rule));
        for (const { ruleId, conditions } of reason.asked.filter(({ ruleId: id }) => spoke.has(id))) {
          asked += conditions.length;
          const unmet = conditions.filter(({ met, asks }) => !met && asks !== 'routes');
          expect(unmet, ruleId).toEqual([]);
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
  });
});
