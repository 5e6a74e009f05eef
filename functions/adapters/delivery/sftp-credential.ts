import * as z from 'zod';
import type { ObjectStore } from '../../ports/object-store.ts';

/** What opens a server: a private key (with its passphrase, if it has one), a password, or both. */
const sftpCredentialSchema = z
  .strictObject({
    privateKey: z.string().min(1).optional(),
    passphrase: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
  })
  .refine(({ privateKey, password }) => privateKey !== undefined || password !== undefined);
export type SftpCredential = z.infer<typeof sftpCredentialSchema>;

/**
 * The secret that the deployment keeps under a name (ADR-0032): an object that only the delivering function may read,
 * read anew at each delivery, so that a changed one holds at once. Null where there is none, or none of this form.
 */
export async function readSftpCredential(objects: ObjectStore, name: string): Promise<SftpCredential | null> {
  const found = await objects.find('credentials', `sftp/${name}.json`);
  if (found === null) return null;
  return parsed(new TextDecoder().decode(await objects.read(found)));
}

function parsed(text: string): SftpCredential | null {
  try {
    return sftpCredentialSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
