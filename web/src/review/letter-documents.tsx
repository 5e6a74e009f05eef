import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { Attached } from '../documents/attached.tsx';
import { useDenialDocuments } from '../documents/queries.ts';
import { Uploads } from '../documents/uploads.tsx';
import '../documents/documents.css';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';

/** The documents of the letter, to be attached without leaving it. */
export function LetterDocuments({ denialId }: { denialId: string }) {
  const [isAwaited, setAwaited] = useState(false);
  const documents = useDenialDocuments(denialId, isAwaited);
  const onAwaited = useCallback((awaited: boolean) => setAwaited(awaited), []);
  return (
    <section aria-label="Documents" id="documents" tabIndex={-1}>
      <Header variant="h3">Documents</Header>
      <Panel of={documents} what="the documents">
        {({ data, version }) => {
          const work = { denialId, version, documents: data };
          return (
            <SpaceBetween size="s">
              <Uploads {...work} onAwaited={onAwaited} />
              <Attached {...work} />
              <p className="quiet">
                What was attached since the letter was made goes along once the letter is made anew. Who was
                asked for documents is on <Link to="/documents">the list of documents</Link>.
              </p>
            </SpaceBetween>
          );
        }}
      </Panel>
    </section>
  );
}
