import { describe, expect, it } from 'vitest';
import { bundledRulebook, bundledRulebookData } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import type { PayerProfile, PayerType } from '../../../functions/core/payer/profile.ts';
import { composeRulebook, prepareComposed } from '../../../functions/core/rulebook/compose.ts';
import type { DecisionFacts } from '../../../functions/core/rulebook/schema.ts';
import { readLayer, told } from '../../../functions/core/rulebook/source-files.ts';
import { type ClaimSketch, lineDenial, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const said = { says: 'A test rule.', source: 'Agreement 2026, s. 1', confidence: 'high' };
const own = (more: Record<string, unknown>) => ({ ...said, ...more });

function layerText(parts: Record<string, unknown>): string {
  return JSON.stringify({ layer: { number: 3, name: 'Cedar', changed: '2026-11-20' }, ...parts }, null, 2);
}

function problems(parts: Record<string, unknown>): readonly string[] {
  const reading = readLayer([{ name: 'layer.json', text: layerText(parts) }]);
  if (reading.kind === 'refused') return reading.problems.map(told);
  const composed = composeRulebook(bundledRulebookData(), reading.layer);
  return composed.kind === 'refused' ? composed.problems.map((p) => told(reading.locate(p))) : [];
}

function rulebookWith(parts: Record<string, unknown>) {
  const reading = readLayer([{ name: 'layer.json', text: layerText(parts) }]);
  if (reading.kind === 'refused') throw new Error(reading.problems.map(told).join('\n'));
  const composed = composeRulebook(bundledRulebookData(), reading.layer);
  if (composed.kind === 'refused') throw new Error(composed.problems.map((p) => p.message).join('\n'));
  return prepareComposed(composed);
}

function decideWith(
  parts: Record<string, unknown>,
  sketch: ClaimSketch,
  options: { payer?: PayerType; profile?: Partial<PayerProfile>; facts?: DecisionFacts } = {},
) {
  const payer = payerOf(options.payer ?? 'commercial', {
    seenAs: { id: '76543', name: 'Harborlight  Mutual' },
    ...options.profile,
  });
  return decideClaim(remittedClaim(sketch), payer, rulebookWith(parts), options.facts);
}

const clinical: ClaimSketch = { lines: [{ cas: ['CO-50'] }] };
const recordsFirst = own({ id: 'org.records-first', carcs: ['50'], route: 'documentation' });

describe('holds, gates and reversals of the organisation', () => {
  const pending: ClaimSketch = { lines: [{ cas: ['OA-133'] }] };

  it('wait as the release says where nothing else is said', () => {
    expect(decideWith({}, pending)).toMatchObject({ class: 'hold', waitDays: 30 });
  });

  it('wait as long as the organisation says for one payer, and for no other', () => {
    const slow = { when: { payers: [{ id: '76543' }], carcs: ['133'] }, waitDays: 45 };
    const holds = [own({ id: 'org.harborlight-is-slow', ...slow })];
    expect(decideWith({ holds }, pending)).toMatchObject({
      class: 'hold',
      waitDays: 45,
      ruleId: 'org.harborlight-is-slow',
    });
    const elsewhere = { profile: { seenAs: { id: '99999', name: 'ELSEWHERE' } } };
    expect(decideWith({ holds }, pending, elsewhere)).toMatchObject({
      waitDays: 30,
      ruleId: 'hold.undecided',
    });
  });

  it('make a hold of a denial that the payer works again by itself', () => {
    const when = { payers: [{ id: '76543' }], carcs: ['50'], anyRemark: ['N115'] };
    const holds = [own({ id: 'org.reviewed-weekly', when, waitDays: 7 })];
    const denied: ClaimSketch = { lines: [{ cas: ['CO-50'], remarks: ['N115'] }] };
    expect(decideWith({ holds }, denied)).toMatchObject({ class: 'hold', waitDays: 7 });
  });

  it('take the place of a gate', () => {
    const gate = {
      replaces: 'status.forwarded-unprocessed',
      statuses: ['23'],
      outcome: 'hold',
      waitDays: 14,
    };
    const statusGates = [own({ id: 'org.forwarded', ...gate })];
    expect(decideWith({ statusGates }, { status: '23', lines: [{ cas: ['CO-45'] }] })).toMatchObject({
      class: 'hold',
      waitDays: 14,
    });
  });

  it('ask for a look at a reversal that the release lets pass', () => {
    const rule = { remarks: ['N689'], first: 'Check the new rate.', avoid: 'Do not bill the patient.' };
    const reversals = [own({ id: 'org.rates', ...rule })];
    const taken: ClaimSketch = { status: '22', remarks: ['N689'], lines: [{ cas: ['CO-45 -10.00'] }] };
    expect(decideWith({}, taken)).toBeNull();
    expect(decideWith({ reversals }, taken)).toMatchObject({ class: 'non_denial', ruleId: 'org.rates' });
  });
});

describe('an override of the organisation', () => {
  it('stands above the release, and its id and the layer’s version are in the decision', () => {
    const decision = decideWith({ overrides: [recordsFirst] }, clinical);
    expect(decision).toMatchObject({ route: 'documentation', ruleId: 'org.records-first' });
    expect(decision?.rulebookVersion).toMatch(/^2026\.11\.1\+layer\.3\.[0-9a-f]{12}$/);
  });

  it('leaves every other decision as it was', () => {
    const changed = rulebookWith({ overrides: [recordsFirst] });
    for (const cas of ['CO-16', 'CO-197', 'PR-1', 'CO-18', 'PR-204', 'CO-45']) {
      const claim = lineDenial(cas, ['N706']);
      const before = decideClaim(claim, payerOf('commercial'), bundledRulebook());
      const after = decideClaim(claim, payerOf('commercial'), changed);
      expect(after === null ? null : { ...after, rulebookVersion: '' }).toEqual(
        before === null ? null : { ...before, rulebookVersion: '' },
      );
    }
  });

  it.each([
    ['by id', { id: '76543' }, 'documentation'],
    ['by name, case and spacing aside', { name: 'HARBORLIGHT MUTUAL' }, 'documentation'],
    ['by its key in the registry', { payer: 'harborlight' }, 'documentation'],
    ['and is silent for another payer', { id: '11111' }, 'appeal'],
  ])('knows a payer %s', (_how, match, route) => {
    const profile = { own: { payer: 'harborlight', clocks: [], channels: {}, leadBusinessDays: {} } };
    const overrides = [{ ...recordsFirst, payers: [match] }];
    expect(decideWith({ overrides }, clinical, { profile })?.route).toBe(route);
  });

  it('asks for group and all its remarks', () => {
    const overrides = [{ ...recordsFirst, groups: ['CO'], remarks: ['N115', 'N386'] }];
    const routeOf = (cas: string, remarks: string[]) =>
      decideWith({ overrides }, { lines: [{ cas: [cas], remarks }] })?.ruleId;
    expect(routeOf('CO-50', ['N115', 'N386', 'MA01'])).toBe('org.records-first');
    expect(routeOf('CO-50', ['N115'])).not.toBe('org.records-first');
    expect(routeOf('PI-50', ['N115', 'N386'])).not.toBe('org.records-first');
  });

  it('holds by the day of the remittance, and never where the day is unknown', () => {
    const overrides = [{ ...recordsFirst, effectiveFrom: '2026-07-01', effectiveUntil: '2026-12-31' }];
    const routeOn = (noticeOn?: string) =>
      decideWith({ overrides }, clinical, noticeOn === undefined ? {} : { facts: { noticeOn } })?.route;
    expect(['2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(routeOn)).toEqual([
      'appeal',
      'documentation',
      'documentation',
      'appeal',
    ]);
    expect(routeOn()).toBe('appeal');
  });

  it('can say how a corrected claim goes, whether an appeal is open, and what to gather', () => {
    const overrides = [
      own({
        id: 'org.harborlight-4',
        payers: [{ id: '76543' }],
        carcs: ['4'],
        mechanism: 'new_claim',
        appealable: 'no',
        documents: ['the payer’s own form'],
      }),
    ];
    const decision = decideWith({ overrides }, { lines: [{ cas: ['CO-4'] }] });
    expect(decision).toMatchObject({ route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' });
    expect(decision?.requiredDocuments.map(({ document }) => document)).toContain('the payer’s own form');
  });

  it('never bills a patient whom the group or a law protects', () => {
    const overrides = [own({ id: 'org.bill-patient', carcs: ['50'], route: 'patient_responsibility' })];
    expect(decideWith({ overrides }, clinical)?.route).toBe('review');
    const qmb = { lines: [{ cas: ['PR-50'], remarks: ['N781'] }] };
    expect(decideWith({ overrides }, qmb, { payer: 'medicare_ffs' })?.route).toBe('bill_other_payer');
  });

  it('never appeals what was not adjudicated', () => {
    const overrides = [own({ id: 'org.appeal-16', carcs: ['16'], route: 'appeal' })];
    const decision = decideWith({ overrides }, { lines: [{ cas: ['CO-16'], remarks: ['MA130', 'M51'] }] });
    expect(decision).toMatchObject({ route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' });
  });
});

describe('an own rule that replaces one of the release', () => {
  const duplicate = own({
    id: 'org.duplicate',
    replaces: 'choice.duplicate',
    when: { carcs: ['18', 'B13'] },
    route: 'correct_resubmit',
  });

  it('takes its place', () => {
    expect(decideWith({ choices: [duplicate] }, { lines: [{ cas: ['CO-18'] }] })).toMatchObject({
      ruleId: 'org.duplicate',
      route: 'correct_resubmit',
    });
  });

  it('gives the place back where it is not in effect', () => {
    const choices = [{ ...duplicate, effectiveUntil: '2026-06-30' }];
    const decision = decideWith(
      { choices },
      { lines: [{ cas: ['CO-18'] }] },
      { facts: { noticeOn: '2026-09-01' } },
    );
    expect(decision?.ruleId).toBe('choice.duplicate');
  });

  it('can make a denial of what the release takes for a price, on paid claims too', () => {
    const classes = [
      own({
        id: 'org.zero-contract',
        when: { carcs: ['45'], groups: ['CO'], payers: [{ id: '76543' }] },
        class: 'denial',
        route: 'review',
      }),
    ];
    const paid: ClaimSketch = { lines: [{ cas: ['CO-45 20'] }] };
    expect(decideWith({ classes }, paid)).toMatchObject({ class: 'denial', amountCents: 2000 });
    expect(decideWith({ classes }, paid, { profile: { seenAs: { id: '1', name: 'X' } } })).toBeNull();
  });
});

describe('own entries of codes', () => {
  const code = {
    code: '999',
    wording: 'A code of tomorrow',
    category: 'coding',
    route: { CO: 'correct_resubmit', PR: 'review', OA: 'review', PI: 'review' },
    status: 'active',
    note: null,
    source: 'X12 list of 2027-03-01',
    confidence: 'high',
  };

  it('bring a code that the release does not know yet', () => {
    expect(decideWith({ carc: [code] }, { lines: [{ cas: ['CO-999'] }] })).toMatchObject({
      route: 'correct_resubmit',
      category: 'coding',
      ruleId: 'org.carc.999-CO',
    });
  });

  it('replace one of the release', () => {
    expect(decideWith({ carc: [{ ...code, code: '11' }] }, { lines: [{ cas: ['CO-11'] }] })?.ruleId).toBe(
      'org.carc.11-CO',
    );
  });
});

describe('the version', () => {
  it('changes with every word of the layer and with nothing else', () => {
    const version = (overrides: unknown) => rulebookWith({ overrides }).version;
    expect(version([recordsFirst])).toBe(version([{ ...recordsFirst }]));
    expect(version([recordsFirst])).not.toBe(version([{ ...recordsFirst, says: 'Another word.' }]));
  });
});

describe('a layer is refused, by line', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'when a rule has no source',
      { overrides: [{ ...recordsFirst, source: undefined }] },
      /^layer\.json:8: overrides\/0\/source: .*name the contract/,
    ],
    [
      'when a code does not exist',
      { overrides: [{ ...recordsFirst, carcs: ['998'] }] },
      /^layer\.json:8: choices\/org\.records-first: CARC 998 is not in codes\/carc; add or correct it/,
    ],
    [
      'when a remark does not exist',
      { overrides: [{ ...recordsFirst, remarks: ['N9999'] }] },
      /^layer\.json:8: .*RARC N9999 is not in codes\/rarc/,
    ],
    [
      'when a date is none',
      { overrides: [{ ...recordsFirst, effectiveFrom: '2026-13-01' }] },
      /^layer\.json:\d+: overrides\/0\/effectiveFrom/,
    ],
    [
      'when dates are the wrong way round',
      { overrides: [{ ...recordsFirst, effectiveFrom: '2026-02-01', effectiveUntil: '2026-01-01' }] },
      /^layer\.json:8: .*before it begins/,
    ],
    [
      'when two say different things of the same on the same day',
      { overrides: [recordsFirst, { ...recordsFirst, id: 'org.other', route: 'review' }] },
      /org\.records-first speaks of the same on the same days/,
    ],
    [
      'when it replaces what is not there',
      {
        choices: [own({ id: 'org.x', replaces: 'choice.nothing', when: { carcs: ['50'] }, route: 'review' })],
      },
      /^layer\.json:13: choices\/org\.x: the release has no rule choice\.nothing in choices/,
    ],
    [
      'when its id does not begin with org.',
      { overrides: [{ ...recordsFirst, id: 'choice.mine' }] },
      /overrides\/0\/id: begins with org\./,
    ],
    ['when it changes nothing', { overrides: [{ ...recordsFirst, route: undefined }] }, /changes nothing/],
    [
      'when it would replace a protection',
      {
        safety: [own({ id: 'org.s', replaces: 'safety.qmb', when: {}, blocks: 'appeal', instead: 'review' })],
      },
      /^layer\.json:13: safety\/0: .*remove the field/,
    ],
  ])('%s', (_what, parts, expected) => {
    expect(problems(parts)[0]).toMatch(expected);
  });

  it('names the file of several in which the entry stands', () => {
    const reading = readLayer([
      { name: 'a.json', text: layerText({ overrides: [recordsFirst] }) },
      { name: 'b.json', text: JSON.stringify({ overrides: [{ ...recordsFirst, id: 'mine' }] }, null, 1) },
    ]);
    expect(reading.kind === 'refused' && reading.problems.map(told)[0]).toMatch(
      /^b\.json:7: overrides\/1\/id/,
    );
  });
});
