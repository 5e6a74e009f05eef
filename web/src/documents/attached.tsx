import { useState } from 'react';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useNotices } from '../shell/notices.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Button, Header } from '../ui/controls.ts';
import { dayInWords, momentInWords } from '../ui/day.ts';
import { type DenialDocuments, removeDocument } from './queries.ts';

type Attachment = DenialDocuments['documents'][number];

const TYPE_IN_WORDS: { readonly [type in Attachment['mediaType']]: string } = {
  'application/pdf': 'PDF',
  'image/tiff': 'TIFF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

/** What is attached: what it answers, its pages, what was taken off it; saving a copy and taking it off. */
export function Attached({
  denialId,
  version,
  documents: { documents },
}: {
  denialId: string;
  version: number;
  documents: DenialDocuments;
}) {
  const [removing, setRemoving] = useState<Attachment | null>(null);
  return (
    <section aria-label="Attached">
      <Header variant="h3" counter={`(${documents.length})`}>
        Attached
      </Header>
      {documents.length === 0 && <p>Nothing is attached yet.</p>}
      <ul className="attached">
        {documents.map((document) => (
          <li key={document.sha256}>
            <div>
              <strong>
                {document.satisfies.length === 0 ? 'Goes along' : document.satisfies.join(', ')}
              </strong>
            </div>
            <div className="quiet">
              {TYPE_IN_WORDS[document.mediaType]}
              {document.clean !== null &&
                `, ${document.clean.pageCount === 1 ? '1 page' : `${document.clean.pageCount} pages`}`}
              , {momentInWords(document.attachedAt)}
              {document.sentOn !== null && `, sent on ${dayInWords(document.sentOn)}`}
              {document.clean !== null &&
                document.clean.removed.length > 0 &&
                `. Taken off: ${document.clean.removed.join(', ')}`}
            </div>
            <div className="attach-choices">
              <SaveCopy denialId={denialId} document={document} />
              <Button {...refusalOf(document, 'attach_document')} onClick={() => setRemoving(document)}>
                Take off
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {removing !== null && (
        <RemoveDialog
          denialId={denialId}
          version={version}
          document={removing}
          onDone={() => setRemoving(null)}
        />
      )}
    </section>
  );
}

function refusalOf({ actions }: Attachment, id: Attachment['actions'][number]['id']) {
  const action = actions.find((one) => one.id === id);
  return action?.allowed === true
    ? {}
    : { disabled: true, disabledReason: action?.reason ?? 'Not possible now' };
}

function SaveCopy({ denialId, document }: { denialId: string; document: Attachment }) {
  const { api } = useSession();
  const notices = useNotices();
  const save = async () => {
    try {
      const { url } = await answerOf(
        api.GET('/api/denials/{denialId}/documents/{sha256}/link', {
          params: {
            path: { denialId, sha256: document.sha256 },
            query: { copy: document.clean === null ? 'uploaded' : 'checked' },
          },
        }),
      );
      // The bucket answers with a file to be saved: the page stays where it is.
      window.location.assign(url);
    } catch (error) {
      notices.say(error instanceof ApiProblem ? error.sentence : 'The server did not answer.', 'error');
    }
  };
  return (
    <Button {...refusalOf(document, 'read_document')} onClick={() => void save()}>
      Save a copy
    </Button>
  );
}

function RemoveDialog({
  denialId,
  version,
  document: { sha256, satisfies },
  onDone,
}: {
  denialId: string;
  version: number;
  document: Attachment;
  onDone: () => void;
}) {
  const { api } = useSession();
  const [named, setNamed] = useState(version);
  return (
    <ChangeDialog
      title="Take a document off"
      verb="Take off"
      refreshes={['documents', 'document-work', 'denial']}
      onDone={onDone}
      onApplyOnTop={setNamed}
      send={async (key) => {
        await removeDocument(api, { denialId, version: named, key }, sha256);
        return 'Taken off. Its bytes and the timeline stay.';
      }}
    >
      <p>
        {satisfies.length === 0
          ? 'It goes along without being asked for.'
          : `It answers: ${satisfies.join(', ')}.`}{' '}
        The payer then does not get it. It can be attached again.
      </p>
    </ChangeDialog>
  );
}
