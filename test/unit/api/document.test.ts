import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../../client/generate/files.ts';
import { ROUTE_TABLE } from '../../../functions/handlers/api/route-table.ts';
import { REPOSITORY } from '../../../infra/local/paths.ts';

describe('what is made from the route table', async () => {
  const files = await generatedFiles();

  test.each(Object.keys(files))('%s is as the operations are now (else: npm run api)', (name) => {
    expect(readFileSync(join(REPOSITORY, name), 'utf8') === files[name]).toBe(true);
  });

  test('leaves no part of an answer open', () => {
    const document = JSON.parse(files['docs/reference/openapi.json'] ?? '');
    expect(openParts(document.components.schemas)).toEqual([
      // A registry payer or a rule layer, whichever the draft is of: as the person wrote it, wrong or right.
      'SettingsDraft.properties.content',
    ]);
  });
});

describe('the route table', () => {
  test('names each operation once, and each address and method', () => {
    const ids = ROUTE_TABLE.map(({ id }) => id);
    const addresses = ROUTE_TABLE.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test.each(ROUTE_TABLE.map((operation) => [operation.id, operation] as const))(
    '%s describes the parameters of its path',
    (_, { path, params }) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = Object.keys((params as { readonly shape?: object }).shape ?? {});
      expect(described).toEqual(named);
    },
  );
});

/** Places of schemas that anything would satisfy. */
function openParts(schemas: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => openIn(schema, name));
}

function openIn(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const parts = schema as Readonly<Record<string, unknown>>;
  if (Object.keys(parts).every((key) => key === 'description' || key === 'default')) return [place];
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = parts;
  return [
    ...Object.entries(properties as object).flatMap(([name, of]) =>
      openIn(of, `${place}.properties.${name}`),
    ),
    ...openIn(items, `${place}.items`),
    ...openIn(additionalProperties, `${place}.additionalProperties`),
    ...[...(anyOf as unknown[]), ...(oneOf as unknown[])].flatMap((of, at) => openIn(of, `${place}.${at}`)),
  ];
}
