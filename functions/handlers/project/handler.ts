import { log } from '../../adapters/log.ts';
import type { DenialId } from '../../core/ids.ts';
import { projectRuntime } from '../../runtime.ts';
import { type ProjectPorts, projectDenials } from '../../use-cases/project-denials.ts';
import { guarded } from '../guarded.ts';
import { projectEventSchema, projectRecordSchema } from './schema.ts';

/**
 * Records of the stream. What can be projected is, then a record that cannot makes the batch come again; the mapping
 * halves it until that record is alone and set aside.
 */
export async function project(event: unknown, ports: ProjectPorts): Promise<void> {
  const { Records } = projectEventSchema.parse(event);
  const denialIds: DenialId[] = [];
  let strange = 0;
  for (const record of Records) {
    const parsed = projectRecordSchema.safeParse(record);
    if (parsed.success) denialIds.push(parsed.data.dynamodb.Keys.pk.S);
    else strange += 1;
  }
  if (denialIds.length > 0) await projectDenials(denialIds, ports);
  log('info', 'recordsProjected', { counts: { records: Records.length, failed: strange } });
  if (strange > 0) throw new StrangeRecordsError();
}

class StrangeRecordsError extends Error {
  override readonly name = 'StrangeRecordsError';
  readonly code = 'DEN-3009';
}

export const handler = guarded('project', async (event: unknown) => project(event, projectRuntime()));
