import type { OverturnClient } from '../../../client/client.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { postForm, sha256Of } from '../ui/post-form.ts';
import type { DocumentCheck } from './queries.ts';

/** How far a file is until intake has it; from there on its check tells. */
export type Sending =
  | { readonly step: 'counting' }
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'sent'; readonly sha256: string }
  | { readonly step: 'attached_before'; readonly sha256: string }
  | { readonly step: 'failed'; readonly sentence: string };

const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export const ACCEPTED = MEDIA_TYPES.join(',');
const LARGEST_BYTES = 25 * 1024 * 1024;

/** Why a file is not even sent; null where it may be. */
export function whyNotSent(file: { readonly size: number; readonly type: string }): string | null {
  if (file.size === 0) return 'The file is empty.';
  if (!MEDIA_TYPES.some((type) => type === file.type))
    return 'Only PDF, JPEG and PNG can be sent to a payer. Save it as a PDF.';
  return file.size > LARGEST_BYTES
    ? 'Larger than 25 MB. Save it with less resolution, or in two parts.'
    : null;
}

/** Sends one document of a denial to intake; tells each step. */
export async function sendDocument(
  api: OverturnClient,
  denialId: string,
  file: File,
  tell: (sending: Sending) => void,
): Promise<void> {
  const refusal = whyNotSent(file);
  const mediaType = MEDIA_TYPES.find((type) => type === file.type);
  if (refusal !== null || mediaType === undefined)
    return tell({ step: 'failed', sentence: refusal ?? 'Unknown type.' });
  tell({ step: 'counting' });
  try {
    const sha256 = await sha256Of(file);
    const permitted = await answerOf(
      api.POST('/api/denials/{denialId}/documents/uploads', {
        params: { path: { denialId } },
        body: { sha256, byteLength: file.size, mediaType },
      }),
    );
    if (permitted.upload === null) return tell({ step: 'attached_before', sha256 });
    tell({ step: 'sending', share: 0 });
    const posted = await postForm(permitted.upload, file, (share) => tell({ step: 'sending', share }));
    if (posted === 'taken') return tell({ step: 'sent', sha256 });
    tell({
      step: 'failed',
      sentence:
        posted === 'refused'
          ? 'It was refused on its way. Try again.'
          : 'The connection broke off. Try again.',
    });
  } catch (error) {
    tell({
      step: 'failed',
      sentence: error instanceof ApiProblem ? error.sentence : 'The file could not be opened.',
    });
  }
}

/** For the person who waits for it. */
export function sendingInWords(sending: Sending): string {
  switch (sending.step) {
    case 'counting':
      return 'Looking at the file';
    case 'sending':
      return `Sending, ${Math.round(sending.share * 100)}%`;
    case 'sent':
      return 'Sent. Waiting for its check';
    case 'attached_before':
      return 'The same file is attached already: linked, not copied.';
    case 'failed':
      return sending.sentence;
    default:
      return sending satisfies never;
  }
}

/**
 * What the check of an upload found, and what to do about it.
 *
 * @example // 'Accepted, 3 pages. Taken off: links.'
 */
export function checkInWords({ state, why, remedy, pageCount, removed }: DocumentCheck): string {
  switch (state) {
    case 'not_uploaded':
      return 'Nothing is there, or no longer: upload it once more.';
    case 'checking':
      return 'Being checked';
    case 'not_checked':
      return 'The check broke down: upload it once more.';
    case 'refused':
      return `Refused: ${[why, remedy].filter((part) => part !== null).join(' ')}`;
    case 'accepted': {
      const pages = pageCount === null ? '' : `, ${pageCount === 1 ? '1 page' : `${pageCount} pages`}`;
      return `Accepted${pages}.${removed.length > 0 ? ` Taken off: ${removed.join(', ')}.` : ''}`;
    }
    default:
      return state satisfies never;
  }
}
