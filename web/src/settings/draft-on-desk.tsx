import { useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Button, Header } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { ListTable } from '../ui/list-table.tsx';
import { type Change, changesBetween } from './payer-entry.ts';
import type { PayerOnDesk } from './queries.ts';

type Draft = NonNullable<PayerOnDesk['draft']>;

/** The open draft: what it would change, and who may put it in force or drop it. */
export function DraftOnDesk({
  payer,
  desk,
  draft,
  version,
}: {
  payer: string;
  desk: PayerOnDesk;
  draft: Draft;
  version: number;
}) {
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null);
  const changes = changesBetween(desk.inForce, draft.content);
  const buttonOf = (id: 'publish' | 'discard') => {
    const action = desk.actions.find((one) => one.id === id);
    return action?.allowed === true
      ? {}
      : { disabled: true, disabledReason: action?.reason ?? 'Not possible now' };
  };
  const refusal = desk.actions.find(({ id }) => id === 'publish')?.reason ?? null;
  return (
    <section aria-label="Draft">
      <Header
        variant="h2"
        description={`${draft.reason} (${momentInWords(draft.changedAt)})`}
        actions={
          <div className="form-buttons">
            <Button onClick={() => setAsked('discard')} {...buttonOf('discard')}>
              Discard
            </Button>
            <Button variant="primary" onClick={() => setAsked('publish')} {...buttonOf('publish')}>
              Publish
            </Button>
          </div>
        }
      >
        Draft, not in force
      </Header>
      {refusal !== null && <p className="warning">{refusal}</p>}
      <Changes changes={changes} removes={draft.content === null} />
      {asked !== null && (
        <DraftDialog
          payer={payer}
          verb={asked}
          version={version}
          changes={changes.length}
          onDone={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function Changes({ changes, removes }: { changes: readonly Change[]; removes: boolean }) {
  if (removes) return <p className="warning">It takes the payer out: all its windows are open again.</p>;
  return (
    <ListTable
      label="What the draft changes"
      rows={changes}
      idOf={({ place }) => place}
      columns={[
        {
          id: 'place',
          header: 'Where',
          names: true,
          cell: ({ place }) => <span className="code">{place}</span>,
        },
        {
          id: 'before',
          header: 'In force',
          cell: ({ before }) => before ?? <span className="quiet">nothing</span>,
        },
        {
          id: 'after',
          header: 'Draft',
          cell: ({ after }) => after ?? <span className="quiet">nothing</span>,
        },
      ]}
      empty="It changes nothing that is in force."
    />
  );
}

function DraftDialog({
  payer,
  verb,
  version,
  changes,
  onDone,
}: {
  payer: string;
  verb: 'publish' | 'discard';
  version: number;
  changes: number;
  onDone: () => void;
}) {
  const { api } = useSession();
  const publishes = verb === 'publish';
  const send = async (key: string) => {
    const params = {
      params: { path: { payer }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
    };
    if (publishes) await answerOf(api.POST('/api/settings/payers/{payer}/publication', params));
    else await answerOf(api.DELETE('/api/settings/payers/{payer}/draft', params));
    return publishes
      ? 'In force. The clocks of open denials are counted anew.'
      : 'The draft is dropped. What is in force stays.';
  };
  return (
    <ChangeDialog
      title={publishes ? 'Put the draft in force' : 'Drop the draft'}
      verb={publishes ? 'Publish' : 'Discard'}
      send={send}
      refreshes={['settings', 'denial', 'queue', 'deadlines']}
      onDone={onDone}
    >
      <p>
        {publishes
          ? `${changes === 1 ? '1 value changes' : `${changes} values change`}. The sweep then counts the dates of its open denials anew.`
          : 'What somebody wrote is lost. What is in force stays.'}
      </p>
    </ChangeDialog>
  );
}
