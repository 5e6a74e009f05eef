import * as z from 'zod';
import type { SimulationMessage } from '../../ports/simulations.ts';

/** Our own message: the next range of a simulation. */
export const simulationMessageSchema = z.strictObject({
  simulationId: z.string().regex(/^[0-9a-f]{32}$/),
  step: z.int().positive(),
}) satisfies z.ZodType<SimulationMessage>;

export const simulationEventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })).min(1),
});
