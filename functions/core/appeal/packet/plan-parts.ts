import type { PacketLimits } from './limits.ts';

/** One file of a packet in several: whether it begins with cover and letter, and the enclosures in it, in order. */
export interface PlannedPart {
  readonly fileName: string;
  readonly withLetter: boolean;
  readonly enclosures: readonly number[];
}

interface Sized {
  readonly enclosures: readonly number[];
  readonly byteLength: number;
}

/**
 * A packet in the files that a channel takes: the letter's first, then each enclosure by itself, and neighbours together
 * where there would be too many files or a file would be too short. No name tells anything of the patient.
 *
 * @param front length of cover and letter, in bytes
 * @example
 * planParts(60_000, [{ number: 1, byteLength: 90_000 }], limitsOf('portal', { fax: false }))
 * // [{ fileName: '01-letter.pdf', … }, { fileName: '02-enclosure-1.pdf', … }]
 */
export function planParts(
  front: number,
  enclosures: readonly { readonly number: number; readonly byteLength: number }[],
  { mostFiles, aboveFileBytes, mostFileBytes }: PacketLimits,
): readonly PlannedPart[] {
  let files: readonly Sized[] = [
    { enclosures: [], byteLength: front },
    ...enclosures.map(({ number, byteLength }) => ({ enclosures: [number], byteLength })),
  ];
  for (;;) {
    const short = files.findIndex(({ byteLength }) => byteLength <= aboveFileBytes);
    const at = files.length > mostFiles ? lightestPair(files) : short === -1 ? -1 : Math.max(0, short - 1);
    const joined = at === -1 ? null : join(files, at);
    if (joined === null || (joined[at]?.byteLength ?? 0) > mostFileBytes) break;
    files = joined;
  }
  return files.map(({ enclosures: numbers }, index) => ({
    fileName: `${String(index + 1).padStart(2, '0')}-${nameOf(numbers, index === 0)}.pdf`,
    withLetter: index === 0,
    enclosures: numbers,
  }));
}

/** Of two neighbours the first one's place. */
function lightestPair(files: readonly Sized[]): number {
  const weights = files.slice(1).map(({ byteLength }, at) => byteLength + (files[at]?.byteLength ?? 0));
  return weights.indexOf(Math.min(...weights));
}

function join(files: readonly Sized[], at: number): readonly Sized[] | null {
  const [one, other] = [files[at], files[at + 1]];
  if (one === undefined || other === undefined) return null;
  const both = {
    enclosures: [...one.enclosures, ...other.enclosures],
    byteLength: one.byteLength + other.byteLength,
  };
  return [...files.slice(0, at), both, ...files.slice(at + 2)];
}

function nameOf(numbers: readonly number[], withLetter: boolean): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  const enclosures =
    first === undefined ? '' : first === last ? `enclosure-${first}` : `enclosures-${first}-${last}`;
  return withLetter ? ['letter', enclosures].filter((part) => part !== '').join('-') : enclosures;
}
