import { ExpandableSection } from '../ui/controls.ts';
import { type Facet, type FacetChoice, type Filters, SHOWN_FACETS } from './filters.ts';

const SHOWN_AT_MOST = 12;
const OPEN_AT_FIRST: ReadonlySet<Facet> = new Set(['bucket', 'route', 'state', 'payer', 'owner']);

/** What the queue can be narrowed by, with how many rows each choice would show. */
export function Facets({
  counts,
  filters,
  onToggle,
}: {
  counts: ReadonlyMap<Facet, readonly FacetChoice[]>;
  filters: Filters;
  onToggle: (facet: Facet, value: string) => void;
}) {
  return (
    <nav className="facets" aria-label="Filters">
      {SHOWN_FACETS.map(([id, name]) => (
        <ExpandableSection key={id} headerText={name} defaultExpanded={OPEN_AT_FIRST.has(id)}>
          <ul>
            {(counts.get(id) ?? []).slice(0, SHOWN_AT_MOST).map(({ value, words, count }) => (
              <li key={value}>
                <label>
                  <input
                    type="checkbox"
                    checked={filters.get(id)?.has(value) ?? false}
                    onChange={() => onToggle(id, value)}
                  />
                  <span>{words}</span>
                  <span className="count quiet">{count}</span>
                </label>
              </li>
            ))}
          </ul>
        </ExpandableSection>
      ))}
    </nav>
  );
}
