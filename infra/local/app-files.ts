import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { CACHED_FOR_EVER, fileOf, HASHED_FILES, NEVER_CACHED } from '../web-headers.ts';

export interface FileAnswer {
  readonly status: 200 | 400 | 404 | 503;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly body: Uint8Array | string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * What the built app has for a path of a request.
 *
 * @param folder of the build
 * @param path as the browser sent it, percent-encoded, without its query
 */
export async function answerFromBuild(folder: string, path: string): Promise<FileAnswer> {
  const decoded = decode(path);
  if (decoded === null) return refusal(400, 'This is not a path.');
  const file = fileOf(decoded);
  const onDisk = resolve(join(folder, file));
  // Also behind encoded slashes and dots: nothing outside of the build is ever read.
  if (!onDisk.startsWith(resolve(folder) + sep)) return refusal(404, 'There is no such file.');
  const body = await readFile(onDisk).catch(() => null);
  if (body === null) {
    return file === '/index.html'
      ? refusal(503, 'The app is not built: web/dist is missing. npm start builds it; then reload this page.')
      : refusal(404, 'There is no such file.');
  }
  return {
    status: 200,
    contentType: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    cacheControl: file.startsWith(`/${HASHED_FILES}/`) ? CACHED_FOR_EVER : NEVER_CACHED,
    body,
  };
}

function refusal(status: 400 | 404 | 503, sentence: string): FileAnswer {
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    cacheControl: NEVER_CACHED,
    body: `${sentence}\n`,
  };
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}
