import { useEffect, useRef } from 'react';
import type { components } from '../../../client/schema.d.ts';
import { ApiProblem } from '../api/problem.ts';
import { CHANNEL_IN_WORDS } from '../delivery/words.ts';
import type { Denial } from '../denial/denial.ts';
import { useOffline } from '../shell/connection.tsx';
import { useNotices } from '../shell/notices.tsx';
import { Alert, Box, Button, KeyValuePairs, Modal, SpaceBetween } from '../ui/controls.ts';
import { SendBy } from '../ui/urgency.tsx';
import { useApproval } from './queries.ts';

/** The signature: whom it goes to, how much it is, its hash, and the sentence that is signed. */
export function ApproveDialog({
  denial,
  sha256,
  packet: { pageCount, enclosures, notEnclosed },
  onDone,
}: {
  denial: Denial;
  sha256: string;
  packet: Pick<components['schemas']['Candidate'], 'pageCount' | 'enclosures' | 'notEnclosed'>;
  onDone: () => void;
}) {
  const { denialId, version, payerName, level, sendBy, asOf, candidate, delivery } = denial;
  const without = (candidate?.requiredDocuments ?? []).filter(({ state }) => state === 'goes_without');
  const approval = useApproval(denialId);
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const offline = useOffline();
  const refusal = approval.error instanceof ApiProblem ? approval.error : null;
  const approve = () =>
    approval.mutate(
      { version, key: key.current, sha256 },
      {
        onSuccess: () => {
          notices.say('Approved. Nothing has left yet.');
          onDone();
        },
      },
    );

  const latest = useRef(approve);
  latest.current = approve;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (navigator.onLine) latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <Modal
      visible
      header="Approve letter"
      onDismiss={onDone}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onDone}>Cancel</Button>
            <Button
              variant="primary"
              loading={approval.isPending}
              disabled={offline !== null}
              disabledReason={offline ?? ''}
              onClick={approve}
            >
              Approve letter (Ctrl+Enter)
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'To', value: payerName },
            { label: 'Level', value: String(level) },
            { label: 'By', value: delivery === null ? 'Not configured' : CHANNEL_IN_WORDS[delivery.channel] },
            { label: 'Pages', value: String(pageCount) },
            { label: 'Enclosures', value: String(enclosures.length) },
            { label: 'Send by', value: <SendBy sendBy={sendBy} asOf={asOf} /> },
          ]}
        />
        {without.length > 0 && (
          <div>
            <p>It goes without:</p>
            <ul>
              {without.map(({ document, reason }) => (
                <li key={document}>
                  {document}. {reason}
                </li>
              ))}
            </ul>
          </div>
        )}
        {notEnclosed.length > 0 && (
          <p>Listed in the letter and not in the packet: {notEnclosed.join('; ')}.</p>
        )}
        <p>
          I have read every page of this packet. What is stated in it is in the record. It may be sent as it
          is: SHA-256 <span className="code hash">{sha256}</span>
        </p>
        <p className="quiet">It is held for 30 seconds; until then the approval can be taken back.</p>
        {refusal !== null && (
          <Alert type="error">
            <span role="alert">
              {refusal.sentence} <span className="code">{refusal.code}</span>
            </span>
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  );
}
