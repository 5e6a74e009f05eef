import { type Action, mayAct } from '../core/access/may-act.ts';
import type { Denial, DenialEvent } from '../core/denial/denial.ts';
import { type Family, relate } from '../core/family/relate.ts';
import {
  type RelatedFact,
  recoveredClaimFacts,
  relatedFactsOf,
  type SentClaimFacts,
} from '../core/family/related-facts.ts';
import { type DenialId, isTakeBackId } from '../core/ids.ts';
import type { ClaimStore } from '../ports/claim-store.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { type ClaimOnFile, certainClaim, claimOnFile } from './claim-on-file.ts';
import { type AccessPorts, type Forbidden, refusalOfAccess } from './guard-access.ts';
import { readFamily, readFamilyOfReference } from './read-family.ts';

export type ReadResult<T> =
  | { readonly kind: 'read'; readonly value: T }
  | Forbidden
  | { readonly kind: 'unknown' }
  /** The record is there, this part of it not yet; the sentence says why. */
  | { readonly kind: 'not_yet'; readonly sentence: string };

export interface ReadPorts extends AccessPorts {
  readonly denials: DenialStore;
}

/** Reads something of one denial: may this user, and the read itself is kept in the access log. */
export async function readGuarded<T>(
  ports: ReadPorts,
  user: UserRecord,
  action: Action,
  denialId: DenialId,
  load: (denial: Denial) => Promise<ReadResult<T>>,
): Promise<ReadResult<T>> {
  const denial = await ports.denials.read(denialId);
  if (denial === null) return { kind: 'unknown' };
  const refusal = await refusalOfAccess(ports, user, { action, record: denial, subject: denialId });
  return refusal ?? load(denial);
}

export interface DenialWithClaim {
  readonly denial: Denial;
  /** What the payer decided; null of a PLB pair. */
  readonly payment: StoredClaimPayment | null;
  readonly onFile: ClaimOnFile;
  /** Everything that the payer ever decided of this claim, by day. */
  readonly family: Family<StoredClaimPayment>;
  /** The denials and follow-ups of the family, the one that is read among them. */
  readonly records: readonly Denial[];
  readonly facts: readonly RelatedFact[];
  /** Birth date, diagnoses and services are for those who may read letters; the others see that the claim is there. */
  readonly maySeeClinical: boolean;
}

/** One denial, with the claim as sent where it is on file, and all that was ever decided of it. */
export function readDenial(
  ports: ReadPorts & { readonly remittances: RemittanceStore; readonly claims: ClaimStore },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<DenialWithClaim>> {
  return readGuarded(ports, user, 'read', denialId, async (denial): Promise<ReadResult<DenialWithClaim>> => {
    const maySeeClinical = mayAct(user, 'read_letter', denial).allowed;
    const { practiceId, claimId, remittanceId, clpOrdinal } = denial;
    // A PLB pair is of the payment; its reference may name a claim.
    const payment = isTakeBackId(denial.denialId)
      ? null
      : await ports.remittances.readClaimPayment(practiceId, claimId, remittanceId, clpOrdinal);
    if (payment === null) {
      const named = denial.payerClaimControlNumber;
      const family = relate(await readFamilyOfReference(ports, practiceId, named));
      const facts = recoveredClaimFacts(denial, family);
      const records = [denial, ...(await recordsOf(ports, family, denial))];
      return {
        kind: 'read',
        value: { denial, payment, onFile: NOT_ON_FILE, family, records, facts, maySeeClinical },
      };
    }
    const [onFile, payments] = await Promise.all([claimOnFile(ports, payment), readFamily(ports, payment)]);
    const family = relate(payments);
    const facts = relatedFactsOf(denial, payment, family, sentFactsOf(onFile));
    const records = [denial, ...(await recordsOf(ports, family, denial))];
    return { kind: 'read', value: { denial, payment, onFile, family, records, facts, maySeeClinical } };
  });
}

async function recordsOf(
  { denials }: ReadPorts,
  { members }: Family<StoredClaimPayment>,
  read: Denial,
): Promise<readonly Denial[]> {
  const others = members.filter(({ id }) => id !== read.denialId);
  const found = await Promise.all(others.map(({ id }) => denials.read(id)));
  return found.filter((record) => record !== null);
}

const NOT_ON_FILE: ClaimOnFile = { kind: 'not_on_file' };

function sentFactsOf(onFile: ClaimOnFile): SentClaimFacts | null {
  const claim = certainClaim(onFile);
  return claim === null || onFile.kind === 'not_on_file' ? null : { ...onFile, claim };
}

export interface Timeline {
  readonly denial: Denial;
  readonly events: readonly DenialEvent[];
  /** Names of those who acted, by user id. */
  readonly people: Readonly<Record<string, string>>;
}

/** Every event of a denial, oldest first, and who its people are. */
export function readTimeline(
  ports: ReadPorts & { readonly settings: Settings },
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<Timeline>> {
  return readGuarded(ports, user, 'read', denialId, async (denial) => {
    const events = await ports.denials.events(denialId);
    const ids = events.flatMap(({ actor }) => (actor.kind === 'user' ? [actor.userId] : []));
    return { kind: 'read', value: { denial, events, people: await namesOf(ports, ids) } };
  });
}

/** Names of users by id; of whom nobody knows any more there is none. */
export async function namesOf(
  { settings }: { readonly settings: Settings },
  userIds: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const records = await Promise.all([...new Set(userIds)].map((id) => settings.user(id)));
  return Object.fromEntries(
    records.flatMap((record) => (record === null ? [] : [[record.userId, record.name] as const])),
  );
}
