/** Segments as text, counted as they are added (SE01). Only the basic character set is written: one character a byte. */
export class SegmentText {
  text = '';
  count = 0;
  private readonly end: string;

  /** @param end what stands after each segment: the terminator `~`, with or without a line end. */
  constructor(end: string) {
    this.end = end;
  }

  add(segment: string): void {
    this.text += segment + this.end;
    this.count++;
  }

  /** Adds the SE that closes a transaction which began with this text. */
  close(controlNumber: string): void {
    this.add(`SE*${this.count + 1}*${controlNumber}`);
  }
}

/** Elements without the empty ones at the end. */
export function segment(...elements: readonly string[]): string {
  let last = elements.length;
  while (elements[last - 1] === '') last--;
  let text = elements[0] as string;
  for (let i = 1; i < last; i++) text += `*${elements[i]}`;
  return text;
}

/** Who speaks to whom, when, in what. */
export interface Interchange {
  readonly sender: string;
  readonly receiver: string;
  /** yyyy-mm-dd. */
  readonly date: string;
  /** HP, HC, HN. */
  readonly group: string;
  /** GS08. */
  readonly version: string;
  readonly controlNumber: number;
}

/** ISA and GS before the transactions, GE and IEA after them. */
export function enveloped(
  { sender, receiver, date, group, version, controlNumber }: Interchange,
  transactions: readonly string[],
  end: string,
): string {
  const day = date.replaceAll('-', '');
  const number = String(controlNumber % 1_000_000_000).padStart(9, '0');
  const groupNumber = String(controlNumber % 1_000_000_000);
  const isa = `ISA*00*          *00*          *ZZ*${sender.padEnd(15)}*ZZ*${receiver.padEnd(15)}*${day.slice(2)}*0600*^*00501*${number}*0*T*:${end}`;
  const gs = `GS*${group}*${sender}*${receiver}*${day}*0600*${groupNumber}*X*${version}${end}`;
  return `${isa}${gs}${transactions.join('')}GE*${transactions.length}*${groupNumber}${end}IEA*1*${number}${end}`;
}

/** Who passes the files on between practices and payers. */
export const CLEARINGHOUSE = 'LANTERNCLEAR';
