import type { CompiledCarc } from '../rulebook/code-meaning.ts';
import type { FindingRules } from '../rulebook/compile.ts';
import type { Circumstances } from '../rulebook/condition.ts';
import type { Course } from './course.ts';
import type { DecisionClass, Route, TraceStep } from './decision.ts';

/** A step of a trace, before it is known on which line of which claim. */
export type RulingStep = Omit<TraceStep, 'line'>;

/**
 * What the rules say of one group + CARC beside its remarks and neighbours: class, route and why, whatever the amount
 * and the line. Shared between claims that look alike, so nothing changes it once it is made.
 */
export interface Ruling {
  readonly group: string;
  readonly carc: string;
  readonly code: CompiledCarc | null;
  readonly rules: FindingRules;
  readonly circumstances: Readonly<Circumstances>;
  readonly class: DecisionClass;
  readonly route: Route;
  readonly ruleId: string;
  readonly says: string;
  /** Of a hold: days until somebody asks. */
  readonly waitDays: number | undefined;
  /** Place in the order of leading reasons, 1 leads. */
  readonly rank: number;
  readonly steps: readonly RulingStep[];
  /** What follows on each route, as far as anybody asked (course.ts). */
  readonly courses: Map<Route, Course>;
}

/** A ruling while the rules are being asked. */
export type OpenRuling = { -readonly [K in keyof Ruling]: Ruling[K] } & {
  readonly circumstances: Circumstances;
  readonly steps: RulingStep[];
};

/** The ruling, changed by what is known of the whole claim. */
export function overruled(
  ruling: Ruling,
  {
    circumstances,
    ...changed
  }: Partial<Omit<Ruling, 'circumstances' | 'courses'>> & {
    readonly circumstances?: Partial<Circumstances>;
  },
): Ruling {
  return {
    ...ruling,
    ...changed,
    circumstances: { ...ruling.circumstances, ...circumstances },
    courses: new Map(),
  };
}
