import * as z from 'zod';
import { denialParams } from './operation.ts';

/** A document is named by the SHA-256 of its bytes. */
export const documentSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('Of the bytes');

export const documentParams = denialParams.extend({ sha256: documentSha256 });
