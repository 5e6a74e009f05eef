import * as z from 'zod';
import { ACTIONS } from '../../../core/access/may-act.ts';
import { actionTakenSchema } from '../../../core/answer/answer.ts';
import { DELIVERY_CHANNELS } from '../../../core/appeal/packet/channel.ts';
import { deadlineKindSchema, deadlineSchema } from '../../../core/deadline/deadline.ts';
import { DELIVERY_STANDINGS } from '../../../core/delivery/evidence.ts';
import { decisionSchema, reasonSchema } from '../../../core/denial/decision.ts';
import { approvalSchema, candidateSchema, denialSchema } from '../../../core/denial/denial.ts';
import { cleanDocumentSchema, documentSchema } from '../../../core/documents/document.ts';
import { named } from '../components.ts';
import { priorityAnswer, standingAnswer } from './priority-answer.ts';

const text = z.string();

/** What the reader may do with a resource now, and why not. */
export const actionsAnswer = z
  .array(
    named(
      'OfferedAction',
      z.strictObject({
        id: z.enum(ACTIONS),
        allowed: z.boolean(),
        reason: text.nullable().describe('Why not; null where it is allowed'),
      }),
    ),
  )
  .readonly();

const wordedReason = named(
  'Reason',
  reasonSchema.extend({
    wording: text.nullable().describe('The CARC in words'),
    remarksInWords: z.array(z.strictObject({ code: text, wording: text.nullable() })).readonly(),
  }),
);

const decisionAnswer = named(
  'Decision',
  decisionSchema.extend({ reasons: z.array(wordedReason).readonly() }),
);

const clockAnswer = named('Clock', deadlineSchema.extend({ standing: standingAnswer }));

const clockWarningAnswer = named(
  'ClockWarning',
  z.strictObject({
    id: text,
    kind: deadlineKindSchema,
    level: z.int().nullable(),
    urgency: z.enum(['lapses_first', 'runs_on', 'undated']),
    sendBy: z.iso.date().nullable(),
    lastDay: z.iso.date().nullable(),
    says: text,
    source: text,
  }),
);

const clockToComeAnswer = named(
  'ClockToCome',
  z.strictObject({
    kind: deadlineKindSchema,
    level: z.int().nullable(),
    opensWith: text.describe('The paper of the payer that opens it'),
    basis: deadlineSchema.shape.basis,
    source: text.nullable(),
    note: text.nullable(),
  }),
);

const nextLevelAnswer = named(
  'NextLevel',
  z.strictObject({
    level: z.int().positive(),
    action: actionTakenSchema,
    name: text.nullable().describe('Null where only the decision or the contract says what it is'),
    decider: text.nullable(),
    requirements: z.array(text).readonly(),
    minimumCents: z.int().nullable().describe('Of the year of filing'),
    meetsMinimum: z.enum(['yes', 'no', 'not_configured', 'none_asked']),
    byLetter: z.boolean().describe('False where the request is a form or a pleading'),
    sendBy: z.iso.date().nullable(),
    source: text.nullable(),
  }),
);

/** Record fields that stay inside: storage places, the chain's head, what only the sweep or the figures need. */
const INSIDE = { lastEventHash: true, wakeOn: true, lastReminder: true, closedAt: true } as const;

/** A document without its place. */
export const documentAnswer = named(
  'Document',
  documentSchema.omit({ objectKey: true, objectVersionId: true }).extend({
    clean: cleanDocumentSchema
      .omit({ objectKey: true, objectVersionId: true })
      .nullable()
      .describe(
        'The plain PDF that is bound into packets; null of a document from before there was an intake',
      ),
  }),
);

const head = denialSchema.omit(INSIDE).extend({
  denialId: text,
  remittanceId: text,
  practiceId: text,
  kind: z.enum(['denial', 'follow_up']),
  decision: decisionAnswer,
  documents: z.array(documentAnswer).readonly(),
  candidate: candidateSchema
    .pick({
      number: true,
      sha256: true,
      pageCount: true,
      templateId: true,
      renderedAt: true,
      requiredDocuments: true,
      missing: true,
    })
    .nullable(),
  approval: approvalSchema
    .pick({ sha256: true, approvedBy: true, approvedAt: true, holdUntil: true })
    .nullable(),
  delivery: z
    .strictObject({
      channel: z.enum([...DELIVERY_CHANNELS, 'recorded_by_person']),
      standing: z
        .enum(DELIVERY_STANDINGS)
        .nullable()
        .describe('As far as the evidence goes; null while nothing is approved'),
      standingInWords: text.nullable(),
    })
    .nullable()
    .describe('How the packet leaves, or left; null where there is none'),
  deadlines: z.array(clockAnswer).readonly(),
  clockWarnings: z.array(clockWarningAnswer).readonly(),
  clocksToCome: z.array(clockToComeAnswer).readonly(),
  nextLevel: nextLevelAnswer
    .nullable()
    .describe('What can be taken next after the payer decided; null otherwise'),
  priority: priorityAnswer,
  actions: actionsAnswer,
  asOf: z.iso.date(),
});

/** The answer to every change of a denial. */
export const denialAnswer = named('Denial', head);

/** The fields of a denial, for answers that tell more of it. */
export const denialFields = head.shape;

/** One row of a list. */
export const denialRowAnswer = named(
  'DenialRow',
  head
    .pick({
      denialId: true,
      kind: true,
      followUp: true,
      practiceId: true,
      payerName: true,
      payerType: true,
      claimId: true,
      amountCents: true,
      route: true,
      state: true,
      level: true,
      sendBy: true,
      nextAction: true,
      assignee: true,
      pend: true,
      priority: true,
      version: true,
    })
    .extend({
      category: decisionSchema.shape.category,
      reasons: z.array(reasonSchema.pick({ group: true, carc: true, remarks: true })).readonly(),
    }),
);
