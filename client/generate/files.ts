import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../../functions/handlers/api/openapi.ts';
import { ROUTE_TABLE } from '../../functions/handlers/api/route-table.ts';
import { REPOSITORY } from '../../infra/local/paths.ts';

export const DOCUMENT = 'docs/reference/openapi.json';
export const CLIENT_TYPES = 'client/schema.d.ts';

/** Everything that is made from the route table, by the path at which it is checked in. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const document = documentOf();
  // biome-ignore lint/suspicious/noExplicitAny: the tool's own type of a document is of another shape than ours.
  const types = astToString(await openapiTS(document as any, { alphabetize: false }));
  return {
    [DOCUMENT]: formatted(DOCUMENT, JSON.stringify(document)),
    [CLIENT_TYPES]: formatted(CLIENT_TYPES, `// Made by npm run api from ${DOCUMENT}.\n${types}`),
  };
}

/** As the repository's own files are. */
function formatted(name: string, text: string): string {
  const biome = join(REPOSITORY, 'node_modules/.bin/biome');
  return execFileSync(biome, ['format', `--stdin-file-path=${name}`], {
    cwd: REPOSITORY,
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

export function documentOf(): object {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return openApiDocument(ROUTE_TABLE, version);
}
