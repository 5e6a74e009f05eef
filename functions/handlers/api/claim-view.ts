import type { Acknowledgement } from '../../core/claim/acknowledgement.ts';
import type { Claim, ClaimParty } from '../../core/claim/claim.ts';
import type { ClaimOnFile } from '../../use-cases/claim-on-file.ts';

const NOT_ON_FILE =
  'The claim is not on file. Put the 837 it was sent in into the inbox, or look it up in the billing system.';
const AMBIGUOUS =
  'More than one claim on file fits this payment. Compare them before you rely on what is shown here.';

/**
 * The claim as sent, as a client sees it. No patient's name and no raw text; member id, birth date, diagnoses and
 * services only where the reader may see clinical text.
 */
export function claimView(onFile: ClaimOnFile, maySeeClinical: boolean): object {
  if (onFile.kind === 'not_on_file') return { onFile: false, sentence: NOT_ON_FILE };
  const { joined, acknowledgements, acceptance } = onFile;
  const { claim, fileSha256 } = joined.match;
  const { submission, coverage } = claim;
  return {
    onFile: true,
    sentence: joined.ambiguous ? AMBIGUOUS : null,
    join: {
      score: joined.score,
      ambiguous: joined.ambiguous,
      parts: joined.parts,
      others: joined.others.map(({ match, score }) => ({
        fileSha256: match.fileSha256,
        ordinal: match.claim.ordinal,
        submittedOn: match.claim.submission.submittedOn,
        chargeCents: match.claim.chargeCents,
        frequency: match.claim.frequency,
        score,
      })),
    },
    fileSha256,
    ordinal: claim.ordinal,
    claimId: claim.claimId,
    kind: claim.kind,
    chargeCents: claim.chargeCents,
    frequency: claim.frequency,
    originalReference: claim.originalReference || null,
    placeOfService: claim.kind === 'institutional' ? null : claim.facilityCode || null,
    typeOfBill: claim.typeOfBill || null,
    serviceFrom: claim.serviceFrom,
    serviceTo: claim.serviceTo,
    payerSequence: coverage?.sequence || null,
    submittedAt: submission.submittedAt ?? submission.submittedOn,
    acceptance,
    acknowledgements: acknowledgements.map(acknowledgementView),
    clinical: maySeeClinical ? clinicalView(claim) : null,
  };
}

function clinicalView(claim: Claim): object {
  const { patient, coverage } = claim;
  return {
    memberId: coverage?.subscriber?.id || null,
    bornOn: patient?.bornOn ?? null,
    diagnoses: claim.diagnoses,
    otherCodes: claim.otherCodes,
    priorAuthorizations: claim.priorAuthorizations,
    referrals: claim.referrals,
    admittedOn: claim.admittedOn,
    onsetOn: claim.onsetOn,
    accident: claim.accident && { ...claim.accident, on: claim.accidentOn },
    providers: claim.providers.map(providerView),
    otherPayers: claim.otherPayers.map(({ sequence, payer, paidCents, adjudicatedOn, adjustments }) => ({
      sequence,
      name: payer?.lastOrOrganisationName ?? null,
      paidCents,
      adjudicatedOn,
      adjustments,
    })),
    notes: claim.notes,
    attachments: claim.attachments,
    lines: claim.lines.map(({ dates, references, providers, adjudications, ...line }) => ({
      ...line,
      providers: providers.map(providerView),
    })),
  };
}

function providerView({ entity, lastOrOrganisationName, firstName, idQualifier, id }: ClaimParty): object {
  const name = [lastOrOrganisationName, firstName].filter((part) => part !== '').join(', ');
  return { entity, name, npi: idQualifier === 'XX' ? id : null };
}

function acknowledgementView(acknowledgement: Acknowledgement): object {
  const { kind, outcome, on, by } = acknowledgement;
  const codes =
    acknowledgement.kind === 'transaction'
      ? [acknowledgement.code, ...acknowledgement.reasons]
      : acknowledgement.statuses.map(({ category, code, entity }) =>
          [category, code, entity].filter((part) => part !== '').join(':'),
        );
  return {
    about: kind,
    outcome,
    on,
    by,
    codes,
    message: acknowledgement.kind === 'transaction' ? null : acknowledgement.message || null,
    payerClaimControlNumber:
      acknowledgement.kind === 'claim' ? acknowledgement.payerClaimControlNumber || null : null,
  };
}
