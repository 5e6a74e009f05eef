import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isClaimNumber, payerNumbersOf } from '../../core/family/same-claim.ts';
import type { StoredClaimPayment } from '../../ports/remittance-store.ts';
import { putAll } from './batch-write.ts';
import { remittanceKeys as keys } from './keys.ts';

// What one transaction takes.
const MOST_MARKS = 100;
const MAX_CONFLICTS = 8;
const FIRST_DELAY_MS = 40;

interface Marked {
  readonly payment: StoredClaimPayment;
  /** Partitions in which the payment, or a later one that names it, is looked for. */
  readonly partitions: readonly string[];
}

/**
 * Marks every number of the payments as taken, and returns those payments that took all of theirs. The order makes
 * this safe (ADR-0014): a payment is stored before it takes its numbers, and who finds one taken reads the family
 * afterwards, and then sees the payment that took it.
 */
export async function takeNumbers(
  client: DynamoDBDocumentClient,
  table: string,
  payments: readonly StoredClaimPayment[],
): Promise<readonly StoredClaimPayment[]> {
  const firsts: StoredClaimPayment[] = [];
  for (const group of groupsOf(payments.map(markedOf))) {
    const won = await takeTogether(client, table, alonesOf(group));
    // Whoever comes later under another number of theirs must find that one taken, too.
    const others = group.filter((marked) => !won.includes(marked));
    await putAll(client, table, others.flatMap(marksOf));
    firsts.push(...won.map(({ payment }) => payment));
  }
  return firsts;
}

function markedOf(payment: StoredClaimPayment): Marked {
  const { payeeId, claim } = payment;
  const named = payerNumbersOf(claim).map((number) => keys.alias(payeeId, number));
  const own = isClaimNumber(claim.claimId) ? [keys.claim(payeeId, claim.claimId)] : [];
  return { payment, partitions: [...own, ...named] };
}

function marksOf({ partitions }: Marked): { readonly pk: string; readonly sk: string }[] {
  return partitions.map((pk) => ({ pk, sk: keys.taken }));
}

/** As many as one transaction can take; of one payment all numbers together. */
function groupsOf(all: readonly Marked[]): Marked[][] {
  const groups: Marked[][] = [];
  let marks = 0;
  for (const marked of all) {
    marks += marked.partitions.length;
    if (groups.length === 0 || marks > MOST_MARKS) {
      groups.push([]);
      marks = marked.partitions.length;
    }
    groups.at(-1)?.push(marked);
  }
  return groups;
}

/** Those that share no number with another one of the group, and have few enough for a transaction. */
function alonesOf(group: readonly Marked[]): readonly Marked[] {
  const times = new Map<string, number>();
  for (const pk of group.flatMap(({ partitions }) => partitions)) times.set(pk, (times.get(pk) ?? 0) + 1);
  return group.filter(
    ({ partitions }) => partitions.length <= MOST_MARKS && partitions.every((pk) => times.get(pk) === 1),
  );
}

/** Takes all numbers of all candidates, or of as many candidates as nobody was before. */
async function takeTogether(
  client: DynamoDBDocumentClient,
  table: string,
  candidates: readonly Marked[],
): Promise<readonly Marked[]> {
  let left = candidates;
  for (let conflicts = 0; left.some(({ partitions }) => partitions.length > 0); ) {
    const owners = left.flatMap((marked) => marksOf(marked).map((Item) => ({ marked, Item })));
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: owners.map(({ Item }) => ({
            Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
          })),
        }),
      );
      return left;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const late = new Set(
        owners.flatMap(({ marked }, i) => (reasons[i]?.Code === 'ConditionalCheckFailed' ? [marked] : [])),
      );
      left = left.filter((marked) => !late.has(marked));
      if (late.size > 0) continue;
      conflicts += 1;
      if (conflicts > MAX_CONFLICTS) throw error;
      await sleep(FIRST_DELAY_MS * 2 ** (conflicts - 1));
    }
  }
  return left;
}
