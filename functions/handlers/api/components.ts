import * as z from 'zod';

/** Answers that several operations give, by the name that documents and the client know them by. */
export const components = z.registry<{ readonly id: string }>();

/**
 * Gives a schema its name in the OpenAPI document.
 *
 * @example
 * export const denialAnswer = named('Denial', z.strictObject({ … }));
 */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  components.add(schema, { id });
  return schema;
}
