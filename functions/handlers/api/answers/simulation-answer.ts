import * as z from 'zod';
import { simulationReportSchema } from '../../../core/rulebook/simulate/report.ts';
import { named } from '../components.ts';

const day = z.iso.date();

/** A simulation and its report as far as it is. */
export const simulationAnswer = named(
  'Simulation',
  z.strictObject({
    simulationId: z.string(),
    state: z
      .enum(['running', 'done', 'overtaken'])
      .describe(
        '"running": the report is of the claims read so far; "overtaken": a new release was deployed, start again',
      ),
    startedAt: z.iso.datetime(),
    startedBy: z.string(),
    from: day.nullable(),
    until: day.nullable(),
    report: simulationReportSchema,
  }),
);
