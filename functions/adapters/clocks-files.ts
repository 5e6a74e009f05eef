import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type CompiledClocks, compileClocks } from '../core/deadline/compile.ts';
import { interactionsSchema } from '../core/deadline/interactions.ts';
import { channelsSchema, clockRuleSchema, closingsSchema } from '../core/deadline/rule.ts';
import { schemaProblems } from '../core/rulebook/check-data.ts';
import {
  type LocatedProblem,
  located,
  parseSourceFile,
  type SourceFile,
} from '../core/rulebook/source-files.ts';

/** Where the clocks lie beneath a whole rulebook. */
export const CLOCKS_FOLDER = 'deadlines';

/** Files that hold something else than rules. */
const PARTS = {
  channels: { file: 'channels.json', schema: channelsSchema },
  closings: { file: 'closings.json', schema: closingsSchema },
  interactions: { file: 'interactions.json', schema: interactionsSchema },
} as const;

/** The files of rules of this release; a rulebook may add others, and lacks none. */
const RULE_FILES = [
  'medicare.json',
  'medicare-advantage.json',
  'medicaid.json',
  'commercial.json',
  'no-surprises-act.json',
  'federal-programmes.json',
  'state-programmes.json',
  'any-payer.json',
];

export type FoundClocks =
  /** The rulebook brings none: those of this release count. */
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly clocks: CompiledClocks }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/**
 * The clocks of a whole rulebook, from its folder `deadlines`; problems name file and line.
 *
 * @param version of the rulebook, which every rule without one of its own carries
 */
export function findClocks(rulebook: string, version: string): FoundClocks {
  const folder = join(rulebook, CLOCKS_FOLDER);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'none' };
  if (!stat.isDirectory()) {
    const [message, remedy] = ['is no folder', 'copy the folder from the release'];
    return {
      kind: 'refused',
      problems: [{ file: CLOCKS_FOLDER, line: null, where: 'file', message, remedy }],
    };
  }
  const problems: LocatedProblem[] = [];
  const read = (
    name: string,
    schema: z.ZodType,
  ): { readonly data: unknown; readonly file: SourceFile } | null => {
    const shown = `${CLOCKS_FOLDER}/${name}`;
    let text: string;
    try {
      text = readFileSync(join(folder, name), 'utf8');
    } catch {
      const remedy = 'copy it from the release';
      problems.push({ file: shown, line: null, where: 'file', message: 'cannot be read', remedy });
      return null;
    }
    const file = { name: shown, text };
    const parsed = parseSourceFile(file);
    if (parsed.kind === 'refused') {
      problems.push(...parsed.problems);
      return null;
    }
    const checked = schema.safeParse(parsed.data);
    if (!checked.success)
      problems.push(...schemaProblems(checked.error).map((problem) => located(problem, file)));
    return { data: parsed.data, file };
  };

  const parts = Object.values(PARTS).map(({ file }) => file as string);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !parts.includes(name));
  const files = [...new Set([...RULE_FILES, ...names])].flatMap((name) => read(name, rulesSchema) ?? []);
  const channels = read(PARTS.channels.file, PARTS.channels.schema)?.data;
  const closings = read(PARTS.closings.file, PARTS.closings.schema)?.data;
  const interactions = read(PARTS.interactions.file, PARTS.interactions.schema)?.data;
  if (problems.length > 0) return { kind: 'refused', problems };

  const rules = files.flatMap(({ data }) => data as unknown[]);
  const compilation = compileClocks({ version, rules, channels, closings, interactions });
  return compilation.kind === 'compiled'
    ? { kind: 'found', clocks: compilation.clocks }
    : { kind: 'refused', problems: compilation.problems.map((problem) => placed(problem, files)) };
}

const rulesSchema = z.array(clockRuleSchema);

/** What is wrong between rules is said of one of them, by its id: the last entry of that id is meant. */
function placed(
  problem: string,
  files: readonly { readonly data: unknown; readonly file: SourceFile }[],
): LocatedProblem {
  const [, id = '', message = ''] = /^([^:]+): (.*)$/s.exec(problem) ?? [];
  const remedy = 'mend the rules of this clock';
  for (const { data, file } of files.toReversed()) {
    const index = (data as readonly { readonly id: string }[]).findLastIndex((rule) => rule.id === id);
    if (index >= 0) return located({ path: [index], where: id, message, remedy }, file);
  }
  return { file: CLOCKS_FOLDER, line: null, where: id || 'file', message: message || problem, remedy };
}
