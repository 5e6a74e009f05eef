import { describe, expect, test } from 'vitest';
import { filingProofOf } from '../../../functions/core/appeal/filing-proof.ts';
import { gatherFacts, linesInWords } from '../../../functions/core/appeal/gather-facts.ts';
import { STATED_FLAGS } from '../../../functions/core/appeal/stated.ts';
import type { Claim } from '../../../functions/core/claim/claim.ts';
import type { RemittanceHeader } from '../../../functions/core/remittance/remittance.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { claimFile } from '../../fixtures/claim-file.ts';
import { remittedClaim } from '../../fixtures/remitted-claim.ts';
import { onlyClaim } from '../claim/reading.ts';

const words = {
  carc: (code: string) => (code === '50' ? 'Not necessary' : null),
  rarc: (code: string) => (code === 'N115' ? 'LCD criteria' : 'Record(s) asked for (unspecified)'),
};
const NO_PROOF = filingProofOf([], { ids: [], names: [] }, null);
const nobody = { practice: null, payer: null, office: null };

async function factsOf(
  sketch: Parameters<typeof remittedClaim>[0],
  reasonLines: readonly (number | null)[],
  sent: Claim | null = null,
) {
  const system = new AppealSystem();
  const denial = await system.routed();
  const [payment] = system.remittances.payments();
  const header: RemittanceHeader | undefined = payment?.header;
  if (header === undefined) throw new Error('The fixture has one claim.');
  const reasons = reasonLines.map((line) => ({
    group: 'CO',
    carc: '50',
    remarks: line === 3 ? ['N115', 'N706'] : ['N115'],
    amountCents: 100,
    line,
  }));
  const claim = remittedClaim(sketch);
  return gatherFacts(
    { ...denial, decision: { ...denial.decision, reasons } },
    { claim, header },
    sent,
    nobody,
    words,
    NO_PROOF,
  );
}

describe('the facts of an appeal', () => {
  test('name the disputed lines in order, each reason once', async () => {
    const { decision } = await factsOf({ lines: [{}, {}, {}, {}] }, [3, 2, 4]);
    expect(decision.disputed).toBe('lines 2, 3 and 4');
    expect(decision.lines.map((line) => line.disputed)).toEqual([false, true, true, true]);
    expect(decision.reasons.map(({ where }) => where)).toEqual(['Lines 2 and 4', 'Line 3']);
  });

  test('tell reasons in words that fit into a sentence', async () => {
    const { decision } = await factsOf({ lines: [{}, {}, {}] }, [3]);
    expect(decision.reasons).toEqual([
      {
        where: 'Line 3',
        code: 'CO-50',
        wording: 'not necessary',
        remarks: [
          { code: 'N115', wording: 'local coverage determination criteria' },
          { code: 'N706', wording: 'records asked for [unspecified]' },
        ],
      },
    ]);
  });

  test('of a denial at claim level dispute the whole claim', async () => {
    const { decision } = await factsOf({ cas: ['CO-50'], remarks: ['N115', 'MA01'] }, [null]);
    expect(decision).toMatchObject({ disputed: 'the claim', wholeClaim: true, claimCodes: 'CO-50, N115' });
  });

  test('leave null what nobody told: nothing is made up', async () => {
    const { practice, payer, member, claim } = await factsOf({ lines: [{}] }, [1]);
    expect(practice).toMatchObject({ address: null, telephone: null, signatoryName: null });
    expect(payer.appealsAddress).toBeNull();
    expect(member).toEqual({ name: null, id: null, bornOn: null, groupNumber: null });
    expect(claim).toMatchObject({ renderingProvider: null, diagnoses: null, priorAuthorization: null });
  });

  test('take birth date, diagnoses and authorization from the claim as sent', async () => {
    const sent = onlyClaim(
      claimFile([
        { id: 'A1', bornOn: '1971-03-04', diagnoses: ['M5416', 'I10'], priorAuthorization: 'AUTH-9' },
      ]),
    );
    const { member, claim } = await factsOf({ lines: [{}] }, [1], sent);
    expect(member.bornOn).toBe('1971-03-04');
    expect(claim).toMatchObject({ diagnoses: 'M54.16, I10', priorAuthorization: 'AUTH-9' });
  });

  test('say what the stated reason rests on', async () => {
    const { stated } = await factsOf({ lines: [{}] }, [1]);
    expect(STATED_FLAGS.filter((flag) => stated[flag])).toEqual(['localCoverageDetermination']);
  });
});

test.each([
  [[1], 'line 1'],
  [[1, 2], 'lines 1 and 2'],
  [[1, 2, 5], 'lines 1, 2 and 5'],
])('%j reads "%s"', (lines, words) => {
  expect(linesInWords(lines)).toBe(words);
});
