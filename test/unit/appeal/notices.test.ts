import { describe, expect, test } from 'vitest';
import { approveAppeal } from '../../../functions/use-cases/approve-appeal.ts';
import { editDraft } from '../../../functions/use-cases/edit-draft.ts';
import { rerouteDenial } from '../../../functions/use-cases/reroute-denial.ts';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { biller, withoutDocuments } from '../../fixtures/appeal-system.ts';
import { DecidedSystem } from '../../fixtures/decided-system.ts';
import { type ClaimSpec, remittanceFile } from '../../fixtures/remittance-file.ts';

const LATE: ClaimSpec = {
  id: 'LE-1',
  chargeCents: 12_500,
  adjustments: [['CO', '29', 12_500]],
  filing: 'MB',
  servedOn: '20250803',
};
const PASSAGES = {
  exception: 'Retroactive Medicare entitlement, known to us since September 3, 2026.',
  facts: 'The notice of entitlement is of August 20, 2026.',
};

/** A late claim at Original Medicare, routed by the rulebook. */
async function late(): Promise<DecidedSystem> {
  const system = new DecidedSystem();
  const payers = system.organisation.payers.map((payer) => ({
    ...payer,
    payerType: 'medicare_ffs' as const,
  }));
  system.organisation = { ...system.organisation, payers };
  await system.drop(remittanceFile([{ claims: [LATE] }]));
  const { denialId } = system.only();
  await routeDenial({ denialId, level: 1, attempt: 1 }, system.ports);
  return system;
}

function asked(
  system: DecidedSystem,
  more: { readonly notice?: boolean; readonly route?: 'documentation' | 'appeal' | 'review' } = {},
) {
  const { denialId, version } = system.only();
  return rerouteDenial(system.ports, {
    user: biller,
    denialId,
    expectedVersion: version,
    route: 'documentation',
    reason: 'Entitlement came late.',
    notice: true,
    ...more,
  });
}

/** The notice as its biller has written it, waiting for approval. */
async function written(): Promise<DecidedSystem> {
  const system = await late();
  await asked(system);
  await system.runDraft(system.only());
  const entitlement = { words: 'notice of entitlement', satisfies: ['the notice of entitlement'] };
  const { denialId, version: expectedVersion } = await system.attached(system.only(), entitlement);
  const goesWithout = withoutDocuments(system.only());
  await editDraft(system.ports, { user: biller, denialId, expectedVersion, passages: PASSAGES, goesWithout });
  return system;
}

async function sent(): Promise<DecidedSystem> {
  const system = await written();
  const { denialId, version, candidate } = system.only();
  const approval = { expectedVersion: version, candidateSha256: candidate?.sha256 ?? '' };
  await approveAppeal(system.ports, { user: biller, denialId, ...approval });
  system.clock.advanceSeconds(31);
  await system.runDeliver(system.only());
  return system;
}

describe('a notice', () => {
  test('is drafted where a person asks for it, though no appeal is open', async () => {
    const system = await late();
    expect(await asked(system)).toMatchObject({
      kind: 'changed',
      denial: {
        route: 'documentation',
        letterKind: 'notice',
        state: 'drafting',
        nextAction: 'The system is drafting the notice.',
      },
    });
    await system.runDraft(system.only());
    expect(system.only()).toMatchObject({
      state: 'drafting',
      candidate: { templateId: 'late-filing-exception' },
      nextAction: expect.stringMatching(/^Complete the notice: /),
    });
  });

  test('waits for approval once nothing is open, as a letter does', async () => {
    expect((await written()).only()).toMatchObject({
      state: 'ready_to_approve',
      nextAction: 'Read the notice and approve it.',
    });
  });

  test('leaves as approved, and what left are documents: it never counts as an appeal', async () => {
    const system = await sent();
    const { sendings, handover, approval, nextAction } = system.only();
    expect(sendings).toMatchObject([{ action: 'documents', templateId: 'late-filing-exception' }]);
    expect(handover?.sha256).toBe(approval?.sha256);
    expect(nextAction).toBe('Wait for the payer’s answer to the notice.');
  });

  test('is called a notice in its timeline', async () => {
    const system = await sent();
    const types = await system.eventTypes(system.only().denialId);
    expect(types).toEqual(
      expect.arrayContaining(['NoticeBegun', 'NoticeDrafted', 'NoticeApproved', 'NoticeHandedOver']),
    );
    expect(types.filter((type) => type.startsWith('Appeal'))).toEqual([]);
  });

  test('bears on its face that it is no appeal', async () => {
    const system = await written();
    const { candidate } = system.only();
    const packet = await system.text('packets', candidate?.objectKey ?? '', candidate?.objectVersionId ?? '');
    expect(packet).toContain('This is not an appeal.');
    expect(packet).not.toContain('appeals the denial');
  });

  test('can be given up for any other route', async () => {
    const system = await written();
    expect(await asked(system, { notice: false })).toMatchObject({
      kind: 'changed',
      denial: { letterKind: 'appeal', state: 'collecting_documents', candidate: null },
    });
  });
});

test('a notice of open negotiation is sent by the end of its own window, not by a clock of documents', async () => {
  const system = new DecidedSystem();
  const payers = system.organisation.payers.map((payer) => ({ ...payer, network: 'out' as const }));
  system.organisation = { ...system.organisation, payers };
  await system.drop(
    remittanceFile([
      {
        claims: [
          {
            id: 'ON-1',
            chargeCents: 140_000,
            procedure: 'HC:99285',
            adjustments: [['PI', '242', 92_000]],
            remarks: ['N864'],
          },
        ],
      },
    ]),
  );
  const { denialId } = system.only();
  await routeDenial({ denialId, level: 1, attempt: 1 }, system.ports);
  expect(await asked(system)).toMatchObject({ kind: 'changed' });
  const { deadlines, sendBy } = system.only();
  const window = deadlines.find(({ kind }) => kind === 'open_negotiation');
  expect(window).toMatchObject({ governs: true });
  expect(sendBy).not.toBeNull();
  expect(sendBy).toBe(window?.sendBy);
  await system.runDraft(system.only());
  expect(system.only().candidate?.templateId).toBe('open-negotiation-notice');
});

describe('a notice is refused', () => {
  test('on any route but that of documents', async () => {
    expect(await asked(await late(), { route: 'review' })).toMatchObject({ code: 'ROUTE_REFUSED' });
  });

  test('while it is being written', async () => {
    expect(await asked(await written())).toMatchObject({
      code: 'ROUTE_REFUSED',
      sentence: 'The notice is being written already.',
    });
  });

  test('for a denial that has none', async () => {
    const system = new DecidedSystem();
    await system.routed();
    expect(await asked(system)).toMatchObject({
      code: 'ROUTE_REFUSED',
      sentence: expect.stringContaining('No notice is written for this denial'),
    });
  });
});
