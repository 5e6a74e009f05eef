import { useState } from 'react';
import { Header, KeyValuePairs, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { type FileDetail, useFile } from './queries.ts';
import { Redrive } from './redrive.tsx';
import { bytesInWords, FILE_STATUS_IN_WORDS } from './words.ts';

/** One file: what became of it, what in it was not read and why, and loading it again. */
export function FileView({ sha256 }: { sha256: string }) {
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const file = useFile(sha256, askedAt);
  return (
    <Panel of={file} what="this file">
      {({ data, version }) => (
        <SpaceBetween size="m">
          <Header variant="h2">{FILE_STATUS_IN_WORDS[data.status]}</Header>
          <p>{data.statusReason}</p>
          <Facts file={data} />
          <Notices title="Not read" notices={data.exceptions} />
          <Notices title="Odd, and read all the same" notices={data.warnings} />
          <Redrive file={data} version={version} askedAt={askedAt} onAsked={setAskedAt} />
        </SpaceBetween>
      )}
    </Panel>
  );
}

function Facts({ file }: { file: FileDetail }) {
  const { receivedAt, byteLength, remittances, claims, denials, deniedCents, claimsSent, acknowledgements } =
    file;
  return (
    <KeyValuePairs
      columns={2}
      minColumnWidth={130}
      items={[
        { label: 'Received', value: momentInWords(receivedAt) },
        { label: 'Size', value: bytesInWords(byteLength) },
        { label: 'Remittances', value: remittances },
        { label: 'Claims paid or denied', value: claims },
        {
          label: 'Denials',
          value: (
            <>
              {denials}, <Money cents={deniedCents} />
            </>
          ),
        },
        { label: 'Claims as sent, acknowledgements', value: `${claimsSent}, ${acknowledgements}` },
        {
          label: 'Fingerprint (SHA-256)',
          value: <span className="code">{file.fileSha256.slice(0, 12)}…</span>,
        },
      ]}
    />
  );
}

function Notices({ title, notices }: { title: string; notices: FileDetail['exceptions'] }) {
  if (notices.length === 0) return null;
  return (
    <section aria-label={title}>
      <Header variant="h3" counter={`(${notices.length})`}>
        {title}
      </Header>
      <ul className="plain-list">
        {notices.map(({ code, message, transaction, segment, byteOffset }) => (
          <li key={`${code} ${transaction} ${segment} ${byteOffset}`}>
            {message}{' '}
            <span className="quiet">
              {segment !== null && `segment ${segment.toLocaleString('en-US')} `}
              <span className="code">{code}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
