import carc from '../../rulebook/codes/carc.json' with { type: 'json' };
import rarc from '../../rulebook/codes/rarc.json' with { type: 'json' };
import type { CodeWords } from '../core/appeal/gather-facts.ts';

/** Our own wording of every code in the rulebook of this release. */
export function bundledCodeWords(): CodeWords {
  const carcs = new Map(carc.map(({ code, wording }) => [code, wording]));
  const rarcs = new Map(rarc.map(({ code, wording }) => [code, wording]));
  return { carc: (code) => carcs.get(code) ?? null, rarc: (code) => rarcs.get(code) ?? null };
}
