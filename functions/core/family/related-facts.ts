import type { AcceptanceOfClaim } from '../claim/acknowledged.ts';
import type { Acknowledgement } from '../claim/acknowledgement.ts';
import type { Claim } from '../claim/claim.ts';
import type { Denial } from '../denial/denial.ts';
import { factsOfSentClaim } from '../denial/known-facts.ts';
import type { DenialId } from '../ids.ts';
import { type Adjudication, decidedOn, serviceDaysOf } from './adjudication.ts';
import { originalOf, standingOf } from './original-standing.ts';
import type { Family, Member } from './relate.ts';

/** The claim as it was sent, where it is on file for certain. */
export interface SentClaimFacts {
  readonly claim: Claim;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly acceptance: AcceptanceOfClaim | null;
}

/** What is on file beside the one remittance that bears on a denial's reasons. Nothing of the patient is in it. */
export type RelatedFact =
  | {
      readonly kind: 'duplicate_of';
      /** Null where no other decision about the claim is on file. */
      readonly adjudicationId: DenialId | null;
      readonly sentence: string;
    }
  | {
      readonly kind: 'paid_line';
      /** Null = the claim payment of the denial itself; else another decision of its family, as of a split claim. */
      readonly adjudicationId: DenialId | null;
      readonly line: number;
      readonly procedure: string | null;
      readonly paidCents: number;
      readonly sentence: string;
    }
  | {
      readonly kind: 'other_payer';
      /** Who names it: this remittance, or the claim as sent. */
      readonly from: 'remittance' | 'claim';
      readonly name: string;
      readonly id: string;
      readonly sentence: string;
    }
  | {
      readonly kind: 'filing_dates';
      readonly servedOn: string | null;
      readonly sentOn: string | null;
      readonly acceptedOn: string | null;
      readonly receivedOn: string | null;
      readonly sentence: string;
    }
  | {
      readonly kind: 'recovers';
      /** The reversal that a provider adjustment settles; null = the claim is on file, a reversal of it is not. */
      readonly adjudicationId: DenialId | null;
      readonly sentence: string;
    }
  | {
      readonly kind: 'authorization';
      /** Null where the claim as sent is not on file. */
      readonly onClaim: boolean | null;
      readonly sentence: string;
    };

const DUPLICATE = ['18', 'B13'];
const BUNDLED = ['97', '231', '234', '236', 'B15'];
const COORDINATION = ['22', '109'];
const LATE = ['29'];
const UNAUTHORIZED = ['197', '198'];

/**
 * The facts that answer the first question about a denial's reasons: which decision a duplicate repeats, which line of
 * a bundle was paid, whom to bill instead, when the claim was sent, whether it carried an authorization.
 *
 * @param sent null where the claim is not on file, or another one might be meant
 */
export function relatedFactsOf(
  denial: Pick<Denial, 'denialId' | 'decision'>,
  payment: Adjudication,
  family: Family<Adjudication>,
  sent: SentClaimFacts | null,
): readonly RelatedFact[] {
  const carcs = new Set(denial.decision.reasons.map(({ carc }) => carc));
  const has = (codes: readonly string[]) => codes.some((code) => carcs.has(code));
  return [
    ...(has(DUPLICATE) ? [duplicateOf(denial.denialId, family)] : []),
    ...(has(BUNDLED) ? paidLines(denial, payment, family) : []),
    ...(has(COORDINATION) ? otherPayers(payment, sent) : []),
    ...(has(LATE) ? [filingDates(payment, sent)] : []),
    ...(has(UNAUTHORIZED) ? [authorization(sent)] : []),
  ];
}

/**
 * What a provider adjustment takes back: the reversal in the family of the claim that it names.
 *
 * @param family of the claim under the pair's reference; nobody where none is on file
 */
export function recoveredClaimFacts(
  { amountCents }: Pick<Denial, 'amountCents'>,
  { members }: Family<Adjudication>,
): readonly RelatedFact[] {
  const [claimed] = members;
  if (claimed === undefined) return [];
  const reversals = members.filter(({ standing }) => standing === 'reversal');
  const settled =
    reversals.find(({ adjudication }) => -adjudication.claim.paidCents === amountCents) ?? reversals.at(-1);
  const { claimId } = claimed.adjudication.claim;
  return [
    {
      kind: 'recovers',
      adjudicationId: settled?.id ?? null,
      sentence:
        settled === undefined
          ? `The reference is of claim ${claimId}, of which no reversal is on file: ask what is recovered.`
          : `Settles the reversal of claim ${claimId}, ${dayOf(settled)}: work the two as one.`,
    },
  ];
}

function duplicateOf(denialId: DenialId, family: Family<Adjudication>): RelatedFact {
  const original = originalOf(denialId, family);
  return {
    kind: 'duplicate_of',
    adjudicationId: original?.id ?? null,
    sentence:
      original === null
        ? 'No earlier decision about this claim is on file: look for the twin before anything is sent.'
        : `The payer decided this claim before, ${dayOf(original)}. ${standingInWords(original)}`,
  };
}

function standingInWords(original: Member): string {
  if (original.standing === 'reversed') return 'That decision was taken back: ask the payer which one holds.';
  switch (standingOf(original)) {
    case 'denied':
      return 'It was denied: work that denial, not this one.';
    case 'pending':
      return 'It is pending: wait for it.';
    case 'paid':
      return 'It was paid: nothing is left to do here.';
    case 'settled_otherwise':
      return 'It was decided without payment.';
  }
}

/** Of the claim payment itself, then of the other decisions that stand: the payer may have split the claim. */
function paidLines(
  { denialId, decision }: Pick<Denial, 'denialId' | 'decision'>,
  { claim }: Adjudication,
  { members }: Family<Adjudication>,
): readonly RelatedFact[] {
  const denied = new Set(decision.reasons.map(({ line }) => line));
  const own = claim.lines
    .filter((line) => line.paidCents > 0 && !denied.has(line.ordinal))
    .map((line) => paidLine(line, null, 'of the same claim'));
  const others = members
    .filter(({ id, standing }) => id !== denialId && standing === 'in_force')
    .flatMap((member) =>
      member.adjudication.claim.lines
        .filter(({ paidCents }) => paidCents > 0)
        .map((line) => paidLine(line, member.id, `of the part decided ${dayOf(member)}`)),
    );
  return [...own, ...others];
}

function paidLine(
  { ordinal, procedure, paidCents }: Adjudication['claim']['lines'][number],
  adjudicationId: DenialId | null,
  where: string,
): RelatedFact {
  const code = procedure === null ? null : [procedure.code, ...procedure.modifiers].join('-');
  const named = `Line ${ordinal}${code === null ? '' : ` (${code})`}`;
  return {
    kind: 'paid_line',
    adjudicationId,
    line: ordinal,
    procedure: code,
    paidCents,
    sentence: `${named} ${where} was paid: the denied service may be counted as part of it.`,
  };
}

/** NM1*PR and NM1*TT are organisations; NM1*GB is a person, whose name is nobody's who reads a list of facts. */
function otherPayers(payment: Adjudication, sent: SentClaimFacts | null): readonly RelatedFact[] {
  const named = payment.claim.parties.filter(({ entity }) => entity === 'PR' || entity === 'TT');
  const onClaim = (sent?.claim.otherPayers ?? []).flatMap(({ payer }) => payer ?? []);
  const told = [
    ...named.map((payer) => ({ from: 'remittance' as const, payer })),
    ...onClaim.map((payer) => ({ from: 'claim' as const, payer })),
  ];
  return told.map(({ from, payer: { lastOrOrganisationName: name, id } }) => ({
    kind: 'other_payer',
    from,
    name,
    id,
    sentence:
      from === 'remittance'
        ? `The remittance names ${name || id} as the payer to bill.`
        : `The claim as sent names ${name || id} as another payer.`,
  }));
}

function filingDates(payment: Adjudication, sent: SentClaimFacts | null): RelatedFact {
  const servedOn = serviceDaysOf(payment)?.from ?? null;
  const sentOn = sent?.claim.submission.submittedOn ?? null;
  const accepted = sent?.acknowledgements.filter(({ outcome }) => outcome === 'accepted') ?? [];
  const acceptedOn =
    accepted
      .map(({ on }) => on)
      .filter((on) => on !== null)
      .sort()[0] ?? null;
  const { receivedOn } = payment.claim;
  const dates = [
    servedOn !== null && `served ${servedOn}`,
    sentOn !== null && `sent ${sentOn}`,
    acceptedOn !== null && `accepted ${acceptedOn}`,
    receivedOn !== null && `received by the payer ${receivedOn}`,
  ].filter((date) => date !== false);
  return {
    kind: 'filing_dates',
    servedOn,
    sentOn,
    acceptedOn,
    receivedOn,
    sentence:
      acceptedOn === null
        ? `On file: ${dates.join(', ') || 'no date'}. No acceptance by the payer is on file, which is the proof to look for.`
        : `On file: ${dates.join(', ')}. The acceptance is the proof of timely filing.`,
  };
}

function authorization(sent: SentClaimFacts | null): RelatedFact {
  if (sent === null) {
    return {
      kind: 'authorization',
      onClaim: null,
      sentence: 'The claim as sent is not on file for certain: look up whether it carried an authorization.',
    };
  }
  const onClaim = factsOfSentClaim(sent.claim).authorizationOnClaim === true;
  return {
    kind: 'authorization',
    onClaim,
    sentence: onClaim
      ? 'The claim as sent carries an authorization number: the payer overlooked it, or it is for something else. Compare service, dates and provider with the approval.'
      : 'The claim as sent carries no authorization number: look for one first; with it a corrected claim is faster than an appeal.',
  };
}

function dayOf({ adjudication }: Member): string {
  const day = decidedOn(adjudication);
  return day === null ? 'on a day not told' : `on ${day}`;
}
