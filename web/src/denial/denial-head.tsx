import { KeyValuePairs } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { CLOSED_AS_IN_WORDS, PAYER_TYPE_IN_WORDS, ROUTE_IN_WORDS, STATE_IN_WORDS } from '../ui/words.ts';
import type { Denial } from './denial.ts';

/** Whose move, how much, until when: the facts that every view of a denial begins with. */
export function DenialHead({ denial }: { denial: Denial }) {
  const { claimId, payerName, payerType, amountCents, route, sendBy, asOf, assignee, nextAction } = denial;
  const state = denial.closedAs === null ? STATE_IN_WORDS[denial.state] : CLOSED_AS_IN_WORDS[denial.closedAs];
  return (
    <div className="denial-head">
      <p className="next-action">
        <strong>Next:</strong> {nextAction}
      </p>
      <KeyValuePairs
        columns={4}
        minColumnWidth={130}
        items={[
          { label: 'Send by', value: <SendBy sendBy={sendBy} asOf={asOf} /> },
          { label: 'Denied', value: <Money cents={amountCents} /> },
          { label: 'Route', value: ROUTE_IN_WORDS[route] },
          { label: 'State', value: state },
          { label: 'Claim', value: <span className="code">{claimId}</span> },
          { label: 'Payer', value: payerName },
          { label: 'Line of business', value: PAYER_TYPE_IN_WORDS[payerType] },
          { label: 'Owner', value: assignee ?? 'Unowned' },
        ]}
      />
    </div>
  );
}
