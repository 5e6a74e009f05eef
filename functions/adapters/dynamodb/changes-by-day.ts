import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { PracticeId } from '../../core/ids.ts';
import { addDays, type CalendarDate } from '../../core/time/calendar-date.ts';
import type { ChangesByDay, KeptChange } from '../../ports/audit.ts';
import { eventOf } from './denial-items.ts';
import { workKeys as keys, SHARDS } from './keys.ts';

type Item = Record<string, unknown>;

/** The index `changes` of the table Work: every event under the day of its instant and the shard of its denial. */
export function dynamodbChangesByDay(client: DynamoDBDocumentClient, table: string): ChangesByDay {
  const query = (pk: string, condition: string, values: Item, newestFirst: boolean) =>
    paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: 'changes',
        KeyConditionExpression: `changedKey = :pk${condition}`,
        ExpressionAttributeValues: { ':pk': pk, ...values },
        ScanIndexForward: !newestFirst,
      },
    );

  async function newestOf(pk: string, limit: number, before: string | null): Promise<KeptChange[]> {
    const found: KeptChange[] = [];
    const pages =
      before === null
        ? query(pk, '', {}, true)
        : query(pk, ' AND changedSort < :before', { ':before': before }, true);
    for await (const { Items = [] } of pages) {
      found.push(...Items.map(changeOf));
      if (found.length >= limit) break;
    }
    return found;
  }

  return {
    async ofDay(day, limit, before) {
      const shards = await Promise.all(
        SHARDS.map((shard) => newestOf(keys.changed(day, shard), limit, before)),
      );
      return shards
        .flat()
        .sort((a, b) => (a.position > b.position ? -1 : 1))
        .slice(0, limit);
    },

    async *between(from, until) {
      for (let day = from.slice(0, 10); day <= until.slice(0, 10); day = addDays(day as CalendarDate, 1)) {
        for (const shard of SHARDS) {
          const pages = query(
            keys.changed(day, shard),
            ' AND changedSort BETWEEN :from AND :until',
            { ':from': from, ':until': until },
            false,
          );
          for await (const { Items = [] } of pages) yield Items.map(changeOf);
        }
      }
    },
  };
}

function changeOf(item: Item): KeptChange {
  return {
    position: String(item.changedSort),
    practiceId: String(item.practiceId) as PracticeId,
    event: eventOf(item),
  };
}
