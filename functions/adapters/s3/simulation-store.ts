import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import type { SimulationStore } from '../../ports/simulations.ts';
import { simulationRequestSchema, simulationStepSchema } from '../stored-simulation.ts';

/** Simulations beside the facts they read, in the archive. */
export function s3SimulationStore(client: S3Client, bucket: string): SimulationStore {
  async function bodyOf(key: string) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body.');
    return Body;
  }
  async function read<T>(key: string, schema: z.ZodType<T>): Promise<T | null> {
    try {
      return schema.parse(JSON.parse(await (await bodyOf(key)).transformToString()));
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return null;
      throw error;
    }
  }
  async function write(key: string, value: unknown): Promise<void> {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: JSON.stringify(value),
        ContentType: 'application/json',
      }),
    );
  }
  const requestKey = (id: string) => `simulations/${id}/request.json`;
  const stepKey = (id: string, step: number) => `simulations/${id}/step-${step}.json`;
  const latestKey = (id: string) => `simulations/${id}/latest.json`;

  return {
    async *factKeys(after) {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: 'facts/',
            ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
          }),
        );
        for (const { Key } of page.Contents ?? []) if (Key !== undefined && Key > after) yield Key;
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
    async openFacts(key) {
      // In Node the SDK's body is a stream of byte chunks; its type covers browsers too.
      return (await bodyOf(key)) as unknown as AsyncIterable<Uint8Array>;
    },
    keepRequest: (request) => write(requestKey(request.simulationId), request),
    request: (id) => read(requestKey(id), simulationRequestSchema),
    async keepStep(id, step) {
      await write(stepKey(id, step.step), step);
      await write(latestKey(id), step);
    },
    step: (id, step) => read(stepKey(id, step), simulationStepSchema),
    latest: (id) => read(latestKey(id), simulationStepSchema),
  };
}
