import type { ClaimPayment } from '../remittance/remittance.ts';
import {
  type Adjudication,
  decidesNothing,
  namedNumbersOf,
  ownNumberOf,
  payerOrderOf,
  serviceDaysOf,
} from './adjudication.ts';

/** Numbers that systems send when they know none (835 TR3, CLP01): they tie nothing together. */
const NO_NUMBER = new Set(['', '0']);

/** Whether this CLP01 names a claim at all. */
export function isClaimNumber(claimId: string): boolean {
  return !NO_NUMBER.has(claimId.trim());
}

/** The payer's numbers that a claim payment goes by or names (CLP07, REF*F8), each once. */
export function payerNumbersOf({
  payerClaimControlNumber,
  references,
}: Pick<ClaimPayment, 'payerClaimControlNumber' | 'references'>): readonly string[] {
  const named = references.flatMap(({ qualifier, value }) => (qualifier === 'F8' ? [value] : []));
  return [...new Set([payerClaimControlNumber, ...named])].filter(isClaimNumber);
}

/**
 * The episodes among adjudications that share numbers: sets about one claim at one payer. Numbers are used again, for
 * another visit or another patient; what does not belong together is not put together, since a denial that is wrongly
 * taken as answered is money lost.
 */
export function episodesOf(adjudications: readonly Adjudication[]): readonly (readonly Adjudication[])[] {
  const groups: Adjudication[][] = [];
  for (const adjudication of adjudications) {
    const touching = groups.filter((group) => group.some((other) => isSameClaim(adjudication, other)));
    const merged = [...touching.flat(), adjudication];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

/** Whether two adjudications are of one claim at one payer. */
export function isSameClaim(a: Adjudication, b: Adjudication): boolean {
  if (decidesNothing(a) || decidesNothing(b) || !isSamePayer(a, b)) return false;
  if (isLinked(a, b)) return !isOtherPatient(a, b);
  if (!isClaimNumber(a.claim.claimId) || sameCase(a.claim.claimId) !== sameCase(b.claim.claimId))
    return false;
  return !isOtherPatient(a, b) && !areDaysApart(a, b) && !isOtherOrder(a, b);
}

/** One names the other by the payer's own number: CLP07 again, or the other's CLP07 in REF*F8. */
export function isLinked(a: Adjudication, b: Adjudication): boolean {
  const [ownA, ownB] = [ownNumberOf(a), ownNumberOf(b)];
  if (ownA !== null && ownA === ownB) return true;
  return namesOther(a, b) || namesOther(b, a);
}

/** REF*F8 of the one is CLP07 of the other. */
export function namesOther(one: Adjudication, other: Adjudication): boolean {
  const own = ownNumberOf(other);
  return own !== null && own !== ownNumberOf(one) && namedNumbersOf(one).includes(own);
}

/** The same number or the same name: clearinghouses change either, seldom both. */
export function isSamePayer(a: Pick<Adjudication, 'header'>, b: Pick<Adjudication, 'header'>): boolean {
  const [first, second] = [a.header.payer, b.header.payer];
  if (first.id !== '' && withoutZeros(first.id) === withoutZeros(second.id)) return true;
  return words(first.name) !== '' && words(first.name) === words(second.name);
}

/** Primary and secondary answer of one payer with two plans: two claims. */
export function isOtherOrder(a: Adjudication, b: Adjudication): boolean {
  const [first, second] = [payerOrderOf(a), payerOrderOf(b)];
  return first !== null && second !== null && first !== second;
}

function isOtherPatient(a: Adjudication, b: Adjudication): boolean {
  const [first, second] = [peopleOf(a), peopleOf(b)];
  const tell = (of: ReturnType<typeof peopleOf>) => of.ids.size + of.names.size > 0;
  if (!tell(first) || !tell(second)) return false;
  const share = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].some((value) => y.has(value));
  return !share(first.ids, second.ids) && !share(first.names, second.names);
}

/** Patient and subscriber, also as corrected by the payer (QC, IL, 74). */
function peopleOf({ claim }: Adjudication) {
  const people = claim.parties.filter(({ entity }) => entity === 'QC' || entity === 'IL' || entity === '74');
  return {
    ids: new Set(people.map(({ id }) => words(id)).filter((id) => id !== '')),
    names: new Set(
      people
        .map(({ lastOrOrganisationName, firstName }) => words(`${lastOrOrganisationName} ${firstName}`))
        .filter((name) => name !== ''),
    ),
  };
}

function areDaysApart(a: Adjudication, b: Adjudication): boolean {
  const [first, second] = [serviceDaysOf(a), serviceDaysOf(b)];
  return first !== null && second !== null && (first.to < second.from || second.to < first.from);
}

function withoutZeros(id: string): string {
  return words(id).replace(/^0+/, '');
}

function sameCase(text: string): string {
  return text.trim().toUpperCase();
}

function words(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
}
