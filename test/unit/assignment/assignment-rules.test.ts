import { describe, expect, test } from 'vitest';
import type { AssignmentRule } from '../../../functions/core/assignment/assignment-rule.ts';
import { AppealSystem, biller, PRACTICE } from '../../fixtures/appeal-system.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';

/** A denial of $125.00 by payer 87654, routed where these rules are in force. */
async function routedUnder(...assignment: readonly AssignmentRule[]) {
  const system = new AppealSystem({ settings: { assignment } });
  const denial = await system.routed(deniedClaim('A1'));
  const events = await system.denials.events(denial.denialId);
  return { assignee: denial.assignee, detail: events.at(-1)?.detail };
}

describe('a new denial', () => {
  test.each<[string, Partial<AssignmentRule>]>([
    ['payer', { payers: ['87654'] }],
    ['practice', { practices: [PRACTICE] }],
    ['category', { categories: ['medical_necessity'] }],
    ['amount', { fromCents: 12_500, toCents: 12_500 }],
    ['nothing in particular', {}],
  ])('goes to whom a rule by %s names, and the timeline says which rule', async (_by, conditions) => {
    const routed = await routedUnder({ id: 'rule-1', assignee: biller.userId, ...conditions });
    expect(routed).toMatchObject({
      assignee: 'biller',
      detail: { assignedBy: 'rule-1', assignee: 'biller' },
    });
  });

  test.each<[string, Partial<AssignmentRule>]>([
    ['payer', { payers: ['11111'] }],
    ['practice', { practices: ['9999999999'] }],
    ['category', { categories: ['duplicate'] }],
    ['amount', { fromCents: 12_501 }],
    ['amount, too', { toCents: 12_499 }],
  ])('stays in the queue where the %s is another', async (_by, conditions) => {
    expect((await routedUnder({ id: 'rule-1', assignee: biller.userId, ...conditions })).assignee).toBeNull();
  });

  test('goes by the first rule whose person may work on it', async () => {
    const routed = await routedUnder(
      { id: 'gone', assignee: 'nobody' },
      { id: 'elsewhere', assignee: 'other-biller' },
      { id: 'reads-only', assignee: 'auditor' },
      { id: 'works', assignee: 'supervisor' },
      { id: 'later', assignee: 'biller' },
    );
    expect(routed).toMatchObject({ assignee: 'supervisor', detail: { assignedBy: 'works' } });
  });
});
