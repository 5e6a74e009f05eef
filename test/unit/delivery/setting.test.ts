import { describe, expect, test } from 'vitest';
import { deliveryStandingOf, leftOn } from '../../../functions/core/delivery/evidence.ts';
import {
  deliveryChannelOf,
  deliverySettingSchema,
  settingFor,
} from '../../../functions/core/delivery/setting.ts';
import type { Handover } from '../../../functions/core/denial/denial.ts';
import { checkPayer } from '../../../functions/core/settings/check-payer.ts';

const SFTP = {
  channel: 'sftp',
  host: 'sftp.payer.example',
  user: 'overturn',
  folder: 'in/appeals',
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
  credential: 'payer',
} as const;

describe('the setting of a payer’s deliveries', () => {
  test('pins a host key as ssh-keygen prints it, on the usual port', () => {
    expect(deliverySettingSchema.parse(SFTP)).toMatchObject({ port: 22 });
  });

  test.each([
    ['no host key', { hostKeys: [] }],
    ['a fingerprint of MD5', { hostKeys: ['MD5:aa:bb'] }],
    ['a fingerprint that is padded', { hostKeys: [`SHA256:${'A'.repeat(43)}=`] }],
    ['a folder above', { folder: '../other' }],
    ['a folder that steps up in the middle', { folder: 'in/../other' }],
    ['a folder that ends in a slash', { folder: 'in/' }],
    ['a host with a port in it', { host: 'sftp.payer.example:22' }],
    ['a user with a space', { user: 'over turn' }],
    ['the secret itself', { password: 'x' }],
    ['a name of a secret that is a path', { credential: '../payer' }],
  ])('is refused with %s', (_what, wrong) => {
    expect(deliverySettingSchema.safeParse({ ...SFTP, ...wrong }).success).toBe(false);
  });

  test('is the handover bucket where nobody settled anything', () => {
    expect(deliveryChannelOf(null)).toBe('file_drop');
    expect(settingFor({}, 'file_drop')).toEqual({ channel: 'file_drop' });
    expect(settingFor(null, null)).toEqual({ channel: 'file_drop' });
  });

  test('is none for what was approved for another channel', () => {
    const delivery = deliverySettingSchema.parse(SFTP);
    expect(settingFor({ delivery }, 'sftp')).toEqual(delivery);
    expect(settingFor({ delivery }, 'file_drop')).toBeNull();
    expect(settingFor(null, 'sftp')).toBeNull();
  });
});

describe('a payer with a setting of deliveries', () => {
  const check = (other: object) => {
    const value = { payer: 'acme', name: 'Acme', seenAs: [{ id: '1' }], payerType: 'commercial', ...other };
    const result = checkPayer({ kind: 'value', value }, 'acme', []);
    return result.kind === 'right' ? result.warnings.map(({ field }) => field) : result.problems;
  };
  const office = { level: 1, name: 'Appeals', address: null, fax: null, portal: null };

  test('is warned of where no office has what the channel needs', () => {
    expect(check({ delivery: { channel: 'portal' }, appealLevels: [office] })).toEqual(['delivery.channel']);
    expect(check({ delivery: { channel: 'print_and_mail', printRoom: 'main' } })).toEqual([
      'delivery.channel',
    ]);
    const appealLevels = [{ ...office, portal: 'https://portal.example' }];
    expect(check({ delivery: { channel: 'portal' }, appealLevels })).toEqual([]);
  });

  test('is warned of where its clock reckons with another way', () => {
    const of = (appeal: string) => check({ delivery: SFTP, channels: { appeal } });
    expect(of('mail')).toEqual(['channels.appeal']);
    expect(of('electronic')).toEqual([]);
  });
});

describe('how far a packet came', () => {
  const approval = { sha256: 'a'.repeat(64), approvedAt: '2026-11-10T12:00:00.000Z' };
  const handover: Handover = {
    sha256: approval.sha256,
    channel: 'file_drop',
    reference: 'x',
    handedOverAt: '2026-11-10T12:00:31.000Z',
    handedOverBy: 'deliver',
    sentOn: '2026-11-10',
    evidence: [],
  };
  const shown = (shows: Handover['evidence'][number]['shows']) => ({
    shows,
    on: '2026-11-11',
    reference: 'r',
    documentSha256: null,
    recordedBy: 'u',
    recordedAt: '2026-11-11T12:00:00.000Z',
  });

  test('is nothing before it is approved, and queued once it is', () => {
    expect(deliveryStandingOf({ approval: null, handover: null })).toBeNull();
    expect(deliveryStandingOf({ approval, handover: null })).toBe('queued');
  });

  test('is what the furthest evidence shows, whatever was recorded after it', () => {
    const evidence = [shown('handed_over'), shown('acknowledged_by_payer'), shown('accepted_by_channel')];
    expect(deliveryStandingOf({ approval, handover: { ...handover, evidence } })).toBe(
      'acknowledged_by_payer',
    );
  });

  test('is queued again for a packet that is approved after another one left', () => {
    const next = { sha256: 'b'.repeat(64), approvedAt: '2026-12-01T12:00:00.000Z' };
    expect(deliveryStandingOf({ approval: next, handover })).toBe('queued');
  });

  test('is handed over in records from before evidence was kept, on their day', () => {
    expect(deliveryStandingOf({ approval, handover })).toBe('handed_over');
    expect(leftOn({ ...handover, sentOn: null })).toBe('2026-11-10');
  });
});
