import type { DeliveryChannel } from './channel.ts';

const KB = 1024;
const MB = 1_000_000;

/** What a channel takes at once; lengths in bytes. */
export interface PacketLimits {
  readonly mostFiles: number;
  /** A file is longer than this. */
  readonly aboveFileBytes: number;
  readonly mostFileBytes: number;
  readonly mostBytes: number;
  readonly mostPages: number;
  readonly mediaTypes: readonly string[];
  readonly source: string;
}

/** Ours: what one saving of a draft binds in its time and memory (ADR-0034). Beyond it nothing is bound. */
export const OWN_LIMITS: PacketLimits = {
  mostFiles: 1,
  aboveFileBytes: 0,
  mostFileBytes: 150 * MB,
  mostBytes: 150 * MB,
  mostPages: 1_000,
  mediaTypes: ['application/pdf'],
  source: 'Overturn',
};

const OF_CHANNEL: Readonly<Record<DeliveryChannel, PacketLimits>> = {
  file_drop: OWN_LIMITS,
  print_and_mail: OWN_LIMITS,
  sftp: OWN_LIMITS,
  portal: {
    ...OWN_LIMITS,
    mostFiles: 10,
    aboveFileBytes: 3 * KB,
    mostFileBytes: 60 * MB,
    mostBytes: 150 * MB,
    source: 'Availity Essentials, appeals: attachments',
  },
};

const FAX: PacketLimits = {
  ...OWN_LIMITS,
  mostFileBytes: 20 * MB,
  mostBytes: 20 * MB,
  mostPages: 100,
  source: 'InterFAX, limits of one fax',
};

/** The limits of a channel; `fax` where the file that is dropped goes on as a fax. */
export function limitsOf(channel: DeliveryChannel, { fax }: { readonly fax: boolean }): PacketLimits {
  return fax && channel === 'file_drop' ? FAX : OF_CHANNEL[channel];
}

export interface PacketFile {
  readonly byteLength: number;
  readonly pageCount: number | null;
}

/**
 * What of the files of a packet its channel does not take, in words; none where it takes all.
 *
 * @example
 * beyondLimits([{ byteLength: 9_000, pageCount: 120 }], limitsOf('file_drop', { fax: true }))
 * // ['PACKET has 120 pages, at most 100 can be sent this way: leave something out']
 */
export function beyondLimits(files: readonly PacketFile[], limits: PacketLimits): readonly string[] {
  const bytes = sum(files.map(({ byteLength }) => byteLength));
  const pages = sum(files.map(({ pageCount }) => pageCount ?? 0));
  const [largest, least] = [
    Math.max(...files.map((f) => f.byteLength)),
    Math.min(...files.map((f) => f.byteLength)),
  ];
  return [
    ...over(files.length, limits.mostFiles, (n) => `${n} files`),
    ...over(pages, limits.mostPages, (n) => `${inWords(n)} pages`),
    ...over(bytes, limits.mostBytes, megabytes),
    ...(bytes > limits.mostBytes
      ? []
      : over(largest, limits.mostFileBytes, (n) => `${megabytes(n)} in one file`)),
    ...(least > limits.aboveFileBytes
      ? []
      : [`PACKET has a file of ${least} bytes, and each is more than ${limits.aboveFileBytes}`]),
  ];
}

/** Documents that go along twice, in words: payers refuse a submission for it. */
export function enclosedTwice(
  enclosures: readonly { readonly number: number; readonly hashes: readonly string[] }[],
): readonly string[] {
  const first = new Map<string, number>();
  return enclosures.flatMap(({ number, hashes }) => {
    const before = hashes.map((hash) => first.get(hash)).find((each) => each !== undefined);
    for (const hash of hashes) if (!first.has(hash)) first.set(hash, number);
    return before === undefined
      ? []
      : [`ENCLOSURE ${number} is the same as enclosure ${before}: leave one out`];
  });
}

function over(value: number, most: number, inUnits: (value: number) => string): readonly string[] {
  if (value <= most) return [];
  return [`PACKET has ${inUnits(value)}, at most ${inUnits(most)} can be sent this way: leave something out`];
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MB)} MB`;
}

/** 1,240: with its commas, whatever the machine's language. */
function inWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
