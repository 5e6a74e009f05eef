import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { signatureOf, signedForm, signedUrl } from '../../../functions/adapters/s3/sign.ts';
import { s3Transfers } from '../../../functions/adapters/s3/transfers.ts';

/** The made-up credentials of the examples in the Amazon S3 API Reference. */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const region = 'us-east-1';

test('an address is signed as in the published example of query parameters', () => {
  const at = '2013-05-24T00:00:00.000Z';
  const url = signedUrl(
    { credentials, region, at },
    'https://examplebucket.s3.amazonaws.com/test.txt',
    {},
    86_400,
  );
  expect(new URL(url).searchParams.get('X-Amz-Signature')).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});

/** The example policy as it is published, in base64 with its line ends. */
const PUBLISHED_POLICY =
  'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';

test('a policy is signed as in the published example of browser-based uploads', () => {
  const at = '2015-12-29T00:00:00.000Z';
  expect(signatureOf({ credentials, region, at }, PUBLISHED_POLICY)).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  );
});

test('a form is held to its key, type and one length, and to the role that signed it', () => {
  const { policy = '', ...fields } = signedForm(
    { credentials: { ...credentials, sessionToken: 'session' }, region, at: '2026-11-10T12:00:00.000Z' },
    {
      bucket: 'inbox',
      fields: { key: 'uploads/1', 'Content-Type': 'application/edi-x12' },
      byteLength: 7,
      expiresAt: '2026-11-10T12:05:00.000Z',
    },
  );
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
  expect(expiration).toBe('2026-11-10T12:05:00.000Z');
  expect(conditions).toEqual([
    { bucket: 'inbox' },
    ['content-length-range', 7, 7],
    { key: 'uploads/1' },
    { 'Content-Type': 'application/edi-x12' },
    { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
    { 'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20261110/us-east-1/s3/aws4_request' },
    { 'x-amz-date': '20261110T120000Z' },
    { 'x-amz-security-token': 'session' },
  ]);
  const named = conditions.flatMap((condition: object) =>
    Array.isArray(condition) ? [] : Object.keys(condition),
  );
  expect(named).toEqual(['bucket', ...Object.keys(fields).filter((name) => name !== 'x-amz-signature')]);
});

const transfers = s3Transfers(new S3Client({ region, credentials }), { documents: 'records' }, undefined);
const within = { at: '2026-11-10T12:00:00.000Z', seconds: 60 };

test('a link is for one version, to be saved and kept by no cache', async () => {
  const object = {
    bucket: 'documents',
    key: 'denials/1-0001/ab',
    versionId: 'v+1/2=',
    mediaType: 'application/pdf',
  };
  const { url, expiresAt } = await transfers.permitDownload({ ...object, bucket: 'documents' }, within);
  const { origin, pathname, searchParams } = new URL(url);
  expect(`${origin}${pathname}`).toBe('https://records.s3.us-east-1.amazonaws.com/denials/1-0001/ab');
  expect(Object.fromEntries(searchParams)).toMatchObject({
    versionId: 'v+1/2=',
    'response-cache-control': 'no-store',
    'response-content-disposition': 'attachment',
    'response-content-type': 'application/pdf',
    'X-Amz-Expires': '60',
  });
  expect(expiresAt).toBe('2026-11-10T12:01:00.000Z');
});

test('a form ends when it says', async () => {
  const object = { bucket: 'documents', key: 'k', mediaType: 'image/png', byteLength: 9 } as const;
  const form = await transfers.permitUpload(object, within);
  expect(form).toMatchObject({
    url: 'https://records.s3.us-east-1.amazonaws.com/',
    expiresAt: '2026-11-10T12:01:00.000Z',
  });
  const { expiration } = JSON.parse(Buffer.from(form.fields.policy ?? '', 'base64').toString('utf8'));
  expect(expiration).toBe(form.expiresAt);
});
