import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { Header, KeyValuePairs, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { Attached } from './attached.tsx';
import { type DocumentWork, useDenialDocuments } from './queries.ts';
import { Requests } from './requests.tsx';
import { Uploads } from './uploads.tsx';

/** One denial's documents: the checklist, what comes in, what is attached, and who was asked. */
export function DocumentDetail({ row, asOf }: { row: DocumentWork; asOf: string }) {
  const [isAwaited, setAwaited] = useState(false);
  const documents = useDenialDocuments(row.denialId, isAwaited);
  const onAwaited = useCallback((awaited: boolean) => setAwaited(awaited), []);
  return (
    <SpaceBetween size="m">
      <Header variant="h2">
        Claim <span className="code">{row.claimId}</span>
      </Header>
      <KeyValuePairs
        columns={2}
        minColumnWidth={130}
        items={[
          { label: 'Send by', value: <SendBy sendBy={row.sendBy} asOf={asOf} /> },
          { label: 'Here', value: `${row.have} of ${row.need}` },
          {
            label: 'Payer’s number of the claim',
            value: <span className="code">{row.payerClaimControlNumber}</span>,
          },
          { label: 'Payer', value: row.payerName },
        ]}
      />
      <Panel of={documents} what="the documents">
        {({ data, version }) => {
          const work = { denialId: row.denialId, version, documents: data };
          return (
            <SpaceBetween size="m">
              <Uploads {...work} onAwaited={onAwaited} />
              <Attached {...work} />
              <Requests {...work} row={row} asOf={asOf} />
            </SpaceBetween>
          );
        }}
      </Panel>
      <p>
        Once everything is here: <Link to={`/denials/${row.denialId}`}>open the denial</Link> and record how
        it was sent.
      </p>
    </SpaceBetween>
  );
}
