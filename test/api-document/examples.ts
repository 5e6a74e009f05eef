import * as z from 'zod';

const schemaSchema = z.object({
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
});

const ZEROS = '0'.repeat(32);
/** Ids that nobody has, and a cursor. */
const NOBODY = [
  'none',
  ZEROS,
  `${ZEROS}-0001`,
  ZEROS + ZEROS,
  'route.none',
  '1@2026-11-10T12:00:00.000Z',
  '999',
  'none.pdf',
  'own-none',
  'template',
];

/**
 * A value of a parameter that is of the form its schema asks for, and known to nobody.
 *
 * @throws where none of these fits: it needs one more here
 */
export function exampleOf(parameter: { readonly name?: unknown; readonly schema?: unknown }): string {
  const {
    enum: values,
    format,
    pattern,
    minLength = 0,
    maxLength = 1000,
  } = schemaSchema.parse(parameter.schema);
  if (values?.[0] !== undefined) return values[0];
  if (format === 'date') return '2026-11-10';
  const form = new RegExp(pattern ?? '', 'u');
  const example = NOBODY.find(
    (value) => form.test(value) && value.length >= minLength && value.length <= maxLength,
  );
  if (example === undefined) throw new Error(`The parameter ${parameter.name} needs an example.`);
  return example;
}
