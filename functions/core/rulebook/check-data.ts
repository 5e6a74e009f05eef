import type * as z from 'zod';
import type { DataProblem } from './problem.ts';
import { referenceProblems } from './references.ts';
import { type RulebookData, rulebookDataSchema } from './schema.ts';

export type CheckedData =
  | { readonly kind: 'right'; readonly data: RulebookData }
  | { readonly kind: 'wrong'; readonly problems: readonly DataProblem[] };

/** Whether a whole rulebook keeps to the schema, and every code that a rule names exists. */
export function checkRulebook(input: unknown): CheckedData {
  const parsed = rulebookDataSchema.safeParse(input);
  if (!parsed.success) return { kind: 'wrong', problems: schemaProblems(parsed.error) };
  const problems = referenceProblems(parsed.data);
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'right', data: parsed.data };
}

/** What a schema found wrong, as problems with a place and a remedy. */
export function schemaProblems(error: z.ZodError): DataProblem[] {
  return error.issues.map((issue) => {
    const field = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return {
      path: field === undefined ? issue.path : [...issue.path, field],
      where: issue.path.join('/') || 'file',
      message: issue.message,
      remedy: remedyFor(issue),
    };
  });
}

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'remove the field or correct its name';
  const field = issue.path.at(-1);
  if (field === 'source') return 'name the contract, manual or rule and the page that says so';
  // Zod leaves the input out of its issues; only the message tells a missing field from one of another type.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'add the field';
  return 'correct the value';
}
