import { DayCalendar } from './calendar.ts';
import { type GenerateRequest, type PaymentRun, PaymentRuns, type Submission } from './run.ts';
import { CLEARINGHOUSE, enveloped } from './segment-text.ts';
import { addRemittance, addSubmission, type GeneratedSums, noSums } from './sums.ts';
import { writeAcknowledgement } from './write-277ca.ts';
import { writeRemittance } from './write-835.ts';
import { VERSION_OF, writeSubmission } from './write-837.ts';

export type { GenerateRequest } from './run.ts';

/** 837P and 837I are never in one file: their implementation guides differ. */
export type FileKind = '835' | '837P' | '837I' | '277CA';

/** One interchange. `text` holds only characters of one byte, the same in ASCII, Latin-1 and UTF-8. */
export interface GeneratedPiece {
  readonly kind: FileKind;
  readonly text: string;
}

/** What is written beside what is made. */
export interface Writing {
  readonly kinds: ReadonlySet<FileKind>;
  /** What stands after each segment. */
  readonly segmentEnd: '~' | '~\n';
}

/**
 * Makes remittances, the claims they answer and the acknowledgements of these, interchange by interchange, in memory
 * that does not grow with the size of the run. Nobody and nothing in it exists. Every line, claim and transaction
 * balances, and the sums that are returned at the end are those of the whole run.
 *
 * The same request makes the same bytes; the kinds that are written do not change what is made.
 *
 * @example
 * const request = { seed: 1, size: { claims: 100 }, from: '2026-07-01', to: '2026-09-30', denialRate: 0.13, payerMix: null, claimsPerRemittance: null };
 * for (const { kind, text } of generate(request, { kinds: new Set(['835']), segmentEnd: '~\n' })) send(kind, text);
 */
export function* generate(
  request: GenerateRequest,
  writing: Writing,
): Generator<GeneratedPiece, GeneratedSums> {
  const calendar = new DayCalendar();
  const sums = noSums();
  for (const { run, remittanceText } of paymentRuns(request, writing.segmentEnd, calendar)) {
    for (const submission of run.submissions) {
      addSubmission(sums, submission);
      yield* submissionPieces(submission, writing, calendar);
    }
    if (run.remittances.length === 0) continue;
    sums.interchanges++;
    for (const remittance of run.remittances) addRemittance(sums, remittance);
    sums.remittanceBytes += remittanceText.length;
    if (writing.kinds.has('835')) yield { kind: '835', text: remittanceText };
  }
  return sums;
}

/** One payment run and its 835 interchange, '' where nothing was adjudicated. */
export interface WrittenRun {
  readonly run: PaymentRun;
  readonly remittanceText: string;
}

/** The payment runs of a request with their 835 text: what was meant beside what is written. */
export function* paymentRuns(
  request: GenerateRequest,
  segmentEnd: Writing['segmentEnd'],
  calendar: DayCalendar,
): Generator<WrittenRun> {
  const runs = new PaymentRuns(request, calendar);
  const { size } = request;
  let bytes = 0;
  let interchanges = 0;
  const write = (run: PaymentRun): WrittenRun => {
    if (run.remittances.length === 0) return { run, remittanceText: '' };
    const interchange = {
      sender: run.payer.id,
      receiver: CLEARINGHOUSE,
      date: run.remittances[0]?.paidOn ?? request.from,
      group: 'HP',
      version: '005010X221A1',
      controlNumber: ++interchanges,
    };
    const transactions = run.remittances.map((one, i) => writeRemittance(one, i + 1, calendar, segmentEnd));
    const remittanceText = enveloped(interchange, transactions, segmentEnd);
    bytes += remittanceText.length;
    return { run, remittanceText };
  };
  const progress = () => ('claims' in size ? runs.claimsSent / size.claims : bytes / size.bytes);
  while (progress() < 1) yield write(runs.next(progress()));
  for (const run of runs.rest()) yield write(run);
}

function* submissionPieces(
  submission: Submission,
  { kinds, segmentEnd }: Writing,
  calendar: DayCalendar,
): Generator<GeneratedPiece> {
  const { payer, practice, claims } = submission;
  const first = claims[0]?.claim;
  if (first === undefined) return;
  const kind = first.form === 'professional' ? '837P' : '837I';
  const batch = `B${String(submission.number).padStart(9, '0')}`;
  if (kinds.has(kind)) {
    const interchange = {
      sender: practice.npi,
      receiver: CLEARINGHOUSE,
      date: submission.submittedOn,
      group: 'HC',
      version: VERSION_OF[first.form],
      controlNumber: submission.number,
    };
    const text = writeSubmission(submission, batch, calendar, segmentEnd);
    yield { kind, text: enveloped(interchange, [text], segmentEnd) };
  }
  if (kinds.has('277CA')) {
    const interchange = {
      sender: payer.id,
      receiver: practice.npi,
      date: submission.acknowledgedOn,
      group: 'HN',
      version: '005010X214',
      controlNumber: submission.number,
    };
    const text = writeAcknowledgement(submission, batch, calendar, segmentEnd);
    yield { kind: '277CA', text: enveloped(interchange, [text], segmentEnd) };
  }
}
