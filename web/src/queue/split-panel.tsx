import { Link } from 'react-router';
import { useDenial } from '../api/queries.ts';
import { Deadlines } from '../denial/deadlines.tsx';
import { DenialHead } from '../denial/denial-head.tsx';
import { WhyDenied } from '../denial/why-denied.tsx';
import { Panel } from '../ui/panel.tsx';

/** What a biller needs of the row under the cursor, without leaving the list. */
export function SplitPanel({ denialId }: { denialId: string }) {
  const denial = useDenial(denialId);
  return (
    <aside className="split-panel" aria-label="The denial under the cursor">
      <Panel key={denialId} of={denial} what="this denial">
        {(data) => (
          <>
            <DenialHead denial={data} />
            <WhyDenied denial={data} />
            <Deadlines denial={data} onlyUsed />
            <p>
              <Link to={`/denials/${denialId}`}>Open this denial</Link>
            </p>
          </>
        )}
      </Panel>
    </aside>
  );
}
