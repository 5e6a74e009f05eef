import type { OverturnClient } from '../../../client/client.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { postForm, sha256Of } from '../ui/post-form.ts';
import { fileOrNull, type InboxFile } from './queries.ts';
import { FILE_STATUS_IN_WORDS, outcomeInWords } from './words.ts';

/** How far a file is on its way in. */
export type Upload =
  | { readonly step: 'counting' }
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'reading' }
  | { readonly step: 'done'; readonly file: InboxFile; readonly cameBefore: boolean }
  | { readonly step: 'failed'; readonly sentence: string };

const LOOKS_EVERY_MS = 1_500;
const LOOKS_FOR_MS = 10 * 60_000;
const LARGEST_BYTES = 500_000_000;

/** Sends one file into the inbox and watches until it is read; tells each step. */
export async function uploadRemittance(
  api: OverturnClient,
  file: File,
  tell: (upload: Upload) => void,
  isGone: () => boolean,
): Promise<void> {
  if (file.size === 0) return tell({ step: 'failed', sentence: 'The file is empty.' });
  if (file.size > LARGEST_BYTES)
    return tell({ step: 'failed', sentence: 'Larger than 500 MB: send it by the command line.' });
  tell({ step: 'counting' });
  try {
    const sha256 = await sha256Of(file);
    const permitted = await answerOf(
      api.POST('/api/remittances/uploads', { body: { sha256, byteLength: file.size } }),
    );
    if (permitted.file !== null) return tell({ step: 'done', file: permitted.file, cameBefore: true });
    if (permitted.upload === null) throw new ApiProblem(null, null);
    tell({ step: 'sending', share: 0 });
    const posted = await postForm(permitted.upload, file, (share) => tell({ step: 'sending', share }));
    if (posted !== 'taken')
      return tell({
        step: 'failed',
        sentence:
          posted === 'refused' ? 'The inbox refused it. Try again.' : 'The connection broke off. Try again.',
      });
    tell({ step: 'reading' });
    await watch(api, sha256, tell, isGone);
  } catch (error) {
    tell({
      step: 'failed',
      sentence: error instanceof ApiProblem ? error.sentence : 'The file could not be opened.',
    });
  }
}

async function watch(
  api: OverturnClient,
  sha256: string,
  tell: (upload: Upload) => void,
  isGone: () => boolean,
): Promise<void> {
  for (let waited = 0; waited < LOOKS_FOR_MS && !isGone(); waited += LOOKS_EVERY_MS) {
    const file = await fileOrNull(api, sha256);
    if (file !== null && file.status !== 'reading') return tell({ step: 'done', file, cameBefore: false });
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
  if (!isGone())
    tell({
      step: 'failed',
      sentence: 'It is still being read. The list of files says what becomes of it.',
    });
}

/** For the person who waits for it. */
export function uploadInWords(upload: Upload): string {
  switch (upload.step) {
    case 'counting':
      return 'Looking at the file';
    case 'sending':
      return `Sending, ${Math.round(upload.share * 100)}%`;
    case 'reading':
      return 'Sent. Being read';
    case 'failed':
      return upload.sentence;
    case 'done':
      return upload.cameBefore
        ? `Already counted: $0.00 posted. The same bytes came before: ${FILE_STATUS_IN_WORDS[upload.file.status].toLowerCase()}.`
        : outcomeInWords(upload.file);
    default:
      return upload satisfies never;
  }
}
