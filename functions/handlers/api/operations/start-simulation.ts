import * as z from 'zod';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../../../core/time/federal-holidays.ts';
import { startSimulation as start } from '../../../use-cases/start-simulation.ts';
import { simulationAnswer } from '../answers/simulation-answer.ts';
import { nothing, operation } from '../operation.ts';
import { type Problem, problem } from '../problem.ts';
import { writtenIn } from '../settings-view.ts';
import { simulationView } from '../simulation-view.ts';

const day = z.iso.date().nullable().default(null);
const period = { from: day, until: day, asOf: day };

export const startSimulation = operation({
  id: 'startSimulation',
  method: 'POST',
  path: '/api/simulations',
  summary:
    'What a rule layer would have decided of archived claims; nothing comes in force. A layer of null: the release alone',
  params: nothing,
  query: nothing,
  body: z.union([
    z.strictObject({ layer: z.unknown(), ...period }),
    z.strictObject({ text: z.string().min(1), ...period }),
  ]),
  writes: false,
  asks: true,
  answers: { 200: simulationAnswer },
  problems: ['DATE_REFUSED', 'SETTINGS_REFUSED'],
  async handle(ports, { user, body }) {
    const { from, until, asOf } = body;
    const stray = Object.entries({ from, until, asOf }).find(
      ([, date]) => date !== null && !isInCalendar(date),
    );
    if (stray !== undefined) return { kind: 'problem', problem: outsideCalendar(stray[0]) };
    const written = writtenIn('text' in body ? body : { value: body.layer ?? null });
    const result = await start(ports, { user, written, from, until, asOf });
    switch (result.kind) {
      case 'started':
        return { kind: 'answer', answer: { status: 200, body: simulationView(result.standing) } };
      case 'forbidden':
        return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
      case 'refused':
        return {
          kind: 'problem',
          problem: { ...problem(result.code, result.sentence), problems: result.problems },
        };
    }
  },
});

/** Beyond these years no federal holiday is known, so that no workday can be counted. */
function isInCalendar(date: string): boolean {
  return date >= `${FIRST_HOLIDAY_YEAR}` && date <= `${LAST_HOLIDAY_YEAR}-12-31`;
}

function outsideCalendar(field: string): Problem {
  const years = `${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}`;
  return problem(
    'DATE_REFUSED',
    `The day is none of the years ${years}, for which workdays can be counted.`,
    field,
  );
}
