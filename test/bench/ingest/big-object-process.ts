import type { LoadMessage } from '../../../functions/ports/inbox.ts';
import { continueFile, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import type { BigObject, BigObjectFigures } from './big-object.ts';
import { ingestAgainst } from './receive.ts';

const { tables, buckets, key, versionId } = JSON.parse(process.argv[2] ?? '') as BigObject;
const ingest = ingestAgainst(tables, buckets);
const peakMB = (): number => process.resourceUsage().maxRSS / 1024;

const startedAt = performance.now();
const divided = await receiveFile({ bucket: 'inbox', key, versionId }, ingest);
if (divided.kind !== 'divided') throw new Error(`The object was ${divided.kind}.`);
const divideSeconds = (performance.now() - startedAt) / 1000;
const dividePeakMB = peakMB();

const { messages } = ingest.queue;
const partSeconds: number[] = [];
for (const message of [messages[0], messages.at(-1)] as LoadMessage[]) {
  const partStartedAt = performance.now();
  const { kind } = await continueFile(message, ingest);
  if (kind !== 'part_loaded') throw new Error(`A part was ${kind}.`);
  partSeconds.push((performance.now() - partStartedAt) / 1000);
}

const plan = await ingest.parts.readPlan(divided.fileSha256);
let claims = 0;
let storedClaims = 0;
for (const { part: number } of messages) {
  const part = await ingest.parts.readPart(divided.fileSha256, number);
  const inPart = part?.kind === 'remittances' ? part.slices.reduce((sum, s) => sum + s.claims, 0) : 0;
  claims += inPart;
  if (plan?.done.has(number)) storedClaims += inPart;
}
const figures: BigObjectFigures = {
  parts: messages.length,
  remittances: plan?.remittances ?? 0,
  claims,
  divideSeconds,
  dividePeakMB,
  peakMB: peakMB(),
  partSeconds,
  storedClaims,
};
process.stdout.write(JSON.stringify(figures));
