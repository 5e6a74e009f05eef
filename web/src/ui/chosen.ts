/**
 * Which row is chosen: the last one while it is there, then its neighbour, at first the topmost.
 *
 * @example chosenOf(['a', 'c'], { id: 'b', at: 1 }) // 'c': b was worked and left
 */
export function chosenOf(
  ids: readonly string[],
  last: { readonly id: string; readonly at: number } | null,
): string | null {
  if (last === null) return ids[0] ?? null;
  if (ids.includes(last.id)) return last.id;
  return ids[Math.min(last.at, ids.length - 1)] ?? null;
}
