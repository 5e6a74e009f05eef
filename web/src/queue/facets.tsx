import { ExpandableSection } from '../ui/controls.ts';
import { FACETS, type FacetValue, type Filters } from './filters.ts';

const SHOWN_AT_FIRST = 12;

/** What the queue can be narrowed by, with how many rows each choice would show. */
export function Facets({
  counts,
  filters,
  onToggle,
}: {
  counts: ReadonlyMap<string, readonly FacetValue[]>;
  filters: Filters;
  onToggle: (facet: string, value: string) => void;
}) {
  return (
    <nav className="facets" aria-label="Filters">
      {FACETS.map(({ id, name }) => (
        <ExpandableSection key={id} headerText={name} defaultExpanded={id !== 'lob' && id !== 'category'}>
          <ul>
            {(counts.get(id) ?? []).slice(0, SHOWN_AT_FIRST).map(({ value, words, count }) => (
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
