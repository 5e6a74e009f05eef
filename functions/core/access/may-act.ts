import type { WriteOff } from '../denial/denial.ts';

export const ACTIONS = [
  /** Denial head, timeline, queue, remittances. */
  'read',
  /** Files as they arrived: they hold remittances of several practices. */
  'read_files',
  /** Draft and candidate: clinical text. */
  'read_letter',
  /** The letter that left, as evidence. */
  'read_packet',
  'edit_draft',
  'request_changes',
  'approve_appeal',
  'undo_approval',
  'reroute',
  'confirm_correction',
  'submit_documents',
  'confirm_write_off',
  'decide_write_off',
  'close_as_billed',
  'close_follow_up',
  /** To oneself. */
  'take',
  /** To anybody, or to nobody. */
  'assign',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Role = 'biller' | 'supervisor' | 'manager' | 'admin' | 'auditor';

const BILLER: readonly Action[] = [
  'read',
  'read_files',
  'read_letter',
  'read_packet',
  'edit_draft',
  'request_changes',
  'approve_appeal',
  'undo_approval',
  'reroute',
  'confirm_correction',
  'submit_documents',
  'confirm_write_off',
  'close_as_billed',
  'close_follow_up',
  'take',
];

/** Who may do what. An administrator keeps the system and decides nothing; an auditor reads and verifies. */
const RIGHTS: { readonly [role in Role]: readonly Action[] } = {
  biller: BILLER,
  supervisor: [...BILLER, 'decide_write_off', 'assign'],
  manager: ['read', 'read_files'],
  admin: ['read', 'read_files'],
  auditor: ['read', 'read_files', 'read_packet'],
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
  if (!reaches(user, record.practiceId)) {
    return refused(
      record.practiceId === null
        ? 'This spans every practice, and your account is limited to some of them.'
        : 'Your account does not include this practice.',
    );
  }
  if (action === 'decide_write_off' && isOwnWriteOff(user, record)) {
    return refused('You asked for this write-off yourself: another person has to decide it.');
  }
  return { allowed: true };
}

function reaches(user: ActingUser, practiceId: string | null): boolean {
  return user.practices.includes('*') || (practiceId !== null && user.practices.includes(practiceId));
}

function isOwnWriteOff(user: ActingUser, { writeOff }: GuardedRecord): boolean {
  return writeOff?.proposedBy === user.userId || writeOff?.confirmedBy === user.userId;
}

function refused(reason: string): Permission {
  return { allowed: false, reason };
}
