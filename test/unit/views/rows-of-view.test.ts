import { describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { NO_OUTCOMES } from '../../../functions/core/priority/outcome-shares.ts';
import { BUILT_IN_VIEWS } from '../../../functions/core/views/built-in-views.ts';
import { queueRowOf } from '../../../functions/core/views/queue-row.ts';
import { type RankedRow, rankRows } from '../../../functions/core/views/ranked-row.ts';
import { rowsOfView } from '../../../functions/core/views/rows-of-view.ts';
import { type ViewFilters, viewLayoutSchema } from '../../../functions/core/views/saved-view.ts';
import { requestChanges } from '../../../functions/use-cases/request-changes.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';

const TODAY = '2026-11-10';
const routed = await new AppealSystem().routed();

function rowsOf(...patches: readonly Partial<Denial>[]): readonly RankedRow[] {
  const rows = patches.flatMap((patch) => queueRowOf({ ...routed, ...patch }) ?? []);
  return rankRows(rows, TODAY, NO_OUTCOMES);
}
const clockOf = (patch: Partial<Denial['deadlines'][number]>) => ({
  deadlines: routed.deadlines.map((clock) => ({ ...clock, ...patch })),
});
const fits = (filters: ViewFilters, patch: Partial<Denial>) =>
  rowsOfView(rowsOf(patch), filters, { userId: 'ana', today: TODAY }).length === 1;
const builtIn = (viewId: string): ViewFilters => {
  const found = BUILT_IN_VIEWS.find((view) => view.viewId === viewId);
  if (found === undefined) throw new Error('There is no such view.');
  return found.layout.filters;
};

describe('a filter', () => {
  test('takes any one of its values', () => {
    expect(fits({ routes: ['write_off', 'appeal'] }, {})).toBe(true);
    expect(fits({ routes: ['write_off'] }, {})).toBe(false);
  });

  test('beside another must hold too', () => {
    expect(fits({ routes: ['appeal'], levels: [1] }, {})).toBe(true);
    expect(fits({ routes: ['appeal'], levels: [2] }, {})).toBe(false);
  });

  test('of owners means by "me" whoever looks, and by "nobody" nobody', () => {
    expect(fits({ owners: ['me'] }, { assignee: 'ana' })).toBe(true);
    expect(fits({ owners: ['me'] }, { assignee: 'ben' })).toBe(false);
    expect(fits({ owners: ['nobody'] }, { assignee: null })).toBe(true);
    expect(fits({ owners: ['ben'] }, { assignee: 'ben' })).toBe(true);
  });

  test('of payers, practices, reasons and amounts goes by codes', () => {
    expect(fits({ payers: [routed.payerId], practices: [routed.practiceId], reasons: ['CO-50'] }, {})).toBe(
      true,
    );
    expect(fits({ reasons: ['CO-16'] }, {})).toBe(false);
    expect(fits({ bands: ['from_5000'] }, {})).toBe(false);
  });
});

describe('of the built-in views', () => {
  test('each keeps to what a person could save', () => {
    for (const { layout } of BUILT_IN_VIEWS) expect(viewLayoutSchema.parse(layout)).toEqual(layout);
  });

  test.each([
    ['mine-and-unassigned', { assignee: 'ana' }, { assignee: 'ben' }],
    ['unowned', { assignee: null }, { assignee: 'ana' }],
    ['due-in-7-days', { sendBy: '2026-11-17' }, { sendBy: '2026-11-18' }],
    ['due-in-7-days', { sendBy: '2026-11-01' }, { sendBy: null }],
    ['untouched', { changedAt: '2026-11-02T23:00:00.000Z' }, { changedAt: '2026-11-03T01:00:00.000Z' }],
    ['ready-to-approve', { state: 'ready_to_approve' }, { state: 'drafting' }],
    ['no-deadline', clockOf({ basis: 'not_configured' }), clockOf({ basis: 'contract' })],
    [
      'expiring-corrected-claim',
      { ...clockOf({ kind: 'corrected_claim' }), sendBy: '2026-12-10' },
      { ...clockOf({ kind: 'corrected_claim' }), sendBy: '2026-12-11' },
    ],
    [
      'expiring-corrected-claim',
      { ...clockOf({ kind: 'corrected_claim' }), sendBy: TODAY },
      { sendBy: TODAY },
    ],
  ] as const)('%s takes the one and not the other', (viewId, taken, left) => {
    expect(fits(builtIn(viewId), taken)).toBe(true);
    expect(fits(builtIn(viewId), left)).toBe(false);
  });

  test('returned takes a letter that its reader sent back, and none that is still being written', async () => {
    const system = new AppealSystem();
    const drafted = await system.drafted();
    expect(fits(builtIn('returned'), drafted)).toBe(false);
    const other = new AppealSystem();
    const { denialId, version } = await other.readyToApprove();
    expect(fits(builtIn('returned'), other.only())).toBe(false);
    await requestChanges(other.ports, {
      user: biller,
      denialId,
      expectedVersion: version,
      reason: 'Name the dates.',
    });
    expect(fits(builtIn('returned'), other.only())).toBe(true);
  });
});
