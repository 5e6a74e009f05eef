import { useTrace } from '../api/queries.ts';
import { ExpandableSection } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { ROUTE_IN_WORDS } from '../ui/words.ts';

/** Which rule chose the route, what it saw, and which others had a say. */
export function WhyThisRoute({
  denialId,
  ruleId,
  version,
}: {
  denialId: string;
  ruleId: string;
  version: string;
}) {
  return (
    <ExpandableSection
      headerText="Why this route"
      headerDescription={`Rule ${ruleId} at rulebook ${version}`}
      defaultExpanded={false}
    >
      <Trace denialId={denialId} />
    </ExpandableSection>
  );
}

function Trace({ denialId }: { denialId: string }) {
  const trace = useTrace(denialId);
  return (
    <Panel of={trace} what="the trace of the decision">
      {({ reasons, gates, advice, isStillSo, sentence }) => (
        <>
          {!isStillSo && (
            <p className="warning">{sentence ?? 'The rules in force would decide otherwise now.'}</p>
          )}
          {advice !== null && (
            <p>
              <strong>First:</strong> {advice.first} <strong>Not:</strong> {advice.avoid}{' '}
              <span className="quiet">{advice.source}</span>
            </p>
          )}
          <ol>
            {gates.map(({ gate, says, passed }) => (
              <li key={gate}>{`${passed ? '✓' : '✗'} ${says}`}</li>
            ))}
          </ol>
          {reasons.map(({ group, carc, line, route, steps, runnersUp }) => (
            <section key={`${group}-${carc}-${line}`}>
              <h4>
                <span className="code">{`${group}-${carc}`}</span> → {ROUTE_IN_WORDS[route]}
              </h4>
              <ol>
                {steps.map(({ rule, says, source }) => (
                  <li key={rule}>
                    {says} <span className="code quiet">{rule}</span> <span className="quiet">{source}</span>
                  </li>
                ))}
              </ol>
              {runnersUp.length > 0 && (
                <>
                  <p>Not chosen:</p>
                  <ul>
                    {runnersUp.map(({ ruleId, route: other, lost }) => (
                      <li key={ruleId}>
                        {ROUTE_IN_WORDS[other]} <span className="code quiet">{ruleId}</span>: {lost}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          ))}
        </>
      )}
    </Panel>
  );
}
