import { useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { FormField } from '../ui/controls.ts';

/** Asks why the letter goes without a required document; an empty answer takes an earlier reason back. */
export function WithoutDialog({
  denial: { denialId, version, candidate },
  document,
  onDone,
}: {
  denial: Denial;
  document: string;
  onDone: () => void;
}) {
  const { api } = useSession();
  const given = (candidate?.requiredDocuments ?? []).flatMap((each) =>
    each.state === 'goes_without' ? [{ document: each.document, reason: each.reason ?? '' }] : [],
  );
  const before = given.find((each) => each.document === document)?.reason ?? '';
  const [reason, setReason] = useState(before);
  const [named, setNamed] = useState(version);
  const says = reason.trim();
  const isTakenBack = says === '' && before !== '';
  return (
    <ChangeDialog
      title="Goes without a required document"
      verb={isTakenBack ? 'Take the reason back' : 'Keep the reason'}
      notReady={says.length < 3 && !isTakenBack ? 'Say why in words' : null}
      refreshes={['denial', 'documents']}
      onDone={onDone}
      onApplyOnTop={setNamed}
      send={async (key) => {
        const others = given.filter((each) => each.document !== document);
        await answerOf(
          api.PUT('/api/denials/{denialId}/draft', {
            params: { path: { denialId }, header: { 'If-Match': ifMatch(named), 'Idempotency-Key': key } },
            body: { goesWithout: says === '' ? others : [...others, { document, reason: says }] },
          }),
        );
        return isTakenBack ? 'The reason was taken back.' : `The letter goes without: ${document}.`;
      }}
    >
      <p>
        {document}. The reason is kept with your name and shown to whoever approves. It is not printed in the
        letter.
      </p>
      <FormField label="Why the letter goes without it" controlId="without-reason">
        <textarea
          id="without-reason"
          rows={4}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormField>
    </ChangeDialog>
  );
}
