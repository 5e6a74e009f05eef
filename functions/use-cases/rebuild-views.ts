import { type ProjectPorts, projectInto } from './project-denials.ts';

export interface Rebuilt {
  readonly generation: number;
  readonly records: number;
}

/**
 * Makes all views anew from the records, beside those in use, and then lets them answer. Meanwhile every change goes
 * into both. Stopped half-way, nothing has changed: the next run begins another generation.
 *
 * @param told how many records were projected so far
 */
export async function rebuildViews(ports: ProjectPorts, told: (records: number) => void): Promise<Rebuilt> {
  const generation = await ports.views.beginGeneration();
  let records = 0;
  let cursor: string | null = null;
  do {
    const found: Awaited<ReturnType<ProjectPorts['records']['allIds']>> = await ports.records.allIds(cursor);
    await projectInto(generation, found.ids, ports, 'silent');
    records += found.ids.length;
    told(records);
    cursor = found.cursor;
  } while (cursor !== null);
  await ports.views.switchTo(generation);
  return { generation, records };
}
