import * as z from 'zod';
import type { SettingsProblem } from '../../core/settings/written.ts';
import { named } from './components.ts';
import type { HttpResponse } from './event.ts';

/** Every code that a problem can carry, with its HTTP status and when it is given. Codes never change their meaning. */
export const PROBLEMS = {
  MALFORMED: {
    status: 400,
    when: 'A field is missing, unknown or of another form; `field` names it.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    when: 'A change has no `Idempotency-Key`, by which it is known again when it comes twice.',
  },
  PASSAGE_REFUSED: { status: 422, when: 'A passage is too long, unknown, or a row lacks a part.' },
  FACT_REFUSED: {
    status: 422,
    when: 'An added fact says nothing, is too long, or has no source that is there.',
  },
  ENCLOSURE_REFUSED: {
    status: 422,
    when: 'A chosen enclosure is not attached, stands twice, or has no name that can be printed.',
  },
  GOES_WITHOUT_REFUSED: {
    status: 422,
    when: 'A reason for going without a document is empty or too long, or the letter requires no such document.',
  },
  DATE_REFUSED: {
    status: 422,
    when: 'The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.',
  },
  DOCUMENT_MISSING: {
    status: 422,
    when: 'The payer wants a document that is neither enclosed nor declared unneeded; the title names it.',
  },
  DOCUMENT_REFUSED: {
    status: 422,
    when: 'The document is not there, was not accepted when it was checked, is one too many, or not asked for; the title says which, and what to do.',
  },
  DOCUMENT_BEING_CHECKED: {
    status: 409,
    when: 'The document was uploaded, and the check of it is not over: ask again in a moment.',
  },
  NO_SUCH_DOCUMENT: { status: 409, when: 'The denial has no such document, or it has left for the payer.' },
  CLOCK_STILL_OPEN: {
    status: 422,
    when: 'A write-off would let a clock run out that nobody acknowledged; the title names clock, days and money.',
  },
  FREQUENCY_REFUSED: {
    status: 422,
    when: 'The corrected claim may not go out so: it would deny as a duplicate, or there is nothing to replace or void; the title says why.',
  },
  CLAIM_NUMBER_REFUSED: {
    status: 422,
    when: 'REF*F8 is missing, is not the payer’s number of its last decision, or stands where none may.',
  },
  CHANGE_REFUSED: {
    status: 422,
    when: 'A change names no field of a claim, does not say what stands there now so that it can be compared, or nothing was changed.',
  },
  APPEAL_OPEN: { status: 422, when: 'An appeal of the same claim is with the payer.' },
  SECOND_PERSON_NEEDED: {
    status: 422,
    when: 'A change has more paid, and no second person has approved it.',
  },
  ALREADY_FORWARDED: {
    status: 422,
    when: 'The remittance says that the next payer has the claim, and nobody says that it has not.',
  },
  PATIENT_PROTECTED: {
    status: 422,
    when: 'A check forbids billing the patient, one is not confirmed, or something else is confirmed; the title says which.',
  },
  UNKNOWN_USER: { status: 422, when: 'The assignee does not work on this practice.' },
  UNKNOWN_PRACTICE: {
    status: 422,
    when: 'Neither the settings of the organisation nor a remittance names the practice.',
  },
  NO_ACCOUNT: { status: 403, when: 'The sign-in has no account here, or another role than it.' },
  FORBIDDEN: {
    status: 403,
    when: 'Role, practice or the rule of two people does not allow it; the title says why.',
  },
  PREPARER_IS_APPROVER: { status: 403, when: 'The organisation wants a second person on appeals.' },
  NOT_FOUND: { status: 404, when: 'Unknown address or id.' },
  NOT_YET: { status: 404, when: 'The denial is there; its draft, letter or packet is not.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    when: 'The address is known, the method is not; `Allow` lists those that are.',
  },
  STALE_VERSION: {
    status: 409,
    when: 'The record changed since it was read; `changedBy` says who did what.',
  },
  HASH_MISMATCH: { status: 409, when: 'The approved SHA-256 is not that of the letter that waits.' },
  FACTS_CHANGED: {
    status: 409,
    when: 'A fact, an enclosure or a remittance changed, as the title says: open the letter for approval anew.',
  },
  TEMPLATE_CHANGED: {
    status: 409,
    when: 'The template, or the law that it cites, was replaced: open the letter for approval anew.',
  },
  LETTER_OF_ANOTHER_DAY: {
    status: 409,
    when: 'The letter bears another day than today: open it for approval, which dates it anew.',
  },
  STORED_BYTES_DIFFER: {
    status: 409,
    when: 'What is stored is not what was rendered: save the draft again.',
  },
  NOT_IN_THIS_STATE: { status: 409, when: 'The denial stands elsewhere.' },
  HOLD_ENDED: { status: 409, when: 'The letter left already.' },
  UNKNOWN_CLOCK: {
    status: 409,
    when: 'The denial has no such clock, or its clock starts with no date that is entered.',
  },
  KEY_IN_USE: { status: 409, when: 'The same request with the same Idempotency-Key is being worked.' },
  REDRIVE_RUNNING: {
    status: 409,
    when: 'The file is being loaded now; `changedBy` says who had it redriven, and when.',
  },
  NOT_HELD: { status: 409, when: 'The remittance is not held in conflict.' },
  NO_DRAFT: { status: 409, when: 'There is no open draft of these settings.' },
  TOO_LARGE: { status: 413, when: 'The body is more than 256 KB.' },
  NOT_JSON: { status: 415, when: 'The body is sent as something else than `application/json`.' },
  LETTER_INCOMPLETE: {
    status: 422,
    when: 'A placeholder of the letter is open, or a character of it cannot be printed.',
  },
  NOT_APPEALABLE: { status: 422, when: 'The case does not allow an appeal; the title says why.' },
  BELOW_MINIMUM: {
    status: 422,
    when: 'The amount is below what the next level takes, and no reason says how it is reached.',
  },
  NO_FURTHER_LEVEL: {
    status: 422,
    when: 'There is no level after this one, or the payer itself sends it on.',
  },
  ROUTE_REFUSED: { status: 422, when: 'The case does not allow the route; the title says why.' },
  SETTINGS_REFUSED: {
    status: 422,
    when: 'Mistakes in settings; `problems` lists each with `field`, `line`, `message` and `remedy`.',
  },
  TOO_MANY_VIEWS: { status: 422, when: 'There are 100 views in the list already.' },
  NOTHING_CHANGES: { status: 422, when: 'The draft says what is in force.' },
  KEY_REUSED: { status: 422, when: 'The Idempotency-Key was used for another request within 24 hours.' },
  IF_MATCH_REQUIRED: { status: 428, when: 'A change does not say which version it is of.' },
  INTERNAL: { status: 500, when: 'A fault of ours, logged by name and code only.' },
} as const satisfies { readonly [code: string]: { readonly status: number; readonly when: string } };
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457, with a stable code and a sentence for the biller as title. Nothing of the patient, nothing of the error. */
export interface Problem {
  readonly code: ProblemCode;
  readonly title: string;
  /** The part of the request that is wrong: "reason", "passages.criteria", "If-Match". */
  readonly field?: string;
  readonly currentVersion?: number;
  readonly changedBy?: { readonly name: string; readonly what: string; readonly at: string };
  /** Every mistake in settings as they were written. */
  readonly problems?: readonly SettingsProblem[];
}

export const problemAnswer = named(
  'Problem',
  z.strictObject({
    type: z.string().describe('`urn:overturn:problem:` and the code'),
    status: z.int(),
    code: z.string(),
    title: z.string().describe('A sentence for the biller; nothing of the patient is in it'),
    field: z.string().optional().describe('The part of the request that is wrong'),
    currentVersion: z.int().optional(),
    changedBy: z
      .strictObject({ name: z.string(), what: z.string(), at: z.iso.datetime() })
      .optional()
      .describe('Who was faster, and what they did'),
    problems: z
      .array(
        z.strictObject({
          field: z.string(),
          line: z.int().positive().nullable(),
          message: z.string(),
          remedy: z.string(),
        }),
      )
      .readonly()
      .optional()
      .describe('Every mistake in settings as they were written'),
  }),
);

/** @param field the part of the request that is wrong, where it is one */
export function problem(code: ProblemCode, title: string, field?: string): Problem {
  return { code, title, ...(field === undefined ? {} : { field }) };
}

/** Answers are about patients: no cache keeps them. The other security headers are middy's (handler.ts). */
export const NO_STORE = { 'cache-control': 'no-store' } as const;

export function problemResponse(problem: Problem): HttpResponse {
  const { status } = PROBLEMS[problem.code];
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', ...NO_STORE },
    body: JSON.stringify({ type: `urn:overturn:problem:${problem.code}`, status, ...problem }),
  };
}
