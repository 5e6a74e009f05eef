import type { Denial } from '../core/denial/denial.ts';
import { type DenialId, isTakeBackId } from '../core/ids.ts';
import { fullName, maskedName, patientNameOf } from '../core/views/identity.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { refusalOfAccess } from './guard-access.ts';
import type { ReadPorts } from './read-denial.ts';

/** The name of one row's patient, or why it is not told. */
export interface Identity {
  readonly denialId: DenialId;
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** Null also where the payer named nobody: of a provider adjustment, or by an empty NM1. */
  readonly name: string | null;
  readonly masked: boolean;
  readonly sentence: string | null;
}

/**
 * Names for the rows that are on the screen, each by itself. Masked they are for everybody who may read; in full for
 * those who may read letters, and each one shown stands in the access log under its denial.
 */
export async function readIdentities(
  ports: ReadPorts & { readonly remittances: RemittanceStore },
  user: UserRecord,
  denialIds: readonly DenialId[],
  reveal: boolean,
): Promise<readonly Identity[]> {
  const distinct = [...new Set(denialIds)];
  return Promise.all(distinct.map((denialId) => readIdentity(ports, user, denialId, reveal)));
}

async function readIdentity(
  ports: ReadPorts & { readonly remittances: RemittanceStore },
  user: UserRecord,
  denialId: DenialId,
  reveal: boolean,
): Promise<Identity> {
  const denial = await ports.denials.read(denialId);
  const masked = !reveal;
  if (denial === null) return { denialId, outcome: 'unknown', name: null, masked, sentence: null };
  const right = reveal
    ? ({ action: 'read_letter', operation: 'reveal_identity' } as const)
    : ({ action: 'read', operation: 'read_identity' } as const);
  const refusal = await refusalOfAccess(ports, user, { ...right, record: denial, subject: denialId });
  if (refusal !== null) return { denialId, outcome: 'refused', name: null, masked, sentence: refusal.reason };
  const patient = await nameOf(ports, denial);
  const name = patient && (reveal ? fullName(patient) : maskedName(patient));
  return { denialId, outcome: 'done', name, masked, sentence: null };
}

async function nameOf({ remittances }: { readonly remittances: RemittanceStore }, denial: Denial) {
  if (isTakeBackId(denial.denialId)) return null;
  const { practiceId, claimId, remittanceId, clpOrdinal } = denial;
  const payment = await remittances.readClaimPayment(practiceId, claimId, remittanceId, clpOrdinal);
  return payment === null ? null : patientNameOf(payment.claim);
}
