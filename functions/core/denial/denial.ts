import * as z from 'zod';
import { creditSchema, recordedAnswerSchema, sendingSchema } from '../answer/answer.ts';
import { DELIVERY_CHANNELS, deliveryChannelSchema } from '../appeal/packet/channel.ts';
import { correctionSchema } from '../correction/correction.ts';
import { deadlineSchema } from '../deadline/deadline.ts';
import { startEventSchema } from '../deadline/rule.ts';
import { deliveryEvidenceSchema } from '../delivery/evidence.ts';
import { documentSchema } from '../documents/document.ts';
import { documentRequestSchema } from '../documents/request.ts';
import type { DenialId, PracticeId, RemittanceId } from '../ids.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { billedSchema } from '../redirect/billed.ts';
import { writeOffReasonCodeSchema } from '../write-off/reasons.ts';
import { decisionSchema, routeSchema } from './decision.ts';
import { closedAsSchema, stateSchema } from './lifecycle.ts';

const instant = z.iso.datetime();
const calendarDate = z.iso.date();
const cents = z.int();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One PDF as stored: an object version and the hash of its bytes. */
export const storedPdfSchema = z.strictObject({
  sha256,
  objectKey: z.string(),
  objectVersionId: z.string(),
  byteLength: z.int().positive(),
  /** Null in records of before letters were PDFs. */
  pageCount: z.int().positive().nullable().default(null),
});
export type StoredPdf = z.infer<typeof storedPdfSchema>;

/** A file of a packet that a channel takes in several files. */
export const packetPartSchema = storedPdfSchema.extend({ fileName: z.string() });
export type PacketPart = z.infer<typeof packetPartSchema>;

/** An enclosure as it was bound: which document, how many pages it has and how many of them are in the packet. */
export const boundEnclosureSchema = z.strictObject({
  /** As the letter and the stamps number it, from 1. */
  number: z.int().positive(),
  name: z.string(),
  /** Of the document as it was attached. */
  sha256,
  pagesIn: z.int().positive(),
  pagesOut: z.int().positive(),
  /** Its first page in the packet, from 1. */
  firstPage: z.int().positive(),
});
export type BoundEnclosure = z.infer<typeof boundEnclosureSchema>;

/** Why a letter goes without a document that it requires, in a person's words: kept, and never printed. */
export const goesWithoutSchema = z.strictObject({
  document: z.string(),
  reason: z.string(),
  /** User id, or `system`. */
  by: z.string(),
  at: instant,
});
export type GoesWithout = z.infer<typeof goesWithoutSchema>;

/** A document that a letter requires, and how it stands with it. */
export const letterDocumentSchema = z.strictObject({
  document: z.string(),
  state: z.enum(['enclosed', 'goes_without', 'missing']),
  /** Of `goes_without`, as who gave it and when; else null. */
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: instant.nullable(),
});
export type LetterDocument = z.infer<typeof letterDocumentSchema>;

/**
 * What is read and approved, as stored: the packet, and the letter in it also by itself. The fields of the packet are
 * the candidate's own.
 */
export const candidateSchema = storedPdfSchema.extend({
  /** From 1 within a level. */
  number: z.int().positive(),
  /** Null in records of before packets: there the letter was all that was sent. */
  letter: storedPdfSchema.nullable().default(null),
  /** The letter's own date; null in records of before it was kept. */
  datedOn: calendarDate.nullable().default(null),
  enclosures: z.array(boundEnclosureSchema).default([]),
  /** What the letter requires, and how each stands; empty in records of before it was looked at. */
  requiredDocuments: z.array(letterDocumentSchema).default([]),
  /** What the letter lists, and the packet does not hold. */
  notEnclosed: z.array(z.string()).default([]),
  /** The same packet in several files, in their order, where the channel asks for that. */
  parts: z.array(packetPartSchema).default([]),
  /** Whose limits it keeps; null in records of before it was kept. */
  channel: deliveryChannelSchema.nullable().default(null),
  templateId: z.string(),
  /** SHA-256 of the template's source and its partials. */
  templateSha256: sha256,
  /** SHA-256 of the facts it was rendered from: a changed fact voids the approval. */
  factsSha256: sha256,
  draftNumber: z.int().positive(),
  renderedAt: instant,
  /**
   * Open placeholders, characters that could not be printed, required documents that are missing; approval is refused
   * while there is one.
   */
  missing: z.array(z.string()),
});
export type Candidate = z.infer<typeof candidateSchema>;

const storedVersion = { sha256: true, objectKey: true, objectVersionId: true } as const;

export const approvalSchema = z.strictObject({
  candidateNumber: z.int().positive(),
  /** Of the packet. */
  sha256,
  objectKey: z.string(),
  objectVersionId: z.string(),
  /** The letter in the packet, by itself; null in records of before packets. */
  letter: storedPdfSchema.pick(storedVersion).nullable().default(null),
  parts: z.array(packetPartSchema.pick({ ...storedVersion, fileName: true })).default([]),
  channel: deliveryChannelSchema.nullable().default(null),
  factsSha256: sha256,
  approvedBy: z.string(),
  approvedAt: instant,
  /** Until then the approval can be taken back. */
  holdUntil: instant,
});
export type Approval = z.infer<typeof approvalSchema>;

/** An approval that did not stand until the letter left. */
export const voidedApprovalSchema = z.strictObject({
  level: z.int().positive(),
  /** Of what had been approved. */
  sha256,
  approvedBy: z.string(),
  approvedAt: instant,
  voidedAt: instant,
  /** What was another by then, in words; nothing of the patient. */
  because: z.array(z.string()).min(1),
});

/** What left the building, how, and the evidence for it. Claims no more than the evidence. */
export const handoverSchema = z.strictObject({
  /** Of the approved packet; null where a person sent something else. */
  sha256: sha256.nullable(),
  channel: z.enum([...DELIVERY_CHANNELS, 'recorded_by_person']),
  reference: z.string(),
  handedOverAt: instant,
  handedOverBy: z.string(),
  /** The day on which it left the building; null while it waits to be mailed. Records without evidence lack it. */
  sentOn: calendarDate.nullable().default(null),
  /** In the order of recording; empty in records of before it was kept. */
  evidence: z.array(deliveryEvidenceSchema).default([]),
});
export type Handover = z.infer<typeof handoverSchema>;

export const writeOffSchema = z.strictObject({
  amountCents: cents.nonnegative(),
  /** Of the taxonomy; null where a rule wrote it off by itself, and in records of before it was kept. */
  reasonCode: writeOffReasonCodeSchema.nullable().default(null),
  reason: z.string(),
  /** Clocks that were open, of which the person said that they saw them. */
  acknowledgedClocks: z.array(z.string()).default([]),
  /** User id, or the rule that proposed it. */
  proposedBy: z.string(),
  proposedAt: instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  secondPerson: z.string().nullable(),
  secondPersonAt: instant.nullable(),
  /** In which batch it went to the billing system; until then it can be reversed. */
  posted: z
    .strictObject({ batchId: z.string(), postedBy: z.string(), postedAt: instant })
    .nullable()
    .default(null),
});
export type WriteOff = z.infer<typeof writeOffSchema>;

/** What later remittances of the same claim made of a denial (docs/reference/families.md). */
export const resolutionSchema = z.strictObject({
  kind: z.enum(['superseded', 'overturned', 'partly_overturned', 'upheld']),
  /** The adjudication that took this one back, and the one that stands in its place. */
  reversedBy: z.string().nullable(),
  by: z.string().nullable(),
  /** Day of that adjudication. */
  on: calendarDate.nullable().default(null),
  /** Paid more than before, by the remittances alone; no cent counts for two denials of one claim. */
  recoveredCents: cents.nonnegative(),
  /** Who earned it; null where it was superseded, and in records of before this was kept. */
  credit: creditSchema.nullable().default(null),
});
export type Resolution = z.infer<typeof resolutionSchema>;

export const followUpTypeSchema = z.enum([
  'hold',
  'recoupment',
  'zero_allowed',
  'payment_question',
  'secondary_billing',
]);
export type FollowUpType = z.infer<typeof followUpTypeSchema>;

/** Work that is no denial (DESIGN: Follow-up): no execution, and no figure of denials counts it. */
export const followUpSchema = z.strictObject({
  type: followUpTypeSchema,
  /** Of a hold: the day on which to look again. */
  dueOn: calendarDate.nullable(),
});

/** Of a denial that came with a file marked as history (docs/reference/history.md). */
export const historySchema = z.strictObject({
  /** The mark of its file: decided before this day. */
  before: calendarDate,
  /** `open` = it waits in the list of history; then a person took it up as work, or dismissed it. */
  review: z.enum(['open', 'accepted', 'dismissed']),
});

/** Put off by a person until a day. The state stays, every clock runs on, and it comes back to the same owner. */
export const pendSchema = z.strictObject({
  until: calendarDate,
  reason: z.string(),
  pendedBy: z.string(),
  pendedAt: instant,
});

/** Start dates that a person read from a letter, by what is counted from them. */
export const datesOnPaperSchema = z.partialRecord(
  startEventSchema,
  z.strictObject({ on: calendarDate, evidence: z.string() }),
);

/** The unit of work: one denied ClaimPayment (DESIGN: Denial). The stored META record, parsed at every read. */
export const denialSchema = z.strictObject({
  denialId: z.string().transform((v) => v as DenialId),
  remittanceId: z.string().transform((v) => v as RemittanceId),
  /** Of a PLB pair: its ordinal in the remittance. */
  clpOrdinal: z.int().positive(),
  practiceId: z.string().transform((v) => v as PracticeId),
  payerId: z.string(),
  payerName: z.string(),
  payerType: payerTypeSchema,
  /** CLP01. */
  claimId: z.string(),
  /** CLP07. */
  payerClaimControlNumber: z.string(),
  amountCents: cents.nonnegative(),
  chargeCents: cents,
  paidCents: cents,
  noticeOn: calendarDate.nullable(),
  decision: decisionSchema,
  /** The route worked now; differs from decision.route after a re-route. */
  route: routeSchema,
  /** What is being written on this route: an appeal, or a notice, which is none and never counts as one. */
  letterKind: z.enum(['appeal', 'notice']).default('appeal'),
  /** User id of who chose this route; null where the rulebook did. */
  routedBy: z.string().nullable(),
  deadlines: z.array(deadlineSchema),
  /** They win over what the remittance carries, whenever the clocks are counted. */
  datesOnPaper: datesOnPaperSchema.default({}),
  /** Of the governing clock; null when not configured, which is itself work. */
  sendBy: calendarDate.nullable(),
  /** What a person, or the system, does next: one sentence. */
  nextAction: z.string(),
  state: stateSchema,
  closedAs: closedAsSchema.nullable(),
  /** When it came to end as it did; null of what is open, and in records closed before this was kept. */
  closedAt: instant.nullable().default(null),
  level: z.int().positive(),
  /** Execution attempt of this level, from 1. */
  attempt: z.int().positive(),
  version: z.int().positive(),
  lastEventHash: sha256,
  assignee: z.string().nullable(),
  pend: pendSchema.nullable().default(null),
  draftNumber: z.int().nonnegative(),
  candidate: candidateSchema.nullable(),
  approval: approvalSchema.nullable(),
  /** The last approval that was voided, until the next one. */
  voidedApproval: voidedApprovalSchema.nullable().default(null),
  handover: handoverSchema.nullable(),
  /** Everything that left for the payer, by day, of every level. */
  sendings: z.array(sendingSchema).default([]),
  /** What the payer answered otherwise than by a remittance, by day. */
  answers: z.array(recordedAnswerSchema).default([]),
  /** While the payer has the move: the day on which its silence becomes work. */
  answerDueOn: calendarDate.nullable().default(null),
  /** Documents asked of the people who hold them, in the order of asking. */
  documentRequests: z.array(documentRequestSchema).default([]),
  /** Attached by people, in the order of attaching. */
  documents: z.array(documentSchema).default([]),
  writeOff: writeOffSchema.nullable(),
  /** A correction that pays more, while another person decides it and after they approved it. */
  correction: correctionSchema.nullable().default(null),
  /** Whom a person billed instead; null of all that was not. */
  billed: billedSchema.nullable().default(null),
  // Records of before these two were kept are denials that nothing has answered.
  resolution: resolutionSchema.nullable().default(null),
  /** Null of a denial. */
  followUp: followUpSchema.nullable().default(null),
  /** Null of all that came in the ordinary way. */
  history: historySchema.nullable().default(null),
  /** Written by the sweep: which reminder was raised last, so that each is raised once. */
  lastReminder: z
    .enum([
      'other_clock_due',
      'due_in_14',
      'due_in_7',
      'due_in_1',
      'due_today',
      'past_send_by',
      'past_last_day',
      'answer_overdue',
    ])
    .nullable(),
  /** When a person last did anything to it. */
  workedAt: instant.nullable().default(null),
  /** Since when it lies with the supervisor, because nobody worked on it; until a person does. */
  escalatedAt: instant.nullable().default(null),
  /** The next day the sweep must look. */
  wakeOn: calendarDate,
  openedAt: instant,
  changedAt: instant,
});
export type Denial = z.infer<typeof denialSchema>;

/** Who did it: a signed-in user, a rule, or a part of the system. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), userId: z.string() }),
  z.strictObject({ kind: z.literal('rule'), ruleId: z.string(), rulebookVersion: z.string() }),
  z.strictObject({ kind: z.literal('system'), part: z.string() }),
]);
export type Actor = z.infer<typeof actorSchema>;

/** One audit event. The chain of hashes makes a removed or changed event visible. */
export const denialEventSchema = z.strictObject({
  denialId: z.string(),
  version: z.int().positive(),
  at: instant,
  actor: actorSchema,
  /** Past tense: DenialOpened, DraftEdited, AppealApproved, … */
  type: z.string(),
  before: z.strictObject({ state: stateSchema, route: routeSchema }).nullable(),
  after: z.strictObject({ state: stateSchema, route: routeSchema }),
  /** Written by the person, where the action asks for one; of a voided approval, what changed. */
  reason: z.string().nullable(),
  /** Codes, numbers and hashes only; nothing of the patient. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  prevHash: sha256.nullable(),
  hash: sha256,
});
export type DenialEvent = z.infer<typeof denialEventSchema>;

/** What the relay must do once the change is stored. */
export const outboxMessageSchema = z.discriminatedUnion('kind', [
  /** Start the execution of this level and attempt. */
  z.strictObject({
    kind: z.literal('start'),
    denialId: z.string(),
    level: z.int(),
    attempt: z.int(),
    version: z.int(),
  }),
  /** The machine waits on an older version: let it look again. */
  z.strictObject({
    kind: z.literal('resume'),
    denialId: z.string(),
    level: z.int(),
    attempt: z.int(),
    version: z.int(),
  }),
]);
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;

/** A fact that a biller adds, and where a reader can find it: a field of the letter's facts, or a page of a document. */
export const addedFactSchema = z.strictObject({
  statement: z.string(),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: z.string() }),
    z.strictObject({ kind: z.literal('enclosure'), sha256, page: z.int().positive() }),
  ]),
});
export type AddedFact = z.infer<typeof addedFactSchema>;

/** Text being prepared for one level. Facts are not in it: they are read anew at each rendering. */
export const draftSchema = z.strictObject({
  denialId: z.string(),
  level: z.int().positive(),
  number: z.int().positive(),
  templateId: z.string(),
  /** Why this template, in a sentence; null in drafts of before it was kept. */
  because: z.string().nullable().default(null),
  /** Biller's text by passage id; a passage left out keeps the template's own words. */
  passages: z.record(z.string(), z.string()),
  /** In the order of the letter. */
  facts: z.array(addedFactSchema).default([]),
  /**
   * Which of the denial's documents go along, in which order and under what name; null where nobody chose: all, as they
   * were attached.
   */
  enclosures: z
    .array(z.strictObject({ sha256, name: z.string() }))
    .nullable()
    .default(null),
  /** Required documents that it goes without, each with the reason. */
  goesWithout: z.array(goesWithoutSchema).default([]),
  /** The text of its letter and the facts that it was made from, as stored; null in drafts of before they were kept. */
  basis: z
    .strictObject({ objectKey: z.string(), objectVersionId: z.string(), sha256 })
    .nullable()
    .default(null),
  editedBy: z.string().nullable(),
  editedAt: instant,
});
export type Draft = z.infer<typeof draftSchema>;
