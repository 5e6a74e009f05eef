import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledClocks } from '../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { clocksOf } from '../../functions/core/deadline/clocks.ts';
import { rememberingClocks } from '../../functions/core/deadline/remembered-clocks.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { generate } from '../../functions/core/generate/generate.ts';
import { type OwnTerms, type PayerProfile, payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { createRemittanceReader } from '../../functions/core/remittance/reader.ts';
import type { ClaimPayment, RemittanceHeader } from '../../functions/core/remittance/remittance.ts';
import { payerOf, remittedClaim } from '../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();
const clocks = bundledClocks();

const denials: { readonly claim: ClaimPayment; readonly header: RemittanceHeader }[] = [];
const reader = createRemittanceReader((event) => {
  if (event.kind !== 'claim') return;
  if (decideClaim(event.claim, payerOf('commercial'), rulebook) !== null) denials.push(event);
});
const request = {
  seed: 11,
  from: '2026-07-01',
  to: '2026-09-30',
  denialRate: 0.5,
  payerMix: null,
  claimsPerRemittance: null,
  size: { bytes: 300_000 },
};
const pieces = generate(request, { kinds: new Set(['835']), segmentEnd: '~' });
for (let next = pieces.next(); !next.done; next = pieces.next())
  reader.push(Buffer.from(next.value.text, 'latin1'));
reader.end();

const [contract] = clocks.opening.get('medicare_ffs') ?? [];
const agreed = (payer: string, leadBusinessDays: OwnTerms['leadBusinessDays']): OwnTerms => ({
  payer,
  clocks: contract === undefined ? [] : [contract],
  channels: { appeal: 'mail' },
  leadBusinessDays,
});
const TERMS = [undefined, undefined, agreed('one', { mail: 5 }), agreed('other', { mail: 9 })];

const day = fc.constantFrom(
  ...['2026-07-01', '2026-08-31', '2026-09-15', '2024-02-29', '2026-12-31', '1900-01-01', '2098-01-01'],
  '2026-02-30',
  null,
);
const profile = fc
  .record({
    payerType: fc.constantFrom(...payerTypeSchema.options),
    network: fc.constantFrom('in' as const, 'out' as const, null),
    own: fc.constantFrom(...TERMS),
  })
  .map(
    ({ payerType, network, own }): PayerProfile =>
      payerOf(payerType, { network, ...(own === undefined ? {} : { own }) }),
  );
const dates = fc.record({
  producedOn: day,
  paidOn: day,
  statementFrom: day,
  statementTo: day,
  receivedOn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
  serviceFrom: day,
  serviceTo: day,
  line: fc.nat(3),
  revenueCode: fc.constantFrom('', '0450'),
  filingIndicator: fc.constantFrom('MB', 'ZZ'),
  remarks: fc.constantFrom([], ['N706'], ['MA01'], ['N859'], ['N830'], ['N432']),
});

function withDates(
  { claim, header }: (typeof denials)[number],
  drawn: typeof dates extends fc.Arbitrary<infer D> ? D : never,
) {
  const { producedOn, paidOn, serviceFrom, serviceTo, line, revenueCode, remarks, ...ofClaim } = drawn;
  const lines = claim.lines.map((one, at) =>
    at === line ? { ...one, serviceFrom, serviceTo, revenueCode, remarks } : one,
  );
  return {
    claim: { ...claim, ...ofClaim, lines },
    header: { ...header, producedOn, paidOn } as RemittanceHeader,
  };
}

describe('remembered clocks', () => {
  it('are those that would be counted afresh, whatever came before', () => {
    const count = rememberingClocks(clocks);
    fc.assert(
      fc.property(
        fc.nat(denials.length - 1),
        dates,
        dates,
        profile,
        profile,
        (at, one, other, its, another) => {
          const base = denials[at] ?? { claim: remittedClaim({}), header: {} as RemittanceHeader };
          for (const { claim, header } of [
            base,
            withDates(base, one),
            withDates(base, other),
            withDates(base, { ...one, line: other.line }),
            withDates(base, { ...one, remarks: other.remarks }),
          ])
            for (const payer of [its, another, { ...its, network: another.network }]) {
              const decision = decideClaim(claim, payer, rulebook);
              if (decision === null) continue;
              const input = { decision, claim, header, payer };
              expect(count(input)).toEqual(clocksOf(input, clocks));
            }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stay right when the memory is emptied all the time', () => {
    const count = rememberingClocks(clocks, 3);
    for (const { claim, header } of denials.slice(0, 200)) {
      const payer = payerOf('medicare_ffs');
      const decision = decideClaim(claim, payer, rulebook);
      if (decision === null) continue;
      const input = { decision, claim, header, payer };
      expect(count(input)).toEqual(clocksOf(input, clocks));
    }
  });

  it('are one shared list for claims whose clocks start on the same days', () => {
    const count = rememberingClocks(clocks);
    const payer = payerOf('medicare_ffs');
    const [{ header }] = denials as [(typeof denials)[number]];
    const lists = ['CO-50 10', 'CO-50 20'].map((cas) => {
      const claim = remittedClaim({ lines: [{ cas: [cas] }] });
      const decision = decideClaim(claim, payer, rulebook);
      if (decision === null) throw new Error('not decided');
      return count({ decision, claim, header, payer });
    });
    expect(lists[0]).toBe(lists[1]);
  });

  it('count from paper where a person read a date from it', () => {
    const count = rememberingClocks(clocks);
    const payer = payerOf('medicare_ffs');
    const [{ claim, header }] = denials as [(typeof denials)[number]];
    const decision = decideClaim(claim, payer, rulebook);
    if (decision === null) throw new Error('not decided');
    const input = { decision, claim, header, payer };
    const onPaper = { remittance_date: { on: '2026-10-05', evidence: 'letter' } };
    count(input);
    expect(count({ ...input, onPaper })).toEqual(clocksOf({ ...input, onPaper }, clocks));
  });
});
