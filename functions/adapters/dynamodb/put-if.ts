import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';

/** Puts an item where the condition holds, by default where there is none of its key yet. False where it does not hold. */
export async function putIf(
  client: DynamoDBDocumentClient,
  input: PutCommandInput,
  condition = 'attribute_not_exists(pk)',
): Promise<boolean> {
  try {
    await client.send(new PutCommand({ ...input, ConditionExpression: condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
