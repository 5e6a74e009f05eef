import * as z from 'zod';
import type {
  Acknowledgement,
  ClaimAcknowledgement,
  SubmissionAcknowledgement,
  TransactionAcknowledgement,
} from '../core/claim/acknowledgement.ts';
import type { Claim } from '../core/claim/claim.ts';
import type { PracticeId } from '../core/ids.ts';
import type { StoredAcknowledgement, StoredClaim } from '../ports/claim-store.ts';
import { adjustment, amount, procedure, reference } from './stored-x12.ts';

const text = z.string();
const day = text.nullable();
const cents = z.int();
const ordinal = z.int().positive();
const count = z.int().nonnegative();

const note = z.strictObject({ qualifier: text, text });
const attachment = z.strictObject({ reportType: text, transmission: text, controlNumber: text });
const date = z.strictObject({ qualifier: text, from: day, to: day, time: text.nullable() });

const party = z.strictObject({
  entity: text,
  isPerson: z.boolean(),
  lastOrOrganisationName: text,
  firstName: text,
  middleName: text,
  suffix: text,
  idQualifier: text,
  id: text,
  address: z.array(text),
  taxonomy: text,
  references: z.array(reference),
});

const submission = z.strictObject({
  ordinal,
  transaction: text,
  version: text,
  reference: text,
  purpose: text,
  submittedOn: day,
  submittedAt: text.nullable(),
  groupControlNumber: text,
  senderId: text,
  receiverId: text,
  submitter: party.nullable(),
  receiver: party.nullable(),
});

const coverage = z.strictObject({
  sequence: text,
  relationship: text,
  groupNumber: text,
  groupName: text,
  filingIndicator: text,
  subscriber: party.nullable(),
  subscriberBornOn: day,
  payer: party.nullable(),
});

const otherPayer = coverage.extend({
  adjustments: z.array(adjustment),
  amounts: z.array(amount),
  paidCents: cents.nullable(),
  adjudicatedOn: day,
  references: z.array(reference),
  parties: z.array(party),
});

const line = z.strictObject({
  ordinal,
  number: text,
  procedure: procedure.nullable(),
  description: text,
  revenueCode: text,
  chargeCents: cents,
  units: z.number().nullable(),
  unitBasis: text,
  placeOfService: text,
  diagnosisPointers: z.array(z.int().positive()),
  serviceFrom: day,
  serviceTo: day,
  controlNumber: text,
  drugCode: text,
  dates: z.array(date),
  references: z.array(reference),
  providers: z.array(party),
  notes: z.array(note),
  attachments: z.array(attachment),
  adjudications: z.array(
    z.strictObject({
      payerId: text,
      paidCents: cents,
      procedure: procedure.nullable(),
      units: z.number().nullable(),
      adjustments: z.array(adjustment),
      adjudicatedOn: day,
    }),
  ),
});

const rawPart = z.strictObject({ byteStart: count, byteEnd: count, text });

const claim = z.strictObject({
  ordinal,
  kind: z.enum(['professional', 'institutional', 'dental']),
  claimId: text,
  chargeCents: cents,
  facilityCode: text,
  typeOfBill: text,
  frequency: text,
  assignment: text,
  accident: z.strictObject({ causes: z.array(text), state: text, country: text }).nullable(),
  accidentOn: day,
  submission,
  billingProvider: party.nullable(),
  coverage: coverage.nullable(),
  patient: z.strictObject({ party: party.nullable(), relationship: text, bornOn: day, sex: text }).nullable(),
  diagnoses: z.array(
    z.strictObject({
      role: z.enum(['principal', 'other', 'admitting', 'reason_for_visit', 'external_cause']),
      qualifier: text,
      code: text,
      presentOnAdmission: text,
    }),
  ),
  otherCodes: z.array(
    z.strictObject({ qualifier: text, code: text, from: day, to: day, amountCents: cents.nullable() }),
  ),
  priorAuthorizations: z.array(text),
  referrals: z.array(text),
  originalReference: text,
  serviceFrom: day,
  serviceTo: day,
  admittedOn: day,
  onsetOn: day,
  dates: z.array(date),
  references: z.array(reference),
  amounts: z.array(amount),
  providers: z.array(party),
  otherPayers: z.array(otherPayer),
  notes: z.array(note),
  attachments: z.array(attachment),
  lines: z.array(line),
  raw: z.strictObject({
    opening: rawPart,
    billingProvider: rawPart.nullable(),
    subscriber: rawPart.nullable(),
    patient: rawPart.nullable(),
    claim: rawPart,
    separators: z.strictObject({ element: text, component: text, terminator: text }),
  }),
}) satisfies z.ZodType<Claim>;

/** What a store gives back is parsed at every read, whoever wrote it. */
export const storedClaimSchema = z.strictObject({
  fileSha256: text,
  practiceId: text.transform((id) => id as PracticeId),
  claim,
}) satisfies z.ZodType<StoredClaim>;

const sent = {
  ordinal,
  outcome: z.enum(['accepted', 'rejected', 'received']),
  on: day,
  by: z.strictObject({ name: text, id: text }),
};
const billing = z.strictObject({ npi: text.nullable(), tin: text.nullable() });
const statuses = z.array(z.strictObject({ category: text, code: text, entity: text }));

const ofClaim = z.strictObject({
  ...sent,
  kind: z.literal('claim'),
  claimId: text,
  payerClaimControlNumber: text,
  billing,
  submissionReference: text,
  statuses,
  message: text,
  chargeCents: cents.nullable(),
  serviceFrom: day,
  serviceTo: day,
  sender: z.enum(['payer', 'clearinghouse']).optional(),
}) satisfies z.ZodType<ClaimAcknowledgement>;

const ofSubmission = z.strictObject({
  ...sent,
  kind: z.literal('submission'),
  submissionReference: text,
  billing: billing.nullable(),
  statuses,
  message: text,
}) satisfies z.ZodType<SubmissionAcknowledgement>;

const ofTransaction = z.strictObject({
  ...sent,
  kind: z.literal('transaction'),
  groupControlNumber: text,
  set: text,
  transaction: text,
  code: text,
  reasons: z.array(text),
  errors: z.array(
    z.strictObject({
      segment: text,
      position: z.int().positive().nullable(),
      loop: text,
      code: text,
      elements: z.array(z.strictObject({ element: text, code: text })),
    }),
  ),
  senderId: text,
  receiverId: text,
}) satisfies z.ZodType<TransactionAcknowledgement>;

export const storedAcknowledgementSchema = z.strictObject({
  fileSha256: text,
  acknowledgement: z.discriminatedUnion('kind', [
    ofClaim,
    ofSubmission,
    ofTransaction,
  ]) satisfies z.ZodType<Acknowledgement>,
}) satisfies z.ZodType<StoredAcknowledgement>;
