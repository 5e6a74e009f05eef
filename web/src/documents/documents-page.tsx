import './documents.css';
import { useTitle } from '../shell/title.ts';
import { Beside, useChosen } from '../ui/beside.tsx';
import { Button, Header, SpaceBetween } from '../ui/controls.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SendBy } from '../ui/urgency.tsx';
import { DocumentDetail } from './document-detail.tsx';
import { type DocumentWork, useDocumentWork } from './queries.ts';

/** Documents that payers wait for: what is here, what is missing and who brings it. */
export default function DocumentsPage() {
  useTitle('Documents');
  const work = useDocumentWork();
  return (
    <Panel of={work} what="the documents that are wanted" page="Documents">
      {({ pages }) => (
        <Work
          asOf={pages[0]?.asOf ?? ''}
          rows={pages.flatMap(({ denials }) => denials)}
          more={work.hasNextPage ? () => void work.fetchNextPage() : null}
        />
      )}
    </Panel>
  );
}

function Work({
  asOf,
  rows,
  more,
}: {
  asOf: string;
  rows: readonly DocumentWork[];
  more: (() => void) | null;
}) {
  const { id, opened, choose, close } = useChosen(rows.map(({ denialId }) => denialId));
  const chosen = rows.find(({ denialId }) => denialId === id) ?? null;
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        counter={`(${rows.length}${more === null ? '' : '+'})`}
        description="What payers want to see before they decide, what of it is here, and who brings the rest."
      >
        Documents
      </Header>
      <Beside
        label="The denial chosen in the list"
        opened={opened}
        onClose={close}
        list={
          <>
            <ListTable
              label="Denials that wait for documents"
              rows={rows}
              idOf={({ denialId }) => denialId}
              columns={columnsFor(asOf)}
              chosen={id}
              onChoose={choose}
              empty="No open requests."
            />
            {more !== null && <Button onClick={more}>Show more</Button>}
          </>
        }
        detail={chosen === null ? null : <DocumentDetail key={chosen.denialId} row={chosen} asOf={asOf} />}
      />
    </SpaceBetween>
  );
}

function columnsFor(asOf: string): readonly Column<DocumentWork>[] {
  return [
    {
      id: 'claim',
      header: 'Claim',
      names: true,
      cell: ({ claimId }) => <span className="code">{claimId}</span>,
    },
    { id: 'sendBy', header: 'Send by', cell: ({ sendBy }) => <SendBy sendBy={sendBy} asOf={asOf} /> },
    { id: 'payer', header: 'Payer', cell: ({ payerName }) => payerName },
    {
      id: 'wanted',
      header: 'What is asked',
      cell: ({ wanted }) => {
        const [first] = wanted;
        if (first === undefined) return <span className="quiet">Nothing by name</span>;
        return (
          <>
            {first.document}
            {wanted.length > 1 && <span className="quiet">{` +${wanted.length - 1}`}</span>}
          </>
        );
      },
    },
    {
      id: 'have',
      header: 'Here',
      figures: true,
      cell: ({ have, need }) =>
        have === need ? `${have} of ${need}` : <strong>{`${have} of ${need}`}</strong>,
    },
    { id: 'owner', header: 'Owner', cell: ({ assignee }) => assignee ?? <strong>Unowned</strong> },
  ];
}
