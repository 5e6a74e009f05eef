import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { ROUTE_IN_WORDS, whyNoDate } from '../../cli/triage/words.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import { REPOSITORY } from './paths.ts';
import type { LocalSystem } from './system.ts';
import type { WorkedSamples } from './worked-samples.ts';

export const farewell = '\nStopping everything that npm start started …\n';

const QUIET = { head: [], border: [] };

/** What became of each file: read, or why not. */
export function tableOfFiles(files: WorkedSamples['files']): string {
  const table = new Table({
    head: ['File', 'Remittances', 'Claims', 'Denials', 'Denied', 'What became of it'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    colWidths: [null, null, null, null, null, 46],
    wordWrap: true,
    style: QUIET,
  });
  for (const { name, ledger } of files) {
    if (ledger === null) table.push([name, '', '', '', '', 'not read yet']);
    else {
      const { remittances, claims, denials, deniedCents, statusReason } = ledger;
      table.push([name, remittances, claims, denials, dollars(deniedCents), statusReason]);
    }
  }
  return `${table.toString()}\n`;
}

/**
 * Every open denial: why, what to do, by when. Soonest first; without a date on top, since that is work too.
 *
 * @param columns width of the terminal
 */
export function tableOfDenials(denials: readonly Denial[], columns: number): string {
  const wording = carcWording();
  const widths = { claim: 24, route: 14, denied: 12, sendBy: 16, state: 14 };
  const others = Object.values(widths).reduce((sum, width) => sum + width, 0) + 7;
  const why = Math.min(60, Math.max(22, columns - others));
  const table = new Table({
    head: ['Claim and payer', 'Why', 'What to do', 'Denied', 'Send by', 'State'],
    colAligns: ['left', 'left', 'left', 'right', 'left', 'left'],
    colWidths: [widths.claim, why, widths.route, widths.denied, widths.sendBy, widths.state],
    wordWrap: true,
    style: QUIET,
  });
  const soonestFirst = [...denials].sort(
    (a, b) => (a.sendBy ?? '').localeCompare(b.sendBy ?? '') || a.claimId.localeCompare(b.claimId),
  );
  for (const denial of soonestFirst) {
    table.push([
      `${denial.claimId}\n${denial.payerName}`,
      reasonsInWords(denial.decision.reasons, wording),
      ROUTE_IN_WORDS[denial.route],
      dollars(denial.amountCents),
      sendBy(denial),
      denial.state.replaceAll('_', ' '),
    ]);
  }
  return `${table.toString()}\n`;
}

/** Addresses, sign-in names, and commands to copy. */
export function howToGoOn(system: LocalSystem, denials: readonly Denial[]): string {
  const people = new Table({ head: ['Sign-in name', 'Password', 'Role', 'Practices'], style: QUIET });
  for (const { name, password, role, practices } of system.users) {
    people.push([name, password, role, practices[0] === '*' ? 'all' : practices.join(', ')]);
  }
  const appeal = denials.find(({ state }) => state === 'drafting') ?? denials[0];
  const app = system.gatewayUrl ?? system.apiUrl;
  const api = `${app}/api`;
  const id = appeal?.denialId ?? '<denialId>';
  const practice = appeal?.practiceId ?? '<practiceId>';
  const state = appeal?.state ?? 'drafting';
  return `${people.toString()}

App       ${app}/  in a browser, with a name and a password from above
API       ${api}/…  (docs/reference/api.md)
Inbox     s3://${system.inboxBucket}
All of it in .local/system.json. Nothing is kept: the next npm start begins with an empty emulator.

Try next, in another terminal:

  # sign in (an access token lives 15 minutes)
  TOKEN=$(npm run -s overturn -- token biller)

  # what waits for a person
  curl -s -H "authorization: Bearer $TOKEN" "${api}/queue?practice=${practice}&state=${state}"

  # one denial: why, what to do, by when, and its letter
  curl -s -H "authorization: Bearer $TOKEN" ${api}/denials/${id}
  curl -s -H "authorization: Bearer $TOKEN" ${api}/denials/${id}/candidate

  # write its missing passages, approve it, read what was handed over: step by step in
  docs/guide/first-appeal.md

  # hand in a remittance (yours, or a made-up one), and see what became of it a few seconds later
  npm run -s overturn -- generate --claims 40 --seed 7 --out - > one-more.835
  curl -T one-more.835 ${system.endpoint}/${system.inboxBucket}/one-more.835
  curl -s -H "authorization: Bearer $TOKEN" ${api}/files/$(sha256sum < one-more.835 | cut -d' ' -f1)

Ctrl+C stops everything.`;
}

/** Each code once with its remarks, in our own words: `CO-50 N115 M25: Not medically necessary per payer`. */
function reasonsInWords(
  reasons: Denial['decision']['reasons'],
  wording: ReadonlyMap<string, string>,
): string {
  const remarksByCode = new Map<string, { words: string; remarks: Set<string> }>();
  for (const { group, carc, remarks } of reasons) {
    const code = carc === '' ? `${group} no reason`.trim() : `${group}-${carc}`;
    const entry = remarksByCode.get(code) ?? {
      words: carc === '' ? 'the payer names no code' : (wording.get(carc) ?? 'not in our code list'),
      remarks: new Set(),
    };
    for (const remark of remarks) entry.remarks.add(remark);
    remarksByCode.set(code, entry);
  }
  return [...remarksByCode]
    .map(([code, { words, remarks }]) => `${[code, ...remarks].join(' ')}: ${words}`)
    .join('\n');
}

function sendBy(denial: Denial): string {
  if (denial.sendBy !== null) return denial.sendBy;
  const governing = denial.deadlines.find(({ governs }) => governs) ?? denial.deadlines[0];
  return governing === undefined ? 'not configured' : whyNoDate(governing);
}

function carcWording(): ReadonlyMap<string, string> {
  const codes: readonly { readonly code: string; readonly wording: string }[] = JSON.parse(
    readFileSync(join(REPOSITORY, 'rulebook', 'codes', 'carc.json'), 'utf8'),
  );
  return new Map(codes.map(({ code, wording }) => [code, wording]));
}
