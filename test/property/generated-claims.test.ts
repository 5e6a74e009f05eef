import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcknowledgementOf } from '../../functions/core/claim/acknowledged.ts';
import type { Claim } from '../../functions/core/claim/claim.ts';
import { joinClaim } from '../../functions/core/claim/join-claim.ts';
import { type ClaimReaderEvent, createClaimReader } from '../../functions/core/claim/reader.ts';
import { DayCalendar } from '../../functions/core/generate/calendar.ts';
import type { SentLine } from '../../functions/core/generate/claim.ts';
import { generate, paymentRuns } from '../../functions/core/generate/generate.ts';
import type { SubmittedClaim } from '../../functions/core/generate/run.ts';
import { readAll } from '../unit/remittance/reading.ts';

const requestOf = (seed: number, claims = 150) => ({
  seed,
  size: { claims },
  from: '2026-07-01',
  to: '2026-09-30',
  denialRate: 0.13,
  payerMix: null,
  claimsPerRemittance: null,
});

function textOf(seed: number, kind: '835' | '837P' | '837I' | '277CA'): string {
  const pieces = generate(requestOf(seed), { kinds: new Set([kind]), segmentEnd: '~\n' });
  return [...pieces].map(({ text }) => text).join('');
}

function eventsOf(text: string): ClaimReaderEvent[] {
  const events: ClaimReaderEvent[] = [];
  const reader = createClaimReader((event) => events.push(event));
  reader.push(Buffer.from(text, 'latin1'));
  reader.end();
  return events;
}

const claimsOf = (events: readonly ClaimReaderEvent[]): Claim[] =>
  events.flatMap((event) => (event.kind === 'claim' ? [event.claim] : []));
const noticesOf = (events: readonly ClaimReaderEvent[]) =>
  events.flatMap((event) => ('notice' in event ? [event.notice] : []));
const seeds = fc.maxSafeNat();

/** What a reader must find of a claim as sent. */
function expected({ claim, replaces }: SubmittedClaim) {
  const insured = claim.subscriber ?? claim.patient;
  return {
    kind: claim.form,
    claimId: claim.claimId,
    chargeCents: claim.chargeCents,
    frequency: replaces === null ? '1' : '7',
    originalReference: replaces ?? '',
    facilityCode: claim.form === 'professional' ? claim.placeOfService : claim.billType,
    priorAuthorizations: claim.priorAuthorization === null ? [] : [claim.priorAuthorization],
    serviceFrom: claim.serviceFrom,
    serviceTo: claim.serviceTo,
    billingProvider: { id: claim.practice.npi, lastOrOrganisationName: claim.practice.name },
    coverage: {
      sequence: 'PST'[claim.turn - 1],
      filingIndicator: claim.payer.filing,
      subscriber: { id: claim.memberId, lastOrOrganisationName: insured.last, firstName: insured.first },
      subscriberBornOn: insured.bornOn,
      payer: { id: claim.payer.id },
    },
    patient: { bornOn: claim.patient.bornOn, sex: claim.patient.gender },
    lines: claim.lines.map((line, i) => expectedLine(line, i + 1)),
    otherPayers: claim.earlierPayer === null ? [] : [{ payer: { id: claim.earlierPayer.id } }],
  };
}

function expectedLine(line: SentLine, ordinal: number) {
  const { service, earlier } = line;
  return {
    ordinal,
    procedure:
      service.code === '' ? null : { qualifier: 'HC', code: service.code, modifiers: service.modifiers },
    revenueCode: service.revenueCode,
    chargeCents: line.chargeCents,
    units: line.units,
    serviceFrom: line.from,
    serviceTo: line.to,
    controlNumber: line.controlNumber,
    adjudications: earlier === null ? [] : [{ paidCents: earlier.paidCents }],
  };
}

describe('generated claims', () => {
  it('are read back as they were meant, without a remark', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const meant = [...paymentRuns(requestOf(seed), '~\n', new DayCalendar())].flatMap(({ run }) =>
          run.submissions.flatMap(({ claims }) => claims),
        );
        for (const [kind, form] of [
          ['837P', 'professional'],
          ['837I', 'institutional'],
        ] as const) {
          const text = textOf(seed, kind);
          const wanted = meant.filter(({ claim }) => claim.form === form);
          if (wanted.length === 0) {
            expect(text).toBe('');
            continue;
          }
          const events = eventsOf(text);
          expect(noticesOf(events)).toEqual([]);
          const claims = claimsOf(events);
          expect(claims).toHaveLength(wanted.length);
          claims.forEach((claim, i) => {
            const submitted = wanted[i] as SubmittedClaim;
            expect(claim).toMatchObject(expected(submitted));
            const codes = claim.diagnoses.filter(({ role }) => role === 'principal' || role === 'other');
            expect(codes.map(({ code }) => code)).toEqual(submitted.claim.diagnoses);
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('join the first claim payment that answers them, and no other claim', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const claims = claimsOf([...eventsOf(textOf(seed, '837P')), ...eventsOf(textOf(seed, '837I'))]);
        const byId = Map.groupBy(claims, ({ claimId }) => claimId);
        for (const event of readAll(textOf(seed, '835')).events) {
          if (event.kind !== 'claim' || event.claim.references.some(({ qualifier }) => qualifier === 'F8'))
            continue;
          const onFile = (byId.get(event.claim.claimId) ?? []).map((claim) => ({ claim }));
          const joined = joinClaim(onFile, event.claim, event.header);
          expect(joined).toMatchObject({ kind: 'joined' });
          if (event.claim.status !== '22') expect(joined).toMatchObject({ score: 100, ambiguous: false });
        }
      }),
      { numRuns: 10 },
    );
  });

  it('are acknowledged under their number: rejected, or accepted with the number that the payer gave', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const claims = claimsOf([...eventsOf(textOf(seed, '837P')), ...eventsOf(textOf(seed, '837I'))]);
        const events = eventsOf(textOf(seed, '277CA'));
        expect(noticesOf(events)).toEqual([]);
        const given = events.flatMap((event) =>
          event.kind === 'acknowledgement' ? [event.acknowledgement] : [],
        );
        const paid = new Set(readAll(textOf(seed, '835')).claims.map((claim) => claim.claimId));
        for (const claim of claims) {
          const own = given.filter((one) => one.kind === 'claim' && isAcknowledgementOf(one, claim));
          const outcomes = new Set(own.map(({ outcome }) => outcome));
          expect([...outcomes]).toEqual([paid.has(claim.claimId) ? 'accepted' : 'rejected']);
        }
      }),
      { numRuns: 10 },
    );
  });
});
