import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  AppealSystem,
  admin,
  auditor,
  biller,
  manager,
  printedWords,
  supervisor,
} from '../../fixtures/appeal-system.ts';
import { claimAcknowledgementFile, claimFile } from '../../fixtures/claim-file.ts';
import { send } from './requests.ts';

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const sent = claimFile([
  { id: 'A1', diagnoses: ['M5416'], priorAuthorization: 'AUTH-9', bornOn: '1971-03-04' },
]);
const head = async (as = biller) => {
  const { denialId } = system.only();
  return (await send(system, { as, path: `/api/denials/${denialId}` })).body;
};

describe('the head of a denial', () => {
  test('says that the claim is not on file, and what to do about it', async () => {
    await system.routed();
    expect((await head()).claim).toEqual({ onFile: false, sentence: expect.stringContaining('837') });
  });

  test('shows the claim as sent, how it was joined and what was acknowledged', async () => {
    await system.drop(sent, 'claims');
    await system.drop(claimAcknowledgementFile([{ id: 'A1', status: 'A2:20', payerNumber: 'ICNA1' }]), 'ack');
    await system.routed();
    expect((await head()).claim).toMatchObject({
      onFile: true,
      sentence: null,
      join: { score: 100, ambiguous: false, others: [] },
      claimId: 'A1',
      chargeCents: 12_500,
      frequency: '1',
      placeOfService: '11',
      submittedAt: '2026-10-06T09:30',
      acceptance: { outcome: 'accepted', on: '2026-10-07' },
      acknowledgements: [
        { about: 'submission', codes: ['A1:19'] },
        { about: 'claim', codes: ['A2:20'], payerClaimControlNumber: 'ICNA1' },
      ],
      clinical: {
        bornOn: '1971-03-04',
        memberId: 'MEMBER001',
        diagnoses: [{ role: 'principal', code: 'M5416' }],
        priorAuthorizations: ['AUTH-9'],
        lines: [{ ordinal: 1, diagnosisPointers: [1], controlNumber: '1' }],
      },
    });
  });

  test.each([
    ['a biller', biller, true],
    ['a supervisor', supervisor, true],
    ['a manager', manager, false],
    ['an administrator', admin, false],
    ['an auditor', auditor, false],
  ])('shows %s what is clinical only where letters may be read', async (_who, user, isShown) => {
    await system.drop(sent, 'claims');
    await system.routed();
    const { claim } = await head(user);
    expect(claim.onFile).toBe(true);
    expect(claim.clinical !== null).toBe(isShown);
    expect(/M5416|1971-03-04|MEMBER001|AUTH-9/.test(JSON.stringify(claim))).toBe(isShown);
  });

  test('never shows a name of the patient or the raw text', async () => {
    await system.drop(sent, 'claims');
    await system.routed();
    expect(JSON.stringify((await head()).claim)).not.toMatch(/TESTPERSON|ALEX|NM1\*/);
  });

  test('flags a claim that is not the only one to fit', async () => {
    await system.drop(sent, 'claims');
    await system.drop(claimFile([{ id: 'A1' }], { reference: 'B2', group: 2 }), 'again');
    await system.routed();
    const { claim } = await head();
    expect(claim).toMatchObject({ join: { ambiguous: true, others: [{ score: 100 }] } });
    expect(claim.sentence).toMatch(/More than one claim/);
  });
});

test('a letter tells birth date, diagnoses and authorization of the claim as sent', async () => {
  await system.drop(sent, 'claims');
  const { denialId } = await system.drafted();
  const { body } = await send(system, { as: biller, path: `/api/denials/${denialId}/candidate` });
  const words = printedWords(body.pdf);
  expect(words).toContain('March 4, 1971');
  expect(words).toContain('M54.16');
  expect(words).toContain('AUTH-9');
});

test('a claim that comes after the letter was made changes the facts, so that the letter has to be made again', async () => {
  const ready = await system.readyToApprove();
  const { denialId, version, candidate } = ready;
  await system.drop(sent, 'claims');
  const answer = await send(system, {
    as: biller,
    method: 'POST',
    path: `/api/denials/${denialId}/approval`,
    ifMatch: version,
    body: { sha256: candidate?.sha256 },
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'FACTS_CHANGED' } });
});
