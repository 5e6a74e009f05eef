import { useState } from 'react';
import type { components } from '../../../client/schema.d.ts';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { ListTable } from '../ui/list-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { changeOf } from './change-of.ts';
import { Choice, Line, Tick, Words } from './fields.tsx';
import { useTask } from './use-task.ts';

type Task = components['schemas']['CorrectionTask'];
type Element = Task['elements'][number];

/**
 * What to correct and how to send it, then what was sent: reference, frequency, the payer's number, what changed. What
 * would be paid more for is proposed to a second person first.
 */
export default function CorrectionDialog({
  denial,
  as,
  onDone,
}: {
  denial: Denial;
  as: 'sent' | 'proposed';
  onDone: () => void;
}) {
  const { api } = useSession();
  const [version, setVersion] = useState(denial.version);
  const task = useTask('correction', denial, (client, request) =>
    answerOf(client.GET('/api/denials/{denialId}/correction', request)),
  );
  const [after, setAfter] = useState<Readonly<Record<string, string>>>({});
  const [reference, setReference] = useState('');
  const [sentOn, setSentOn] = useState('');
  const [frequency, setFrequency] = useState('');
  const [linesOnly, setLinesOnly] = useState(false);
  const [citation, setCitation] = useState('');
  const changes = (task.data?.elements ?? []).flatMap((element, at) => {
    const value = (after[keyOf(element, at)] ?? '').trim();
    return element.field === null || value === ''
      ? []
      : [{ field: element.field, line: element.line, after: value }];
  });
  const notReady =
    as === 'proposed'
      ? changes.length === 0
        ? 'Write what stands there now'
        : citation.trim().length < 3
          ? 'Name the place in the record that supports it'
          : null
      : reference.trim() === ''
        ? 'Give the reference of the corrected claim'
        : sentOn === ''
          ? 'Say when it was sent'
          : frequency === ''
            ? 'Choose the frequency'
            : null;
  return (
    <ChangeDialog
      title={
        as === 'sent' ? 'Record the corrected claim' : 'Ask a second person for a correction that pays more'
      }
      verb={as === 'sent' ? 'Record' : 'Ask'}
      notReady={notReady}
      refreshes={['denial', 'today']}
      onDone={onDone}
      onApplyOnTop={setVersion}
      send={async (key) => {
        const request = changeOf(denial.denialId, version, key);
        if (as === 'proposed') {
          await answerOf(
            api.POST('/api/denials/{denialId}/correction/proposal', {
              ...request,
              body: { changes, recordCitation: citation.trim() },
            }),
          );
          return 'It waits for a second person.';
        }
        const number = task.data?.payerClaimNumber?.value;
        await answerOf(
          api.POST('/api/denials/{denialId}/correction', {
            ...request,
            body: {
              reference: reference.trim(),
              sentOn,
              frequency: frequency as Task['frequencies'][number]['frequency'],
              ...(frequency !== '1' && number !== undefined && { payerClaimNumber: number }),
              ...(linesOnly && { deniedLinesOnly: true }),
              changes,
            },
          }),
        );
        return 'Recorded: the payer has the move.';
      }}
    >
      <Panel of={task} what="what to correct">
        {({ mechanism, elements, payerClaimNumber, frequencies, checklist, openAppeal }) => (
          <>
            <p>
              {mechanism.says} {openAppeal && <strong>An appeal of the same claim is with the payer.</strong>}
            </p>
            <ListTable
              label="What to correct"
              rows={elements.map((element, at) => ({ element, id: keyOf(element, at) }))}
              idOf={({ id }) => id}
              empty="The payer’s words name no element."
              columns={[
                {
                  id: 'name',
                  header: 'Field',
                  cell: ({ element: { name, line } }) => (line === null ? name : `${name}, line ${line}`),
                },
                { id: 'place', header: 'Place', cell: ({ element: { place } }) => placeInWords(place) },
                { id: 'sent', header: 'As sent', cell: ({ element: { asSent } }) => sentInWords(asSent) },
                { id: 'why', header: 'Why', cell: ({ element: { says, why } }) => `${says} (${why})` },
                {
                  id: 'after',
                  header: 'Now',
                  cell: ({ element: { field, name }, id }) =>
                    field === null ? (
                      '—'
                    ) : (
                      <input
                        aria-label={`${name}: what stands there now`}
                        value={after[id] ?? ''}
                        onChange={(event) => setAfter((before) => ({ ...before, [id]: event.target.value }))}
                      />
                    ),
                },
              ]}
            />
            {payerClaimNumber !== null && (
              <p>
                The payer’s number for REF*F8: <span className="code">{payerClaimNumber.value}</span>
              </p>
            )}
            <details>
              <summary>Checklist</summary>
              <ol>
                {checklist.map(({ id, says }) => (
                  <li key={id}>{says}</li>
                ))}
              </ol>
            </details>
            {as === 'sent' && (
              <>
                <Choice
                  id="correction-frequency"
                  label="Frequency"
                  value={frequency}
                  onChange={setFrequency}
                  choices={frequencies.map((each) => ({
                    value: each.frequency,
                    says: `${each.frequency}: ${each.says}`,
                    disabled: !each.allowed,
                  }))}
                />
                <Tick label="Only the denied lines were sent" checked={linesOnly} onChange={setLinesOnly} />
              </>
            )}
          </>
        )}
      </Panel>
      {as === 'sent' ? (
        <>
          <Line
            id="correction-reference"
            label="Reference of the corrected claim"
            value={reference}
            onChange={setReference}
          />
          <Line id="correction-sent" label="Sent on" kind="date" value={sentOn} onChange={setSentOn} />
        </>
      ) : (
        <Words
          id="correction-citation"
          label="Document, date and page of the record that supports it"
          value={citation}
          onChange={setCitation}
        />
      )}
    </ChangeDialog>
  );
}

function keyOf({ field, line }: Element, at: number): string {
  return `${at} ${field ?? ''} ${line ?? ''}`;
}

function placeInWords(place: Element['place']): string {
  return place === null ? 'not named' : `${place.loop} ${place.element}`;
}

function sentInWords(asSent: Element['asSent']): string {
  if (asSent === null) return 'clinical: not for your role';
  if (asSent.kind === 'sent') return asSent.value;
  return asSent.kind === 'empty' ? 'empty' : 'claim not on file';
}
