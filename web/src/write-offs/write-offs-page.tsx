import { useState } from 'react';
import { useMe } from '../api/queries.ts';
import { useKeys } from '../shell/keys.ts';
import { useTitle } from '../shell/title.ts';
import { Beside, useChosen } from '../ui/beside.tsx';
import { Button, Header, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { WRITE_OFF_REASON_IN_WORDS } from '../ui/words.ts';
import { DecisionDialog, type Verdict } from './decision-dialog.tsx';
import { useWriteOffs, type WriteOff } from './queries.ts';
import { WriteOffDetail } from './write-off-detail.tsx';

/** Money that somebody asks to give up: a second person looks, then approves or returns it. */
export default function WriteOffsPage() {
  useTitle('Write-offs');
  const writeOffs = useWriteOffs();
  return (
    <Panel of={writeOffs} what="the write-offs" page="Write-offs">
      {({ pages }) => (
        <WriteOffs
          asOf={pages[0]?.asOf ?? ''}
          writeOffs={pages.flatMap((page) => page.writeOffs)}
          more={writeOffs.hasNextPage ? () => void writeOffs.fetchNextPage() : null}
        />
      )}
    </Panel>
  );
}

function WriteOffs({
  asOf,
  writeOffs,
  more,
}: {
  asOf: string;
  writeOffs: readonly WriteOff[];
  more: (() => void) | null;
}) {
  const [asked, setAsked] = useState<Verdict | null>(null);
  const { id, opened, choose, close } = useChosen(writeOffs.map(({ denialId }) => denialId));
  const chosen = writeOffs.find(({ denialId }) => denialId === id) ?? null;
  const mayDecide = chosen !== null && decisionOf(chosen).allowed;
  useKeys(mayDecide ? { y: () => setAsked('approve'), r: () => setAsked('return') } : {});

  const sumCents = writeOffs.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const count = writeOffs.length;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        counter={`(${count}${more === null ? '' : '+'})`}
        description="Money that somebody asks to give up. Nobody approves what they asked for themselves."
      >
        Write-offs
      </Header>
      {count > 0 && (
        <p className="sum">
          <Money cents={sumCents} />{' '}
          {count === 1 ? 'waits for a second person' : `in ${count} write-offs wait for a second person`}
        </p>
      )}
      <Beside
        label="The write-off chosen in the list"
        opened={opened}
        onClose={close}
        list={
          <>
            <ListTable
              label="Write-offs that wait for a second person"
              rows={writeOffs}
              idOf={({ denialId }) => denialId}
              columns={columnsFor(asOf)}
              chosen={id}
              onChoose={choose}
              empty="Nothing awaits a second person."
            />
            {more !== null && <Button onClick={more}>Show more</Button>}
          </>
        }
        detail={
          chosen === null ? null : (
            <WriteOffDetail
              key={chosen.denialId}
              row={chosen}
              asOf={asOf}
              decision={decisionOf(chosen)}
              onAsk={setAsked}
            />
          )
        }
      />
      {asked !== null && chosen !== null && (
        <DecisionDialog
          key={`${chosen.denialId} ${asked}`}
          row={chosen}
          asOf={asOf}
          verdict={asked}
          onDone={() => setAsked(null)}
        />
      )}
    </SpaceBetween>
  );
}

function decisionOf({ actions }: WriteOff): { readonly allowed: boolean; readonly reason: string } {
  const action = actions.find(({ id }) => id === 'decide_write_off');
  return { allowed: action?.allowed === true, reason: action?.reason ?? 'It waits for nobody.' };
}

function columnsFor(asOf: string): readonly Column<WriteOff>[] {
  return [
    {
      id: 'claim',
      header: 'Claim',
      names: true,
      cell: ({ claimId }) => <span className="code">{claimId}</span>,
    },
    {
      id: 'amount',
      header: 'Amount',
      figures: true,
      cell: ({ amountCents }) => <Money cents={amountCents} />,
    },
    { id: 'payer', header: 'Payer', cell: ({ payerName }) => payerName },
    {
      id: 'reason',
      header: 'Reason',
      cell: ({ writeOff }) =>
        writeOff?.reasonCode == null ? 'Proposed by a rule' : WRITE_OFF_REASON_IN_WORDS[writeOff.reasonCode],
    },
    { id: 'asked', header: 'Asked', cell: (row) => <Asked row={row} /> },
    {
      id: 'open',
      header: 'Still open',
      cell: ({ stillOpen, sendBy }) =>
        stillOpen.length === 0 ? (
          <span className="quiet">No clock</span>
        ) : (
          <>
            <strong className="stop-word">
              Stop: {stillOpen.length === 1 ? '1 clock' : `${stillOpen.length} clocks`}
            </strong>{' '}
            <SendBy sendBy={sendBy} asOf={asOf} />
          </>
        ),
    },
  ];
}

function Asked({ row: { writeOff } }: { row: WriteOff }) {
  const me = useMe();
  if (writeOff === null) return null;
  const at = writeOff.confirmedAt ?? writeOff.proposedAt;
  const by = writeOff.confirmedBy ?? writeOff.proposedBy;
  return (
    <span>
      {momentInWords(at)}
      {by === me.data?.userId && <strong> by you</strong>}
    </span>
  );
}
