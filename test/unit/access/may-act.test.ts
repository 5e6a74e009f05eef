import { describe, expect, test } from 'vitest';
import { ACTIONS, type Action, mayAct, type Role } from '../../../functions/core/access/may-act.ts';

const ROLES: readonly Role[] = ['biller', 'supervisor', 'manager', 'admin', 'auditor'];

/** b biller, s supervisor, m manager, a admin, u auditor. */
const MAY: { readonly [action in Action]: string } = {
  read: 'bsmau',
  read_files: 'bsmau',
  upload_remittance: 'bsa',
  redrive: 'a',
  release_remittance: 's',
  read_letter: 'bs',
  read_packet: 'bsu',
  edit_draft: 'bs',
  request_changes: 'bs',
  approve_appeal: 'bs',
  undo_approval: 'bs',
  reroute: 'bs',
  answer_review: 'bs',
  confirm_correction: 'bs',
  propose_correction: 'bs',
  decide_correction: 's',
  submit_documents: 'bs',
  request_document: 'bs',
  settle_document_request: 'bs',
  attach_document: 'bs',
  read_document: 'bs',
  record_answer: 'bs',
  take_next_level: 'bs',
  record_filing: 'bs',
  record_peer_to_peer: 'bs',
  record_mailing: 'bs',
  record_portal_submission: 'bs',
  record_acknowledgement: 'bs',
  close_as_answered: 'bs',
  confirm_write_off: 'bs',
  decide_write_off: 's',
  reverse_write_off: 'bs',
  export_write_offs: 's',
  close_as_billed: 'bs',
  close_as_expired: 's',
  close_follow_up: 'bs',
  review_history: 'bs',
  pend: 'bs',
  write_note: 'bs',
  correct_clock: 'bs',
  take: 'bs',
  keep_view: 'bsma',
  share_view: 'bs',
  assign: 's',
  read_settings: 'bsmau',
  draft_settings: 'ma',
  publish_settings: 'ma',
  read_audit: 'mu',
  read_users: 'au',
  grant_access: 'a',
};
const LETTER: { readonly [role in Role]: string } = {
  biller: 'b',
  supervisor: 's',
  manager: 'm',
  admin: 'a',
  auditor: 'u',
};

const practice = { practiceId: 'P1', writeOff: null };
const everything = { practiceId: null };

const matrix = ROLES.flatMap((role) => ACTIONS.map((action) => ({ role, action })));

describe('role and action', () => {
  test.each(matrix)('$role, $action', ({ role, action }) => {
    const allowed = MAY[action].includes(LETTER[role]);
    expect(mayAct({ userId: 'u', role, practices: ['*'] }, action, practice).allowed).toBe(allowed);
    expect(mayAct({ userId: 'u', role, practices: ['P1'] }, action, practice).allowed).toBe(allowed);
  });

  // A view of one's own is of no practice.
  test.each(matrix.filter(({ action }) => action !== 'keep_view'))(
    '$role, $action: never outside their practices',
    ({ role, action }) => {
      expect(mayAct({ userId: 'u', role, practices: ['P2'] }, action, practice).allowed).toBe(false);
      expect(mayAct({ userId: 'u', role, practices: [] }, action, practice).allowed).toBe(false);
      expect(mayAct({ userId: 'u', role, practices: ['P1'] }, action, everything).allowed).toBe(false);
    },
  );

  test('an auditor changes nothing', () => {
    const writes = ACTIONS.filter((action) => !action.startsWith('read'));
    for (const action of writes) {
      expect(mayAct({ userId: 'u', role: 'auditor', practices: ['*'] }, action, practice).allowed).toBe(
        false,
      );
    }
  });
});

describe('the second person', () => {
  const supervisor = { userId: 'sue', role: 'supervisor', practices: ['*'] } as const;

  test.each([
    ['proposed', { proposedBy: 'sue', confirmedBy: 'ben' }],
    ['confirmed', { proposedBy: 'rule.x', confirmedBy: 'sue' }],
  ])('is not the one who %s it', (_did, writeOff) => {
    expect(mayAct(supervisor, 'decide_write_off', { practiceId: 'P1', writeOff })).toEqual({
      allowed: false,
      reason: 'You asked for this write-off yourself: another person has to decide it.',
    });
  });

  test('is anybody else with the right', () => {
    const writeOff = { proposedBy: 'rule.x', confirmedBy: 'ben' };
    expect(mayAct(supervisor, 'decide_write_off', { practiceId: 'P1', writeOff }).allowed).toBe(true);
  });
});

describe('a view', () => {
  const biller = { userId: 'ben', role: 'biller', practices: ['P1'] } as const;
  const supervisor = { userId: 'sue', role: 'supervisor', practices: ['P1'] } as const;

  test('of one’s own is changed by oneself alone, whatever the practices', () => {
    const own = { practiceId: null, userId: 'ben' };
    expect(mayAct({ ...biller, practices: [] }, 'keep_view', own).allowed).toBe(true);
    expect(mayAct(supervisor, 'keep_view', own)).toEqual({
      allowed: false,
      reason: 'This view is another person’s: save a copy of your own.',
    });
  });

  test('of a team is changed by who shared it, or a supervisor', () => {
    const shared = { practiceId: 'P1', userId: 'ben' };
    expect(mayAct(biller, 'share_view', shared).allowed).toBe(true);
    expect(mayAct(supervisor, 'share_view', shared).allowed).toBe(true);
    expect(mayAct({ ...biller, userId: 'bea' }, 'share_view', shared).allowed).toBe(false);
    expect(mayAct({ ...supervisor, practices: ['P2'] }, 'share_view', shared).allowed).toBe(false);
  });
});

describe('a setting', () => {
  const manager = { userId: 'mia', role: 'manager', practices: ['*'] } as const;

  test('is published by somebody who did not write in its draft', () => {
    const draft = { practiceId: null, editedBy: ['ada', 'mia'] };
    expect(mayAct(manager, 'publish_settings', draft)).toEqual({
      allowed: false,
      reason: 'You wrote in this draft: another admin or manager has to publish it.',
    });
    expect(mayAct({ ...manager, userId: 'max' }, 'publish_settings', draft).allowed).toBe(true);
  });

  test('of one’s own account is changed by another admin', () => {
    const admin = { userId: 'ada', role: 'admin', practices: ['*'] } as const;
    expect(mayAct(admin, 'grant_access', { practiceId: null, userId: 'ada' }).allowed).toBe(false);
    expect(mayAct(admin, 'grant_access', { practiceId: null, userId: 'ben' }).allowed).toBe(true);
  });
});
