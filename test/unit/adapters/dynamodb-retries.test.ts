import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { putAll } from '../../../functions/adapters/dynamodb/batch-write.ts';
import { dynamodbDenialStore } from '../../../functions/adapters/dynamodb/denial-store.ts';
import { assessedDenial } from '../../fixtures/opened-denial.ts';

/** A client that answers with what the test says. */
function clientOf(answer: (command: object, call: number) => unknown): DynamoDBDocumentClient {
  let calls = 0;
  return {
    send: async (command: object) => {
      calls += 1;
      return answer(command, calls);
    },
  } as unknown as DynamoDBDocumentClient;
}

const items = Array.from({ length: 60 }, (_, i) => ({ pk: `p${i}`, sk: 's' }));

test('what a batch write leaves undone is written again, until everything is written once', async () => {
  const written: string[] = [];
  const client = clientOf((command, call) => {
    if (!(command instanceof BatchWriteCommand)) throw new Error('Only batch writes.');
    const requests = command.input.RequestItems?.table ?? [];
    expect(requests.length).toBeLessThanOrEqual(25);
    const taken = call % 2 === 1 ? requests.slice(0, 10) : requests;
    written.push(...taken.map((request) => String(request.PutRequest?.Item?.pk)));
    return { UnprocessedItems: { table: requests.slice(taken.length) } };
  });
  await putAll(client, 'table', [...items, ...items]);
  expect(written.toSorted()).toEqual(items.map((item) => item.pk).toSorted());
});

function cancelled(code: string): TransactionCanceledException {
  return new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: code }, { Code: 'None' }],
  });
}

test.each(['TransactionConflict', 'ThrottlingError'])(
  'a transaction that meets %s is tried again',
  async (code) => {
    const client = clientOf((_command, call) => {
      if (call < 3) throw cancelled(code);
      return {};
    });
    const store = dynamodbDenialStore(client, { work: 'work', remittances: 'remittances' });
    expect(await store.open(assessedDenial())).toBe('opened');
  },
);

test('a transaction that is refused for another reason is an error and not a repeat', async () => {
  const client = clientOf((command) => {
    if (command instanceof GetCommand) return {};
    throw cancelled('ValidationError');
  });
  const store = dynamodbDenialStore(client, { work: 'work', remittances: 'remittances' });
  await expect(store.open(assessedDenial())).rejects.toThrow(TransactionCanceledException);
});
