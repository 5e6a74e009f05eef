import { useState } from 'react';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Button, FormField, Header } from '../ui/controls.ts';
import { dayInWords, daysFrom, daysInWords, momentInWords } from '../ui/day.ts';
import { AskDialog } from './ask-dialog.tsx';
import {
  type DenialDocuments,
  type DocumentRequest,
  type DocumentWork,
  receiveDocument,
  withdrawRequest,
} from './queries.ts';

interface Asked {
  readonly kind: 'receive' | 'withdraw';
  readonly request: DocumentRequest;
}

/** Who was asked for what and by when; it came, or nobody has to bring it any more. */
export function Requests({
  denialId,
  version,
  documents: { actions },
  row,
  asOf,
}: {
  denialId: string;
  version: number;
  documents: DenialDocuments;
  row: DocumentWork;
  asOf: string;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [asking, setAsking] = useState(false);
  const refusalOf = (id: 'request_document' | 'settle_document_request') => {
    const action = actions.find((one) => one.id === id);
    return action?.allowed === true
      ? {}
      : { disabled: true, disabledReason: action?.reason ?? 'Not possible now' };
  };
  return (
    <section aria-label="Asked of colleagues">
      <Header
        variant="h3"
        actions={
          <Button onClick={() => setAsking(true)} {...refusalOf('request_document')}>
            Ask for a document
          </Button>
        }
      >
        Who brings the rest
      </Header>
      {row.requests.length === 0 && <p>Nobody was asked for anything.</p>}
      <ul className="attached">
        {row.requests.map((request) => (
          <li key={request.number}>
            <div>
              <strong>{request.document}</strong> {request.holder.name}
            </div>
            <div className="quiet">{standingInWords(request, asOf)}</div>
            {request.state === 'open' && (
              <div className="attach-choices">
                <Button
                  onClick={() => setAsked({ kind: 'receive', request })}
                  {...refusalOf('settle_document_request')}
                >
                  It is here
                </Button>
                <Button
                  onClick={() => setAsked({ kind: 'withdraw', request })}
                  {...refusalOf('settle_document_request')}
                >
                  Withdraw
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <SettleDialog
          key={`${asked.kind} ${asked.request.number}`}
          denialId={denialId}
          version={version}
          asked={asked}
          onDone={() => setAsked(null)}
        />
      )}
      {asking && (
        <AskDialog
          denialId={denialId}
          version={version}
          wanted={row.wanted.map(({ document }) => document)}
          sendBy={row.sendBy}
          onDone={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** @example // 'By 27 Nov, in 4 days. Reminded on 24 Nov' */
function standingInWords({ state, dueOn, settledAt, reminded }: DocumentRequest, asOf: string): string {
  const on = settledAt === null ? '' : ` ${momentInWords(settledAt)}`;
  if (state === 'received') return `Here since${on}`;
  if (state === 'withdrawn') return `Withdrawn${on}`;
  const due = `By ${dayInWords(dueOn, asOf)}, ${daysInWords(daysFrom(asOf, dueOn))}`;
  return reminded === null ? due : `${due}. Reminded on ${dayInWords(reminded.on, asOf)}`;
}

function SettleDialog({
  denialId,
  version,
  asked: { kind, request },
  onDone,
}: {
  denialId: string;
  version: number;
  asked: Asked;
  onDone: () => void;
}) {
  const { api } = useSession();
  const [named, setNamed] = useState(version);
  const [reason, setReason] = useState('');
  const receives = kind === 'receive';
  const send = async (key: string) => {
    const target = { denialId, version: named, key };
    if (receives) await receiveDocument(api, target, request.number);
    else await withdrawRequest(api, target, request.number, reason);
    return receives ? `${request.document}: here.` : `${request.document}: nobody has to bring it any more.`;
  };
  return (
    <ChangeDialog
      title={receives ? 'The document is here' : 'Withdraw the request'}
      verb={receives ? 'It is here' : 'Withdraw'}
      notReady={receives || reason.trim() !== '' ? null : 'Say why'}
      send={send}
      refreshes={['documents', 'document-work', 'denial']}
      onDone={onDone}
      onApplyOnTop={setNamed}
    >
      <p>
        {request.document}, asked of {request.holder.name}.{' '}
        {receives && 'It counts as enclosed when the documents are sent.'}
      </p>
      {!receives && (
        <FormField label="Why nobody has to bring it" controlId="withdraw-reason">
          <textarea
            id="withdraw-reason"
            className="field"
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </FormField>
      )}
    </ChangeDialog>
  );
}
