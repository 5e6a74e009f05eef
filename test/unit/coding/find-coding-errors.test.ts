import { describe, expect, test } from 'vitest';
import type { VisitHistory } from '../../../functions/core/coding/encounter.ts';
import { findCodingErrors } from '../../../functions/core/coding/find-coding-errors.ts';
import { codingFindingSchema } from '../../../functions/core/coding/finding.ts';
import { type CodePair, type CodingTables, NO_TABLES } from '../../../functions/core/coding/tables.ts';
import type { SentClaim, SentLine } from '../../fixtures/claim-file.ts';
import { DIAGNOSES, sentClaim, tablesOf } from './claims.ts';

const ON = '2026-10-05';
const cents = { chargeCents: 10_000 };

function found(
  claim: Omit<SentClaim, 'id'>,
  tables: CodingTables = NO_TABLES,
  history: VisitHistory | null = null,
) {
  return findCodingErrors(sentClaim(claim), tables, ON, history);
}
const rules = (...args: Parameters<typeof found>) => found(...args).map(({ rule }) => rule);
const lines = (...given: readonly Omit<SentLine, 'chargeCents'>[]): Pick<SentClaim, 'lines'> => ({
  lines: given.map((line) => ({ ...cents, ...line })),
});

describe('a sound claim', () => {
  test('has no findings', () => {
    const claim = { diagnoses: ['M9011'], ...lines({ code: '20610', modifiers: ['RT'] }) };
    expect(found(claim, tablesOf({ diagnoses: DIAGNOSES, pairs: [], limits: [] }))).toEqual([]);
  });

  test('every finding is of the schema, and names what it found and where', () => {
    const findings = found(
      { diagnoses: ['J909'], ...lines({ pointers: [3] }) },
      tablesOf({ diagnoses: DIAGNOSES }),
    );
    expect(findings).toHaveLength(2);
    for (const finding of findings) expect(() => codingFindingSchema.parse(finding)).not.toThrow();
  });

  test('a void asks for nothing', () => {
    expect(rules({ frequency: '8', ...lines({ pointers: [] }) })).toEqual([]);
  });
});

describe('diagnoses and lines', () => {
  test('a line without a pointer is found, with its element', () => {
    expect(found(lines({}, { code: '85025', pointers: [] }))).toMatchObject([
      {
        rule: 'diagnosis_not_linked',
        line: 2,
        severity: 'wrong',
        place: { loop: '2400', segment: 'SV1', element: 'SV107' },
      },
    ]);
  });

  test('a pointer to a diagnosis that is not on the claim is found', () => {
    const findings = found({ diagnoses: ['J900', 'J901'], ...lines({ pointers: [1, 3] }) });
    expect(findings).toMatchObject([{ rule: 'diagnosis_pointer_dangling', codes: ['3'] }]);
  });

  test('a pointer to the last diagnosis is none', () => {
    expect(rules({ diagnoses: ['J900', 'J901'], ...lines({ pointers: [2] }) })).toEqual([]);
  });

  test('lines of a hospital point to nothing', () => {
    expect(rules({ institutional: true, ...lines({ code: '80053', pointers: [] }) })).toEqual([]);
  });
});

describe('diagnosis codes against the table', () => {
  const tables = tablesOf({ diagnoses: DIAGNOSES });
  test.each([
    ['a specific code', 'J900', []],
    ['an unspecified code with specific siblings', 'J909', ['diagnosis_unspecified']],
    ['an unspecified code beside only an unspecified side', 'M9013', []],
    ['a heading', 'M901', ['diagnosis_incomplete']],
    ['a code that is not in the table', 'J903', ['diagnosis_not_in_force']],
    ['a code that leaves the side open', 'M9019', ['side_missing']],
  ])('%s', (_what, code, expected) => {
    expect(rules({ diagnoses: [code] }, tables)).toEqual(expected);
  });

  test('the codes with a side are told, with their words', () => {
    const [finding] = found({ diagnoses: ['M9019'] }, tables);
    expect(finding?.correction).toContain('M90.11 Made-up joint disorder, right knee');
    expect(finding?.correction).toContain('M90.13');
    expect(finding?.correction).not.toContain('M90.19');
  });

  test('a category that an excerpt does not have says nothing; in a complete table it is not in force', () => {
    expect(rules({ diagnoses: ['Z990'] }, tables)).toEqual([]);
    const complete = tablesOf({ diagnoses: DIAGNOSES, isComplete: true });
    expect(rules({ diagnoses: ['Z990'] }, complete)).toEqual(['diagnosis_not_in_force']);
  });

  test('a more specific diagnosis can raise what a hospital is paid, and not what a physician is', () => {
    const [inHospital] = found({ diagnoses: ['J909'], institutional: true }, tables);
    const [atOffice] = found({ diagnoses: ['J909'] }, tables);
    expect(inHospital?.raisesPayment?.needs).toEqual(['record_citation', 'second_person']);
    expect(atOffice?.raisesPayment).toBeNull();
  });
});

describe('sides', () => {
  const tables = tablesOf({ diagnoses: DIAGNOSES });
  test.each([
    ['RT with a right diagnosis', ['RT'], 'M9011', 0],
    ['RT with a left one', ['RT'], 'M9012', 1],
    ['RT with a diagnosis of both sides', ['RT'], 'M9013', 0],
    ['50 with a diagnosis of one side', ['50'], 'M9011', 1],
    ['50 with a diagnosis of both', ['50'], 'M9013', 0],
    ['FA (left thumb) with the left thumb', ['FA'], 'S90020A', 0],
    ['F5 (right thumb) with the left thumb', ['F5'], 'S90020A', 1],
    ['F5 (right thumb) with the right index finger', ['F5'], 'S90110A', 1],
    ['RT with a left heart, which is no side', ['RT'], 'I901', 0],
    ['no modifier at all', [], 'M9012', 0],
  ])('%s', (_what, modifiers, diagnosis, count) => {
    const claim = { diagnoses: [diagnosis], ...lines({ code: '20610', modifiers }) };
    expect(rules(claim, tables)).toEqual(Array(count).fill('side_contradicted'));
  });

  test('a line that points to both sides contradicts nothing', () => {
    const claim = {
      diagnoses: ['M9011', 'M9012'],
      ...lines({ code: '20610', modifiers: ['RT'], pointers: [1, 2] }),
    };
    expect(rules(claim, tables)).toEqual([]);
  });

  test('the element of the modifier is named', () => {
    const claim = { diagnoses: ['M9012'], ...lines({ code: '20610', modifiers: ['59', 'RT'] }) };
    expect(found(claim, tables)).toMatchObject([{ place: { element: 'SV101-4' }, codes: ['RT', 'M9012'] }]);
  });
});

describe('new and established patients', () => {
  const seen = (
    on: string,
    renderedBy = '1999996666',
    completeSince: string | null = null,
  ): VisitHistory => ({
    completeSince,
    services: [{ on, renderedBy }],
  });
  test.each([
    ['a new patient whom the same person saw last year', '99203', seen('2025-10-05'), 'wrong'],
    ['a new patient whom a colleague saw last year', '99203', seen('2025-10-05', '1000000004'), 'doubtful'],
    ['a new patient seen three years ago to the day', '99203', seen('2023-10-05'), 'wrong'],
    ['a new patient seen the day before that', '99203', seen('2023-10-04'), null],
    ['a new patient with a service of the same day', '99203', seen(ON), null],
    ['an established patient seen before', '99213', seen('2025-10-05', '1999996666', '2020-01-01'), null],
    [
      'an established patient never seen, all claims on file',
      '99213',
      seen('2019-01-01', '1', '2023-10-05'),
      'doubtful',
    ],
    [
      'an established patient never seen, not all on file',
      '99213',
      seen('2019-01-01', '1', '2023-10-06'),
      null,
    ],
  ])('%s', (_what, code, history, severity) => {
    const findings = found(lines({ code }), NO_TABLES, history);
    expect(findings.map((finding) => finding.severity)).toEqual(severity === null ? [] : [severity]);
  });

  test('making a patient new would raise payment, making one established would not', () => {
    const never = { completeSince: '2020-01-01', services: [] };
    expect(found(lines({ code: '99213' }), NO_TABLES, never)[0]?.raisesPayment).not.toBeNull();
    expect(found(lines({ code: '99203' }), NO_TABLES, seen('2026-01-05'))[0]?.raisesPayment).toBeNull();
  });
});

describe('the place of service', () => {
  // The claims of the fixture are of an office (11).
  test.each([
    ['99213', []],
    ['99223', ['place_against_service']],
    ['99232', ['place_against_service']],
    ['99284', ['place_against_service']],
    ['99308', ['place_against_service']],
    ['99348', ['place_against_service']],
    ['20610', []],
  ])('%s at an office', (code, expected) => {
    expect(rules(lines({ code }))).toEqual(expected);
  });

  test('is the claim’s where the line has none, and the finding says so', () => {
    const [finding] = found(lines({ code: '99223' }));
    expect(finding).toMatchObject({ place: { element: 'CLM05-1' }, codes: ['99223', '11'] });
    expect(finding?.raisesPayment).not.toBeNull();
  });
});

describe('components beside their comprehensive code', () => {
  const pair = (indicator: CodePair['modifierIndicator'], more: Partial<CodePair> = {}): CodePair => ({
    comprehensive: '99901',
    component: '99902',
    effectiveFrom: '2020-01-01',
    deletedOn: null,
    modifierIndicator: indicator,
    ...more,
  });
  const both = (first: readonly string[], second: readonly string[], servedOn = ON) =>
    lines({ code: '99901', modifiers: first }, { code: '99902', modifiers: second, servedOn });
  const components = (claim: Pick<SentClaim, 'lines'>, of: CodePair) =>
    found(claim, tablesOf({ pairs: [of] })).filter(({ rule }) => rule === 'component_beside_comprehensive');

  test.each([
    ['indicator 0, whatever the modifier', pair('0'), both([], ['59']), 1],
    ['indicator 1 without a modifier', pair('1'), both([], []), 1],
    ['indicator 1 with 59 on the component', pair('1'), both([], ['59']), 0],
    ['indicator 1 with XS on the comprehensive code', pair('1'), both(['XS'], []), 0],
    ['indicator 1 with a side on one of them', pair('1'), both([], ['LT']), 0],
    ['indicator 1 with two sides', pair('1'), both(['RT'], ['LT']), 0],
    ['indicator 1 with the same side on both', pair('1'), both(['RT'], ['RT']), 1],
    ['indicator 1 with a modifier that opens nothing', pair('1'), both([], ['GP']), 1],
    ['indicator 9', pair('9'), both([], []), 0],
    ['another day', pair('0'), both([], [], '2026-10-06'), 0],
    ['before the pair was in force', pair('0', { effectiveFrom: '2026-10-06' }), both([], []), 0],
    ['on the first day in force', pair('0', { effectiveFrom: ON }), both([], []), 1],
    ['on the last day in force', pair('0', { deletedOn: ON }), both([], []), 1],
    ['after it was deleted', pair('0', { deletedOn: '2026-10-04' }), both([], []), 0],
  ])('%s', (_what, of, claim, count) => {
    expect(components(claim, of)).toHaveLength(count);
  });

  test('a modifier that opens a pair raises payment; taking the component off does not', () => {
    expect(components(both([], []), pair('1'))[0]?.raisesPayment?.needs).toEqual([
      'record_citation',
      'second_person',
    ]);
    expect(components(both([], []), pair('0'))[0]?.raisesPayment).toBeNull();
  });

  test('a visit beside a procedure is asked for 25, not for 59', () => {
    const claim = lines({ code: '20610', modifiers: ['RT'] }, { code: '99213' });
    const visit = pair('1', { comprehensive: '20610', component: '99213' });
    const [finding] = components(claim, visit);
    const opened = lines({ code: '20610' }, { code: '99213', modifiers: ['25'] });
    expect(components(opened, visit)).toEqual([]);
    expect(finding?.correction).toContain('add 25');
    expect(finding).toMatchObject({ line: 2, codes: ['20610', '99213'] });
  });
});

describe('units', () => {
  const limits = (adjudication: '1' | '2' | '3') =>
    tablesOf({ limits: [{ code: '99903', mostUnits: 2, adjudication }] });
  const units = (...each: readonly number[]) =>
    lines(...each.map((n, at) => ({ code: '99903', units: n, modifiers: at === 0 ? [] : ['76'] })));
  test.each([
    ['as many as allowed', '2' as const, units(2), []],
    ['more on one line', '1' as const, units(3), [1]],
    ['more of a day over two lines, by line', '1' as const, units(2, 1), []],
    ['more of a day over two lines, by day', '3' as const, units(2, 1), [1]],
  ])('%s', (_what, adjudication, claim, where) => {
    expect(found(claim, limits(adjudication)).map(({ line }) => line)).toEqual(where);
  });

  test('a limit of policy is never raised; a clinical one needs the record and a second person', () => {
    expect(found(units(3), limits('2'))[0]?.raisesPayment).toBeNull();
    expect(found(units(3), limits('3'))[0]?.raisesPayment).not.toBeNull();
  });
});

describe('modifiers', () => {
  test.each([
    ['therapy without a plan of care', lines({ code: '97110' }), ['therapy_modifier_missing']],
    ['therapy with one', lines({ code: '97110', modifiers: ['GP'] }), []],
    ['anesthesia without who gave it', lines({ code: '00400' }), ['anesthesia_modifier_missing']],
    ['anesthesia with it', lines({ code: '01967', modifiers: ['QZ'] }), []],
    ['one code twice a day', lines({ code: '71046' }, { code: '71046' }), ['repeat_not_distinguished']],
    ['one code twice, as a repeat', lines({ code: '71046' }, { code: '71046', modifiers: ['76'] }), []],
    ['one code on two days', lines({ code: '71046' }, { code: '71046', servedOn: '2026-10-06' }), []],
    [
      'one code on two sides',
      lines({ code: '20610', modifiers: ['RT'] }, { code: '20610', modifiers: ['LT'] }),
      [],
    ],
  ])('%s', (_what, claim, expected) => {
    expect(rules(claim)).toEqual(expected);
  });
});

test('findings come by line, and what is wrong before what is doubtful', () => {
  const claim = {
    diagnoses: ['J909'],
    ...lines({ code: '71046' }, { code: '71046', pointers: [] }, { code: '97110' }),
  };
  const order = found(claim, tablesOf({ diagnoses: DIAGNOSES })).map(({ line, rule }) => `${line} ${rule}`);
  expect(order).toEqual([
    'null diagnosis_unspecified',
    '2 diagnosis_not_linked',
    '2 repeat_not_distinguished',
    '3 therapy_modifier_missing',
  ]);
});
