import Handlebars from 'handlebars';
import * as z from 'zod';
import { parseLetter } from '../../core/letter/parse-letter.ts';
import { LetterMarkupError } from '../../core/letter/read-markup.ts';
import { renderingsOf } from './template-renderings.ts';

export interface TemplateCheck {
  /** Merge fields printed or tested, sorted, each once. */
  readonly fields: readonly string[];
  /** Empty when the template may be used. */
  readonly problems: readonly string[];
}

interface Scope {
  readonly schema: z.ZodType;
  readonly path: string;
}

interface Walk {
  readonly scopes: readonly Scope[];
  /** Paths known not to be null here, by an enclosing #if. */
  readonly present: ReadonlySet<string>;
  /** Partials being walked, to see a cycle. */
  readonly within: readonly string[];
}

const HELPER_ARITY: ReadonlyMap<string, number> = new Map([
  ['money', 1],
  ['date', 1],
  ['field', 2],
  ['ask', 1],
]);

const DEEPEST_LISTS = 2;

/** What `#if` and `#unless` may ask of the place in a list. */
const OF_A_LIST = ['@first', '@last', '@index'];

/**
 * Reads a template without running it and says what it may not do: print an unknown field, print a field that can be
 * null without `field` or an enclosing `#if`, print cents or a date bare, switch escaping off, or use anything of
 * Handlebars beside values, `if`, `unless`, `each`, static partials and the four helpers. What it renders, whichever way
 * each of its conditions falls, must be of the dialect of letters.
 */
export function checkTemplate(
  source: string,
  context: z.ZodType,
  partials: ReadonlyMap<string, string>,
): TemplateCheck {
  const fields = new Set<string>();
  const problems: string[] = [];

  function walkSource(text: string, walk: Walk): void {
    let program: hbs.AST.Program;
    try {
      program = Handlebars.parse(text);
    } catch (error) {
      problems.push(`does not parse: ${error instanceof Error ? error.message : 'unknown error'}`);
      return;
    }
    walkProgram(program, walk);
  }

  function walkProgram(program: hbs.AST.Program | undefined, walk: Walk): void {
    if (program === undefined) return;
    if (program.blockParams !== undefined && program.blockParams.length > 0)
      problems.push('block parameters');
    for (const statement of program.body) walkStatement(statement, walk);
  }

  function walkStatement(statement: hbs.AST.Statement, walk: Walk): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement':
        walkMustache(statement as hbs.AST.MustacheStatement, walk);
        return;
      case 'BlockStatement':
        walkBlock(statement as hbs.AST.BlockStatement, walk);
        return;
      case 'PartialStatement':
        walkPartial(statement as hbs.AST.PartialStatement, walk);
        return;
      default:
        problems.push(`${statement.type} is not allowed`);
    }
  }

  function walkMustache({ path, params, hash, escaped }: hbs.AST.MustacheStatement, walk: Walk): void {
    const name = nameOf(path);
    if (!escaped) problems.push(`{{{${name}}}}: unescaped`);
    if (hash !== undefined && hash !== null && hash.pairs.length > 0)
      problems.push(`${name}: named arguments`);
    const arity = HELPER_ARITY.get(name);
    if (arity !== undefined) {
      walkHelper(name, arity, params, walk);
      return;
    }
    if (params.length > 0) {
      problems.push(`${name}: unknown helper`);
      return;
    }
    const found = resolve(path, walk);
    if (found === null) return;
    if (found.nullable) problems.push(`${name}: can be null and is printed bare`);
    else if (isDate(found.schema)) problems.push(`${name}: a date printed without the date helper`);
    else if (!isScalar(found.schema)) problems.push(`${name}: not a single value`);
    else if (name.endsWith('Cents')) problems.push(`${name}: cents printed without the money helper`);
  }

  function walkHelper(name: string, arity: number, params: hbs.AST.Expression[], walk: Walk): void {
    if (params.length !== arity) {
      problems.push(`${name}: takes ${arity} argument(s)`);
      return;
    }
    const label = name === 'ask' ? params[0] : name === 'field' ? params[1] : undefined;
    if (label !== undefined && label.type !== 'StringLiteral')
      problems.push(`${name}: the label must be a literal`);
    const [value] = params;
    if (name === 'ask' || value === undefined) return;
    const found = resolve(value, walk);
    if (found === null) return;
    if (found.nullable && name !== 'field') problems.push(`${name} ${nameOf(value)}: can be null`);
    if (name === 'money' && !(found.schema instanceof z.ZodNumber))
      problems.push(`money ${nameOf(value)}: no number`);
    if (name === 'date' && !isDate(found.schema)) problems.push(`date ${nameOf(value)}: no date`);
    if (name === 'field' && !isScalar(found.schema))
      problems.push(`field ${nameOf(value)}: not a single value`);
    if (name === 'field' && isDate(found.schema) && walk.present.has(found.path)) {
      problems.push(`field ${nameOf(value)}: a date printed without the date helper`);
    }
  }

  function walkBlock({ path, params, hash, program, inverse }: hbs.AST.BlockStatement, walk: Walk): void {
    const name = nameOf(path);
    const [argument] = params;
    if (!['if', 'unless', 'each'].includes(name) || argument === undefined || params.length !== 1) {
      problems.push(`#${name}: only if, unless and each with one argument`);
      return;
    }
    if (hash !== undefined && hash !== null && hash.pairs.length > 0)
      problems.push(`#${name}: named arguments`);
    if (isData(argument)) {
      if (name === 'each') problems.push('#each over a data variable');
      if (!OF_A_LIST.includes(nameOf(argument))) problems.push(`${nameOf(argument)}: not known of a list`);
      walkProgram(program, walk);
      walkProgram(inverse, walk);
      return;
    }
    const found = resolve(argument, walk);
    if (found === null) return;
    const present: Walk = { ...walk, present: new Set([...walk.present, found.path]) };
    if (name === 'each') {
      if (found.nullable || !(found.schema instanceof z.ZodArray)) {
        problems.push(`#each ${nameOf(argument)}: not a list, or one that can be null`);
        return;
      }
      // A tenant's template may not make a letter that never ends: the facts have no deeper lists.
      if (walk.scopes.length > DEEPEST_LISTS)
        problems.push(`#each ${nameOf(argument)}: within too many lists`);
      const within = walk.scopes.at(-1)?.path ?? '';
      if (within.endsWith('[]') && !found.path.startsWith(within))
        problems.push(`#each ${nameOf(argument)}: within another list, whose length it would multiply`);
      const element: Scope = { schema: found.schema.element as z.ZodType, path: `${found.path}[]` };
      walkProgram(program, { ...walk, scopes: [...walk.scopes, element] });
      walkProgram(inverse, walk);
      return;
    }
    walkProgram(program, name === 'if' ? present : walk);
    walkProgram(inverse, name === 'if' ? walk : present);
  }

  function walkPartial({ name, params, hash }: hbs.AST.PartialStatement, walk: Walk): void {
    const partialName = name.type === 'PathExpression' ? nameOf(name) : null;
    const source = partialName === null ? undefined : partials.get(partialName);
    if (partialName === null || source === undefined)
      problems.push(`partial ${nameOf(name)}: dynamic or unknown`);
    else if (params.length > 0 || (hash?.pairs.length ?? 0) > 0)
      problems.push(`partial ${partialName}: arguments`);
    else if (walk.within.includes(partialName)) problems.push(`partial ${partialName}: includes itself`);
    else walkSource(source, { ...walk, within: [...walk.within, partialName] });
  }

  function resolve(
    expression: hbs.AST.Node,
    walk: Walk,
  ): { readonly schema: z.ZodType; readonly nullable: boolean; readonly path: string } | null {
    if (expression.type !== 'PathExpression') {
      problems.push(`${expression.type}: only a field may stand here`);
      return null;
    }
    const { parts, depth, original } = expression as hbs.AST.PathExpression;
    const scope = walk.scopes[walk.scopes.length - 1 - depth];
    const asWritten = `${'../'.repeat(depth)}${parts.join('.')}`;
    if (isData(expression) || scope === undefined || parts.length === 0 || original !== asWritten) {
      problems.push(`${original}: not a field of this place`);
      return null;
    }
    let { schema, path } = scope;
    let nullable = false;
    for (const part of parts) {
      if (nullable) problems.push(`${original}: a part of it can be null`);
      const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
      const next = Object.hasOwn(shape, part) ? shape[part] : undefined;
      if (next === undefined) {
        problems.push(`${original}: unknown field`);
        return null;
      }
      path = path === '' ? part : `${path}.${part}`;
      nullable = next instanceof z.ZodNullable && !walk.present.has(path);
      schema = next instanceof z.ZodNullable ? (next.unwrap() as z.ZodType) : next;
    }
    fields.add(path);
    return { schema, nullable, path };
  }

  walkSource(source, { scopes: [{ schema: context, path: '' }], present: new Set(), within: [] });
  // One that breaks a rule of Handlebars' use may not even be rendered.
  if (problems.length === 0) problems.push(...markupProblems(source, partials));
  return { fields: [...fields].sort(), problems };
}

function markupProblems(source: string, partials: ReadonlyMap<string, string>): readonly string[] {
  const found = renderingsOf(source, partials).flatMap((rendering) => {
    try {
      parseLetter(rendering);
      return [];
    } catch (error) {
      if (error instanceof LetterMarkupError) return [`not a letter: ${error.message}`];
      throw error;
    }
  });
  return [...new Set(found)];
}

function isData(expression: hbs.AST.Node): boolean {
  return expression.type === 'PathExpression' && (expression as hbs.AST.PathExpression).data;
}

function nameOf(expression: hbs.AST.Node): string {
  return expression.type === 'PathExpression'
    ? (expression as hbs.AST.PathExpression).original
    : expression.type;
}

function isDate(schema: z.ZodType): boolean {
  return schema instanceof z.ZodISODate;
}

function isScalar(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodNumber || isDate(schema);
}
