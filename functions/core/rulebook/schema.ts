import * as z from 'zod';
import {
  appealableSchema,
  categorySchema,
  decisionClassSchema,
  mechanismSchema,
  preventableSchema,
  preventedBySchema,
  routeSchema,
} from '../denial/decision.ts';
import { payerMatchSchema, payerTypeSchema } from '../payer/profile.ts';

export const groupSchema = z.enum(['CO', 'PR', 'OA', 'PI', 'other']);
/** CO, PR, OA, PI as in CAS01; `other` stands for anything else a payer sends. */
export type Group = z.infer<typeof groupSchema>;

/** Things an 835 cannot say; a caller that knows them may add them. Absent = unknown. */
export const decisionFactsSchema = z.strictObject({
  /** An authorization or referral for the service exists, e.g. in the payer's portal. */
  approvalOnFile: z.boolean().optional(),
  /** The claim as sent (837) carries an authorization number, or a referral number. */
  authorizationOnClaim: z.boolean().optional(),
  referralOnClaim: z.boolean().optional(),
  /** The patient signed a valid advance notice (ABN or the like) before the service. */
  advanceNoticeOnFile: z.boolean().optional(),
  /** Day of the remittance, yyyy-mm-dd: rules with effective dates hold by it, and never where it is unknown. */
  noticeOn: z.iso.date().optional(),
});
export type DecisionFacts = z.infer<typeof decisionFactsSchema>;

const codes = z.array(z.string().min(1)).min(1).readonly();
export const provenance = {
  says: z.string().min(1),
  /** Keys of rulebook/SOURCES.md or public citations, separated by `;` or `+`. */
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
};

/**
 * What must be true for a rule to hold: every field that is present, and of a list any one value.
 * Specificity counts the bound fields (payer type, group, CARC, remarks, fact), a category half.
 */
export const conditionSchema = z.strictObject({
  /** The payer itself, as the remittance or the payer registry names it. */
  payers: z.array(payerMatchSchema).min(1).readonly().optional(),
  payerTypes: z.array(payerTypeSchema).min(1).readonly().optional(),
  capitated: z.boolean().optional(),
  networks: z
    .array(z.enum(['in', 'out', 'unknown']))
    .min(1)
    .readonly()
    .optional(),
  /** The payer profile's own word on replacement claims. */
  frequency7: z.boolean().optional(),
  /** The payer sent the claim on to the next payer. */
  forwarded: z.boolean().optional(),
  /** The remittance names another payer for this patient. */
  otherCoverage: z.boolean().optional(),
  groups: z.array(groupSchema).min(1).readonly().optional(),
  carcs: codes.optional(),
  categories: z.array(categorySchema).min(1).readonly().optional(),
  /** The route codes/carc.json gives for the adjustment's group. */
  defaultRoutes: z.array(routeSchema).min(1).readonly().optional(),
  /** The CARC cannot stand without a remark (rules/remark-needed.json). */
  needsRemark: z.boolean().optional(),
  anyRemark: codes.optional(),
  /** Matches as a subset of the remarks present. */
  allRemarks: codes.optional(),
  modifiers: codes.optional(),
  /** Another CARC on the same line or at claim level, with or without money. */
  alongside: codes.optional(),
  facts: z
    .array(z.enum(['approvalOnFile', 'authorizationOnClaim', 'referralOnClaim', 'advanceNoticeOnFile']))
    .min(1)
    .readonly()
    .optional(),
  classes: z.array(decisionClassSchema).min(1).readonly().optional(),
  /** The route found so far. */
  routes: z.array(routeSchema).min(1).readonly().optional(),
  /** What the remarks point to, after their own precedence. */
  evidence: z.array(routeSchema).min(1).readonly().optional(),
});
export type Condition = z.infer<typeof conditionSchema>;

const id = z.string().regex(/^[a-z][a-z0-9-]*\.[A-Za-z0-9-]+$/);
/** Days of the remittance on which a rule holds, both included; open-ended where absent. */
export const effectiveDates = {
  effectiveFrom: z.iso.date().optional(),
  effectiveUntil: z.iso.date().optional(),
};
const conditional = { id, when: conditionSchema, ...effectiveDates, ...provenance };

export const carcEntrySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]?[0-9]{1,3}$/),
  wording: z.string().min(1),
  category: categorySchema,
  route: z.strictObject({ CO: routeSchema, PR: routeSchema, OA: routeSchema, PI: routeSchema }),
  status: z.enum(['active', 'deactivated']),
  note: z.string().nullable(),
  source: provenance.source,
  confidence: provenance.confidence,
});
export type CarcEntry = z.infer<typeof carcEntrySchema>;

export const rarcEntrySchema = z.strictObject({
  code: z.string().regex(/^(MA|M|N)[0-9]{1,3}$/),
  wording: z.string().min(1),
  alert: z.boolean(),
  /** A hint that a denial CARC must confirm; `not_a_denial` = adds no work of its own. */
  route: routeSchema,
  missing: z.string().nullable(),
  status: z.enum(['active', 'deactivated']),
  source: provenance.source,
  confidence: provenance.confidence,
});
export type RarcEntry = z.infer<typeof rarcEntrySchema>;

/** Of a hold: days from the payer's decision until somebody asks. */
const waitDays = z.int().positive().optional();

const statusGate = z.strictObject({
  id,
  /** CLP02. */
  statuses: codes.optional(),
  /** Remarks that say the same. */
  remarks: codes.optional(),
  outcome: z.enum(['nothing_opens', 'takes_back', 'hold', 'already_forwarded']),
  waitDays,
  ...provenance,
});
/** A reversal that asks for a person: the remark says why the payer took its decision back. */
const reversalRule = z.strictObject({
  id,
  remarks: codes,
  /** What to do first, and what not to do. */
  first: z.string().min(1),
  avoid: z.string().min(1),
  ...provenance,
});
const classRule = z.strictObject({
  ...conditional,
  class: z.enum(['denial', 'non_denial']),
  /** Absent: the CARC's own route. */
  route: routeSchema.optional(),
});
const rightsRule = z.strictObject({
  ...conditional,
  removesAppeal: z.boolean(),
  route: routeSchema.optional(),
  onPaidClaims: z.boolean().optional(),
});
const choiceRule = z.strictObject({
  ...conditional,
  route: routeSchema,
  /** Evidence of the remarks that outranks this rule. */
  yieldsTo: z.array(routeSchema).readonly().optional(),
  /** Also makes a task of a claim that was paid. */
  onPaidClaims: z.boolean().optional(),
});
const matrixRule = z.strictObject({
  ...conditional,
  route: z.union([routeSchema, z.literal('as_remark')]),
});
const safetyRule = z.strictObject({ ...conditional, blocks: routeSchema, instead: routeSchema });
const conflictRule = z.strictObject({
  id,
  scope: z.enum(['line', 'claim']),
  between: z.array(routeSchema).min(1).max(2).readonly(),
  againstCarcs: codes.optional(),
  fromRank: z.int().positive().optional(),
  mechanisms: z.array(mechanismSchema).readonly().optional(),
  /** What to do first, and what not to do: the leading reason's own advice does not fit here. */
  first: z.string().min(1),
  avoid: z.string().min(1),
  ...provenance,
});

/** One rule of each kind that an organisation may add to or replace. */
export const ruleSchemas = {
  statusGates: statusGate,
  holds: z.strictObject({ ...conditional, waitDays }),
  reversals: reversalRule,
  classes: classRule,
  rights: rightsRule,
  choices: choiceRule,
  remarkMatrix: matrixRule,
  safety: safetyRule,
  leadingReasons: z.strictObject({ ...conditional, rank: z.int().positive() }),
  mechanisms: z.strictObject({ ...conditional, mechanism: mechanismSchema }),
  appealability: z.strictObject({ ...conditional, appealable: appealableSchema }),
  advice: z.strictObject({ ...conditional, avoid: z.string().min(1) }),
  /** Whether it could have been prevented, and by whom; the first rule that holds. */
  prevention: z.strictObject({
    ...conditional,
    preventable: preventableSchema,
    preventedBy: preventedBySchema.nullable(),
  }),
  /** What a biller must gather; every rule that holds adds its own. */
  documents: z.strictObject({ ...conditional, documents: codes }),
} as const;

/** The whole of `rulebook/`, one property a file. */
export const rulebookDataSchema = z.strictObject({
  rulebook: z.strictObject({
    version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/),
    released: z.iso.date(),
    licence: z.string().min(1),
  }),
  carc: z.array(carcEntrySchema).readonly(),
  rarc: z.array(rarcEntrySchema).readonly(),
  statusGates: z.array(ruleSchemas.statusGates).readonly(),
  reversals: z.array(ruleSchemas.reversals).readonly(),
  holds: z.array(ruleSchemas.holds).readonly(),
  classes: z.array(ruleSchemas.classes).readonly(),
  suspects: z.array(z.strictObject(conditional)).readonly(),
  rights: z.array(ruleSchemas.rights).readonly(),
  choices: z.array(ruleSchemas.choices).readonly(),
  remarkNeeded: z.array(z.strictObject({ id, carcs: codes, ...provenance })).length(1),
  remarkUse: z.array(z.strictObject({ id, remarks: codes, route: routeSchema, ...provenance })).readonly(),
  remarkOrder: z
    .array(
      z.strictObject({
        id,
        order: z.array(routeSchema).readonly(),
        contradictions: z.array(z.tuple([routeSchema, routeSchema]).readonly()).readonly(),
        ...provenance,
      }),
    )
    .length(1),
  remarkMatrix: z.array(ruleSchemas.remarkMatrix).readonly(),
  payerTypes: z
    .array(
      z.strictObject({
        id,
        payerType: payerTypeSchema,
        alsoHolds: z.array(payerTypeSchema).readonly(),
        ...provenance,
      }),
    )
    .readonly(),
  safety: z.array(ruleSchemas.safety).readonly(),
  leadingReasons: z.array(ruleSchemas.leadingReasons).readonly(),
  conflicts: z.array(conflictRule).readonly(),
  mechanisms: z.array(ruleSchemas.mechanisms).readonly(),
  appealability: z.array(ruleSchemas.appealability).readonly(),
  advice: z.array(ruleSchemas.advice).readonly(),
  prevention: z.array(ruleSchemas.prevention).readonly(),
  documents: z.array(ruleSchemas.documents).readonly(),
  groups: z.array(z.strictObject({ id, group: groupSchema, ...provenance })).readonly(),
});
export type RulebookData = z.infer<typeof rulebookDataSchema>;

export type HoldRule = RulebookData['holds'][number];
export type ConflictRule = RulebookData['conflicts'][number];
