import { createHash } from 'node:crypto';
import { eventually, request } from './clients.ts';

/**
 * Uploads a PDF as a browser does, waits for its check and attaches it.
 *
 * @param path of the denial, as `/denials/{denialId}`
 * @param etag of the denial as it was read
 */
export async function attachPdf(
  token: string,
  path: string,
  etag: string,
  pdf: Uint8Array,
): Promise<{ readonly sha256: string; readonly etag: string }> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const body = { sha256, byteLength: pdf.byteLength, mediaType: 'application/pdf' };
  const { upload, check } = (await request(token, 'POST', `${path}/documents/uploads`, { body })).body;
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(pdf)]));
  const posted = await fetch(upload.url, { method: 'POST', body: form });
  if (posted.status !== 204) throw new Error(`The bucket answered ${posted.status}.`);
  await eventually('the check of a document', async () => {
    const { body: seen } = await request(token, 'GET', check.replace(/^\/api/, ''));
    return seen.state === 'accepted' && seen;
  });
  const attached = await request(token, 'PUT', `${path}/documents/${sha256}`, {
    headers: { 'if-match': etag },
    body: { satisfies: [] },
  });
  if (attached.status !== 200) throw new Error(`Attaching was answered ${attached.status}.`);
  return { sha256, etag: attached.headers.get('etag') ?? '' };
}
