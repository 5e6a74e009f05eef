import * as z from 'zod';

const scenarioSchema = z.object({
  ScenarioFinished: z.object({
    recorder: z.object({
      label: z.string(),
      interactions: z
        .record(z.string(), z.object({ response: z.object({ status_code: z.int() }).nullish() }))
        .default({}),
    }),
  }),
});

/** Statuses by operation (`GET /api/me`), each with how often it was answered. */
export type Answered = ReadonlyMap<string, ReadonlySet<number>>;

/** What the API answered, from schemathesis' own events. */
export function answersOf(ndjson: string): Answered {
  const answered = new Map<string, Set<number>>();
  for (const line of ndjson.split('\n').filter((text) => text.includes('"ScenarioFinished"'))) {
    const { label, interactions } = scenarioSchema.parse(JSON.parse(line)).ScenarioFinished.recorder;
    const statuses = answered.get(label) ?? new Set();
    for (const { response } of Object.values(interactions)) if (response) statuses.add(response.status_code);
    answered.set(label, statuses);
  }
  return answered;
}

const TURNED_AWAY: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 415, 428]);

/** There is none: nobody attached a document to a sample, and no day has ended on which roots are taken. */
const NOTHING_TO_READ: ReadonlySet<string> = new Set([
  'GET /api/denials/{denialId}/documents/{sha256}/link',
  'GET /api/audit/roots/{day}',
]);

/**
 * Operations that the run did not get to: without any answer, never asked without a token, only ever turned away, or a
 * read that never read anything. A run that tries nothing must not pass.
 */
export function neverReached(
  { paths }: { readonly paths: Readonly<Record<string, object>> },
  runs: readonly Answered[],
): readonly string[] {
  const labels = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return labels.flatMap((label) => {
    const statuses = new Set(runs.flatMap((run) => [...(run.get(label) ?? [])]));
    if (statuses.size === 0) return [`${label} was not tried`];
    if (!statuses.has(401)) return [`${label} was not tried without a token`];
    const isRead = label.startsWith('GET ');
    const isReached = [...statuses].some((status) => (isRead ? status < 300 : !TURNED_AWAY.has(status)));
    return isReached || NOTHING_TO_READ.has(label) ? [] : [`${label} only ever turned requests away`];
  });
}
