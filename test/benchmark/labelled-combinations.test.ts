import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import { appealableSchema, type Decision, routeSchema } from '../../functions/core/denial/decision.ts';
import { payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { lineDenial, payerOf } from '../fixtures/remitted-claim.ts';
import combos from './combos.json' with { type: 'json' };

const rulebook = bundledRulebook();

/** A label for any group, code or payer must hold for each of these. */
const ANY_GROUP = ['CO', 'PR', 'OA', 'PI'];
const ANY_CARC = ['50', '96', '16', '197', '97', '4', '204'];
const ANY_PAYER = ['commercial', 'unknown'];
const answers = combos.flatMap((label) =>
  (label.group === 'any' ? ANY_GROUP : [label.group]).flatMap((group) =>
    (label.carc === 'any' ? ANY_CARC : [label.carc]).flatMap((carc) =>
      (label.payerScope === 'any' ? ANY_PAYER : [label.payerScope]).map((payer) => {
        const claim = lineDenial(`${group}-${carc}`, label.remarks);
        const decision = decideClaim(claim, payerOf(payerTypeSchema.parse(payer)), rulebook);
        return { label, name: `${payer} ${group}-${carc} ${label.remarks.join('+')}`, decision };
      }),
    ),
  ),
);
const NON_DENIAL_CATEGORIES = new Set(['payment_info', 'patient_responsibility']);

function expectedClass(label: (typeof combos)[number]): Decision['class'] {
  const code = rulebook.carcs.get(label.carc);
  if (label.route === 'not_a_denial') return code?.holdRule ? 'hold' : 'non_denial';
  if (code === undefined) return 'denial';
  const pricing = label.carc === '147' || label.carc === '45';
  return NON_DENIAL_CATEGORIES.has(code.category) || pricing ? 'non_denial' : 'denial';
}

function routeOf(decision: Decision | null, label: (typeof combos)[number]): string {
  if (decision !== null) return decision.route;
  return label.route === 'patient_responsibility' ? 'patient_responsibility' : 'not_a_denial';
}

type Answer = (typeof answers)[number];

// A label is right when it is right for every group, code and payer it speaks of.
function misses(right: (answer: Answer) => boolean): Answer[] {
  return answers.filter((answer) => !right(answer));
}

function accuracy(what: string, wrong: readonly Answer[], told: (answer: Answer) => string): number {
  const wrongLabels = new Set(wrong.map(({ label }) => label)).size;
  const lines = wrong.map((answer) => `\n  ${answer.name}: ${told(answer)}`).join('');
  console.info(
    `${what}: ${combos.length - wrongLabels} of ${combos.length} labels right (${answers.length} claims)${lines}`,
  );
  return 1 - wrongLabels / combos.length;
}

describe('the labelled combinations', () => {
  it('are routed right in at least 97 of 100', () => {
    const wrong = misses(
      ({ label, decision }) => routeOf(decision, label) === routeSchema.parse(label.route),
    );
    const told = ({ label, decision }: Answer) => `${routeOf(decision, label)}, labelled ${label.route}`;
    expect(accuracy('route', wrong, told)).toBeGreaterThanOrEqual(0.97);
  });

  it('are told appealable or not in at least 97 of 100', () => {
    const wrong = misses(
      ({ label, decision }) =>
        decision === null || decision.appealable === appealableSchema.parse(label.appealable),
    );
    const told = ({ label, decision }: Answer) => `${decision?.appealable}, labelled ${label.appealable}`;
    expect(accuracy('appealable', wrong, told)).toBeGreaterThanOrEqual(0.97);
  });

  it('are all told denial, hold or neither rightly', () => {
    const wrong = misses(({ label, decision }) => (decision?.class ?? 'non_denial') === expectedClass(label));
    const told = ({ label, decision }: Answer) => `${decision?.class}, expected ${expectedClass(label)}`;
    expect(accuracy('class', wrong, told)).toBe(1);
  });
});
