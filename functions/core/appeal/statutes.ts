import * as z from 'zod';
import { type PayerType, payerTypeSchema } from '../payer/profile.ts';
import type { LetterFacts } from './facts.ts';
import { statedFlagSchema } from './stated.ts';

/** What a letter argues: one a template. */
export const subjectSchema = z.enum([
  'general',
  'medical_necessity',
  'experimental',
  'level_of_care',
  'emergency',
  'prior_authorization',
  'authorization_on_claim',
  'timely_filing',
  'filing_exception',
  'bundling',
  'coordination_of_benefits',
  'eligibility',
  'duplicate',
  'coding_level',
  'open_negotiation',
]);
export type Subject = z.infer<typeof subjectSchema>;

/** For which letters an entry is: every field that is present. */
const scope = {
  payerTypes: z.array(payerTypeSchema).min(1),
  subjects: z.union([z.literal('*'), z.array(subjectSchema).min(1)]),
  when: z
    .strictObject({
      levels: z.array(z.int().positive()).min(1).optional(),
      contracted: z.boolean().optional(),
      /** The stated reason is one of these. */
      stated: z.array(statedFlagSchema).min(1).optional(),
    })
    .optional(),
};

/** Where in the letter it stands: who may ask and who decides; the rule; what a further level asks; the late filing. */
export const partOfLawSchema = z.enum(['authority', 'rules', 'nextLevel', 'extension']);
export type PartOfLaw = z.infer<typeof partOfLawSchema>;

export const statuteSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
  ...scope,
  part: partOfLawSchema,
  /** A whole sentence of our own, without its full stop: the citation follows in parentheses. */
  says: z.string().regex(/^[A-Z].*[^.]$/s),
  citation: z.string().min(5),
  /** Where it can be read. */
  source: z.url({ protocol: /^https$/ }),
  confidence: z.enum(['high', 'medium']),
});
export type Statute = z.infer<typeof statuteSchema>;

/**
 * What a biller has to add: of `rules`, because a contract, a policy or a State's law decides; of `authority`, because
 * not every provider may appeal without a paper of the member's or a waiver of its own.
 */
const questionSchema = z.strictObject({
  ...scope,
  part: z.enum(['rules', 'authority']).default('rules'),
  asks: z.string().regex(/^[a-z]/),
});

/**
 * templates/statutes.json: the law that letters may cite. An id stands once; of the questions the first that fits is
 * asked.
 */
export const statutesSchema = z
  .strictObject({ statutes: z.array(statuteSchema).min(1), questions: z.array(questionSchema) })
  .superRefine(({ statutes }, context) => {
    for (const [index, { id }] of statutes.entries())
      if (statutes.findIndex((other) => other.id === id) < index)
        context.addIssue({ code: 'custom', path: ['statutes', index], message: `${id} stands twice` });
  });
export type Statutes = z.infer<typeof statutesSchema>;

const cited = z.array(z.strictObject({ says: z.string(), citation: z.string() }));

/** The law of one letter, as its template sees it. */
export const lawSchema = z.strictObject({
  authority: cited,
  rules: cited,
  nextLevel: cited,
  extension: cited,
  /** Null where the rules above decide, or a policy of the payer's own is no condition. */
  asks: z.string().nullable(),
  /** The paper by which we may appeal; null where the provider may by itself, or where we do not know of a contract. */
  asksAuthority: z.string().nullable(),
});
export type Law = z.infer<typeof lawSchema>;

type LawFacts = Pick<LetterFacts, 'appeal' | 'stated'>;

/**
 * The law that a letter cites: that of its payer type and subject, and nothing that its stated reason does not need.
 *
 * @example
 * lawFor(statutes, 'emergency', facts).rules // [{ says: 'A plan …', citation: '42 CFR 422.113(b)' }]
 */
export function lawFor({ statutes, questions }: Statutes, subject: Subject, facts: LawFacts): Law {
  const of = (part: PartOfLaw) =>
    statutes
      .filter((statute) => statute.part === part && holds(statute, subject, facts))
      .map(({ says, citation }) => ({ says, citation: unbroken(citation) }));
  const asked = (part: 'rules' | 'authority') =>
    questions.find((question) => question.part === part && holds(question, subject, facts))?.asks ?? null;
  return {
    authority: of('authority'),
    rules: of('rules'),
    nextLevel: of('nextLevel'),
    extension: of('extension'),
    asks: asked('rules'),
    asksAuthority: asked('authority'),
  };
}

/** Every citation that a letter to a payer of this type may hold. */
export function citationsFor({ statutes }: Statutes, payerType: PayerType): ReadonlySet<string> {
  return new Set(
    statutes.filter(({ payerTypes }) => payerTypes.includes(payerType)).map(({ citation }) => citation),
  );
}

/**
 * A citation with no-break spaces where a line may not end.
 *
 * @example unbroken('42 CFR 405.940') // '42\u00a0CFR\u00a0405.940'
 */
export function unbroken(citation: string): string {
  return citation.replaceAll('§ ', '§\u00a0').replaceAll(' CFR ', '\u00a0CFR\u00a0');
}

function holds(
  { payerTypes, subjects, when = {} }: Pick<Statute, 'payerTypes' | 'subjects' | 'when'>,
  subject: Subject,
  { appeal, stated }: LawFacts,
): boolean {
  return (
    payerTypes.includes(appeal.payerType) &&
    (subjects === '*' || subjects.includes(subject)) &&
    (when.levels?.includes(appeal.level) ?? true) &&
    (when.contracted === undefined || when.contracted === appeal.contracted) &&
    (when.stated?.some((flag) => stated[flag]) ?? true)
  );
}
