import { schemaProblems } from './check-data.ts';
import { lineOfPath } from './json-lines.ts';
import { type Layer, layerSchema } from './layer.ts';
import type { DataProblem } from './problem.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** A file that people write, as text, so that a problem can be shown by line. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A problem where a person finds it. */
export interface LocatedProblem {
  readonly file: string;
  /** From 1; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
}

/** @example told(problem) // 'layer.json:12: choices/org.x: CARC 999 is not in codes/carc; add or correct it' */
export function told({ file, line, where, message, remedy }: LocatedProblem): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${where === 'file' ? '' : `${where}: `}${message}; ${remedy}`;
}

/** Puts a problem of one file on its line. */
export function located(problem: DataProblem, { name, text }: SourceFile): LocatedProblem {
  const { where, message, remedy } = problem;
  return { file: name, line: lineOfPath(text, problem.path), where, message, remedy };
}

export type ParsedFile =
  | { readonly kind: 'parsed'; readonly data: unknown }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/** The file as JSON; else the line where it stops being that, or the lines where a key stands again in its object. */
export function parseSourceFile({ name, text }: SourceFile): ParsedFile {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not JSON';
    const line = /line (\d+)/.exec(message)?.[1];
    const problem = {
      file: name,
      line: line === undefined ? null : Number(line),
      where: 'file',
      message: `is not JSON (${message})`,
      remedy: 'look for a missing comma, quote or bracket',
    };
    return { kind: 'refused', problems: [problem] };
  }
  const problems = repeatedKeys(text).map(({ path, line, firstLine }) => ({
    file: name,
    line,
    where: path.map(String).join('/'),
    message: `the key ${JSON.stringify(path.at(-1))} stands on line ${firstLine} already; only one of the two would count`,
    remedy: 'keep one',
  }));
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'parsed', data };
}

export type LayerReading =
  | {
      readonly kind: 'read';
      readonly layer: Layer;
      /** Where an entry of the layer stands, for problems found later. */
      readonly locate: (problem: DataProblem) => LocatedProblem;
    }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/**
 * A layer from one file, or from several that each hold a part of it: lists are put together in the order of the files.
 */
export function readLayer(files: readonly SourceFile[]): LayerReading {
  const problems: LocatedProblem[] = [];
  // Without a prototype: a key such as __proto__ is one like any other, and refused.
  const whole: Record<string, unknown> = Object.create(null);
  const origins = new Map<string, { readonly file: SourceFile; readonly path: readonly PropertyKey[] }>();
  for (const file of files) {
    const parsed = parseSourceFile(file);
    if (parsed.kind === 'refused') {
      problems.push(...parsed.problems);
      continue;
    }
    for (const [part, value] of Object.entries(parsed.data ?? {})) {
      const known = whole[part];
      if (Array.isArray(value) && (known === undefined || Array.isArray(known))) {
        const list = (known as unknown[] | undefined) ?? [];
        for (const [index, entry] of value.entries())
          origins.set(`${part}/${list.push(entry) - 1}`, { file, path: [part, index] });
        whole[part] = list;
      } else if (known === undefined) {
        whole[part] = value;
        origins.set(part, { file, path: [part] });
      } else {
        problems.push(
          located({ path: [part], where: part, message: 'stands in two files', remedy: 'keep one' }, file),
        );
      }
    }
  }
  const first = files[0];
  if (first === undefined)
    return {
      kind: 'refused',
      problems: [
        {
          file: 'layer',
          line: null,
          where: 'folder',
          message: 'holds no JSON file',
          remedy: 'write layer.json into it',
        },
      ],
    };
  const locate = (problem: DataProblem): LocatedProblem => {
    const [part, index, ...rest] = problem.path;
    const entry = origins.get(`${String(part)}/${String(index)}`);
    if (entry !== undefined) return located({ ...problem, path: [...entry.path, ...rest] }, entry.file);
    return located(problem, origins.get(String(part))?.file ?? first);
  };
  if (problems.length > 0) return { kind: 'refused', problems };
  const layer = layerSchema.safeParse(whole);
  return layer.success
    ? { kind: 'read', layer: layer.data, locate }
    : { kind: 'refused', problems: schemaProblems(layer.error).map(locate) };
}
