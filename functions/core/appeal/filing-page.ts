import type { Acknowledgement, ClaimStatus } from '../claim/acknowledgement.ts';
import type { Claim } from '../claim/claim.ts';
import { dollars } from '../money/dollars.ts';
import { dayInWords } from '../time/day-in-words.ts';
import type { Acceptance } from './filing-proof.ts';

/** Who the page is of and for. */
export interface FilingPageParties {
  readonly practiceName: string;
  readonly practiceNpi: string | null;
  readonly payerName: string;
  readonly memberId: string | null;
  /** CLP07 of the denial. */
  readonly payerClaimControlNumber: string | null;
}

/**
 * What the acknowledgements on file say, as one page in the dialect of letters: each date, number and code as it was
 * received, the file it stands in by its SHA-256, and nothing that is not in it. A 999 of the same submission follows as
 * what it is. The same acknowledgements give the same text.
 */
export function filingPage(acceptances: readonly Acceptance[], parties: FilingPageParties): string {
  const { practiceName, practiceNpi, payerName, payerClaimControlNumber } = parties;
  const claimId = acceptances[0]?.acknowledgement.claimId ?? '';
  return [
    '<header>',
    `<p class="name">${text(practiceName)}</p>`,
    practiceNpi === null ? '' : `<p>NPI ${text(practiceNpi)}</p>`,
    '</header>',
    `<h1>Electronic acknowledgement of claim ${text(claimId)}</h1>`,
    '<p>This page reproduces the acknowledgements as they were received. It was printed by our billing system from the files named below; the files are kept and can be given in full.</p>',
    ...acceptances.flatMap((acceptance, at) => acceptanceBlocks(acceptance, at + 1, parties)),
    ...filesAccepted(acceptances),
    `<footer>Claim ${text(payerClaimControlNumber ?? claimId)} · ${text(payerName)}</footer>`,
  ].join('\n');
}

function acceptanceBlocks(
  { filed, acknowledgement, fileSha256, whose }: Acceptance,
  number: number,
  { memberId }: FilingPageParties,
): readonly string[] {
  const { claim } = filed;
  const { by, on, statuses, message, chargeCents } = acknowledgement;
  const sentTo = claim.coverage?.payer ?? null;
  return [
    `<h2>${number}. 277CA of ${dayInWords(on) ?? on}: ${whose === 'payer' ? 'accepted by the payer' : 'accepted by a clearinghouse'}</h2>`,
    '<table>',
    '<tr><th scope="col">What</th><th scope="col">As received</th><th scope="col">Element</th></tr>',
    row('Sender', named(by), '2100A NM1'),
    row('Day of the status', on, 'STC02'),
    row('Status', statuses.map(statusInWords).join('; '), 'STC01'),
    ...(message === '' ? [] : [row('Words of the sender', message, 'STC12')]),
    row('Our claim number', acknowledgement.claimId, 'TRN02'),
    row('Submission', acknowledgement.submissionReference || 'not sent', '2200B TRN02'),
    row('Claim number given', acknowledgement.payerClaimControlNumber || 'none', 'REF*1K'),
    row('Charge', chargeCents === null ? 'not sent' : dollars(chargeCents), 'STC04'),
    row('Dates of service', period(acknowledgement.serviceFrom, acknowledgement.serviceTo), 'DTP*472'),
    row('File of the acknowledgement', `SHA-256 ${fileSha256}`, 'kept with us'),
    '</table>',
    '<p class="lead-in">The claim that it answers, as we sent it (837):</p>',
    '<table>',
    '<tr><th scope="col">What</th><th scope="col">As sent</th><th scope="col">Element</th></tr>',
    row('Sent on', claim.submission.submittedOn ?? 'not told', 'BHT04'),
    row('To the payer', sentTo === null ? 'not told' : named(nameAndId(sentTo)), '2010BB NM1'),
    row('Patient', patientOf(claim), '2010BA or 2010CA NM1'),
    row('Member', claim.coverage?.subscriber?.id || memberId || 'not told', '2010BA NM109'),
    row('Submission', claim.submission.reference || 'not told', 'BHT03'),
    row('Group', claim.submission.groupControlNumber || 'not told', 'GS06'),
    row('Charge', dollars(claim.chargeCents), 'CLM02'),
    row('Dates of service', period(claim.serviceFrom, claim.serviceTo), 'DTP*472'),
    row('File of the claim', `SHA-256 ${filed.fileSha256}`, 'kept with us'),
    '</table>',
  ];
}

/** What a 999 is worth: the file kept the standard. It stands after what counts, and says so of itself. */
function filesAccepted(acceptances: readonly Acceptance[]): readonly string[] {
  const seen = new Set<string>();
  const rows = acceptances.flatMap(({ filed }) =>
    filed.acknowledgements.flatMap(({ acknowledgement, fileSha256 }) => {
      const key = `${fileSha256}#${acknowledgement.ordinal}`;
      if (acknowledgement.kind !== 'transaction' || acknowledgement.outcome !== 'accepted' || seen.has(key)) {
        return [];
      }
      seen.add(key);
      return [transactionRow(acknowledgement, fileSha256)];
    }),
  );
  if (rows.length === 0) return [];
  return [
    '<h2>The file as a whole</h2>',
    '<p class="lead-in">Accepted by 999, which says that the file keeps the standard and names no patient:</p>',
    '<table>',
    '<tr><th scope="col">Day</th><th scope="col">By</th><th scope="col">Group (AK102)</th><th scope="col">Code</th><th scope="col">File</th></tr>',
    ...rows,
    '</table>',
  ];
}

function transactionRow(
  { on, by, groupControlNumber, code }: Extract<Acknowledgement, { kind: 'transaction' }>,
  fileSha256: string,
): string {
  const cells = [by.id, groupControlNumber, code, `SHA-256 ${fileSha256}`];
  return `<tr><th scope="row">${text(on ?? 'not told')}</th>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
}

function row(what: string, value: string, element: string): string {
  return `<tr><th scope="row">${text(what)}</th><td>${text(value)}</td><td>${text(element)}</td></tr>`;
}

/** Our own words for the categories of X12 code list 507 that accept. */
const CATEGORIES: Readonly<Record<string, string>> = {
  A0: 'forwarded to the payer',
  A1: 'received',
  A2: 'accepted into adjudication',
  A5: 'split, and accepted into adjudication',
};

function statusInWords({ category, code, entity }: ClaimStatus): string {
  const codes = [category, code, entity].filter((part) => part !== '').join(':');
  const words = CATEGORIES[category];
  return words === undefined ? codes : `${codes} (${words})`;
}

function named({ name, id }: { readonly name: string; readonly id: string }): string {
  if (name === '') return id === '' ? 'not told' : id;
  return id === '' ? name : `${name}, ${id}`;
}

function nameAndId(party: { readonly lastOrOrganisationName: string; readonly id: string }) {
  return { name: party.lastOrOrganisationName, id: party.id };
}

function patientOf({ patient, coverage }: Claim): string {
  const party = patient?.party ?? coverage?.subscriber ?? null;
  const parts = [party?.lastOrOrganisationName ?? '', party?.firstName ?? ''].filter((part) => part !== '');
  return parts.join(', ') || 'not told';
}

function period(from: string | null, to: string | null): string {
  if (from === null) return 'not told';
  return to === null || to === from ? from : `${from} to ${to}`;
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
