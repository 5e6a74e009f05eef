import { lazy, memo, Suspense } from 'react';
import { Link } from 'react-router';
import { useDenial } from '../api/queries.ts';
import { DenialHead } from '../denial/denial-head.tsx';
import { WhyDenied } from '../denial/why-denied.tsx';
import { Panel } from '../ui/panel.tsx';
import { useSettled } from './use-settled.ts';

// Its table weighs more than the queue: it comes once the rows are there.
const Deadlines = lazy(() =>
  import('../denial/deadlines.tsx').then(({ Deadlines }) => ({ default: Deadlines })),
);

/** Rows that a held key passes over in less are not asked for. */
const FOLLOWS_AFTER_MS = 60;

/** What a biller needs of the row under the cursor, without leaving the list. */
export const SplitPanel = memo(function SplitPanel({ denialId: underCursor }: { denialId: string }) {
  const denialId = useSettled(underCursor, FOLLOWS_AFTER_MS);
  const denial = useDenial(denialId);
  return (
    <aside className="split-panel" aria-label="The denial under the cursor">
      <Panel key={denialId} of={denial} what="this denial">
        {(data) => (
          <>
            <DenialHead denial={data} />
            <WhyDenied denial={data} />
            <Suspense>
              <Deadlines denial={data} onlyUsed />
            </Suspense>
            <p>
              <Link to={`/denials/${denialId}`}>Open this denial</Link>
            </p>
          </>
        )}
      </Panel>
    </aside>
  );
});
