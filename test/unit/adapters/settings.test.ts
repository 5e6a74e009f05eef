import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishOrganisation } from '../../../functions/adapters/dynamodb/publish-settings.ts';
import { dynamodbSettings, SHIPPED_SETTINGS } from '../../../functions/adapters/dynamodb/settings.ts';
import { rulebookInForce } from '../../../functions/adapters/rulebook-in-force.ts';
import { layerSchema } from '../../../functions/core/rulebook/layer.ts';
import { SAMPLE_ORGANISATION } from '../../../infra/local/sample-organisation.ts';

interface Sent {
  readonly input: {
    readonly Key?: { readonly pk: string; readonly sk: string };
    readonly TransactItems?: readonly {
      readonly Put: { readonly Item: Record<string, unknown>; readonly ConditionExpression?: string };
    }[];
  };
}

/** A table of items by key; what a transaction puts is stored as JSON would be. */
class Table {
  readonly items = new Map<string, Record<string, unknown>>();
  readonly client = { send: (command: Sent) => this.#send(command) } as unknown as DynamoDBDocumentClient;

  async #send({ input }: Sent) {
    if (input.Key !== undefined) return { Item: this.items.get(`${input.Key.pk}/${input.Key.sk}`) };
    for (const { Put } of input.TransactItems ?? []) {
      const key = `${Put.Item.pk}/${Put.Item.sk}`;
      if (Put.ConditionExpression !== undefined && this.items.has(key)) throw new Error('ConditionFailed');
      this.items.set(key, JSON.parse(JSON.stringify(Put.Item)));
    }
    return {};
  }
}

const [first, ...others] = SAMPLE_ORGANISATION.payers;
const withoutSource = {
  ...SAMPLE_ORGANISATION,
  payers: [{ ...first, windows: [{ ...first?.windows[0], source: undefined }] }, ...others],
};
const overlapping = {
  ...SAMPLE_ORGANISATION,
  payers: [{ ...first, windows: [first?.windows[0], first?.windows[0]] }, ...others],
};

const layer = {
  layer: { number: 1, name: 'Cedar', changed: '2026-11-20' },
  overrides: [
    { id: 'org.x', carcs: ['50'], route: 'review', says: 'x', source: 'Manual, p. 1', confidence: 'high' },
  ],
};
const unknownCode = {
  ...SAMPLE_ORGANISATION,
  ruleLayer: { ...layer, overrides: [{ ...layer.overrides[0], carcs: ['998'] }] },
};

describe('the settings of the organisation', () => {
  let table: Table;
  beforeEach(() => {
    table = new Table();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const inForce = () => dynamodbSettings(table.client, 'settings').organisation();

  it('are the shipped ones until some are published', async () => {
    expect(await inForce()).toEqual(SHIPPED_SETTINGS);
  });

  it('are published as numbered versions that stay as they were', async () => {
    expect(await publishOrganisation(table.client, 'settings', SAMPLE_ORGANISATION)).toEqual({
      kind: 'published',
      version: 1,
    });
    await publishOrganisation(table.client, 'settings', { ...SAMPLE_ORGANISATION, payers: others });
    expect((await inForce()).payers).toHaveLength(others.length);
    expect(table.items.get('ORGANISATION/VERSION#000001')?.settings).toEqual(
      JSON.parse(JSON.stringify(SAMPLE_ORGANISATION)),
    );
  });

  it('are not published again without a change', async () => {
    await publishOrganisation(table.client, 'settings', SAMPLE_ORGANISATION);
    expect(await publishOrganisation(table.client, 'settings', SAMPLE_ORGANISATION)).toEqual({
      kind: 'unchanged',
      version: 1,
    });
  });

  it.each([
    ['a window without a source', withoutSource, ['payers', 0, 'windows', 0, 'source']],
    ['windows that overlap', overlapping, ['payers', 0, 'windows', 1]],
    ['a rule layer with an unknown code', unknownCode, ['ruleLayer', 'overrides', 0]],
  ])('refuse %s, and the last good version stays in force', async (_what, bad, path) => {
    await publishOrganisation(table.client, 'settings', SAMPLE_ORGANISATION);
    expect(await publishOrganisation(table.client, 'settings', bad)).toMatchObject({
      kind: 'refused',
      problems: [{ path }],
    });
    expect(await inForce()).toEqual(SAMPLE_ORGANISATION);
  });

  it('fall back to the last good version when the current ones were written around the check', async () => {
    await publishOrganisation(table.client, 'settings', SAMPLE_ORGANISATION);
    table.items.set('ORGANISATION/CURRENT', { version: 2, settings: withoutSource });
    expect(await inForce()).toEqual(SAMPLE_ORGANISATION);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('settingsRefused'));
  });

  it('stop the call when no version can be used: nothing is guessed', async () => {
    table.items.set('ORGANISATION/CURRENT', { version: 1, settings: withoutSource });
    await expect(inForce()).rejects.toThrow(/no earlier version can/);
  });
});

describe('the rulebook in force', () => {
  const inForce = rulebookInForce();

  it('is the release where the organisation has no layer', () => {
    expect(inForce(undefined).version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is release and layer, composed once for one content', () => {
    const rulebook = inForce(layerSchema.parse(layer));
    expect(rulebook.version).toMatch(/\+layer\.1\./);
    expect(inForce(layerSchema.parse(layer))).toBe(rulebook);
  });

  it('is none where the release refuses the layer', () => {
    expect(() => inForce(layerSchema.parse(unknownCode.ruleLayer))).toThrow(/CARC 998/);
  });
});
