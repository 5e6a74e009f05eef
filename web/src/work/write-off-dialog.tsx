import { useState } from 'react';
import type { components } from '../../../client/schema.d.ts';
import { dollars } from '../../../functions/core/money/dollars.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { dayInWords } from '../ui/day.ts';
import { Panel } from '../ui/panel.tsx';
import { changeOf } from './change-of.ts';
import { Choice, Tick, Words } from './fields.tsx';
import { useTask } from './use-task.ts';

type Reason = components['schemas']['ReadWriteOffCheckAnswer']['reasons'][number];

/** Gives an amount up: what is still open is acknowledged clock by clock, and above a limit a second person decides. */
export default function WriteOffDialog({ denial, onDone }: { denial: Denial; onDone: () => void }) {
  const { api } = useSession();
  const [version, setVersion] = useState(denial.version);
  const check = useTask('write-off', denial, (client, request) =>
    answerOf(client.GET('/api/denials/{denialId}/write-off', request)),
  );
  const [reasonCode, setReasonCode] = useState(denial.writeOff?.reasonCode ?? '');
  const [reason, setReason] = useState(denial.writeOff?.reason ?? '');
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([]);
  const open = check.data?.openClocks ?? [];
  const chosen = check.data?.reasons.find(({ id }) => id === reasonCode);
  const notReady =
    reasonCode === ''
      ? 'Choose the reason'
      : reason.trim().length < 3
        ? 'Say why in words'
        : open.some(({ clock }) => !acknowledged.includes(clock))
          ? 'Acknowledge each clock that is still open'
          : null;
  return (
    <ChangeDialog
      title="Write off"
      verb={chosen?.needsSecondPerson === true ? 'Ask a second person' : 'Write off'}
      notReady={notReady}
      refreshes={['denial', 'write-offs', 'today']}
      onDone={onDone}
      onApplyOnTop={setVersion}
      send={async (key) => {
        await answerOf(
          api.POST('/api/denials/{denialId}/write-off', {
            ...changeOf(denial.denialId, version, key),
            body: {
              reasonCode: reasonCode as Reason['id'],
              reason: reason.trim(),
              acknowledgedClocks: [...acknowledged],
            },
          }),
        );
        return chosen?.needsSecondPerson === true
          ? 'It waits for a second person.'
          : 'It is written off. A separate act can reverse it until it is posted.';
      }}
    >
      <Panel of={check} what="the write-off">
        {({ amountCents, expectedCents, openClocks, reasons, bars }) => (
          <>
            <p>
              Gives up {dollars(amountCents)}; {dollars(expectedCents)} is expected of an appeal.
            </p>
            {bars.includes('group_pi') && <p>The payer says that neither you nor the patient owes it.</p>}
            {bars.includes('records_request_unanswered') && <p>A request for records is not answered yet.</p>}
            <Choice
              id="write-off-reason"
              label="Reason"
              value={reasonCode}
              onChange={setReasonCode}
              choices={reasons.map(({ id, name }) => ({ value: id, says: name }))}
            />
            {chosen !== undefined && <p className="quiet">{chosen.says}</p>}
            <Words id="write-off-why" label="Why" value={reason} onChange={setReason} />
            {openClocks.map(({ clock, kind, sendBy, lastDay }) => (
              <Tick
                key={clock}
                label={`I know that this is still open: ${kind.replaceAll('_', ' ')}${sendBy === null ? '' : `, send by ${dayInWords(sendBy)}`}${lastDay === null ? '' : `, last day ${dayInWords(lastDay)}`}`}
                checked={acknowledged.includes(clock)}
                onChange={(checked) =>
                  setAcknowledged((before) =>
                    checked ? [...before, clock] : before.filter((each) => each !== clock),
                  )
                }
              />
            ))}
          </>
        )}
      </Panel>
    </ChangeDialog>
  );
}
