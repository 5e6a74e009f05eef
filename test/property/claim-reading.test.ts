import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/core/claim/claim.ts';
import { chargeOf, claimFile, SERVED_ON, type SentClaim } from '../fixtures/claim-file.ts';
import { readClaims } from '../unit/claim/reading.ts';

const number = fc.stringMatching(/^[0-9A-Z][0-9A-Z.-]{0,18}[0-9A-Z]$/);
const day = fc
  .record({
    year: fc.integer({ min: 1920, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const line = fc.record({
  code: fc.stringMatching(/^[0-9A-Z][0-9]{4}$/),
  modifiers: fc.array(fc.stringMatching(/^[0-9A-Z]{2}$/), { maxLength: 4 }),
  chargeCents: fc.integer({ min: 0, max: 99_999_999 }),
  units: fc.integer({ min: 1, max: 999 }),
  pointers: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  servedOn: day,
  control: number,
});

/** Whether the claims are institutional is one question for the whole file: a file follows one guide. */
const claims = fc.boolean().chain((institutional) =>
  fc.array(
    fc
      .record({
        id: number,
        lines: fc.array(line, { minLength: 1, maxLength: 6 }),
        frequency: fc.constantFrom('1', '7', '8'),
        diagnoses: fc.array(fc.stringMatching(/^[A-Z][0-9]{2}[0-9A-Z]{0,4}$/), {
          minLength: 1,
          maxLength: 12,
        }),
        priorAuthorization: maybe(number),
        originalReference: maybe(number),
        referral: maybe(number),
        bornOn: day,
        memberId: number,
        dependent: fc.boolean(),
        otherPayerPaidCents: maybe(fc.integer({ min: 0, max: 9_999_999 })),
        note: maybe(number),
        attachment: maybe(number),
      })
      .map((claim) => ({ ...claim, institutional }) as SentClaim),
    { minLength: 1, maxLength: 5 },
  ),
);

const layout = fc.record({
  lineEnd: fc.constantFrom('', '\n', '\r\n', '\n   '),
  component: fc.constantFrom(':', '>', '|', '\\'),
});

describe('a claim file', () => {
  it('that was written is read back equal', () => {
    fc.assert(
      fc.property(claims, layout, (sent, written) => {
        const { claims: read, warnings, exceptions, transactions } = readClaims(claimFile(sent, written));
        expect([...warnings, ...exceptions]).toEqual([]);
        expect(read.map(asSent)).toEqual(sent.map(expected));
        expect(transactions).toMatchObject([
          { claims: sent.length, chargeCents: sent.reduce((sum, claim) => sum + chargeOf(claim), 0) },
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same however its bytes are split', () => {
    fc.assert(
      fc.property(
        claims,
        layout,
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 }),
        (sent, written, sizes) => {
          const bytes = claimFile(sent, written);
          const whole = readClaims(bytes);
          for (const size of sizes.slice(0, 3)) expect(readClaims(bytes, size)).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has every byte between ST and SE in the raw parts of its claims, which written back are the file', () => {
    fc.assert(
      fc.property(claims, layout, (sent, written) => {
        const text = Buffer.from(claimFile(sent, written)).toString('latin1');
        const { claims: read, transactions } = readClaims(text, 100);
        const parts = new Map(
          read
            .flatMap(({ raw }) => [raw.opening, raw.billingProvider, raw.subscriber, raw.patient, raw.claim])
            .flatMap((part) => (part === null ? [] : [[part.byteStart, part] as const])),
        );
        const inOrder = [...parts.values()].sort((a, b) => a.byteStart - b.byteStart);
        const from = transactions[0]?.byteStart ?? -1;
        expect(from).toBe(text.indexOf('ST*'));
        const writtenBack = inOrder.map((part) => part.text).join('');
        expect(`${text.slice(0, from)}${writtenBack}${text.slice(from + writtenBack.length)}`).toBe(text);
        expect(text.slice(from + writtenBack.length)).toMatch(/^SE\*/);
        const starts = inOrder.map((part) => part.byteStart);
        expect(inOrder.slice(0, -1).map((part) => part.byteEnd)).toEqual(starts.slice(1));
      }),
      { numRuns: 100 },
    );
  });

  it('that was damaged never crashes the reader, and nothing is called whole that was cut', () => {
    const file = Buffer.from(claimFile([{ id: 'A1' }, { id: 'A2', dependent: true }])).toString('latin1');
    fc.assert(
      fc.property(fc.nat(file.length), fc.nat(40), fc.string({ maxLength: 10 }), (at, dropped, inserted) => {
        const damaged = `${file.slice(0, at)}${inserted}${file.slice(at + dropped)}`;
        const { transactions, exceptions, others, claims: read } = readClaims(damaged, 64);
        const told = transactions.length + exceptions.length + others.length;
        expect(told).toBeGreaterThan(0);
        const cut = readClaims(file.slice(0, at));
        if (at < file.indexOf('SE*')) expect(cut.transactions).toEqual([]);
        expect(read.every(({ claimId }) => claimId !== '' || exceptions.includes('unnamed_claim'))).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

function asSent(claim: Claim): object {
  return {
    id: claim.claimId,
    chargeCents: claim.chargeCents,
    kind: claim.kind,
    frequency: claim.frequency,
    diagnoses: claim.diagnoses.map(({ code }) => code),
    priorAuthorizations: claim.priorAuthorizations,
    referrals: claim.referrals,
    originalReference: claim.originalReference,
    bornOn: claim.patient?.bornOn,
    memberId: claim.coverage?.subscriber?.id,
    relationship: claim.patient?.relationship,
    otherPayerPaidCents: claim.otherPayers.map(({ paidCents }) => paidCents),
    notes: claim.notes.map(({ text }) => text),
    attachments: claim.attachments.map(({ controlNumber }) => controlNumber),
    lines: claim.lines.map((l) => ({
      code: l.procedure?.code,
      modifiers: l.procedure?.modifiers,
      chargeCents: l.chargeCents,
      units: l.units,
      pointers: l.diagnosisPointers,
      servedOn: l.serviceFrom,
      control: l.controlNumber,
    })),
  };
}

function expected(claim: SentClaim): object {
  const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
  return {
    id: claim.id,
    chargeCents: chargeOf(claim),
    kind: claim.institutional === true ? 'institutional' : 'professional',
    frequency: claim.frequency,
    diagnoses: claim.diagnoses,
    priorAuthorizations: present(claim.priorAuthorization),
    referrals: present(claim.referral),
    originalReference: claim.originalReference ?? '',
    bornOn: claim.bornOn,
    memberId: claim.memberId,
    relationship: claim.dependent === true ? '19' : '18',
    otherPayerPaidCents: present(claim.otherPayerPaidCents),
    notes: present(claim.note),
    attachments: present(claim.attachment),
    lines: claim.lines?.map((l) => ({
      code: l.code,
      modifiers: l.modifiers,
      chargeCents: l.chargeCents,
      units: l.units,
      // An institutional line has no pointers (SV2).
      pointers: claim.institutional === true ? [] : l.pointers,
      servedOn: l.servedOn ?? SERVED_ON,
      control: l.control,
    })),
  };
}
