/**
 * Stands for every list that holds nothing yet: most claims and lines lack most kinds of details. Its type keeps anyone
 * from adding to it; it is not frozen, because the engine goes over frozen arrays by calls for each item.
 */
export const NOTHING: readonly never[] = [];

/**
 * The list with one item more, which may be another list. `push` on an empty array makes room for 17 items; a
 * remittance has millions of lists with one to three, so these are made to measure.
 */
export function grown<Item>(list: readonly Item[], item: Item): Item[] {
  switch (list.length) {
    case 0:
      return [item];
    case 1:
      return [list[0] as Item, item];
    case 2:
      return [list[0] as Item, list[1] as Item, item];
    default:
      (list as Item[]).push(item);
      return list as Item[];
  }
}
