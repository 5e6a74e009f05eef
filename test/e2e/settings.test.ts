import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITED_PRACTICE } from '../../infra/local/sample-organisation.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, request, signIn } from './support/clients.ts';
import { runSweep } from './support/sweep.ts';

const run = `E2E${randomInt(1e9)}`;
const key = run.toLowerCase();

describe('settings', () => {
  let admin: string;
  let manager: string;
  let biller: string;

  beforeAll(async () => {
    [admin, manager, biller] = await Promise.all([signIn('admin'), signIn('manager'), signIn('biller')]);
  });

  test('a payer that nobody knew is configured by two people, and its open denial gets a deadline', async () => {
    const claim = { id: `${run}-A`, chargeCents: 9_900, adjustments: [['CO', '50', 9_900]] as const };
    const file = new TextDecoder()
      .decode(remittanceFile([{ claims: [{ ...claim, remarks: ['N115'] }], trace: run }]))
      .replace('GREAT PRAIRIES HEALTH PLAN*XV*87654', `NEW PAYER ${run}*XV*${run}`);
    await dropFile(`${run}.835`, file);
    const row = await eventually('the denial to be routed', async () => {
      const { body } = await request(biller, 'GET', '/queue');
      const found = body.denials.find((d: { claimId: string }) => d.claimId === claim.id);
      return found?.version > 1 ? found : null;
    });
    expect(row.sendBy).toBeNull();

    const seenAs = { id: run, name: `NEW PAYER ${run}` };
    const { body: list } = await request(admin, 'GET', '/settings/payers');
    expect(list.seenNotConfigured).toContainEqual(seenAs);
    const missing = async () => {
      const { body } = await request(admin, 'GET', '/settings/not-configured');
      return body.windows.filter((window: { seenAs: { id: string } }) => window.seenAs.id === run);
    };
    const [window] = await missing();
    expect(window).toMatchObject({ payer: null, seenAs, openDenials: 1, amountCents: 9_900 });

    const entry = {
      payer: key,
      name: `New Payer ${run}`,
      seenAs: [{ id: run }],
      payerType: 'commercial',
      network: 'in',
      windows: ['dispute', 'appeal'].map((kind) => ({
        kind,
        quantity: 365,
        unit: 'calendar_days',
        countedFrom: 'remittance_date',
        source: 'Agreement 2026, s. 9.2',
      })),
    };
    const drafted = await request(admin, 'PUT', `/settings/payers/${key}/draft`, {
      headers: { 'if-match': '"0"' },
      body: { entry, reason: 'Signed last week.' },
    });
    expect(drafted.status).toBe(200);
    const publication = `/settings/payers/${key}/publication`;
    const headers = { 'if-match': drafted.headers.get('etag') ?? '' };
    expect((await request(admin, 'POST', publication, { headers })).status).toBe(403);
    expect((await request(manager, 'POST', publication, { headers })).status).toBe(200);
    const { body: versions } = await request(manager, 'GET', '/settings/versions');
    expect(versions.versions[0]).toMatchObject({ subject: `payer/${key}`, reason: 'Signed last week.' });

    const counted = await eventually('the clocks to be counted anew', async () => {
      await runSweep();
      const { body } = await request(biller, 'GET', `/denials/${row.denialId}`);
      return body.sendBy === null ? null : body;
    });
    expect(counted.payerType).toBe('commercial');
    expect(counted.deadlines[0]).toMatchObject({ governs: true, source: 'Agreement 2026, s. 9.2' });
    const { body: timeline } = await request(biller, 'GET', `/denials/${row.denialId}/timeline`);
    expect(timeline.events.map((event: { type: string }) => event.type)).toContain('ClocksRecounted');
    expect(await missing()).toEqual([]);
  });

  test('a mistake in a rule layer is found by its line and changes nothing', async () => {
    const text = '{\n "layer": { "number": 1, "name": "x", "changed": "2026-02-30" }\n}';
    const { status, body } = await request(manager, 'POST', '/settings/rule-layer/check', { body: { text } });
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ field: 'layer.changed', line: 2 }]);
  });

  test('a person is given another role, signs in with it, and is given the old one back', async () => {
    const { body } = await request(admin, 'GET', '/settings/users');
    const person = body.users.find((user: { name: string }) => user.name === 'biller-one-practice');
    const grant = (role: string, version: number) =>
      request(admin, 'PUT', `/settings/users/${person.userId}/access`, {
        headers: { 'if-match': `"${version}"` },
        body: { role, practices: [LIMITED_PRACTICE] },
      });
    const promoted = await grant('supervisor', person.version);
    expect(promoted.status).toBe(200);
    const me = await request(await signIn('biller-one-practice'), 'GET', '/me');
    expect(me.body).toMatchObject({ role: 'supervisor', practices: [LIMITED_PRACTICE] });
    expect((await grant('biller', promoted.body.version)).status).toBe(200);
    const again = await request(await signIn('biller-one-practice'), 'GET', '/me');
    expect(again.body).toMatchObject({ role: 'biller' });
  });
});
