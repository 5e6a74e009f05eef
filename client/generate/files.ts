import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../../functions/handlers/api/openapi.ts';
import { PROBLEMS } from '../../functions/handlers/api/problem.ts';
import { ROUTE_TABLE } from '../../functions/handlers/api/route-table.ts';
import { REPOSITORY } from '../../infra/local/paths.ts';
import { pageOf } from './page.ts';

export const DOCUMENT = 'docs/reference/openapi.json';
export const CLIENT_TYPES = 'client/schema.d.ts';
const PAGE = 'docs/reference/api.html';
const REFERENCE = 'docs/reference/api.md';

/** Everything that is made from the route table, by the path at which it is checked in. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const document = openApiDocument(ROUTE_TABLE, packageVersion());
  const types = astToString(await openapiTS(asTheClientSees(document), { alphabetize: false }));
  return {
    [DOCUMENT]: formatted(DOCUMENT, JSON.stringify(document)),
    [CLIENT_TYPES]: formatted(CLIENT_TYPES, `// Made by npm run api from ${DOCUMENT}.\n${types}`),
    [PAGE]: pageOf(document),
    [REFERENCE]: reference(),
  };
}

/** The client gives every change a key of its own: whoever uses it names one only to try the same change again. */
// biome-ignore lint/suspicious/noExplicitAny: the tool's own type of a document is of another shape than ours.
function asTheClientSees(document: ReturnType<typeof openApiDocument>): any {
  const seen = structuredClone(document) as {
    readonly components: { readonly parameters: { readonly IdempotencyKey: { required: boolean } } };
  };
  seen.components.parameters.IdempotencyKey.required = false;
  return seen;
}

function packageVersion(): string {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  return version;
}

/** The reference as people wrote it, its two tables made anew. */
function reference(): string {
  const operations = ROUTE_TABLE.map(
    ({ method, path, summary }) => `| ${method} | \`${path}\` | ${summary} |`,
  );
  const problems = Object.entries(PROBLEMS)
    .toSorted(([, a], [, b]) => a.status - b.status)
    .map(([code, { status, when }]) => `| ${status} | \`${code}\` | ${when} |`);
  return withTable(
    withTable(read(REFERENCE), 'Method | Path | What it does', operations),
    'Status | Code | When',
    problems,
  );
}

/** @throws where the text has no table with this heading, or more than one */
function withTable(text: string, heading: string, rows: readonly string[]): string {
  const [before, rest, ...more] = text.split(`| ${heading} |\n|---|---|---|\n`);
  if (before === undefined || rest === undefined || more.length > 0) {
    throw new Error(`${REFERENCE} must have one table "${heading}".`);
  }
  const after = rest.replace(/^(?:\|.*\n)*/, '');
  return `${before}| ${heading} |\n|---|---|---|\n${rows.join('\n')}\n${after}`;
}

function read(name: string): string {
  return readFileSync(join(REPOSITORY, name), 'utf8');
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
