import { markupText } from '../../letter/markup-text.ts';
import { dayInWords } from '../../time/day-in-words.ts';
import type { AppealFacts } from '../facts.ts';

export interface CoverContents {
  /** What the letter is: "First-level provider appeal". */
  readonly what: string;
  /** The letter's own date, yyyy-mm-dd. */
  readonly on: string;
  readonly coverPages: number;
  /** Of the payer's own form. @default 0, no form */
  readonly formPages?: number;
  readonly letterPages: number;
  readonly enclosures: readonly {
    readonly number: number;
    readonly name: string;
    readonly pageCount: number;
  }[];
}

/**
 * The sheet on top of a packet, in the dialect of letters: from whom and to whom, what it is, and what is in it with
 * page numbers. Whoever opens or sorts the mail sees it first: no diagnosis and no name of the patient is on it.
 */
export function coverMarkup(
  { practice, payer, claim, remittance }: AppealFacts,
  contents: CoverContents,
): string {
  const { what, on, coverPages, formPages = 0, letterPages, enclosures } = contents;
  const numbers = [
    practice.npi === null ? '' : `NPI ${practice.npi}`,
    practice.tin === null ? '' : `TIN ${practice.tin}`,
  ];
  const reach = [
    practice.telephone === null ? '' : `Telephone ${practice.telephone}`,
    practice.fax === null ? '' : `Fax ${practice.fax}`,
  ];
  const listed = [
    { label: '', name: 'This sheet', pageCount: coverPages },
    ...(formPages === 0 ? [] : [{ label: '', name: 'Form of the payer', pageCount: formPages }]),
    { label: '', name: 'Letter', pageCount: letterPages },
    ...enclosures.map(({ number, name, pageCount }) => ({ label: `Encl. ${number}`, name, pageCount })),
  ];
  const pages = listed.reduce((sum, { pageCount }) => sum + pageCount, 0);
  let next = 1;
  const rows = listed.map(({ label, name, pageCount }) => {
    const first = next;
    next += pageCount;
    const where = pageCount === 1 ? `${first}` : `${first}–${next - 1}`;
    return `<tr><td>${label}</td><th scope="row">${markupText(name)}</th>${amount(`${pageCount}`)}${amount(where)}</tr>`;
  });
  const claimNumber = claim.payerClaimControlNumber ?? claim.patientControlNumber;
  return [
    '<header>',
    `<p class="name">${markupText(practice.name)}</p>`,
    ...line([practice.address ?? '']),
    ...line([...reach, ...numbers]),
    '</header>',
    `<p>${dayInWords(on) ?? on}</p>`,
    `<address>${markupText([payer.name, payer.appealsAddress ?? ''].filter((part) => part !== '').join('\n'))}</address>`,
    `<h1>${markupText(what)}</h1>`,
    '<table class="claim">',
    pair(
      ['Payer claim no.', claim.payerClaimControlNumber ?? 'none given'],
      ['Our account no.', claim.patientControlNumber],
    ),
    pair(['Remittance trace no.', remittance.traceNumber], ['Pages in all', `${pages}`]),
    '</table>',
    '<h2>What is in this packet</h2>',
    '<table>',
    '<tr><th scope="col">No.</th><th scope="col">Document</th><th scope="col" class="amount">Pages</th><th scope="col" class="amount">Page of the packet</th></tr>',
    ...rows,
    '</table>',
    '<p>This packet holds health information about a patient. It is meant for the addressee alone; if it has reached you by mistake, please tell us and destroy it.</p>',
    `<footer>Claim ${markupText(claimNumber)}</footer>`,
  ].join('\n');
}

function line(parts: readonly string[]): readonly string[] {
  const words = parts.filter((part) => part !== '').join(' · ');
  return words === '' ? [] : [`<p>${markupText(words)}</p>`];
}

function pair(...cells: readonly (readonly [string, string])[]): string {
  return `<tr>${cells.map(([label, value]) => `<th scope="row">${label}</th><td>${markupText(value)}</td>`).join('')}</tr>`;
}

function amount(words: string): string {
  return `<td class="amount">${words}</td>`;
}
