import { describe, expect, it } from 'vitest';
import { SHIPPED_SETTINGS } from '../../../functions/adapters/dynamodb/settings.ts';
import { knownPayers, registryPayerSchema } from '../../../functions/core/payer/registry.ts';
import { lineOfPath } from '../../../functions/core/rulebook/json-lines.ts';
import { layerSchema } from '../../../functions/core/rulebook/layer.ts';
import { unknownPayers } from '../../../functions/core/rulebook/unknown-payers.ts';
import { checkSettings } from '../../../functions/use-cases/check-settings.ts';

const said = { says: 'A test rule.', source: 'Agreement 2026, s. 1', confidence: 'high' };
const layerOf = (payers: readonly object[]) => ({
  layer: { number: 1, name: 'Cedar', changed: '2026-11-20' },
  overrides: [{ id: 'org.first', payers, carcs: ['50'], route: 'documentation', ...said }],
  holds: [{ id: 'org.slow', when: { payers, carcs: ['133'] }, waitDays: 45, ...said }],
});
const registered = [
  registryPayerSchema.parse({
    payer: 'harborlight',
    name: 'Harborlight',
    seenAs: [{ id: '76543' }, { name: 'HARBORLIGHT MUTUAL INS' }],
    payerType: 'commercial',
  }),
];
const unknown = (payers: readonly object[]) =>
  unknownPayers(layerSchema.parse(layerOf(payers)), knownPayers(registered));

describe('a payer that a layer names', () => {
  it('is found unknown in the short form and in the long one, where it stands', () => {
    expect(unknown([{ payer: 'harborlihgt' }])).toMatchObject([
      { path: ['overrides', 0, 'payers', 0], message: expect.stringContaining('payer harborlihgt') },
      { path: ['holds', 0, 'when', 'payers', 0], onlyByKey: true },
    ]);
  });

  it('is known by key, by id, and by name with case and spacing aside', () => {
    const payers = [{ payer: 'harborlight' }, { id: '76543' }, { name: 'Harborlight  Mutual Ins' }];
    expect(unknown(payers)).toEqual([]);
  });

  it('is warned of when the layer is drafted, by line, and the draft is kept', () => {
    const text = JSON.stringify(layerOf([{ id: '99999' }]), null, 1);
    const layer = layerSchema.parse(JSON.parse(text));
    const check = checkSettings('rule-layer', { kind: 'text', text }, SHIPPED_SETTINGS, {
      checkLayer: () => ({ layer, errors: [], warnings: [] }),
      letters: { checkOwn: () => ({ template: null, problems: [] }) },
    });
    const path = ['overrides', 0, 'payers', 0];
    expect(check).toMatchObject({
      kind: 'right',
      warnings: [{ field: path.join('.'), line: lineOfPath(text, path) }, {}],
    });
  });
});
