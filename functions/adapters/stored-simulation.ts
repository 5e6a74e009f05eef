import * as z from 'zod';
import { registryPayerSchema } from '../core/payer/registry.ts';
import { layerSchema } from '../core/rulebook/layer.ts';
import { tallyDataSchema } from '../core/rulebook/simulate/tally.ts';
import type { SimulationRequest, SimulationStep } from '../ports/simulations.ts';

const day = z.iso.date();

/** What is kept of a simulation, parsed at every read. */
export const simulationRequestSchema = z.strictObject({
  simulationId: z.string(),
  startedAt: z.iso.datetime(),
  startedBy: z.string(),
  release: z.string(),
  presentLayer: layerSchema.nullable(),
  proposedLayer: layerSchema.nullable(),
  payers: z.array(registryPayerSchema),
  from: day.nullable(),
  until: day.nullable(),
  asOf: day,
}) satisfies z.ZodType<SimulationRequest>;

export const simulationStepSchema = z.strictObject({
  step: z.int().positive(),
  state: z.enum(['running', 'done', 'overtaken']),
  after: z.string().nullable(),
  covered: z.strictObject({ remittanceId: z.string(), lastOrdinal: z.int() }).nullable(),
  tally: tallyDataSchema,
}) satisfies z.ZodType<SimulationStep>;
