import { createRemittanceReader } from '../../../functions/core/remittance/reader.ts';
import type {
  ClaimPayment,
  ReaderEvent,
  ReadingNotice,
} from '../../../functions/core/remittance/remittance.ts';

export type RemittanceEvent = Extract<ReaderEvent, { kind: 'remittance' }>;

export interface Reading {
  readonly events: readonly ReaderEvent[];
  readonly claims: readonly ClaimPayment[];
  readonly remittances: readonly RemittanceEvent[];
  /** Warnings, exceptions and other transactions, in order. */
  readonly notices: readonly ReadingNotice[];
  /** Codes of the exceptions, and of the warnings. */
  readonly exceptions: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads bytes, or text as Latin-1, in chunks of the given size (all at once by default). */
export function readAll(input: string | Uint8Array, chunkSize = Number.POSITIVE_INFINITY): Reading {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'latin1') : input;
  const events: ReaderEvent[] = [];
  const reader = createRemittanceReader((event) => events.push(event));
  if (chunkSize >= bytes.length) reader.push(bytes);
  else for (let i = 0; i < bytes.length; i += chunkSize) reader.push(bytes.subarray(i, i + chunkSize));
  reader.end();
  return readingOf(events);
}

export function readingOf(events: readonly ReaderEvent[]): Reading {
  const codes = (kind: 'warning' | 'exception') =>
    events.flatMap((event) => (event.kind === kind ? [event.notice.code] : []));
  return {
    events,
    claims: events.flatMap((event) => (event.kind === 'claim' ? [event.claim] : [])),
    remittances: events.filter((event) => event.kind === 'remittance'),
    notices: events.flatMap((event) => ('notice' in event ? [event.notice] : [])),
    exceptions: codes('exception'),
    warnings: codes('warning'),
  };
}

export const ISA =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260901*1200*^*00501*000000001*0*P*:~';
export const GS = 'GS*HP*PAYER*PROVIDER*20260901*1200*1*X*005010X221A1~';

const HEADER = [
  'BPR*I*{payment}*C*ACH*CCP*01*999999992*DA*1*1990000001**01*999999992*DA*2*20260901',
  'TRN*1*TRACE1*1990000001',
  'DTM*405*20260831',
  'N1*PR*TEST PLAN*XV*12345',
  'N3*1 MAIN STREET',
  'N4*TOWN*KS*66001',
  'N1*PE*TEST CLINIC*XX*1555012347',
  'REF*TJ*991234567',
  'LX*1',
];

/** ST..SE with a right count around the given segments, terminated by `~`. */
export function transaction(segments: readonly string[], payment = '80', number = '0001'): string {
  const body = [`ST*835*${number}`, ...HEADER, ...segments].map((s) => s.replace('{payment}', payment));
  return [...body, `SE*${body.length + 1}*${number}`].map((s) => `${s}~`).join('');
}

/** A whole file around the segments of one transaction. */
export function file(segments: readonly string[], payment = '80'): string {
  return enveloped(transaction(segments, payment));
}

export function enveloped(transactions: string, sets = 1): string {
  return `${ISA}${GS}${transactions}GE*${sets}*1~IEA*1*000000001~`;
}

/** A balanced claim of one line: 100 charged, 80 paid. */
export const CLAIM = [
  'CLP*A1*1*100*80*5*12*ICN1*11*1',
  'NM1*QC*1*DOE*JANE*Q***MI*M1',
  'SVC*HC:99213:25*100*80**1',
  'DTM*472*20260801',
  'CAS*CO*45*15',
  'CAS*PR*3*5',
];
