import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { type Decision, decisionSchema } from '../../functions/core/denial/decision.ts';
import { isUnexplained } from '../../functions/core/denial/unexplained.ts';
import { payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { lineDenial, payerOf, remittedClaim } from '../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();
const GROUPS = ['CO', 'PR', 'OA', 'PI'] as const;
const PAYERS = payerTypeSchema.options;
/** One payer type for each set of rules that differs. */
const DISTINCT_PAYERS = PAYERS.filter(
  (type) => !['exchange_shop', 'medicare_dme', 'va', 'auto'].includes(type),
);
const CARCS = [...rulebook.carcs.keys()];
const RARCS = [...rulebook.rarcs.keys()];
const APPEAL_CLOSED = new Set(['MA130', 'MA113', 'N211', 'MA44', 'N83', 'N704']);
/** Remarks of every kind: data, documents, redirects, policy, forks, patient, write-off, neutral, every signal. */
const VARIED_REMARKS = [
  ...['M51', 'N382', 'N54', 'MA92', 'N657', 'N565', 'N706', 'N393', 'N366', 'N886', 'N788', 'N479', 'MA04'],
  ...['N418', 'N70', 'N115', 'N386', 'N180', 'N939', 'N885', 'N130', 'N362', 'N20', 'M2', 'N390', 'M114'],
  ...['N197', 'N619', 'N425', 'N429', 'N441', 'M61', 'MA130', 'MA113', 'N211', 'N83', 'N704', 'N111', 'N185'],
  ...['N469', 'MA91', 'N921', 'N139', 'N142', 'N380', 'N798', 'N779', 'N938', 'N617', 'N581', 'N781', 'N192'],
  ...['N830', 'N859', 'N876', 'M38', 'M39', 'M27', 'N905', 'MA01', 'MA18', 'MA08', 'N14', 'M16'],
];

function breaches(decision: Decision, group: string, remarks: readonly string[], payer: string): string[] {
  const broken: string[] = [];
  const { route, class: as, appealable, mechanism } = decision;
  if (route === 'patient_responsibility' && group !== 'PR') broken.push('patient billed on another group');
  if (
    route === 'patient_responsibility' &&
    remarks.some((r) => ['N781', 'N192', 'N830', 'N859', 'M39', 'N905'].includes(r))
  )
    broken.push('protected patient billed');
  if (route === 'patient_responsibility' && as === 'denial' && /medicaid|workers_comp|auto/.test(payer))
    broken.push('patient billed where the payer type forbids it');
  if (route === 'write_off' && group !== 'CO') broken.push('written off without a contractual obligation');
  if (route === 'appeal' && remarks.some((r) => APPEAL_CLOSED.has(r)))
    broken.push('appealed where appeal is closed');
  if (route === 'appeal' && appealable === 'no') broken.push('appealed what is not appealable');
  if (as === 'denial' && route === 'not_a_denial') broken.push('a denial without work');
  if (as !== 'denial' && decision.amountCents !== 0) broken.push('money at risk without a denial');
  if (as === 'hold' && route !== 'not_a_denial') broken.push('a hold with work');
  if (route === 'correct_resubmit' && mechanism === 'none') broken.push('a correction without a mechanism');
  if (mechanism === 'replacement' && payer.startsWith('medicare_') && payer !== 'medicare_advantage')
    broken.push('a replacement to Original Medicare');
  const total = decision.reasons.reduce((sum, reason) => sum + reason.amountCents, 0);
  if (as === 'denial' && total !== decision.amountCents) broken.push('reasons and amount differ');
  return broken;
}

describe('every code, group, remark and payer type', () => {
  it('is decided without breaking the safety filter', () => {
    const broken: string[] = [];
    for (const carc of CARCS) {
      for (const group of GROUPS) {
        for (const remark of [null, ...VARIED_REMARKS]) {
          const remarks = remark === null ? [] : [remark];
          const claim = lineDenial(`${group}-${carc}`, remarks);
          for (const payer of DISTINCT_PAYERS) {
            const decision = decideClaim(claim, payerOf(payer), rulebook);
            if (decision === null) continue;
            for (const breach of breaches(decision, group, remarks, payer))
              broken.push(`${payer} ${group}-${carc} ${remark}: ${breach}`);
          }
        }
      }
    }
    expect(broken.slice(0, 20)).toEqual([]);
  }, 60_000);

  it('yields a decision that fits the contract', () => {
    for (const carc of CARCS) {
      for (const group of [...GROUPS, 'CR', 'XX']) {
        const decision = decideClaim(lineDenial(`${group}-${carc}`), payerOf('unknown'), rulebook);
        if (decision !== null) expect(decisionSchema.parse(decision)).toEqual(decision);
      }
    }
  });

  it('is never silently dropped: a denial under one reading of its row is a decision', () => {
    for (const [carc, code] of rulebook.carcs) {
      for (const group of GROUPS) {
        if (code.under[group].class !== 'denial') continue;
        expect(decideClaim(lineDenial(`${group}-${carc}`), payerOf('commercial'), rulebook)?.class).toBe(
          'denial',
        );
      }
    }
  });
});

const cents = fc.integer({ min: 1, max: 90_000 });
const cas = fc
  .tuple(fc.constantFrom(...GROUPS, 'XX'), fc.constantFrom(...CARCS, '999'), cents)
  .map(([group, carc, amount]) => `${group}-${carc} ${(amount / 100).toFixed(2)}`);
const remarkSet = fc.uniqueArray(fc.constantFrom(...VARIED_REMARKS, ...RARCS), { maxLength: 4 });
const claimSketch = fc.record({
  status: fc.constantFrom('1', '2', '4', '19', '22', '23', '25'),
  cas: fc.array(cas, { maxLength: 2 }),
  remarks: remarkSet,
  lines: fc.array(
    fc.record({
      cas: fc.array(cas, { maxLength: 4 }),
      remarks: remarkSet,
      paidCents: fc.constantFrom(0, 8_000),
    }),
    { maxLength: 4 },
  ),
});
const payer = fc.constantFrom(...PAYERS).map((type) => payerOf(type));

describe('any claim', () => {
  it('is decided the same in whatever order its adjustments and remarks stand', () => {
    fc.assert(
      fc.property(claimSketch, payer, (sketch, profile) => {
        const turned = {
          ...sketch,
          cas: [...sketch.cas].reverse(),
          remarks: [...sketch.remarks].reverse(),
          lines: sketch.lines.map((line) => ({
            ...line,
            cas: [...line.cas].reverse(),
            remarks: [...line.remarks].reverse(),
          })),
        };
        expect(decideClaim(remittedClaim(turned), profile, rulebook)).toEqual(
          decideClaim(remittedClaim(sketch), profile, rulebook),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('has denied money that is the sum of its reasons, and never more than was taken off', () => {
    fc.assert(
      fc.property(claimSketch, payer, (sketch, profile) => {
        const claim = remittedClaim(sketch);
        const decision = decideClaim(claim, profile, rulebook);
        if (decision === null) return;
        const all = [claim, ...claim.lines].flatMap((level) => level.adjustments);
        // Without any adjustment it is the whole charge that nobody explains.
        const taken = isUnexplained(claim)
          ? claim.chargeCents - claim.paidCents
          : all.reduce((sum, adjustment) => sum + Math.max(0, adjustment.amountCents), 0);
        const reasons = decision.reasons.reduce((sum, reason) => sum + reason.amountCents, 0);
        expect(decision.amountCents).toBe(decision.class === 'denial' ? reasons : 0);
        expect(reasons).toBeLessThanOrEqual(taken);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its class when every alert that is no hold is taken away', () => {
    const withoutAlerts = (remarks: readonly string[]) =>
      remarks.filter(
        (remark) => rulebook.rarcs.get(remark)?.alert !== true || ['N938', 'N618'].includes(remark),
      );
    fc.assert(
      fc.property(claimSketch, payer, (sketch, profile) => {
        const bare = {
          ...sketch,
          remarks: withoutAlerts(sketch.remarks),
          lines: sketch.lines.map((line) => ({ ...line, remarks: withoutAlerts(line.remarks) })),
        };
        const classOf = (s: typeof sketch) =>
          decideClaim(remittedClaim(s), profile, rulebook)?.class ?? 'non_denial';
        // Silent lines take over the claim's remarks, so only claims without a claim-level hold compare.
        fc.pre(!sketch.remarks.some((remark) => ['N581', 'N611', 'N920'].includes(remark)));
        expect(classOf(bare)).toBe(classOf(sketch));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its route when alerts that no rule names are taken away', () => {
    const speaks = (remark: string) => {
      const rarc = rulebook.rarcs.get(remark);
      const isNamed = rulebook.forwardedRemarks.has(remark) || rulebook.reversals.has(remark);
      return !rarc?.alert || rarc.signal || isNamed;
    };
    fc.assert(
      fc.property(claimSketch, payer, (sketch, profile) => {
        const bare = {
          ...sketch,
          remarks: sketch.remarks.filter(speaks),
          lines: sketch.lines.map((line) => ({ ...line, remarks: line.remarks.filter(speaks) })),
        };
        const [one, other] = [sketch, bare].map((s) => decideClaim(remittedClaim(s), profile, rulebook));
        expect([other?.class, other?.route, other?.mechanism]).toEqual([
          one?.class,
          one?.route,
          one?.mechanism,
        ]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('denies and holds nothing when it comes as a reversal, and asks only what a remark asks', () => {
    fc.assert(
      fc.property(claimSketch, payer, (sketch, profile) => {
        const decision = decideClaim(remittedClaim({ ...sketch, status: '22' }), profile, rulebook);
        const remarks = [...sketch.remarks, ...sketch.lines.flatMap((line) => line.remarks)];
        const asked = remarks.some((remark) => rulebook.reversals.has(remark));
        expect(decision && [decision.class, decision.amountCents]).toEqual(asked ? ['non_denial', 0] : null);
      }),
      { numRuns: 300 },
    );
  });

  it('gets the same answer by the short look as by the whole procedure', () => {
    const paidCas = fc
      .tuple(
        fc.constantFrom('CO-45', 'PR-1', 'PR-2', 'PR-3', 'CO-253', 'OA-23', 'CO-237', 'PR-100', 'CO-223'),
        cents,
      )
      .map(([code, amount]) => `${code} ${(amount / 100).toFixed(2)}`);
    const paidClaim = fc.record({
      cas: fc.array(paidCas, { maxLength: 1 }),
      paidCents: fc.constantFrom(0, 8_000),
      remarks: fc.constantFrom([], ['MA01'], ['N781'], ['N877']),
      lines: fc.array(
        fc.record({ cas: fc.array(paidCas, { maxLength: 2 }), paidCents: fc.constantFrom(0, 8_000) }),
        { maxLength: 3 },
      ),
    });
    // A remark that no list knows says nothing, but rules the short look out.
    const atLength = <T extends { remarks: readonly string[] }>(sketch: T) => ({
      ...sketch,
      remarks: [...sketch.remarks, 'ZZ1'],
    });
    fc.assert(
      fc.property(paidClaim, payer, (sketch, profile) => {
        const short = decideClaim(remittedClaim(sketch), profile, rulebook);
        const long = decideClaim(remittedClaim(atLength(sketch)), profile, rulebook);
        expect([short?.class, short?.route, short?.ruleId]).toEqual([long?.class, long?.route, long?.ruleId]);
      }),
      { numRuns: 1_000 },
    );
  });
});
