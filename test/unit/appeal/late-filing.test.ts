import { describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { changesOf } from '../../../functions/use-cases/letter-basis.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { biller } from '../../fixtures/appeal-system.ts';
import { claimAcknowledgementFile, claimFile } from '../../fixtures/claim-file.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { type ClaimSpec, remittanceFile } from '../../fixtures/remittance-file.ts';

const LATE: ClaimSpec = { id: 'TF-1', chargeCents: 12_500, adjustments: [['CO', '29', 12_500]] };
const PROVEN = { id: 'TF-1', status: 'A2:20', payerNumber: 'ICN-TF-1' };

/** A denial as it opens: routed by the rulebook, and drafted where its route is an appeal. */
async function opened(
  { denied = LATE, acknowledged = [] as readonly Parameters<typeof claimAcknowledgementFile>[0][] } = {},
  system = new DecidedSystem(),
) {
  await system.drop(claimFile([{ id: denied.id }]), 'claims.837');
  for (const [at, told] of acknowledged.entries())
    await system.drop(
      claimAcknowledgementFile(told, { group: 900 + at, on: `2026-10-0${7 + at}` }),
      `${at}.277`,
    );
  await system.drop(remittanceFile([{ claims: [denied] }]));
  const { denialId } = system.only();
  await routeDenial({ denialId, level: 1, attempt: 1 }, system.ports);
  await system.runDraft(system.only());
  return system;
}

function own({ documents }: Denial) {
  return documents.filter(({ attachedBy }) => attachedBy === 'system');
}

describe('a denial for late filing of a claim that was accepted', () => {
  test('is drafted with the page of the acknowledgement as its document', async () => {
    const system = await opened({ acknowledged: [[PROVEN]] });
    const denial = system.only();
    expect(denial.candidate?.templateId).toBe('timely-filing');
    expect(own(denial)).toMatchObject([
      {
        mediaType: 'application/pdf',
        satisfies: ['277CA or clearinghouse acceptance that names payer, patient and dates'],
        sentOn: null,
        clean: { pageCount: 1, removed: [] },
      },
    ]);
  });

  test('the page is stored under its hash and says what was acknowledged', async () => {
    const system = await opened({ acknowledged: [[PROVEN]] });
    const [document] = own(system.only());
    if (document?.clean == null) throw new Error('The page is attached.');
    const { objectKey: key, objectVersionId: versionId, sha256 } = document.clean;
    expect(key).toContain(sha256);
    const bytes = await system.objects.read({ bucket: 'documents', key, versionId });
    expect(new TextDecoder().decode(bytes)).toContain('ICN-TF-1');
  });

  test('is attached once, however often the letter is drafted', async () => {
    const system = await opened({ acknowledged: [[PROVEN]] });
    const before = own(system.only());
    await system.rewrite(system.only(), { state: 'drafting', candidate: null });
    await system.runDraft(system.only());
    expect(own(system.only())).toEqual(before);
  });

  test('says where the proof is a clearinghouse’s alone', async () => {
    const file = Buffer.from(claimAcknowledgementFile([PROVEN])).toString('latin1');
    const system = new DecidedSystem();
    const relayed = file.replace(
      'NM1*PR*2*GREAT PRAIRIES HEALTH PLAN*****PI*87654',
      'NM1*AY*2*RELAY*****46*R1',
    );
    await system.drop(Buffer.from(relayed, 'latin1'), 'relayed.277');
    await opened({}, system);
    expect(system.only().nextAction).toContain('a clearinghouse’s acceptance');
  });

  test('tells the limit by itself where the contract’s is known', async () => {
    const system = new DecidedSystem();
    system.organisation = {
      ...system.organisation,
      payers: system.organisation.payers.map((payer) => ({
        ...payer,
        windows: [
          {
            kind: 'claim_filing' as const,
            quantity: 90,
            unit: 'calendar_days' as const,
            countedFrom: 'service_date' as const,
            source: 'Agreement, section 7.2',
          },
        ],
      })),
    };
    await opened({ acknowledged: [[PROVEN]] }, system);
    const { candidate } = system.only();
    const letter = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
    expect(letter).toContain('The claim had to be filed by January 3, 2027');
    expect(letter).toContain('Agreement, section 7.2');
    expect(letter).toContain('The claim was accepted on October 7, 2026: it was filed in time.');
  });
});

describe('a denial for late filing without proof that counts is not appealed and says why', () => {
  test.each<[string, readonly Parameters<typeof claimAcknowledgementFile>[0][], RegExp]>([
    ['nothing acknowledged', [], /no acknowledgement of the claim is on file/],
    [
      'a rejection only',
      [[{ id: 'TF-1', status: 'A3:21', action: 'U' }]],
      /a rejected submission is no proof/,
    ],
    [
      'accepted, then rejected',
      [[PROVEN], [{ id: 'TF-1', status: 'A7:562:85', action: 'U' }]],
      /a rejected submission is no proof/,
    ],
  ])('%s', async (_what, acknowledged, why) => {
    const denial = (await opened({ acknowledged })).only();
    expect(denial).toMatchObject({ state: 'needs_review', candidate: null, documents: [] });
    expect(denial.nextAction).toMatch(/^No appeal: No proof of timely filing counts: /);
    expect(denial.nextAction).toMatch(why);
  });

  test('and can be appealed once a person attached other proof', async () => {
    const system = await opened();
    const document = { ...ATTACHED, attachedBy: biller.userId };
    await system.rewrite(system.only(), { documents: [document] });
    const { denialId, version } = system.only();
    const request = {
      user: biller,
      denialId,
      expectedVersion: version,
      route: 'appeal' as const,
      reason: 'Proof found.',
    };
    expect(await rerouteDenial(system.ports, request)).toMatchObject({ kind: 'changed' });
    await system.runDraft(system.only());
    expect(system.only().candidate?.templateId).toBe('timely-filing');
    expect(await changesOf(system.ports, system.only())).toEqual([]);

    await system.rewrite(system.only(), { documents: [] });
    expect(await changesOf(system.ports, system.only())).toContainEqual(
      expect.stringMatching(/^whether it can be appealed \(No proof of timely filing counts: /),
    );
  });

  test('by the penalty for filing late (B4) neither', async () => {
    const system = await opened({ denied: { ...LATE, adjustments: [['PI', 'B4', 1_200]] } });
    expect(system.only().nextAction).toContain('No proof of timely filing counts');
  });
});

describe('what is late in another way gets its own answer', () => {
  const refusalOf = async (carc: string, group = 'CO') => {
    const denied = { ...LATE, adjustments: [[group, carc, 12_500] as const] };
    const system = new DecidedSystem();
    await system.drop(claimFile([{ id: denied.id }]), 'claims.837');
    await system.drop(claimAcknowledgementFile([PROVEN]), 'accepted.277');
    await system.drop(remittanceFile([{ claims: [denied] }]));
    const { denialId, version } = system.only();
    return rerouteDenial(system.ports, {
      user: biller,
      denialId,
      expectedVersion: version,
      route: 'appeal',
      reason: 'Try.',
    });
  };

  test('an attachment (164) is sent again, unless a person has proof that it was sent', async () => {
    expect(await refusalOf('164')).toMatchObject({
      code: 'NOT_APPEALABLE',
      sentence: expect.stringMatching(/had the attachment too late: send it again/),
    });
  });

  test('after the payer’s run-out (166) its successor is billed', async () => {
    expect(await refusalOf('166')).toMatchObject({
      code: 'NOT_APPEALABLE',
      sentence: expect.stringMatching(/came after it/),
    });
  });

  test('at Original Medicare (29) an exception is asked for', async () => {
    const system = new DecidedSystem();
    const payers = system.organisation.payers.map((payer) => ({
      ...payer,
      payerType: 'medicare_ffs' as const,
    }));
    system.organisation = { ...system.organisation, payers };
    await opened({ denied: { ...LATE, filing: 'MB' }, acknowledged: [[PROVEN]] }, system);
    const { denialId, version, state } = system.only();
    expect(state).not.toBe('drafting');
    const request = {
      user: biller,
      denialId,
      expectedVersion: version,
      route: 'appeal' as const,
      reason: 'Try.',
    };
    expect(await rerouteDenial(system.ports, request)).toMatchObject({
      sentence: expect.stringContaining('424.44(b)'),
    });
  });
});

const ATTACHED = {
  sha256: 'a'.repeat(64),
  objectKey: 'k',
  objectVersionId: 'v',
  byteLength: 1,
  mediaType: 'application/pdf' as const,
  satisfies: [],
  attachedAt: '2026-11-09T10:00:00.000Z',
  sentOn: null,
  clean: null,
};
