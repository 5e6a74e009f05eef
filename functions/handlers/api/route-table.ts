import type { Operation } from './operation.ts';
import { actOnMany } from './operations/act-on-many.ts';
import { answerReview } from './operations/answer-review.ts';
import { approveAppeal } from './operations/approve-appeal.ts';
import { assignDenial } from './operations/assign-denial.ts';
import { attachDocument } from './operations/attach-document.ts';
import { batchGetIdentities } from './operations/batch-get-identities.ts';
import { checkRuleLayer } from './operations/check-rule-layer.ts';
import { closeAsAnswered } from './operations/close-as-answered.ts';
import { closeAsBilled } from './operations/close-as-billed.ts';
import { closeAsExpired } from './operations/close-as-expired.ts';
import { closeFollowUp } from './operations/close-follow-up.ts';
import { confirmCorrection } from './operations/confirm-correction.ts';
import { confirmWriteOff } from './operations/confirm-write-off.ts';
import { correctClock } from './operations/correct-clock.ts';
import { countFacets } from './operations/count-facets.ts';
import { decideCorrection } from './operations/decide-correction.ts';
import { decideWriteOff } from './operations/decide-write-off.ts';
import { deleteView } from './operations/delete-view.ts';
import { discardOrganisationDraft } from './operations/discard-organisation-draft.ts';
import { discardPayerDraft } from './operations/discard-payer-draft.ts';
import { discardRuleLayerDraft } from './operations/discard-rule-layer-draft.ts';
import { discardTemplateDraft } from './operations/discard-template-draft.ts';
import { draftOrganisation } from './operations/draft-organisation.ts';
import { draftPayer } from './operations/draft-payer.ts';
import { draftRuleLayer } from './operations/draft-rule-layer.ts';
import { draftTemplate } from './operations/draft-template.ts';
import { editDraft } from './operations/edit-draft.ts';
import { exportWriteOffs } from './operations/export-write-offs.ts';
import { grantAccess } from './operations/grant-access.ts';
import { linkToDocument } from './operations/link-to-document.ts';
import { listAudit } from './operations/list-audit.ts';
import { listColleagues } from './operations/list-colleagues.ts';
import { listDeadlines } from './operations/list-deadlines.ts';
import { listDocumentRequests } from './operations/list-document-requests.ts';
import { listDrafts } from './operations/list-drafts.ts';
import { listFiles } from './operations/list-files.ts';
import { listNotConfigured } from './operations/list-not-configured.ts';
import { listPayers } from './operations/list-payers.ts';
import { listQueue } from './operations/list-queue.ts';
import { listQueueChanges } from './operations/list-queue-changes.ts';
import { listRemittances } from './operations/list-remittances.ts';
import { listRules } from './operations/list-rules.ts';
import { listSettingsVersions } from './operations/list-settings-versions.ts';
import { listTemplates } from './operations/list-templates.ts';
import { listUsers } from './operations/list-users.ts';
import { listViews } from './operations/list-views.ts';
import { listWriteOffBatches } from './operations/list-write-off-batches.ts';
import { listWriteOffs } from './operations/list-write-offs.ts';
import { openForApproval } from './operations/open-for-approval.ts';
import { pendDenial } from './operations/pend-denial.ts';
import { permitDocumentUpload } from './operations/permit-document-upload.ts';
import { permitRemittanceUpload } from './operations/permit-remittance-upload.ts';
import { proposeCorrection } from './operations/propose-correction.ts';
import { publishOrganisation } from './operations/publish-organisation.ts';
import { publishPayer } from './operations/publish-payer.ts';
import { publishRuleLayer } from './operations/publish-rule-layer.ts';
import { publishTemplate } from './operations/publish-template.ts';
import { readAuditRoot } from './operations/read-audit-root.ts';
import { readCandidate } from './operations/read-candidate.ts';
import { readCandidateFile } from './operations/read-candidate-file.ts';
import { readCorrection } from './operations/read-correction.ts';
import { readDelivery } from './operations/read-delivery.ts';
import { readDenial } from './operations/read-denial.ts';
import { readDocumentCheck } from './operations/read-document-check.ts';
import { readDocuments } from './operations/read-documents.ts';
import { readDraft } from './operations/read-draft.ts';
import { readDraftDifference } from './operations/read-draft-difference.ts';
import { readFigures } from './operations/read-figures.ts';
import { readFile } from './operations/read-file.ts';
import { readLetters } from './operations/read-letters.ts';
import { readMe } from './operations/read-me.ts';
import { readOrganisation } from './operations/read-organisation.ts';
import { readPacket } from './operations/read-packet.ts';
import { readPayer } from './operations/read-payer.ts';
import { readRedirect } from './operations/read-redirect.ts';
import { readRemittance } from './operations/read-remittance.ts';
import { readReview } from './operations/read-review.ts';
import { readRule } from './operations/read-rule.ts';
import { readRuleLayer } from './operations/read-rule-layer.ts';
import { readSimulation } from './operations/read-simulation.ts';
import { readTemplate } from './operations/read-template.ts';
import { readTimeline } from './operations/read-timeline.ts';
import { readToday } from './operations/read-today.ts';
import { readTrace } from './operations/read-trace.ts';
import { readUser } from './operations/read-user.ts';
import { readView } from './operations/read-view.ts';
import { readWriteOffBatch } from './operations/read-write-off-batch.ts';
import { readWriteOffCheck } from './operations/read-write-off-check.ts';
import { receiveDocument } from './operations/receive-document.ts';
import { recordAcknowledgement } from './operations/record-acknowledgement.ts';
import { recordAnswer } from './operations/record-answer.ts';
import { recordFiling } from './operations/record-filing.ts';
import { recordMailing } from './operations/record-mailing.ts';
import { recordPeerToPeer } from './operations/record-peer-to-peer.ts';
import { recordPortalSubmission } from './operations/record-portal-submission.ts';
import { redriveFile } from './operations/redrive-file.ts';
import { releaseRemittance } from './operations/release-remittance.ts';
import { removeDocument } from './operations/remove-document.ts';
import { requestChanges } from './operations/request-changes.ts';
import { requestDocument } from './operations/request-document.ts';
import { rerouteDenial } from './operations/reroute-denial.ts';
import { reverseWriteOff } from './operations/reverse-write-off.ts';
import { reviewHistory } from './operations/review-history.ts';
import { saveView } from './operations/save-view.ts';
import { snapshotQueue } from './operations/snapshot-queue.ts';
import { startSimulation } from './operations/start-simulation.ts';
import { submitDocuments } from './operations/submit-documents.ts';
import { takeNextLevel } from './operations/take-next-level.ts';
import { undoApproval } from './operations/undo-approval.ts';
import { verifyAudit } from './operations/verify-audit.ts';
import { withdrawDocumentRequest } from './operations/withdraw-document-request.ts';
import { writeNote } from './operations/write-note.ts';

/** Every operation of the API. */
export const ROUTE_TABLE: readonly Operation[] = [
  readMe,
  listColleagues,
  readToday,
  listQueue,
  snapshotQueue,
  listQueueChanges,
  countFacets,
  listDeadlines,
  listViews,
  readView,
  saveView,
  deleteView,
  batchGetIdentities,
  readFigures,
  readDenial,
  readTimeline,
  readTrace,
  listAudit,
  verifyAudit,
  readAuditRoot,
  listDocumentRequests,
  listWriteOffs,
  exportWriteOffs,
  listWriteOffBatches,
  readWriteOffBatch,
  readLetters,
  readDraft,
  editDraft,
  listDrafts,
  readDraftDifference,
  readCandidate,
  readCandidateFile,
  openForApproval,
  approveAppeal,
  undoApproval,
  requestChanges,
  rerouteDenial,
  readReview,
  answerReview,
  readCorrection,
  confirmCorrection,
  proposeCorrection,
  decideCorrection,
  readDocuments,
  readDocumentCheck,
  permitDocumentUpload,
  attachDocument,
  removeDocument,
  linkToDocument,
  submitDocuments,
  requestDocument,
  receiveDocument,
  withdrawDocumentRequest,
  recordAnswer,
  takeNextLevel,
  recordFiling,
  recordPeerToPeer,
  closeAsAnswered,
  readWriteOffCheck,
  confirmWriteOff,
  decideWriteOff,
  reverseWriteOff,
  readRedirect,
  closeAsBilled,
  closeAsExpired,
  closeFollowUp,
  reviewHistory,
  assignDenial,
  pendDenial,
  writeNote,
  correctClock,
  actOnMany,
  readPacket,
  readDelivery,
  recordMailing,
  recordPortalSubmission,
  recordAcknowledgement,
  listRemittances,
  readRemittance,
  releaseRemittance,
  permitRemittanceUpload,
  listFiles,
  readFile,
  redriveFile,
  readOrganisation,
  draftOrganisation,
  discardOrganisationDraft,
  publishOrganisation,
  listPayers,
  readPayer,
  draftPayer,
  discardPayerDraft,
  publishPayer,
  listRules,
  readRule,
  listTemplates,
  readTemplate,
  draftTemplate,
  discardTemplateDraft,
  publishTemplate,
  readRuleLayer,
  checkRuleLayer,
  draftRuleLayer,
  discardRuleLayerDraft,
  publishRuleLayer,
  startSimulation,
  readSimulation,
  listSettingsVersions,
  listNotConfigured,
  listUsers,
  readUser,
  grantAccess,
];

export type Match =
  | {
      readonly kind: 'matched';
      readonly operation: Operation;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'other_method'; readonly methods: readonly string[] }
  | { readonly kind: 'none' };

/** The operation of a method and path. An address that is written out goes before one with a parameter there. */
export function matchRoute(method: string, path: string): Match {
  const alike = ROUTE_TABLE.flatMap((operation) => {
    const params = paramsOf(operation.path, path);
    return params === null ? [] : [{ operation, params }];
  });
  const fewest = Math.min(...alike.map(({ params }) => Object.keys(params).length));
  const here = alike.filter(({ params }) => Object.keys(params).length === fewest);
  const matched = here.find(({ operation }) => operation.method === method);
  if (matched !== undefined) return { kind: 'matched', ...matched };
  if (here.length === 0) return { kind: 'none' };
  return { kind: 'other_method', methods: here.map(({ operation }) => operation.method) };
}

function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const expected = pattern.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return params;
}
