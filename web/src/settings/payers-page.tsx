import { useNavigate } from 'react-router';
import { useTitle } from '../shell/title.ts';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { ListTable } from '../ui/list-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { PAYER_TYPE_IN_WORDS } from '../ui/words.ts';
import { keyOf } from './payer-entry.ts';
import { type Payers, usePayers } from './queries.ts';
import { SettingsFrame } from './settings-nav.tsx';

/** The payers that the organisation has written down, and those that remittances named and nobody has. */
export default function PayersPage() {
  useTitle('Payers');
  const payers = usePayers();
  return (
    <SettingsFrame>
      <Panel of={payers} what="the payers">
        {(data) => <PayerLists payers={data} />}
      </Panel>
    </SettingsFrame>
  );
}

function PayerLists({ payers: { payers, drafts, seenNotConfigured } }: { payers: Payers }) {
  const navigate = useNavigate();
  const open = (payer: string) => void navigate(`/settings/payers/${payer}`);
  const draftOf = (payer: string) => drafts.find((draft) => draft.payer === payer);
  const onlyDrafted = drafts.flatMap((draft) =>
    draft.payer === null || payers.some(({ payer }) => payer === draft.payer)
      ? []
      : [{ ...draft, payer: draft.payer }],
  );
  return (
    <SpaceBetween size="l">
      <ListTable
        label="Payers in force"
        rows={payers}
        idOf={({ payer }) => payer}
        onChoose={open}
        columns={[
          { id: 'name', header: 'Payer', names: true, cell: ({ name }) => name },
          { id: 'type', header: 'Line of business', cell: ({ payerType }) => PAYER_TYPE_IN_WORDS[payerType] },
          {
            id: 'seen',
            header: 'In remittances',
            cell: ({ seenAs }) => (
              <span className="code">
                {seenAs.map((seen) => ('id' in seen ? seen.id : seen.name)).join(', ')}
              </span>
            ),
          },
          {
            id: 'windows',
            header: 'Windows',
            figures: true,
            cell: ({ windows }) => (windows === 0 ? <strong>Not configured</strong> : windows),
          },
          {
            id: 'draft',
            header: 'Draft',
            cell: ({ payer }) => {
              const draft = draftOf(payer);
              if (draft === undefined) return '';
              return draft.removes ? 'Would take it out' : `Open: ${draft.reason}`;
            },
          },
        ]}
        empty="No payer is configured: every window is open until one is."
      />
      {onlyDrafted.length > 0 && (
        <section aria-label="Drafts of new payers">
          <Header variant="h2">Drafts of new payers</Header>
          <ListTable
            label="Drafts of new payers"
            rows={onlyDrafted}
            idOf={({ payer }) => payer}
            onChoose={open}
            columns={[
              { id: 'payer', header: 'Payer', names: true, cell: ({ payer }) => payer },
              { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
              { id: 'at', header: 'Written', cell: ({ changedAt }) => momentInWords(changedAt) },
            ]}
            empty=""
          />
        </section>
      )}
      <section aria-label="Seen and not configured">
        <Header
          variant="h2"
          description="Remittances name these payers. Until somebody writes them down, their denials have no dates."
        >
          Seen and not configured
        </Header>
        <ListTable
          label="Payers that are not configured"
          rows={seenNotConfigured}
          idOf={({ id }) => id}
          onChoose={(id) => {
            const seen = seenNotConfigured.find((one) => one.id === id);
            if (seen !== undefined) void navigate(pathOfSeen(seen));
          }}
          columns={[
            { id: 'name', header: 'Payer', names: true, cell: ({ name }) => name },
            { id: 'id', header: 'Id in remittances', cell: ({ id }) => <span className="code">{id}</span> },
          ]}
          empty="Every payer that remittances name is configured."
        />
      </section>
    </SpaceBetween>
  );
}

/** Where a payer that remittances named is written down for the first time. */
export function pathOfSeen({ id, name }: { readonly id: string; readonly name: string }): string {
  return `/settings/payers/${keyOf(name) || 'new-payer'}?seen=${encodeURIComponent(id)}`;
}
