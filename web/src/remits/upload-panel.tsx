import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { DropZone } from '../ui/drop-zone.tsx';
import { type Upload, uploadInWords, uploadRemittance } from './upload.ts';

interface Sent {
  readonly id: string;
  /** As it is called on the person's own machine: shown, never sent or kept. */
  readonly name: string;
  readonly upload: Upload;
}

/** Files go in here: dropped or chosen, with how far each is and what became of it. */
export function UploadPanel() {
  const { api } = useSession();
  const queries = useQueryClient();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const take = async (files: readonly File[]) => {
    const taken = files.map((file) => ({ file, id: crypto.randomUUID() }));
    setSent((before) => [
      ...taken.map(({ file, id }) => ({ id, name: file.name, upload: { step: 'counting' } as const })),
      ...before,
    ]);
    // One after the other: each is read into memory to be counted.
    for (const { file, id } of taken) {
      await uploadRemittance(
        api,
        file,
        (upload) => setSent((before) => before.map((one) => (one.id === id ? { ...one, upload } : one))),
        () => gone.current,
      );
    }
    for (const first of ['files', 'remittances', 'queue', 'today'])
      void queries.invalidateQueries({ queryKey: [first] });
  };

  return (
    <section aria-label="Upload">
      <DropZone verb="Choose files" onFiles={(files) => void take(files)}>
        or drop remittances (835), claims (837) or acknowledgements here. A file that came before counts once.
      </DropZone>
      {sent.length > 0 && (
        <ul className="uploads" aria-live="polite">
          {sent.map(({ id, name, upload }) => (
            <li key={id} data-step={upload.step}>
              <span className="upload-name">{name}</span>
              {upload.step === 'sending' && (
                <progress aria-label="Sent" max={1} value={upload.share}>
                  {Math.round(upload.share * 100)}%
                </progress>
              )}
              <span>{uploadInWords(upload)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
