import type { PayerEntry } from '../../functions/core/payer/profile.ts';
import type { Label } from './labels.ts';

/** A labelled set as others run it: remittances, who the payers are, and the expected answers. */
export interface BenchmarkFiles {
  /** One 835 a class, by file name. */
  readonly remittances: ReadonlyMap<string, string>;
  /** For `--payers`: CLP06 alone does not say all of it. */
  readonly payers: readonly PayerEntry[];
  /** One answer a line, in the order of the labels. */
  readonly expected: string;
}

/** Synthetic, balanced 835s for the labels: a file a class, in it one ST for each kind of payer. */
export function benchmarkFiles(labels: readonly Label[]): BenchmarkFiles {
  const kinds = [...new Map(labels.map((label) => [kindOf(label), label])).values()];
  const payers = kinds.flatMap(payerEntryOf);
  const byFile = Map.groupBy(labels, fileOf);
  const remittances = new Map<string, string>();
  for (const [file, members] of byFile) {
    const byKind = [...Map.groupBy(members, kindOf).values()];
    const transactions = byKind.map((claims, at) => transactionOf(claims, at + 1));
    remittances.set(file, interchangeOf(transactions));
  }
  const expected = labels
    .map(({ id, expect, unsure, source, why }) =>
      JSON.stringify({ claimId: id, file: fileOf({ expect }), ...expect, unsure, source, why }),
    )
    .join('\n');
  return { remittances, payers, expected: `${expected}\n` };
}

const FILES = { denial: 'denials.835', hold: 'holds.835', non_denial: 'tasks.835' } as const;

function fileOf({ expect }: Pick<Label, 'expect'>): string {
  return expect.class === null ? 'no-decision.835' : FILES[expect.class];
}

type Kind = Pick<Label, 'payerType' | 'network' | 'capitated'>;

function kindOf({ payerType, network, capitated }: Kind): string {
  return `${payerType}${network === null ? '' : `-${network}`}${capitated ? '-capitated' : ''}`;
}

function payerEntryOf(kind: Kind): PayerEntry[] {
  const { payerType, network, capitated } = kind;
  if (payerType === 'unknown') return [];
  return [
    {
      match: { id: kindOf(kind) },
      payerType,
      ...(network === null ? {} : { network }),
      ...(capitated ? { capitated } : {}),
    },
  ];
}

function interchangeOf(transactions: readonly (readonly string[])[]): string {
  const segments = [
    'ISA*00*          *00*          *ZZ*BENCHMARK      *ZZ*PROVIDER       *261101*1200*^*00501*000000001*0*T*:',
    'GS*HP*BENCHMARK*PROVIDER*20261101*1200*1*X*005010X221A1',
    ...transactions.flat(),
    `GE*${transactions.length}*1`,
    'IEA*1*000000001',
  ];
  return segments.map((segment) => `${segment}~\n`).join('');
}

function transactionOf(labels: readonly Label[], ordinal: number): readonly string[] {
  const [first] = labels;
  const kind = first === undefined ? '' : kindOf(first);
  const control = String(ordinal).padStart(4, '0');
  const claimsCents = labels.reduce((sum, { claim }) => sum + claim.paidCents, 0);
  // A payer cannot send less than nothing: what reversals leave over is carried forward.
  const carriedCents = Math.min(claimsCents, 0);
  const paymentCents = claimsCents - carriedCents;
  const body = [
    `ST*835*${control}`,
    `BPR*${paymentCents === 0 ? 'H' : 'I'}*${money(paymentCents)}*C*${paymentCents === 0 ? 'NON' : 'ACH'}************20261102`,
    `TRN*1*BENCH${control}${kind.toUpperCase()}*1999999999`,
    'DTM*405*20261102',
    `N1*PR*BENCHMARK PAYER ${kind.toUpperCase()}*XV*${kind}`,
    'N3*PO BOX 1',
    'N4*MIDLAND*NE*68101',
    'N1*PE*BENCHMARK CLINIC*XX*1555012347',
    'LX*1',
    ...labels.flatMap(claimOf),
    ...(carriedCents === 0 ? [] : [`PLB*1555012347*20261231*FB:BENCH${control}*${money(carriedCents)}`]),
  ];
  return [...body, `SE*${body.length + 1}*${control}`];
}

function claimOf({ id, claim }: Label): readonly string[] {
  const shareCents = [claim, ...claim.lines]
    .flatMap(({ adjustments }) => adjustments)
    .reduce((sum, { group, amountCents }) => sum + (group.toUpperCase() === 'PR' ? amountCents : 0), 0);
  return [
    `CLP*${id}*${claim.status}*${money(claim.chargeCents)}*${money(claim.paidCents)}*${money(shareCents)}*ZZ*PCN${id}*11*1`,
    ...casOf(claim.adjustments),
    'NM1*QC*1*SAMPLE*PATIENT****MI*SYNTHETIC1',
    ...(claim.remarks.length === 0 ? [] : [`MOA***${claim.remarks.join('*')}`]),
    'DTM*232*20260901',
    ...claim.lines.flatMap((line) => [
      `SVC*HC:99213*${money(line.chargeCents)}*${money(line.paidCents)}**1`,
      'DTM*472*20260901',
      ...casOf(line.adjustments),
      ...line.remarks.map((remark) => `LQ*HE*${remark}`),
    ]),
  ];
}

/** A CAS a group, up to six reasons in each. */
function casOf(adjustments: Label['claim']['adjustments']): readonly string[] {
  return [...Map.groupBy(adjustments, ({ group }) => group)].map(
    ([group, reasons]) =>
      `CAS*${group}*${reasons.map(({ carc, amountCents }) => `${carc}*${money(amountCents)}`).join('**')}`,
  );
}

function money(cents: number): string {
  return (cents / 100).toFixed(2).replace(/\.?0+$/, '');
}
