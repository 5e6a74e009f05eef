import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { savedViewSchema } from '../../core/views/saved-view.ts';
import { listOf, type SavedViewStore, type ViewList } from '../../ports/saved-views.ts';
import { queryAll } from './query.ts';
import { transact } from './settings-changes.ts';

const viewKey = (viewId: string) => ({ pk: `VIEW#${viewId}`, sk: 'VIEW' });
const listPk = (list: ViewList) =>
  'ownerId' in list ? `VIEWS#USER#${list.ownerId}` : `VIEWS#PRACTICE#${list.practiceId}`;
const listKey = (list: ViewList, viewId: string) => ({ pk: listPk(list), sk: `VIEW#${viewId}` });

/**
 * In the table Settings: `VIEW#<id>`/`VIEW` with its `version`, and in the same transaction a copy in the list of its
 * owner or practice. In a list that it left, or where it was deleted, the place stays without a view.
 */
export function dynamodbSavedViews(client: DynamoDBDocumentClient, table: string): SavedViewStore {
  const put = (item: Record<string, unknown>) => ({ Put: { TableName: table, Item: item } });
  return {
    async read(viewId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: viewKey(viewId), ConsistentRead: true }),
      );
      return Item === undefined ? null : savedViewSchema.parse(Item.view);
    },

    async listOf(list) {
      const items = await queryAll(client, table, listPk(list), 'VIEW#');
      return items.flatMap(({ view }) => (view === undefined ? [] : [savedViewSchema.parse(view)]));
    },

    async save(before, after) {
      const { viewId, version } = after;
      const view = savedViewSchema.parse(after);
      const here = listKey(listOf(after), viewId);
      const earlier = before === null ? here : listKey(listOf(before), viewId);
      const failed = await transact(client, [
        {
          Put: {
            TableName: table,
            Item: { ...viewKey(viewId), version, view },
            ...(before === null
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#version = :before',
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: { ':before': before.version },
                }),
          },
        },
        put(after.isDeleted ? here : { ...here, view }),
        ...(earlier.pk === here.pk ? [] : [put(earlier)]),
      ]);
      return failed === null ? 'saved' : 'conflict';
    },
  };
}
