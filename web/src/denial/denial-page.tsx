import { lazy, Suspense } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useDenial } from '../api/queries.ts';
import { Delivery } from '../delivery/delivery.tsx';
import { useKeys } from '../shell/keys.ts';
import { useTitle } from '../shell/title.ts';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { Actions } from './actions.tsx';
import type { Denial } from './denial.ts';
import { DenialHead } from './denial-head.tsx';
import { MoneyWaterfall } from './money-waterfall.tsx';
import { Timeline } from './timeline.tsx';
import { WhyDenied } from './why-denied.tsx';
import { WhyThisRoute } from './why-this-route.tsx';

// Its table weighs more than the rest of the page, which can be read meanwhile.
const Deadlines = lazy(() => import('./deadlines.tsx').then(({ Deadlines }) => ({ default: Deadlines })));

/** Everything about one denial, and what to do next. */
export default function DenialPage() {
  useTitle('Denial');
  const { denialId = '' } = useParams();
  const navigate = useNavigate();
  const denial = useDenial(denialId);
  useKeys({ Escape: () => void navigate(-1) });
  return (
    <Panel of={denial} what="this denial" page="Denial">
      {(data) => <DenialView denial={data} />}
    </Panel>
  );
}

function DenialView({ denial }: { denial: Denial }) {
  const { denialId, claimId, decision, money, related, facts } = denial;
  return (
    <SpaceBetween size="l">
      <Header variant="h1">
        Claim <span className="code">{claimId}</span>
      </Header>
      <DenialHead denial={denial} />
      {denial.draftNumber > 0 && (
        <p>
          <Link to={`/denials/${denialId}/appeals/${denial.level}`}>Read the letter</Link>
        </p>
      )}
      <Actions denial={denial} />
      {(denial.approval !== null || denial.handover !== null) && <Delivery denial={denial} />}
      <WhyDenied denial={denial} />
      {denial.kind === 'denial' && (
        <WhyThisRoute denialId={denialId} ruleId={decision.ruleId} version={decision.rulebookVersion} />
      )}
      <Suspense>
        <Deadlines denial={denial} />
      </Suspense>
      {money !== null && <MoneyWaterfall money={money} />}
      <section aria-label="What else is known">
        <Header variant="h3">What else is known</Header>
        {facts.length === 0 ? (
          <p>Nothing else on file speaks about this claim.</p>
        ) : (
          <ul>
            {facts.map(({ kind, sentence }) => (
              <li key={`${kind} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        )}
        {related.length > 1 && <p>{related.length} answers of payers to this claim are on file.</p>}
      </section>
      <Timeline denialId={denialId} />
    </SpaceBetween>
  );
}
