import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Answers, OverturnClient } from '../../client/client.ts';
import { dollars } from '../../functions/core/money/dollars.ts';
import { ROUTE_IN_WORDS } from '../triage/words.ts';
import { ask } from './ask.ts';
import { CommandEnds, EXIT } from './exit.ts';
import { type Format, type Found, remoteCommand, runRemote } from './remote-command.ts';

interface Options extends Format {
  readonly timeline?: true;
  readonly packet?: string;
  readonly letter?: string;
}

/** `overturn show ID`: one denial, its events, or the packet that waits for approval. */
export function showCommand(cwd: string): Command {
  return remoteCommand(
    'show',
    'Show one denial: what the payer said, what to do by when, and what you may do.',
  )
    .argument('<denial>', 'its id, as queue lists it')
    .option('--timeline', 'show what happened to it instead, oldest first')
    .option(
      '--packet <file>',
      'write the packet that waits for approval, a PDF, to this file, and say its SHA-256 and what is in it',
    )
    .addOption(
      new Option(
        '--letter <file>',
        'write the letter of that packet by itself, a PDF, to this file',
      ).conflicts('packet'),
    )
    .action((denialId: string, options: Options) =>
      runRemote(options, (client) => {
        if (options.timeline) return showTimeline(client, denialId);
        if (options.packet !== undefined) {
          return showPacket(client, denialId, path.resolve(cwd, options.packet));
        }
        if (options.letter !== undefined) {
          return showLetter(client, denialId, path.resolve(cwd, options.letter));
        }
        return showDenial(client, denialId);
      }),
    );
}

async function showDenial(client: OverturnClient, denialId: string): Promise<Found> {
  const { data } = await ask(client.GET('/api/denials/{denialId}', { params: { path: { denialId } } }));
  return { json: data, text: denialText(data) };
}

/** All but what looks wrong on the claim as sent, which the json holds. */
function denialText(denial: Omit<Answers['DenialWithClaim'], 'coding'>): string {
  const { decision, deadlines, actions, claim, related } = denial;
  const lines = [
    `${denial.payerName} · claim ${denial.claimId} · ${dollars(denial.amountCents)} of ${dollars(denial.chargeCents)} denied`,
    `${denial.state.replaceAll('_', ' ')}${denial.closedAs === null ? '' : ` as ${denial.closedAs.replaceAll('_', ' ')}`} · ${ROUTE_IN_WORDS[denial.route]} · version ${denial.version}`,
    '',
    decision.explanation,
    '',
    ...decision.reasons.map(
      ({ group, carc, amountCents, wording }) =>
        `  ${`${group}-${carc}`.padEnd(8)} ${dollars(amountCents).padStart(12)}  ${wording ?? ''}`,
    ),
    '',
    ...(deadlines.length === 0 ? ['No deadline.'] : []),
    ...deadlines.map(
      (clock) =>
        `  ${clock.governs ? '>' : ' '} ${clock.kind.replaceAll('_', ' ').padEnd(20)} ${clock.sendBy === null ? 'not configured' : `send by ${clock.sendBy}, last day ${clock.lastDay}`}${clock.note === null ? '' : ` (${clock.note})`}`,
    ),
    '',
    `Next: ${denial.nextAction}`,
    ...requiredDocumentLines(denial),
    ...deliveryLines(denial),
    claim.onFile ? 'The claim as sent is on file.' : claim.sentence,
    ...(related.length > 1 ? [`The payer decided ${related.length} times about this claim.`] : []),
    `You may: ${actions.flatMap(({ id, allowed }) => (allowed ? [id.replaceAll('_', ' ')] : [])).join(', ') || 'read'}.`,
    '',
  ];
  return lines.join('\n');
}

/** What the letter requires that does not go along. */
function requiredDocumentLines({ candidate }: Pick<Answers['DenialWithClaim'], 'candidate'>) {
  return (candidate?.requiredDocuments ?? []).flatMap(({ document, state, reason }) =>
    state === 'enclosed'
      ? []
      : [
          `  ${state === 'missing' ? 'not attached' : 'goes without'}: ${document}${reason === null ? '' : ` (${reason})`}`,
        ],
  );
}

/** By what way, and what shows how far it came: no more than that. */
function deliveryLines({ delivery, handover }: Pick<Answers['DenialWithClaim'], 'delivery' | 'handover'>) {
  if (delivery === null) return [];
  const channel = delivery.channel === 'sftp' ? 'SFTP' : delivery.channel.replaceAll('_', ' ');
  if (delivery.standingInWords === null) return [`Its packet would leave by ${channel}.`];
  const isOfNow = delivery.standing !== 'queued' && handover !== null;
  return [
    `Its packet by ${channel}: ${delivery.standingInWords}.`,
    ...(isOfNow ? handover.evidence : []).map(
      ({ on, shows, reference }) => `  ${on}  ${shows.replaceAll('_', ' ').padEnd(22)} ${reference}`,
    ),
  ];
}

async function showTimeline(client: OverturnClient, denialId: string): Promise<Found> {
  const { data } = await ask(
    client.GET('/api/denials/{denialId}/timeline', { params: { path: { denialId } } }),
  );
  const lines = data.events.map(({ at, type, actor, after, reason }) => {
    const who =
      actor.kind === 'user'
        ? (data.people[actor.userId] ?? actor.userId)
        : actor.kind === 'rule'
          ? `rule ${actor.ruleId}`
          : actor.part;
    return `${at}  ${type.padEnd(24)} ${after.state.replaceAll('_', ' ').padEnd(22)} ${who}${reason === null ? '' : `: ${reason}`}\n`;
  });
  return { json: data, text: lines.join('') };
}

async function showPacket(client: OverturnClient, denialId: string, file: string): Promise<Found> {
  const { data } = await ask(
    client.GET('/api/denials/{denialId}/candidate', { params: { path: { denialId } } }),
  );
  const { pdf, link, ...candidate } = data;
  await writePdf(file, { pdf, link });
  const missing = candidate.missing.map((open) => `Still missing: ${open}.\n`);
  const enclosures = candidate.enclosures.map(
    ({ number, name, pagesIn, pagesOut, firstPage }) =>
      `  Encl. ${number}, from page ${firstPage}: ${name}, ${pages(pagesIn)}${pagesIn === pagesOut ? '' : `, of which ${pagesOut} in the packet`}\n`,
  );
  const letter = candidate.letter?.pageCount ?? null;
  return {
    json: { ...candidate, file },
    text: [
      `Written to ${file}${candidate.pageCount === null ? '' : `, ${pages(candidate.pageCount)}`}.\n`,
      letter === null ? '' : `  Cover sheet, and the letter, ${pages(letter)}\n`,
      ...enclosures,
      ...candidate.requiredDocuments.flatMap((each) => withoutLine(each, candidate.people)),
      ...candidate.notEnclosed.map((document) => `Listed in the letter, and not in it: ${document}\n`),
      ...missing,
      missing.length > 0
        ? 'It cannot be approved yet.\n'
        : `Once you have read it: overturn approve ${denialId} --sha256 ${candidate.sha256}\n`,
    ].join(''),
  };
}

/** Of a required document that the letter goes without: who said so, when, and why. */
function withoutLine(
  { document, state, reason, by, at }: Answers['Candidate']['requiredDocuments'][number],
  people: Answers['Candidate']['people'],
): readonly string[] {
  if (state !== 'goes_without') return [];
  return [`Goes without: ${document}. ${reason} (${people[by ?? ''] ?? by}, ${at?.slice(0, 10)})\n`];
}

async function showLetter(client: OverturnClient, denialId: string, file: string): Promise<Found> {
  const params = { path: { denialId, fileName: 'letter.pdf' } };
  const { data } = await ask(client.GET('/api/denials/{denialId}/candidate/files/{fileName}', { params }));
  const { pdf, link, ...letter } = data;
  await writePdf(file, { pdf, link });
  return {
    json: { ...letter, file },
    text: `Written to ${file}${letter.pageCount === null ? '' : `, ${pages(letter.pageCount)}`}. What is approved is the packet: overturn show ${denialId} --packet FILE\n`,
  };
}

/** From the answer, or from the address that it gives of what is too long for it. */
async function writePdf(
  file: string,
  { pdf, link }: Pick<Answers['Candidate'], 'pdf' | 'link'>,
): Promise<void> {
  const bytes = pdf === null ? await fetched(link?.url ?? '') : Buffer.from(pdf, 'base64');
  // It is about a patient: for its reader alone.
  writeFileSync(file, bytes, { mode: 0o600 });
}

async function fetched(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok)
    throw new CommandEnds(EXIT.unavailable, `The file could not be fetched: ${response.status}.`);
  return response.bytes();
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}
