import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeliverySetting } from '../../../functions/core/delivery/setting.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { ChannelUnreachableError, type HandOver } from '../../../functions/ports/delivery.ts';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { removeDocument } from '../../../functions/use-cases/attach-document.ts';
import { deliverAppeal } from '../../../functions/use-cases/deliver-appeal.ts';
import { readDelivery } from '../../../functions/use-cases/read-delivery.ts';
import { readPacket } from '../../../functions/use-cases/read-letter.ts';
import {
  recordAcknowledgement,
  recordMailing,
  recordPortalSubmission,
} from '../../../functions/use-cases/record-delivery.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { AppealSystem, auditor, biller } from '../../fixtures/appeal-system.ts';

const SFTP: DeliverySetting = {
  channel: 'sftp',
  host: 'sftp.payer.example',
  port: 22,
  user: 'overturn',
  folder: 'appeals',
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
  credential: 'payer',
};

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem();
});

const by = ({ denialId, version }: Denial) => ({ user: biller, denialId, expectedVersion: version });

function settle(delivery: DeliverySetting | undefined): void {
  const { organisation } = system;
  const payers = organisation.payers.map(({ delivery: _before, ...payer }) => ({
    ...payer,
    ...(delivery && { delivery }),
  }));
  system.organisation = { ...organisation, payers };
}

async function approve(): Promise<Denial> {
  const denial = system.only();
  const candidateSha256 = denial.candidate?.sha256 ?? '';
  const result = await approveAppeal(system.ports, { ...by(denial), candidateSha256 });
  expect(result.kind).toBe('changed');
  system.clock.advanceSeconds(31);
  return system.only();
}

/** Approved for this way, and the hold is over. */
async function held(delivery: DeliverySetting): Promise<Denial> {
  settle(delivery);
  await system.readyToApprove();
  return approve();
}

/** What lies there for whoever takes it; our own notes are not for them. */
const dropped = () =>
  system.objects
    .list('handover')
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('dropped/'));
async function read(key: string): Promise<Uint8Array> {
  return system.objects.read(await system.objects.newest('handover', key));
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a packet for a mailing or fax service', () => {
  test('lies beside a manifest that says to whom, how many pages and which hash, and nothing of the patient', async () => {
    const { denialId, approval, candidate } = await held({ channel: 'file_drop' });
    await system.runDeliver(system.only());
    const stem = `${denialId}/${approval?.sha256}`;
    expect(dropped()).toEqual([`${stem}.pdf`, `${stem}.json`]);
    expect(hashOf(await read(`${stem}.pdf`))).toBe(approval?.sha256);
    const manifest = JSON.parse(new TextDecoder().decode(await read(`${stem}.json`)));
    expect(manifest).toEqual({
      manifest: 1,
      denialId,
      to: {
        name: 'Provider appeals',
        address: 'Provider Appeals\nP.O. Box 5500\nOmaha, NE 68103',
        fax: null,
      },
      by: null,
      files: [{ name: `${approval?.sha256}.pdf`, sha256: approval?.sha256, pages: candidate?.pageCount }],
    });
  });

  test('is sent, as far as anybody knows handed over, and its service’s receipt says more', async () => {
    await held({ channel: 'file_drop' });
    await system.runDeliver(system.only());
    expect(system.only()).toMatchObject({ state: 'awaiting_payer', handover: { channel: 'file_drop' } });
    expect(system.only().handover?.evidence).toMatchObject([{ shows: 'handed_over', recordedBy: 'deliver' }]);

    const receipt = { by: 'channel', acknowledgedOn: '2026-11-10', reference: 'FAX-881 OK' } as const;
    await recordAcknowledgement(system.ports, { ...by(system.only()), ...receipt });
    expect(system.only().handover?.evidence).toMatchObject([
      { shows: 'handed_over' },
      { shows: 'accepted_by_channel', reference: 'FAX-881 OK', recordedBy: 'biller' },
    ]);
  });
});

describe('a packet to be printed and mailed', () => {
  const PRINT: DeliverySetting = { channel: 'print_and_mail', printRoom: 'main' };

  test('goes to the folder of its print room, address page and manifest with it', async () => {
    const { denialId, approval } = await held(PRINT);
    await system.runDeliver(system.only());
    const folder = `print/main/${denialId}-${approval?.sha256}`;
    expect(dropped()).toEqual(
      ['address-page.pdf', 'packet.pdf', 'manifest.json'].map((name) => `${folder}/${name}`),
    );
    const page = new TextDecoder().decode(await read(`${folder}/address-page.pdf`));
    expect(page).toContain('Cedar Ridge Medical Group');
    expect(page).toContain('GREAT PRAIRIES HEALTH PLAN\nProvider Appeals\nP.O. Box 5500');
    expect(approval?.parts).toMatchObject([
      { fileName: 'address-page.pdf', sha256: hashOf(await read(`${folder}/address-page.pdf`)) },
    ]);
  });

  test('is handed over for printing and no more: it waits for a person, unsent, its clock running', async () => {
    await held(PRINT);
    expect((await system.runDeliver(system.only())).next).toBe('wait_for_person');
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      nextAction: 'Handed over for printing: once it is mailed, record the day and the tracking number.',
      handover: { channel: 'print_and_mail', sentOn: null, evidence: [{ shows: 'handed_over' }] },
      sendings: [],
      answerDueOn: null,
    });
  });

  test('is sent on the day it was mailed, and the carrier has it by its tracking number', async () => {
    await held(PRINT);
    await system.runDeliver(system.only());
    system.clock.advanceSeconds(2 * 86_400);
    const mailing = { mailedOn: '2026-11-11', trackingNumber: '9407 1000 0000' };
    expect((await recordMailing(system.ports, { ...by(system.only()), ...mailing })).kind).toBe('changed');
    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      handover: {
        sentOn: '2026-11-11',
        evidence: [
          { shows: 'handed_over', on: '2026-11-10' },
          { shows: 'accepted_by_channel', on: '2026-11-11', reference: '9407 1000 0000' },
        ],
      },
      sendings: [{ sentOn: '2026-11-11', action: 'appeal' }],
    });
    expect(system.only().answerDueOn).not.toBeNull();
    expect(await system.eventTypes(system.only().denialId)).toContain('MailingRecorded');
  });

  test('without tracking number or proof is handed over by a person’s word', async () => {
    await held(PRINT);
    await system.runDeliver(system.only());
    await recordMailing(system.ports, { ...by(system.only()), mailedOn: '2026-11-10' });
    expect(system.only().handover?.evidence.map(({ shows }) => shows)).toEqual([
      'handed_over',
      'handed_over',
    ]);
  });

  test('is not mailed before it was printed, in the future, or with a proof that is not attached', async () => {
    await held(PRINT);
    await system.runDeliver(system.only());
    const refusedWith = async (
      mailing: Omit<Parameters<typeof recordMailing>[1], keyof ReturnType<typeof by>>,
    ) => recordMailing(system.ports, { ...by(system.only()), ...mailing });
    expect(await refusedWith({ mailedOn: '2026-11-12' })).toMatchObject({
      code: 'DATE_REFUSED',
      field: 'mailedOn',
    });
    expect(await refusedWith({ mailedOn: '2026-11-09' })).toMatchObject({
      sentence: 'The day lies before 2026-11-10, when it was handed over for printing.',
    });
    expect(await refusedWith({ mailedOn: '2026-11-10', documentSha256: 'a'.repeat(64) })).toMatchObject({
      code: 'NO_SUCH_DOCUMENT',
    });
  });

  test('is not put there a second time when the step comes again', async () => {
    const { denialId, level, attempt } = await held(PRINT);
    const before = system.only();
    await system.runDeliver(before);
    const put = dropped();
    await system.rewrite(system.only(), { state: 'drafting' });
    // As if the record of it had been lost: the same approval, held.
    await system.rewrite(system.only(), { state: 'ready_to_approve' });
    await system.rewrite(system.only(), { state: 'held', approval: before.approval, handover: null });
    await deliverAppeal(system.ports, { denialId, level, attempt });
    expect(dropped()).toEqual(put);
    expect(system.only().handover?.sha256).toBe(before.approval?.sha256);
  });
});

describe('a packet for a portal', () => {
  test('stays here, approved, until a person has submitted it', async () => {
    await held({ channel: 'portal' });
    expect((await system.runDeliver(system.only())).next).toBe('wait_for_person');
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      nextAction:
        'Submit the approved files in the portal of GREAT PRAIRIES HEALTH PLAN, then record its confirmation number.',
      handover: null,
      sendings: [],
    });
    expect(dropped()).toEqual([]);
    expect(await readDelivery(system.ports, biller, system.only().denialId)).toMatchObject({
      value: { channel: 'portal', standing: 'queued' },
    });
  });

  test('shows its reader files in order, what the portal takes, and what its form asks for', async () => {
    await held({ channel: 'portal' });
    await system.runDeliver(system.only());
    const result = await readDelivery(system.ports, biller, system.only().denialId);
    if (result.kind !== 'read') throw new Error('It is to be read.');
    const { files, checks, fields } = result.value;
    expect(files.map(({ fileName }) => fileName)).toEqual(
      system.only().approval?.parts.map((p) => p.fileName),
    );
    expect(checks.find(({ what }) => what.startsWith('The address'))).toMatchObject({ holds: false });
    expect(fields).toContainEqual({ label: 'Disputed', value: '$125.00' });
    expect(fields.map(({ label }) => label)).toContain('Member ID');
  });

  test('is accepted by its confirmation number, and then the payer has the move', async () => {
    await held({ channel: 'portal' });
    await system.runDeliver(system.only());
    const submitted = { submittedOn: '2026-11-10', confirmationNumber: 'AV-77' };
    const before = { ...submitted, submittedOn: '2026-11-09' };
    expect(await recordPortalSubmission(system.ports, { ...by(system.only()), ...before })).toMatchObject({
      kind: 'refused',
      code: 'DATE_REFUSED',
    });
    await recordPortalSubmission(system.ports, { ...by(system.only()), ...submitted });
    const { approval, handover, state } = system.only();
    expect(state).toBe('awaiting_payer');
    expect(handover).toMatchObject({
      sha256: approval?.sha256,
      channel: 'portal',
      reference: 'AV-77',
      sentOn: '2026-11-10',
      evidence: [{ shows: 'accepted_by_channel', reference: 'AV-77' }],
    });
    expect(system.only().sendings).toHaveLength(1);
    const packet = await readPacket(system.ports, auditor, system.only().denialId);
    expect(packet).toMatchObject({ kind: 'read', value: { sha256: approval?.sha256 } });
  });

  test('that waits can be written anew instead, and counts as nothing sent', async () => {
    await held({ channel: 'portal' });
    await system.runDeliver(system.only());
    const again = { route: 'appeal', reason: 'The portal takes it no more.' } as const;
    expect((await rerouteDenial(system.ports, { ...by(system.only()), ...again })).kind).toBe('changed');
    expect(system.only()).toMatchObject({ state: 'drafting', approval: null, handover: null });
  });
});

describe('a packet for a server', () => {
  const answers = (...with_: readonly (HandOver | Error)[]) => {
    let asked = 0;
    system.sftp = async () => {
      const answer = with_[Math.min(asked, with_.length - 1)];
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer as HandOver;
    };
    return () => asked;
  };
  const HANDED_OVER: HandOver = {
    kind: 'handed_over',
    reference: 'sftp://sftp.payer.example:22/appeals/x.pdf',
  };

  test('is handed over once the server has it', async () => {
    answers(HANDED_OVER);
    await held(SFTP);
    expect((await system.runDeliver(system.only())).next).toBe('wait_for_payer');
    expect(system.only()).toMatchObject({
      state: 'awaiting_payer',
      handover: { channel: 'sftp', evidence: [{ shows: 'handed_over' }] },
    });
  });

  test('is not sent where the server is not the one that was settled: it says so, and is approved again', async () => {
    const asked = answers({ kind: 'refused', because: 'host_key_differs' }, HANDED_OVER);
    const { denialId, level, attempt } = await held(SFTP);
    const refused: string[] = [];
    await deliverAppeal(system.ports, { denialId, level, attempt }, (because) => refused.push(because));
    expect(refused).toEqual(['host_key_differs']);
    expect(system.only()).toMatchObject({
      state: 'ready_to_approve',
      approval: null,
      handover: null,
      sendings: [],
    });
    expect(system.only().nextAction).toMatch(
      /^Not sent: the server showed another host key .* approve again\.$/,
    );
    await system.runDeliver(system.only());
    expect(asked()).toBe(1);

    await approve();
    await system.runDeliver(system.only());
    expect(system.only().state).toBe('awaiting_payer');
  });

  test('that does not answer is tried again, the record saying so once', async () => {
    answers(
      new ChannelUnreachableError('No answer.'),
      new ChannelUnreachableError('No answer.'),
      HANDED_OVER,
    );
    const { denialId } = await held(SFTP);
    await expect(system.runDeliver(system.only())).rejects.toThrow(ChannelUnreachableError);
    expect(system.only()).toMatchObject({
      state: 'held',
      nextAction: 'The channel does not answer: the packet has not left yet, and is tried again.',
    });
    await system.runDeliver(system.only());
    expect(system.only().state).toBe('awaiting_payer');
    const types = await system.eventTypes(denialId);
    expect(types.filter((type) => type === 'DeliveryDelayed')).toHaveLength(1);
  });

  test('that nobody saw lie there asks a person to ask', async () => {
    answers({ ...HANDED_OVER, unseen: true });
    await held(SFTP);
    const { denialId, level, attempt } = system.only();
    const steps: string[] = [];
    const { change } = system.denials;
    system.denials.change = async (made) => {
      steps.push(made.after.nextAction);
      return change.call(system.denials, made);
    };
    await deliverAppeal(system.ports, { denialId, level, attempt });
    expect(steps[0]).toBe(
      'It was handed over, and was gone when looked for again: ask the receiver whether they have it.',
    );
    expect(system.only().nextAction).toMatch(/ask the receiver whether they have it\. Wait for the payer/);
  });

  test('is void where the payer’s packets take another way by now', async () => {
    const asked = answers(HANDED_OVER);
    await held(SFTP);
    settle(undefined);
    await system.runDeliver(system.only());
    expect(system.only()).toMatchObject({ state: 'drafting', candidate: null, approval: null });
    expect(asked()).toBe(0);
  });
});

test('a packet is not approved for another channel than the payer’s packets take by now', async () => {
  settle({ channel: 'portal' });
  const denial = await system.readyToApprove();
  settle({ channel: 'print_and_mail', printRoom: 'main' });
  const candidateSha256 = denial.candidate?.sha256 ?? '';
  expect(await approveAppeal(system.ports, { ...by(denial), candidateSha256 })).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('the channel for this payer'),
  });
});

test('a document that shows that a packet was sent stays', async () => {
  await held({ channel: 'portal' });
  await system.runDeliver(system.only());
  const sha256 = hashOf(new TextEncoder().encode('the screenshot'));
  await system.rewrite(system.only(), {
    documents: [
      {
        sha256,
        objectKey: 'k',
        objectVersionId: 'v',
        byteLength: 9,
        mediaType: 'image/png',
        satisfies: [],
        attachedBy: 'biller',
        attachedAt: system.clock.now(),
        sentOn: null,
        clean: null,
      },
    ],
  });
  const submission = { submittedOn: '2026-11-10', confirmationNumber: 'AV-77', documentSha256: sha256 };
  await recordPortalSubmission(system.ports, { ...by(system.only()), ...submission });
  expect(system.only().handover?.evidence).toMatchObject([{ documentSha256: sha256 }]);
  expect(await removeDocument(system.ports, { ...by(system.only()), sha256 })).toMatchObject({
    sentence: 'This document shows that a packet was sent: it stays as evidence.',
  });
});

test('the payer’s own word goes furthest, and is kept beside the others', async () => {
  await held({ channel: 'file_drop' });
  await system.runDeliver(system.only());
  const letter = { by: 'payer', acknowledgedOn: '2026-11-10', reference: 'ACK 5' } as const;
  await recordAcknowledgement(system.ports, { ...by(system.only()), ...letter });
  expect(await readDelivery(system.ports, biller, system.only().denialId)).toMatchObject({
    value: { standing: 'acknowledged_by_payer', evidence: [{}, { reference: 'ACK 5' }] },
  });
  const before = { ...letter, acknowledgedOn: '2026-11-09' };
  expect(await recordAcknowledgement(system.ports, { ...by(system.only()), ...before })).toMatchObject({
    code: 'DATE_REFUSED',
  });
});
