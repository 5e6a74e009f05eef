import { useState } from 'react';
import type { operations } from '../../../client/schema.d.ts';
import { dollars } from '../../../functions/core/money/dollars.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { changeOf } from './change-of.ts';
import { Line, Tick, Words } from './fields.tsx';
import { useTask } from './use-task.ts';

type Billed = operations['closeAsBilled']['requestBody']['content']['application/json']['billed'];

/** It was billed to the other payer, or to the patient: with the figures to bill and what has to be asked first. */
export default function BilledDialog({ denial, onDone }: { denial: Denial; onDone: () => void }) {
  const { api } = useSession();
  const [version, setVersion] = useState(denial.version);
  const redirect = useTask('redirect', denial, (client, request) =>
    answerOf(client.GET('/api/denials/{denialId}/redirect', request)),
  );
  const [payerName, setPayerName] = useState('');
  const [reference, setReference] = useState('');
  const [billedOn, setBilledOn] = useState('');
  const [note, setNote] = useState('');
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const told = redirect.data?.redirect;
  const asks = told?.kind === 'patient' ? told.checks.filter(({ outcome }) => outcome === 'asks') : [];
  const notReady =
    told === undefined
      ? 'It is being read'
      : billedOn === ''
        ? 'Say when it was billed'
        : note.trim().length < 3
          ? 'Say what was done'
          : told.kind === 'other_payer' && (payerName.trim() === '' || reference.trim() === '')
            ? 'Name the payer and the reference of the claim'
            : asks.some(({ id }) => !confirmed.includes(id))
              ? 'Confirm what has to be looked at first'
              : null;
  return (
    <ChangeDialog
      title={told?.kind === 'patient' ? 'Record what was billed to the patient' : 'Record what was billed'}
      verb="Record and close"
      notReady={notReady}
      refreshes={['denial', 'today']}
      onDone={onDone}
      onApplyOnTop={setVersion}
      send={async (key) => {
        const billed: Billed =
          told?.kind === 'patient'
            ? {
                to: 'patient',
                billedOn,
                confirmedChecks: [...confirmed],
                ...(reference.trim() !== '' && { reference: reference.trim() }),
              }
            : { to: 'other_payer', payerName: payerName.trim(), reference: reference.trim(), billedOn };
        await answerOf(
          api.POST('/api/denials/{denialId}/closing', {
            ...changeOf(denial.denialId, version, key),
            body: { note: note.trim(), billed },
          }),
        );
        return 'Recorded; the denial is closed.';
      }}
    >
      <Panel of={redirect} what="what to bill">
        {({ redirect: found }) =>
          found.kind === 'patient' ? (
            <>
              <p>
                At most {dollars(found.billableCents)} may be asked of the patient (group PR of the
                remittance).
              </p>
              {found.checks.map(({ id, outcome, says }) =>
                outcome === 'forbids' ? (
                  <p key={id}>
                    <strong>Not allowed:</strong> {says}
                  </p>
                ) : (
                  <Tick
                    key={id}
                    label={says}
                    checked={confirmed.includes(id)}
                    onChange={(checked) =>
                      setConfirmed((before) =>
                        checked ? [...before, id] : before.filter((each) => each !== id),
                      )
                    }
                  />
                ),
              )}
            </>
          ) : (
            <>
              {found.forwarded !== null && <p>{found.forwarded.says}</p>}
              <p>
                {found.next.length === 0
                  ? 'No record names the payer that comes next.'
                  : `On file as next: ${found.next.map(({ name, id }) => `${name} (${id})`).join('; ')}.`}
              </p>
              <p>
                For loop 2320: charge {dollars(found.figures.claim.chargeCents)}, paid (AMT*D){' '}
                {dollars(found.figures.claim.paidCents)}, left to the patient (AMT*EAF){' '}
                {dollars(found.figures.claim.remainingCents)}.
              </p>
              <ol>
                {found.steps.map(({ id, says }) => (
                  <li key={id}>{says}</li>
                ))}
              </ol>
              <Line
                id="billed-payer"
                label="Payer that was billed"
                value={payerName}
                onChange={setPayerName}
              />
            </>
          )
        }
      </Panel>
      <Line id="billed-reference" label="Reference" value={reference} onChange={setReference} />
      <Line id="billed-on" label="Billed on" kind="date" value={billedOn} onChange={setBilledOn} />
      <Words id="billed-note" label="What was done" value={note} onChange={setNote} />
    </ChangeDialog>
  );
}
