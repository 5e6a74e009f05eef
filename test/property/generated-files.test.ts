import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { DayCalendar } from '../../functions/core/generate/calendar.ts';
import {
  type FileKind,
  type GenerateRequest,
  generate,
  paymentRuns,
} from '../../functions/core/generate/generate.ts';
import { payerEntries } from '../../functions/core/generate/payers.ts';
import type { GeneratedSums } from '../../functions/core/generate/sums.ts';
import { payerProfileOf } from '../../functions/core/payer/profile.ts';
import { readAll } from '../unit/remittance/reading.ts';

const ALL_KINDS: readonly FileKind[] = ['835', '837P', '837I', '277CA'];
const rulebook = bundledRulebook();
const entries = payerEntries();

const request = (changes: Partial<GenerateRequest> = {}): GenerateRequest => ({
  seed: 1,
  size: { claims: 300 },
  from: '2026-07-01',
  to: '2026-09-30',
  denialRate: 0.13,
  payerMix: null,
  claimsPerRemittance: null,
  ...changes,
});
const anySeed = fc.maxSafeNat();
const anyRequest = fc
  .record({
    seed: anySeed,
    claims: fc.integer({ min: 1, max: 250 }),
    denialRate: fc.constantFrom(0, 0.13, 0.5, 1),
    claimsPerRemittance: fc.constantFrom(null, 1, 40),
  })
  .map(({ claims, ...rest }) => request({ ...rest, size: { claims } }));

interface Made {
  readonly texts: Readonly<Record<FileKind, string>>;
  readonly sums: GeneratedSums;
}

function make(of: GenerateRequest, kinds = ALL_KINDS, segmentEnd: '~' | '~\n' = '~\n'): Made {
  const texts = { '835': '', '837P': '', '837I': '', '277CA': '' };
  const pieces = generate(of, { kinds: new Set(kinds), segmentEnd });
  for (;;) {
    const next = pieces.next();
    if (next.done) return { texts, sums: next.value };
    texts[next.value.kind] += next.value.text;
  }
}

const segmentsOf = (text: string, id: string): string[][] =>
  text
    .split('~\n')
    .map((segment) => segment.split('*'))
    .filter(([tag]) => tag === id);
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe('generated remittances', () => {
  it('are read back claim by claim as they were meant, without a remark', () => {
    fc.assert(
      fc.property(anyRequest, (of) => {
        const runs = [...paymentRuns(of, '~\n', new DayCalendar())];
        const reading = readAll(runs.map(({ remittanceText }) => remittanceText).join(''));
        const meant = runs.flatMap(({ run }) => run.remittances);
        expect(reading.notices).toEqual([]);
        expect(reading.claims).toHaveLength(sum(meant.map(({ adjudications }) => adjudications.length)));
        const claims = meant.flatMap(({ adjudications }) => adjudications.map(({ payment }) => payment));
        reading.claims.forEach((claim, i) => {
          expect(claim).toMatchObject({ ...claims[i] });
        });
        reading.remittances.forEach(({ header, trailer }, i) => {
          const remittance = meant[i];
          expect(header).toMatchObject({
            traceNumber: remittance?.trace,
            paidOn: remittance?.paidOn,
            paymentCents: remittance?.paymentCents,
            payer: { id: remittance?.payer.id, name: remittance?.payer.name },
            payee: { npi: remittance?.practice.npi, tin: remittance?.practice.tin },
          });
          expect(trailer.providerAdjustments).toEqual(remittance?.providerAdjustments);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('balance in every line, claim and transaction, and never pay less than nothing', () => {
    fc.assert(
      fc.property(anyRequest, (of) => {
        for (const { header, trailer } of readAll(make(of, ['835']).texts['835']).remittances) {
          expect(trailer).toMatchObject({ balanced: true, imbalanceCents: 0, unbalancedClaims: 0 });
          expect(header.paymentCents).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hold what the sums say: claims, lines, money, adjustments by reason, provider adjustments', () => {
    fc.assert(
      fc.property(anyRequest, (of) => {
        const { texts, sums } = make(of, ['835']);
        const { claims, remittances } = readAll(texts['835']);
        const adjusted: Record<string, number> = {};
        for (const claim of claims) {
          for (const one of [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)]) {
            const key = `${one.group}-${one.carc}`;
            adjusted[key] = (adjusted[key] ?? 0) + one.amountCents;
          }
        }
        const provider: Record<string, number> = {};
        for (const { reason, amountCents } of remittances.flatMap((r) => r.trailer.providerAdjustments)) {
          provider[reason] = (provider[reason] ?? 0) + amountCents;
        }
        expect(sums).toMatchObject({
          remittances: remittances.length,
          claimPayments: claims.length,
          serviceLines: sum(claims.map(({ lines }) => lines.length)),
          reversals: claims.filter(({ status }) => status === '22').length,
          chargeCents: sum(claims.map(({ chargeCents }) => chargeCents)),
          paidCents: sum(claims.map(({ paidCents }) => paidCents)),
          patientResponsibilityCents: sum(claims.map((claim) => claim.patientResponsibilityCents)),
          paymentCents: sum(remittances.map(({ header }) => header.paymentCents)),
          adjustedCents: adjusted,
          providerAdjustmentCents: provider,
          remittanceBytes: texts['835'].length,
        });
      }),
      { numRuns: 30 },
    );
  });

  it('are denied, held and left alone where the rulebook says so, to the cent', () => {
    fc.assert(
      fc.property(anyRequest, (of) => {
        const runs = [...paymentRuns(of, '~\n', new DayCalendar())];
        const meant = runs.flatMap(({ run }) => run.remittances.flatMap((one) => one.adjudications));
        const reading = readAll(runs.map(({ remittanceText }) => remittanceText).join(''));
        const claims = reading.events.filter((event) => event.kind === 'claim');
        claims.forEach(({ header, claim }, i) => {
          const payer = payerProfileOf(header.payer, claim.filingIndicator, entries);
          const decision = decideClaim(claim, payer, rulebook);
          const { deniedCents = -1, isHeld = false } = meant[i] ?? {};
          expect(decision?.class === 'denial' ? decision.amountCents : 0).toBe(deniedCents);
          expect(decision?.class === 'hold').toBe(isHeld);
        });
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 0.05, 0.13, 0.3])('are denied at first at about the rate asked for: %f', (denialRate) => {
    const { sums } = make(request({ denialRate, size: { claims: 6_000 } }), ['835']);
    // Four standard deviations of a share of 6,000.
    const tolerance = 4 * Math.sqrt((denialRate * (1 - denialRate)) / 6_000);
    expect(Math.abs(sums.firstDenials / sums.firstDecisions - denialRate)).toBeLessThanOrEqual(tolerance);
  });

  it('hold every kind of adjudication that is promised', () => {
    const { texts, sums } = make(request({ size: { claims: 8_000 } }));
    const { claims, remittances } = readAll(texts['835']);
    const found = (test: (claim: (typeof claims)[number]) => boolean) => claims.some(test);
    expect([...new Set(claims.map(({ status }) => status))].sort()).toEqual(['1', '19', '2', '22', '3', '4']);
    expect(Object.keys(sums.providerAdjustmentCents).sort()).toEqual([
      '72',
      'CS',
      'CT',
      'FB',
      'IP',
      'L6',
      'WO',
    ]);
    for (const code of [
      'CO-24',
      'CO-45',
      'CO-59',
      'CO-94',
      'CO-253',
      'OA-23',
      'PR-1',
      'PR-2',
      'PR-3',
      'OA-133',
      'CO-193',
    ])
      expect(Object.keys(sums.adjustedCents)).toContain(code);
    expect(remittances.some(({ trailer }) => trailer.claimCount === 0)).toBe(true);
    expect(
      found(
        ({ lines, paidCents, adjustments }) =>
          lines.length === 0 && paidCents === 0 && adjustments.length > 0,
      ),
    ).toBe(true);
    expect(found(({ lines }) => lines.some(({ unitsSubmitted }) => unitsSubmitted !== null))).toBe(true);
    expect(found(({ frequency }) => frequency === '7')).toBe(true);
    expect(found(({ remarks, lines }) => remarks.includes('MA01') && lines.length === 0)).toBe(true);
    expect(found(({ remarks }) => remarks.includes('MA130'))).toBe(true);
  });

  it('reverse a claim only after they have paid it, with every amount negated', () => {
    const { claims } = readAll(make(request({ size: { claims: 3_000 } }), ['835']).texts['835']);
    const reversals = claims.filter(({ status }) => status === '22');
    expect(reversals.length).toBeGreaterThan(20);
    for (const reversal of reversals) {
      const before = claims.slice(0, claims.indexOf(reversal));
      const original = before.find((c) => c.payerClaimControlNumber === reversal.payerClaimControlNumber);
      expect(original?.chargeCents).toBe(-reversal.chargeCents);
      expect(original?.paidCents).toBe(0 - reversal.paidCents);
    }
  });

  it('come in the days asked for, later answers after the first', () => {
    const of = request({ from: '2026-02-02', to: '2026-04-17', size: { claims: 2_000 } });
    const days = readAll(make(of, ['835']).texts['835']).remittances.map(({ header }) => header.paidOn ?? '');
    expect(days.toSorted()).toEqual(days);
    expect(days[0]).toBe('2026-02-02');
    expect(days.at(-1)).toBe('2026-04-17');
  });
});

describe('generated claims and acknowledgements', () => {
  it('are those of the remittances: every claim payment answers a claim with its charge and lines', () => {
    const { texts, sums } = make(request({ size: { claims: 1_500 } }));
    const claimsText = texts['837P'] + texts['837I'];
    const charges = new Map(segmentsOf(claimsText, 'CLM').map(([, id, charge]) => [id, Number(charge)]));
    const lines = new Set(
      segmentsOf(claimsText, 'REF').flatMap(([, kind, id]) => (kind === '6R' ? [id] : [])),
    );
    const { claims } = readAll(texts['835']);
    for (const claim of claims) {
      expect(Math.abs(claim.chargeCents)).toBe(Math.round((charges.get(claim.claimId) ?? 0) * 100));
      for (const line of claim.lines) expect(lines).toContain(line.references[0]?.value);
    }
    expect(segmentsOf(claimsText, 'CLM')).toHaveLength(sums.claimsSent + sums.replacements);
    const answered = new Set(claims.map(({ claimId }) => claimId));
    expect(charges.size - answered.size).toBe(sums.claimsRejected);
  });

  it('are acknowledged once each, accepted under the number that the remittance gives them, or refused', () => {
    const { texts, sums } = make(request({ size: { claims: 1_500 } }));
    const statuses = segmentsOf(texts['277CA'], 'STC').filter(([, code]) => code !== 'A1:19:PR');
    expect(statuses).toHaveLength(sums.claimsSent + sums.replacements);
    expect(statuses.filter(([, , , action]) => action === 'U')).toHaveLength(sums.claimsRejected);
    const numbers = new Set(segmentsOf(texts['277CA'], 'REF').map(([, , number]) => number));
    const firsts = readAll(texts['835']).claims.filter(
      ({ references }) => !references.some((r) => r.qualifier === 'F8'),
    );
    for (const { payerClaimControlNumber } of firsts) expect(numbers).toContain(payerClaimControlNumber);
  });

  it('add up: lines to the claim, what an earlier payer paid to its charge, segments to SE01', () => {
    const { texts } = make(request({ size: { claims: 1_500 } }));
    for (const text of [texts['837P'], texts['837I'], texts['277CA']]) {
      let counted = 0;
      for (const segment of text.split('~\n')) {
        counted = segment.startsWith('ST*') ? 1 : counted + 1;
        if (segment.startsWith('SE*')) expect(Number(segment.split('*')[1])).toBe(counted);
      }
    }
    for (const claim of `${texts['837P']}${texts['837I']}`.split(/(?=CLM\*)/).slice(1)) {
      const charge = Number(claim.split('*')[2]);
      const lines = [
        ...segmentsOf(claim, 'SV1').map((s) => s[2]),
        ...segmentsOf(claim, 'SV2').map((s) => s[3]),
      ];
      expect(sum(lines.map((line) => Math.round(Number(line) * 100)))).toBe(Math.round(charge * 100));
      const earlier = segmentsOf(claim, 'SVD').map(([, , paid]) => Number(paid));
      if (earlier.length === 0) continue;
      const kept = segmentsOf(claim, 'CAS').map(([, , , amount]) => Number(amount));
      expect(Math.round(100 * (sum(earlier) + sum(kept)))).toBe(Math.round(100 * charge));
      expect(Math.round(100 * Number(segmentsOf(claim, 'AMT')[0]?.[2]))).toBe(Math.round(100 * sum(earlier)));
    }
  });

  it('send a corrected claim as frequency 7 with the number of the one it replaces', () => {
    const { texts } = make(request({ size: { claims: 3_000 } }));
    const claims = `${texts['837P']}${texts['837I']}`.split(/(?=CLM\*)/).slice(1);
    const replacements = claims.filter((claim) => /^CLM\*[^~]*:7\*/.test(claim));
    expect(replacements.length).toBeGreaterThan(5);
    for (const claim of replacements) expect(claim).toMatch(/REF\*F8\*\w+~/);
    expect(claims.filter((claim) => claim.includes('REF*F8*'))).toHaveLength(replacements.length);
  });
});

describe('a run', () => {
  it('gives the same bytes for the same seed, other bytes for another, whatever kinds are written', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const once = make(request({ seed }));
        expect(make(request({ seed }))).toEqual(once);
        expect(make(request({ seed }), ['835']).texts['835']).toBe(once.texts['835']);
        expect(make(request({ seed }), ['837P']).texts['837P']).toBe(once.texts['837P']);
        expect(make(request({ seed: seed === 0 ? 1 : seed - 1 })).texts['835']).not.toBe(once.texts['835']);
      }),
      { numRuns: 10 },
    );
  });

  it('gives these very bytes on every machine', () => {
    const { texts } = make(request({ seed: 42 }));
    const hash = createHash('sha256').update(ALL_KINDS.map((kind) => texts[kind]).join(''));
    expect(hash.digest('hex')).toBe('5631de35580ebfdff9c713a711f6aaccc9b7737809c9001302d916f5be965b22');
  });

  it('reaches the bytes asked for and ends soon after', () => {
    for (const bytes of [1, 100_000, 3_000_000]) {
      const { texts, sums } = make(request({ size: { bytes } }), ['835']);
      expect(texts['835'].length).toBe(sums.remittanceBytes);
      expect(texts['835'].length).toBeGreaterThanOrEqual(bytes);
      expect(texts['835'].length).toBeLessThan(bytes * 1.1 + 500_000);
    }
  });

  it('sends exactly the claims asked for, and the corrected ones besides', () => {
    for (const claims of [1, 7, 500]) {
      const { texts } = make(request({ size: { claims } }));
      const ids = segmentsOf(texts['837P'] + texts['837I'], 'CLM').map(([, id]) => id);
      expect(new Set(ids).size).toBe(claims);
    }
  });

  it('has payers of the types asked for only', () => {
    const { texts } = make(request({ payerMix: { medicaid: 1, tricare: 3 } }), ['835']);
    const payers = readAll(texts['835']).remittances.map(({ header }) => header.payer.id);
    expect([...new Set(payers)].sort()).toEqual(['10987', 'FRKMCD']);
  });

  it('is the same without line ends, less the line ends', () => {
    const of = request({ seed: 3 });
    expect(make(of, ALL_KINDS, '~').texts['835']).toBe(make(of).texts['835'].replaceAll('~\n', '~'));
  });
});
