import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useNotices } from '../shell/notices.tsx';
import { Button, FormField, Header } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { Refusal } from '../ui/refusal.tsx';
import { awaitsPreview, type FileDetail, redriveFile } from './queries.ts';
import { FILE_STATUS_IN_WORDS } from './words.ts';

/** Loading a file again: first what that would come to, then the load; what came of it stays in the list. */
export function Redrive({
  file,
  version,
  askedAt,
  onAsked,
}: {
  file: FileDetail;
  version: number;
  /** When a preview was asked for here; null before. */
  askedAt: string | null;
  onAsked: (askedAt: string | null) => void;
}) {
  const { api } = useSession();
  const queries = useQueryClient();
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [sending, setSending] = useState<'preview' | 'load' | null>(null);
  const offered = file.actions.find(({ id }) => id === 'redrive');
  const refusal = offered?.allowed === true ? null : (offered?.reason ?? 'This file cannot be loaded again.');
  const why = refusal ?? (reason.trim() === '' ? 'Say why first' : null);
  const awaited = awaitsPreview(file, askedAt);
  const whyNotLoad = why ?? (file.preview === null || awaited ? 'Preview first' : null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['files'] });

  const ask = async (dryRun: boolean) => {
    setSending(dryRun ? 'preview' : 'load');
    setProblem(null);
    try {
      const answer = await redriveFile(
        api,
        { sha256: file.fileSha256, version, key: key.current },
        { reason, dryRun },
      );
      key.current = crypto.randomUUID();
      onAsked(dryRun ? answer.askedAt : null);
      if (!dryRun) {
        notices.say('It is being loaded again. What is loaded already stays as it is.');
        setReason('');
        void queries.invalidateQueries({ queryKey: ['remittances'] });
      }
      await refresh();
    } catch (error) {
      const refused = error instanceof ApiProblem ? error : new ApiProblem(null, null);
      if (refused.problem !== null) key.current = crypto.randomUUID();
      setProblem(refused);
    } finally {
      setSending(null);
    }
  };

  return (
    <section className="redrive" aria-label="Load again">
      <Header variant="h3">Load again</Header>
      {refusal === null ? (
        <FormField label="Reason" controlId="redrive-reason">
          <textarea
            id="redrive-reason"
            className="field"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormField>
      ) : (
        <p className="warning">{refusal}</p>
      )}
      <div className="remit-actions">
        <Button
          disabled={why !== null}
          {...(why !== null && { disabledReason: why })}
          loading={sending === 'preview' || awaited}
          onClick={() => void ask(true)}
        >
          Preview
        </Button>
        <Button
          disabled={whyNotLoad !== null}
          {...(whyNotLoad !== null && { disabledReason: whyNotLoad })}
          loading={sending === 'load'}
          onClick={() => void ask(false)}
        >
          Load again
        </Button>
      </div>
      {problem !== null && (
        <Refusal problem={problem} onUseTheirs={() => void refresh()} onApplyOnTop={null} />
      )}
      <div role="status">
        {awaited && <p>Looking through the file. Nothing is loaded.</p>}
        {file.preview !== null && !awaited && (
          <p>
            <strong>{file.preview.sentence}</strong>{' '}
            <span className="quiet">Preview of {momentInWords(file.preview.madeAt)}</span>
          </p>
        )}
      </div>
      {file.redrives.length > 0 && (
        <>
          <Header variant="h3">Loaded again before</Header>
          <ul className="plain-list">
            {[...file.redrives].reverse().map(({ at, reason: said, statusBefore }) => (
              <li key={at}>
                {momentInWords(at)}: {said}{' '}
                <span className="quiet">(was {FILE_STATUS_IN_WORDS[statusBefore].toLowerCase()})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
