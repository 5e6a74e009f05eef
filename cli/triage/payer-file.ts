import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type PayerEntry, payerFileSchema } from '../../functions/core/payer/profile.ts';

export type PayerFile =
  | { readonly kind: 'read'; readonly payers: readonly PayerEntry[] }
  | { readonly kind: 'refused'; readonly message: string };

/** The payers of `--payers FILE`; a refusal names the entry, the field and what is allowed there. */
export async function readPayerFile(name: string, cwd: string): Promise<PayerFile> {
  const text = await readFile(path.resolve(cwd, name), 'utf8').catch(() => null);
  if (text === null) return { kind: 'refused', message: `The payer file ${name} cannot be read.` };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'not JSON';
    return { kind: 'refused', message: `The payer file ${name} is not JSON: ${why}.` };
  }
  const parsed = payerFileSchema.safeParse(data);
  if (parsed.success) return { kind: 'read', payers: parsed.data };
  return { kind: 'refused', message: `The payer file ${name} is refused:\n${z.prettifyError(parsed.error)}` };
}
