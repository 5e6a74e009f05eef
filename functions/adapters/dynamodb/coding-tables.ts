import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CodingTableStore, LoadedRelease } from '../../ports/coding-tables.ts';
import { loadedReleasesSchema } from '../loaded-release.ts';

const INDEX = { pk: 'CODING', sk: 'RELEASES' };

const keyOf = ({ table, releaseId }: Pick<LoadedRelease, 'table' | 'releaseId'>, key: string) => ({
  pk: `CODING#${table}#${releaseId}`,
  sk: key,
});

/** Tables in the table Settings: which releases are loaded, and their parts, packed. Nothing in them is of a patient. */
export function dynamodbCodingTables(client: DynamoDBDocumentClient, table: string): CodingTableStore {
  const get = async (key: { readonly pk: string; readonly sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key: key }))).Item;
  return {
    async releases() {
      const item = await get(INDEX);
      return item === undefined ? [] : loadedReleasesSchema.parse(item.releases);
    },
    async setReleases(releases) {
      await client.send(new PutCommand({ TableName: table, Item: { ...INDEX, releases } }));
    },
    async readPart(release, key) {
      const item = await get(keyOf(release, key));
      if (!(item?.rows instanceof Uint8Array)) return null;
      return z.array(z.unknown()).parse(JSON.parse(gunzipSync(item.rows).toString('utf8')));
    },
    async writePart(release, key, rows) {
      const Item = { ...keyOf(release, key), rows: gzipSync(JSON.stringify(rows)) };
      await client.send(new PutCommand({ TableName: table, Item }));
    },
  };
}
