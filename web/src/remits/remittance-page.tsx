import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../session/session.tsx';
import { useTitle } from '../shell/title.ts';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Alert, Button, FormField, Header, KeyValuePairs, SpaceBetween } from '../ui/controls.ts';
import { dayInWords, momentInWords } from '../ui/day.ts';
import { ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { ClaimPayments } from './claim-payments.tsx';
import { type Remittance, releaseRemittance, useRemittance } from './queries.ts';
import { RemitNav } from './remit-nav.tsx';
import { Statement } from './statement.tsx';
import { REMITTANCE_STATUS_IN_WORDS } from './words.ts';

/** One remittance, proven to the cent. */
export default function RemittancePage() {
  useTitle('Remittance');
  const { remittanceId = '' } = useParams();
  const remittance = useRemittance(remittanceId);
  return (
    <SpaceBetween size="m">
      <RemitNav />
      <Panel of={remittance} what="this remittance" page="Remittance">
        {({ pages: [first, ...rest] }) =>
          first === undefined ? null : (
            <SpaceBetween size="l">
              <Head remittance={first.data} version={first.version} />
              <Statement of={first.data} />
              <ProviderAdjustments of={first.data} />
              <ClaimPayments
                claims={[first, ...rest].flatMap(({ data }) => data.claimPayments)}
                total={first.data.claims}
                more={remittance.hasNextPage ? () => void remittance.fetchNextPage() : null}
              />
            </SpaceBetween>
          )
        }
      </Panel>
    </SpaceBetween>
  );
}

function Head({ remittance, version }: { remittance: Remittance; version: number }) {
  const { traceNumber, payer, paidOn, status, statusReason, sharesIdentityWith, released, loadedAt } =
    remittance;
  const [releasing, setReleasing] = useState(false);
  const release = remittance.actions.find(({ id }) => id === 'release_remittance');
  return (
    <SpaceBetween size="m">
      <Header variant="h1">
        Remittance <span className="code">{traceNumber}</span>
      </Header>
      {status === 'conflict' && (
        <Alert
          type="warning"
          header={REMITTANCE_STATUS_IN_WORDS.conflict}
          action={
            <Button
              disabled={release?.allowed !== true}
              {...(release?.reason != null && { disabledReason: release.reason })}
              onClick={() => setReleasing(true)}
            >
              Both count: load it
            </Button>
          }
        >
          {statusReason}
          {release?.allowed !== true && release?.reason != null && ` ${release.reason}`}
        </Alert>
      )}
      <KeyValuePairs
        columns={4}
        minColumnWidth={140}
        items={[
          { label: 'Payer', value: payer.name },
          { label: 'Paid on', value: paidOn === null ? 'No date' : dayInWords(paidOn) },
          { label: 'Denials', value: <Denials of={remittance} /> },
          {
            label: 'State',
            value: `${REMITTANCE_STATUS_IN_WORDS[status]}${loadedAt === null ? '' : `, ${momentInWords(loadedAt)}`}`,
          },
        ]}
      />
      {sharesIdentityWith !== null && (
        <p>
          <Link to={`/remits/${sharesIdentityWith}`}>The other remittance of the same payment</Link>
        </p>
      )}
      {released !== null && (
        <p>
          Was held, and loaded by a person&rsquo;s decision on {momentInWords(released.at)}: {released.reason}
        </p>
      )}
      {releasing && (
        <ReleaseDialog remittance={remittance} version={version} onDone={() => setReleasing(false)} />
      )}
    </SpaceBetween>
  );
}

function Denials({ of: { denials, deniedCents } }: { of: Remittance }) {
  return (
    <>
      {denials.toLocaleString('en-US')}, <Money cents={deniedCents} />
    </>
  );
}

function ReleaseDialog({
  remittance: { remittanceId, traceNumber, paymentCents },
  version,
  onDone,
}: {
  remittance: Remittance;
  version: number;
  onDone: () => void;
}) {
  const { api } = useSession();
  const [reason, setReason] = useState('');
  const [named, setNamed] = useState(version);
  return (
    <ChangeDialog
      title="Load a remittance that is held"
      verb="Load it"
      notReady={reason.trim() === '' ? 'Say why both count' : null}
      refreshes={['remittances', 'files', 'today']}
      onDone={onDone}
      onApplyOnTop={setNamed}
      send={async (key) => {
        await releaseRemittance(api, { remittanceId, version: named, key }, reason);
        return `Remittance ${traceNumber} is being loaded.`;
      }}
    >
      <p>
        Its <Money cents={paymentCents} /> then count beside those of the other remittance. Compare the two
        first.
      </p>
      <FormField label="Why both are payments of their own" controlId="release-reason">
        <textarea
          id="release-reason"
          className="field"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
    </ChangeDialog>
  );
}

function ProviderAdjustments({ of: { providerAdjustments } }: { of: Remittance }) {
  if (providerAdjustments.length === 0) return null;
  return (
    <section aria-label="Provider adjustments">
      <Header
        variant="h2"
        description="What the payer took off or added outside of any claim (PLB). What it took off is positive."
      >
        Provider adjustments
      </Header>
      <ListTable
        label="Provider adjustments"
        rows={providerAdjustments.map((adjustment, at) => ({ ...adjustment, at }))}
        idOf={({ at }) => String(at)}
        columns={[
          {
            id: 'reason',
            header: 'Reason code',
            names: true,
            cell: ({ reason }) => <span className="code">{reason}</span>,
          },
          {
            id: 'reference',
            header: 'Reference',
            cell: ({ reference }) => <span className="code">{reference}</span>,
          },
          {
            id: 'amount',
            header: 'Amount',
            figures: true,
            cell: ({ amountCents }) => <Money cents={amountCents} />,
          },
        ]}
        empty=""
      />
    </section>
  );
}
