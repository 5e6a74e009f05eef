import { createHash } from 'node:crypto';
import type { DenialId } from '../../core/ids.ts';

// Eight ranges: enough that no partition is hot, few enough that a sweep reads them all.
export const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7];

// DynamoDB refuses a partition key over 2,048 bytes and a sort key over 1,024; no honest id comes near this.
const LONGEST_KEY_PART = 200;

/** The shard (0-7) in which the sweep finds the denial. */
export function shardOf(denialId: string): number {
  return Number.parseInt(denialId.slice(0, 1), 16) % SHARDS.length;
}

const six = (n: number): string => String(n).padStart(6, '0');

/** A value out of a remittance as a part of a key: as it is, or its hash where it is absurdly long. */
function part(value: string): string {
  return value.length <= LONGEST_KEY_PART
    ? value
    : `sha256:${createHash('sha256').update(value).digest('hex')}`;
}

/** Keys of the table Work (DESIGN section 4). */
export const workKeys = {
  denial: (denialId: string) => `DENIAL#${denialId}`,
  denialIdOf: (pk: string) => pk.slice('DENIAL#'.length) as DenialId,
  meta: 'META',
  /** Beside META: its place in the list of documents that are asked for. */
  documents: 'DOCUMENTS',
  event: (version: number) => `EVENT#${six(version)}`,
  draft: (level: number, number: number) => `DRAFT#${level}#${number}`,
  drafts: (level: number) => `DRAFT#${level}#`,
  waits: (level: number, attempt: number) => `WAIT#${level}#${attempt}#`,
  wait: (level: number, attempt: number, number: number) => `WAIT#${level}#${attempt}#${number}`,
  outbox: (version: number, kind: string) => `OUTBOX#${six(version)}#${kind}`,
  queue: (practiceId: string, state: string) => `Q#${part(practiceId)}#${state}`,
  /** Not configured sorts first: it is itself work. */
  queueSort: (sendBy: string | null, denialId: string) => `${sendBy ?? '0000-00-00'}#${denialId}`,
  wake: (shard: number) => `WAKE#${shard}`,
  wakeSort: (wakeOn: string, denialId: string) => `${wakeOn}#${denialId}`,
  writeOffBatches: (practiceId: string) => `WRITEOFFS#${part(practiceId)}`,
  writeOffBatch: (state: 'open' | 'sealed', batchId: string) => `${state.toUpperCase()}#${batchId}`,
  pending: (shard: number) => `PENDING#${shard}`,
  /** Every event by the day of its instant. */
  changed: (day: string, shard: number) => `CHANGED#${day}#${shard}`,
  changedSort: (at: string, denialId: string, version: number) => `${at}#${denialId}#${six(version)}`,
};

/** Keys of the table Views: each generation by itself. */
export const viewKeys = {
  generations: 'GENERATIONS',
  current: 'CURRENT',
  /** Who has the right to rebuild. */
  rebuild: 'REBUILD',
  /** Null of what belongs to no generation. */
  generationOf: (pk: string) => {
    const number = /^G(\d+)#/.exec(pk)?.[1];
    return number === undefined ? null : Number(number);
  },
  queue: (generation: number, practiceId: string) => `G${generation}#QUEUE#${part(practiceId)}`,
  queuePage: (page: number) => `PAGE#${String(page).padStart(3, '0')}`,
  changes: (generation: number, practiceId: string) => `G${generation}#CHANGES#${part(practiceId)}`,
  change: (at: string, denialId: string) => `${at}#${denialId}`,
  figures: (generation: number, practiceId: string) => `G${generation}#FIGURES#${part(practiceId)}`,
  figurePage: (deniedOn: string, page: number) => `${deniedOn}#${String(page).padStart(3, '0')}`,
  outcomes: (generation: number) => `G${generation}#OUTCOMES`,
  outcome: (cell: string) => part(cell),
};

/** Keys of the table Remittances. */
export const remittanceKeys = {
  ledger: 'LEDGER',
  file: (fileSha256: string) => `FILE#${fileSha256}`,
  preview: 'PREVIEW',
  copy: (objectVersionId: string) => `COPY#${part(objectVersionId)}`,
  /** How a big file is divided, each part, and what became of it. */
  plan: 'PLAN',
  filePart: (part: number) => `PART#${six(part)}`,
  outcomes: 'OUTCOME#',
  outcome: (part: number) => `OUTCOME#${six(part)}`,
  remittance: (remittanceId: string) => `REMITTANCE#${remittanceId}`,
  /** Beside the ledger of its remittance, so that what is stored can be counted with certainty. */
  claimOf: (clpOrdinal: number) => `CLAIM#${six(clpOrdinal)}`,
  identity: (sha256: string) => `IDENTITY#${sha256}`,
  claim: (payeeId: string, claimId: string) => `CLAIM#${part(payeeId)}#${part(claimId)}`,
  payments: 'PAYMENT#',
  payment: (remittanceId: string, clpOrdinal: number) => `PAYMENT#${remittanceId}#${six(clpOrdinal)}`,
  /** Beside the payments or the aliases of a number: somebody came under it. */
  taken: 'TAKEN',
  alias: (payeeId: string, value: string) => `ALIAS#${part(payeeId)}#${part(value)}`,
  aliasOf: (claimId: string) => `CLAIM#${part(claimId)}`,
  /** A claim as sent, beside its payments. */
  sentClaims: 'CLAIM#',
  /** Beside them: that there is at least one. */
  sent: 'SENT',
  sentClaim: (fileSha256: string, ordinal: number) => `CLAIM#${fileSha256}#${six(ordinal)}`,
  acknowledgements: 'ACK#',
  acknowledgement: (fileSha256: string, ordinal: number) => `ACK#${fileSha256}#${six(ordinal)}`,
  /** Where an acknowledgement waits that names no billing provider, or a whole submission or transaction. */
  unplaced: (claimId: string) => `UNPLACED#${part(claimId)}`,
  submission: (reference: string) => `SUBMISSION#${part(reference)}`,
  group: (controlNumber: string) => `GROUP#${part(controlNumber)}`,
  /** Beside the ledger of its file, so that what is stored can be counted with certainty. */
  claimOfFile: (ordinal: number) => `CLAIM#${six(ordinal)}`,
  acknowledgementOfFile: (ordinal: number) => `ACK#${six(ordinal)}`,
  payers: 'PAYERS',
  payer: (id: string, name: string) => `PAYER#${part(JSON.stringify([id, name]))}`,
  practices: 'PRACTICES',
  practice: (practiceId: string) => `PRACTICE#${part(practiceId)}`,
  fileList: 'FILES',
  remittanceList: (practiceId: string) => `REMITTANCES#${part(practiceId)}`,
};
