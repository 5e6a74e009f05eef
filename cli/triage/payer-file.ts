import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type PayerEntry, payerFileSchema } from '../../functions/core/payer/profile.ts';
import { parseSourceFile, told } from '../../functions/core/rulebook/source-files.ts';

export type PayerFile =
  | { readonly kind: 'read'; readonly payers: readonly PayerEntry[] }
  | { readonly kind: 'refused'; readonly message: string };

/** The payers of `--payers FILE`; a refusal names the entry, the field and what is allowed there. */
export async function readPayerFile(name: string, cwd: string): Promise<PayerFile> {
  const text = await readFile(path.resolve(cwd, name), 'utf8').catch(() => null);
  if (text === null) return { kind: 'refused', message: `The payer file ${name} cannot be read.` };
  const source = parseSourceFile({ name, text });
  if (source.kind === 'refused') return refused(name, source.problems.map(told).join('\n'));
  const parsed = payerFileSchema.safeParse(source.data);
  return parsed.success
    ? { kind: 'read', payers: parsed.data }
    : refused(name, z.prettifyError(parsed.error));
}

function refused(name: string, problems: string): PayerFile {
  return { kind: 'refused', message: `The payer file ${name} is refused:\n${problems}` };
}
