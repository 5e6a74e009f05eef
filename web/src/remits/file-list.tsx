import { Beside, useChosen } from '../ui/beside.tsx';
import { Button } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Money } from '../ui/money.tsx';
import { Panel } from '../ui/panel.tsx';
import { FileView } from './file-view.tsx';
import { type InboxFile, type Only, useFiles } from './queries.ts';
import { FILE_STATUS_IN_WORDS } from './words.ts';

/** Files as they arrived, the newest first, and beside them what was not read in the one that is chosen. */
export function FileList({ only }: { only: Only }) {
  const files = useFiles(only);
  return (
    <Panel of={files} what="the files">
      {({ pages }) => (
        <Files
          files={pages.flatMap((page) => page.files)}
          only={only}
          more={files.hasNextPage ? () => void files.fetchNextPage() : null}
        />
      )}
    </Panel>
  );
}

function Files({
  files,
  only,
  more,
}: {
  files: readonly InboxFile[];
  only: Only;
  more: (() => void) | null;
}) {
  const { id, opened, choose, close } = useChosen(files.map(idOf));
  const chosen = files.find((file) => idOf(file) === id) ?? null;
  return (
    <Beside
      label="The file chosen in the list"
      opened={opened}
      onClose={close}
      list={
        <>
          <ListTable
            label="Files"
            rows={files}
            idOf={idOf}
            columns={COLUMNS}
            chosen={id}
            onChoose={choose}
            empty={
              only === 'exceptions'
                ? 'Every file was read in full.'
                : 'No file yet. Drop the first one above, or have the clearinghouse put it into the inbox.'
            }
          />
          {more !== null && <Button onClick={more}>Show more</Button>}
        </>
      }
      detail={
        chosen === null ? null : (
          <>
            {chosen.status === 'duplicate' && (
              <p className="warning">
                This copy came on {momentInWords(chosen.receivedAt)}: $0.00 posted. Below is what came of the
                same bytes.
              </p>
            )}
            <FileView key={id} sha256={chosen.fileSha256} />
          </>
        )
      }
    />
  );
}

/** The same bytes may have come many times: each time is a row. */
function idOf({ fileSha256, receivedAt }: InboxFile): string {
  return `${fileSha256} ${receivedAt}`;
}

const COLUMNS: readonly Column<InboxFile>[] = [
  {
    id: 'received',
    header: 'Received',
    names: true,
    cell: ({ receivedAt }) => momentInWords(receivedAt),
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ status, statusReason }) => (
      <>
        <strong>{FILE_STATUS_IN_WORDS[status]}</strong>{' '}
        {status !== 'loaded' && <span className="quiet">{statusReason}</span>}
      </>
    ),
  },
  {
    id: 'claims',
    header: 'Claims',
    figures: true,
    cell: ({ claims, claimsSent }) => (claims + claimsSent).toLocaleString('en-US'),
  },
  {
    id: 'denied',
    header: 'Denied',
    figures: true,
    cell: ({ deniedCents }) => <Money cents={deniedCents} />,
  },
];
