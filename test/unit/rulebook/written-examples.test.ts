import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledRulebookData } from '../../../functions/adapters/rulebook-bundled.ts';
import { readRegistry } from '../../../functions/core/payer/read-registry.ts';
import { composeRulebook } from '../../../functions/core/rulebook/compose.ts';
import { readLayer } from '../../../functions/core/rulebook/source-files.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/rulebook.md'), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('the examples of the reference page', () => {
  it('hold a layer that is not refused', () => {
    const text = examples.find((example) => example.includes('"overrides"')) ?? '';
    const reading = readLayer([{ name: 'layer.json', text }]);
    expect(reading.kind).toBe('read');
    if (reading.kind === 'read')
      expect(composeRulebook(bundledRulebookData(), reading.layer).kind).toBe('composed');
  });

  it('hold a payer registry that is not refused', () => {
    const text = examples.find((example) => example.includes('"payers": [\n')) ?? '';
    expect(readRegistry({ name: 'payers.json', text })).toMatchObject({ kind: 'read' });
  });
});
