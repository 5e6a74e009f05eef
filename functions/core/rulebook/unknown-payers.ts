import { type KnownPayer, type PayerMatch, payerKey } from '../payer/profile.ts';
import { LAYER_RULES, type Layer } from './layer.ts';
import type { DataProblem } from './problem.ts';

export interface UnknownPayer extends DataProblem {
  /** Named by its key in the registry; ids and names stand in remittances whether it is registered or not. */
  readonly onlyByKey: boolean;
}

/**
 * Payers that a layer names and the organisation does not know: the rule may be meant for one that is written
 * otherwise, and then it never holds.
 *
 * @param known of the payer registry, and of a payer file
 */
export function unknownPayers(layer: Layer, known: readonly KnownPayer[]): UnknownPayer[] {
  const keys = new Set(
    known.flatMap(({ match, own }) => [
      payerKey(match),
      ...(own === undefined ? [] : [payerKey({ payer: own.payer })]),
    ]),
  );
  const unknownIn = (
    payers: readonly PayerMatch[] | undefined,
    path: readonly PropertyKey[],
    id: string,
  ): UnknownPayer[] =>
    (payers ?? []).flatMap((payer, index) =>
      keys.has(payerKey(payer))
        ? []
        : [
            {
              path: [...path, 'payers', index],
              where: `${String(path[0])}/${id}`,
              message: `no payer of the registry has the ${payerKey(payer)}${'payer' in payer ? ': the rule never holds for it' : ''}`,
              remedy: 'correct it, or register the payer',
              onlyByKey: 'payer' in payer,
            },
          ],
    );
  return [
    ...layer.overrides.flatMap(({ id, payers }, at) => unknownIn(payers, ['overrides', at], id)),
    ...LAYER_RULES.flatMap((part) =>
      layer[part].flatMap((rule, at) =>
        'when' in rule ? unknownIn(rule.when.payers, [part, at, 'when'], rule.id) : [],
      ),
    ),
  ];
}
