import { dirname, join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ifMatch, overturnClient } from '../../../client/client.ts';
import { dynamodbViewStore } from '../../../functions/adapters/dynamodb/view-store.ts';
import { projectDenials } from '../../../functions/use-cases/project-denials.ts';
import { bringUp } from '../../../infra/local/bring-up.ts';
import type { Emulator } from '../../../infra/local/emulator.ts';
import { dropSamples } from '../../../infra/local/seed.ts';
import { Steps } from '../../../infra/local/steps.ts';
import { clientOf, type LocalSystem, writeSystem } from '../../../infra/local/system.ts';
import { completeLetter, lettersToComplete, tokenOf } from '../../api-document/seed.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { seededDenial } from '../../fixtures/seeded-denials.ts';

type Request = 'snapshot' | 'head' | 'approval';

/**
 * The same three requests to a deployed system of its own, through gateway, authorizer and function. An approval is
 * taken back before the next one.
 *
 * @param rows of the queue, made up, beside those of the samples
 * @returns milliseconds of each run
 */
export async function timesOverHttp(
  rows: number,
  runs: number,
  started: (emulator: Emulator) => void,
): Promise<Readonly<Record<Request, readonly number[]>>> {
  const system = await bringUp(new Steps(Date.now()), { port: 0 }, (emulator) => {
    Object.assign(process.env, emulator.clientEnvironment, {
      OVERTURN_SYSTEM: join(dirname(emulator.logFile), 'system.json'),
    });
    started(emulator);
  });
  writeSystem(process.env.OVERTURN_SYSTEM ?? '', system);
  await dropSamples(system);
  const biller = overturnClient(system.apiUrl, await tokenOf('biller'));
  const {
    letter: { denialId },
  } = await lettersToComplete(biller);
  const params = { path: { denialId } };
  const letter = await completeLetter(biller, denialId);
  let { version } = letter;
  await fillQueue(system, rows);

  const requests = {
    snapshot: async () => (await biller.GET('/api/queue/snapshot')).response,
    head: async () => (await biller.GET('/api/denials/{denialId}', { params })).response,
    approval: async () => {
      const header = { 'If-Match': ifMatch(version) };
      const { response, data } = await biller.POST('/api/denials/{denialId}/approval', {
        params: { ...params, header },
        body: { sha256: letter.sha256 },
      });
      version = data?.version ?? version;
      return response;
    },
  };
  async function takeBack(): Promise<void> {
    const header = { 'If-Match': ifMatch(version) };
    const { data } = await biller.DELETE('/api/denials/{denialId}/approval', {
      params: { ...params, header },
    });
    version = data?.version ?? version;
  }

  const times: Record<Request, number[]> = { snapshot: [], head: [], approval: [] };
  for (const name of ['snapshot', 'head', 'approval'] as const)
    for (let run = -1; run < runs; run += 1) {
      const startedAt = performance.now();
      const { status } = await requests[name]();
      const took = performance.now() - startedAt;
      if (status !== 200) throw new Error(`${name} was answered ${status} over HTTP.`);
      if (name === 'approval') await takeBack();
      if (run >= 0) times[name].push(took);
    }
  return times;
}

/** Rows of the read model alone: what is measured reads nothing else of them, and no execution is begun for them. */
async function fillQueue(system: LocalSystem, rows: number): Promise<void> {
  const like = await new AppealSystem().routed();
  const denials = Array.from({ length: rows }, (_, i) => seededDenial(like, i));
  const byId = new Map(denials.map((denial) => [denial.denialId, denial]));
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(system)));
  await projectDenials([...byId.keys()], {
    records: {
      readMany: async (ids) => ({ denials: ids.flatMap((id) => byId.get(id) ?? []), unreadable: [] }),
      allIds: async () => ({ ids: [...byId.keys()], cursor: null }),
    },
    views: dynamodbViewStore(client, system.tables.views),
    clock: new AppealSystem().clock,
  });
}
