import { memo, useCallback, useRef, useState } from 'react';
import { type Facet, type FacetChoice, type Filters, SHOWN_FACETS } from './filters.ts';

const SHOWN_AT_MOST = 12;
const OPEN_AT_FIRST: ReadonlySet<Facet> = new Set(['bucket', 'route', 'state', 'payer', 'owner']);
const NOTHING: readonly FacetChoice[] = [];

interface FacetsProps {
  readonly counts: ReadonlyMap<Facet, readonly FacetChoice[]>;
  readonly filters: Filters;
  readonly onToggle: (facet: Facet, value: string) => void;
}

/** What the queue can be narrowed by, with how many rows each choice would show. */
export function Facets({ onToggle, ...shown }: FacetsProps) {
  // The page around it is drawn anew at each key; the lists only where they changed.
  const latest = useRef(onToggle);
  latest.current = onToggle;
  const toggle = useCallback((facet: Facet, value: string) => latest.current(facet, value), []);
  return <FacetLists {...shown} onToggle={toggle} />;
}

const FacetLists = memo(function FacetLists({ counts, filters, onToggle }: FacetsProps) {
  return (
    <nav className="facets" aria-label="Filters">
      {SHOWN_FACETS.map(([facet, name]) => (
        <FacetList
          key={facet}
          facet={facet}
          name={name}
          choices={counts.get(facet) ?? NOTHING}
          chosen={filters.get(facet)}
          onToggle={onToggle}
        />
      ))}
    </nav>
  );
});

function FacetList({
  facet,
  name,
  choices,
  chosen,
  onToggle,
}: Pick<FacetsProps, 'onToggle'> & {
  facet: Facet;
  name: string;
  choices: readonly FacetChoice[];
  chosen: ReadonlySet<string> | undefined;
}) {
  const [isOpen, setOpen] = useState(OPEN_AT_FIRST.has(facet));
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && (
        <ul>
          {choices.slice(0, SHOWN_AT_MOST).map(({ value, words, count }) => (
            <li key={value}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen?.has(value) ?? false}
                  onChange={() => onToggle(facet, value)}
                />
                <span>{words}</span>
                <span className="count quiet">{count}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
