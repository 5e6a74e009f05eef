import { useState } from 'react';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { FormField } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import { openClockInWords } from './open-clocks.ts';
import { decideWriteOff, type WriteOff } from './queries.ts';

export type Verdict = 'approve' | 'return';

/** The second person's decision: the amount once more, and what can and cannot be taken back. */
export function DecisionDialog({
  row,
  asOf,
  verdict,
  onDone,
}: {
  row: WriteOff;
  asOf: string;
  verdict: Verdict;
  onDone: () => void;
}) {
  const { api } = useSession();
  const { denialId, claimId, amountCents, stillOpen } = row;
  const [version, setVersion] = useState(row.version);
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const approves = verdict === 'approve';
  const clocksUnseen = approves && stillOpen.length > 0 && !seen;
  const noReason = !approves && reason.trim() === '';
  const send = async (key: string) => {
    await decideWriteOff(
      api,
      { denialId, version, key },
      approves ? { verdict: 'approve' } : { verdict: 'reject', reason },
    );
    return approves ? `Claim ${claimId}: written off.` : `Claim ${claimId}: returned. It is open work again.`;
  };
  return (
    <ChangeDialog
      title={approves ? 'Approve the write-off' : 'Return the write-off'}
      verb={approves ? 'Approve' : 'Return'}
      notReady={
        clocksUnseen ? 'Say that you saw what still runs' : noReason ? 'Say why it is returned' : null
      }
      send={send}
      refreshes={['write-offs', 'denial', 'today']}
      onDone={onDone}
      // An approval is of what was looked at; a return with its reason stands whatever changed.
      {...(!approves && { onApplyOnTop: setVersion })}
    >
      <p>
        <strong>
          <Money cents={amountCents} />
        </strong>{' '}
        of claim <span className="code">{claimId}</span>, {row.payerName}.
      </p>
      {approves ? (
        <>
          <p>
            The money is given up. There is no Undo: until it is posted to the billing system a separate act
            with a written reason reverses it, afterwards only the billing system can.
          </p>
          {stillOpen.length > 0 && (
            <>
              <ul className="plain-list">
                {stillOpen.map((clock) => (
                  <li key={clock.clock}>{openClockInWords(clock, asOf)}</li>
                ))}
              </ul>
              <label className="check">
                <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} /> I
                have seen that {stillOpen.length === 1 ? 'this clock' : 'these clocks'} may still run.
              </label>
            </>
          )}
        </>
      ) : (
        <FormField label="Why, and what to do instead" controlId="return-reason">
          <textarea
            id="return-reason"
            className="field"
            rows={4}
            maxLength={2000}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormField>
      )}
    </ChangeDialog>
  );
}
