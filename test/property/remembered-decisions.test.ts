import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { claimFactsOf } from '../../functions/core/denial/claim-facts.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { rememberingDecisions } from '../../functions/core/denial/remembered-decisions.ts';
import { generate } from '../../functions/core/generate/generate.ts';
import { payerProfileOf, payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { createRemittanceReader } from '../../functions/core/remittance/reader.ts';
import type { ClaimPayment } from '../../functions/core/remittance/remittance.ts';
import { type LineSketch, payerOf, remittedClaim } from '../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();
const SAMPLES = path.resolve(import.meta.dirname, '../../events/samples');

/** Few codes, so that many claims are alike but for one thing: of each kind, and some that no list knows. */
const GROUPS = ['CO', 'CO', 'PR', 'OA', 'PI', 'CR', 'XX', 'C\u0000'];
const CARCS = [
  ...['50', '97', '16', '197', '29', '22', '45', '45', '1', '2', '3', '96', '252', '193', '253', '94'],
  ...['B7', '133', '999', '045', ' 50', '5\u00000', ''],
];
const REMARKS = [
  ...['N115', 'M25', 'MA130', 'N706', 'N781', 'N211', 'MA01', 'MA18', 'N522', 'n115', 'ZZ9', '\u0000', '2'],
  ...['N657', 'M51', 'N938', 'N432', 'N390'],
];

const cents = fc.oneof(
  fc.constantFrom(0, 0, 1, -1, 100, 200, 50_000, 12_345_678_901),
  fc.integer({ min: 1, max: 90_000 }),
);
const adjustment = fc
  .tuple(fc.constantFrom(...GROUPS), fc.constantFrom(...CARCS), cents)
  .map(([group, carc, amountCents]) => ({ group, carc, amountCents, quantity: null }));
const remarks = fc.array(fc.constantFrom(...REMARKS), { maxLength: 3 });
const line = fc.record({
  adjustments: fc.array(adjustment, { maxLength: 3 }),
  remarks,
  rejectCodes: fc.constantFrom([], [], ['75']),
  modifiers: fc.constantFrom([], [], ['GA'], ['25'], ['25', 'GA']),
  revenueCode: fc.constantFrom('', '0450'),
  chargeCents: fc.constantFrom(50_000, 100),
  paidCents: fc.constantFrom(0, 8_000),
});
const claim = fc
  .record({
    status: fc.constantFrom('1', '1', '4', '2', '22', '25', '19', '20', ' 4', '\u0000'),
    paidCents: fc.constantFrom(0, 8_000),
    parties: fc.constantFrom([], ['QC'], ['TT'], ['PR'], ['QC', 'GB']),
    adjustments: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(adjustment, { maxLength: 2 }) },
    ),
    remarks: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: remarks }),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map((sketch): ClaimPayment => {
    const { status, paidCents, parties, lines } = sketch;
    const bare = remittedClaim({ status, paidCents, parties, lines: lines.map(() => ({})) });
    return {
      ...bare,
      adjustments: sketch.adjustments,
      remarks: sketch.remarks,
      lines: bare.lines.map((made, at) => {
        const { modifiers = [], ...drawn } = lines[at] ?? {};
        return { ...made, ...drawn, procedure: { qualifier: 'HC', code: '99213', modifiers } };
      }),
    };
  });
const payer = fc
  .tuple(
    fc.constantFrom(...payerTypeSchema.options.slice(0, 8), 'unknown' as const),
    fc.constantFrom('in' as const, 'out' as const, null),
    fc.constantFrom(true, false, null),
  )
  .map(([payerType, network, allowFrequency7]) => payerOf(payerType, { network, allowFrequency7 }));
const facts = fc.constantFrom(
  {},
  {},
  { approvalOnFile: true },
  { approvalOnFile: false },
  { advanceNoticeOnFile: true },
);

/** The same claim with other amounts of the same signs. */
function withOtherAmounts(one: ClaimPayment, by: number): ClaimPayment {
  let turn = by;
  const other = <L extends { readonly adjustments: ClaimPayment['adjustments'] }>(level: L): L => ({
    ...level,
    adjustments: level.adjustments.map((known) => {
      turn = (turn * 7 + 3) % 1_009;
      return { ...known, amountCents: Math.sign(known.amountCents) * (1 + turn * 100) };
    }),
  });
  return other({ ...one, lines: one.lines.map(other) });
}

describe('a remembered decision', () => {
  it('is the one that would be made afresh, whatever the claim and whatever came before', () => {
    const decide = rememberingDecisions(rulebook);
    fc.assert(
      fc.property(claim, payer, facts, fc.nat(1_000), (first, profile, known, by) => {
        const variants = [first, withOtherAmounts(first, by), withOtherAmounts(first, by + 1), first];
        for (const one of variants)
          expect(decide(one, profile, known)).toEqual(decideClaim(one, profile, rulebook, known));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is right for lines that differ in one thing only', () => {
    const decide = rememberingDecisions(rulebook);
    fc.assert(
      fc.property(claim, claim, payer, (one, other, profile) => {
        const crossed = [
          one,
          { ...one, status: other.status },
          { ...one, parties: other.parties },
          { ...one, remarks: other.remarks },
          { ...one, adjustments: other.adjustments },
          { ...one, lines: other.lines },
          ...one.lines.flatMap((own, at) => {
            const its = other.lines[at];
            if (its === undefined) return [];
            const put = (more: Partial<typeof own>) => ({
              ...one,
              lines: one.lines.map((l) => (l === own ? { ...own, ...more } : l)),
            });
            return [
              put({ remarks: its.remarks }),
              put({ rejectCodes: its.rejectCodes }),
              put({ procedure: its.procedure }),
              put({ procedure: null }),
              put({ ordinal: own.ordinal + 10 }),
              put({ adjustments: its.adjustments }),
              put({ paidCents: its.paidCents, chargeCents: its.chargeCents, revenueCode: its.revenueCode }),
            ];
          }),
        ];
        for (const each of crossed)
          expect(decide(each, profile)).toEqual(decideClaim(each, profile, rulebook));
      }),
      { numRuns: 500 },
    );
  });

  const denied = (cas: string, more: LineSketch = {}) => remittedClaim({ lines: [{ cas: [cas], ...more }] });
  const partiesOf = (entity: string) => remittedClaim({ parties: [entity] }).parties;
  const medicare = payerOf('medicare_ffs');
  const commercial = payerOf('commercial');
  it.each([
    ['a remark', denied('CO-50'), denied('CO-50', { remarks: ['MA130'] }), medicare, medicare],
    ['a modifier', denied('PR-50'), denied('PR-50', { modifiers: ['GA'] }), medicare, medicare],
    [
      'a pharmacy reject code',
      denied('CO-16'),
      denied('CO-16', { rejectCodes: ['75'] }),
      commercial,
      commercial,
    ],
    [
      'an amount that is nothing',
      remittedClaim({ lines: [{ cas: ['CO-50 0', 'CO-197'] }] }),
      remittedClaim({ lines: [{ cas: ['CO-50', 'CO-197'] }] }),
      commercial,
      commercial,
    ],
    [
      'which amount is larger',
      remittedClaim({ lines: [{ cas: ['CO-50 1', 'CO-56 2'] }] }),
      remittedClaim({ lines: [{ cas: ['CO-50 2', 'CO-56 1'] }] }),
      commercial,
      commercial,
    ],
    ['the line', denied('CO-50'), remittedClaim({ lines: [{}, { cas: ['CO-50'] }] }), commercial, commercial],
    ['the level', remittedClaim({ cas: ['CO-50'] }), denied('CO-50'), commercial, commercial],
    [
      'a code of the claim itself',
      denied('CO-50'),
      remittedClaim({ cas: ['CO-193 0'], lines: [{ cas: ['CO-50'] }] }),
      commercial,
      commercial,
    ],
    [
      'a remark of the claim itself',
      denied('CO-50'),
      remittedClaim({ remarks: ['MA130'], lines: [{ cas: ['CO-50'] }] }),
      medicare,
      medicare,
    ],
    [
      'another payer',
      denied('PR-204'),
      { ...denied('PR-204'), parties: partiesOf('PR') },
      commercial,
      commercial,
    ],
    [
      'the next payer',
      denied('PR-204'),
      { ...denied('PR-204'), parties: partiesOf('TT') },
      commercial,
      commercial,
    ],
    [
      'the status',
      denied('CO-50'),
      remittedClaim({ status: '25', lines: [{ cas: ['CO-50'] }] }),
      commercial,
      commercial,
    ],
    [
      'the payer type',
      denied('CO-16', { remarks: ['M51'] }),
      denied('CO-16', { remarks: ['M51'] }),
      commercial,
      medicare,
    ],
    [
      'replacement claims',
      denied('CO-16', { remarks: ['M51'] }),
      denied('CO-16', { remarks: ['M51'] }),
      commercial,
      payerOf('commercial', { allowFrequency7: false }),
    ],
    [
      'the network',
      denied('CO-50'),
      denied('CO-50'),
      payerOf('tricare', { network: 'in' }),
      payerOf('tricare'),
    ],
    ['capitation', denied('CO-24'), denied('CO-24'), commercial, payerOf('capitated_commercial')],
  ])('tells apart claims that differ in %s', (_what, one, other, itsPayer, otherPayer) => {
    const decide = rememberingDecisions(rulebook);
    const [fresh, otherFresh] = [
      decideClaim(one, itsPayer, rulebook),
      decideClaim(other, otherPayer, rulebook),
    ];
    expect(otherFresh).not.toEqual(fresh);
    for (let round = 0; round < 2; round++) {
      expect(decide(one, itsPayer)).toEqual(fresh);
      expect(decide(other, otherPayer)).toEqual(otherFresh);
    }
  });

  it('stays right when its memory is emptied all the time', () => {
    const decide = rememberingDecisions(rulebook, 5);
    fc.assert(
      fc.property(claim, payer, (one, profile) => {
        expect(decide(one, profile)).toEqual(decideClaim(one, profile, rulebook));
      }),
      { numRuns: 300 },
    );
  });

  it('is right for every claim of the samples and of a generated file', () => {
    const decide = rememberingDecisions(rulebook);
    let decided = 0;
    const reader = () =>
      createRemittanceReader((event) => {
        if (event.kind !== 'claim') return;
        const profile = payerProfileOf(event.header.payer, event.claim.filingIndicator, []);
        const fresh = decideClaim(event.claim, profile, rulebook);
        expect(decide(event.claim, profile)).toEqual(fresh);
        expect(decide(claimFactsOf(event.claim), profile)).toEqual(fresh);
        if (fresh !== null) decided += 1;
      });
    for (const name of readdirSync(SAMPLES).filter((file) => file.endsWith('.835'))) {
      const read = reader();
      read.push(readFileSync(path.join(SAMPLES, name)));
      read.end();
    }
    const read = reader();
    const request = {
      seed: 7,
      from: '2026-07-01',
      to: '2026-09-30',
      denialRate: 0.3,
      payerMix: null,
      claimsPerRemittance: null,
      size: { bytes: 1_500_000 },
    };
    const pieces = generate(request, { kinds: new Set(['835']), segmentEnd: '~' });
    for (let next = pieces.next(); !next.done; next = pieces.next())
      read.push(Buffer.from(next.value.text, 'latin1'));
    read.end();
    expect(decided).toBeGreaterThan(500);
  });

  it('shares what amounts cannot change, and lets nobody change it', () => {
    const decide = rememberingDecisions(rulebook);
    const one = decide(denied('CO-50 120.00'), medicare);
    const other = decide(denied('CO-50 75.10'), medicare);
    expect(other?.trace).toBe(one?.trace);
    expect(other?.amountCents).toBe(7_510);
    expect(other?.explanation).toContain('$75.10');
    expect(() => other?.trace.push({ rule: 'x', line: null, says: '', source: null })).toThrow(TypeError);
  });
});
