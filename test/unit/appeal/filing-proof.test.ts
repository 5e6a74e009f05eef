import { describe, expect, test } from 'vitest';
import { filingPage } from '../../../functions/core/appeal/filing-page.ts';
import { type FiledClaim, filingProofOf } from '../../../functions/core/appeal/filing-proof.ts';
import { parseLetter } from '../../../functions/core/letter/parse-letter.ts';
import {
  claimAcknowledgementFile,
  claimFile,
  transactionAcknowledgementFile,
} from '../../fixtures/claim-file.ts';
import { onlyClaim, readClaims } from '../claim/reading.ts';

const PAYER = { ids: ['87654'], names: ['Great Prairies Health Plan'] };

interface Told {
  readonly status: string;
  readonly on: string;
  readonly action?: 'WQ' | 'U';
  /** NM101 and NM109 of the sender. */
  readonly sender?: string;
}

/** The claim sent once, with what a 277CA says of it. */
function filed(told: readonly Told[], { sentOn = '2026-10-06', accepted999 = false } = {}): FiledClaim {
  const claim = onlyClaim(claimFile([{ id: 'A1' }], { submittedOn: sentOn }));
  const ofClaim = told.flatMap(
    ({ status, on, action = 'WQ', sender = 'PR*2*GREAT PRAIRIES HEALTH PLAN*****PI*87654' }, at) => {
      const file = Buffer.from(
        claimAcknowledgementFile([{ id: 'A1', status, action, payerNumber: 'ICN1' }], { on }),
      )
        .toString('latin1')
        .replace('NM1*PR*2*GREAT PRAIRIES HEALTH PLAN*****PI*87654', `NM1*${sender}`);
      return readClaims(file)
        .acknowledgements.filter(({ kind }) => kind === 'claim')
        .map((acknowledgement) => ({ acknowledgement, fileSha256: String(at).repeat(64) }));
    },
  );
  const ofFile = accepted999
    ? readClaims(transactionAcknowledgementFile([{ transaction: '0001', code: 'A' }])).acknowledgements.map(
        (acknowledgement) => ({ acknowledgement, fileSha256: 'f'.repeat(64) }),
      )
    : [];
  return { claim, fileSha256: 'c'.repeat(64), acknowledgements: [...ofFile, ...ofClaim] };
}

const CLEARINGHOUSE = 'AY*2*RELAY HOUSE*****46*RELAY1';
const UNTOLD = 'ZZ*2*SOMEBODY*****46*X1';

describe('proof of timely filing', () => {
  test('is the payer’s own acceptance of the claim', () => {
    expect(filingProofOf([filed([{ status: 'A2:20', on: '2026-10-07' }])], PAYER, null)).toMatchObject({
      kind: 'proven',
      acceptances: [
        { whose: 'payer', acknowledgement: { on: '2026-10-07', payerClaimControlNumber: 'ICN1' } },
      ],
    });
  });

  test.each([
    ['calls itself one', CLEARINGHOUSE],
    ['neither says what it is nor is the payer', UNTOLD],
  ])('is told from that of a clearinghouse: who accepts %s', (_what, sender) => {
    const proof = filingProofOf([filed([{ status: 'A2:20', on: '2026-10-07', sender }])], PAYER, null);
    expect(proof).toMatchObject({ kind: 'proven', acceptances: [{ whose: 'clearinghouse' }] });
  });

  test('knows the payer by number, or by name, where the sender does not say what it is', () => {
    for (const sender of ['ZZ*2*OTHER*****PI*87654', 'ZZ*2*GREAT PRAIRIES, HEALTH PLAN*****46*9'])
      expect(
        filingProofOf([filed([{ status: 'A2:20', on: '2026-10-07', sender }])], PAYER, null),
      ).toMatchObject({ acceptances: [{ whose: 'payer' }] });
  });

  test('begins with the first of several times that the claim was sent', () => {
    const again = filed([{ status: 'A2:20', on: '2026-10-30' }], { sentOn: '2026-10-29' });
    const first = filed([{ status: 'A2:20', on: '2026-10-07' }]);
    const proof = filingProofOf([again, first], PAYER, null);
    expect(proof.kind === 'proven' && proof.acceptances.map(({ acknowledgement: { on } }) => on)).toEqual([
      '2026-10-07',
      '2026-10-30',
    ]);
  });

  test('remains where one time was rejected and another accepted', () => {
    const rejected = filed([{ status: 'A3:21', on: '2026-10-07', action: 'U' }]);
    const accepted = filed([{ status: 'A2:20', on: '2026-10-10' }], { sentOn: '2026-10-09' });
    expect(filingProofOf([rejected, accepted], PAYER, null)).toMatchObject({
      kind: 'proven',
      acceptances: [{ acknowledgement: { on: '2026-10-10' } }],
    });
  });

  test.each<[string, readonly FiledClaim[], string | null]>([
    ['claim_not_on_file', [], null],
    ['nothing_acknowledged', [filed([])], null],
    ['rejected', [filed([{ status: 'A3:21', on: '2026-10-07', action: 'U' }])], null],
    [
      'rejected',
      [
        filed([
          { status: 'A2:20', on: '2026-10-07' },
          { status: 'A3:21', on: '2026-10-09', action: 'U' },
        ]),
      ],
      null,
    ],
    ['file_only', [filed([], { accepted999: true })], null],
    [
      'other_payer',
      [filed([{ status: 'A2:20', on: '2026-10-07', sender: 'PR*2*ANOTHER PLAN*****PI*11111' }])],
      null,
    ],
    ['accepted_late', [filed([{ status: 'A2:20', on: '2026-10-07' }])], '2026-10-06'],
  ])('is none: %s', (because, claims, lastDay) => {
    expect(filingProofOf(claims, PAYER, lastDay)).toMatchObject({ kind: 'none', because });
  });

  test('holds on the last day itself', () => {
    const proof = filingProofOf([filed([{ status: 'A2:20', on: '2026-10-07' }])], PAYER, '2026-10-07');
    expect(proof.kind).toBe('proven');
  });

  test('that there is none is said with what would be one', () => {
    const proof = filingProofOf([filed([{ status: 'A3:21', on: '2026-10-07', action: 'U' }])], PAYER, null);
    expect(proof.kind === 'none' && proof.sentence).toMatch(/a rejected submission is no proof.*retroactive/);
  });
});

describe('the page of the proof', () => {
  const parties = {
    practiceName: 'Cedar & Ridge <Group>',
    practiceNpi: '1555012347',
    payerName: 'Great Plains Health',
    memberId: 'M1',
    payerClaimControlNumber: 'ICN1',
  };
  const pageOf = (claim: FiledClaim) => {
    const proof = filingProofOf([claim], PAYER, null);
    if (proof.kind === 'none') throw new Error('The fixture is proven.');
    return filingPage(proof.acceptances, parties);
  };

  test.each([
    ['who sent it', 'GREAT PRAIRIES HEALTH PLAN, 87654'],
    ['the day', '2026-10-07'],
    ['the status code', 'A2:20 (accepted into adjudication)'],
    ['our claim number', '<td>A1</td><td>TRN02</td>'],
    ['the submission', 'BATCH1'],
    ['the payer’s number', 'ICN1'],
    ['the charge', '$125.00'],
    ['the days of service', '2026-10-05'],
    ['the file it stands in', `SHA-256 ${'0'.repeat(64)}`],
    ['the file of the claim', `SHA-256 ${'c'.repeat(64)}`],
    ['the payer that the claim was sent to', '<td>2010BB NM1</td>'],
    ['the patient', 'TESTPERSON, ALEX'],
    ['the member', 'MEMBER001'],
  ])('reproduces %s', (_what, words) => {
    expect(pageOf(filed([{ status: 'A2:20', on: '2026-10-07' }]))).toContain(words);
  });

  test('is of the dialect of letters, and values are text', () => {
    const page = pageOf(filed([{ status: 'A2:20', on: '2026-10-07' }]));
    expect(parseLetter(page).letterhead[0]?.content).toEqual([
      { kind: 'text', text: 'Cedar & Ridge <Group>', weight: 'plain' },
    ]);
  });

  test('names a clearinghouse as one', () => {
    const page = pageOf(filed([{ status: 'A2:20', on: '2026-10-07', sender: CLEARINGHOUSE }]));
    expect(page).toContain('accepted by a clearinghouse');
    expect(page).not.toContain('accepted by the payer');
  });

  test('says what a 999 is worth, after what counts', () => {
    const page = pageOf(filed([{ status: 'A2:20', on: '2026-10-07' }], { accepted999: true }));
    expect(page.indexOf('names no patient')).toBeGreaterThan(page.indexOf('277CA of'));
  });

  test('is the same for the same acknowledgements', () => {
    const claim = filed([{ status: 'A2:20', on: '2026-10-07' }]);
    expect(pageOf(claim)).toBe(pageOf(claim));
  });
});
