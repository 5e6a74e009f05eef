import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodbAccessLog } from '../../../functions/adapters/dynamodb/access-log.ts';
import { dynamodbAccounts } from '../../../functions/adapters/dynamodb/accounts.ts';
import { putAll } from '../../../functions/adapters/dynamodb/batch-write.ts';
import { dynamodbClaimStore } from '../../../functions/adapters/dynamodb/claim-store.ts';
import { dynamodbCodingTables } from '../../../functions/adapters/dynamodb/coding-tables.ts';
import { draftItem, metaItem } from '../../../functions/adapters/dynamodb/denial-items.ts';
import { dynamodbDenialStore } from '../../../functions/adapters/dynamodb/denial-store.ts';
import { dynamodbIdempotency } from '../../../functions/adapters/dynamodb/idempotency.ts';
import { dynamodbRecordSource } from '../../../functions/adapters/dynamodb/record-source.ts';
import { dynamodbRemittanceStore } from '../../../functions/adapters/dynamodb/remittance-store.ts';
import {
  accountKey,
  CURRENT_KEY,
  dynamodbSettings,
  settingsItem,
} from '../../../functions/adapters/dynamodb/settings.ts';
import { dynamodbViewStore } from '../../../functions/adapters/dynamodb/view-store.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import type { DenialId, PracticeId } from '../../../functions/core/ids.ts';
import type { PatientName } from '../../../functions/core/views/identity.ts';
import type { ApiPorts } from '../../../functions/handlers/api/operation.ts';
import type { StoredClaimPayment } from '../../../functions/ports/remittance-store.ts';
import type { UserRecord } from '../../../functions/ports/settings.ts';
import { projectDenials } from '../../../functions/use-cases/project-denials.ts';
import { AppealSystem, PRACTICE } from '../../fixtures/appeal-system.ts';
import { emptyTable, emptyTables } from '../../fixtures/empty-tables.ts';
import { seededDenial } from '../../fixtures/seeded-denials.ts';

/** Rows beside the open ones, so that expectations are reckoned from outcomes as in a practice of some months. */
const CLOSED = 400;
/** As long as the app waits before it asks for changes again. */
const SECONDS_BETWEEN_CHANGES = 20;

export interface Tables {
  readonly work: string;
  readonly remittances: string;
  readonly settings: string;
  readonly access: string;
  readonly views: string;
}

/** What the requests are about. */
export interface BenchSystem {
  readonly tables: Tables;
  readonly user: UserRecord;
  /** Its letter waits for approval. */
  readonly denial: Denial;
  /** The ports of the `api` handler on these tables; letters are in memory, since S3 is not what is measured. */
  portsOn(client: DynamoDBDocumentClient): ApiPorts;
  /** Another open denial gets a next version, in the record and in the queue. */
  change(): Promise<void>;
  /** The denial as it was before it was approved. */
  restore(): Promise<void>;
}

/**
 * Tables of the emulator with so many open denials, and one whose letter waits for approval.
 *
 * @param options.patient whose name every claim payment carries; without it only the one denial has its claim payment
 */
export async function benchSystem(
  open: number,
  options: { readonly patient?: PatientName } = {},
): Promise<BenchSystem> {
  const database = new DynamoDBClient({});
  const client = DynamoDBDocumentClient.from(database);
  const { work, remittances } = await emptyTables(database, 'bench');
  const [settings, access, views] = await Promise.all(
    ['settings', 'access', 'views'].map((name) => emptyTable(database, `bench-${name}`)),
  );
  const tables: Tables = { work, remittances, settings, access, views } as Tables;

  const memory = new AppealSystem();
  const denial = await memory.readyToApprove();
  const { practiceId, claimId, remittanceId, clpOrdinal } = denial;
  const user: UserRecord = { userId: 'biller', name: 'The biller', role: 'biller', practices: [PRACTICE] };
  const restore = async () =>
    void (await client.send(new PutCommand({ TableName: work, Item: metaItem(denial) })));
  await restore();
  const drafts = await memory.denials.drafts(denial.denialId, denial.level);
  await putAll(client, work, drafts.map(draftItem) as never);
  const stored = dynamodbRemittanceStore(client, remittances);
  const ledger = await memory.remittances.readRemittance(remittanceId);
  const payment = await memory.remittances.readClaimPayment(
    practiceId as PracticeId,
    claimId,
    remittanceId,
    clpOrdinal,
  );
  if (ledger === null || payment === null) throw new Error('The fixture has no claim payment.');
  await stored.registerRemittance(ledger);
  await stored.putClaimPayments([payment]);
  const put = (Item: Record<string, unknown>) =>
    client.send(new PutCommand({ TableName: tables.settings, Item }));
  await put({ ...CURRENT_KEY, version: 1, ...settingsItem(memory.organisation) });
  await put({ ...accountKey(user.userId), version: 1, user });
  const denials = seededDenials(await new AppealSystem().routed(), open);
  await putAll(client, work, denials.map(metaItem) as never);
  const ids = denials.map(({ denialId }) => denialId);
  const { patient } = options;
  if (patient !== undefined)
    await stored.putClaimPayments(denials.map((seeded) => claimPaymentLike(payment, seeded, patient)));
  const projection = {
    records: dynamodbRecordSource(client, tables.work),
    views: dynamodbViewStore(client, tables.views),
    clock: memory.clock,
  };
  await projectDenials([...ids, denial.denialId], projection);
  // What was seeded is no news to somebody who looks from now on.
  memory.clock.advanceSeconds(3_600);
  const others = dynamodbDenialStore(client, { work: tables.work, remittances: null });
  let changed = 0;
  async function change(): Promise<void> {
    const other = await others.read(ids[changed++ % ids.length] as DenialId);
    if (other === null) throw new Error('There is no other denial.');
    memory.clock.advanceSeconds(SECONDS_BETWEEN_CHANGES);
    const Item = metaItem({ ...other, version: other.version + 1 });
    await client.send(new PutCommand({ TableName: tables.work, Item }));
    await projectDenials([other.denialId], projection);
  }

  return {
    tables,
    user,
    denial,
    change,
    restore,
    portsOn: (on) => ({
      ...memory.ports,
      denials: dynamodbDenialStore(on, { work: tables.work, remittances: null }),
      remittances: dynamodbRemittanceStore(on, tables.remittances),
      claims: dynamodbClaimStore(on, tables.remittances),
      settings: dynamodbSettings(on, tables.settings),
      accounts: dynamodbAccounts(on, tables.settings),
      codingTables: dynamodbCodingTables(on, tables.settings),
      access: dynamodbAccessLog(on, tables.access),
      idempotency: dynamodbIdempotency(on, tables.work),
      views: dynamodbViewStore(on, tables.views),
    }),
  };
}

/** Open denials that differ as real ones do, one of them for the one that is approved, and some that ended. */
function seededDenials(like: Denial, open: number): readonly Denial[] {
  return Array.from({ length: open - 1 + CLOSED }, (_, i): Denial => {
    const denial = seededDenial(like, i);
    return i < open - 1
      ? denial
      : { ...denial, state: 'closed', closedAs: i % 3 === 0 ? 'upheld' : 'overturned' };
  });
}

/** What the payer would have sent for a seeded denial, of this patient. */
function claimPaymentLike(
  like: StoredClaimPayment,
  { claimId, remittanceId, clpOrdinal }: Denial,
  { firstName, lastName }: PatientName,
): StoredClaimPayment {
  const parties = like.claim.parties.map((party) =>
    party.entity === 'QC' ? { ...party, firstName, lastOrOrganisationName: lastName } : party,
  );
  // Without a number of the payer's: all of them would be one family under it.
  const claim = {
    ...like.claim,
    claimId,
    ordinal: clpOrdinal,
    parties,
    payerClaimControlNumber: '',
    references: [],
  };
  return { ...like, remittanceId, claim };
}
