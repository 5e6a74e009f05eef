import { beforeEach, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { submitDocuments } from '../../../functions/use-cases/submit-documents.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';

const WANTED = ['the operative report', 'the implant invoice'];
const SENT = { channel: 'fax', reference: 'FAX-1', sentOn: '2026-11-10' } as const;

let system: AppealSystem;
let denial: Denial;
beforeEach(async () => {
  system = new AppealSystem();
  const routed = await system.routed();
  const route = 'documentation';
  const requiredDocuments = WANTED.map(
    (document) => ({ document, ruleId: 'test', source: 'test', confidence: 'high' }) as const,
  );
  denial = await system.rewrite(routed, {
    state: 'collecting_documents',
    route,
    decision: { ...routed.decision, route, requiredDocuments },
  });
});

const submit = (said: object) =>
  submitDocuments(system.ports, {
    user: biller,
    denialId: denial.denialId,
    expectedVersion: denial.version,
    ...SENT,
    ...said,
  });

test('documents are not sent while one that the payer wants is missing, and the answer names it', async () => {
  expect(await submit({ enclosed: ['the operative report'] })).toMatchObject({
    kind: 'refused',
    code: 'DOCUMENT_MISSING',
    sentence: expect.stringContaining('the implant invoice'),
  });
  expect(system.only()).toEqual(denial);
});

test('documents that are all enclosed are sent', async () => {
  expect((await submit({ enclosed: WANTED })).kind).toBe('changed');
  expect(system.only().state).toBe('awaiting_payer');
});

test('a person may say why the payer does not need one, and the timeline keeps it', async () => {
  const notNeeded = [{ document: 'the implant invoice', reason: 'Nothing was implanted.' }];
  await submit({ enclosed: ['the operative report'], notNeeded });
  expect((await system.denials.events(denial.denialId)).at(-1)).toMatchObject({
    type: 'DocumentsSent',
    reason: expect.stringContaining('Nothing was implanted.'),
  });
});
