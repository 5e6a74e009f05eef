import { beforeAll, describe, expect, test } from 'vitest';
import { changeDenial } from '../../functions/core/denial/change.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { takeBackIdOf } from '../../functions/core/ids.ts';
import type { Page, WorkList } from '../../functions/ports/denial-store.ts';
import { appealDeadline } from '../fixtures/memory-system.ts';
import { assessedDenial } from '../fixtures/opened-denial.ts';
import { type Stores, storeTargets } from './support/targets.ts';

const AT = '2026-11-11T09:00:00.000Z';
const note = { type: 'DenialRouted', actor: { kind: 'user', userId: 'u1' }, at: AT } as const;

describe.for(storeTargets)('the denial store: $name', ({ skip, make }) => {
  let stores: Stores;
  beforeAll(async () => {
    if (!skip) stores = await make();
  });

  async function opened(deadlines = [appealDeadline('2027-04-20', '2027-05-01')]): Promise<Denial> {
    const opening = assessedDenial({ deadlines });
    await stores.denials.open(opening);
    return opening.denial;
  }

  test.skipIf(skip)('opens a denial with its claim payment and first event, once', async () => {
    const opening = assessedDenial();
    expect(await stores.denials.open(opening)).toBe('opened');
    expect(await stores.denials.open(opening)).toBe('already_open');
    const { denialId, remittanceId } = opening.denial;
    expect(await stores.denials.read(denialId)).toEqual(opening.denial);
    expect(await stores.denials.events(denialId)).toEqual([opening.event]);
    const { payeeId, claim } = opening.claimPayment;
    expect(
      await stores.remittances.readClaimPayment(payeeId, claim.claimId, remittanceId, claim.ordinal),
    ).toEqual(opening.claimPayment);
  });

  test.skipIf(skip)('does not open over a denial that has changed since', async () => {
    const opening = assessedDenial();
    await stores.denials.open(opening);
    const change = changeDenial(opening.denial, { state: 'correcting' }, note);
    await stores.denials.change(change);
    expect(await stores.denials.open(opening)).toBe('already_open');
    expect(await stores.denials.read(opening.denial.denialId)).toEqual(change.after);
  });

  test.skipIf(skip)('opens once when two do it at the same moment', async () => {
    const opening = assessedDenial();
    const results = await Promise.all([stores.denials.open(opening), stores.denials.open(opening)]);
    expect(results.sort()).toEqual(['already_open', 'opened']);
  });

  test.skipIf(skip)('lists what waits as history in a list of its own, and in no other', async () => {
    const { denial, event, claimPayment } = assessedDenial();
    const history = { before: '2026-11-03', review: 'open' } as const;
    const practiceId = 'HISTORY1' as Denial['practiceId'];
    const waiting = { ...denial, practiceId, history };
    await stores.denials.open({ claimPayment, denial: waiting, event, outbox: [] });
    const idsOf = async (state: Denial['state'] | 'history_review') =>
      (await stores.denials.listQueue({ practiceId, state, limit: 10, cursor: null })).items.map(
        ({ denialId }) => denialId,
      );
    expect(await idsOf('history_review')).toEqual([denial.denialId]);
    expect(await idsOf('needs_review')).toEqual([]);
    const accepted = { history: { ...history, review: 'accepted' as const }, attempt: 2 };
    await stores.denials.change(changeDenial(waiting, accepted, note));
    expect(await idsOf('history_review')).toEqual([]);
    expect(await idsOf('needs_review')).toEqual([denial.denialId]);
  });

  test.skipIf(skip)(
    'lists what somebody is to bring a document for, beside the list of its state',
    async () => {
      const { denial, event, claimPayment } = assessedDenial();
      const practiceId = 'DOCUMENTS1' as Denial['practiceId'];
      const opened = { ...denial, practiceId };
      await stores.denials.open({ claimPayment, denial: opened, event, outbox: [] });
      const idsOf = async (state: WorkList) =>
        (await stores.denials.listQueue({ practiceId, state, limit: 10, cursor: null })).items.map(
          ({ denialId }) => denialId,
        );
      const documentRequests = [
        {
          number: 1,
          document: 'the operative report',
          holder: { name: 'Surgery', email: null },
          dueOn: '2026-12-01',
          state: 'open' as const,
          askedBy: 'u1',
          askedAt: AT,
          settledBy: null,
          settledAt: null,
          reminded: null,
        },
      ];
      expect(await idsOf('document_requests')).toEqual([]);
      const asked = changeDenial(opened, { documentRequests }, note);
      await stores.denials.change(asked);
      expect(await idsOf('document_requests')).toEqual([denial.denialId]);
      expect(await idsOf(opened.state)).toEqual([denial.denialId]);
      const received = documentRequests.map((each) => ({ ...each, state: 'received' as const }));
      await stores.denials.change(changeDenial(asked.after, { documentRequests: received }, note));
      expect(await idsOf('document_requests')).toEqual([]);
      expect(await idsOf(opened.state)).toEqual([denial.denialId]);
    },
  );

  test.skipIf(skip)('opens a follow-up with its first event, once, and without any message', async () => {
    const { denial, event } = assessedDenial();
    const followUp = { ...denial, followUp: { type: 'hold', dueOn: '2026-12-01' } } as const;
    expect(await stores.denials.openFollowUp({ denial: followUp, event })).toBe('opened');
    expect(await stores.denials.openFollowUp({ denial: followUp, event })).toBe('already_open');
    expect(await stores.denials.read(denial.denialId)).toEqual(followUp);
    expect(await stores.denials.events(denial.denialId)).toEqual([event]);
    const shards = [0, 1, 2, 3, 4, 5, 6, 7].map((shard) =>
      stores.denials.pendingOutbox({ shard, writtenBefore: '2999-01-01T00:00:00.000Z', limit: 1000 }),
    );
    const pending = (await Promise.all(shards)).flat();
    expect(pending.filter((message) => message.denialId === denial.denialId)).toEqual([]);
  });

  test.skipIf(skip)('finds a follow-up of a PLB pair behind a page of others', async () => {
    const { denial, event } = assessedDenial();
    const practiceId = `${denial.practiceId}-PLB` as typeof denial.practiceId;
    const ids = [1, 2, 3].map((ordinal) => takeBackIdOf(denial.remittanceId, ordinal));
    for (const denialId of ids) {
      await stores.denials.openFollowUp({ denial: { ...denial, denialId, practiceId }, event });
    }
    const query = { practiceId, state: 'needs_review', limit: 2 } as const;
    const first = await stores.denials.listQueue({ ...query, cursor: null });
    const second = await stores.denials.listQueue({ ...query, cursor: first.cursor });
    expect([...first.items, ...second.items].map(({ denialId }) => denialId)).toEqual(ids);
  });

  test.skipIf(skip)('answers null for a denial that is not there', async () => {
    expect(await stores.denials.read(assessedDenial().denial.denialId)).toBeNull();
  });

  test.skipIf(skip)('stores a change with its event and draft', async () => {
    const denial = await opened();
    const change = changeDenial(denial, { state: 'drafting', draftNumber: 1 }, note);
    const draft = {
      denialId: denial.denialId,
      level: 1,
      number: 1,
      templateId: 'general-appeal',
      because: null,
      facts: [],
      enclosures: null,
      goesWithout: [],
      basis: null,
      passages: { rule: 'Because.' },
      editedBy: null,
      editedAt: AT,
    };
    expect(await stores.denials.change({ ...change, draft })).toEqual({ kind: 'changed' });
    expect(await stores.denials.read(denial.denialId)).toEqual(change.after);
    expect((await stores.denials.events(denial.denialId)).map((e) => e.version)).toEqual([1, 2]);
    expect(await stores.denials.draft(denial.denialId, 1, 1)).toEqual(draft);
    expect(await stores.denials.draft(denial.denialId, 1, 2)).toBeNull();
    expect(await stores.denials.drafts(denial.denialId, 1)).toEqual([draft]);
    expect(await stores.denials.drafts(denial.denialId, 11)).toEqual([]);
  });

  test.skipIf(skip)(
    'refuses a change of an older version, shows what stands, and writes nothing',
    async () => {
      const denial = await opened();
      const first = changeDenial(denial, { assignee: 'u1' }, note);
      await stores.denials.change(first);
      const late = changeDenial(denial, { assignee: 'u2' }, note);
      expect(await stores.denials.change(late)).toEqual({ kind: 'conflict', current: first.after });
      expect(await stores.denials.events(denial.denialId)).toHaveLength(2);
    },
  );

  test.skipIf(skip)('lets exactly one of twenty racing changes win', async () => {
    const denial = await opened();
    const changes = Array.from({ length: 20 }, (_, i) => changeDenial(denial, { assignee: `u${i}` }, note));
    const results = await Promise.all(changes.map((change) => stores.denials.change(change)));
    expect(results.filter((r) => r.kind === 'changed')).toHaveLength(1);
    expect((await stores.denials.read(denial.denialId))?.version).toBe(2);
  });

  test.skipIf(skip)(
    'lists the queue soonest first, what is not configured on top, page by page',
    async () => {
      const late = await opened([appealDeadline('2027-04-20', null)]);
      const soon = await opened([appealDeadline('2026-12-20', null)]);
      const unknown = await opened([appealDeadline(null, null)]);
      const elsewhere = await opened();
      await stores.denials.change(changeDenial(elsewhere, { state: 'correcting' }, note));
      const ids = new Set([late, soon, unknown, elsewhere].map((d) => d.denialId));

      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<Denial> = await stores.denials.listQueue({
          practiceId: late.practiceId,
          state: 'needs_review',
          limit: 2,
          cursor,
        });
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(...page.items.map((d) => d.denialId).filter((id) => ids.has(id)));
        cursor = page.cursor;
      } while (cursor !== null);
      expect(found).toEqual([unknown.denialId, soon.denialId, late.denialId]);
    },
  );

  test.skipIf(skip)('takes a closed denial out of queue and sweep', async () => {
    const denial = await opened();
    const closed = changeDenial(denial, { state: 'closed', closedAs: 'written_off' }, note);
    await stores.denials.change(closed);
    expect(await dueIds('2026-12-31')).not.toContain(denial.denialId);
    expect(await stores.denials.read(denial.denialId)).toEqual(closed.after);
  });

  test.skipIf(skip)('finds what is due on or before a day, in exactly one shard', async () => {
    const denial = await opened();
    const moved = changeDenial(denial, { wakeOn: '2026-12-05' }, note);
    await stores.denials.change(moved);
    expect(await dueIds('2026-12-04')).not.toContain(denial.denialId);
    expect((await dueIds('2026-12-05')).filter((id) => id === denial.denialId)).toHaveLength(1);
  });

  async function dueIds(onOrBefore: string): Promise<string[]> {
    const ids: string[] = [];
    for (let shard = 0; shard < 8; shard += 1) {
      let cursor: string | null = null;
      do {
        const page: Page<Denial> = await stores.denials.due({ shard, onOrBefore, limit: 3, cursor });
        ids.push(...page.items.map((d) => d.denialId));
        cursor = page.cursor;
      } while (cursor !== null);
    }
    return ids;
  }

  test.skipIf(skip)('keeps an outbox message pending until it is relayed', async () => {
    const { outbox, denial, ...opening } = assessedDenial();
    await stores.denials.open({ ...opening, denial, outbox });
    const [message] = outbox;
    if (message === undefined) throw new Error('A new denial has an outbox message.');
    expect(await pendingOf(denial.denialId, '2026-11-10T12:00:00.000Z')).toEqual([]);
    expect(await pendingOf(denial.denialId, '2026-11-10T12:00:00.001Z')).toEqual([message]);
    await stores.denials.markRelayed(message);
    await stores.denials.markRelayed(message);
    expect(await pendingOf(denial.denialId, '2026-11-10T12:00:00.001Z')).toEqual([]);
  });

  async function pendingOf(denialId: string, writtenBefore: string) {
    const shards = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((shard) =>
        stores.denials.pendingOutbox({ shard, writtenBefore, limit: 100 }),
      ),
    );
    return shards.flat().filter((m) => m.denialId === denialId);
  }

  test.skipIf(skip)('knows the waits of one execution and when each was resumed first', async () => {
    const { denialId } = await opened();
    const wait = (attempt: number, number: number) =>
      ({
        denialId,
        level: 1,
        attempt,
        number,
        step: 'wait_for_person',
        token: `t${number}`,
        resumedAt: null,
      }) as const;
    await stores.registerWait(wait(1, 12));
    await stores.registerWait(wait(1, 2));
    await stores.registerWait(wait(11, 3));
    expect(await stores.denials.waits(denialId, 1, 1)).toEqual([wait(1, 2), wait(1, 12)]);
    await stores.denials.markResumed(wait(1, 2), AT);
    await stores.denials.markResumed(wait(1, 2), '2026-11-12T09:00:00.000Z');
    expect(await stores.denials.waits(denialId, 1, 1)).toEqual([
      { ...wait(1, 2), resumedAt: AT },
      wait(1, 12),
    ]);
  });
});
