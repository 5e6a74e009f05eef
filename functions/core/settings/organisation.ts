import * as z from 'zod';
import { assignmentRuleSchema } from '../assignment/assignment-rule.ts';
import { dollars } from '../money/dollars.ts';
import { readableName } from '../readable-name.ts';
import { schemaProblems } from '../rulebook/check-data.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import { MOST_MONTHS_OF_REVENUE } from '../views/net-revenue.ts';
import { writeOffReasonCodeSchema } from '../write-off/reasons.ts';
import { problemIn, type SettingsProblem, type Written, writtenValue } from './written.ts';

const words = (longest: number) => z.string().max(longest).regex(/\S/).trim();
const cents = z.int().nonnegative();

/** Letterhead and signature of one practice, by the NPI or TIN that payers pay it under; null = letters show it as open. */
const practiceSchema = z.strictObject({
  practiceId: z.string().regex(/^[0-9A-Za-z-]{1,80}$/),
  legalName: readableName(200),
  address: words(500).nullable(),
  telephone: words(40).nullable(),
  fax: words(40).nullable(),
  contactName: readableName(200).nullable(),
  signatory: z.strictObject({ name: readableName(200), title: readableName(200) }).nullable(),
  /** Net patient service revenue by month, of which figures tell what denials took. */
  netRevenueCentsByMonth: z
    .record(z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/), cents)
    .refine((months) => Object.keys(months).length <= MOST_MONTHS_OF_REVENUE, {
      error: `takes ${MOST_MONTHS_OF_REVENUE} months at most: leave out the oldest`,
    })
    .optional(),
});

/** What an organisation says of itself, as a person writes it: everything but payers and rule layer. */
export const organisationDetailsSchema = z.strictObject({
  name: readableName(200),
  /** IANA: what day it is, and so when a day is over. */
  timeZone: z.string().min(1).max(80),
  practices: z.array(practiceSchema).max(1000),
  writeOffSecondPersonAboveCents: cents,
  writeOffLimitsByReason: z.partialRecord(writeOffReasonCodeSchema, cents).default({}),
  autoPostWriteOffUpToCents: cents,
  secondPersonOnAppeals: z.boolean(),
  assignment: z.array(assignmentRuleSchema).max(500).default([]),
});
export type OrganisationDetails = z.infer<typeof organisationDetailsSchema>;

export type OrganisationCheck =
  | {
      readonly kind: 'right';
      readonly details: OrganisationDetails;
      readonly warnings: readonly SettingsProblem[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly SettingsProblem[] };

/**
 * The organisation as a person wrote it: of the schema, in a time zone there is, every practice and every rule of
 * assignment once, rules for practices that are in it, and no proposal posted by itself that would need a second person.
 *
 * @param inForce practices of which one that is left out is told
 */
export function checkOrganisationDetails(
  written: Written,
  inForce: readonly { readonly practiceId: string }[],
): OrganisationCheck {
  const parsed = writtenValue(written);
  if (parsed.kind === 'not_json') return { kind: 'wrong', problems: parsed.problems };
  const checked = organisationDetailsSchema.safeParse(parsed.value);
  if (!checked.success) {
    return { kind: 'wrong', problems: schemaProblems(checked.error).map((each) => problemIn(written, each)) };
  }
  const details = checked.data;
  const problems = [
    ...timeZoneProblems(details),
    ...repeated(details.practices, 'practices', 'practiceId', ({ practiceId }) => practiceId),
    ...repeated(details.assignment, 'assignment', 'id', ({ id }) => id),
    ...assignmentProblems(details),
    ...autoPostProblems(details),
  ];
  const shown = (each: Problem) => problemIn(written, each);
  return problems.length > 0
    ? { kind: 'wrong', problems: problems.map(shown) }
    : {
        kind: 'right',
        details,
        warnings: [...limitWarnings(details), ...leftOutWarnings(details, inForce)].map(shown),
      };
}

type Problem = Pick<DataProblem, 'path' | 'message' | 'remedy'>;

function timeZoneProblems({ timeZone }: OrganisationDetails): Problem[] {
  if (isTimeZone(timeZone)) return [];
  const remedy = 'name it as the IANA time zone database does, for example America/Chicago';
  return [{ path: ['timeZone'], message: 'is no time zone', remedy }];
}

function isTimeZone(name: string): boolean {
  // Intl takes offsets too, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function repeated<T>(list: readonly T[], field: string, key: string, keyOf: (one: T) => string): Problem[] {
  const keys = list.map(keyOf);
  return keys.flatMap((value, at) => {
    const first = keys.indexOf(value);
    if (first === at) return [];
    const message = `${value} stands at ${field}.${first} already`;
    return [{ path: [field, at, key], message, remedy: 'keep one of them' }];
  });
}

function assignmentProblems({ assignment, practices }: OrganisationDetails): Problem[] {
  const known = new Set(practices.map(({ practiceId }) => practiceId));
  return assignment.flatMap((rule, at) => {
    const { fromCents = 0, toCents = Number.POSITIVE_INFINITY } = rule;
    const strangers = (rule.practices ?? []).flatMap((practice, n) =>
      known.has(practice)
        ? []
        : [
            {
              path: ['assignment', at, 'practices', n],
              message: `${practice} is none of the practices`,
              remedy: 'add the practice, or take it out of the rule',
            },
          ],
    );
    return fromCents <= toCents
      ? strangers
      : [
          ...strangers,
          {
            path: ['assignment', at, 'toCents'],
            message: 'is less than fromCents: the rule never fits',
            remedy: 'write the smaller amount as fromCents',
          },
        ];
  });
}

/** A rule's proposal carries no reason code and may be of any: no limit of a reason may be below what is posted alone. */
function autoPostProblems(details: OrganisationDetails): Problem[] {
  const { autoPostWriteOffUpToCents: alone } = details;
  const remedy = 'write at most the amount up to which one person decides';
  return limitsOf(details)
    .filter(({ amountCents }) => alone > amountCents)
    .map(({ reason, amountCents }) => {
      const of = reason === null ? '' : ` of the reason ${reason}`;
      const message = `is ${dollars(alone)}, and above ${dollars(amountCents)}${of} a second person decides`;
      return { path: ['autoPostWriteOffUpToCents'], message, remedy };
    });
}

interface Limit {
  readonly path: readonly string[];
  /** Null = of every reason without a limit of its own. */
  readonly reason: string | null;
  readonly amountCents: number;
}

function limitsOf({ writeOffSecondPersonAboveCents, writeOffLimitsByReason }: OrganisationDetails): Limit[] {
  const ofAll = { reason: null, amountCents: writeOffSecondPersonAboveCents };
  return [
    { path: ['writeOffSecondPersonAboveCents'], ...ofAll },
    ...Object.entries(writeOffLimitsByReason).map(([reason, amountCents]) => {
      return { path: ['writeOffLimitsByReason', reason], reason, amountCents };
    }),
  ];
}

/** Money that fewer people than two decide about: allowed, and said. */
function limitWarnings(details: OrganisationDetails): Problem[] {
  const { autoPostWriteOffUpToCents } = details;
  const byOne = limitsOf(details)
    .filter(({ amountCents }) => amountCents > 0)
    .map(({ path, amountCents }) => ({
      path: [...path],
      message: `one person alone gives up to ${dollars(amountCents)} away`,
      remedy: 'write 0 where two always decide',
    }));
  if (autoPostWriteOffUpToCents === 0) return byOne;
  const message = `nobody looks at proposals up to ${dollars(autoPostWriteOffUpToCents)}`;
  const remedy = 'write 0 where a person always confirms';
  return [...byOne, { path: ['autoPostWriteOffUpToCents'], message, remedy }];
}

function leftOutWarnings(
  { practices }: OrganisationDetails,
  inForce: readonly { readonly practiceId: string }[],
): Problem[] {
  const kept = new Set(practices.map(({ practiceId }) => practiceId));
  return inForce
    .filter(({ practiceId }) => !kept.has(practiceId))
    .map(({ practiceId }) => ({
      path: ['practices'],
      message: `${practiceId} is in force and left out: its letters would have no letterhead`,
      remedy: 'write it again if it still has denials',
    }));
}
