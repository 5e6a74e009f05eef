import { describe, expect, test } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import type { Adjudication } from '../../../functions/core/family/adjudication.ts';
import { adjudicationIdOf } from '../../../functions/core/family/adjudication.ts';
import { relate } from '../../../functions/core/family/relate.ts';
import {
  recoveredClaimFacts,
  relatedFactsOf,
  type SentClaimFacts,
} from '../../../functions/core/family/related-facts.ts';
import { certainClaim, claimOnFile } from '../../../functions/use-cases/claim-on-file.ts';
import { claimAcknowledgementFile, claimFile, type SentClaim } from '../../fixtures/claim-file.ts';
import { adjudicated } from '../../fixtures/family.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { type ClaimSpec, deniedClaim, paidClaim, reversalOf } from '../../fixtures/remittance-file.ts';

const rulebook = bundledRulebook();
const payer = { payerType: 'commercial', capitated: false, network: null, allowFrequency7: null } as const;

/** As the rulebook of this release decides it. */
const decided = (each: Adjudication): Adjudication => ({
  ...each,
  decision: decideClaim(each.claim, payer, rulebook),
});

function claimDenied(carc: string, more: Partial<ClaimSpec> = {}): ClaimSpec {
  return { id: 'A1', chargeCents: 12_500, adjustments: [['CO', carc, 12_500]], ...more };
}

function factsOf(payments: readonly Adjudication[], sent: SentClaimFacts | null = null) {
  const family = payments.map(decided);
  const payment = family.at(-1) as Adjudication;
  const { decision } = payment;
  if (decision === null) throw new Error('The fixture denies nothing.');
  return relatedFactsOf({ denialId: adjudicationIdOf(payment), decision }, payment, relate(family), sent);
}

/** The claim as it would be joined from the store. */
async function sentFacts(claim: Partial<SentClaim>, payment: Adjudication): Promise<SentClaimFacts> {
  const system = new MemorySystem();
  await system.drop(claimFile([{ id: 'A1', ...claim }]), 'claim');
  await system.drop(claimAcknowledgementFile([{ id: 'A1', status: 'A2:20' }]), 'ack');
  const onFile = await claimOnFile(system, payment);
  const found = certainClaim(onFile);
  if (found === null || onFile.kind === 'not_on_file') throw new Error('The claim does not join.');
  return { ...onFile, claim: found };
}

describe('a duplicate denial', () => {
  const duplicate = adjudicated('20261020', claimDenied('18', { number: 'ICN2' }));

  test.each([
    ['was paid', paidClaim('A1', 12_500), 'It was paid'],
    ['was denied', deniedClaim('A1'), 'work that denial'],
  ])('points at the decision that came before, which %s', (_how, earlier, words) => {
    const first = adjudicated('20261001', earlier);
    const [fact] = factsOf([...first, ...duplicate]);
    expect(fact).toMatchObject({
      kind: 'duplicate_of',
      adjudicationId: adjudicationIdOf(first[0] as Adjudication),
    });
    expect(fact?.sentence).toContain('2026-10-01');
    expect(fact?.sentence).toContain(words);
  });

  test('says so where no twin is on file', () => {
    expect(factsOf(duplicate)).toEqual([
      { kind: 'duplicate_of', adjudicationId: null, sentence: expect.stringContaining('look for the twin') },
    ]);
  });
});

test('a bundled line shows the lines of the claim that were paid', () => {
  const [payment] = adjudicated('20261001', claimDenied('97'));
  const [line] = payment?.claim.lines ?? [];
  if (payment === undefined || line === undefined) throw new Error('The fixture has a line.');
  const paidLine = { ...line, ordinal: 2, paidCents: 4_000, chargeCents: 4_000, adjustments: [] };
  const claim = { ...payment.claim, chargeCents: 16_500, paidCents: 4_000, lines: [line, paidLine] };
  expect(factsOf([{ ...payment, claim }])).toMatchObject([
    { kind: 'paid_line', line: 2, procedure: '99213', paidCents: 4_000 },
  ]);
});

test('a bundled line shows what was paid in the other part of a split claim', () => {
  const paidPart = adjudicated('20261001', { ...paidClaim('A1', 12_500), number: 'ICN9' });
  const [payment] = adjudicated('20261001', claimDenied('97', { number: 'ICN8' }));
  if (payment === undefined) throw new Error('The fixture has a payment.');
  const ofLine = (number: string) => [{ qualifier: '6R', value: number }];
  const split = (each: Adjudication, number: string): Adjudication => ({
    ...each,
    claim: {
      ...each.claim,
      lines: each.claim.lines.map((line) => ({ ...line, references: ofLine(number) })),
    },
  });
  const facts = factsOf([split(paidPart[0] as Adjudication, '1'), split(payment, '2')]);
  expect(facts).toMatchObject([
    { kind: 'paid_line', adjudicationId: adjudicationIdOf(paidPart[0] as Adjudication), line: 1 },
  ]);
});

describe('a provider adjustment that takes money back', () => {
  const [paid] = adjudicated('20261001', { ...paidClaim('A1', 12_500), number: 'ICN9' });
  const [reversal] = adjudicated('20261020', { ...reversalOf(paidClaim('A1', 12_500)), number: 'ICN9' });
  const familyOf = (...members: readonly (Adjudication | undefined)[]) =>
    relate(members.flatMap((member) => (member === undefined ? [] : [decided(member)])));

  test('names the reversal that it settles', () => {
    expect(recoveredClaimFacts({ amountCents: 9_375 }, familyOf(paid, reversal))).toMatchObject([
      { kind: 'recovers', adjudicationId: adjudicationIdOf(reversal as Adjudication) },
    ]);
  });

  test('says so where the claim is on file and no reversal of it', () => {
    expect(recoveredClaimFacts({ amountCents: 9_375 }, familyOf(paid))).toMatchObject([
      { kind: 'recovers', adjudicationId: null, sentence: expect.stringContaining('no reversal') },
    ]);
  });

  test('says nothing where its reference is of no claim on file', () => {
    expect(recoveredClaimFacts({ amountCents: 9_375 }, familyOf())).toEqual([]);
  });
});

test('a denial for coordination names the payer that the remittance names, and no person', () => {
  const segments = ['NM1*GB*1*OTHERSUBSCRIBER*PAT', 'NM1*PR*2*FIRST STATE PLAN*****PI*12345'];
  const facts = factsOf(adjudicated('20261001', claimDenied('22', { segments })));
  expect(facts).toMatchObject([
    { kind: 'other_payer', from: 'remittance', name: 'FIRST STATE PLAN', id: '12345' },
  ]);
  expect(JSON.stringify(facts)).not.toContain('OTHERSUBSCRIBER');
});

describe('a denial for timely filing', () => {
  const late = adjudicated('20261102', claimDenied('29'));

  test('shows when the claim was served, sent, accepted and received', async () => {
    const sent = await sentFacts({}, late[0] as Adjudication);
    expect(factsOf(late, sent)).toMatchObject([
      {
        kind: 'filing_dates',
        servedOn: '2026-10-05',
        sentOn: '2026-10-06',
        acceptedOn: '2026-10-07',
        receivedOn: '2026-10-10',
        sentence: expect.stringContaining('proof of timely filing'),
      },
    ]);
  });

  test('says which proof is missing where no acceptance is on file', () => {
    expect(factsOf(late)[0]?.sentence).toContain('No acceptance');
  });
});

describe('a denial for lack of authorization', () => {
  const unauthorized = adjudicated('20261102', claimDenied('197'));

  test.each([
    ['carries a number', { priorAuthorization: 'AUTH-9' }, true],
    ['carries none', {}, false],
  ])('says that the claim as sent %s', async (_what, claim, onClaim) => {
    const sent = await sentFacts(claim, unauthorized[0] as Adjudication);
    const facts = factsOf(unauthorized, sent);
    expect(facts).toMatchObject([{ kind: 'authorization', onClaim }]);
    expect(JSON.stringify(facts)).not.toContain('AUTH-9');
  });

  test('says that it does not know where the claim is not on file', () => {
    expect(factsOf(unauthorized)).toMatchObject([{ kind: 'authorization', onClaim: null }]);
  });
});

test('other reasons have no facts of this kind', () => {
  expect(factsOf(adjudicated('20261001', deniedClaim('A1')))).toEqual([]);
});
