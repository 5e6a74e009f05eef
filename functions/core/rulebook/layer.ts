import * as z from 'zod';
import { appealableSchema, mechanismSchema, routeSchema } from '../denial/decision.ts';
import { payerMatchSchema, payerTypeSchema } from '../payer/profile.ts';
import {
  carcEntrySchema,
  effectiveDates,
  groupSchema,
  provenance,
  rarcEntrySchema,
  ruleSchemas,
} from './schema.ts';

/** Ids of an organisation's rules begin so, so that no release ever takes one of them. */
const ownId = z
  .string()
  .regex(/^org\.[A-Za-z0-9-]+$/, 'begins with org. and goes on in letters, digits and hyphens');

/**
 * The short way to override: what one payer, or every payer, means by a group, a CARC and its remarks. It stands above
 * every rule of the release that weighs code and remarks; signals that decide alone and protections stay above it.
 */
export const overrideSchema = z
  .strictObject({
    id: ownId,
    payers: z.array(payerMatchSchema).min(1).readonly().optional(),
    payerTypes: z.array(payerTypeSchema).min(1).readonly().optional(),
    groups: z.array(groupSchema).min(1).readonly().optional(),
    carcs: z.array(z.string().min(1)).min(1).readonly(),
    /** All of them must be there; more may be. */
    remarks: z.array(z.string().min(1)).min(1).readonly().optional(),
    route: routeSchema.optional(),
    mechanism: mechanismSchema.optional(),
    appealable: appealableSchema.optional(),
    documents: z.array(z.string().min(1)).min(1).readonly().optional(),
    ...effectiveDates,
    ...provenance,
  })
  .superRefine((rule, context) => {
    if (
      [rule.route, rule.mechanism, rule.appealable, rule.documents].every((outcome) => outcome === undefined)
    )
      context.addIssue({
        code: 'custom',
        message: 'changes nothing: it names no route, mechanism, appealable or documents',
      });
  });
export type Override = z.infer<typeof overrideSchema>;

/** An own rule in the shape of its file; with `replaces` it stands for that rule of the release. */
const own = { id: ownId, replaces: z.string().min(1).optional() };

/** What an organisation says differently from the release: only the entries that differ. */
export const layerSchema = z.strictObject({
  layer: z.strictObject({
    /** Counts up with every published change. */
    number: z.int().positive(),
    name: z.string().min(1),
    changed: z.iso.date(),
  }),
  overrides: z.array(overrideSchema).readonly().default([]),
  carc: z.array(carcEntrySchema).readonly().default([]),
  rarc: z.array(rarcEntrySchema).readonly().default([]),
  statusGates: z.array(ruleSchemas.statusGates.extend(own)).readonly().default([]),
  reversals: z.array(ruleSchemas.reversals.extend(own)).readonly().default([]),
  holds: z.array(ruleSchemas.holds.extend(own)).readonly().default([]),
  classes: z.array(ruleSchemas.classes.extend(own)).readonly().default([]),
  rights: z.array(ruleSchemas.rights.extend(own)).readonly().default([]),
  choices: z.array(ruleSchemas.choices.extend(own)).readonly().default([]),
  remarkMatrix: z.array(ruleSchemas.remarkMatrix.extend(own)).readonly().default([]),
  /** Protections may be added, never replaced. */
  safety: z
    .array(ruleSchemas.safety.extend({ id: ownId }))
    .readonly()
    .default([]),
  leadingReasons: z.array(ruleSchemas.leadingReasons.extend(own)).readonly().default([]),
  mechanisms: z.array(ruleSchemas.mechanisms.extend(own)).readonly().default([]),
  appealability: z.array(ruleSchemas.appealability.extend(own)).readonly().default([]),
  advice: z.array(ruleSchemas.advice.extend(own)).readonly().default([]),
  prevention: z.array(ruleSchemas.prevention.extend(own)).readonly().default([]),
  documents: z.array(ruleSchemas.documents.extend(own)).readonly().default([]),
});
export type Layer = z.infer<typeof layerSchema>;

/** The files of rules that a layer may add to. */
export const LAYER_RULES = [
  'statusGates',
  'reversals',
  'holds',
  'classes',
  'rights',
  'choices',
  'remarkMatrix',
  'safety',
  'leadingReasons',
  'mechanisms',
  'appealability',
  'advice',
  'prevention',
  'documents',
] as const;
export type LayerRules = (typeof LAYER_RULES)[number];
