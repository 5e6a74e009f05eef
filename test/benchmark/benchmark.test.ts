import { beforeAll, describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { answersOf } from './answer.ts';
import { type Label, readLabels } from './labels.ts';
import { type Answer, type Score, score, scoreText } from './score.ts';
import { benchmarkFiles } from './write-835.ts';

const labels = readLabels();
const files = benchmarkFiles(labels);
const share = ({ right, of }: { right: number; of: number }) => right / of;

describe('the labelled set', () => {
  it('has at least 300 cases, each with a source, under an id of its own', () => {
    expect(labels.length).toBeGreaterThanOrEqual(300);
    expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
  });

  it('has cases of every class, every route and every kind of payer', () => {
    const of = <T>(value: (label: Label) => T) => new Set(labels.map(value));
    expect(of(({ expect: { class: wanted } }) => wanted).size).toBe(4);
    expect(of(({ expect: { route } }) => route).size).toBe(9);
    expect(of(({ payerType }) => payerType).size).toBe(15);
  });

  it('balances in every claim and every line', () => {
    for (const { id, claim } of labels) {
      const taken = (level: { adjustments: readonly { amountCents: number }[] }) =>
        level.adjustments.reduce((sum, { amountCents }) => sum + amountCents, 0);
      for (const line of claim.lines) expect(line.chargeCents - taken(line), id).toBe(line.paidCents);
      const all = taken(claim) + claim.lines.reduce((sum, line) => sum + taken(line), 0);
      expect(claim.chargeCents - all, id).toBe(claim.paidCents);
    }
  });

  it('comes as remittances with one expected answer a claim', () => {
    expect([...files.remittances.keys()].sort()).toEqual([
      'denials.835',
      'holds.835',
      'no-decision.835',
      'tasks.835',
    ]);
    const expected = files.expected
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(expected.map(({ claimId }) => claimId)).toEqual(labels.map(({ id }) => id));
    for (const { file, claimId } of expected)
      expect(files.remittances.get(file)).toContain(`CLP*${claimId}*`);
  });
});

describe('the shipped rulebook, read from the bytes of the remittances', () => {
  let of: Score;
  beforeAll(async () => {
    of = score(labels, await answersOf(files, bundledRulebook()));
    console.info(scoreText(of, 'the shipped rulebook'));
  });

  it('tells every denial, and nothing else, a denial', () => {
    expect([share(of.precision), share(of.recall), share(of.class)]).toEqual([1, 1, 1]);
  });

  it.each(['category', 'route', 'appealable', 'mechanism'] as const)('is right in 97 of 100: %s', (field) => {
    expect(of.accuracy[field].of).toBeGreaterThan(150);
    expect(share(of.accuracy[field])).toBeGreaterThanOrEqual(0.97);
  });
});

describe('the score', () => {
  const [first, second] = labels.filter(
    ({ expect: wanted }) => wanted.class === 'denial' && wanted.route === 'appeal',
  ) as [Label, Label];
  const nothing = labels.find(({ expect: wanted }) => !wanted.decided) as Label;
  const right = ({ id, expect: wanted }: Label): Answer => ({ claimId: id, ...wanted });

  it('counts a denial that was missed against recall, one made up against precision', () => {
    const of = score([first, second, nothing], [right(first), { ...right(first), claimId: nothing.id }]);
    expect(of.recall).toEqual({ right: 1, of: 2 });
    expect(of.precision).toEqual({ right: 1, of: 2 });
    expect(of.class).toEqual({ right: 1, of: 3 });
  });

  it('does not count what the labeller left open', () => {
    const open: Label = { ...first, expect: { ...first.expect, appealable: null }, unsure: ['class'] };
    const of = score([open], [{ ...right(first), class: 'hold', appealable: 'no' }]);
    expect(of.accuracy.appealable.of).toBe(0);
    expect(of.class.of).toBe(0);
  });

  it('shows a wrong route in the confusion matrix and by name', () => {
    const of = score([first], [{ ...right(first), route: 'write_off' }]);
    expect(of.confusion.get('appeal')?.get('write_off')).toBe(1);
    expect(of.misses).toEqual([`${first.id} route: write_off, labelled appeal (${first.why})`]);
  });
});
