import { expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { checklistOf } from '../../../functions/core/documents/checklist.ts';

const REPORT = 'the operative report';
const BILL = 'the itemized bill';

const wanting = (documents: readonly (readonly string[])[]) =>
  ({
    decision: { requiredDocuments: [{ document: REPORT }, { document: BILL }] },
    documentRequests: [{ document: BILL, state: 'open', dueOn: '2026-12-01' }],
    documents: documents.map((satisfies) => ({ satisfies })),
    sendBy: null,
  }) as unknown as Denial;

test('what is attached for a wanted document is here, though nobody was asked to bring it', () => {
  expect(checklistOf(wanting([[REPORT]]))).toEqual([
    { document: REPORT, state: 'received', dueOn: null },
    { document: BILL, state: 'asked', dueOn: '2026-12-01' },
  ]);
});

test('what is attached also settles what somebody was to bring', () => {
  expect(checklistOf(wanting([[BILL]]))).toContainEqual({ document: BILL, state: 'received', dueOn: null });
});

test('what only goes along is nothing that was wanted', () => {
  expect(checklistOf(wanting([[]])).map(({ state }) => state)).toEqual(['needed', 'asked']);
});
