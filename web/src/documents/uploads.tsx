import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotices } from '../shell/notices.tsx';
import { Button, Header } from '../ui/controls.ts';
import { DropZone } from '../ui/drop-zone.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { attachDocument, type DenialDocuments } from './queries.ts';
import { ACCEPTED, checkInWords, type Sending, sendDocument, sendingInWords } from './sending.ts';

interface Sent {
  readonly id: string;
  /** As it is called on the person's own machine: shown, never sent or kept. */
  readonly name: string;
  readonly sending: Sending;
}

/** Files come in here; what intake accepts is attached to what it answers. */
export function Uploads({
  denialId,
  version,
  documents,
  onAwaited,
}: {
  denialId: string;
  version: number;
  documents: DenialDocuments;
  onAwaited: (awaited: boolean) => void;
}) {
  const { api } = useSession();
  const queries = useQueryClient();
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const zone = useRef<HTMLElement>(null);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const { requirements, uploads, documents: attached } = documents;

  const action = documents.actions.find(({ id }) => id === 'attach_document');
  const refusal = action?.allowed === true ? null : (action?.reason ?? 'Nothing can be attached now.');
  const known = new Set([...uploads, ...attached].map(({ sha256 }) => sha256));
  const onTheWay = sent.filter(({ sending }) => sending.step !== 'sent' || !known.has(sending.sha256));
  const isAwaited = onTheWay.some(({ sending }) => sending.step === 'sent');
  useEffect(() => onAwaited(isAwaited), [isAwaited, onAwaited]);
  const nameOf = (sha256: string) =>
    sent.find(({ sending }) => 'sha256' in sending && sending.sha256 === sha256)?.name ??
    `Upload ${sha256.slice(0, 8)}`;

  const refresh = () => {
    for (const first of ['documents', 'document-work', 'denial'])
      void queries.invalidateQueries({ queryKey: [first] });
  };
  const take = async (files: readonly File[]) => {
    const taken = files.map((file) => ({ file, id: crypto.randomUUID() }));
    setSent((before) => [
      ...before,
      ...taken.map(({ file, id }) => ({ id, name: file.name, sending: { step: 'counting' } as const })),
    ]);
    for (const { file, id } of taken) {
      await sendDocument(api, denialId, file, (sending) =>
        setSent((before) => before.map((one) => (one.id === id ? { ...one, sending } : one))),
      );
    }
    refresh();
  };
  const attach = async (sha256: string, satisfies: readonly string[]) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await attachDocument(api, { denialId, version, key: key.current }, sha256, satisfies);
      notices.say(satisfies.length === 0 ? 'Attached, to go along.' : `Attached: ${satisfies.join(', ')}.`);
      key.current = crypto.randomUUID();
      refresh();
    } catch (error) {
      const refused = error instanceof ApiProblem ? error : new ApiProblem(null, null);
      if (refused.problem !== null) key.current = crypto.randomUUID();
      setProblem(refused);
    } finally {
      setBusy(false);
    }
  };

  const accepted = uploads.filter(({ state }) => state === 'accepted');
  const [next] = accepted;
  useKeys({
    u: () => zone.current?.querySelector('button')?.click(),
    ...(next !== undefined &&
      refusal === null &&
      Object.fromEntries(
        requirements
          .slice(0, 9)
          .map(({ document }, at) => [String(at + 1), () => void attach(next.sha256, [document])]),
      )),
  });

  return (
    <section ref={zone} aria-label="Upload">
      <DropZone
        verb="Choose files"
        accept={ACCEPTED}
        disabled={refusal !== null}
        onFiles={(files) => void take(files)}
      >
        {refusal ??
          'or drop PDF, JPEG or PNG here. Send only what the payer asks for: the minimum that answers it.'}
      </DropZone>
      <ul className="uploads" aria-live="polite">
        {onTheWay.map(({ id, name, sending }) => (
          <li key={id} data-step={sending.step}>
            <span className="upload-name">{name}</span>
            {sending.step === 'sending' && (
              <progress aria-label="Sent" max={1} value={sending.share}>
                {Math.round(sending.share * 100)}%
              </progress>
            )}
            <span>{sendingInWords(sending)}</span>
          </li>
        ))}
        {uploads.map((check) => (
          <li key={check.sha256} data-step={check.state === 'refused' ? 'failed' : check.state}>
            <span className="upload-name">{nameOf(check.sha256)}</span>
            <span>{checkInWords(check)}</span>
            {check.state === 'accepted' && (
              <div className="attach-choices">
                <span>Attach as</span>
                {requirements.map(({ document }, at) => (
                  <Button
                    key={document}
                    disabled={refusal !== null || busy}
                    onClick={() => void attach(check.sha256, [document])}
                  >
                    {check === next && at < 9 ? `${at + 1} ` : ''}
                    {document}
                  </Button>
                ))}
                <Button disabled={refusal !== null || busy} onClick={() => void attach(check.sha256, [])}>
                  Goes along
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <Refusal
          problem={problem}
          onUseTheirs={() => {
            setProblem(null);
            refresh();
          }}
          onApplyOnTop={null}
        />
      )}
      <Header variant="h3">Wanted</Header>
      {requirements.length === 0 ? (
        <p>Nothing is wanted by name: find out from the payer which document it is.</p>
      ) : (
        <ol className="checklist">
          {requirements.map(({ document, state, source, attached: by }) => (
            <li key={document} data-state={state}>
              <strong>{state === 'attached' ? '✓ Here' : 'Missing'}</strong> {document}{' '}
              <span className="quiet">
                {by.length > 1 && `${by.length} documents. `}
                {source}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
