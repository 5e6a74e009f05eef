import { useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Choice, Line, Words } from './fields.tsx';

/** The day that a clock is counted from, as a letter says it, with what it was read from and why. */
export default function ClockDialog({ denial, onDone }: { denial: Denial; onDone: () => void }) {
  const { api } = useSession();
  const { denialId, deadlines } = denial;
  const [version, setVersion] = useState(denial.version);
  const [clock, setClock] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const notReady =
    clock === ''
      ? 'Choose the clock'
      : evidence.trim().length < 3 || reason.trim().length < 3
        ? 'Say what it was read from, and why'
        : null;
  return (
    <ChangeDialog
      title="Correct a start date"
      verb={startsOn === '' ? 'Go back to the remittance’s date' : 'Correct'}
      notReady={notReady}
      refreshes={['denial', 'today', 'deadlines']}
      onDone={onDone}
      onApplyOnTop={setVersion}
      send={async (key) => {
        await answerOf(
          api.POST('/api/denials/{denialId}/clocks/{clock}', {
            params: {
              path: { denialId, clock },
              header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key },
            },
            body: {
              startsOn: startsOn === '' ? null : startsOn,
              evidence: evidence.trim(),
              reason: reason.trim(),
            },
          }),
        );
        return 'Every clock that is counted from this day is counted anew.';
      }}
    >
      <Choice
        id="clock"
        label="Clock"
        value={clock}
        onChange={setClock}
        choices={deadlines.flatMap(({ ruleId, kind, level, countedFrom }) =>
          ruleId === null
            ? []
            : [
                {
                  value: ruleId,
                  says: `${kind.replaceAll('_', ' ')}${level === null ? '' : `, level ${level}`}, counted from ${(countedFrom ?? 'not configured').replaceAll('_', ' ')}`,
                },
              ],
        )}
      />
      <Line id="clock-start" label="It starts on" kind="date" value={startsOn} onChange={setStartsOn} />
      <Line
        id="clock-evidence"
        label="Read from (letter, reference, day)"
        value={evidence}
        onChange={setEvidence}
      />
      <Words id="clock-reason" label="Reason" value={reason} onChange={setReason} />
    </ChangeDialog>
  );
}
