import { describe, expect, test } from 'vitest';
import { acceptanceOf, isAcknowledgementOf } from '../../../functions/core/claim/acknowledged.ts';
import {
  claimAcknowledgementFile,
  claimFile,
  transactionAcknowledgementFile,
} from '../../fixtures/claim-file.ts';
import { onlyClaim, readClaims } from './reading.ts';

const claim = onlyClaim(claimFile([{ id: 'A1' }]));
const ofClaim = (status: string, action: 'WQ' | 'U' = 'WQ') =>
  readClaims(claimAcknowledgementFile([{ id: 'A1', status, action, payerNumber: 'ICN1' }])).acknowledgements;

describe('a 277CA', () => {
  test('tells of a claim who answered what, when, and under which number', () => {
    expect(ofClaim('A2:20')[1]).toEqual({
      kind: 'claim',
      ordinal: 2,
      outcome: 'accepted',
      on: '2026-10-07',
      by: { name: 'GREAT PRAIRIES HEALTH PLAN', id: '87654' },
      claimId: 'A1',
      payerClaimControlNumber: 'ICN1',
      billing: { npi: '1555012347', tin: null },
      submissionReference: 'BATCH1',
      statuses: [{ category: 'A2', code: '20', entity: '' }],
      message: '',
      chargeCents: 12_500,
      serviceFrom: '2026-10-05',
      serviceTo: '2026-10-05',
      sender: 'payer',
    });
  });

  test.each([
    ['A0:16', 'WQ', 'accepted'],
    ['A1:19', 'WQ', 'accepted'],
    ['A2:20', 'WQ', 'accepted'],
    ['A3:21', 'U', 'rejected'],
    ['A4:35', 'WQ', 'rejected'],
    ['A5:20', 'WQ', 'accepted'],
    ['A6:562:85', 'U', 'rejected'],
    ['A7:562:85', 'WQ', 'rejected'],
    ['A8:500', 'U', 'rejected'],
    ['A1:19', 'U', 'rejected'],
  ] as const)('with %s and %s says that the claim was %s', (status, action, outcome) => {
    expect(ofClaim(status, action)[1]?.outcome).toBe(outcome);
  });

  test('that rejects a line rejects the claim', () => {
    const file = Buffer.from(claimAcknowledgementFile([{ id: 'A1', status: 'A1:19' }])).toString('latin1');
    const { acknowledgements } = readClaims(
      file.replace('DTP*472', 'SVC*HC:99213*125~\nSTC*A7:454*20261007*U~\nDTP*472'),
    );
    expect(acknowledgements[1]).toMatchObject({ outcome: 'rejected', chargeCents: 12_500 });
  });

  test('of the structure of a status answer is not taken for one', () => {
    const file = Buffer.from(claimAcknowledgementFile([{ id: 'A1', status: 'A2:20' }])).toString('latin1');
    const { others, acknowledgements } = readClaims(file.replaceAll('005010X214', '005010X212'));
    expect(others).toEqual(['277']);
    expect(acknowledgements).toEqual([]);
  });
});

describe('a 999', () => {
  test('tells each transaction, and where an error is but not what stood there', () => {
    const { acknowledgements } = readClaims(
      transactionAcknowledgementFile([
        { transaction: '0001', code: 'A' },
        { transaction: '0002', code: 'R' },
      ]),
    );
    expect(acknowledgements).toMatchObject([
      { kind: 'transaction', outcome: 'accepted', transaction: '0001', groupControlNumber: '1' },
      {
        outcome: 'rejected',
        transaction: '0002',
        code: 'R',
        reasons: ['5'],
        errors: [{ segment: 'CLM', position: 22, code: '8', elements: [{ element: '2', code: '1' }] }],
      },
    ]);
  });

  test('of a whole group that answers no transaction is told once', () => {
    const { acknowledgements } = readClaims(transactionAcknowledgementFile([]));
    expect(acknowledgements).toMatchObject([{ transaction: '', code: 'P', outcome: 'received' }]);
  });
});

describe('an acknowledgement belongs to a claim', () => {
  const about = (bytes: Uint8Array) =>
    readClaims(bytes).acknowledgements.map((a) => isAcknowledgementOf(a, claim));

  test('by claim number, submission and transaction', () => {
    expect(about(claimAcknowledgementFile([{ id: 'A1', status: 'A2:20' }]))).toEqual([true, true]);
    expect(about(transactionAcknowledgementFile([{ transaction: '1', code: 'A' }]))).toEqual([true]);
  });

  test.each([
    ['another claim number', claimAcknowledgementFile([{ id: 'A2', status: 'A2:20' }], { reference: 'X' })],
    [
      'another charge under another reference',
      claimAcknowledgementFile([{ id: 'A1', status: 'A2:20', chargeCents: 1 }], { reference: 'X' }),
    ],
    [
      'a day before it was sent',
      claimAcknowledgementFile([{ id: 'A1', status: 'A2:20' }], { on: '2026-10-01' }),
    ],
    [
      'a day long after it was sent',
      claimAcknowledgementFile([{ id: 'A1', status: 'A2:20' }], { on: '2027-02-01' }),
    ],
    ['another group', transactionAcknowledgementFile([{ transaction: '0001', code: 'A' }], { group: 2 })],
    ['another transaction', transactionAcknowledgementFile([{ transaction: '0002', code: 'A' }])],
  ])('but not with %s', (_what, bytes) => {
    expect(about(bytes)).not.toContain(true);
  });

  test('and the last word about the claim itself is its acceptance', () => {
    const all = [
      ...readClaims(transactionAcknowledgementFile([{ transaction: '0001', code: 'A' }])).acknowledgements,
      ...ofClaim('A2:20'),
      ...readClaims(claimAcknowledgementFile([{ id: 'A1', status: 'A7:562:85' }], { on: '2026-10-09' }))
        .acknowledgements,
    ];
    expect(acceptanceOf(all)).toMatchObject({ outcome: 'rejected', on: '2026-10-09' });
    expect(acceptanceOf(all.toReversed())).toEqual(acceptanceOf(all));
    expect(acceptanceOf([])).toBeNull();
  });
});
