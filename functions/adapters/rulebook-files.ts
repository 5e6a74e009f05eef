import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import { checkRulebook } from '../core/rulebook/check-data.ts';
import { type Compilation, type CompiledRulebook, prepareRulebook } from '../core/rulebook/compile.ts';
import { composeRulebook, prepareComposed } from '../core/rulebook/compose.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { DataProblem } from '../core/rulebook/problem.ts';
import type { RulebookData } from '../core/rulebook/schema.ts';
import {
  type LocatedProblem,
  located,
  parseSourceFile,
  readLayer,
  type SourceFile,
  told,
} from '../core/rulebook/source-files.ts';
import { CLOCKS_FOLDER, findClocks } from './clocks-files.ts';
import { bundledRulebookData } from './rulebook-bundled.ts';
import { RULEBOOK_FILES } from './rulebook-layout.ts';

/** A rulebook as found on disk: a whole one, or a layer over this release. */
export type FoundRulebook =
  | {
      readonly kind: 'found';
      readonly data: RulebookData;
      readonly rulebook: CompiledRulebook;
      /** Its own; null = those of this release. */
      readonly clocks: CompiledClocks | null;
      readonly layer: Layer | null;
      /** Where a problem with this data stands. */
      readonly locate: (problem: DataProblem) => LocatedProblem;
    }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/**
 * The rulebook at a path: a folder with `rulebook.json` is a whole one; any other folder, or a JSON file, is an
 * organisation's layer over the rulebook of this release.
 */
export function findRulebook(path: string): FoundRulebook {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return missing(path, 'there is no such file or folder', 'correct the path');
  if (!stat.isDirectory()) return overRelease([{ name: basename(path), text: readFileSync(path, 'utf8') }]);
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  if (names.includes('rulebook.json')) return wholeRulebook(path);
  if (statSync(join(path, CLOCKS_FOLDER), { throwIfNoEntry: false }) !== undefined)
    return missing(
      join(basename(path), CLOCKS_FOLDER),
      'is ignored: a layer has no clocks',
      'enter windows in the payer registry, or write a whole rulebook',
    );
  return overRelease(names.sort().map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') })));
}

/** Reads and compiles the whole rulebook in a folder laid out as `rulebook/`; problems name file and line. */
export function readRulebook(folder: string): Compilation {
  const found = wholeRulebook(folder);
  return found.kind === 'found'
    ? { kind: 'compiled', rulebook: found.rulebook }
    : { kind: 'refused', problems: found.problems.map(told) };
}

function wholeRulebook(folder: string): FoundRulebook {
  const data: Record<string, unknown> = {};
  const files = new Map<PropertyKey, SourceFile>();
  const problems: LocatedProblem[] = [];
  for (const [part, name] of Object.entries(RULEBOOK_FILES)) {
    let text: string;
    try {
      text = readFileSync(join(folder, name), 'utf8');
    } catch {
      const remedy = 'copy it from the release, or write a layer instead of a whole rulebook';
      problems.push({ file: name, line: null, where: 'file', message: 'cannot be read', remedy });
      continue;
    }
    const file = { name, text };
    files.set(part, file);
    const parsed = parseSourceFile(file);
    if (parsed.kind === 'parsed') data[part] = parsed.data;
    else problems.push(...parsed.problems);
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const locate = (problem: DataProblem): LocatedProblem => {
    const [part, ...rest] = problem.path;
    const file = files.get(part ?? '') ?? (files.get('rulebook') as SourceFile);
    return located({ ...problem, path: rest }, file);
  };
  const checked = checkRulebook(data);
  const version = checked.kind === 'right' ? checked.data.rulebook.version : 'unknown';
  const clocks = findClocks(folder, version);
  const wrong = [
    ...(checked.kind === 'wrong' ? checked.problems.map(locate) : []),
    ...(clocks.kind === 'refused' ? clocks.problems : []),
  ];
  if (checked.kind === 'wrong' || clocks.kind === 'refused') return { kind: 'refused', problems: wrong };
  return {
    kind: 'found',
    data: checked.data,
    rulebook: prepareRulebook(checked.data),
    clocks: clocks.kind === 'found' ? clocks.clocks : null,
    layer: null,
    locate,
  };
}

/** A layer over the rulebook of this release, from its file, or from several that each hold a part. */
export function overRelease(files: readonly SourceFile[]): FoundRulebook {
  const reading = readLayer(files);
  if (reading.kind === 'refused') return reading;
  const composed = composeRulebook(bundledRulebookData(), reading.layer);
  if (composed.kind === 'refused')
    return { kind: 'refused', problems: composed.problems.map(reading.locate) };
  return {
    kind: 'found',
    data: composed.data,
    rulebook: prepareComposed(composed),
    clocks: null,
    layer: reading.layer,
    locate: reading.locate,
  };
}

function missing(path: string, message: string, remedy: string): FoundRulebook {
  return { kind: 'refused', problems: [{ file: path, line: null, where: 'path', message, remedy }] };
}
