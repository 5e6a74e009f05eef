import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../audit/event.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { lineOfBusinessSchema } from './line-of-business.ts';
import { statedSchema } from './stated.ts';

const calendarDate = z.iso.date();
const cents = z.int();

/** An amount that may not be stated: of 0 cents it is, which `#if` could not tell from null. */
const amountSchema = z.strictObject({ cents });

const codeInWordsSchema = z.strictObject({ code: z.string(), wording: z.string().nullable() });

/**
 * Everything a letter may say that no person wrote: from the remittance, the claim as sent, the payer registry and the
 * organisation's settings. A fact that is not known is null, never absent and never guessed.
 */
export const appealFactsSchema = z.strictObject({
  appeal: z.strictObject({
    name: z.string(),
    level: z.int().positive(),
    payerType: payerTypeSchema,
    decider: z.string(),
    /** True where the provider is in the payer's network; null = not known. */
    contracted: z.boolean().nullable(),
    /** The first page gives what Medicare's own form asks for, in its order (CMS-20027, CMS-20033). */
    requestPage: z.boolean(),
    /** Name of the payer's own form, without which it takes no appeal; null where it wants none. */
    payersForm: z.string().nullable(),
    /** The decision of the level before, of which this one asks for another; null at the first. */
    previous: z
      .strictObject({
        decidedOn: calendarDate.nullable(),
        /** Number of the decision's letter, as a person recorded it. */
        reference: z.string().nullable(),
      })
      .nullable(),
  }),
  lineOfBusiness: lineOfBusinessSchema,
  practice: z.strictObject({
    name: z.string(),
    address: z.string().nullable(),
    telephone: z.string().nullable(),
    fax: z.string().nullable(),
    contactName: z.string().nullable(),
    npi: z.string().nullable(),
    tin: z.string().nullable(),
    signatoryName: z.string().nullable(),
    signatoryTitle: z.string().nullable(),
  }),
  payer: z.strictObject({
    name: z.string(),
    appealsAddress: z.string().nullable(),
    appealsFax: z.string().nullable(),
  }),
  member: z.strictObject({
    name: z.string().nullable(),
    id: z.string().nullable(),
    /** The patient's; from the claim as sent, null where it is not on file. */
    bornOn: calendarDate.nullable(),
    groupNumber: z.string().nullable(),
  }),
  claim: z.strictObject({
    payerClaimControlNumber: z.string().nullable(),
    patientControlNumber: z.string(),
    serviceFrom: calendarDate.nullable(),
    /** Null where it is the same day. */
    serviceTo: calendarDate.nullable(),
    renderingProvider: z.string().nullable(),
    billedCents: cents,
    /** Null where the remittance does not tell it of every line. */
    allowed: amountSchema.nullable(),
    paidCents: cents,
    disputedCents: cents,
    /** ICD codes in the order of the claim as sent, as "M54.16, G89.29"; null where it is not on file. */
    diagnoses: z.string().nullable(),
    /** REF*G1 of the claim as sent. */
    priorAuthorization: z.string().nullable(),
    /** REF*9F of the claim as sent. */
    referral: z.string().nullable(),
    /** "office (11)" or "type of bill 131", of the claim as sent. */
    place: z.string().nullable(),
    /** BHT04 of the claim as sent. */
    sentOn: calendarDate.nullable(),
    /** DTM*050: when the payer says that it had the claim. */
    receivedOn: calendarDate.nullable(),
    /** DTM*036: when the payer says that cover ended. */
    coverageExpiredOn: calendarDate.nullable(),
    /** Where contract or statute set the time to file, and its start is known. */
    filingLimit: z
      .strictObject({
        lastDay: calendarDate,
        /** "date of service" */
        countedFrom: z.string(),
        startsOn: calendarDate,
        /** The clause or citation. */
        source: z.string(),
      })
      .nullable(),
    /** Of the first of the acceptances below. */
    firstAcceptedOn: calendarDate.nullable(),
    /** 277CA that accept this claim, the first one first. None where the last word was a rejection. */
    acceptances: z.array(
      z.strictObject({
        by: z.string(),
        /** False of a clearinghouse's, which passes claims on. */
        byPayer: z.boolean(),
        on: calendarDate,
        claimNumber: z.string().nullable(),
      }),
    ),
  }),
  remittance: z.strictObject({ noticeOn: calendarDate.nullable(), traceNumber: z.string() }),
  decision: z.strictObject({
    /** "line 2", "lines 2, 3 and 4" or "the claim". */
    disputed: z.string(),
    wholeClaim: z.boolean(),
    lines: z.array(
      z.strictObject({
        line: z.int().positive(),
        procedure: z.string(),
        modifiers: z.string(),
        serviceOn: calendarDate.nullable(),
        units: z.number(),
        billedCents: cents,
        /** Null where the remittance does not tell it. */
        allowed: amountSchema.nullable(),
        paidCents: cents,
        codes: z.string(),
        disputed: z.boolean(),
      }),
    ),
    /** Codes at claim level, as "CO-50, N115"; null where there are none. */
    claimCodes: z.string().nullable(),
    /** REF*0K of the lines: the payer's policies that it names; null where it names none. */
    policies: z.string().nullable(),
    reasons: z.array(
      z.strictObject({
        where: z.string(),
        code: z.string(),
        wording: z.string().nullable(),
        remarks: z.array(codeInWordsSchema),
      }),
    ),
  }),
  /** What the payer's stated reason rests on: paragraphs that answer something else stay out of the letter. */
  stated: statedSchema,
  filing: z.strictObject({ lastDay: calendarDate.nullable() }),
});
export type AppealFacts = z.infer<typeof appealFactsSchema>;

/** What belongs to the day of rendering. Not part of the facts' hash: the passing of a day changes no fact. */
export const letterDaySchema = z.strictObject({
  on: calendarDate,
  /** The last day, while it has not passed; null where it has, or is not known. */
  inTimeUntil: calendarDate.nullable(),
  late: z.boolean(),
});

/** What a template sees beside the biller's passages. */
export const letterFactsSchema = appealFactsSchema.extend({ letter: letterDaySchema });
export type LetterFacts = z.infer<typeof letterFactsSchema>;

/** The facts with the day of the letter. */
export function letterFacts(facts: AppealFacts, on: string): LetterFacts {
  const { lastDay } = facts.filing;
  const late = lastDay !== null && on > lastDay;
  return { ...withoutSigns(facts), letter: { on, inTimeUntil: late ? null : lastDay, late } };
}

/** The signs by which a template marks a hole are none in a record. */
function withoutSigns<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('⟦', '[').replaceAll('⟧', ']') as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSigns) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutSigns(each)])) as Value;
}

/** SHA-256 (hex) of the facts: another value at approval or delivery means that the letter no longer says what is so. */
export function factsSha256(facts: AppealFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}
