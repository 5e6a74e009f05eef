import type { RemittanceId } from '../core/ids.ts';
import type { Standing } from '../ports/part-store.ts';
import type { LedgerRemittance, RemittanceStore } from '../ports/remittance-store.ts';
import { Notices } from './inspect-file.ts';

/** The remittances of a file as the ledger has them now: its own, those in conflict, and what to flag. */
export async function standingOf(
  fileSha256: string,
  ids: readonly RemittanceId[],
  { remittances }: { readonly remittances: RemittanceStore },
): Promise<Standing> {
  const own: LedgerRemittance[] = [];
  const exceptions = new Notices();
  const warnings = new Notices();
  let conflicts = 0;
  for (const remittance of await Promise.all(ids.map((id) => remittances.readRemittance(id)))) {
    // A repeat of another file's remittance counts there.
    if (remittance === null || remittance.fileSha256 !== fileSha256) continue;
    const { transaction, ordinal } = remittance.header;
    const at = { transaction, ordinal, segment: null, byteOffset: null };
    if (remittance.status === 'conflict') {
      conflicts += 1;
      exceptions.add({ ...at, ...CONFLICT });
      continue;
    }
    own.push(remittance);
    if (remittance.status === 'loaded' && remittance.sharesIdentityWith !== null && !remittance.released) {
      warnings.add({ ...at, ...SHARED_IDENTITY });
    }
  }
  const sum = (of: (remittance: LedgerRemittance) => number) => own.reduce((total, r) => total + of(r), 0);
  return {
    remittances: own.length,
    claims: sum((r) => r.storedClaims),
    denials: sum((r) => r.denials),
    deniedCents: sum((r) => r.deniedCents),
    conflicts,
    exceptions: exceptions.kept(),
    warnings: warnings.kept(),
  };
}

/** What several lists of remittances come to together. */
export function sumOf(standings: readonly Standing[]): Standing {
  const sum = (of: (standing: Standing) => number) => standings.reduce((total, s) => total + of(s), 0);
  const first = (of: (standing: Standing) => Standing['exceptions']) => {
    const notices = new Notices();
    for (const notice of standings.flatMap(of)) notices.add(notice);
    return notices.kept();
  };
  return {
    remittances: sum((s) => s.remittances),
    claims: sum((s) => s.claims),
    denials: sum((s) => s.denials),
    deniedCents: sum((s) => s.deniedCents),
    conflicts: sum((s) => s.conflicts),
    exceptions: first((s) => s.exceptions),
    warnings: first((s) => s.warnings),
  };
}

const CONFLICT = {
  code: 'identity_conflict',
  message:
    'Another remittance with the same payer, payee, trace number, date and amount was loaded before, with other content. This one is held until a person has compared the two.',
};
const SHARED_IDENTITY = {
  code: 'shared_identity',
  message:
    'Another remittance without payment carries the same payer, payee, trace number and date. Both are loaded.',
};
