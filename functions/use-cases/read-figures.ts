import type { PracticeId } from '../core/ids.ts';
import { type Figure, type FiguresCell, figureCellsOf, figuresOf } from '../core/views/figures.ts';
import { netRevenueOf } from '../core/views/net-revenue.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import { reachOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';
import type { ViewPorts } from './read-queue-view.ts';

export interface Figures {
  readonly asOf: string;
  readonly denials: number;
  readonly deniedCents: number;
  readonly figures: readonly Figure[];
  readonly cells: readonly FiguresCell[];
}

/** Figures of the denials that payers decided from one day to another, both included. */
export async function readFigures(
  ports: ViewPorts & { readonly settings: Settings },
  user: UserRecord,
  {
    from,
    to,
    practice,
  }: { readonly from: string; readonly to: string; readonly practice: PracticeId | null },
): Promise<ReadResult<Figures>> {
  const reach = await reachOf(ports, user, 'read_figures', practice);
  if ('kind' in reach) return reach;
  const [{ current: generation }, { practices: details }] = await Promise.all([
    ports.views.generations(),
    ports.settings.organisation(),
  ]);
  // No day lies from a later one to an earlier one, and a store refuses to look.
  const practices = from <= to ? reach.practices : [];
  const rows = (
    await Promise.all(practices.map((id) => ports.views.figures(generation, id, from, to)))
  ).flat();
  return {
    kind: 'read',
    value: {
      asOf: ports.clock.today(),
      denials: rows.length,
      deniedCents: rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
      figures: figuresOf(rows, netRevenueOf(details, reach.practices, from, to)),
      cells: figureCellsOf(rows),
    },
  };
}
