import { memoryRecordSource } from '../../../functions/adapters/memory/record-source.ts';
import type { DeliverySetting } from '../../../functions/core/delivery/setting.ts';
import type { ObjectVersion } from '../../../functions/ports/object-store.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { deliverAppeal } from '../../../functions/use-cases/deliver-appeal.ts';
import { draftAppeal } from '../../../functions/use-cases/draft-appeal.ts';
import { keepDailyRoots } from '../../../functions/use-cases/keep-daily-roots.ts';
import { loadAgain, previewAgain } from '../../../functions/use-cases/load-again.ts';
import { loadCodingTable } from '../../../functions/use-cases/load-coding-table.ts';
import { projectDenials } from '../../../functions/use-cases/project-denials.ts';
import { continueFile, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { recountClocks } from '../../../functions/use-cases/recount-clocks.ts';
import { relayOutbox, settleWaits } from '../../../functions/use-cases/relay-outbox.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { AppealSystem, biller } from '../../fixtures/appeal-system.ts';
import { claimAcknowledgementFile, claimFile } from '../../fixtures/claim-file.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile, reversalOf } from '../../fixtures/remittance-file.ts';

/** Every port there is. */
export type AllPorts = ReturnType<typeof portsOf>;

/** What a message or a schedule starts, made ready; `run` is one delivery of it. */
export interface Scenario {
  /** The use cases that it enters by, as files. */
  readonly enters: readonly string[];
  prepare(): Promise<{
    readonly system: AppealSystem;
    run(ports: AllPorts): Promise<unknown>;
  }>;
}

export function portsOf(system: AppealSystem) {
  const { workflow, queue, parts, assess, partSize, mayPass, recounts, timeZone } = system;
  const timeLeftMs = () => 100_000;
  return {
    ...system.ports,
    workflow,
    queue,
    parts,
    assess,
    partSize,
    mayPass,
    recounts,
    timeZone,
    timeLeftMs,
  };
}

const taskOf = (system: AppealSystem) => {
  const { denialId, level, attempt } = system.only();
  return { denialId, level, attempt };
};

/** An approved packet whose hold is over, for a payer whose packets leave this way. */
async function heldFor(delivery: DeliverySetting): Promise<AppealSystem> {
  const system = new AppealSystem();
  const { organisation } = system;
  const payers = organisation.payers.map((payer) => ({ ...payer, delivery }));
  system.organisation = { ...organisation, payers };
  const { denialId, version, candidate } = await system.readyToApprove();
  const approval = { expectedVersion: version, candidateSha256: candidate?.sha256 ?? '' };
  await approveAppeal(system.ports, { user: biller, denialId, ...approval });
  system.clock.advanceSeconds(31);
  return system;
}

const delivering = (delivery: DeliverySetting): Scenario => ({
  enters: ['deliver-appeal'],
  prepare: async () => {
    const system = await heldFor(delivery);
    const task = taskOf(system);
    return { system, run: (ports) => deliverAppeal(ports, task) };
  },
});

const correction = { ...deniedClaim('A1'), adjustments: [['CO', '16', 12_500] as const] };

function receiving(file: Uint8Array, before: readonly Uint8Array[] = []): Scenario['prepare'] {
  return async () => {
    const system = new AppealSystem();
    for (const [n, earlier] of before.entries()) await system.drop(earlier, `earlier-${n}.835`);
    const object: ObjectVersion = await system.put(file);
    return { system, run: (ports) => receiveFile(object, ports) };
  };
}

const original = remittanceFile([{ claims: [deniedClaim('A1'), paidClaim('B1')], trace: 'T1' }]);
const takeBack = remittanceFile([
  { claims: [reversalOf(deniedClaim('A1')), paidClaim('A1', 12_500)], trace: 'T2' },
]);

/** A file whose load failed for good and that is to be loaded again. */
async function redriven() {
  const system = new AppealSystem();
  system.mayPass = () => false;
  const receive = {
    ...system,
    assess: () => {
      throw new TypeError('a fault');
    },
  };
  await receiveFile(await system.put(original), receive as never);
  system.mayPass = () => true;
  const [file] = await system.remittances.listFiles(1);
  if (file?.status !== 'quarantined') throw new Error('It is to be quarantined.');
  const redrive = { at: system.clock.now(), by: 'admin', reason: 'Mended.', statusBefore: file.status };
  await system.remittances.startRedrive({ ...file, status: 'reading', redrives: [redrive] });
  return { system, fileSha256: file.fileSha256 };
}

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a record of the stream that was closed': {
    enters: ['project-denials'],
    async prepare() {
      const system = new AppealSystem();
      const denial = await system.routed();
      await system.project();
      await system.rewrite(denial, { state: 'closed', closedAs: 'upheld' });
      const records = memoryRecordSource(system.denials);
      return { system, run: (ports) => projectDenials([denial.denialId], { ...ports, records }) };
    },
  },
  'a file with a transaction that is cut off': {
    enters: ['receive-file'],
    prepare: receiving(
      remittanceFile([
        {
          claims: [deniedClaim('A1'), ...Array.from({ length: 17 }, (_, i) => paidClaim(`P${i}`))],
          trace: 'T1',
        },
        { claims: [deniedClaim('B1')], trace: 'T2' },
        { claims: [deniedClaim('C1')], trace: 'T3', truncated: true },
      ]),
    ),
  },
  'a file that takes an earlier denial back and pays it': {
    enters: ['receive-file', 'relate-claim'],
    prepare: receiving(takeBack, [original]),
  },
  'a reversal that comes before what it reverses': {
    enters: ['receive-file', 'relate-claim'],
    prepare: receiving(original, [takeBack]),
  },
  'a file without a transaction': {
    enters: ['receive-file'],
    prepare: receiving(Buffer.from('ISA*nothing~')),
  },
  'the parts of a big file': {
    enters: ['receive-file', 'load-part'],
    prepare: async () => {
      const system = new AppealSystem();
      system.partSize = { claims: 2, remittances: 1 };
      const claims = Array.from({ length: 5 }, (_, i) => deniedClaim(`C${i}`));
      await system.drop(remittanceFile([{ claims }]));
      const messages = [...system.queue.messages];
      return {
        system,
        run: async (ports) => {
          for (const message of messages.toReversed()) await continueFile(message, ports);
        },
      };
    },
  },
  'a quarantined file that a person had redriven': {
    enters: ['load-again'],
    prepare: async () => {
      const { system, fileSha256 } = await redriven();
      return { system, run: (ports) => loadAgain({ fileSha256, redrive: 1 }, ports) };
    },
  },
  'the dry run of a redrive': {
    enters: ['load-again'],
    prepare: async () => {
      const { system, fileSha256 } = await redriven();
      const previewAskedAt = system.clock.now();
      return { system, run: (ports) => previewAgain({ fileSha256, previewAskedAt }, ports) };
    },
  },
  'the message that starts an execution': {
    enters: ['relay-outbox'],
    prepare: async () => {
      const system = new AppealSystem();
      await system.openDenial();
      return {
        system,
        run: async (ports) => {
          for (const { message } of system.denials.outbox()) await relayOutbox(message, ports);
        },
      };
    },
  },
  'a decision whose wait is on file': {
    enters: ['relay-outbox'],
    prepare: async () => {
      const system = new AppealSystem();
      const { denialId, version } = await system.routed(correction);
      const wait = {
        denialId,
        level: 1,
        attempt: 1,
        number: version,
        step: 'wait_for_person',
        resumedAt: null,
      } as const;
      system.denials.registerWait({ ...wait, token: 'T1' });
      system.workflow.issue('T1');
      await system.rewrite(system.only(), { state: 'awaiting_payer' });
      return {
        system,
        run: async (ports) => {
          await settleWaits({ denialId, level: 1, attempt: 1 }, ports);
          for (const { message } of system.denials.outbox()) await relayOutbox(message, ports);
        },
      };
    },
  },
  'the first step of an execution': {
    enters: ['route-denial'],
    prepare: async () => {
      const system = new AppealSystem();
      await system.openDenial();
      const task = taskOf(system);
      return { system, run: (ports) => routeDenial(task, ports) };
    },
  },
  'a wait that timed out': {
    enters: ['route-denial'],
    prepare: async () => {
      const system = new AppealSystem();
      await system.routed(correction);
      // Afterwards the record is known to have been told: its version says so to the next try.
      const task = { ...taskOf(system), timedOut: true } as const;
      const { version } = system.only();
      return {
        system,
        run: (ports) => (system.only().version > version ? Promise.resolve() : routeDenial(task, ports)),
      };
    },
  },
  'a letter to be drafted': {
    enters: ['draft-appeal'],
    prepare: async () => {
      const system = new AppealSystem();
      await system.routed();
      const task = taskOf(system);
      return { system, run: (ports) => draftAppeal(ports, task) };
    },
  },
  'a letter to be drafted with the proof that its claim was filed in time': {
    enters: ['enclose-filing-proof'],
    prepare: async () => {
      const system = new DecidedSystem();
      const id = 'LATE1';
      await system.drop(claimFile([{ id }]), 'claims.837');
      await system.drop(claimAcknowledgementFile([{ id, status: 'A2:20' }]), 'accepted.277');
      await system.routed({ id, adjustments: [['CO', '29', 12_500]], chargeCents: 12_500 });
      const task = taskOf(system);
      return { system, run: (ports) => draftAppeal(ports, task) };
    },
  },
  'an approved letter to be handed over': delivering({ channel: 'file_drop' }),
  'an approved letter to be printed': delivering({ channel: 'print_and_mail', printRoom: 'main' }),
  'an approved letter to be submitted in a portal': delivering({ channel: 'portal' }),
  'a sweep with messages left lying, executions broken off and reminders due': {
    enters: ['sweep-denials'],
    prepare: async () => {
      const system = new AppealSystem({ deadlines: [appealDeadline('2026-11-12', '2026-12-01')] });
      await system.drop(remittanceFile([{ claims: ['A', 'B', 'C'].map((id) => ({ ...correction, id })) }]));
      const [first, second] = system.denials.all();
      for (const denial of [first, second]) {
        if (denial === undefined) throw new Error('The file opened no denials.');
        const { denialId } = denial;
        const message = system.denials.outbox().find((p) => p.message.denialId === denialId)?.message;
        if (message !== undefined) await relayOutbox(message, portsOf(system));
        await routeDenial({ denialId, level: 1, attempt: 1 }, system.ports);
      }
      system.workflow.fail({ denialId: first?.denialId ?? '', level: 1, attempt: 1 }, system.clock.now());
      system.clock.advanceSeconds(400);
      // One look after the other, until there is nothing more to raise.
      return {
        system,
        run: async (ports) => {
          for (let looks = 0; looks < 4; looks += 1) await sweepDenials(ports);
        },
      };
    },
  },
  'a sweep that finds two days over': {
    enters: ['keep-daily-roots'],
    prepare: async () => {
      const system = new AppealSystem();
      await system.routed();
      await keepDailyRoots(portsOf(system));
      system.clock.advanceDays(2);
      return { system, run: (ports) => keepDailyRoots(ports) };
    },
  },
  'clocks to be counted anew after a publication': {
    enters: ['recount-clocks'],
    prepare: async () => {
      const system = new AppealSystem({ deadlines: [appealDeadline('2026-11-12', '2026-12-01')] });
      await system.drop(remittanceFile([{ claims: ['A', 'B'].map((id) => ({ ...correction, id })) }]));
      const published = async () => ({
        ...(await system.changes.inForce()),
        version: 1,
        publishedAt: '2026-11-01T00:00:00.000Z',
      });
      return {
        system,
        run: (ports) => recountClocks({ ...ports, changes: { inForce: published } }),
      };
    },
  },
  'a release of a coding table': {
    enters: ['load-coding-table'],
    prepare: async () => {
      const system = new AppealSystem();
      const files = [
        {
          name: 'icd.txt',
          async *open() {
            yield Buffer.from(`00001 A000    1 ${'Cholera'.padEnd(60)} Cholera\n`, 'latin1');
          },
        },
      ];
      const request = { table: 'icd10cm', name: 'ICD', effectiveFrom: '2026-10-01', files } as const;
      return {
        system,
        run: (ports) => loadCodingTable(ports.codingTables, { ...request, at: '2026-11-10T12:00:00.000Z' }),
      };
    },
  },
};
