import * as z from 'zod';
import { expectationSchema, type Label } from './labels.ts';

/** What a system says of one labelled claim; a claim it says nothing of has no decision. */
export const answerSchema = z.looseObject({
  claimId: z.string(),
  ...expectationSchema.omit({ decided: true }).partial().shape,
});
export type Answer = z.infer<typeof answerSchema>;

const FIELDS = ['category', 'route', 'appealable', 'mechanism'] as const;
type Field = (typeof FIELDS)[number];

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Score {
  readonly n: number;
  /** Of the claims told denied, those that are; of those that are, the ones told. */
  readonly precision: Share;
  readonly recall: Share;
  readonly class: Share;
  readonly accuracy: Readonly<Record<Field, Share>>;
  /** Expected route by answered route. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly misses: readonly string[];
}

/** Scores answers against labels. Fields the labeller left open are not counted. */
export function score(labels: readonly Label[], answers: readonly Answer[]): Score {
  const answerOf = new Map(answers.map((answer) => [answer.claimId, answer]));
  const misses: string[] = [];
  const confusion = new Map<string, Map<string, number>>();
  const denied = { told: 0, are: 0, both: 0 };
  const classes = { right: 0, of: 0 };
  const fields = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, of: 0 }])) as Record<
    Field,
    { right: number; of: number }
  >;
  for (const label of labels) {
    const { id, expect, unsure } = label;
    const answer = answerOf.get(id);
    const miss = (what: string, wanted: unknown, got: unknown) =>
      misses.push(`${id} ${what}: ${got ?? 'none'}, labelled ${wanted ?? 'none'} (${label.why})`);
    const got = answer?.class ?? null;
    if (!unsure.includes('class')) {
      classes.of += 1;
      if (got === expect.class) classes.right += 1;
      else miss('class', expect.class, got);
      if (got === 'denial') denied.told += 1;
      if (expect.class === 'denial') denied.are += 1;
      if (got === 'denial' && expect.class === 'denial') denied.both += 1;
    }
    for (const field of FIELDS) {
      const wanted = expect[field];
      if (wanted === null && (expect.decided || field !== 'route')) continue;
      const told = answer?.[field] ?? null;
      fields[field].of += 1;
      if (told === wanted) fields[field].right += 1;
      else miss(field, wanted, told);
      if (field === 'route') count(confusion, wanted ?? 'none', told ?? 'none');
    }
  }
  return {
    n: labels.length,
    precision: { right: denied.both, of: denied.told },
    recall: { right: denied.both, of: denied.are },
    class: classes,
    accuracy: fields,
    confusion,
    misses,
  };
}

function count(confusion: Map<string, Map<string, number>>, wanted: string, told: string): void {
  const row = confusion.get(wanted) ?? new Map<string, number>();
  row.set(told, (row.get(told) ?? 0) + 1);
  confusion.set(wanted, row);
}

/** The score as text: precision and recall, accuracies with n, the confusion matrix of routes, every miss. */
export function scoreText(of: Score, name: string): string {
  const row = (what: string, share: Share) =>
    `  ${what.padEnd(26)}${percent(share).padStart(8)}   ${share.right} of ${share.of}`;
  const routes = [
    ...new Set([...of.confusion.keys(), ...[...of.confusion.values()].flatMap((r) => [...r.keys()])]),
  ];
  const short = (route: string) => route.slice(0, 9);
  return [
    `Decisions of ${name}: ${of.n} labelled claims`,
    '',
    row('denial or not: precision', of.precision),
    row('denial or not: recall', of.recall),
    row('class', of.class),
    ...FIELDS.map((field) => row(field, of.accuracy[field])),
    '',
    'Routes: labelled (rows) against answered (columns)',
    `  ${''.padEnd(24)}${routes.map((route) => short(route).padStart(10)).join('')}`,
    ...routes.map((wanted) => {
      const cells = routes.map((told) => String(of.confusion.get(wanted)?.get(told) ?? '.').padStart(10));
      return `  ${wanted.padEnd(24)}${cells.join('')}`;
    }),
    '',
    of.misses.length === 0 ? 'No miss.' : `${of.misses.length} missed:`,
    ...of.misses.map((miss) => `  ${miss}`),
    '',
  ].join('\n');
}

function percent({ right, of }: Share): string {
  return of === 0 ? 'n/a' : `${((100 * right) / of).toFixed(1)} %`;
}
