/** A key that stands again in one object of a JSON text; a parser would keep the last and drop the others unsaid. */
export interface RepeatedKey {
  /** Of the object and the key in it. */
  readonly path: readonly PropertyKey[];
  /** Line, from 1, of each place where it stands after the first. */
  readonly line: number;
  readonly firstLine: number;
}

// Unrolled, so that a long string costs no stack.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:\n]/g;

/**
 * Every key that stands more than once in its object.
 *
 * @param text valid JSON
 * @example repeatedKeys('{"route": "appeal",\n"route": "review"}') // [{ path: ['route'], line: 2, firstLine: 1 }]
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const open: Frame[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{') open.push({ kind: 'object', lines: new Map(), key: '', awaitsKey: true });
    else if (token === '[') open.push({ kind: 'list', index: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && frame?.kind === 'list') frame.index += 1;
    else if (token === ',' && frame?.kind === 'object') frame.awaitsKey = true;
    else if (token.startsWith('"') && frame?.kind === 'object' && frame.awaitsKey) {
      const key = JSON.parse(token) as string;
      frame.awaitsKey = false;
      frame.key = key;
      const firstLine = frame.lines.get(key);
      if (firstLine === undefined) frame.lines.set(key, line);
      else repeated.push({ path: open.map(stepOf), line, firstLine });
    }
  }
  return repeated;
}

type Frame =
  | { readonly kind: 'object'; readonly lines: Map<string, number>; key: string; awaitsKey: boolean }
  | { readonly kind: 'list'; index: number };

function stepOf(frame: Frame): PropertyKey {
  return frame.kind === 'list' ? frame.index : frame.key;
}
