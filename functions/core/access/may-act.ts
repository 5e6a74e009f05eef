import type { Correction } from '../correction/correction.ts';
import type { WriteOff } from '../denial/denial.ts';

export const ACTIONS = [
  /** Denial head, timeline, queue, remittances. */
  'read',
  /** Files as they arrived: they hold remittances of several practices. */
  'read_files',
  /** To put a file into the inbox. */
  'upload_remittance',
  /** To have a file loaded again. */
  'redrive',
  /** To have a remittance loaded that is held in conflict. */
  'release_remittance',
  /** Draft and candidate: clinical text. */
  'read_letter',
  /** The letter that left, as evidence. */
  'read_packet',
  'edit_draft',
  'request_changes',
  'approve_appeal',
  'undo_approval',
  'reroute',
  /** To answer the question that a denial in review turns on. */
  'answer_review',
  'confirm_correction',
  /** To ask another person for a correction by which more would be paid. */
  'propose_correction',
  'decide_correction',
  'submit_documents',
  /** To add a document to a denial, or take one off. */
  'attach_document',
  /** Documents: clinical, as they came. */
  'read_document',
  /** To ask whoever holds a document for it. */
  'request_document',
  /** To say that it came, or is not wanted any more. */
  'settle_document_request',
  /** What the payer answered by letter, fax, portal or call. */
  'record_answer',
  /** To appeal a decision at the level after it. */
  'take_next_level',
  /** An appeal that was filed by form, portal or counsel. */
  'record_filing',
  'record_peer_to_peer',
  /** That a packet was mailed, submitted in a portal, or acknowledged. */
  'record_mailing',
  'record_portal_submission',
  'record_acknowledgement',
  'close_as_answered',
  'confirm_write_off',
  'decide_write_off',
  /** To take a write-off back that is not posted. */
  'reverse_write_off',
  /** To hand write-offs over to the billing system. */
  'export_write_offs',
  'close_as_billed',
  /** To give up what is past its last day. */
  'close_as_expired',
  'close_follow_up',
  /** To take up, or leave, what came as history. */
  'review_history',
  /** To put off until a day. */
  'pend',
  'write_note',
  /** To enter a date that a clock is counted from, as a letter says it. */
  'correct_clock',
  /** To oneself. */
  'take',
  /** To anybody, or to nobody. */
  'assign',
  /** A view of the queue for oneself. */
  'keep_view',
  /** A view of the queue for everybody who works on a practice. */
  'share_view',
  /** Payers, windows, rule layer: of the whole organisation. */
  'read_settings',
  'draft_settings',
  'publish_settings',
  /** Who read what and who was refused: of the whole organisation. */
  'read_audit',
  /** Who works here, in which role, for which practices. */
  'read_users',
  'grant_access',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Role = 'biller' | 'supervisor' | 'manager' | 'admin' | 'auditor';

const BILLER: readonly Action[] = [
  'read',
  'read_files',
  'upload_remittance',
  'read_letter',
  'read_packet',
  'edit_draft',
  'request_changes',
  'approve_appeal',
  'undo_approval',
  'reroute',
  'answer_review',
  'confirm_correction',
  'propose_correction',
  'submit_documents',
  'attach_document',
  'read_document',
  'request_document',
  'settle_document_request',
  'record_answer',
  'take_next_level',
  'record_filing',
  'record_peer_to_peer',
  'record_mailing',
  'record_portal_submission',
  'record_acknowledgement',
  'close_as_answered',
  'confirm_write_off',
  'reverse_write_off',
  'close_as_billed',
  'close_follow_up',
  'review_history',
  'pend',
  'write_note',
  'correct_clock',
  'take',
  'keep_view',
  'share_view',
  'read_settings',
];

/** Who may do what. An administrator keeps the system and decides nothing; an auditor reads and verifies. */
const RIGHTS: { readonly [role in Role]: readonly Action[] } = {
  biller: BILLER,
  supervisor: [
    ...BILLER,
    'decide_write_off',
    'decide_correction',
    'export_write_offs',
    'close_as_expired',
    'assign',
    'release_remittance',
  ],
  manager: [
    'read',
    'read_files',
    'keep_view',
    'read_settings',
    'draft_settings',
    'publish_settings',
    'read_audit',
  ],
  admin: [
    'read',
    'read_files',
    'upload_remittance',
    'redrive',
    'keep_view',
    'read_settings',
    'draft_settings',
    'publish_settings',
    'read_users',
    'grant_access',
  ],
  auditor: ['read', 'read_files', 'read_packet', 'read_settings', 'read_audit', 'read_users'],
};

export interface ActingUser {
  readonly userId: string;
  readonly role: Role;
  /** '*' = every practice of the organisation. */
  readonly practices: readonly string[];
}

/** What the answer depends on. `practiceId` null: the record spans the whole organisation. */
export interface GuardedRecord {
  readonly practiceId: string | null;
  readonly writeOff?: Pick<WriteOff, 'proposedBy' | 'confirmedBy'> | null;
  readonly correction?: Pick<Correction, 'proposedBy'> | null;
  /** Of a draft of settings: everybody who wrote in it. */
  readonly editedBy?: readonly string[];
  /** Of an account or a view: whose it is. */
  readonly userId?: string;
}

export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/**
 * Whether this user may do this to this record: role, practice, and the rule of two people. Whether the record's
 * state allows it is another question (`stateAllows`).
 *
 * @example
 * mayAct(auditor, 'approve_appeal', denial) // { allowed: false, reason: 'Your role (auditor) does not allow this.' }
 */
export function mayAct(user: ActingUser, action: Action, record: GuardedRecord): Permission {
  if (!RIGHTS[user.role].includes(action)) {
    return refused(`Your role (${user.role}) does not allow this.`);
  }
  // A view of one's own is of no practice: what it shows is asked for when it is read.
  if (action !== 'keep_view' && !reaches(user, record.practiceId)) {
    return refused(
      record.practiceId === null
        ? 'This spans every practice, and your account is limited to some of them.'
        : 'Your account does not include this practice.',
    );
  }
  const asked = askedForSecondPerson(action, record);
  if (asked?.by.includes(user.userId) === true) {
    return refused(`You asked for this ${asked.what} yourself: another person has to decide it.`);
  }
  if (action === 'publish_settings' && record.editedBy?.includes(user.userId) === true) {
    return refused('You wrote in this draft: another admin or manager has to publish it.');
  }
  if (action === 'grant_access' && record.userId === user.userId) {
    return refused('This is your own account: another admin has to change it.');
  }
  const isOfAnother = record.userId !== undefined && record.userId !== user.userId;
  if (action === 'keep_view' && isOfAnother) {
    return refused('This view is another person’s: save a copy of your own.');
  }
  if (action === 'share_view' && isOfAnother && user.role !== 'supervisor') {
    return refused('Another person shared this view: they, or a supervisor, change it.');
  }
  return { allowed: true };
}

function reaches(user: ActingUser, practiceId: string | null): boolean {
  return user.practices.includes('*') || (practiceId !== null && user.practices.includes(practiceId));
}

/** What a second person decides, and who asked for it; null of actions that one person takes alone. */
function askedForSecondPerson(
  action: Action,
  { writeOff, correction }: GuardedRecord,
): { readonly what: string; readonly by: readonly (string | null | undefined)[] } | null {
  switch (action) {
    case 'decide_write_off':
      return { what: 'write-off', by: [writeOff?.proposedBy, writeOff?.confirmedBy] };
    case 'decide_correction':
      return { what: 'correction', by: [correction?.proposedBy] };
    default:
      return null;
  }
}

function refused(reason: string): Permission {
  return { allowed: false, reason };
}
