import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordedAnswer } from '../../functions/core/answer/answer.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { recordAnswer } from '../../functions/use-cases/record-answer.ts';
import { AppealSystem, biller } from '../fixtures/appeal-system.ts';
import { permutations } from '../fixtures/family.ts';
import {
  type ClaimSpec,
  deniedClaim,
  paidClaim,
  remittanceFile,
  reversalOf,
} from '../fixtures/remittance-file.ts';

const CHARGE = 12_500;
const denied = deniedClaim('A1', CHARGE);
const paid = paidClaim('A1', CHARGE);
const maintained: ClaimSpec = { id: 'A1', chargeCents: CHARGE, adjustments: [['CO', '193', CHARGE]] };
const deniedAgain: ClaimSpec = { ...denied, remarks: ['N130'], number: 'ICN2', original: 'ICNA1' };

type Happens = (system: AppealSystem) => Promise<unknown>;

function file(producedOn: string, ...claims: readonly ClaimSpec[]): Happens {
  const trace = `T${producedOn}`;
  return (system) =>
    system.drop(remittanceFile([{ claims, trace, producedOn, paidOn: producedOn }]), `${producedOn}.835`);
}

function letter(decision: RecordedAnswer['decision'], decidedOn: string): Happens {
  return async (system) => {
    const { denialId, version: expectedVersion } = workedOf(system);
    const heard = {
      decision,
      decidedOn,
      channel: 'letter',
      reference: `L-${decidedOn}`,
      note: null,
    } as const;
    const wantedBy = decision === 'more_wanted' ? '2027-01-10' : null;
    await recordAnswer(system.ports, { user: biller, denialId, expectedVersion, ...heard, wantedBy });
  };
}

const ANSWERS = {
  wanted: letter('more_wanted', '2026-11-03'),
  upheld: letter('upheld', '2026-11-04'),
  dismissed: letter('dismissed', '2026-11-05'),
  overturned: letter('overturned', '2026-11-06'),
  partly: letter('partly_overturned', '2026-11-07'),
  maintains: file('20261104', maintained),
  corrects: file('20261106', reversalOf(denied), paid),
  deniesAgain: file('20261105', reversalOf(denied), deniedAgain),
  correctsAgain: file('20261108', reversalOf(deniedAgain), { ...paid, number: 'ICN3' }),
  pays: file('20261109', paid),
  takesBack: file('20261110', reversalOf(paid)),
} as const;
const NAMES = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];

/** The denial of October, whose appeal left on November 2. */
function workedOf(system: AppealSystem): Denial {
  const found = system.denials.all().find(({ noticeOn }) => noticeOn === '2026-10-01');
  if (found === undefined) throw new Error('The first denial is not there.');
  return found;
}

async function after(order: readonly (keyof typeof ANSWERS)[]) {
  const system = new AppealSystem();
  await file('20261001', denied)(system);
  await system.rewrite(workedOf(system), { state: 'drafting', nextAction: 'Sent.' });
  await system.rewrite(workedOf(system), {
    state: 'awaiting_payer',
    sendings: [{ action: 'appeal', level: 1, sentOn: '2026-11-02', templateId: null, templateSha256: null }],
  });
  for (const name of order) await ANSWERS[name](system);
  const { state, closedAs, sendBy, resolution } = workedOf(system);
  const all = system.denials.all();
  return {
    state,
    closedAs,
    // Of what is closed, nothing is due any more.
    sendBy: state === 'closed' ? null : sendBy,
    resolution,
    recoveredCents: all.reduce((sum, each) => sum + (each.resolution?.recoveredCents ?? 0), 0),
    paidAtMostCents: Math.max(0, ...system.remittances.payments().map(({ claim }) => claim.paidCents)),
  };
}

test('answers give the same outcome and the same money in every order in which they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...NAMES], { minLength: 2, maxLength: 3 }), async (answers) => {
      const expected = await after(answers);
      for (const order of permutations(answers)) expect(await after(order)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('what was recovered of one claim is never more than the payer paid for it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...NAMES], { minLength: 3, maxLength: 7 }), async (answers) => {
      const { recoveredCents, paidAtMostCents } = await after([...answers, ...answers]);
      expect(recoveredCents).toBeLessThanOrEqual(paidAtMostCents);
    }),
    { numRuns: 60 },
  );
});
