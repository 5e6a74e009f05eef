import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isAcknowledgementOf } from '../../core/claim/acknowledged.ts';
import type { Acknowledgement } from '../../core/claim/acknowledgement.ts';
import type { Claim } from '../../core/claim/claim.ts';
import { withoutZeros } from '../../core/claim/control-number.ts';
import {
  type ClaimStore,
  payeeIdsOf,
  type StoredAcknowledgement,
  type StoredClaim,
} from '../../ports/claim-store.ts';
import { storedAcknowledgementSchema, storedClaimSchema } from '../stored-claim.ts';
import { getAll } from './batch-get.ts';
import { putAll } from './batch-write.ts';
import { remittanceKeys as keys } from './keys.ts';
import { queryAll } from './query.ts';

type Item = { readonly pk: string; readonly sk: string } & Record<string, unknown>;

const claimOfFile = z.object({ chargeCents: z.int() });
/** Under the second number of a billing provider: where the claim itself is kept. */
const pointer = z.object({ keptUnder: z.string() });

/** Claims and acknowledgements in the table Remittances, packed as claim payments are (ADR-0007). */
export function dynamodbClaimStore(client: DynamoDBDocumentClient, table: string): ClaimStore {
  async function claimOf(item: Record<string, unknown>): Promise<StoredClaim> {
    if (item.payload !== undefined) return storedClaimSchema.parse(unpacked(item.payload));
    const { keptUnder } = pointer.parse(item);
    const Key = { pk: keptUnder, sk: item.sk };
    const { Item: kept } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return storedClaimSchema.parse(unpacked(kept?.payload));
  }

  return {
    async putClaims(claims) {
      await putAll(client, table, claims.flatMap(itemsOfClaim));
    },

    async putAcknowledgements(acknowledgements) {
      await putAll(client, table, acknowledgements.flatMap(itemsOfAcknowledgement));
    },

    async storedSubmissions(fileSha256) {
      const [claims, acknowledgements] = await Promise.all([
        queryAll(client, table, keys.file(fileSha256), keys.sentClaims),
        queryAll(client, table, keys.file(fileSha256), keys.acknowledgements),
      ]);
      return {
        claims: claims.length,
        chargeCents: claims.reduce((sum, item) => sum + claimOfFile.parse(item).chargeCents, 0),
        acknowledgements: acknowledgements.length,
      };
    },

    async claimsOf(payeeIds, claimId) {
      const partitions = [...new Set(payeeIds)].map((id) => keys.claim(id, claimId));
      const found = await Promise.all(partitions.map((pk) => queryAll(client, table, pk, keys.sentClaims)));
      // The same claim may be found under both numbers.
      const distinct = new Map(found.flat().map((item) => [String(item.sk), item]));
      return Promise.all([...distinct.values()].map(claimOf));
    },

    async wereSent(claims) {
      const partitionsOf = ({ payeeIds, claimId }: (typeof claims)[number]) =>
        payeeIds.map((id) => keys.claim(id, claimId));
      const marks = claims.flatMap(partitionsOf).map((pk) => ({ pk, sk: keys.sent }));
      const found = new Set((await getAll(client, table, marks)).map(({ pk }) => pk));
      return claims.map((claim) => partitionsOf(claim).some((pk) => found.has(pk)));
    },

    async acknowledgementsOf(claim) {
      const found = await Promise.all(
        placesOfAcknowledgements(claim).map((pk) => queryAll(client, table, pk, keys.acknowledgements)),
      );
      return found
        .flat()
        .map((item) => storedAcknowledgementSchema.parse(unpacked(item.payload)))
        .filter(({ acknowledgement }) => isAcknowledgementOf(acknowledgement, claim));
    },
  };
}

function itemsOfClaim(stored: StoredClaim): readonly Item[] {
  const { fileSha256, claim } = stored;
  const sk = keys.sentClaim(fileSha256, claim.ordinal);
  const [first = '', ...others] = payeeIdsOf(claim).map((id) => keys.claim(id, claim.claimId));
  return [
    { pk: first, sk, payload: packed(stored) },
    ...others.map((pk) => ({ pk, sk, keptUnder: first })),
    ...[first, ...others].map((pk) => ({ pk, sk: keys.sent })),
    {
      pk: keys.file(fileSha256),
      sk: keys.claimOfFile(claim.ordinal),
      keptUnder: first,
      chargeCents: claim.chargeCents,
    },
  ];
}

function itemsOfAcknowledgement(stored: StoredAcknowledgement): readonly Item[] {
  const { fileSha256, acknowledgement } = stored;
  const pk = placeOf(acknowledgement);
  return [
    { pk, sk: keys.acknowledgement(fileSha256, acknowledgement.ordinal), payload: packed(stored) },
    { pk: keys.file(fileSha256), sk: keys.acknowledgementOfFile(acknowledgement.ordinal), keptUnder: pk },
  ];
}

/** Under the claim where its billing provider is named; otherwise where the claim will look for it. */
function placeOf(acknowledgement: Acknowledgement): string {
  switch (acknowledgement.kind) {
    case 'claim': {
      const { billing, claimId } = acknowledgement;
      const payeeId = billing.npi ?? billing.tin;
      return payeeId === null ? keys.unplaced(claimId) : keys.claim(payeeId, claimId);
    }
    case 'submission':
      return keys.submission(acknowledgement.submissionReference);
    case 'transaction':
      return keys.group(withoutZeros(acknowledgement.groupControlNumber));
  }
}

function placesOfAcknowledgements(claim: Claim): readonly string[] {
  const { submission, claimId } = claim;
  return [
    ...payeeIdsOf(claim).map((id) => keys.claim(id, claimId)),
    keys.unplaced(claimId),
    keys.submission(submission.reference),
    keys.group(withoutZeros(submission.groupControlNumber)),
  ];
}

function packed(record: object): Buffer {
  return gzipSync(JSON.stringify(record));
}

function unpacked(payload: unknown): unknown {
  if (!(payload instanceof Uint8Array)) throw new TypeError('A record without its payload.');
  return JSON.parse(gunzipSync(payload).toString('utf8'));
}
