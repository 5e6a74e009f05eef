import * as z from 'zod';
import type { Levels } from '../../core/answer/levels.ts';
import type { Casework } from '../../core/casework.ts';
import type { CompiledClocks } from '../../core/deadline/compile.ts';
import type { DenialId } from '../../core/ids.ts';
import type { CompiledRulebook } from '../../core/rulebook/compile.ts';
import type { Layer } from '../../core/rulebook/layer.ts';
import type { WriteOffReason } from '../../core/write-off/reasons.ts';
import type { ChangesByDay, DailyRoots } from '../../ports/audit.ts';
import type { CodingTableStore } from '../../ports/coding-tables.ts';
import type { DocumentChecks } from '../../ports/document-checks.ts';
import type { IdempotencyStore } from '../../ports/idempotency.ts';
import type { IngestQueue } from '../../ports/inbox.ts';
import type { SavedViewStore } from '../../ports/saved-views.ts';
import type { UserRecord } from '../../ports/settings.ts';
import type { Transfers } from '../../ports/transfers.ts';
import type { ViewStore } from '../../ports/view-store.ts';
import type { WriteOffBatches } from '../../ports/write-off-batches.ts';
import type { ActPorts } from '../../use-cases/act-on-denial.ts';
import type { AccountPorts } from '../../use-cases/grant-access.ts';
import type { LetterPorts } from '../../use-cases/make-letter.ts';
import type { PublishPorts } from '../../use-cases/publish-settings.ts';
import type { SimulationPorts } from '../../use-cases/start-simulation.ts';
import { components, named } from './components.ts';
import { PROBLEMS, type Problem, type ProblemCode, problem } from './problem.ts';

export type ApiPorts = ActPorts &
  LetterPorts &
  PublishPorts &
  SimulationPorts &
  AccountPorts & {
    readonly clocks: CompiledClocks;
    /** The release with the organisation's layer over it. */
    readonly rulebook: (layer: Layer | undefined) => CompiledRulebook;
    readonly levels: Levels;
    readonly casework: Casework;
    readonly writeOffReasons: readonly WriteOffReason[];
    readonly writeOffBatches: WriteOffBatches;
    readonly codingTables: CodingTableStore;
    readonly idempotency: IdempotencyStore;
    readonly ingestQueue: IngestQueue;
    readonly views: ViewStore;
    readonly savedViews: SavedViewStore;
    readonly changesByDay: ChangesByDay;
    readonly roots: DailyRoots;
    readonly transfers: Transfers;
    readonly documentChecks: DocumentChecks;
  };

/** What an operation gives back; `version` becomes the ETag. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly version?: number;
}
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface OperationRequest<Params, Query, Body> {
  readonly user: UserRecord;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** From If-Match; 0 on reads, which have none. */
  readonly expectedVersion: number;
}

interface Definition<Params, Query, Body> {
  /** A verb and what it is done to; the client's and the document's operationId. */
  readonly id: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly query: z.ZodType<Query>;
  readonly body: z.ZodType<Body>;
  /** Changes a versioned record: If-Match is required. */
  readonly writes: boolean;
  /** Changes several records, each with its version in the body, so that there is no If-Match. */
  readonly versions?: 'in_body';
  /** Takes a body and changes nothing. @default only what writes has a body */
  readonly asks?: true;
  /**
   * The body of each answer, by status, strict: what is not written here is not answered. Schemas that several
   * operations answer with stand beside their view and have a name (`named`).
   */
  readonly answers: { readonly [status: number]: z.ZodType };
  /** Problems of its own. What every operation of its kind can give is not repeated ({@link problemsOf}). */
  readonly problems?: readonly ProblemCode[];
  handle(ports: ApiPorts, request: OperationRequest<Params, Query, Body>): Promise<Outcome>;
}

export interface RawRequest {
  readonly user: UserRecord;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly expectedVersion: number;
}

/** One operation of the API: its schemas, from which documents are made too, and what runs once they hold. */
export interface Operation extends Omit<Definition<unknown, unknown, unknown>, 'handle'> {
  run(ports: ApiPorts, request: RawRequest): Promise<Outcome>;
}

/**
 * Binds schemas and handling, so that no operation sees a request that its schemas have not passed. To add one: a file
 * in operations/, a line in route-table.ts, `npm run api`, which writes the OpenAPI document, its page and the client's
 * types anew. Tests hold every answer to `answers` and `problems`.
 *
 * @example
 * export const readTimeline = operation({
 *   id: 'readTimeline',
 *   method: 'GET',
 *   path: '/api/denials/{denialId}/timeline',
 *   summary: 'Every event of one denial, oldest first',
 *   params: denialParams,
 *   query: nothing,
 *   body: z.unknown(),
 *   writes: false,
 *   answers: { 200: timelineAnswer },
 *   problems: ['NOT_YET'],
 *   async handle(ports, { user, params }) { … },
 * });
 */
export function operation<Params, Query, Body>(definition: Definition<Params, Query, Body>): Operation {
  const { handle, ...described } = definition;
  nameAnswers(described);
  return {
    ...described,
    async run(ports, raw) {
      const params = definition.params.safeParse(raw.params);
      if (!params.success) return { kind: 'problem', problem: NOT_FOUND };
      const query = definition.query.safeParse(raw.query);
      if (!query.success) return { kind: 'problem', problem: malformed(query.error) };
      const body = definition.body.safeParse(raw.body);
      if (!body.success) return { kind: 'problem', problem: malformed(body.error) };
      const { user, expectedVersion } = raw;
      return handle(ports, {
        user,
        expectedVersion,
        params: params.data,
        query: query.data,
        body: body.data,
      });
    },
  };
}

/** In the document every answer has a name; one that only this operation gives is named by it. */
function nameAnswers({ id, answers }: Pick<Operation, 'id' | 'answers'>): void {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`;
  for (const [status, schema] of Object.entries(answers)) {
    if (!components.has(schema)) named(status === '200' ? name : `${name}${status}`, schema);
  }
}

/** Every problem that an operation can give: its own, and those of its kind, by status. */
export function problemsOf({
  problems = [],
  params,
  writes,
  versions,
  asks,
}: Pick<Operation, 'problems' | 'params' | 'writes' | 'versions' | 'asks'>): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>(['MALFORMED', 'NO_ACCOUNT', 'FORBIDDEN', 'INTERNAL', ...problems]);
  if (params !== nothing) codes.add('NOT_FOUND');
  if (writes || asks) codes.add('TOO_LARGE').add('NOT_JSON');
  if (writes) codes.add('IDEMPOTENCY_KEY_REQUIRED').add('KEY_IN_USE').add('KEY_REUSED');
  if (writes && versions !== 'in_body') codes.add('IF_MATCH_REQUIRED').add('STALE_VERSION');
  return [...codes].sort((a, b) => PROBLEMS[a].status - PROBLEMS[b].status || (a < b ? -1 : 1));
}

export const NOT_FOUND = problem('NOT_FOUND', 'There is nothing here under this address.');

/** The first thing that is wrong, by its name. The value itself is never repeated. */
function malformed(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const path =
    issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  const field = path.map(String).join('.') || 'body';
  return problem('MALFORMED', titleOf(issue, field), field);
}

function titleOf(issue: z.core.$ZodIssue | undefined, field: string): string {
  if (issue?.code === 'custom') return issue.message;
  if (issue?.code === 'invalid_value')
    return `The field "${field}" must be one of: ${issue.values.join(', ')}.`;
  return `The field "${field}" is missing or not as it should be.`;
}

export const denialParams = z.strictObject({
  denialId: z
    .string()
    .regex(/^[0-9a-f]{32}[-P]\d{4,9}$/)
    .transform((id) => id as DenialId),
});
export const nothing = z.strictObject({});
/** A body that is absent or empty. */
export const noBody = z.union([z.undefined(), nothing]);

/** A sentence that a person writes: what is asked for must say something. */
export const writtenReason = sentence(2000);

/** What must say something: trimmed, three characters at least. */
export function sentence(longest: number) {
  return z
    .string()
    .max(longest)
    .regex(/\S[\s\S]+\S/)
    .trim();
}

/** A name or number that a person writes: trimmed, and more than spaces. */
export function written(longest: number) {
  return z.string().max(longest).regex(/\S/).trim();
}
