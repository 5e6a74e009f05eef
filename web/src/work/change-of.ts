import { ifMatch } from '../../../client/client.ts';

/** Which record a change is sent for, as it was read; the same key never acts twice. */
export function changeOf(denialId: string, version: number, key: string) {
  return {
    params: { path: { denialId }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
  };
}
