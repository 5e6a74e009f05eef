import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { dynamodbAccounts } from '../../functions/adapters/dynamodb/accounts.ts';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbRecountStore } from '../../functions/adapters/dynamodb/recount-store.ts';
import { SHIPPED_SETTINGS } from '../../functions/adapters/dynamodb/settings.ts';
import { dynamodbSettingsChanges } from '../../functions/adapters/dynamodb/settings-changes.ts';
import { MemoryAccounts } from '../../functions/adapters/memory/accounts.ts';
import {
  MemoryRecountStore,
  MemorySettingsChanges,
} from '../../functions/adapters/memory/settings-changes.ts';
import { registryPayerSchema } from '../../functions/core/payer/registry.ts';
import {
  discardDraft,
  draftSettings,
  publishDraft,
  type SettingsDraft,
  type SettingsSubject,
} from '../../functions/core/settings/draft.ts';
import type { Accounts } from '../../functions/ports/accounts.ts';
import type { OrganisationSettings, UserRecord } from '../../functions/ports/settings.ts';
import type { RecountStore, SettingsChanges } from '../../functions/ports/settings-changes.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

interface Stores {
  readonly changes: SettingsChanges;
  readonly accounts: Accounts;
  readonly recounts: RecountStore;
}

const AT = '2026-11-10T12:00:00.000Z';
const ADA: UserRecord = { userId: 'ada', name: 'Ada', role: 'admin', practices: ['*'] };
const BEN: UserRecord = { userId: 'ben', name: 'Ben', role: 'biller', practices: ['P1'] };

const entryOf = (payer: string) =>
  registryPayerSchema.parse({ payer, name: payer, seenAs: [{ id: payer }], payerType: 'commercial' });
const settingsWith = (...payers: readonly string[]): OrganisationSettings => ({
  ...SHIPPED_SETTINGS,
  payers: payers.map(entryOf),
});
const drafted = (before: SettingsDraft | null, subject: SettingsSubject, content: unknown = null) =>
  draftSettings(before, { subject, content, reason: 'As agreed.', basedOn: 0, userId: 'ada', at: AT });
const publicationOf = (draft: SettingsDraft, version: number, settings: OrganisationSettings) => ({
  change: publishDraft(draft, { userId: 'max', at: AT, publishedAs: version }),
  settings,
  published: {
    version,
    subject: draft.subject,
    publishedAt: AT,
    publishedBy: 'max',
    draftedBy: draft.editedBy,
    reason: draft.reason,
    sha256: 'a'.repeat(64),
    objectVersionId: 'v1',
  },
});

describe.for([
  { name: 'memory', skip: false, make: async () => memoryStores() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbStores },
])('settings and accounts: $name', ({ skip, make }) => {
  let stores: Stores;
  beforeAll(async () => {
    if (!skip) stores = await make();
  });

  test.skipIf(skip)('the shipped settings are in force as version 0', async () => {
    expect(await stores.changes.inForce()).toEqual({
      version: 0,
      publishedAt: null,
      settings: SHIPPED_SETTINGS,
    });
  });

  test.skipIf(skip)('a draft is kept on its version, and listed while it is open', async () => {
    const { changes } = stores;
    const first = drafted(null, 'payer/acme', entryOf('acme'));
    expect(await changes.saveDraft(first)).toBe('saved');
    expect(await changes.saveDraft(first)).toBe('conflict');
    expect(await changes.draft('payer/acme')).toEqual(first.after);
    expect(await changes.openDrafts()).toEqual([first.after]);
    const gone = discardDraft(first.after, { userId: 'ada', at: AT });
    expect(await changes.saveDraft(gone)).toBe('saved');
    expect(await changes.saveDraft(drafted(first.after, 'payer/acme'))).toBe('conflict');
    expect(await changes.openDrafts()).toEqual([]);
    expect(await changes.draft('payer/other')).toBeNull();
  });

  test.skipIf(skip)('a publication is all or nothing: on the draft and on what is in force', async () => {
    const { changes } = stores;
    const one = drafted(null, 'payer/one', entryOf('one'));
    const two = drafted(null, 'payer/two', entryOf('two'));
    await changes.saveDraft(one);
    await changes.saveDraft(two);
    const first = publicationOf(one.after, 1, settingsWith('one'));
    expect(await changes.publish(first)).toBe('published');
    expect(await changes.publish(first)).toBe('draft_changed');
    expect(await changes.publish(publicationOf(two.after, 1, settingsWith('two')))).toBe('others_published');
    expect(await changes.draft('payer/two')).toEqual(two.after);
    expect(await changes.inForce()).toEqual({ version: 1, publishedAt: AT, settings: settingsWith('one') });

    const second = publicationOf(two.after, 2, settingsWith('one', 'two'));
    expect(await changes.publish(second)).toBe('published');
    expect(await changes.versions(10)).toEqual([second.published, first.published]);
    expect(await changes.versions(1)).toEqual([second.published]);
  });

  test.skipIf(skip)('a registry of a thousand payers is published and read', async () => {
    const { changes } = stores;
    const many = settingsWith(...Array.from({ length: 1000 }, (_, i) => `payer-${i}-${'x'.repeat(150)}`));
    const draft = drafted(null, 'payer/many', entryOf('many'));
    await changes.saveDraft(draft);
    const { version } = await changes.inForce();
    expect(await changes.publish(publicationOf(draft.after, version + 1, many))).toBe('published');
    expect((await changes.inForce()).settings.payers).toHaveLength(1000);
  });

  test.skipIf(skip)('an account is granted on its version, by somebody who is an admin then', async () => {
    const { accounts } = stores;
    const before = await accounts.account('ben');
    expect(before).toEqual({ version: 0, user: BEN });
    const after = { version: 1, user: { ...BEN, role: 'admin', practices: ['*'] } as const };
    const event = { at: AT, by: 'ada', before: BEN, after: after.user };
    const grant = { before, after, event, grantedBy: 'ada' };
    expect(await accounts.grant({ ...grant, grantedBy: 'nobody' })).toBe('granter_is_no_admin');
    expect(await accounts.grant(grant)).toBe('granted');
    expect(await accounts.grant(grant)).toBe('conflict');
    expect(await accounts.account('ben')).toEqual(after);
    expect(await accounts.event('ben', 1)).toMatchObject({ at: AT, by: 'ada', after: { role: 'admin' } });
    expect(await accounts.event('ben', 0)).toBeNull();

    const demoted = { version: 1, user: { ...ADA, role: 'biller' } as const };
    const ada = await accounts.account('ada');
    expect(await accounts.grant({ before: ada, after: demoted, event, grantedBy: 'ben' })).toBe('granted');
    const again = { version: 2, user: BEN };
    expect(await accounts.grant({ before: after, after: again, event, grantedBy: 'ada' })).toBe(
      'granter_is_no_admin',
    );
  });

  test.skipIf(skip)('somebody without an account gets a first one, once', async () => {
    const { accounts } = stores;
    await accounts.account('ada');
    const after = { version: 1, user: { ...BEN, userId: 'new' } };
    const event = { at: AT, by: 'ben', before: null, after: after.user };
    const grant = { before: null, after, event, grantedBy: 'ben' };
    expect(await accounts.account('new')).toBeNull();
    expect(await accounts.grant(grant)).toBe('granted');
    expect(await accounts.grant(grant)).toBe('conflict');
  });

  test.skipIf(skip)('the progress of a recount is kept', async () => {
    const { recounts } = stores;
    expect(await recounts.progress()).toEqual({ settled: 0, passed: 0, goesOn: null });
    const goesOn = { version: 3, shard: 2, cursor: '2026-11-10#a', settles: false, complete: true };
    await recounts.save({ settled: 1, passed: 2, goesOn });
    expect(await recounts.progress()).toEqual({ settled: 1, passed: 2, goesOn });
  });
});

function memoryStores(): Stores {
  let settings = SHIPPED_SETTINGS;
  const changes = new MemorySettingsChanges({
    get: () => settings,
    set: (next) => {
      settings = next;
    },
  });
  return { changes, accounts: new MemoryAccounts([ADA, BEN]), recounts: new MemoryRecountStore() };
}

async function dynamodbStores(): Promise<Stores> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-settings');
  // As the operator guide writes the first people: without a version.
  for (const user of [ADA, BEN])
    await client.send(
      new PutCommand({ TableName: table, Item: { pk: `USER#${user.userId}`, sk: 'PROFILE', user } }),
    );
  return {
    changes: dynamodbSettingsChanges(client, table),
    accounts: dynamodbAccounts(client, table),
    recounts: dynamodbRecountStore(client, table),
  };
}
