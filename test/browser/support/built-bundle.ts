import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILT_APP } from '../../../infra/build-app.ts';

/** A part of the app that is fetched when it is first needed, with every file that is fetched along with it. */
export interface LazyPart {
  /** As in the source: `queue-page`. */
  readonly name: string;
  readonly file: string;
  readonly files: readonly string[];
}

export interface BuiltBundle {
  /** Scripts and styles that the page itself names. */
  readonly first: readonly string[];
  /** The pages of the app, which the first script fetches one by one. */
  readonly routes: readonly LazyPart[];
  /** What pages fetch later still. */
  readonly later: readonly LazyPart[];
}

/** What is fetched when, read from the files of the build as a browser would. */
export function builtBundle(): BuiltBundle {
  const page = readFileSync(join(BUILT_APP, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  const entry = /<script[^>]+src="\/(assets\/[^"]+)"/.exec(page)?.[1] ?? '';
  const routes = lazyPartsOf(entry);
  const later = routes.flatMap(({ file }) => lazyPartsOf(file));
  return { first, routes, later };
}

/** Bytes of these files as a server packs them, by kind. */
export function packedBytes(files: Iterable<string>): { readonly js: number; readonly css: number } {
  const bytes = { js: 0, css: 0 };
  for (const file of new Set(files)) {
    bytes[file.endsWith('.css') ? 'css' : 'js'] += gzipSync(readFileSync(join(BUILT_APP, file))).byteLength;
  }
  return bytes;
}

const FETCHED_LATER = /import\(\s*[`"']\.\/([^`"']+)[`"']\s*\)(?:,__vite__mapDeps\(\[([\d,]*)\]\))?/g;

function lazyPartsOf(file: string): readonly LazyPart[] {
  const script = readFileSync(join(BUILT_APP, file), 'utf8');
  const listed = /m\.f=(\[[^\]]*\])/.exec(script)?.[1];
  const along: readonly string[] = listed === undefined ? [] : JSON.parse(listed);
  return [...script.matchAll(FETCHED_LATER)].map(([, name = '', places = '']) => ({
    name: name.replace(/-[\w-]{8}\.m?js$/, ''),
    file: `assets/${name}`,
    files: [
      ...new Set([
        `assets/${name}`,
        ...places
          .split(',')
          .filter((place) => place !== '')
          .map((place) => along[Number(place)] ?? ''),
      ]),
    ],
  }));
}
