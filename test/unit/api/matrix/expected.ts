import { createHash } from 'node:crypto';
import type { Denial } from '../../../../functions/core/denial/denial.ts';
import type { ViewLayout } from '../../../../functions/core/views/saved-view.ts';
import type { ProblemCode } from '../../../../functions/handlers/api/problem.ts';
import type { UserRecord } from '../../../../functions/ports/settings.ts';
import { PASSAGES } from '../../../fixtures/appeal-system.ts';
import { OWN_TEMPLATE } from '../../../fixtures/own-template.ts';
import { sentCorrection } from '../../../fixtures/sent-correction.ts';
import { CLAIM_ID, EVERYWHERE, GIVEN_UP, PAYS_MORE, type Situation } from './situations.ts';

/**
 * Who may call what, and where: written from what the roles are for (docs/reference/api.md, Roles), not from the code.
 * b biller, s supervisor, m manager, a admin, u auditor.
 */
export const CAPABILITIES = {
  'be signed in': 'bsmau',
  read: 'bsmau',
  'read letters before they leave': 'bs',
  'read what left': 'bsu',
  work: 'bs',
  decide: 'bs',
  assign: 's',
  'be the second person': 's',
  'read settings': 'bsmau',
  'keep settings': 'ma',
  'keep views': 'bsma',
  'read the audit': 'mu',
  'redrive files': 'a',
  'upload files': 'bsa',
  'read who works here': 'au',
  'grant access': 'a',
} as const;
export type Capability = keyof typeof CAPABILITIES;

/** What a request is made of; whatever is left out is that of the one denial. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly ifMatch?: number;
}

export interface Expected {
  readonly needs: Capability;
  /**
   * Whose the record is: a denial's practice; one practice each of a list, which is filtered; items that are answered
   * each by itself; the whole organisation, for those with all practices; or nobody's.
   */
  readonly of: 'denial' | 'list' | 'items' | 'organisation' | 'nobody';
  /** Where it goes through. @default everywhere */
  readonly in?: readonly Situation[];
  /** What it meets elsewhere. @default NOT_IN_THIS_STATE */
  readonly otherwise?: ProblemCode;
  /** And what in these. */
  readonly otherwiseIn?: Partial<Readonly<Record<Situation, ProblemCode>>>;
  /** What the access log keeps. Changes are kept in the denial's own chain of events. @default only refusals */
  readonly keeps?: 'reads';
  /** Among a denial's `actions`, where it is offered. */
  readonly action?: string;
  readonly ask?: (denial: Denial, user: UserRecord) => Asked;
  /** A draft of settings is there, written by somebody else. */
  readonly needsDraft?: 'payer/acme' | 'rule-layer' | 'organisation' | 'template/own-letter';
  /** The denial's remittance is held in conflict. */
  readonly needsHeld?: boolean;
  /** A document of the denial is uploaded, or attached. */
  readonly needsDocument?: 'uploaded' | 'attached';
}

const reason = 'The record says otherwise.';
const sent = { reference: 'NEW-77', sentOn: '2026-11-09' };
const items = ({ denialId, version }: Denial) => [{ denialId, version }];
const ask =
  (body: object, params?: Readonly<Record<string, string>>): NonNullable<Expected['ask']> =>
  () => ({ body, ...(params === undefined ? {} : { params }) });
const PAYER = { payer: 'acme' };
const TEMPLATE = { templateId: 'own-letter' };
const DOCUMENT_SHA256 = createHash('sha256').update('%PDF-1.7 the operative report').digest('hex');
/** A day that has its root. */
export const ROOTED_DAY = '2026-11-09';
/** Of a simulation that was started before. */
export const SIMULATION_ID = '0123456789abcdef0123456789abcdef';
/** Of write-offs that were posted before. */
export const BATCH_ID = 'fedcba9876543210fedcba9876543210';
const LAYER = {
  layer: {
    layer: { number: 1, name: 'Ours', changed: '2026-11-10' },
    overrides: [
      {
        id: 'org.x',
        carcs: ['50'],
        route: 'review',
        says: 'Look at it first.',
        source: 'Manual, p. 1',
        confidence: 'high',
      },
    ],
  },
};
const DETAILS = {
  name: 'Cedar Ridge',
  timeZone: 'America/Chicago',
  practices: [],
  writeOffSecondPersonAboveCents: 0,
  autoPostWriteOffUpToCents: 0,
  secondPersonOnAppeals: true,
};
const ENTRY = { payer: 'acme', name: 'Acme', seenAs: [{ id: '1' }], payerType: 'commercial' };

const TOO_LATE = 'correcting: to be sent tomorrow' satisfies Situation;
const BY_HAND: readonly Situation[] = [
  'needs review: to be mailed',
  'needs review: to be submitted in a portal',
];
const WORKED: readonly Situation[] = [
  'needs review',
  'needs review: bill another payer',
  'needs review: the patient, by a person',
  'needs review: the patient, by the codes',
  'needs review: write-off',
  'needs review: answered',
  'needs review: to be filed',
  ...BY_HAND,
  'needs review: a talk is offered',
  'needs review: past its last day',
  'correcting',
  TOO_LATE,
  'collecting documents',
  'drafting: no letter yet',
  'drafting',
  'ready to approve',
  'awaiting payer: letter',
  'awaiting payer',
];
const IN_REVIEW: readonly Situation[] = [
  'needs review',
  'needs review: a talk is offered',
  'needs review: past its last day',
];
const SECOND_PERSON: readonly Situation[] = [
  'awaiting second person',
  'awaiting second person: a correction',
];
const FOLLOW_UPS: readonly Situation[] = ['needs review: follow-up', 'awaiting payer: follow-up'];
const WITH_LETTER: readonly Situation[] = [
  'drafting',
  'ready to approve',
  'held',
  'held: the hold is over',
  ...BY_HAND,
  'sent',
  'awaiting payer: letter',
  'needs review: answered',
];

const OF_DENIALS = EVERYWHERE.filter((situation) => !FOLLOW_UPS.includes(situation));

/** What the one document of a denial says, and its hash. */
export const DOCUMENT = { text: '%PDF-1.7 the operative report', sha256: DOCUMENT_SHA256 } as const;
const OF_DOCUMENT = { sha256: DOCUMENT_SHA256 };

const DENIALS: Readonly<Record<string, Expected>> = {
  readMe: { needs: 'be signed in', of: 'nobody' },
  listColleagues: { needs: 'be signed in', of: 'nobody' },
  listQueue: { needs: 'read', of: 'list', keeps: 'reads' },
  readToday: { needs: 'read', of: 'list', keeps: 'reads' },
  snapshotQueue: { needs: 'read', of: 'list', keeps: 'reads' },
  listQueueChanges: {
    needs: 'read',
    of: 'list',
    keeps: 'reads',
    ask: () => ({ query: { cursor: '1@2026-11-10T12:00:00.000Z' } }),
  },
  countFacets: { needs: 'read', of: 'list', keeps: 'reads' },
  listDeadlines: {
    needs: 'read',
    of: 'list',
    keeps: 'reads',
    ask: () => ({ query: { from: '2026-11-01', to: '2027-12-31' } }),
  },
  batchGetIdentities: {
    needs: 'read',
    of: 'items',
    keeps: 'reads',
    ask: ({ denialId }) => ({ body: { denialIds: [denialId] } }),
  },
  'batchGetIdentities, in full': {
    needs: 'read letters before they leave',
    of: 'items',
    keeps: 'reads',
    ask: ({ denialId }) => ({ body: { denialIds: [denialId], reveal: true } }),
  },
  readFigures: {
    needs: 'read',
    of: 'list',
    keeps: 'reads',
    ask: () => ({ query: { from: '2026-01-01', to: '2026-12-31' } }),
  },
  readDenial: { needs: 'read', of: 'denial', keeps: 'reads' },
  readTimeline: { needs: 'read', of: 'denial', keeps: 'reads' },
  readTrace: {
    needs: 'read',
    of: 'denial',
    in: OF_DENIALS,
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  readLetters: { needs: 'read letters before they leave', of: 'denial', keeps: 'reads' },
  readDraft: {
    needs: 'read letters before they leave',
    of: 'denial',
    in: WITH_LETTER,
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  listDrafts: { needs: 'read letters before they leave', of: 'denial', keeps: 'reads' },
  readDraftDifference: {
    needs: 'read letters before they leave',
    of: 'denial',
    in: WITH_LETTER,
    otherwise: 'NOT_YET',
    keeps: 'reads',
    ask: () => ({ params: { number: '1' }, query: { from: 'template' } }),
  },
  readCandidate: {
    needs: 'read letters before they leave',
    of: 'denial',
    in: WITH_LETTER,
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  readCandidateFile: {
    needs: 'read letters before they leave',
    of: 'denial',
    in: WITH_LETTER,
    otherwise: 'NOT_YET',
    keeps: 'reads',
    ask: () => ({ params: { fileName: 'letter.pdf' } }),
  },
  readPacket: {
    needs: 'read what left',
    of: 'denial',
    in: ['needs review: to be mailed', 'awaiting payer: letter', 'needs review: answered'],
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  readDelivery: {
    needs: 'read what left',
    of: 'denial',
    in: [...WITH_LETTER, 'awaiting payer'],
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  recordMailing: {
    needs: 'work',
    of: 'denial',
    in: ['needs review: to be mailed', 'awaiting payer: letter'],
    action: 'record_mailing',
    ask: ask({ mailedOn: '2026-11-10', trackingNumber: '9407-1' }),
  },
  recordPortalSubmission: {
    needs: 'work',
    of: 'denial',
    in: ['needs review: to be submitted in a portal'],
    action: 'record_portal_submission',
    ask: ask({ submittedOn: '2026-11-10', confirmationNumber: 'C-1' }),
  },
  recordAcknowledgement: {
    needs: 'work',
    of: 'denial',
    in: ['awaiting payer: letter', 'awaiting payer'],
    action: 'record_acknowledgement',
    ask: ask({ by: 'payer', acknowledgedOn: '2026-11-10', reference: 'ACK-1' }),
  },
  editDraft: {
    needs: 'work',
    of: 'denial',
    in: ['drafting', 'ready to approve'],
    action: 'edit_draft',
    ask: ask({ passages: PASSAGES }),
  },
  requestChanges: {
    needs: 'decide',
    of: 'denial',
    in: ['ready to approve'],
    action: 'request_changes',
    ask: ask({ reason }),
  },
  approveAppeal: {
    needs: 'decide',
    of: 'denial',
    in: ['ready to approve'],
    action: 'approve_appeal',
    ask: ({ candidate }) => ({ body: { sha256: candidate?.sha256 ?? '0'.repeat(64) } }),
  },
  openForApproval: {
    needs: 'decide',
    of: 'denial',
    in: ['ready to approve'],
    action: 'approve_appeal',
  },
  undoApproval: {
    needs: 'decide',
    of: 'denial',
    in: ['held'],
    action: 'undo_approval',
    otherwiseIn: { 'held: the hold is over': 'HOLD_ENDED' },
  },
  rerouteDenial: {
    needs: 'work',
    of: 'denial',
    in: WORKED,
    action: 'reroute',
    ask: ({ route }) => ({ body: { route: route === 'review' ? 'documentation' : 'review', reason } }),
  },
  confirmCorrection: {
    needs: 'work',
    of: 'denial',
    in: ['correcting', TOO_LATE],
    action: 'confirm_correction',
    ask: ask(sentCorrection(CLAIM_ID)),
  },
  proposeCorrection: {
    needs: 'work',
    of: 'denial',
    in: ['correcting', TOO_LATE],
    action: 'propose_correction',
    ask: ask(PAYS_MORE),
  },
  decideCorrection: {
    needs: 'be the second person',
    of: 'denial',
    in: ['awaiting second person: a correction'],
    action: 'decide_correction',
    ask: ask({ verdict: 'approve' }),
  },
  readCorrection: {
    needs: 'read',
    of: 'denial',
    in: ['correcting', TOO_LATE, 'awaiting second person: a correction', 'awaiting payer', 'closed'],
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  readReview: { needs: 'read', of: 'denial', in: IN_REVIEW, otherwise: 'NOT_YET', keeps: 'reads' },
  answerReview: {
    needs: 'work',
    of: 'denial',
    in: IN_REVIEW,
    action: 'answer_review',
    ask: ask({ answer: 'coding', reason }),
  },
  readRedirect: {
    needs: 'read',
    of: 'denial',
    in: [
      'needs review: bill another payer',
      'needs review: the patient, by a person',
      'needs review: the patient, by the codes',
    ],
    otherwise: 'NOT_YET',
    keeps: 'reads',
  },
  readDocuments: { needs: 'read', of: 'denial', keeps: 'reads' },
  readDocumentCheck: { needs: 'work', of: 'denial', keeps: 'reads', ask: ask({}, OF_DOCUMENT) },
  permitDocumentUpload: {
    needs: 'work',
    of: 'denial',
    in: WORKED,
    keeps: 'reads',
    ask: ask({ sha256: DOCUMENT_SHA256, byteLength: 100, mediaType: 'application/pdf' }),
  },
  attachDocument: {
    needs: 'work',
    of: 'denial',
    in: WORKED,
    action: 'attach_document',
    ask: ask({}, OF_DOCUMENT),
    needsDocument: 'uploaded',
  },
  removeDocument: {
    needs: 'work',
    of: 'denial',
    in: WORKED,
    ask: ask({}, OF_DOCUMENT),
    needsDocument: 'attached',
  },
  linkToDocument: {
    needs: 'read letters before they leave',
    of: 'denial',
    keeps: 'reads',
    ask: ask({}, OF_DOCUMENT),
    needsDocument: 'attached',
  },
  submitDocuments: {
    needs: 'work',
    of: 'denial',
    in: ['collecting documents'],
    action: 'submit_documents',
    ask: ask({ ...sent, channel: 'fax' }),
  },
  listDocumentRequests: { needs: 'read', of: 'list', keeps: 'reads' },
  requestDocument: {
    needs: 'work',
    of: 'denial',
    in: WORKED.filter((situation) => !situation.startsWith('awaiting')),
    action: 'request_document',
    ask: ask({ document: 'The operative report', holder: { name: 'Surgery' }, dueOn: '2026-11-11' }),
  },
  receiveDocument: {
    needs: 'work',
    of: 'denial',
    in: ['collecting documents'],
    action: 'settle_document_request',
    ask: () => ({ params: { number: '1' } }),
  },
  withdrawDocumentRequest: {
    needs: 'work',
    of: 'denial',
    in: ['collecting documents'],
    action: 'settle_document_request',
    ask: ask({ reason }, { number: '1' }),
  },
  recordAnswer: {
    needs: 'work',
    of: 'denial',
    in: ['awaiting payer: letter', 'awaiting payer', 'needs review: answered'],
    action: 'record_answer',
    ask: ask({ decision: 'dismissed', decidedOn: '2026-11-10', channel: 'letter', reference: 'L-2' }),
  },
  takeNextLevel: {
    needs: 'work',
    of: 'denial',
    in: ['needs review: answered'],
    action: 'take_next_level',
    ask: ask({ reason }),
  },
  recordFiling: {
    needs: 'work',
    of: 'denial',
    in: ['needs review: to be filed', ...BY_HAND],
    action: 'record_filing',
    ask: ask({ ...sent, channel: 'portal' }),
  },
  recordPeerToPeer: {
    needs: 'work',
    of: 'denial',
    in: ['needs review: a talk is offered'],
    action: 'record_peer_to_peer',
    ask: ask({ heldOn: '2026-11-09', result: 'overturned', reference: 'C-1' }),
  },
  closeAsAnswered: {
    needs: 'decide',
    of: 'denial',
    in: ['needs review: answered'],
    action: 'close_as_answered',
    ask: ask({ reason }),
  },
  readWriteOffCheck: { needs: 'read', of: 'denial', keeps: 'reads' },
  confirmWriteOff: {
    needs: 'decide',
    of: 'denial',
    in: ['needs review: write-off'],
    action: 'confirm_write_off',
    ask: ask(GIVEN_UP),
  },
  decideWriteOff: {
    needs: 'be the second person',
    of: 'denial',
    in: ['awaiting second person'],
    action: 'decide_write_off',
    ask: ask({ verdict: 'approve' }),
  },
  reverseWriteOff: {
    needs: 'decide',
    of: 'denial',
    in: ['closed: written off'],
    action: 'reverse_write_off',
    ask: ask({ reason }),
  },
  closeAsBilled: {
    needs: 'decide',
    of: 'denial',
    in: ['needs review: bill another payer', 'needs review: the patient, by the codes'],
    action: 'close_as_billed',
    ask: ({ route }) => ({
      body: {
        note: 'Billed today.',
        billed:
          route === 'bill_other_payer'
            ? { to: 'other_payer', payerName: 'Acme', reference: 'C-1', billedOn: '2026-11-10' }
            : {
                to: 'patient',
                billedOn: '2026-11-10',
                confirmedChecks: ['patient.other-cover', 'patient.contract-consent'],
              },
      },
    }),
  },
  closeAsExpired: {
    needs: 'be the second person',
    of: 'denial',
    in: ['needs review: past its last day'],
    action: 'close_as_expired',
    ask: ask({ reason }),
  },
  closeFollowUp: {
    needs: 'work',
    of: 'denial',
    in: FOLLOW_UPS,
    action: 'close_follow_up',
    ask: ask({ note: 'Paid back.' }),
  },
  reviewHistory: {
    needs: 'work',
    of: 'items',
    in: ['needs review: history'],
    action: 'review_history',
    ask: (denial) => ({ body: { verdict: 'dismiss', reason, denials: items(denial) } }),
  },
  pendDenial: {
    needs: 'work',
    of: 'denial',
    in: [...WORKED, ...FOLLOW_UPS, ...SECOND_PERSON].filter((each) => each !== TOO_LATE),
    otherwiseIn: { [TOO_LATE]: 'DATE_REFUSED' },
    action: 'pend',
    ask: ask({ pend: { until: '2026-11-13', reason } }),
  },
  writeNote: { needs: 'work', of: 'denial', action: 'write_note', ask: ask({ note: 'Called the payer.' }) },
  correctClock: {
    needs: 'work',
    of: 'denial',
    in: [...WORKED, ...SECOND_PERSON],
    action: 'correct_clock',
    ask: ({ deadlines }) => ({
      params: { clock: deadlines.find(({ startsOn }) => startsOn !== null)?.ruleId ?? 'none' },
      body: { startsOn: '2026-10-20', evidence: 'Letter of 2026-10-20', reason },
    }),
  },
  actOnMany: {
    needs: 'work',
    of: 'items',
    in: WORKED,
    ask: (denial) => ({
      body: {
        action: { kind: 'reroute', route: denial.route === 'review' ? 'documentation' : 'review', reason },
        items: items(denial),
      },
    }),
  },
  'actOnMany, asked for a document': {
    needs: 'work',
    of: 'items',
    in: WORKED.filter((situation) => !situation.startsWith('awaiting')),
    ask: (denial) => ({
      body: {
        action: {
          kind: 'request_document',
          document: 'Operative report',
          holder: { name: 'Medical records' },
          dueOn: '2026-11-11',
        },
        items: items(denial),
      },
    }),
  },
  'actOnMany, assigned to a colleague': {
    needs: 'assign',
    of: 'items',
    ask: (denial) => ({
      body: { action: { kind: 'assign', assignee: 'colleague-biller' }, items: items(denial) },
    }),
  },
  'assignDenial, to oneself': {
    needs: 'work',
    of: 'denial',
    action: 'take',
    ask: (_denial, { userId }) => ({ body: { assignee: userId } }),
  },
  'assignDenial, to a colleague': {
    needs: 'assign',
    of: 'denial',
    action: 'assign',
    ask: ask({ assignee: 'colleague-biller' }),
  },
};

const LEDGER: Readonly<Record<string, Expected>> = {
  listRemittances: { needs: 'read', of: 'list', keeps: 'reads' },
  listWriteOffs: { needs: 'read', of: 'list', keeps: 'reads' },
  exportWriteOffs: {
    needs: 'be the second person',
    of: 'denial',
    // Where nothing is written off it says so.
    in: ['closed: written off', ...EVERYWHERE],
    ask: ({ practiceId }) => ({ body: { practiceId } }),
  },
  listWriteOffBatches: {
    needs: 'be the second person',
    of: 'denial',
    keeps: 'reads',
    ask: ({ practiceId }) => ({ query: { practiceId } }),
  },
  readWriteOffBatch: {
    needs: 'be the second person',
    of: 'denial',
    keeps: 'reads',
    ask: ({ practiceId }) => ({ params: { batchId: BATCH_ID }, query: { practiceId } }),
  },
  readRemittance: {
    needs: 'read',
    of: 'denial',
    keeps: 'reads',
    ask: ({ remittanceId }) => ({ params: { remittanceId } }),
  },
  verifyAudit: {
    needs: 'read',
    of: 'items',
    keeps: 'reads',
    ask: ({ denialId }) => ({ body: { denialIds: [denialId] } }),
  },
  'verifyAudit, a day': {
    needs: 'read the audit',
    of: 'organisation',
    keeps: 'reads',
    ask: ask({ day: ROOTED_DAY }),
  },
  readAuditRoot: {
    needs: 'read the audit',
    of: 'organisation',
    keeps: 'reads',
    ask: ask({}, { day: ROOTED_DAY }),
  },
  listAudit: { needs: 'read the audit', of: 'list', keeps: 'reads' },
  listFiles: { needs: 'read', of: 'organisation', keeps: 'reads' },
  readFile: { needs: 'read', of: 'organisation', keeps: 'reads' },
  permitRemittanceUpload: {
    needs: 'upload files',
    of: 'organisation',
    keeps: 'reads',
    ask: ask({ sha256: '0'.repeat(64), byteLength: 100 }),
  },
  redriveFile: {
    needs: 'redrive files',
    of: 'organisation',
    keeps: 'reads',
    ask: () => ({ body: { reason }, ifMatch: 0 }),
  },
  'redriveFile, as a dry run': {
    needs: 'redrive files',
    of: 'organisation',
    keeps: 'reads',
    ask: () => ({ query: { dryRun: 'true' }, body: { reason }, ifMatch: 0 }),
  },
  releaseRemittance: {
    needs: 'be the second person',
    of: 'denial',
    keeps: 'reads',
    ask: ({ remittanceId }) => ({ params: { remittanceId }, body: { reason }, ifMatch: 0 }),
    needsHeld: true,
  },
};

/** A view that each person of the matrix saved before. */
export const viewIdOf = ({ userId }: { readonly userId: string }): string =>
  createHash('sha256').update(userId).digest('hex').slice(0, 32);
const NEW_VIEW_ID = '00112233445566778899aabbccddeeff';
export const LAYOUT = {
  filters: { routes: ['appeal'], owners: ['me', 'nobody'] },
  columns: [{ id: 'sendBy', widthPx: null }],
  order: { by: 'sendBy', descending: false },
  density: 'compact',
} as const satisfies ViewLayout;

const VIEWS: Readonly<Record<string, Expected>> = {
  listViews: { needs: 'be signed in', of: 'nobody' },
  readView: { needs: 'be signed in', of: 'nobody', ask: ask({}, { viewId: 'mine-and-unassigned' }) },
  saveView: {
    needs: 'keep views',
    of: 'nobody',
    ask: () => ({
      params: { viewId: NEW_VIEW_ID },
      body: { name: 'Appeals', scope: { kind: 'mine' }, layout: LAYOUT },
      ifMatch: 0,
    }),
  },
  'saveView, for the team': {
    needs: 'work',
    of: 'denial',
    ask: ({ practiceId }) => ({
      params: { viewId: NEW_VIEW_ID },
      body: { name: 'Appeals', scope: { kind: 'team', practiceId }, layout: LAYOUT },
      ifMatch: 0,
    }),
  },
  deleteView: {
    needs: 'keep views',
    of: 'nobody',
    ask: (_denial, user) => ({ params: { viewId: viewIdOf(user) }, ifMatch: 1 }),
  },
};

const SETTINGS: Readonly<Record<string, Expected>> = {
  readOrganisation: { needs: 'read settings', of: 'organisation' },
  draftOrganisation: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ body: { organisation: DETAILS, reason }, ifMatch: 0 }),
  },
  discardOrganisationDraft: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ ifMatch: 1 }),
    needsDraft: 'organisation',
  },
  publishOrganisation: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ ifMatch: 1 }),
    needsDraft: 'organisation',
  },
  listPayers: { needs: 'read settings', of: 'organisation' },
  readPayer: { needs: 'read settings', of: 'organisation', ask: ask({}, { payer: 'great-plains' }) },
  draftPayer: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: PAYER, body: { entry: ENTRY, reason }, ifMatch: 0 }),
  },
  discardPayerDraft: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: PAYER, ifMatch: 1 }),
    needsDraft: 'payer/acme',
  },
  publishPayer: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: PAYER, ifMatch: 1 }),
    needsDraft: 'payer/acme',
  },
  listRules: { needs: 'read settings', of: 'organisation' },
  readRule: {
    needs: 'read settings',
    of: 'organisation',
    ask: ask({}, { ruleId: 'choice.managed-care-plan' }),
  },
  readRuleLayer: { needs: 'read settings', of: 'organisation' },
  checkRuleLayer: { needs: 'keep settings', of: 'organisation', ask: ask(LAYER) },
  draftRuleLayer: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ body: { ...LAYER, reason }, ifMatch: 0 }),
  },
  discardRuleLayerDraft: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ ifMatch: 1 }),
    needsDraft: 'rule-layer',
  },
  publishRuleLayer: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ ifMatch: 1 }),
    needsDraft: 'rule-layer',
  },
  listTemplates: { needs: 'read settings', of: 'organisation' },
  readTemplate: {
    needs: 'read settings',
    of: 'organisation',
    ask: () => ({ params: TEMPLATE }),
    needsDraft: 'template/own-letter',
  },
  draftTemplate: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: TEMPLATE, body: { template: OWN_TEMPLATE, reason }, ifMatch: 0 }),
  },
  discardTemplateDraft: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: TEMPLATE, ifMatch: 1 }),
    needsDraft: 'template/own-letter',
  },
  publishTemplate: {
    needs: 'keep settings',
    of: 'organisation',
    ask: () => ({ params: TEMPLATE, ifMatch: 1 }),
    needsDraft: 'template/own-letter',
  },
  startSimulation: { needs: 'keep settings', of: 'organisation', ask: ask(LAYER) },
  readSimulation: {
    needs: 'read settings',
    of: 'organisation',
    ask: ask({}, { simulationId: SIMULATION_ID }),
  },
  listSettingsVersions: { needs: 'read settings', of: 'organisation' },
  listNotConfigured: { needs: 'read settings', of: 'organisation' },
  listUsers: { needs: 'read who works here', of: 'organisation' },
  readUser: { needs: 'read who works here', of: 'organisation', ask: ask({}, { userId: 'newcomer' }) },
  grantAccess: {
    needs: 'grant access',
    of: 'organisation',
    ask: () => ({
      params: { userId: 'newcomer' },
      body: { role: 'biller', practices: ['*'] },
      ifMatch: 0,
    }),
  },
};

/** By operation; what comes behind a comma tells apart two ways to call one. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  ...DENIALS,
  ...VIEWS,
  ...LEDGER,
  ...SETTINGS,
};

export const operationIdOf = (key: string): string => key.split(',')[0] ?? key;

/** What a draft of settings says. */
export const DRAFTED = {
  'payer/acme': ENTRY,
  'rule-layer': LAYER.layer,
  organisation: DETAILS,
  'template/own-letter': OWN_TEMPLATE,
} as const;
