import Handlebars from 'handlebars';
import { LETTER_HELPERS } from './letter-helpers.ts';

/** A template did what the checker refuses, or its data was not checked: a bug, never an input. */
export class TemplateFaultError extends Error {
  override readonly name = 'TemplateFaultError';
  readonly code = 'DEN-2004';
}

interface Place {
  /** From the outermost to the one that `../` leaves. */
  readonly contexts: readonly unknown[];
  /** `@index`, `@first` and `@last` of the list that is walked. */
  readonly data: ReadonlyMap<string, unknown>;
}

/**
 * A template that can be rendered again and again. Handlebars reads it and does no more: the tree is walked, no code is
 * made of it. Renders what Handlebars would with `strict` and `preventIndent`.
 *
 * @param source a template that `checkTemplate` found right, as are the partials that it includes
 * @throws {TemplateFaultError} where a field is not there or something is used that the checker refuses
 * @example
 * interpretTemplate('<p>{{name}}</p>', new Map())({ name: 'A & B' }) // '<p>A &amp; B</p>'
 */
export function interpretTemplate(
  source: string,
  partials: ReadonlyMap<string, string>,
): (context: object) => string {
  const programs = new Map<string, hbs.AST.Program>();
  const main = Handlebars.parse(source);

  function partialOf(name: string): hbs.AST.Program {
    const known = programs.get(name);
    if (known !== undefined) return known;
    const text = partials.get(name);
    if (text === undefined) throw new TemplateFaultError('A partial is not there.');
    const program = Handlebars.parse(text);
    programs.set(name, program);
    return program;
  }

  function program(of: hbs.AST.Program | undefined, place: Place): string {
    return of === undefined ? '' : of.body.map((statement) => text(statement, place)).join('');
  }

  function text(statement: hbs.AST.Statement, place: Place): string {
    switch (statement.type) {
      case 'ContentStatement':
        return (statement as hbs.AST.ContentStatement).value;
      case 'CommentStatement':
        return '';
      case 'MustacheStatement':
        return value(statement as hbs.AST.MustacheStatement, place);
      case 'BlockStatement':
        return block(statement as hbs.AST.BlockStatement, place);
      case 'PartialStatement': {
        const { name, indent } = statement as hbs.AST.PartialStatement & { readonly indent?: string };
        // Indenting every line would indent the biller's lines and the payer's address with it.
        return `${indent ?? ''}${program(partialOf((name as hbs.AST.PathExpression).original), place)}`;
      }
      default:
        throw new TemplateFaultError(`${statement.type} has no meaning here.`);
    }
  }

  function value({ path, params, escaped }: hbs.AST.MustacheStatement, place: Place): string {
    if (!escaped) throw new TemplateFaultError('A value is to be printed unescaped.');
    const name = (path as hbs.AST.PathExpression).original;
    const helper = Object.hasOwn(LETTER_HELPERS, name) ? LETTER_HELPERS[name] : undefined;
    const found =
      helper === undefined ? lookUp(path, place) : helper(...params.map((param) => lookUp(param, place)));
    return Handlebars.escapeExpression(found);
  }

  function block({ path, params, program: inside, inverse }: hbs.AST.BlockStatement, place: Place): string {
    const found = lookUp(params[0], place);
    switch ((path as hbs.AST.PathExpression).original) {
      case 'if':
        return program(isEmpty(found) ? inverse : inside, place);
      case 'unless':
        return program(isEmpty(found) ? inside : inverse, place);
      case 'each':
        if (!Array.isArray(found)) throw new TemplateFaultError('each walks lists.');
        if (found.length === 0) return program(inverse, place);
        return found
          .map((element, index) => {
            const data = new Map<string, unknown>([
              ['index', index],
              ['first', index === 0],
              ['last', index === found.length - 1],
            ]);
            return program(inside, { contexts: [...place.contexts, element], data });
          })
          .join('');
      default:
        throw new TemplateFaultError('Only if, unless and each are blocks.');
    }
  }

  return (context) => program(main, { contexts: [context], data: new Map() });
}

function lookUp(expression: hbs.AST.Node | undefined, { contexts, data }: Place): unknown {
  if (expression?.type === 'StringLiteral') return (expression as hbs.AST.StringLiteral).value;
  if (expression?.type !== 'PathExpression') throw new TemplateFaultError('Only a field may stand here.');
  const path = expression as hbs.AST.PathExpression;
  if (path.data) return data.get(path.parts.join('.'));
  let found = contexts[contexts.length - 1 - path.depth];
  for (const part of path.parts) {
    if (typeof found !== 'object' || found === null || Array.isArray(found) || !Object.hasOwn(found, part))
      throw new TemplateFaultError('A field is not there.');
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found;
}

/** As Handlebars' own `if` sees it: nothing, no, none, "" and 0. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : !value;
}
