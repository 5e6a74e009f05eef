import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryDigestLog, MemoryMail } from '../../../functions/adapters/memory/digests.ts';
import { type DigestPorts, sendDigests } from '../../../functions/use-cases/send-digests.ts';
import { AppealSystem, auditor, biller, otherBiller, supervisor } from '../../fixtures/appeal-system.ts';
import { crashingAll, Fuse } from '../../fixtures/crashing.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const USERS = [biller, otherBiller, supervisor, auditor];

const CLAIM = 'SENTINEL-CLAIM';

describe('the digest of a day', () => {
  let system: AppealSystem;
  let mail: MemoryMail;
  let digests: MemoryDigestLog;
  beforeEach(async () => {
    system = new AppealSystem();
    mail = new MemoryMail();
    digests = new MemoryDigestLog();
    await system.routed(deniedClaim(CLAIM));
    await system.rewrite(system.only(), { assignee: biller.userId, sendBy: '2026-11-12' });
    await system.project();
  });
  const portsWith = (more: Partial<DigestPorts> = {}): DigestPorts => ({
    ...system.ports,
    addressees: {
      list: async () => USERS.map(({ userId }) => ({ userId, email: `${userId}@example.org` })),
    },
    mail,
    digests,
    appUrl: 'https://app.example.org',
    fromHour: 6,
    timeLeftMs: () => 100_000,
    ...more,
  });
  const addressees = () => mail.sent.map(({ to }) => to).sort();

  test('tells the owner what must be sent within a week, with its money and a link by id', async () => {
    await sendDigests(portsWith());
    expect(addressees()).toEqual(['biller@example.org']);
    const { denialId } = system.only();
    expect(mail.sent[0]?.subject).toBe('Denials on 2026-11-10: 1 to be sent within a week');
    expect(mail.sent[0]?.text).toContain('To be sent within a week: 1, $125.00');
    expect(mail.sent[0]?.text).toContain(`2026-11-12  https://app.example.org/denials/${denialId}`);
  });

  test('names no claim, no payer and nobody', async () => {
    await sendDigests(portsWith());
    const { payerName, payerClaimControlNumber } = system.only();
    for (const secret of [CLAIM, payerName, payerClaimControlNumber]) {
      expect(JSON.stringify(mail.sent)).not.toContain(secret);
    }
  });

  test('goes out once a day, however often it is looked at', async () => {
    for (let run = 0; run < 3; run += 1) await sendDigests(portsWith());
    expect(mail.sent).toHaveLength(1);
    system.clock.advanceDays(1);
    await sendDigests(portsWith());
    expect(mail.sent).toHaveLength(2);
  });

  test('waits for its hour', async () => {
    expect(await sendDigests(portsWith({ fromHour: 13 }))).toEqual({ sent: 0, failed: 0 });
    system.clock.advanceSeconds(60 * 60);
    expect(await sendDigests(portsWith({ fromHour: 13 }))).toEqual({ sent: 1, failed: 0 });
  });

  test('tells a supervisor of what is nobody’s, and nobody of other practices', async () => {
    await system.rewrite(system.only(), { assignee: null });
    await system.project();
    await sendDigests(portsWith());
    expect(addressees()).toEqual([`${supervisor.userId}@example.org`]);
    expect(addressees()).not.toContain(`${otherBiller.userId}@example.org`);
  });

  test('reaches nobody twice, whatever effect it dies after', async () => {
    for (let effect = 1; effect <= 4; effect += 1) {
      mail = new MemoryMail();
      digests = new MemoryDigestLog();
      await sendDigests(crashingAll(portsWith(), new Fuse(effect))).catch(() => undefined);
      await sendDigests(portsWith());
      await sendDigests(portsWith());
      expect(mail.sent.length, `after effect ${effect}`).toBeLessThanOrEqual(1);
    }
  });

  test('goes on with the others where one address is refused', async () => {
    // Nobody's, so the supervisor's.
    await system.drop(remittanceFile([{ claims: [deniedClaim('B1')], trace: 'T2' }]));
    const unowned = system.denials.all().find(({ assignee }) => assignee === null);
    if (unowned !== undefined) await system.rewrite(unowned, { sendBy: '2026-11-12' });
    await system.project();
    const refusing = {
      async send(message: Parameters<MemoryMail['send']>[0]) {
        if (message.to.startsWith('biller')) throw new Error(`refused: ${message.to}`);
        await mail.send(message);
      },
    };
    expect(await sendDigests(portsWith({ mail: refusing }))).toEqual({ sent: 1, failed: 1 });
    expect(addressees()).toEqual(['supervisor@example.org']);
  });

  test('leaves the rest to the next run where time runs out', async () => {
    await sendDigests(portsWith({ timeLeftMs: () => 5_000 }));
    expect(mail.sent).toEqual([]);
    await sendDigests(portsWith());
    expect(mail.sent).toHaveLength(1);
  });
});
