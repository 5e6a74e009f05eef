import { describe, expect, test } from 'vitest';
import { relate } from '../../../functions/core/family/relate.ts';
import { adjudicated, memberOf, relationsOf, standingsOf } from '../../fixtures/family.ts';
import { deniedClaim, paidClaim, reversalOf } from '../../fixtures/remittance-file.ts';

const CHARGE = 12_500;
const denied = deniedClaim('A1', CHARGE);
const paid = { ...paidClaim('A1', CHARGE) };
const partlyPaid = {
  id: 'A1',
  chargeCents: CHARGE,
  adjustments: [['CO', '50', 4_000]] as const,
  remarks: ['N115'],
};
const duplicate = {
  id: 'A1',
  chargeCents: CHARGE,
  adjustments: [['OA', '18', CHARGE]] as const,
  number: 'ICN2',
};

const answerTo = (earlier: ReturnType<typeof adjudicated>, later: ReturnType<typeof adjudicated>) =>
  memberOf(relate([...earlier, ...later]).members, earlier[0]).answer;

describe('a reversal and its correction', () => {
  test('in one remittance take back and replace the earlier adjudication', () => {
    const family = [...adjudicated('20261001', denied), ...adjudicated('20261020', reversalOf(denied), paid)];
    expect(standingsOf(family)).toEqual(['reversed', 'reversal', 'in_force']);
    expect(relationsOf(family)).toEqual(['answers 2>0', 'corrects 2>0', 'reverses 1>0']);
  });

  test('may come with the correction first, days before the reversal', () => {
    const family = [
      ...adjudicated('20261001', denied),
      ...adjudicated('20261015', paid),
      ...adjudicated('20261020', reversalOf(denied)),
    ];
    expect(standingsOf(family)).toEqual(['reversed', 'in_force', 'reversal']);
    expect(relationsOf(family)).toContain('corrects 1>0');
  });

  test('may come twice', () => {
    const family = [
      ...adjudicated('20261001', denied),
      ...adjudicated('20261010', reversalOf(denied), partlyPaid),
      ...adjudicated('20261020', reversalOf(partlyPaid), paid),
    ];
    expect(standingsOf(family)).toEqual(['reversed', 'reversal', 'reversed', 'reversal', 'in_force']);
    expect(memberOf(relate(family).members, family[0]).replacedBy).toBe(
      memberOf(relate(family).members, family[4]).id,
    );
  });

  test('does not take the correction for what was reversed when the original is not on file', () => {
    const later = { ...denied, number: 'ICN9', original: 'ICNA1' };
    const family = adjudicated('20261020', reversalOf(denied), later);
    expect(standingsOf(family)).toEqual(['reversal', 'in_force']);
    expect(relationsOf(family)).toEqual(['corrects 1>0']);
  });

  test('is a recoupment while nothing comes instead', () => {
    const family = [...adjudicated('20261001', paid), ...adjudicated('20261020', reversalOf(paid))];
    expect(relate(family).members.map(({ uncorrected }) => uncorrected)).toEqual([false, true]);
  });
});

describe('a later adjudication without a reversal', () => {
  test('replaces by frequency 7', () => {
    const replacement = { ...paid, number: 'ICN2', frequency: '7' };
    const family = [...adjudicated('20261001', denied), ...adjudicated('20261020', replacement)];
    expect(relationsOf(family)).toEqual(['answers 1>0', 'replaces 1>0']);
  });

  test('replaces what it names in REF*F8, under another claim number and charge', () => {
    const replacement = { ...paidClaim('B2', 9_000), original: 'ICNA1' };
    const family = [...adjudicated('20261001', denied), ...adjudicated('20261020', replacement)];
    expect(standingsOf(family)).toEqual(['replaced', 'in_force']);
  });

  test('overturns a denial that it pays', () => {
    expect(answerTo(adjudicated('20261001', denied), adjudicated('20261020', paid))).toMatchObject({
      outcome: 'overturned',
      recoveredCents: 7_500,
      stillDeniedCents: 0,
    });
  });

  test('overturns a part where it still denies another', () => {
    expect(answerTo(adjudicated('20261001', denied), adjudicated('20261020', partlyPaid))).toMatchObject({
      outcome: 'partly_overturned',
      recoveredCents: 8_500,
      stillDeniedCents: 4_000,
    });
  });

  test.each(['MA91', 'N539'])('upholds where remark %s says so', (remark) => {
    const upheld = { ...denied, remarks: [remark] };
    const answer = answerTo(adjudicated('20261001', denied), adjudicated('20261020', upheld));
    expect(answer).toMatchObject({ outcome: 'upheld', saysUpheld: true, recoveredCents: 0 });
  });

  test('says that another one decided, when it denies as duplicate: the first stays in force', () => {
    const family = [...adjudicated('20261001', paid), ...adjudicated('20261020', duplicate)];
    const known = family.map((each) =>
      each.claim.payerClaimControlNumber === 'ICN2' ? { ...each, decision: asDenied(family) } : each,
    );
    expect(standingsOf(known)).toEqual(['in_force', 'duplicate']);
    expect(relationsOf(known)).toEqual(['duplicates 1>0']);
  });
});

/** The plain rulebook of the tests does not know CARC 18. */
function asDenied(family: ReturnType<typeof adjudicated>) {
  const [decision] = adjudicated('20261001', denied).map((each) => each.decision);
  if (decision === null || decision === undefined)
    throw new Error(`${family.length} adjudications, none denied.`);
  return decision;
}

describe('a denial keeps its own clocks', () => {
  test('where another claim of the same charge is denied as well', () => {
    const again = { ...denied, number: 'ICN7' };
    expect(standingsOf([...adjudicated('20261001', denied), ...adjudicated('20261020', again)])).toEqual([
      'in_force',
      'in_force',
    ]);
  });

  test('where the payer says that the claim is pending, and takes nothing back', () => {
    const first = adjudicated('20261001', denied);
    const hold = adjudicated('20261020', denied).map((each) => ({
      ...each,
      decision: { ...asDenied(first), class: 'hold' as const },
    }));
    expect(standingsOf([...first, ...hold])).toEqual(['in_force', 'in_force']);
  });
});

describe('what does not belong together stays apart', () => {
  test.each([
    ['another day of service', { servedOn: '20260901' }],
    ['another patient', { member: 'MEMBER999' }],
    ['the second payer’s answer', { status: '2' }],
    ['another charge and number', { chargeCents: 4_000, adjustments: [] }],
  ])('%s', (_what, other) => {
    const family = [
      ...adjudicated('20261001', denied),
      ...adjudicated('20261020', { ...paid, number: 'ICN7', ...other }),
    ];
    expect(standingsOf(family)).toEqual(['in_force', 'in_force']);
  });

  test('the parts of a split claim, each in force', () => {
    const part = { id: 'A1', chargeCents: 5_000, number: 'ICN2', original: 'ICNA1', lineNumber: '2' };
    const family = adjudicated('20261001', denied, part);
    expect(standingsOf(family)).toEqual(['in_force', 'in_force']);
    expect(relationsOf(family)).toEqual(['split_of 1>0']);
  });

  test('predeterminations and claims of other payers', () => {
    const family = [
      ...adjudicated('20261001', denied),
      ...adjudicated('20261020', { ...paid, status: '25' }, { ...paid, status: '23' }),
    ];
    expect(standingsOf(family)).toEqual(['in_force', 'in_force', 'in_force']);
  });
});
