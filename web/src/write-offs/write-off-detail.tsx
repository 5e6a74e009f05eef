import { Link } from 'react-router';
import { useTimeline } from '../api/queries.ts';
import { Alert, Button, Header, KeyValuePairs, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reason } from '../ui/reason.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { PAYER_TYPE_IN_WORDS, ROUTE_IN_WORDS, WRITE_OFF_REASON_IN_WORDS } from '../ui/words.ts';
import type { Verdict } from './decision-dialog.tsx';
import { openClockInWords } from './open-clocks.ts';
import { useWriteOffCheck, type WriteOff } from './queries.ts';

/** What would be given up, who asks and why, and what still speaks against it. */
export function WriteOffDetail({
  row,
  asOf,
  decision,
  onAsk,
}: {
  row: WriteOff;
  asOf: string;
  decision: { readonly allowed: boolean; readonly reason: string };
  onAsk: (verdict: Verdict) => void;
}) {
  const { denialId, claimId, amountCents, payerName, payerType, route, sendBy, category, reasons } = row;
  const [leading, ...others] = reasons;
  const refusal = decision.allowed ? {} : { disabled: true, disabledReason: decision.reason };
  return (
    <SpaceBetween size="m">
      <Header variant="h2">
        <Money cents={amountCents} /> of claim <span className="code">{claimId}</span>
      </Header>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="primary" onClick={() => onAsk('approve')} {...refusal}>
          Approve
        </Button>
        <Button onClick={() => onAsk('return')} {...refusal}>
          Return
        </Button>
      </SpaceBetween>
      {decision.allowed ? (
        <p className="quiet">
          <kbd>y</kbd> approve, <kbd>r</kbd> return
        </p>
      ) : (
        <p className="warning">{decision.reason}</p>
      )}
      <StillOpen row={row} asOf={asOf} />
      <KeyValuePairs
        columns={2}
        minColumnWidth={120}
        items={[
          { label: 'Payer', value: payerName },
          { label: 'Line of business', value: PAYER_TYPE_IN_WORDS[payerType] },
          { label: 'Route', value: ROUTE_IN_WORDS[route] },
          {
            label: 'Send by of what is left',
            value: row.stillOpen.length === 0 ? 'Nothing is left' : <SendBy sendBy={sendBy} asOf={asOf} />,
          },
          {
            label: 'Why it was denied',
            value: (
              <Reason
                category={category}
                reason={leading === undefined ? '' : `${leading.group}-${leading.carc}`}
                remarks={leading?.remarks ?? []}
                otherReasons={others.length}
              />
            ),
          },
        ]}
      />
      <WhyGivenUp row={row} />
      <p>
        <Link to={`/denials/${denialId}`}>Open the denial</Link>
      </p>
    </SpaceBetween>
  );
}

function StillOpen({ row: { denialId, stillOpen }, asOf }: { row: WriteOff; asOf: string }) {
  const check = useWriteOffCheck(denialId);
  if (stillOpen.length === 0) {
    return <p>Every clock has run out: nothing can be sent any more.</p>;
  }
  return (
    <Alert type="warning" header="Stop: it can still be contested">
      <ul className="plain-list">
        {stillOpen.map((clock) => (
          <li key={clock.clock}>{openClockInWords(clock, asOf)}</li>
        ))}
      </ul>
      {check.data !== undefined && (
        <>
          Expected: <Money cents={check.data.expectedCents} />
        </>
      )}
    </Alert>
  );
}

const BAR_IN_WORDS = {
  group_pi: 'The payer took it off by its own decision (group PI): no rule gives that up.',
  records_request_unanswered: 'The payer asked for records, and none were sent.',
} as const;

function WhyGivenUp({ row: { denialId, writeOff } }: { row: WriteOff }) {
  const check = useWriteOffCheck(denialId);
  const timeline = useTimeline(denialId);
  if (writeOff === null) return null;
  const { reasonCode, reason, proposedBy, proposedAt, confirmedBy, confirmedAt, acknowledgedClocks } =
    writeOff;
  const nameOf = (userId: string) => timeline.data?.people[userId] ?? 'A colleague';
  return (
    <section aria-label="Why it is given up">
      <Header variant="h3">
        {reasonCode === null ? 'Proposed by a rule' : WRITE_OFF_REASON_IN_WORDS[reasonCode]}
      </Header>
      <blockquote>{reason}</blockquote>
      <p>
        {confirmedBy === null
          ? `Proposed by ${nameOf(proposedBy)}, ${momentInWords(proposedAt)}`
          : `Asked by ${nameOf(confirmedBy)}, ${momentInWords(confirmedAt ?? proposedAt)}`}
      </p>
      {acknowledgedClocks.length > 0 && (
        <p>
          {acknowledgedClocks.length === 1 ? '1 open clock' : `${acknowledgedClocks.length} open clocks`} seen
          and accepted by who asked.
        </p>
      )}
      <Panel of={check} what="what it would give up">
        {({ reasons, bars }) => {
          const chosen = reasons.find(({ id }) => id === reasonCode);
          return (
            <>
              {bars.map((bar) => (
                <p key={bar} className="warning">
                  {BAR_IN_WORDS[bar]}
                </p>
              ))}
              {chosen !== undefined && (
                <dl className="facts">
                  <dt>It means</dt>
                  <dd>{chosen.says}</dd>
                  <dt>Look first for</dt>
                  <dd>{chosen.look}</dd>
                  <dt>Preventable</dt>
                  <dd>{chosen.preventable}</dd>
                </dl>
              )}
            </>
          );
        }}
      </Panel>
    </section>
  );
}
