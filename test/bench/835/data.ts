import { decimalOf } from '../../../functions/core/money/cents.ts';

/** What a file of benchmark data holds, known to its maker: a fast wrong answer must not win. */
export interface Totals {
  claims: number;
  lines: number;
  chargeCents: number;
  paidCents: number;
  adjustedCents: number;
}

const CLAIMS_PER_TRANSACTION = 1_000;
const DAYS = ['20260803', '20260804', '20260805', '20260811', '20260812', '20260901'];
const PROCEDURES = ['99213', '99214', '99215', '93000', '80053', '36415', '71046', '97110', 'J1885', 'G0439'];
const DENIALS = ['16', '50', '197', '29', '97', '204', '18'];
const REMARKS = ['N115', 'M127', 'N290', 'MA130', 'N20', 'N519'];
const LAST_NAMES = ['TESTPERSON', 'SAMPLE', 'EXAMPLE', 'PLACEHOLDER', 'SPECIMEN', 'DEMO'];
const FIRST_NAMES = ['ALEX', 'KIM', 'ROBIN', 'SAM', 'TAYLOR', 'JO'];

/**
 * Balanced professional 835s of about 450 bytes and 18 segments a claim: two lines, 2.8 CAS, dates, references,
 * allowed amounts, one claim in eight denied with remarks, a PLB in every transaction. Two runs give the same bytes.
 *
 * @param bytes about how many to make; the last transaction is completed.
 * @param lineEnd what follows each terminator: '' or a line end.
 */
export function* benchmarkData(bytes: number, lineEnd: string, totals: Totals): Generator<Buffer> {
  const random = randomFrom(835);
  const envelope = (text: string) => Buffer.from(text.replaceAll('~', `~${lineEnd}`), 'latin1');
  let made = 0;
  let transactions = 0;
  yield envelope(
    'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260901*1200*^*00501*000000001*0*P*:~GS*HP*PAYER*PROVIDER*20260901*1200*1*X*005010X221A1~',
  );
  while (made < bytes) {
    const piece = envelope(transactionOf(++transactions, random, totals));
    made += piece.length;
    yield piece;
  }
  yield envelope(`GE*${transactions}*1~IEA*1*000000001~`);
}

type Random = (below: number) => number;

function transactionOf(number: number, random: Random, totals: Totals): string {
  const claims: string[] = [];
  const before = totals.paidCents;
  for (let i = 0; i < CLAIMS_PER_TRANSACTION; i++) claims.push(claimOf(number, i, random, totals));
  const interestCents = 1 + random(9_999);
  const payment = decimalOf(totals.paidCents - before + interestCents);
  const body = [
    `ST*835*${String(number).padStart(6, '0')}~`,
    `BPR*I*${payment}*C*ACH*CCP*01*999999992*DA*1*1990000001**01*999999992*DA*2*20260901~`,
    `TRN*1*TRACE${number}*1990000001~DTM*405*20260831~`,
    'N1*PR*GREAT PRAIRIES HEALTH PLAN*XV*87654~N3*PO BOX 1200~N4*PRAIRIE CITY*KS*66001~',
    'PER*BL*EDI*TE*5555550100~N1*PE*CEDAR RIDGE MEDICAL GROUP*XX*1555012347~REF*TJ*991234567~LX*1~',
    ...claims,
    `PLB*1555012347*20261231*L6:${number}*-${decimalOf(interestCents)}~`,
  ].join('');
  const segments = body.split('~').length;
  return `${body}SE*${segments}*${String(number).padStart(6, '0')}~`;
}

function claimOf(transaction: number, index: number, random: Random, totals: Totals): string {
  const day = DAYS[random(DAYS.length)];
  const lines = [1 + random(3)].flatMap((n) =>
    Array.from({ length: n }, (_, i) => lineOf(i + 1, day as string, random, totals)),
  );
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  const charge = sum((line) => line.chargeCents);
  const paid = sum((line) => line.paidCents);
  totals.claims++;
  totals.chargeCents += charge;
  totals.paidCents += paid;
  const id = `${transaction}A${index}`;
  return [
    `CLP*${id}*1*${decimalOf(charge)}*${decimalOf(paid)}*${decimalOf(sum((line) => line.patientCents))}*12*2026${String(transaction * CLAIMS_PER_TRANSACTION + index).padStart(9, '0')}*11*1~`,
    `NM1*QC*1*${LAST_NAMES[random(LAST_NAMES.length)]}*${FIRST_NAMES[random(FIRST_NAMES.length)]}*Q***MI*M${100_000_000 + random(99_999_999)}~`,
    `NM1*82*1*SAMPLE*PROVIDER****XX*1555012347~`,
    `REF*1L*GROUP${random(500)}~DTM*232*${day}~DTM*050*20260815~`,
    ...lines.map(({ text }) => text),
  ].join('');
}

interface Line {
  readonly text: string;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly patientCents: number;
}

function lineOf(number: number, day: string, random: Random, totals: Totals): Line {
  const chargeCents = 5_000 + random(60_000);
  const procedure = `HC:${PROCEDURES[random(PROCEDURES.length)]}${random(4) === 0 ? ':25' : ''}`;
  const isDenied = random(16) === 0;
  const contractual = isDenied ? 0 : Math.trunc((chargeCents * (10 + random(40))) / 100);
  const patientCents = !isDenied && random(3) === 0 ? 2_000 : 0;
  const paidCents = isDenied ? 0 : chargeCents - contractual - patientCents;
  totals.lines++;
  totals.adjustedCents += chargeCents - paidCents;
  const text = [
    `SVC*${procedure}*${decimalOf(chargeCents)}*${decimalOf(paidCents)}**1~DTM*472*${day}~`,
    isDenied ? `CAS*CO*${DENIALS[random(DENIALS.length)]}*${decimalOf(chargeCents)}~` : '',
    isDenied ? '' : `CAS*CO*45*${decimalOf(contractual)}~`,
    patientCents > 0 ? `CAS*PR*3*${decimalOf(patientCents)}~` : '',
    `REF*6R*${number}~`,
    isDenied ? '' : `AMT*B6*${decimalOf(chargeCents - contractual)}~`,
    isDenied ? `LQ*HE*${REMARKS[random(REMARKS.length)]}~` : '',
  ].join('');
  return { text, chargeCents, paidCents, patientCents };
}

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
