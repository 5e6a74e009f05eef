import { enclosuresOf } from '../core/appeal/enclosures.ts';
import { type AppealFacts, factsSha256 } from '../core/appeal/facts.ts';
import {
  changesSince,
  type LetterBasis,
  type LetterStanding,
  letterBasisSchema,
} from '../core/appeal/what-changed.ts';
import { canonicalJson } from '../core/audit/event.ts';
import { deliveryChannelOf } from '../core/delivery/setting.ts';
import type { Candidate, Denial, Draft } from '../core/denial/denial.ts';
import { isPayersForm, PAYERS_FORM } from '../core/documents/payers-form.ts';
import { adjudicationIdOf } from '../core/family/adjudication.ts';
import { episodesOf, isClaimNumber } from '../core/family/same-claim.ts';
import { registeredPayerOf } from '../core/payer/registry.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RemittanceStore, StoredClaimPayment } from '../ports/remittance-store.ts';
import { appealGateOf } from './appeal-gate-of.ts';
import { sha256Of } from './hash-of.ts';
import { currentFacts, type LetterPorts } from './make-letter.ts';

type StandingPorts = Pick<LetterPorts, 'remittances' | 'claims' | 'settings' | 'words' | 'letters'>;
type ChangePorts = StandingPorts &
  Pick<LetterPorts, 'objects' | 'clock'> & { readonly denials: Pick<DenialStore, 'draft'> };

/** What a letter of this draft would be made from now; `templateSha256` is null where its template is gone. */
export async function standingOf(
  ports: StandingPorts,
  denial: Denial,
  draft: Draft,
): Promise<{
  readonly facts: AppealFacts;
  readonly payment: StoredClaimPayment;
  readonly standing: LetterStanding | null;
}> {
  const { facts, payment } = await currentFacts(ports, denial);
  const template = ports.letters.template(draft.templateId);
  if (template === null) return { facts, payment, standing: null };
  return {
    facts,
    payment,
    standing: standingFrom(facts, template, draft, denial, await decisionsOf(ports, payment)),
  };
}

export function standingFrom(
  facts: AppealFacts,
  { templateId, sha256 }: { readonly templateId: string; readonly sha256: string },
  draft: Pick<Draft, 'enclosures'>,
  { documents }: Pick<Denial, 'documents'>,
  adjudications: readonly string[],
): LetterStanding {
  const enclosures = enclosuresOf(draft, documents);
  return {
    facts: { ...facts },
    templateId,
    templateSha256: sha256,
    enclosures: [
      ...documents.filter(isPayersForm).map(({ sha256 }) => ({ sha256, name: PAYERS_FORM })),
      ...enclosures.map(({ name, document }) => ({ sha256: document.sha256, name })),
    ],
    adjudications: [...adjudications],
  };
}

/** The payer's decisions on file about the claim of a payment, sorted. */
export async function decisionsOf(
  { remittances }: { readonly remittances: Pick<RemittanceStore, 'claimPaymentsOf'> },
  payment: StoredClaimPayment,
): Promise<readonly string[]> {
  const own = adjudicationIdOf(payment);
  const { claimId } = payment.claim;
  const found = isClaimNumber(claimId) ? await remittances.claimPaymentsOf(payment.payeeId, claimId) : [];
  const episode = episodesOf(found).find((each) => each.some((other) => adjudicationIdOf(other) === own));
  return [...new Set([own, ...(episode ?? []).map(adjudicationIdOf)])].toSorted();
}

/** Stores what a letter was made from, beside it. It holds what the letter holds, and goes nowhere else. */
export async function keepBasis(
  objects: ObjectStore,
  { denialId, level, number }: Pick<Draft, 'denialId' | 'level' | 'number'>,
  basis: LetterBasis,
): Promise<NonNullable<Draft['basis']>> {
  const body = new TextEncoder().encode(canonicalJson(basis));
  const { key, versionId } = await objects.put({
    bucket: 'packets',
    key: `${denialId}/L${level}/draft-${number}.json`,
    body,
    contentType: 'application/json',
  });
  return { objectKey: key, objectVersionId: versionId, sha256: sha256Of(body) };
}

/** What the letter of a draft was made from; null in drafts of before it was kept, or where it is not what was stored. */
export async function readBasis(objects: ObjectStore, { basis }: Draft): Promise<LetterBasis | null> {
  if (basis === null) return null;
  const { objectKey: key, objectVersionId: versionId } = basis;
  const bytes = await objects.read({ bucket: 'packets', key, versionId });
  if (sha256Of(bytes) !== basis.sha256) return null;
  return letterBasisSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/**
 * What is another now than when the candidate of a denial was made, in words; none where all still stands. An appeal
 * whose gate has closed since (its proof was taken away, the claim it repeats was found) is another as long as it is closed.
 *
 * @throws where the denial has no candidate: whoever asks has looked.
 */
export async function changesOf(ports: ChangePorts, denial: Denial): Promise<readonly string[]> {
  const { candidate, denialId, level } = denial;
  if (candidate === null) throw new TypeError('There is no candidate.');
  const draft = await ports.denials.draft(denialId, level, candidate.draftNumber);
  if (draft === null) return ['the draft of the letter'];
  const [basis, { facts, payment, standing }, otherWay] = await Promise.all([
    readBasis(ports.objects, draft),
    standingOf(ports, denial, draft),
    otherChannel(ports, denial, candidate),
  ]);
  if (standing === null) return ['the template of the letter, which is gone'];
  const closed = await closedSince(ports, denial, payment, draft);
  const sameFacts = factsSha256(facts) === candidate.factsSha256;
  if (basis === null) {
    const sameTemplate = standing.templateSha256 === candidate.templateSha256;
    return [
      ...closed,
      ...otherWay,
      ...(sameFacts ? [] : ['a fact of the letter']),
      ...(sameTemplate ? [] : ['the template of the letter, or the law that it cites']),
    ];
  }
  const changes = [...closed, ...changesSince(basis, standing), ...otherWay];
  return changes.length === 0 && !sameFacts ? ['a fact of the letter'] : changes;
}

/** Why there is nothing to appeal any more; a notice asks for no gate. */
async function closedSince(
  ports: ChangePorts,
  denial: Denial,
  payment: StoredClaimPayment,
  { templateId }: Draft,
): Promise<readonly string[]> {
  if (ports.letters.template(templateId)?.kind !== 'appeal') return [];
  const gate = await appealGateOf(ports, denial, payment);
  return gate.open ? [] : [`whether it can be appealed (${gate.sentence})`];
}

/** Its packet was made for the limits, and in the parts, of another channel than the payer's packets take now. */
async function otherChannel(
  { settings }: StandingPorts,
  { payerId: id, payerName: name }: Denial,
  { channel }: Candidate,
): Promise<readonly string[]> {
  if (channel === null) return [];
  const { payers } = await settings.organisation();
  return deliveryChannelOf(registeredPayerOf({ id, name }, payers)) === channel
    ? []
    : ['the channel for this payer'];
}
