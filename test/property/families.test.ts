import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Adjudication, adjudicationIdOf } from '../../functions/core/family/adjudication.ts';
import { relate } from '../../functions/core/family/relate.ts';
import { adjudicated, permutations } from '../fixtures/family.ts';
import { type ClaimSpec, deniedClaim, paidClaim, reversalOf } from '../fixtures/remittance-file.ts';

const CHARGE = 12_500;
const kinds: readonly ClaimSpec[] = [
  deniedClaim('A1', CHARGE),
  paidClaim('A1', CHARGE),
  { id: 'A1', chargeCents: CHARGE, adjustments: [['CO', '50', 4_000]], remarks: ['MA91'] },
  { ...paidClaim('A1', CHARGE), number: 'ICN2', frequency: '7' },
  { ...deniedClaim('A1', 9_000), number: 'ICN3', original: 'ICN2' },
  { ...deniedClaim('B1', CHARGE), number: 'ICN4', original: 'ICNA1' },
  { ...deniedClaim('A1', CHARGE), status: '2' },
  { ...deniedClaim('A1', CHARGE), member: 'MEMBER999' },
];
const claim = fc
  .record({ kind: fc.constantFrom(...kinds), isReversal: fc.boolean() })
  .map(({ kind, isReversal }) => (isReversal ? reversalOf(kind) : kind));
const remittance = fc.record({
  day: fc.constantFrom('20261001', '20261005', '20261005', '20261020'),
  claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
});
const LARGEST = 6;
const familyOfUpTo = (size: number) =>
  fc
    .array(remittance, { minLength: 1, maxLength: size })
    .map((all) => all.flatMap(({ day, claims }) => adjudicated(day, ...claims)).slice(0, size));
const family = familyOfUpTo(LARGEST);
/** Some orders of a largest family; of a smaller one what is left of them. */
const orders = fc.array(
  fc.shuffledSubarray(
    Array.from({ length: LARGEST }, (_, i) => i),
    { minLength: LARGEST },
  ),
  { minLength: 12, maxLength: 12 },
);

// Every order of four members is 24, of six 720: the larger families come in orders that are drawn.
test('a family is related alike in every order of arrival, however often its members come', () => {
  fc.assert(
    fc.property(familyOfUpTo(4), (members) => {
      const expected = relate(members);
      for (const order of permutations(members)) expect(relate([...order, ...order])).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('a larger family is related alike in whatever order it comes', () => {
  fc.assert(
    fc.property(family, orders, (members, drawn) => {
      const expected = relate(members);
      for (const places of drawn) {
        const order = places.flatMap((at) => members[at] ?? []);
        expect(relate([...order, ...order])).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test('every adjudication keeps its place: none is lost, and each takes back or replaces others only', () => {
  fc.assert(
    fc.property(family, (adjudications: readonly Adjudication[]) => {
      const { members, relations } = relate(adjudications);
      expect(new Set(members.map(({ id }) => id))).toEqual(new Set(adjudications.map(adjudicationIdOf)));
      for (const { from, to } of relations) expect(from).not.toBe(to);
      const reversals = members.filter(({ standing }) => standing === 'reversal').length;
      expect(members.filter(({ standing }) => standing === 'reversed').length).toBeLessThanOrEqual(reversals);
    }),
  );
});

test('a denial is never answered by an adjudication of an earlier day', () => {
  fc.assert(
    fc.property(family, (adjudications) => {
      const { members } = relate(adjudications);
      for (const { answer, adjudication } of members) {
        if (answer?.on == null) continue;
        expect(answer.on >= (adjudication.header.producedOn ?? '')).toBe(true);
      }
    }),
  );
});

test('an episode with a decision that nothing took back always has one in force', () => {
  fc.assert(
    fc.property(family, (adjudications) => {
      const { members } = relate(adjudications);
      for (const episode of new Set(members.map((member) => member.episode))) {
        const own = members.filter((member) => member.episode === episode);
        const untouched = own.some(({ standing }) => standing === 'in_force' || standing === 'replaced');
        if (untouched)
          expect(own.some(({ standing }) => standing === 'in_force' || standing === 'reversed')).toBe(true);
      }
    }),
  );
});
