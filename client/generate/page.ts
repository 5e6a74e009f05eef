import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

interface Described {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string } & Described>>;
}
/** The parts of an OpenAPI document that the page shows. */
interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Described>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

const render = Handlebars.compile(readFileSync(join(import.meta.dirname, 'page.hbs'), 'utf8'), {
  strict: true,
});

/** The OpenAPI document as one page that needs no script, no server and no other file. */
export function pageOf(openApi: object): string {
  const document = openApi as Document;
  const { info, tags, components } = document;
  const operations = operationsOf(document);
  return render({
    info: { ...info, description: html(marked(info.description)) },
    tags: tags.map(({ name }) => ({ name, operations: operations.filter(({ tag }) => tag === name) })),
    schemas: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      html: html(typeOf(schema)),
    })),
  });
}

function operationsOf({ paths, components }: Document) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { operationId: id, summary, tags, parameters, requestBody, responses } = operation;
      const body = requestBody?.content['application/json']?.schema;
      return {
        id,
        tag: tags[0],
        method: method.toUpperCase(),
        path,
        summary: html(marked(summary)),
        parameters: parameters
          .map((parameter) => resolved(parameter, components.parameters))
          .map(({ name, in: place, required, description = '', schema }) => {
            return {
              name,
              place,
              required,
              description: html(marked(description)),
              html: html(typeOf(schema)),
            };
          }),
        body: body === undefined ? null : html(typeOf(body)),
        answers: Object.entries(responses)
          .filter(([status]) => status < '400')
          .map(([status, { content }]) => ({
            status,
            html: html(typeOf(content['application/json']?.schema ?? {})),
          })),
        problems: Object.entries(responses)
          .filter(([status]) => status >= '400')
          .map(([status, response]) => {
            const { description } = resolved(response, components.responses);
            return { status, cases: description.split('\n\n').map((text) => html(marked(text))) };
          }),
      };
    }),
  );
}

function resolved<Part extends { readonly $ref?: string }>(
  part: Part,
  named: Readonly<Record<string, Omit<Part, '$ref'>>>,
): Omit<Part, '$ref'> {
  if (part.$ref === undefined) return part;
  const found = named[part.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`${part.$ref} leads nowhere.`);
  return found;
}

/** Text that is escaped already. */
function html(text: string): Handlebars.SafeString {
  return new Handlebars.SafeString(text);
}

/** What a value must be: its type in a line, and below it the fields of an object. */
function typeOf(schema: Schema): string {
  const { $ref, type, items, anyOf, oneOf, properties, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = escaped($ref.split('/').at(-1) ?? '');
    return `<a href="#${name}">${name}</a>`;
  }
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return choices.map(typeOf).join(' <i>or</i> ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(' <i>or</i> ');
  if (type === 'array') {
    const of = schema.prefixItems?.map(typeOf).join(', ') ?? typeOf(items ?? {});
    return `list of ${of}${limits(schema)}`;
  }
  if (properties !== undefined) return fields(schema);
  if (type === 'object') {
    return `object of any names${typeof additionalProperties === 'object' ? `, each ${typeOf(additionalProperties)}` : ''}`;
  }
  if (type === undefined) return 'anything';
  return `${escaped(schema.format ?? type)}${limits(schema)}`;
}

function fields({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, of]) => {
    const optional = required.includes(name) ? '' : ' <i>may be left out</i>';
    const says = of.description === undefined ? '' : ` <span>${marked(of.description)}</span>`;
    return `<li><b>${escaped(name)}</b> ${typeOf(of)}${optional}${says}</li>`;
  });
  return rows.length === 0 ? 'an empty object' : `<ul>${rows.join('\n')}</ul>`;
}

function limits(schema: Schema): string {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, exclusiveMinimum, pattern } = schema;
  const from =
    minLength ?? minItems ?? minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  const to = maxLength ?? maxItems ?? maximum;
  const range =
    from === undefined
      ? to === undefined
        ? ''
        : ` up to ${to}`
      : to === undefined
        ? ` from ${from}`
        : ` ${from} to ${to}`;
  return `${range}${pattern === undefined ? '' : ` ${code(pattern)}`}`;
}

function code(value: unknown): string {
  return `<code>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;
}

/** Text with `code` in it. */
function marked(text: string): string {
  return escaped(text).replace(/&#x60;(.*?)&#x60;/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return Handlebars.escapeExpression(text);
}
