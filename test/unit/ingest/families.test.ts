import { describe, expect, test } from 'vitest';
import { changeDenial } from '../../../functions/core/denial/change.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { relayOutbox } from '../../../functions/use-cases/relay-outbox.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { Crash, crashing, Fuse } from '../../fixtures/crashing.ts';
import { permutations } from '../../fixtures/family.ts';
import { MemorySystem } from '../../fixtures/memory-system.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  type RemittanceSpec,
  remittanceFile,
  reversalOf,
} from '../../fixtures/remittance-file.ts';

const CHARGE = 12_500;
const denied = deniedClaim('A1', CHARGE);
const paid = paidClaim('A1', CHARGE);
const deniedAgain: ClaimSpec = {
  ...deniedClaim('A1', CHARGE),
  remarks: ['N130'],
  number: 'ICN2',
  original: 'ICNA1',
};

function remitted(producedOn: string, claims: readonly ClaimSpec[], more: Partial<RemittanceSpec> = {}) {
  return remittanceFile([{ claims, trace: `T${producedOn}`, producedOn, paidOn: producedOn, ...more }]);
}

async function system(...files: readonly Uint8Array[]): Promise<MemorySystem> {
  const made = new MemorySystem();
  for (const file of files) await made.drop(file);
  return made;
}

/** What must be the same in every order of arrival: each denial's end, and the follow-ups that are open. */
function endOf({ denials, remittances }: MemorySystem) {
  const all = denials.all();
  return {
    denials: all
      .filter(({ followUp }) => followUp === null)
      .map(({ denialId, amountCents, closedAs, resolution }) => ({
        denialId,
        amountCents,
        closedAs,
        resolution,
      }))
      .sort((a, b) => (a.denialId < b.denialId ? -1 : 1)),
    openFollowUps: all
      .filter(({ followUp, state }) => followUp !== null && state !== 'closed')
      .map(({ denialId, amountCents, followUp }) => ({ denialId, amountCents, followUp }))
      .sort((a, b) => (a.denialId < b.denialId ? -1 : 1)),
    paidCents: remittances.payments().reduce((sum, { claim }) => sum + claim.paidCents, 0),
  };
}

const denialOf = (made: MemorySystem, day: string) => {
  const found = made.denials.all().find(({ noticeOn, followUp }) => noticeOn === day && followUp === null);
  if (found === undefined) throw new Error(`No denial of ${day}.`);
  return found;
};

describe('a denial that the payer took back', () => {
  test('is superseded by the reversal and its correction, and its execution ends', async () => {
    const made = await system(remitted('20261001', [denied]));
    const { denialId } = denialOf(made, '2026-10-01');
    for (const { message } of made.denials.outbox()) await relayOutbox(message, made);
    await routeDenial({ denialId, level: 1, attempt: 1 }, made);
    const wait = {
      denialId,
      level: 1,
      attempt: 1,
      number: 2,
      step: 'wait_for_person',
      token: 'T',
      resumedAt: null,
    } as const;
    made.denials.registerWait(wait);
    made.workflow.issue('T');

    await made.drop(remitted('20261020', [reversalOf(denied), paid]));
    for (const { message } of made.denials.outbox()) await relayOutbox(message, made);
    expect(denialOf(made, '2026-10-01')).toMatchObject({ state: 'closed', closedAs: 'superseded' });
    expect(made.workflow.resumed).toEqual([{ token: 'T', next: 'done', version: 3 }]);
    const event = (await made.denials.events(denialId)).at(-1);
    expect(event).toMatchObject({ type: 'DenialSuperseded', actor: { kind: 'system', part: 'relate' } });
    expect(event?.detail).toMatchObject({ reversedBy: expect.any(String), by: expect.any(String) });
  });

  test('leaves one open denial where the correction denies again', async () => {
    const made = await system(
      remitted('20261001', [denied]),
      remitted('20261020', [reversalOf(denied), deniedAgain]),
    );
    expect(denialOf(made, '2026-10-01').closedAs).toBe('superseded');
    expect(denialOf(made, '2026-10-20').state).toBe('needs_review');
  });

  test('sends nothing any more, though its letter was approved', async () => {
    const made = new AppealSystem();
    const ready = await made.readyToApprove();
    const candidateSha256 = ready.candidate?.sha256 ?? '';
    const { denialId, version: expectedVersion } = ready;
    await approveAppeal(made.ports, { user: biller, denialId, expectedVersion, candidateSha256 });
    await made.drop(remitted('20261108', [reversalOf(denied), paid]));
    made.clock.advanceSeconds(31);
    expect((await made.runDeliver(ready)).next).toBe('done');
    expect(made.objects.list('handover')).toEqual([]);
    expect(made.only()).toMatchObject({ state: 'closed', closedAs: 'superseded', handover: null });
  });

  test('is reinstated, and worked again, where a late file shows that another one was meant', async () => {
    // The second denial of the same money is what the reversal names.
    const named = { ...denied, number: 'ICN5' };
    const made = await system(
      remitted('20261001', [denied]),
      remitted('20261020', [
        { ...reversalOf(denied), number: 'ICN5' },
        { ...paid, number: 'ICN6' },
      ]),
    );
    expect(denialOf(made, '2026-10-01').closedAs).toBe('superseded');
    await made.drop(remitted('20261003', [named]));
    expect(denialOf(made, '2026-10-03').closedAs).toBe('superseded');
    const back = denialOf(made, '2026-10-01');
    expect(back).toMatchObject({ state: 'needs_review', closedAs: null, resolution: null, attempt: 2 });
    const starts = made.denials.outbox().filter(({ message }) => message.denialId === back.denialId);
    expect(starts.at(-1)?.message).toMatchObject({ kind: 'start', attempt: 2 });
    await routeDenial({ denialId: back.denialId, level: 1, attempt: 2 }, made);
    expect(denialOf(made, '2026-10-01').state).toBe('drafting');
  });

  test('is not touched where a person left it as history', async () => {
    const made = await system(remitted('20261001', [denied]));
    const before = denialOf(made, '2026-10-01');
    const note = { type: 'Closed', actor: { kind: 'user', userId: 'u' }, at: made.clock.now() } as const;
    const closed = changeDenial(before, { state: 'closed', closedAs: 'left_as_history' }, note);
    await made.denials.change(closed);
    await made.drop(remitted('20261020', [reversalOf(denied), paid]));
    expect(denialOf(made, '2026-10-01')).toEqual(closed.after);
  });
});

describe('a denial that was answered', () => {
  async function sentOn(at: string): Promise<MemorySystem> {
    const made = await system(remitted('20261001', [denied]));
    const before = denialOf(made, '2026-10-01');
    const handover = {
      sha256: null,
      channel: 'recorded_by_person',
      reference: 'R',
      handedOverAt: at,
      handedOverBy: 'u',
      sentOn: null,
      evidence: [] as never[],
    } as const;
    await made.denials.change(
      changeDenial(
        before,
        { state: 'awaiting_payer', handover },
        { type: 'CorrectionSent', actor: { kind: 'user', userId: 'u' }, at },
      ),
    );
    return made;
  }

  test.each([
    ['overturned', paid, 7_500],
    ['partly_overturned', { ...denied, adjustments: [['CO', '50', 4_000]] as const }, 8_500],
    ['upheld', deniedAgain, 0],
  ])('is %s, with the cents that the remittances say', async (outcome, correction, recoveredCents) => {
    const made = await sentOn('2026-10-05T12:00:00.000Z');
    await made.drop(remitted('20261020', [reversalOf(denied), correction]));
    expect(denialOf(made, '2026-10-01')).toMatchObject({
      state: 'closed',
      closedAs: outcome,
      resolution: { kind: outcome, recoveredCents },
    });
  });

  test('goes back to a person where it is upheld and nothing else carries it on', async () => {
    const made = await sentOn('2026-10-05T12:00:00.000Z');
    const maintained = { id: 'A1', chargeCents: CHARGE, adjustments: [['CO', '193', CHARGE]] as const };
    await made.drop(remitted('20261020', [maintained]));
    expect(denialOf(made, '2026-10-01')).toMatchObject({
      state: 'needs_review',
      closedAs: null,
      resolution: { kind: 'upheld', recoveredCents: 0 },
      nextAction: expect.stringContaining('next level'),
    });
  });

  test('is superseded by what was decided before it was sent', async () => {
    const made = await sentOn('2026-11-05T12:00:00.000Z');
    await made.drop(remitted('20261020', [reversalOf(denied), paid]));
    expect(denialOf(made, '2026-10-01').closedAs).toBe('superseded');
  });

  test('is overturned by a plain later payment, without anything sent', async () => {
    const made = await system(remitted('20261001', [denied]), remitted('20261020', [paid]));
    expect(denialOf(made, '2026-10-01')).toMatchObject({
      closedAs: 'overturned',
      resolution: { recoveredCents: 7_500 },
    });
  });
});

const stories: readonly (readonly [string, readonly Uint8Array[]])[] = [
  [
    'denied, taken back and paid, each in a file of its own',
    [
      remitted('20261001', [denied]),
      remitted('20261020', [reversalOf(denied)]),
      remitted('20261021', [paid]),
    ],
  ],
  [
    'denied, corrected twice',
    [
      remitted('20261001', [denied, paidClaim('Z9')]),
      remitted('20261010', [reversalOf(denied), deniedAgain]),
      remitted('20261020', [reversalOf(deniedAgain), { ...paid, number: 'ICN3', original: 'ICN2' }]),
    ],
  ],
  [
    'paid, taken back for good',
    [
      remitted('20261001', [paid]),
      remitted('20261020', [reversalOf(paid)]),
      remitted('20261025', [deniedClaim('B1')]),
    ],
  ],
  [
    'replaced under another claim number',
    [
      remitted('20261001', [denied]),
      remitted('20261020', [{ ...paidClaim('B2', 9_000), original: 'ICNA1', number: 'ICN8' }]),
      remitted('20261022', [deniedClaim('C3')], { providerAdjustments: [['WO', 'ICN8', 500]] }),
    ],
  ],
];

describe.each(stories)('%s', (_name, files) => {
  test('ends alike in every order of arrival, and when everything comes twice', async () => {
    const expected = endOf(await system(...files));
    for (const order of permutations(files)) {
      expect(endOf(await system(...order)), `${order.map((file) => files.indexOf(file))}`).toEqual(expected);
      expect(endOf(await system(...order, ...order))).toEqual(expected);
    }
  });

  test('ends alike when all files come at once', async () => {
    const expected = endOf(await system(...files));
    for (const order of permutations(files)) {
      const made = new MemorySystem();
      await Promise.all(order.map((file) => made.drop(file)));
      expect(endOf(made)).toEqual(expected);
    }
  });

  test('ends alike after a crash after any effect of the last file and its delivery again', async () => {
    const expected = endOf(await system(...files));
    const last = files.at(-1) as Uint8Array;
    for (let after = 1; ; after += 1) {
      const made = await system(...files.slice(0, -1));
      const object = await made.put(last);
      const fuse = new Fuse(after);
      const ports = {
        denials: crashing(made.denials, fuse),
        remittances: crashing(made.remittances, fuse),
        claims: crashing(made.claims, fuse),
        objects: crashing(made.objects, fuse),
        queue: crashing(made.queue, fuse),
        parts: crashing(made.parts, fuse),
        partSize: made.partSize,
        assess: made.assess,
        clocks: made.clocks,
        levels: made.levels,
        clock: made.clock,
        timeLeftMs: made.timeLeftMs,
        mayPass: made.mayPass,
      };
      const crashed = await receiveFile(object, ports).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Crash) return true;
          throw error;
        },
      );
      await receiveFile(object, made);
      expect(endOf(made), `effect ${after}`).toEqual(expected);
      if (!crashed) {
        expect(after).toBeGreaterThan(5);
        return;
      }
    }
  });
});
