import * as z from 'zod';
import { savedViewSchema, viewLayoutSchema } from '../../../core/views/saved-view.ts';
import type { UserRecord } from '../../../ports/settings.ts';
import { type AnyView, mayChangeView } from '../../../use-cases/read-views.ts';
import { named } from '../components.ts';

/** A view of the queue: filters, columns, order and density. */
export const viewAnswer = named(
  'View',
  z.strictObject({
    viewId: z.string(),
    kind: z.enum(['mine', 'team', 'built_in']),
    name: z.string(),
    practiceId: z.string().nullable().describe('Of a view of a team'),
    ownerId: z.string().nullable().describe('Who saved it first; null of a built-in one'),
    layout: viewLayoutSchema,
    version: z.int().nonnegative().describe('0 of a built-in one'),
    changedAt: savedViewSchema.shape.changedAt.nullable(),
    changedBy: z.string().nullable(),
    actions: z
      .array(
        z.strictObject({
          id: z.enum(['save', 'delete']),
          allowed: z.boolean(),
          reason: z.string().nullable(),
        }),
      )
      .readonly(),
  }),
);

const BUILT_IN = 'This view comes with the system: save a copy of your own.';

/** {@link viewAnswer} as this reader sees it. */
export function viewView(user: UserRecord, any: AnyView): z.infer<typeof viewAnswer> {
  if (any.kind === 'built_in') {
    const { viewId, name, layout } = any.view;
    const nobody = { practiceId: null, ownerId: null, changedAt: null, changedBy: null };
    return { viewId, kind: 'built_in', name, ...nobody, layout, version: 0, actions: offered(BUILT_IN) };
  }
  const { isDeleted, scope, ...view } = any.view;
  const permission = mayChangeView(user, any.view);
  return {
    ...view,
    kind: scope.kind,
    practiceId: scope.kind === 'team' ? scope.practiceId : null,
    actions: offered(permission.allowed ? null : permission.reason),
  };
}

function offered(reason: string | null) {
  return (['save', 'delete'] as const).map((id) => ({ id, allowed: reason === null, reason }));
}
