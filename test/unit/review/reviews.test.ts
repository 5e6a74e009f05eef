import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bundledCasework } from '../../../functions/adapters/casework-bundled.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { questionFor, reviewQuestionsSchema } from '../../../functions/core/review/question.ts';
import { answerReview } from '../../../functions/use-cases/answer-review.ts';
import { readReview } from '../../../functions/use-cases/read-review.ts';
import { biller } from '../../fixtures/appeal-system.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';

let system: DecidedSystem;
beforeEach(() => {
  system = new DecidedSystem();
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
});

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });
const denied = (group: string, carc: string, remarks: readonly string[] = [], filing = '12') => ({
  id: 'B1',
  chargeCents: 12_500,
  adjustments: [[group, carc, 12_500]] as const,
  remarks,
  filing,
});
const reason = 'Looked at both remittances.';
const { reviews } = bundledCasework();

async function asked() {
  const read = await readReview(system.ports, biller, system.only().denialId);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return read.value;
}

describe('a review', () => {
  test('of a duplicate asks what became of the other claim, and where each answer leads', async () => {
    await system.routed(denied('OA', '18'));
    const { question, answers } = await asked();
    expect(question).toMatchObject({ id: 'question.duplicate', look: expect.stringContaining('remittance') });
    expect(answers.map(({ id, route }) => [id, route])).toEqual([
      ['paid', 'write_off'],
      ['denied-elsewhere', 'write_off'],
      ['pending', null],
      ['distinct', 'correct_resubmit'],
      ['no-other', 'appeal'],
    ]);
  });

  test('says of an answer that the case does not allow it', async () => {
    system.organisation = { ...system.organisation, payers: [] };
    await system.routed(denied('CO', '29', ['N211'], 'MB'));
    expect((await asked()).question.id).toBe('question.late-medicare');
  });

  test('takes the route of its answer, and the timeline keeps question and answer', async () => {
    const denial = await system.routed(denied('OA', '18'));
    const result = await answerReview(system.ports, { ...by(denial), answer: 'distinct', reason });
    expect(result.kind).toBe('changed');
    expect(system.only()).toMatchObject({
      route: 'correct_resubmit',
      state: 'correcting',
      routedBy: 'biller',
    });
    expect((await system.denials.events(denial.denialId)).at(-1)).toMatchObject({
      type: 'ReviewAnswered',
      reason,
      detail: { question: 'question.duplicate', answer: 'distinct', from: 'review', to: 'correct_resubmit' },
    });
  });

  test('is put off by an answer that decides nothing, until the day that is named', async () => {
    const denial = await system.routed(denied('OA', '18'));
    const pending = { ...by(denial), answer: 'pending', reason };
    expect(await answerReview(system.ports, pending)).toMatchObject({ code: 'DATE_REFUSED', field: 'until' });
    await answerReview(system.ports, { ...pending, until: '2026-11-13' });
    expect(system.only()).toMatchObject({ state: 'needs_review', pend: { until: '2026-11-13' } });
  });

  test('knows no answer of another question', async () => {
    const denial = await system.routed(denied('OA', '18'));
    expect(await answerReview(system.ports, { ...by(denial), answer: 'coding', reason })).toMatchObject({
      code: 'ROUTE_REFUSED',
      field: 'answer',
      sentence: expect.stringContaining('paid, denied-elsewhere, pending, distinct, no-other'),
    });
  });

  test('is not there once a route is chosen', async () => {
    const denial = await system.routed(denied('CO', '50'));
    expect(await readReview(system.ports, biller, denial.denialId)).toMatchObject({ kind: 'not_yet' });
    expect(await answerReview(system.ports, { ...by(denial), answer: 'contest', reason })).toMatchObject({
      code: 'NOT_IN_THIS_STATE',
    });
  });
});

describe('the questions', () => {
  const facts = (
    carc: string,
    category: Denial['decision']['category'],
    remarks: readonly string[] = [],
  ) => ({
    reasons: [{ group: 'CO', carc, remarks: [...remarks] }],
    category,
    payerType: 'commercial' as const,
    mechanism: 'none' as const,
  });

  test.each([
    ['29', 'timely_filing', [], 'question.late'],
    ['97', 'bundling', [], 'question.bundling'],
    ['24', 'coordination_of_benefits', [], 'question.managed-care'],
    ['204', 'non_covered', [], 'question.benefit'],
    ['242', 'referral', ['N865'], 'question.no-surprises'],
    ['16', 'billing_error', ['N779'], 'question.not-finished'],
    ['A1', 'other', [], 'question.general'],
  ] as const)('CARC %s (%s) %j: %s', (carc, category, remarks, id) => {
    expect(questionFor(facts(carc, category, remarks), reviews).id).toBe(id);
  });

  test('end with one for everything, or are refused', () => {
    const data = reviews.slice(0, -1);
    expect(reviewQuestionsSchema.safeParse(data).success).toBe(false);
  });
});
