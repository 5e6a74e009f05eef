import { ifMatch, type OverturnClient } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import { ROUTE_IN_WORDS } from '../ui/words.ts';
import type { Denial } from './denial.ts';

type ActionId = Denial['actions'][number]['id'];

/** One thing to fill in before an action. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'day' | 'choice';
  readonly choices?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}
export type Filled = Readonly<Record<string, string>>;

/** Which record an action is sent for, as it was read. */
export interface Target {
  readonly denialId: string;
  readonly version: number;
  /** Of this attempt: the same key never acts twice. */
  readonly key: string;
}

/** An action on a denial that needs no screen of its own. */
export interface Act {
  readonly id: ActionId;
  readonly verb: string;
  /** What to know before. */
  readonly hint?: string;
  readonly fields: readonly Field[];
  readonly send: (api: OverturnClient, target: Target, filled: Filled) => Promise<unknown>;
}

const REASON: Field = { name: 'reason', label: 'Reason', kind: 'text' };
const REFERENCE: Field = { name: 'reference', label: 'Reference or confirmation number', kind: 'line' };
const CHANNELS = { mail: 'Mail', fax: 'Fax', portal: 'Portal', electronic: 'Electronic' };

function request({ denialId, version, key }: Target) {
  return {
    params: { path: { denialId }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key } },
  };
}

function of<K extends string>(filled: Filled, ...names: readonly K[]): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, filled[name] ?? ''])) as Record<K, string>;
}

const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);

/** In the order in which they are offered. */
export const ACTS: readonly Act[] = [
  {
    id: 'reroute',
    verb: 'Change route',
    hint: 'The route that the rules chose stays in the record beside yours.',
    fields: [{ name: 'route', label: 'Route', kind: 'choice', choices: ROUTE_IN_WORDS }, REASON],
    send: (api, target, { route, reason = '' }) =>
      answerOf(
        api.POST('/api/denials/{denialId}/route', {
          ...request(target),
          body: { route: route as Denial['route'], reason },
        }),
      ),
  },
  {
    id: 'undo_approval',
    verb: 'Take the approval back',
    fields: [],
    send: (api, target) => answerOf(api.DELETE('/api/denials/{denialId}/approval', request(target))),
  },
  {
    id: 'request_changes',
    verb: 'Ask for changes',
    fields: [{ ...REASON, label: 'What should change' }],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/changes-request', {
          ...request(target),
          body: of(filled, 'reason'),
        }),
      ),
  },
  {
    id: 'submit_documents',
    verb: 'Record documents sent',
    fields: [
      { name: 'channel', label: 'How', kind: 'choice', choices: CHANNELS },
      REFERENCE,
      { name: 'sentOn', label: 'Sent on', kind: 'day' },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/documents', {
          ...request(target),
          body: {
            ...of(filled, 'reference', 'sentOn'),
            channel: filled.channel as 'mail' | 'fax' | 'portal' | 'electronic',
          },
        }),
      ),
  },
  {
    id: 'request_document',
    verb: 'Ask for a document',
    fields: [
      { name: 'document', label: 'Which document', kind: 'line' },
      { name: 'name', label: 'Who has it', kind: 'line' },
      { name: 'dueOn', label: 'Needed by', kind: 'day' },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/document-requests', {
          ...request(target),
          body: { ...of(filled, 'document', 'dueOn'), holder: of(filled, 'name') },
        }),
      ),
  },
  {
    id: 'record_answer',
    verb: 'Record the payer’s answer',
    fields: [
      {
        name: 'decision',
        label: 'What the payer decided',
        kind: 'choice',
        choices: {
          overturned: 'Overturned',
          partly_overturned: 'Partly overturned',
          upheld: 'Upheld',
          dismissed: 'Dismissed',
          more_wanted: 'Wants more',
        },
      },
      { name: 'decidedOn', label: 'Date printed on the answer', kind: 'day' },
      {
        name: 'channel',
        label: 'How it came',
        kind: 'choice',
        choices: { letter: 'Letter', fax: 'Fax', portal: 'Portal', call: 'Call' },
      },
      REFERENCE,
      { name: 'wantedBy', label: 'Of “wants more”: by when', kind: 'day', optional: true },
      { name: 'note', label: 'Note', kind: 'text', optional: true },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/answer', {
          ...request(target),
          body: {
            ...of(filled, 'decidedOn', 'reference'),
            decision: filled.decision as 'overturned',
            channel: filled.channel as 'letter',
            wantedBy: orNull(filled.wantedBy),
            note: orNull(filled.note),
          },
        }),
      ),
  },
  {
    id: 'record_filing',
    verb: 'Record that I filed it',
    fields: [
      {
        name: 'channel',
        label: 'How',
        kind: 'choice',
        choices: { ...CHANNELS, in_person: 'In person' },
      },
      REFERENCE,
      { name: 'sentOn', label: 'Filed on', kind: 'day' },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/filing', {
          ...request(target),
          body: { ...of(filled, 'reference', 'sentOn'), channel: filled.channel as 'mail' },
        }),
      ),
  },
  {
    id: 'record_peer_to_peer',
    verb: 'Record a peer-to-peer call',
    fields: [
      { name: 'heldOn', label: 'Held on', kind: 'day' },
      {
        name: 'result',
        label: 'Result',
        kind: 'choice',
        choices: { overturned: 'Overturned', upheld: 'Upheld' },
      },
      REFERENCE,
      { name: 'note', label: 'Note', kind: 'text', optional: true },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/peer-to-peer', {
          ...request(target),
          body: {
            ...of(filled, 'heldOn', 'reference'),
            result: filled.result as 'upheld',
            note: orNull(filled.note),
          },
        }),
      ),
  },
  {
    id: 'record_mailing',
    verb: 'Record the mailing',
    hint: 'Attach the receipt under Documents first, if there is one, and give its tracking number here.',
    fields: [
      { name: 'mailedOn', label: 'Mailed on', kind: 'day' },
      { name: 'trackingNumber', label: 'Tracking number', kind: 'line', optional: true },
    ],
    send: (api, target, { mailedOn = '', trackingNumber }) =>
      answerOf(
        api.POST('/api/denials/{denialId}/delivery/mailing', {
          ...request(target),
          body: { mailedOn, ...(orNull(trackingNumber) !== null && { trackingNumber }) },
        }),
      ),
  },
  {
    id: 'record_portal_submission',
    verb: 'Record the submission in the portal',
    fields: [
      { name: 'submittedOn', label: 'Submitted on', kind: 'day' },
      { name: 'confirmationNumber', label: 'Confirmation number', kind: 'line' },
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/delivery/portal-submission', {
          ...request(target),
          body: of(filled, 'submittedOn', 'confirmationNumber'),
        }),
      ),
  },
  {
    id: 'record_acknowledgement',
    verb: 'Record an acknowledgement',
    fields: [
      {
        name: 'by',
        label: 'Who says that it has it',
        kind: 'choice',
        choices: { channel: 'The channel', payer: 'The payer' },
      },
      { name: 'acknowledgedOn', label: 'On', kind: 'day' },
      REFERENCE,
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/delivery/acknowledgement', {
          ...request(target),
          body: { ...of(filled, 'acknowledgedOn', 'reference'), by: filled.by as 'channel' },
        }),
      ),
  },
  {
    id: 'decide_correction',
    verb: 'Decide on the correction',
    hint: 'More would be paid by it: another person asked for it, with a place in the record.',
    fields: [
      {
        name: 'verdict',
        label: 'Decision',
        kind: 'choice',
        choices: { approve: 'Approve', reject: 'Reject' },
      },
      REASON,
    ],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/correction/decision', {
          ...request(target),
          body: { verdict: filled.verdict as 'approve', reason: filled.reason ?? '' },
        }),
      ),
  },
  {
    id: 'take_next_level',
    verb: 'Go to the next level',
    fields: [{ ...REASON, optional: true }],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/level', {
          ...request(target),
          body: { reason: orNull(filled.reason) },
        }),
      ),
  },
  {
    id: 'close_as_answered',
    verb: 'Close as answered',
    fields: [REASON],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/answer/closing', {
          ...request(target),
          body: of(filled, 'reason'),
        }),
      ),
  },
  {
    id: 'reverse_write_off',
    verb: 'Reverse the write-off',
    fields: [REASON],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/write-off/reversal', {
          ...request(target),
          body: of(filled, 'reason'),
        }),
      ),
  },
  {
    id: 'close_as_expired',
    verb: 'Close as expired',
    fields: [REASON],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/expiry', { ...request(target), body: of(filled, 'reason') }),
      ),
  },
  {
    id: 'close_follow_up',
    verb: 'Close the follow-up',
    fields: [{ name: 'note', label: 'What came of it', kind: 'text' }],
    send: (api, target, filled) =>
      answerOf(
        api.POST('/api/denials/{denialId}/follow-up/closing', {
          ...request(target),
          body: of(filled, 'note'),
        }),
      ),
  },
  {
    id: 'pend',
    verb: 'Put off until',
    hint: 'It comes back to the same owner. Every clock runs on.',
    fields: [{ name: 'until', label: 'Until', kind: 'day' }, REASON],
    send: (api, target, filled) =>
      answerOf(
        api.PUT('/api/denials/{denialId}/pend', {
          ...request(target),
          body: { pend: of(filled, 'until', 'reason') },
        }),
      ),
  },
  {
    id: 'write_note',
    verb: 'Write a note',
    fields: [{ name: 'note', label: 'Note', kind: 'text' }],
    send: (api, target, filled) =>
      answerOf(api.POST('/api/denials/{denialId}/notes', { ...request(target), body: of(filled, 'note') })),
  },
];
