import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { deploymentConfigOf } from '../../../infra/config.ts';
import { freePort, refuseTakenPort, refuseUnlessLocal } from '../../../infra/local/emulator.ts';

const local = { endpoint: 'http://127.0.0.1:4566', accessKeyId: 'test', account: '000000000000' };

test('an emulator on this machine with dummy keys is accepted', () => {
  expect(() => refuseUnlessLocal(local)).not.toThrow();
  expect(() => refuseUnlessLocal({ ...local, endpoint: 'https://localhost:4566' })).not.toThrow();
});

test.for([
  'https://dynamodb.us-east-1.amazonaws.com',
  'http://10.0.0.5:4566',
  'http://127.0.0.1.example.com:4566',
  'http://0.0.0.0:4566',
])('the endpoint %s is refused', (endpoint) => {
  expect(() => refuseUnlessLocal({ ...local, endpoint })).toThrow(/not on this machine/);
});

test('real keys and another account are refused', () => {
  expect(() => refuseUnlessLocal({ ...local, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' })).toThrow(/dummy/);
  expect(() => refuseUnlessLocal({ ...local, account: '111122223333' })).toThrow(/dummy/);
});

test('a taken port is named, with the variable that chooses another', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  await expect(refuseTakenPort(port, 'OVERTURN_PORT')).rejects.toMatchObject({
    message: expect.stringContaining(`Port ${port}`),
    remedy: expect.stringContaining('OVERTURN_PORT='),
  });
});

test('a deployment to AWS without an account, or with an odd lock, does not begin', () => {
  const aws = { account: '111122223333', region: 'us-east-1' };
  expect(() => deploymentConfigOf({}, { account: undefined, region: undefined })).toThrow(/account/);
  expect(() => deploymentConfigOf({ objectLockDays: '0' }, aws)).toThrow(/objectLockDays/);
  expect(deploymentConfigOf({}, aws)).toMatchObject({ stage: 'aws', mfaRequired: true, keepData: true });
});
