import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { s3Transfers } from '../../../functions/adapters/s3/transfers.ts';

/** The made-up credentials of the examples in the Amazon S3 API Reference, as a role has them. */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'session',
};
const client = new S3Client({ region: 'us-east-1', credentials });
const transfers = s3Transfers(client, { documents: 'records' });
const within = { at: '2026-11-10T12:00:00.000Z', seconds: 60 };

test('a form is held to its key, type and one length, and to the role that signed it', async () => {
  const object = { bucket: 'documents', key: 'uploads/1', mediaType: 'image/png', byteLength: 7 } as const;
  const { url, fields, expiresAt } = await transfers.permitUpload(object, within);
  expect(url).toBe('https://records.s3.us-east-1.amazonaws.com/');
  expect(expiresAt).toBe('2026-11-10T12:01:00.000Z');
  const { conditions } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));
  expect(conditions).toEqual(
    expect.arrayContaining([
      { bucket: 'records' },
      ['content-length-range', 7, 7],
      { key: 'uploads/1' },
      { 'Content-Type': 'image/png' },
      { 'X-Amz-Security-Token': 'session' },
    ]),
  );
  const named = conditions.flatMap((condition: object) =>
    Array.isArray(condition) ? [] : Object.keys(condition),
  );
  const given = Object.keys(fields).filter((name) => name !== 'Policy' && name !== 'X-Amz-Signature');
  expect(given.sort()).toEqual(
    named.filter((name: string) => name !== 'bucket' || 'bucket' in fields).sort(),
  );
});

test('a link is for one version, to be saved and kept by no cache', async () => {
  const object = {
    bucket: 'documents',
    key: 'denials/1-0001/ab',
    versionId: 'v+1/2=',
    mediaType: 'application/pdf',
  } as const;
  const { url, expiresAt } = await transfers.permitDownload(object, within);
  const { origin, pathname, searchParams } = new URL(url);
  expect(`${origin}${pathname}`).toBe('https://records.s3.us-east-1.amazonaws.com/denials/1-0001/ab');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    versionId: 'v+1/2=',
    'response-cache-control': 'no-store',
    'response-content-disposition': 'attachment',
    'response-content-type': 'application/pdf',
    'X-Amz-Expires': '60',
    'X-Amz-Date': '20261110T120000Z',
  });
  expect(expiresAt).toBe('2026-11-10T12:01:00.000Z');
});
