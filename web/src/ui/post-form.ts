/** A form that the API signed: the bucket takes this file under this key, and nothing else. */
export interface SignedForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Posted = 'taken' | 'refused' | 'no_connection';

/**
 * Posts a file with a signed form. The file's name stays here: it may name a patient.
 *
 * @param onShare share of the bytes that are sent, 0 to 1
 */
export function postForm(
  { url, fields }: SignedForm,
  file: Blob,
  onShare: (share: number) => void,
): Promise<Posted> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, 'file');
  // fetch cannot tell how much of a body is sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () =>
      resolve(request.status >= 200 && request.status < 300 ? 'taken' : 'refused'),
    );
    request.addEventListener('error', () => resolve('no_connection'));
    request.addEventListener('abort', () => resolve('no_connection'));
    request.open('POST', url);
    request.send(form);
  });
}

/** SHA-256 of a file's bytes, as lower-case hex. */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
