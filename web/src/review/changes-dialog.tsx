import { useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import type { components } from '../../../client/schema.d.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { FormField } from '../ui/controls.ts';

type Passage = components['schemas']['ReadDraftAnswer']['passages'][number];

/** Sends the letter back with a comment, on a passage or on the whole; it waits for its owner under Today. */
export function ChangesDialog({
  denial: { denialId, version, assignee },
  passages,
  onDone,
}: {
  denial: Denial;
  passages: readonly Passage[];
  onDone: () => void;
}) {
  const { api } = useSession();
  const [about, setAbout] = useState('');
  const [comment, setComment] = useState('');
  const [named, setNamed] = useState(version);
  const says = comment.trim();
  return (
    <ChangeDialog
      title="Request changes"
      verb="Send it back"
      notReady={says.length < 3 ? 'Say what should change' : null}
      refreshes={['denial', 'today']}
      onDone={onDone}
      onApplyOnTop={setNamed}
      send={async (key) => {
        await answerOf(
          api.POST('/api/denials/{denialId}/changes-request', {
            params: { path: { denialId }, header: { 'If-Match': ifMatch(named), 'Idempotency-Key': key } },
            body: { reason: about === '' ? says : `${about}: ${says}` },
          }),
        );
        return 'The letter was sent back. It cannot be approved before somebody edits it.';
      }}
    >
      <FormField label="About" controlId="changes-about">
        <select id="changes-about" value={about} onChange={(event) => setAbout(event.target.value)}>
          <option value="">The whole letter</option>
          {passages.map(({ id, label }) => (
            <option key={id} value={label}>
              {label}
            </option>
          ))}
        </select>
      </FormField>
      <FormField label="What should change" controlId="changes-comment">
        <textarea
          id="changes-comment"
          rows={5}
          maxLength={1800}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </FormField>
      <p className="quiet">
        {assignee === null
          ? 'Nobody owns this denial: it waits in the queue for whoever takes it.'
          : 'It comes back to the owner of the denial, under “Waiting on you”.'}{' '}
        Whom it goes to is changed on the page of the denial.
      </p>
    </ChangeDialog>
  );
}
