import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Denial } from '../../functions/core/denial/denial.ts';
import type { State } from '../../functions/core/denial/lifecycle.ts';
import { approveAppeal } from '../../functions/use-cases/approve-appeal.ts';
import { editDraft } from '../../functions/use-cases/edit-draft.ts';
import { receiveFile } from '../../functions/use-cases/receive-file.ts';
import { relayOutbox } from '../../functions/use-cases/relay-outbox.ts';
import { routeDenial } from '../../functions/use-cases/route-denial.ts';
import { AppealSystem, biller, PASSAGES, withoutDocuments } from '../fixtures/appeal-system.ts';
import { MemoryMachine } from '../fixtures/memory-machine.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { type Counted, counting, nothing } from './count.ts';

/**
 * `npm run cost`: what 1,000 denials cost on AWS by route, computed from the operations of one ordinary life each, run
 * on the memory adapters, and the list prices of prices.json. Storage, logs and keys are not in it.
 */
const { region, asOf, prices } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'prices.json'), 'utf8'),
) as {
  readonly region: string;
  readonly asOf: string;
  readonly prices: Readonly<Record<keyof Counted, { readonly perMillion: number }>>;
};

// 512 MB; what one call takes, rounded up (docs/reference/cost.md says why these are assumptions).
const GB_SECONDS_A_CALL = 0.5 * 0.1;

interface Life {
  readonly route: string;
  readonly carc: string;
  /** What people do between the first wait and the end; each is a request to the API. */
  readonly people: readonly ((system: AppealSystem, ports: AppealSystem['ports']) => Promise<unknown>)[];
}

const move =
  (state: State, patch: Partial<Denial> = {}) =>
  async (system: AppealSystem, { denials }: AppealSystem['ports']) => {
    const { changeDenial } = await import('../../functions/core/denial/change.ts');
    const denial = await denials.read(system.only().denialId);
    if (denial === null) throw new Error('The denial is gone.');
    const actor = { kind: 'user', userId: biller.userId } as const;
    await denials.change(
      changeDenial(denial, { state, ...patch }, { type: 'Moved', actor, at: system.clock.now() }),
    );
  };
const sent = move('awaiting_payer');
const paid = move('closed', { closedAs: 'overturned' });

const LIVES: readonly Life[] = [
  {
    route: 'appeal',
    carc: '50',
    people: [
      (system, ports) => {
        const { denialId, version } = system.only();
        return editDraft(ports, {
          user: biller,
          denialId,
          expectedVersion: version,
          passages: PASSAGES,
          goesWithout: withoutDocuments(system.only()),
        });
      },
      (system, ports) => {
        const { denialId, version, candidate } = system.only();
        const approval = { expectedVersion: version, candidateSha256: candidate?.sha256 ?? '' };
        return approveAppeal(ports, { user: biller, denialId, ...approval });
      },
      paid,
    ],
  },
  { route: 'correct_resubmit', carc: '16', people: [sent, paid] },
  {
    route: 'write_off',
    carc: '96',
    people: [move('awaiting_second_person'), move('closed', { closedAs: 'written_off' })],
  },
];

async function live({ carc, people }: Life): Promise<Counted> {
  const system = new AppealSystem();
  const counted = nothing();
  const denials = counting(system.denials, counted);
  const objects = new Proxy(system.objects, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property === 'put' || property === 'copy') counted.objectWrite += 1;
      if (property === 'read' || property === 'stream') counted.objectRead += 1;
      return value.bind(target);
    },
  });
  const ports = { ...system.ports, denials, objects };
  const call = <T>(task: () => Promise<T>): Promise<T> => {
    counted.lambdaRequest += 1;
    counted.lambdaGbSecond += GB_SECONDS_A_CALL;
    return task();
  };
  const { draftAppeal } = await import('../../functions/use-cases/draft-appeal.ts');
  const { deliverAppeal } = await import('../../functions/use-cases/deliver-appeal.ts');
  const machine = new MemoryMachine({
    ...{ clock: system.clock, workflow: system.workflow, denials: system.denials },
    enter: (task) => call(() => routeDenial(task, ports)),
    draft: (task) => call(() => draftAppeal(ports, task)),
    deliver: (task) => call(() => deliverAppeal(ports, task)),
  });
  const settle = async () => {
    // Each message and each wait reaches the relay once; the machine's own relay finds nothing left to do.
    for (const { message, relayed } of system.denials.outbox())
      if (!relayed) await call(() => relayOutbox(message, { ...ports, workflow: system.workflow }));
    const waits = system.workflow.started.size;
    await machine.settle();
    counted.lambdaRequest += waits;
    counted.lambdaGbSecond += waits * GB_SECONDS_A_CALL;
    // The wait's own item: read by the relay, written by the machine.
    counted.writeUnit += waits;
    counted.readUnit += waits;
  };
  const claims = [{ id: 'A1', chargeCents: 12_500, adjustments: [['CO', carc, 12_500]] as const }];
  const object = await system.put(remittanceFile([{ claims }]));
  await call(() => receiveFile(object, { ...system, ...ports, queue: system.queue }));
  await settle();
  for (const person of people) {
    counted.apiRequest += 2; // One to look, one to act.
    await call(() => person(system, ports));
    await settle();
  }
  counted.stateTransition = [...machine.transitions.values()].reduce((sum, count) => sum + count, 0);
  return counted;
}

const lines: string[] = [
  `| Route | ${Object.keys(nothing()).join(' | ')} | $ per 1,000 | of it transitions |`,
  `|${'---|'.repeat(Object.keys(nothing()).length + 3)}`,
];
for (const life of LIVES) {
  const counted = await live(life);
  const dollars = (key: keyof Counted) => (counted[key] * prices[key].perMillion) / 1000;
  const sum = (Object.keys(counted) as (keyof Counted)[]).reduce((total, key) => total + dollars(key), 0);
  const numbers = Object.values(counted).map((n) => (Number.isInteger(n) ? n : n.toFixed(2)));
  const share = `${((100 * dollars('stateTransition')) / sum).toFixed(0)} %`;
  lines.push(`| ${life.route} | ${numbers.join(' | ')} | ${sum.toFixed(3)} | ${share} |`);
}
process.stdout.write(
  `One denial by route, counted; list prices of ${region}, ${asOf}\n\n${lines.join('\n')}\n`,
);
