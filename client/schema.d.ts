// Made by npm run api from docs/reference/openapi.json.
export interface paths {
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, the organisation, and what day it is there */
    get: operations['readMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/colleagues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody with whom the reader shares a practice, by name, and whether work can be given to them */
    get: operations['listColleagues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/today': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What needs a person today: what dies this week, what waits for approval, for the reader and for the payer, what has no deadline, which data has a problem, and who has how much */
    get: operations['readToday'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open denials and follow-ups, each with its kind: those without a date first (that is work too), then soonest first; of one practice and state, or of all within reach */
    get: operations['listQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queue/snapshot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All open work within reach, column by column, the most pressing first: up to 20,000 rows and how many there are in all. No names, birth dates, member ids or dates of service */
    get: operations['snapshotQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queue/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of the queue since a cursor of its snapshot: rows as they are now, null for those that left it. The same change may come twice */
    get: operations['listQueueChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queue/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many rows and cents of the queue carry each value of each facet; nobody owns the empty owner */
    get: operations['countFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What must leave from day to day by the clocks that govern: count, cents, how many nobody owns; and what has no date at all */
    get: operations['listDeadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The views of the queue that the reader has: their own, those of their practices, the built-in ones */
    get: operations['listViews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views/{viewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One view by the id that a link carries */
    get: operations['readView'];
    /** Saves a view under an id that the client makes (128 random bits), for oneself or for a practice; codes and enums alone, and no words but its name */
    put: operations['saveView'];
    post?: never;
    /** Deletes a view; the answer is what it was, and saving it again over its version brings it back */
    delete: operations['deleteView'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/identities/batch-get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Names of patients for up to 100 rows, masked; in full only for those who may read letters, each one kept in the access log */
    post: operations['batchGetIdentities'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Figures of the denials that payers decided in a period: numerator, denominator, n and the denials behind each; what cannot be told yet says what it lacks */
    get: operations['readFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One denial: decision in words, clocks, state, the claim as sent and what looks wrong on it, from what was billed to what was paid, all that was ever decided of it, and what its reader may do */
    get: operations['readDenial'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every event of one denial, oldest first, who acted, and the hashes that chain them */
    get: operations['readTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/trace': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why a denial takes its route: gates, rules with every condition and what the claim had, runners-up and why they lost */
    get: operations['readTrace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what, who read what and who was refused on one day, the newest first; who is limited to some practices is told the changes in these alone */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hashes the events of up to 100 denials anew, or holds those of a day to its root, 500 denials at a time: whether each chain is whole, or the first event that is missing, was changed or was added */
    post: operations['verifyAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/roots/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The root of one day and the text whose SHA-256 it is: the newest event of every denial that changed on it, and the root of the day before */
    get: operations['readAuditRoot'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/document-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Denials for which documents are gathered: what is wanted, what is here, who is to bring the rest and by when */
    get: operations['listDocumentRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/write-offs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Write-offs that wait for a second person: who asked and why, which clocks still run, and whether the reader may decide */
    get: operations['listWriteOffs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/write-offs/batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Batches of write-offs of a practice that went to the billing system, the newest first */
    get: operations['listWriteOffBatches'];
    put?: never;
    /** Takes what is written off and not posted, up to 100, into a batch for the billing system, each once; one that was broken off is finished first. Null: nothing to post */
    post: operations['exportWriteOffs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/write-offs/batches/{batchId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file of one batch for the billing system, as CSV or JSON: the same bytes each time */
    get: operations['readWriteOffBatch'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which letter an appeal would be, and why, or why there is none; and the letter that is no appeal */
    get: operations['readLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a biller may write, add and choose, what is written, what is still missing, and what changed since */
    get: operations['readDraft'];
    /** Writes passages, adds facts with their sources, chooses enclosures: a new draft and a new letter */
    put: operations['editDraft'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every draft of the letter of the present level, oldest first, with what each says */
    get: operations['listDrafts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/drafts/{number}/difference': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What parts the letter of a draft from the template’s own words, another draft, or what was approved last */
    get: operations['readDraftDifference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/candidate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The packet that waits for approval, as stored, with its table of pages and the SHA-256 to approve */
    get: operations['readCandidate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/candidate/files/{fileName}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One file of the packet by itself, before it leaves and after: letter.pdf, or a part that its channel takes */
    get: operations['readCandidateFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/approval/opening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The letter as it would be approved today: dated anew where it bears another day, with what else changed */
    post: operations['openForApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approves the stored letter of this SHA-256; it leaves after a hold of 30 seconds */
    post: operations['approveAppeal'];
    /** Takes the approval back while it is held */
    delete: operations['undoApproval'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/changes-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends the letter back to drafting with a written reason */
    post: operations['requestChanges'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/route': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes another route with a written reason; the decision itself stays */
    post: operations['rerouteDenial'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The question that a denial in review turns on, what to look at, and the route each answer leads to */
    get: operations['readReview'];
    put?: never;
    /** Answers the question of a review: the denial takes the route of the answer, or is put off until a day */
    post: operations['answerReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to correct: elements with the claim as sent beside them, how it goes out and why not otherwise, clock, checklist */
    get: operations['readCorrection'];
    put?: never;
    /** The corrected claim was sent: its reference, day and frequency, the payer’s number in REF*F8, and what was changed */
    post: operations['confirmCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/correction/proposal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks another person for a correction by which more would be paid, with the place in the record that supports it */
    post: operations['proposeCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/correction/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person approves a correction by which more would be paid, or rejects it with a written reason */
    post: operations['decideCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is attached to a denial or on its way there, what the decision asks for and what of it is there, and what its reader may do */
    get: operations['readDocuments'];
    put?: never;
    /** The documents the payer asked for were sent: how, under which reference, on which day; each is enclosed or not needed */
    post: operations['submitDocuments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/documents/{sha256}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the check of an uploaded document is: what was refused says why and what to do, what was accepted its pages and what was taken off */
    get: operations['readDocumentCheck'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/documents/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A form to post one document with, for 5 minutes, and where its check can be followed then; it counts once it is attached. Of bytes that are attached already, the document instead */
    post: operations['permitDocumentUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/documents/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Attaches what was uploaded once its check has accepted it, and says what it is for; of an attached document, says it anew */
    put: operations['attachDocument'];
    post?: never;
    /** Takes a document off a denial before it is sent; its bytes and the timeline stay */
    delete: operations['removeDocument'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/documents/{sha256}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An address from which the document can be saved, for 60 seconds; each is kept in the access log */
    get: operations['linkToDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/document-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks the person or department that holds a document for it, by a day not after the one on which all must be sent */
    post: operations['requestDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/document-requests/{number}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The document that was asked for is here; it counts as enclosed when the documents are sent */
    post: operations['receiveDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/document-requests/{number}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nobody has to bring the document any more, for a written reason */
    post: operations['withdrawDocumentRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the payer answered by letter, fax, portal or call: its decision and the date on it. Cents come from remittances alone */
    post: operations['recordAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/level': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the next level of appeal after the payer decided; below its least amount only with a written reason */
    post: operations['takeNextLevel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/filing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The appeal of this level was filed by form, portal or counsel: how, under which reference, on which day */
    post: operations['recordFiling'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/peer-to-peer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A peer-to-peer talk took place: when, under which call number, and whether the payer gave in */
    post: operations['recordPeerToPeer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/answer/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accepts what the payer decided and closes the denial by it, with a written reason */
    post: operations['closeAsAnswered'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/write-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a write-off would give up: clocks still open, money expected, what bars a rule, and the reasons there are */
    get: operations['readWriteOffCheck'];
    put?: never;
    /** Confirms a write-off, acknowledging each clock that is still open; above the limit of its reason a second person decides */
    post: operations['confirmWriteOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/write-off/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The second person approves the write-off, or rejects it with a written reason */
    post: operations['decideWriteOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/write-off/reversal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes a write-off back that is not posted yet: the denial is open work again */
    post: operations['reverseWriteOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/redirect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is billed instead: the next payer with its filing clock and this payer’s figures for its claim, or the checks before the patient is billed */
    get: operations['readRedirect'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a denial that was billed to the other payer or to the patient, as its route says */
    post: operations['closeAsBilled'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/expiry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a denial whose last day has passed, with the reason why there is no good cause for being late */
    post: operations['closeAsExpired'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/follow-up/closing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a follow-up (a hold, a recoupment, a payment question, a secondary bill) with a note */
    post: operations['closeFollowUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-review/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accepts denials of the history list as work, or dismisses them, up to 100 at once and each with the version seen; the list is GET /api/queue?state=history_review */
    post: operations['reviewHistory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/assignee': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Takes a denial, gives it to a colleague, or back to the queue (null) */
    put: operations['assignDenial'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/pend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Puts a denial or follow-up off until a day, never later than two workdays before it must be sent; or takes it up again (null) */
    put: operations['pendDenial'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a note to the timeline, in any state; it is never changed or removed */
    post: operations['writeNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/clocks/{clock}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The date that a clock is counted from, as a letter says it, with evidence and reason; null goes back to the remittance’s. Every clock that is counted from the same is counted anew */
    post: operations['correctClock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials:bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Assigns, puts off or re-routes up to 100 denials at once, or asks for a document of each, by the version seen and each with its own result; `preview` says what would become of them */
    post: operations['actOnMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/packet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The packet that was handed over, read back from where it was put */
    get: operations['readPacket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/delivery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the packet leaves, or left: channel, files in order, checklist of a portal, evidence */
    get: operations['readDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/delivery/mailing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The packet was mailed: on which day, with which tracking number, with which proof of mailing */
    post: operations['recordMailing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/delivery/portal-submission': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The approved files were submitted in the payer’s portal: on which day, confirmed by which number */
    post: operations['recordPortalSubmission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/denials/{denialId}/delivery/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The channel, or the payer, said that it has what was sent: on which day, under which reference */
    post: operations['recordAcknowledgement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/remittances': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Remittances, the newest payment first: parsed against stored, to the cent; all, or only those that a person must look at */
    get: operations['listRemittances'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/remittances/{remittanceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One remittance as it adds up: payment, claims, provider adjustments and the difference, and its claims 50 at a time with what was decided of every adjustment */
    get: operations['readRemittance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/remittances/{remittanceId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Loads a remittance that is held, because another one with other content names the same payment: a person has compared the two and says why both count */
    post: operations['releaseRemittance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/remittances/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A form to post a file into the inbox with, for 5 minutes; what became of the file is then read by its SHA-256. Of bytes that came before, the file instead */
    post: operations['permitRemittanceUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Files as they arrived, newest first: what became of each, and why; all, or only those that a person must look at */
    get: operations['listFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One file by the SHA-256 of its bytes, with everything in it that was not read */
    get: operations['readFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/files/{sha256}/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Loads a file again from where it is kept, with a written reason: what is loaded stays as it is. As a dry run it only finds what that would come to, which the file then shows as `preview` */
    post: operations['redriveFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/organisation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the organisation says of itself: name, time zone, practices, limits of write-offs, rules of assignment; in force, the draft, and what its reader may do */
    get: operations['readOrganisation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/organisation/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Writes a draft of what the organisation says of itself, as a whole. Nothing comes in force */
    put: operations['draftOrganisation'];
    post?: never;
    /** Drops the draft about the organisation; what is in force stays */
    delete: operations['discardOrganisationDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/organisation/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the draft about the organisation in force, by somebody who did not write in it; write-offs that are asked for already keep the limit they were asked under */
    post: operations['publishOrganisation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/payers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The payer registry in force, open drafts about payers, and payers that remittances named and nobody has configured */
    get: operations['listPayers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/payers/{payer}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One payer: what is in force of it, the draft about it, and what its reader may do */
    get: operations['readPayer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/payers/{payer}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Writes a draft of one payer: who it is, windows with their source and days, offices, channels, lead times; `entry` null takes it out. Nothing comes in force */
    put: operations['draftPayer'];
    post?: never;
    /** Drops the draft about a payer; what is in force stays */
    delete: operations['discardPayerDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/payers/{payer}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the draft about a payer in force, by somebody who did not write in it; the sweep then counts the clocks of open denials anew */
    post: operations['publishPayer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rulebook/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rules in force, the organisation’s over the release’s, in the order in which they are asked: sentence, conditions, route, source */
    get: operations['listRules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rulebook/rules/{ruleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One rule in force, as a decision names it: sentence, conditions, route, source */
    get: operations['readRule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letter templates in force, those of the release and your own, and open drafts of own ones */
    get: operations['listTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/templates/{templateId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A letter template of your own: what is in force of it, the draft, and what its reader may do */
    get: operations['readTemplate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/templates/{templateId}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Writes a draft of a letter template of your own, checked as those of the release are; `template` null takes it out. Nothing comes in force */
    put: operations['draftTemplate'];
    post?: never;
    /** Drops the draft of a letter template; what is in force stays */
    delete: operations['discardTemplateDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/templates/{templateId}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the draft of a letter template in force, by somebody who did not write in it */
    post: operations['publishTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/rule-layer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The organisation’s rules over the release: those in force, the draft, and what its reader may do */
    get: operations['readRuleLayer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/rule-layer/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What `overturn rulebook check` would say of a layer; nothing is kept */
    post: operations['checkRuleLayer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/rule-layer/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Writes a draft of the organisation’s rule layer; `layer` null withdraws the one in force. Nothing comes in force */
    put: operations['draftRuleLayer'];
    post?: never;
    /** Drops the draft of the rule layer; what is in force stays */
    delete: operations['discardRuleLayerDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/rule-layer/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts the draft of the rule layer in force, by somebody who did not write in it; decisions made before stay as they are */
    post: operations['publishRuleLayer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a rule layer would have decided of archived claims; nothing comes in force. A layer of null: the release alone */
    post: operations['startSimulation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/simulations/{simulationId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A simulation: which denials would change route, how much money, and examples without patient data */
    get: operations['readSimulation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest published versions: what changed, who wrote it, who put it in force, the hash of the snapshot */
    get: operations['listSettingsVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/not-configured': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Windows that open denials need and nobody has configured: how many denials and how much money wait for each, the most money first */
    get: operations['listNotConfigured'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who can sign in, with role and practices; those without a role can do nothing yet */
    get: operations['listUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One person who can sign in, with role and practices */
    get: operations['readUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings/users/{userId}/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Gives a person a role and practices ("*" alone = all, none = no access); never to oneself */
    put: operations['grantAccess'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ActOnManyAnswer: {
      preview: boolean;
      results: components['schemas']['ItemResult'][];
    };
    AddedFact: {
      statement: string;
      source:
        | {
            /** @constant */
            kind: 'field';
            field: string;
          }
        | {
            /** @constant */
            kind: 'enclosure';
            sha256: string;
            page: number;
          };
    };
    BatchGetIdentitiesAnswer: {
      results: {
        denialId: string;
        /** @enum {string} */
        outcome: 'done' | 'refused' | 'unknown';
        /** @description Null also where the payer named nobody */
        name: string | null;
        masked: boolean;
        sentence: string | null;
      }[];
    };
    BoundEnclosure: {
      number: number;
      name: string;
      sha256: string;
      pagesIn: number;
      pagesOut: number;
      firstPage: number;
    };
    Candidate: {
      denialId: string;
      number: number;
      sha256: string;
      byteLength: number;
      /** @default null */
      pageCount: number | null;
      /** @default null */
      datedOn: string | null;
      /** @default null */
      channel: ('file_drop' | 'print_and_mail' | 'portal' | 'sftp') | null;
      templateId: string;
      /** Format: date-time */
      renderedAt: string;
      missing: string[];
      /** @description What the letter requires: it goes along, it goes without it for a reason, or it is missing and stops approval */
      requiredDocuments: components['schemas']['LetterDocument'][];
      /** @description Names of those who gave a reason, by user id */
      people: {
        [key: string]: string;
      };
      /** @description What the letter lists, and the packet does not hold */
      notEnclosed: string[];
      /** @description The letter by itself; null where it is all there is */
      letter: {
        sha256: string;
        byteLength: number;
        /** @default null */
        pageCount: number | null;
      } | null;
      /** @description The table of pages: what each document had, what is in the packet, and where */
      enclosures: components['schemas']['BoundEnclosure'][];
      /** @description The same packet in the files that its channel takes; empty where it takes one */
      parts: {
        sha256: string;
        byteLength: number;
        /** @default null */
        pageCount: number | null;
        fileName: string;
      }[];
      /** @description As its bytes are stored; null where it is longer than 4 MB */
      pdf: string | null;
      /** @description Where the file can be saved from, for a minute; null where it is in the answer */
      link: components['schemas']['DownloadLink'] | null;
    };
    CheckRuleLayerAnswer: {
      errors: components['schemas']['SettingsNotice'][];
      warnings: components['schemas']['SettingsNotice'][];
    };
    ChecklistStep: {
      id: string;
      says: string;
      source: string;
      /** @enum {string} */
      confidence: 'high' | 'medium';
    };
    ClaimAsSent:
      | {
          /** @constant */
          onFile: false;
          sentence: string;
        }
      | {
          /** @constant */
          onFile: true;
          sentence: string | null;
          join: {
            score: number;
            ambiguous: boolean;
            parts: {
              part: string;
              points: number;
              of: number;
            }[];
            others: {
              fileSha256: string;
              ordinal: number;
              submittedOn: string | null;
              chargeCents: number;
              frequency: string;
              score: number;
            }[];
          };
          fileSha256: string;
          ordinal: number;
          claimId: string;
          /** @enum {string} */
          kind: 'professional' | 'institutional' | 'dental';
          chargeCents: number;
          frequency: string;
          originalReference: string | null;
          placeOfService: string | null;
          typeOfBill: string | null;
          serviceFrom: string | null;
          serviceTo: string | null;
          payerSequence: string | null;
          /** @description yyyy-mm-ddThh:mm in the submitter’s own time, or the day alone */
          submittedAt: string | null;
          acceptance: {
            /** @enum {string} */
            outcome: 'accepted' | 'rejected' | 'received';
            on: string | null;
            by: {
              name: string;
              id: string;
            };
          } | null;
          acknowledgements: {
            /** @enum {string} */
            about: 'claim' | 'submission' | 'transaction';
            /** @enum {string} */
            outcome: 'accepted' | 'rejected' | 'received';
            on: string | null;
            by: {
              name: string;
              id: string;
            };
            codes: string[];
            message: string | null;
            payerClaimControlNumber: string | null;
          }[];
          /** @description Null for those who may not read clinical text */
          clinical: {
            memberId: string | null;
            bornOn: string | null;
            diagnoses: {
              /** @enum {string} */
              role: 'principal' | 'other' | 'admitting' | 'reason_for_visit' | 'external_cause';
              qualifier: string;
              code: string;
              presentOnAdmission: string;
            }[];
            otherCodes: {
              qualifier: string;
              code: string;
              from: string | null;
              to: string | null;
              amountCents: number | null;
            }[];
            priorAuthorizations: string[];
            referrals: string[];
            admittedOn: string | null;
            onsetOn: string | null;
            accident: {
              causes: string[];
              state: string;
              country: string;
              on: string | null;
            } | null;
            providers: {
              entity: string;
              name: string;
              npi: string | null;
            }[];
            otherPayers: {
              sequence: string;
              name: string | null;
              paidCents: number | null;
              adjudicatedOn: string | null;
              adjustments: {
                group: string;
                carc: string;
                amountCents: number;
                quantity: number | null;
              }[];
            }[];
            notes: {
              qualifier: string;
              text: string;
            }[];
            attachments: {
              reportType: string;
              transmission: string;
              controlNumber: string;
            }[];
            lines: {
              ordinal: number;
              number: string;
              procedure: {
                qualifier: string;
                code: string;
                modifiers: string[];
              } | null;
              description: string;
              revenueCode: string;
              chargeCents: number;
              units: number | null;
              unitBasis: string;
              placeOfService: string;
              diagnosisPointers: number[];
              serviceFrom: string | null;
              serviceTo: string | null;
              controlNumber: string;
              drugCode: string;
              providers: {
                entity: string;
                name: string;
                npi: string | null;
              }[];
              notes: {
                qualifier: string;
                text: string;
              }[];
              attachments: {
                reportType: string;
                transmission: string;
                controlNumber: string;
              }[];
            }[];
          } | null;
        };
    Clock: {
      /** @enum {string} */
      kind:
        | 'claim_filing'
        | 'corrected_claim'
        | 'reopening'
        | 'records'
        | 'dispute'
        | 'appeal'
        | 'external_review'
        | 'follow_up'
        | 'stop_recoupment'
        | 'peer_to_peer'
        | 'open_negotiation'
        | 'dispute_resolution';
      level: number | null;
      safeBy: string | null;
      lastDay: string | null;
      sendBy: string | null;
      /** @default null */
      notBefore: string | null;
      /** @enum {string} */
      basis: 'contract' | 'statute' | 'payer_default' | 'not_configured';
      countedFrom: string | null;
      startsOn: string | null;
      /** @default null */
      evidence: string | null;
      source: string | null;
      /** @default null */
      ruleId: string | null;
      /** @default null */
      ruleVersion: string | null;
      /**
       * @default high
       * @enum {string}
       */
      confidence: 'high' | 'medium';
      /** @default null */
      counting: {
        quantity: number;
        /** @enum {string} */
        unit: 'calendar_days' | 'business_days' | 'months' | 'years';
        safeDays: number;
        presumedReceiptDays: number;
        startIsDayOne: boolean;
        rolledDays: number;
        /** @enum {string} */
        filedOn: 'receipt' | 'postmark';
        /** @enum {string} */
        channel: 'mail' | 'fax' | 'portal' | 'electronic' | 'internal';
        leadBusinessDays: number;
      } | null;
      governs: boolean;
      note: string | null;
      standing: components['schemas']['ClockStanding'];
    };
    /** @enum {string} */
    ClockStanding:
      | 'no_date'
      | 'not_open_yet'
      | 'open'
      | 'past_send_by'
      | 'late_zone'
      | 'past_last_day'
      | 'verify';
    ClockToCome: {
      /** @enum {string} */
      kind:
        | 'claim_filing'
        | 'corrected_claim'
        | 'reopening'
        | 'records'
        | 'dispute'
        | 'appeal'
        | 'external_review'
        | 'follow_up'
        | 'stop_recoupment'
        | 'peer_to_peer'
        | 'open_negotiation'
        | 'dispute_resolution';
      level: number | null;
      /** @description The paper of the payer that opens it */
      opensWith: string;
      /** @enum {string} */
      basis: 'contract' | 'statute' | 'payer_default' | 'not_configured';
      source: string | null;
      note: string | null;
    };
    ClockWarning: {
      id: string;
      /** @enum {string} */
      kind:
        | 'claim_filing'
        | 'corrected_claim'
        | 'reopening'
        | 'records'
        | 'dispute'
        | 'appeal'
        | 'external_review'
        | 'follow_up'
        | 'stop_recoupment'
        | 'peer_to_peer'
        | 'open_negotiation'
        | 'dispute_resolution';
      level: number | null;
      /** @enum {string} */
      urgency: 'lapses_first' | 'runs_on' | 'undated';
      sendBy: string | null;
      lastDay: string | null;
      says: string;
      source: string;
    };
    CodingReview:
      | {
          /** @constant */
          kind: 'not_reviewed';
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'reviewed';
          findings: {
            /** @enum {string} */
            rule:
              | 'diagnosis_missing'
              | 'diagnosis_not_linked'
              | 'diagnosis_pointer_dangling'
              | 'diagnosis_not_in_force'
              | 'diagnosis_incomplete'
              | 'diagnosis_unspecified'
              | 'side_missing'
              | 'side_contradicted'
              | 'new_patient_seen_before'
              | 'established_patient_not_seen'
              | 'place_against_service'
              | 'component_beside_comprehensive'
              | 'units_beyond_limit'
              | 'repeat_not_distinguished'
              | 'therapy_modifier_missing'
              | 'anesthesia_modifier_missing';
            /** @enum {string} */
            severity: 'wrong' | 'doubtful';
            /** @enum {string} */
            confidence: 'high' | 'medium' | 'low';
            line: number | null;
            place: {
              loop: string;
              segment: string;
              element: string;
            };
            codes: string[];
            says: string;
            correction: string;
            raisesPayment: {
              because: string;
              needs: ['record_citation', 'second_person'];
            } | null;
            source: string;
            isWhereDenied: boolean;
          }[];
          whatToChange: string[];
          releases: {
            /** @enum {string} */
            table: 'icd10cm' | 'ptp-practitioner' | 'ptp-hospital' | 'mue-practitioner' | 'mue-hospital';
            name: string;
            /** @description Of ICD-10-CM: a category that is not in it says nothing */
            isExcerpt: boolean;
          }[];
          notLoaded: (
            | 'icd10cm'
            | 'ptp-practitioner'
            | 'ptp-hospital'
            | 'mue-practitioner'
            | 'mue-hospital'
          )[];
        };
    Colleague: {
      userId: string;
      name: string;
      /** @description Of a practice that both share */
      takesWork: boolean;
    };
    CoordinationFigures: {
      claim: {
        payerId: string;
        payerName: string;
        payerClaimNumber: string;
        decidedOn: string | null;
        chargeCents: number;
        /** @description AMT*D of loop 2320 */
        paidCents: number;
        /** @description AMT*EAF of loop 2320: what this payer leaves to the patient */
        remainingCents: number;
        /** @description CAS of loop 2320 */
        adjustments: {
          group: string;
          amountCents: number;
          adjustments: {
            carc: string;
            amountCents: number;
            quantity: number | null;
          }[];
        }[];
      };
      lines: {
        line: number;
        procedure: {
          qualifier: string;
          code: string;
          modifiers: string[];
        } | null;
        revenueCode: string;
        chargeCents: number;
        /** @description SVD02 of loop 2430 */
        paidCents: number;
        units: number;
        remainingCents: number;
        /** @description CAS of loop 2430 */
        adjustments: {
          group: string;
          amountCents: number;
          adjustments: {
            carc: string;
            amountCents: number;
            quantity: number | null;
          }[];
        }[];
        addsUp: boolean;
      }[];
      /** @description Charge = paid + adjustments, of the claim and of each line */
      addsUp: boolean;
    };
    CorrectionTask: {
      denialId: string;
      version: number;
      mechanism: {
        /** @enum {string} */
        mechanism: 'new_claim' | 'replacement' | 'void_and_new' | 'reopening' | 'adjustment' | 'none';
        ruleId: string | null;
        says: string;
        source: string | null;
      };
      claimOnFile: boolean;
      elements: components['schemas']['ElementToChange'][];
      /** @description For REF*F8: CLP07 of the payer’s last decision */
      payerClaimNumber: {
        value: string;
        decidedOn: string | null;
      } | null;
      frequencies: {
        /** @enum {string} */
        frequency: '1' | '7' | '8' | 'none';
        allowed: boolean;
        says: string;
      }[];
      /** @description Of the mechanism, the soonest to send first */
      clocks: components['schemas']['TaskClock'][];
      checklist: components['schemas']['ChecklistStep'][];
      /** @description An appeal of the same claim is with the payer */
      openAppeal: boolean;
      /** Format: date */
      asOf: string;
    };
    CountFacetsAnswer: {
      /** Format: date */
      asOf: string;
      total: number;
      facets: {
        bucket: components['schemas']['FacetValue'][];
        payer: components['schemas']['FacetValue'][];
        payerType: components['schemas']['FacetValue'][];
        reason: components['schemas']['FacetValue'][];
        remark: components['schemas']['FacetValue'][];
        category: components['schemas']['FacetValue'][];
        route: components['schemas']['FacetValue'][];
        state: components['schemas']['FacetValue'][];
        owner: components['schemas']['FacetValue'][];
        band: components['schemas']['FacetValue'][];
        level: components['schemas']['FacetValue'][];
        missing: components['schemas']['FacetValue'][];
        kind: components['schemas']['FacetValue'][];
      };
    };
    DayVerified: {
      /**
       * Format: date
       * @description Of the organisation’s calendar
       */
      day: string;
      root: string;
      /** @description Whether the kept text hashes to the root and names that of the day before */
      isRootSound: boolean;
      /** @description Denials looked at in this page */
      checked: number;
      findings: {
        denialId: string;
        /** @enum {string} */
        kind: 'changed' | 'removed' | 'added';
        /** @description Of the first event that is not as the root says */
        version: number;
      }[];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    Decision: {
      /** @enum {string} */
      class: 'denial' | 'non_denial' | 'hold';
      /** @enum {string} */
      level: 'claim' | 'line' | 'mixed';
      amountCents: number;
      /** @enum {string} */
      category:
        | 'benefit_limit'
        | 'billing_error'
        | 'bundling'
        | 'coding'
        | 'contractual'
        | 'coordination_of_benefits'
        | 'credentialing'
        | 'documentation'
        | 'duplicate'
        | 'eligibility'
        | 'medical_necessity'
        | 'non_covered'
        | 'other'
        | 'patient_responsibility'
        | 'payment_info'
        | 'prior_authorization'
        | 'referral'
        | 'timely_filing';
      /** @enum {string} */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      /** @enum {string} */
      mechanism: 'new_claim' | 'replacement' | 'void_and_new' | 'reopening' | 'adjustment' | 'none';
      /** @enum {string} */
      appealable: 'yes' | 'no' | 'conditional';
      ruleId: string;
      rulebookVersion: string;
      reasons: components['schemas']['Reason'][];
      explanation: string;
      /**
       * @default sometimes
       * @enum {string}
       */
      preventable: 'yes' | 'no' | 'sometimes';
      /** @default null */
      preventedBy:
        | (
            | 'registration'
            | 'eligibility'
            | 'authorization'
            | 'coding'
            | 'charge_capture'
            | 'documentation'
            | 'billing'
            | 'credentialing'
            | 'contracting'
            | 'payer'
          )
        | null;
      /** @default [] */
      requiredDocuments: {
        document: string;
        ruleId: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
      }[];
      waitDays?: number;
      /** @default [] */
      alsoRoutes: {
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        ruleId: string;
        reasons: {
          group: string;
          carc: string;
          line: number | null;
        }[];
      }[];
      /** @default null */
      contradiction: {
        ruleId: string;
        line: number | null;
        says: string;
      } | null;
      trace: {
        rule: string;
        line: number | null;
        says: string;
        source: string | null;
      }[];
    };
    DecisionTrace: {
      denialId: string;
      decided: {
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        ruleId: string;
        rulebookVersion: string;
      };
      /**
       * @description Worked now; another than decided after a re-route
       * @enum {string}
       */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      routedBy: string | null;
      /** @description Of the rules in force, by which this is traced */
      rulebookVersion: string;
      /** @description Whether they come to what was decided */
      isStillSo: boolean;
      sentence: string | null;
      advice: {
        ruleId: string;
        first: string;
        avoid: string;
        source: string;
      } | null;
      gates: {
        /** @enum {string} */
        gate: 'status' | 'plainly_paid' | 'class' | 'hold' | 'conflict';
        passed: boolean;
        says: string;
      }[];
      reasons: {
        group: string;
        carc: string;
        line: number | null;
        amountCents: number;
        remarks: string[];
        /** @enum {string} */
        class: 'denial' | 'non_denial' | 'hold';
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        ruleId: string;
        /** @description In the order in which they spoke; the last one decided */
        steps: {
          rule: string;
          line: number | null;
          says: string;
          source: string | null;
        }[];
        runnersUp: {
          ruleId: string;
          /** @enum {string} */
          route:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          says: string;
          source: string | null;
          lost: string;
        }[];
        removed: {
          /** @enum {string} */
          route:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          ruleId: string;
          says: string;
          source: string;
        }[];
        /** @description Every rule that spoke or lost, condition by condition */
        asked: {
          ruleId: string;
          conditions: {
            /** @description The field of the rule, as in the reference of the rulebook */
            asks: string;
            wanted: string[];
            /** @description What the claim had there */
            seen: string[];
            met: boolean;
          }[];
        }[];
      }[];
    };
    Delivery: {
      denialId: string;
      /** @enum {string} */
      channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
      /** @description Null where nobody settled it: it is dropped in the handover bucket */
      setting:
        | (
            | {
                /** @constant */
                channel: 'file_drop';
              }
            | {
                /** @constant */
                channel: 'print_and_mail';
                printRoom: string;
              }
            | {
                /** @constant */
                channel: 'portal';
              }
            | {
                /** @constant */
                channel: 'sftp';
                host: string;
                /** @default 22 */
                port: number;
                user: string;
                folder: string;
                hostKeys: string[];
                credential: string;
              }
          )
        | null;
      /** @description As far as the evidence goes; null while nothing is approved */
      standing: ('queued' | 'handed_over' | 'accepted_by_channel' | 'acknowledged_by_payer') | null;
      standingInWords: string | null;
      /** @description The payer’s office; null where none is configured */
      to: {
        level: number;
        name: string;
        address: string | null;
        fax: string | null;
        portal: string | null;
      } | null;
      /** @description In the order in which they are sent */
      files: {
        fileName: string;
        sha256: string;
        byteLength: number;
        /** @default null */
        pageCount: number | null;
      }[];
      /** @description Of a portal: whether it takes the files */
      checks: {
        what: string;
        holds: boolean;
        says: string;
      }[];
      /** @description Of a portal: what its form asks for, to be copied */
      fields: {
        label: string;
        value: string;
      }[];
      /** @description In the order of recording */
      evidence: components['schemas']['DeliveryEvidence'][];
    };
    DeliveryEvidence: {
      /** @enum {string} */
      shows: 'handed_over' | 'accepted_by_channel' | 'acknowledged_by_payer';
      /** Format: date */
      on: string;
      reference: string;
      documentSha256: string | null;
      recordedBy: string;
      /** Format: date-time */
      recordedAt: string;
    };
    Denial: {
      denialId: string;
      remittanceId: string;
      clpOrdinal: number;
      practiceId: string;
      payerId: string;
      payerName: string;
      /** @enum {string} */
      payerType:
        | 'commercial'
        | 'capitated_commercial'
        | 'exchange'
        | 'exchange_shop'
        | 'medicare_ffs'
        | 'medicare_part_a'
        | 'medicare_dme'
        | 'medicare_advantage'
        | 'medicaid'
        | 'medicaid_mco'
        | 'tricare'
        | 'fehb'
        | 'va'
        | 'workers_comp'
        | 'auto'
        | 'unknown';
      claimId: string;
      payerClaimControlNumber: string;
      amountCents: number;
      chargeCents: number;
      paidCents: number;
      noticeOn: string | null;
      decision: components['schemas']['Decision'];
      /** @enum {string} */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      /**
       * @default appeal
       * @enum {string}
       */
      letterKind: 'appeal' | 'notice';
      routedBy: string | null;
      deadlines: components['schemas']['Clock'][];
      /** @default {} */
      datesOnPaper: {
        [key: string]: {
          /** Format: date */
          on: string;
          evidence: string;
        };
      };
      sendBy: string | null;
      nextAction: string;
      /** @enum {string} */
      state:
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer'
        | 'closed';
      closedAs:
        | (
            | 'overturned'
            | 'partly_overturned'
            | 'upheld'
            | 'dismissed'
            | 'written_off'
            | 'billed_other_payer'
            | 'billed_patient'
            | 'superseded'
            | 'expired'
            | 'followed_up'
            | 'left_as_history'
          )
        | null;
      level: number;
      attempt: number;
      version: number;
      assignee: string | null;
      /** @default null */
      pend: {
        /** Format: date */
        until: string;
        reason: string;
        pendedBy: string;
        /** Format: date-time */
        pendedAt: string;
      } | null;
      draftNumber: number;
      candidate: {
        number: number;
        sha256: string;
        /** @default null */
        pageCount: number | null;
        templateId: string;
        /** Format: date-time */
        renderedAt: string;
        /** @default [] */
        requiredDocuments: components['schemas']['LetterDocument'][];
        missing: string[];
      } | null;
      approval: {
        sha256: string;
        approvedBy: string;
        /** Format: date-time */
        approvedAt: string;
        /** Format: date-time */
        holdUntil: string;
      } | null;
      /** @default null */
      voidedApproval: {
        level: number;
        sha256: string;
        approvedBy: string;
        /** Format: date-time */
        approvedAt: string;
        /** Format: date-time */
        voidedAt: string;
        because: string[];
      } | null;
      handover: {
        sha256: string | null;
        /** @enum {string} */
        channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
        reference: string;
        /** Format: date-time */
        handedOverAt: string;
        handedOverBy: string;
        /** @default null */
        sentOn: string | null;
        /** @default [] */
        evidence: components['schemas']['DeliveryEvidence'][];
      } | null;
      /** @default [] */
      sendings: {
        /** @enum {string} */
        action: 'appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer';
        level: number;
        /** Format: date */
        sentOn: string;
        templateId: string | null;
        templateSha256: string | null;
      }[];
      /** @default [] */
      answers: {
        level: number;
        /** @enum {string} */
        action: 'appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer';
        /** @enum {string} */
        decision: 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'more_wanted';
        /** Format: date */
        decidedOn: string;
        /** @enum {string} */
        channel: 'letter' | 'fax' | 'portal' | 'call';
        reference: string;
        wantedBy: string | null;
        recordedBy: string;
        /** Format: date-time */
        recordedAt: string;
      }[];
      /** @default null */
      answerDueOn: string | null;
      /** @default [] */
      documentRequests: {
        number: number;
        document: string;
        holder: {
          name: string;
          email: string | null;
        };
        /** Format: date */
        dueOn: string;
        /** @enum {string} */
        state: 'open' | 'received' | 'withdrawn';
        askedBy: string;
        /** Format: date-time */
        askedAt: string;
        settledBy: string | null;
        settledAt: string | null;
        reminded: {
          /** @enum {string} */
          reminder: 'due_in_3' | 'due_today' | 'overdue';
          /** Format: date */
          on: string;
        } | null;
      }[];
      documents: components['schemas']['Document'][];
      writeOff: {
        amountCents: number;
        /** @default null */
        reasonCode:
          | (
              | 'timely_filing_missed'
              | 'appeal_window_missed'
              | 'appeals_exhausted'
              | 'authorization_missing'
              | 'not_medically_necessary'
              | 'documentation_missing'
              | 'coding_not_supported'
              | 'bundled_by_edit'
              | 'not_covered'
              | 'not_credentialed'
              | 'not_eligible'
              | 'duplicate_charge'
              | 'payer_penalty'
              | 'small_balance'
              | 'other'
            )
          | null;
        reason: string;
        /** @default [] */
        acknowledgedClocks: string[];
        proposedBy: string;
        /** Format: date-time */
        proposedAt: string;
        confirmedBy: string | null;
        confirmedAt: string | null;
        secondPerson: string | null;
        secondPersonAt: string | null;
        /** @default null */
        posted: {
          batchId: string;
          postedBy: string;
          /** Format: date-time */
          postedAt: string;
        } | null;
      } | null;
      /** @default null */
      correction: {
        changes: {
          field: string;
          line: number | null;
          after: string | null;
          because: string;
        }[];
        recordCitation: string;
        proposedBy: string;
        /** Format: date-time */
        proposedAt: string;
        secondPerson: string | null;
        secondPersonAt: string | null;
      } | null;
      /** @default null */
      billed: {
        /** @enum {string} */
        to: 'other_payer' | 'patient';
        payerName: string | null;
        reference: string | null;
        /** Format: date */
        billedOn: string;
        confirmedChecks: string[];
        notReceivedOn: string | null;
      } | null;
      /** @default null */
      resolution: {
        /** @enum {string} */
        kind: 'superseded' | 'overturned' | 'partly_overturned' | 'upheld';
        reversedBy: string | null;
        by: string | null;
        /** @default null */
        on: string | null;
        recoveredCents: number;
        /** @default null */
        credit: {
          action:
            | ('appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer')
            | 'nothing_sent';
          level: number;
          templateId: string | null;
          templateSha256: string | null;
          ruleId: string;
          rulebookVersion: string;
        } | null;
      } | null;
      /** @default null */
      followUp: {
        /** @enum {string} */
        type: 'hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing';
        dueOn: string | null;
      } | null;
      /** @default null */
      history: {
        /** Format: date */
        before: string;
        /** @enum {string} */
        review: 'open' | 'accepted' | 'dismissed';
      } | null;
      /** @default null */
      workedAt: string | null;
      /** @default null */
      escalatedAt: string | null;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** @enum {string} */
      kind: 'denial' | 'follow_up';
      /** @description How the packet leaves, or left; null where there is none */
      delivery: {
        /** @enum {string} */
        channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
        /** @description As far as the evidence goes; null while nothing is approved */
        standing: ('queued' | 'handed_over' | 'accepted_by_channel' | 'acknowledged_by_payer') | null;
        standingInWords: string | null;
      } | null;
      clockWarnings: components['schemas']['ClockWarning'][];
      clocksToCome: components['schemas']['ClockToCome'][];
      /** @description What can be taken next after the payer decided; null otherwise */
      nextLevel: components['schemas']['NextLevel'] | null;
      priority: components['schemas']['Priority'];
      actions: components['schemas']['OfferedAction'][];
      /** Format: date */
      asOf: string;
    };
    DenialEvent: {
      denialId: string;
      version: number;
      /** Format: date-time */
      at: string;
      actor:
        | {
            /** @constant */
            kind: 'user';
            userId: string;
          }
        | {
            /** @constant */
            kind: 'rule';
            ruleId: string;
            rulebookVersion: string;
          }
        | {
            /** @constant */
            kind: 'system';
            part: string;
          };
      type: string;
      before: {
        /** @enum {string} */
        state:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'closed';
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
      } | null;
      after: {
        /** @enum {string} */
        state:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'closed';
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
      };
      reason: string | null;
      detail: {
        [key: string]: string | number | boolean | null;
      };
      prevHash: string | null;
      hash: string;
    };
    DenialRow: {
      denialId: string;
      /** @enum {string} */
      kind: 'denial' | 'follow_up';
      /** @default null */
      followUp: {
        /** @enum {string} */
        type: 'hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing';
        dueOn: string | null;
      } | null;
      practiceId: string;
      payerName: string;
      /** @enum {string} */
      payerType:
        | 'commercial'
        | 'capitated_commercial'
        | 'exchange'
        | 'exchange_shop'
        | 'medicare_ffs'
        | 'medicare_part_a'
        | 'medicare_dme'
        | 'medicare_advantage'
        | 'medicaid'
        | 'medicaid_mco'
        | 'tricare'
        | 'fehb'
        | 'va'
        | 'workers_comp'
        | 'auto'
        | 'unknown';
      claimId: string;
      amountCents: number;
      /** @enum {string} */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      /** @enum {string} */
      state:
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer'
        | 'closed';
      level: number;
      sendBy: string | null;
      nextAction: string;
      assignee: string | null;
      /** @default null */
      pend: {
        /** Format: date */
        until: string;
        reason: string;
        pendedBy: string;
        /** Format: date-time */
        pendedAt: string;
      } | null;
      priority: components['schemas']['Priority'];
      version: number;
      /** @enum {string} */
      category:
        | 'benefit_limit'
        | 'billing_error'
        | 'bundling'
        | 'coding'
        | 'contractual'
        | 'coordination_of_benefits'
        | 'credentialing'
        | 'documentation'
        | 'duplicate'
        | 'eligibility'
        | 'medical_necessity'
        | 'non_covered'
        | 'other'
        | 'patient_responsibility'
        | 'payment_info'
        | 'prior_authorization'
        | 'referral'
        | 'timely_filing';
      reasons: {
        group: string;
        carc: string;
        remarks: string[];
      }[];
    };
    DenialWithClaim: {
      denialId: string;
      remittanceId: string;
      clpOrdinal: number;
      practiceId: string;
      payerId: string;
      payerName: string;
      /** @enum {string} */
      payerType:
        | 'commercial'
        | 'capitated_commercial'
        | 'exchange'
        | 'exchange_shop'
        | 'medicare_ffs'
        | 'medicare_part_a'
        | 'medicare_dme'
        | 'medicare_advantage'
        | 'medicaid'
        | 'medicaid_mco'
        | 'tricare'
        | 'fehb'
        | 'va'
        | 'workers_comp'
        | 'auto'
        | 'unknown';
      claimId: string;
      payerClaimControlNumber: string;
      amountCents: number;
      chargeCents: number;
      paidCents: number;
      noticeOn: string | null;
      decision: components['schemas']['Decision'];
      /** @enum {string} */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      /**
       * @default appeal
       * @enum {string}
       */
      letterKind: 'appeal' | 'notice';
      routedBy: string | null;
      deadlines: components['schemas']['Clock'][];
      /** @default {} */
      datesOnPaper: {
        [key: string]: {
          /** Format: date */
          on: string;
          evidence: string;
        };
      };
      sendBy: string | null;
      nextAction: string;
      /** @enum {string} */
      state:
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer'
        | 'closed';
      closedAs:
        | (
            | 'overturned'
            | 'partly_overturned'
            | 'upheld'
            | 'dismissed'
            | 'written_off'
            | 'billed_other_payer'
            | 'billed_patient'
            | 'superseded'
            | 'expired'
            | 'followed_up'
            | 'left_as_history'
          )
        | null;
      level: number;
      attempt: number;
      version: number;
      assignee: string | null;
      /** @default null */
      pend: {
        /** Format: date */
        until: string;
        reason: string;
        pendedBy: string;
        /** Format: date-time */
        pendedAt: string;
      } | null;
      draftNumber: number;
      candidate: {
        number: number;
        sha256: string;
        /** @default null */
        pageCount: number | null;
        templateId: string;
        /** Format: date-time */
        renderedAt: string;
        /** @default [] */
        requiredDocuments: components['schemas']['LetterDocument'][];
        missing: string[];
      } | null;
      approval: {
        sha256: string;
        approvedBy: string;
        /** Format: date-time */
        approvedAt: string;
        /** Format: date-time */
        holdUntil: string;
      } | null;
      /** @default null */
      voidedApproval: {
        level: number;
        sha256: string;
        approvedBy: string;
        /** Format: date-time */
        approvedAt: string;
        /** Format: date-time */
        voidedAt: string;
        because: string[];
      } | null;
      handover: {
        sha256: string | null;
        /** @enum {string} */
        channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
        reference: string;
        /** Format: date-time */
        handedOverAt: string;
        handedOverBy: string;
        /** @default null */
        sentOn: string | null;
        /** @default [] */
        evidence: components['schemas']['DeliveryEvidence'][];
      } | null;
      /** @default [] */
      sendings: {
        /** @enum {string} */
        action: 'appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer';
        level: number;
        /** Format: date */
        sentOn: string;
        templateId: string | null;
        templateSha256: string | null;
      }[];
      /** @default [] */
      answers: {
        level: number;
        /** @enum {string} */
        action: 'appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer';
        /** @enum {string} */
        decision: 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'more_wanted';
        /** Format: date */
        decidedOn: string;
        /** @enum {string} */
        channel: 'letter' | 'fax' | 'portal' | 'call';
        reference: string;
        wantedBy: string | null;
        recordedBy: string;
        /** Format: date-time */
        recordedAt: string;
      }[];
      /** @default null */
      answerDueOn: string | null;
      /** @default [] */
      documentRequests: {
        number: number;
        document: string;
        holder: {
          name: string;
          email: string | null;
        };
        /** Format: date */
        dueOn: string;
        /** @enum {string} */
        state: 'open' | 'received' | 'withdrawn';
        askedBy: string;
        /** Format: date-time */
        askedAt: string;
        settledBy: string | null;
        settledAt: string | null;
        reminded: {
          /** @enum {string} */
          reminder: 'due_in_3' | 'due_today' | 'overdue';
          /** Format: date */
          on: string;
        } | null;
      }[];
      documents: components['schemas']['Document'][];
      writeOff: {
        amountCents: number;
        /** @default null */
        reasonCode:
          | (
              | 'timely_filing_missed'
              | 'appeal_window_missed'
              | 'appeals_exhausted'
              | 'authorization_missing'
              | 'not_medically_necessary'
              | 'documentation_missing'
              | 'coding_not_supported'
              | 'bundled_by_edit'
              | 'not_covered'
              | 'not_credentialed'
              | 'not_eligible'
              | 'duplicate_charge'
              | 'payer_penalty'
              | 'small_balance'
              | 'other'
            )
          | null;
        reason: string;
        /** @default [] */
        acknowledgedClocks: string[];
        proposedBy: string;
        /** Format: date-time */
        proposedAt: string;
        confirmedBy: string | null;
        confirmedAt: string | null;
        secondPerson: string | null;
        secondPersonAt: string | null;
        /** @default null */
        posted: {
          batchId: string;
          postedBy: string;
          /** Format: date-time */
          postedAt: string;
        } | null;
      } | null;
      /** @default null */
      correction: {
        changes: {
          field: string;
          line: number | null;
          after: string | null;
          because: string;
        }[];
        recordCitation: string;
        proposedBy: string;
        /** Format: date-time */
        proposedAt: string;
        secondPerson: string | null;
        secondPersonAt: string | null;
      } | null;
      /** @default null */
      billed: {
        /** @enum {string} */
        to: 'other_payer' | 'patient';
        payerName: string | null;
        reference: string | null;
        /** Format: date */
        billedOn: string;
        confirmedChecks: string[];
        notReceivedOn: string | null;
      } | null;
      /** @default null */
      resolution: {
        /** @enum {string} */
        kind: 'superseded' | 'overturned' | 'partly_overturned' | 'upheld';
        reversedBy: string | null;
        by: string | null;
        /** @default null */
        on: string | null;
        recoveredCents: number;
        /** @default null */
        credit: {
          action:
            | ('appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer')
            | 'nothing_sent';
          level: number;
          templateId: string | null;
          templateSha256: string | null;
          ruleId: string;
          rulebookVersion: string;
        } | null;
      } | null;
      /** @default null */
      followUp: {
        /** @enum {string} */
        type: 'hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing';
        dueOn: string | null;
      } | null;
      /** @default null */
      history: {
        /** Format: date */
        before: string;
        /** @enum {string} */
        review: 'open' | 'accepted' | 'dismissed';
      } | null;
      /** @default null */
      workedAt: string | null;
      /** @default null */
      escalatedAt: string | null;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** @enum {string} */
      kind: 'denial' | 'follow_up';
      /** @description How the packet leaves, or left; null where there is none */
      delivery: {
        /** @enum {string} */
        channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
        /** @description As far as the evidence goes; null while nothing is approved */
        standing: ('queued' | 'handed_over' | 'accepted_by_channel' | 'acknowledged_by_payer') | null;
        standingInWords: string | null;
      } | null;
      clockWarnings: components['schemas']['ClockWarning'][];
      clocksToCome: components['schemas']['ClockToCome'][];
      /** @description What can be taken next after the payer decided; null otherwise */
      nextLevel: components['schemas']['NextLevel'] | null;
      priority: components['schemas']['Priority'];
      actions: components['schemas']['OfferedAction'][];
      /** Format: date */
      asOf: string;
      claim: components['schemas']['ClaimAsSent'];
      coding: components['schemas']['CodingReview'] | null;
      money: components['schemas']['MoneySteps'] | null;
      facts: components['schemas']['RelatedFact'][];
      related: components['schemas']['RelatedAdjudication'][];
    };
    Document: {
      sha256: string;
      byteLength: number;
      /** @enum {string} */
      mediaType: 'application/pdf' | 'image/tiff' | 'image/jpeg' | 'image/png';
      satisfies: string[];
      attachedBy: string;
      /** Format: date-time */
      attachedAt: string;
      sentOn: string | null;
      /** @description The plain PDF that is bound into packets; null of a document from before there was an intake */
      clean: {
        sha256: string;
        byteLength: number;
        pageCount: number;
        removed: string[];
      } | null;
    };
    DocumentCheck: {
      /** @description Of the bytes, as the form named them */
      sha256: string;
      /**
       * @description `not_checked`: the check broke down; upload it once more
       * @enum {string}
       */
      state: 'not_uploaded' | 'checking' | 'not_checked' | 'refused' | 'accepted';
      /** @description Why it was refused; null otherwise */
      reason:
        | (
            | 'empty'
            | 'too_large'
            | 'other_hash'
            | 'unknown_type'
            | 'tiff'
            | 'encrypted'
            | 'truncated'
            | 'damaged'
            | 'no_pages'
            | 'too_many_pages'
            | 'odd_pages'
            | 'scripted'
            | 'starts_programs'
            | 'acts_by_itself'
            | 'dynamic_form'
            | 'hidden_layers'
            | 'form_unreadable'
            | 'unpacks_too_large'
            | 'picture_too_large'
            | 'picture_kind'
            | 'picture_damaged'
            | 'not_read_safely'
          )
        | null;
      /** @description The reason, in words */
      why: string | null;
      /** @description What to do about it */
      remedy: string | null;
      /** @description Of the accepted */
      pageCount: number | null;
      /** @description What the accepted no longer holds, in words: "links" */
      removed: string[];
    };
    DownloadLink: {
      url: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Draft: {
      denialId: string;
      level: number;
      number: number;
      templateId: string;
      editedBy: string | null;
      /** Format: date-time */
      editedAt: string;
      /** @description What the letter is; null where the template is gone */
      title: string | null;
      /** @description Why this template */
      because: string | null;
      requiredDocuments: string[];
      passages: {
        id: string;
        label: string;
        /** @enum {string} */
        kind: 'text' | 'rows';
        columns: {
          id: string;
          label: string;
        }[];
        maxLength: number;
        /** @description Null = the template’s own words */
        text: string | null;
      }[];
      missing: string[];
      candidateSha256: string | null;
    };
    DraftDifference: {
      denialId: string;
      level: number;
      /** @enum {string} */
      from: 'template' | 'draft' | 'approved';
      /** @description Of the draft on the other side; null of the template */
      fromNumber: number | null;
      number: number;
      changedLines: number;
      /** @description A line a paragraph, item or row, from top to bottom */
      lines: {
        /** @enum {string} */
        kind: 'same' | 'added' | 'removed' | 'changed';
        pieces: {
          /** @enum {string} */
          kind: 'same' | 'added' | 'removed';
          text: string;
        }[];
      }[];
    };
    Drafts: {
      denialId: string;
      level: number;
      drafts: {
        number: number;
        templateId: string;
        passages: {
          [key: string]: string;
        };
        /** @default null */
        enclosures:
          | {
              sha256: string;
              name: string;
            }[]
          | null;
        /** @default [] */
        goesWithout: {
          document: string;
          reason: string;
          by: string;
          /** Format: date-time */
          at: string;
        }[];
        editedBy: string | null;
        /** Format: date-time */
        editedAt: string;
        facts: components['schemas']['AddedFact'][];
        /** @description False of drafts from before the text of letters was kept: nothing is compared with them */
        textKept: boolean;
      }[];
    };
    ElementToChange: {
      /** @description As a change names it; null where the payer’s words name none */
      field: string | null;
      name: string;
      kind: ('code' | 'modifier' | 'pointer' | 'identifier' | 'date' | 'amount' | 'name' | 'text') | null;
      line: number | null;
      /** @description Loop, segment and element of the 837 */
      place: {
        loop: string;
        segment: string;
        element: string;
      } | null;
      /** @description What stands there on the claim as sent; null for those who may not read what is clinical */
      asSent:
        | (
            | {
                /** @constant */
                kind: 'sent';
                value: string;
              }
            | {
                /** @constant */
                kind: 'empty';
              }
            | {
                /** @constant */
                kind: 'not_on_file';
              }
          )
        | null;
      says: string;
      /** @description Group, CARC and remark, or the coding rule */
      why: string;
      ruleId: string | null;
      source: string;
    };
    ExportWriteOffsAnswer: {
      batch: components['schemas']['WriteOffBatch'] | null;
    };
    FacetValue: {
      value: string;
      count: number;
      amountCents: number;
    };
    File: {
      fileSha256: string;
      byteLength: number;
      /** Format: date-time */
      receivedAt: string;
      /** @enum {string} */
      status: 'reading' | 'loaded' | 'loaded_with_exceptions' | 'quarantined' | 'not_read_yet' | 'duplicate';
      statusReason: string;
      exceptions: components['schemas']['ReadingNotice'][];
      warnings: components['schemas']['ReadingNotice'][];
      remittances: number;
      claims: number;
      denials: number;
      deniedCents: number;
      claimsSent: number;
      acknowledgements: number;
      /**
       * Format: date
       * @description Marked as history: decided before this day
       */
      historyBefore?: string;
      /** @description Every time that a person had it loaded again, oldest first */
      redrives: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
        /** @enum {string} */
        statusBefore:
          | 'reading'
          | 'loaded'
          | 'loaded_with_exceptions'
          | 'quarantined'
          | 'not_read_yet'
          | 'duplicate';
      }[];
      actions: components['schemas']['OfferedAction'][];
    };
    FileDetail: {
      fileSha256: string;
      byteLength: number;
      /** Format: date-time */
      receivedAt: string;
      /** @enum {string} */
      status: 'reading' | 'loaded' | 'loaded_with_exceptions' | 'quarantined' | 'not_read_yet' | 'duplicate';
      statusReason: string;
      exceptions: components['schemas']['ReadingNotice'][];
      warnings: components['schemas']['ReadingNotice'][];
      remittances: number;
      claims: number;
      denials: number;
      deniedCents: number;
      claimsSent: number;
      acknowledgements: number;
      /**
       * Format: date
       * @description Marked as history: decided before this day
       */
      historyBefore?: string;
      /** @description Every time that a person had it loaded again, oldest first */
      redrives: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
        /** @enum {string} */
        statusBefore:
          | 'reading'
          | 'loaded'
          | 'loaded_with_exceptions'
          | 'quarantined'
          | 'not_read_yet'
          | 'duplicate';
      }[];
      actions: components['schemas']['OfferedAction'][];
      /** @description The newest dry run; null where nobody asked */
      preview: components['schemas']['RedrivePreview'] | null;
    };
    ItemResult: {
      denialId: string;
      /** @enum {string} */
      outcome: 'done' | 'changed_meanwhile' | 'refused' | 'unknown' | 'failed';
      /** @description As it stands now; null where nothing of it is told */
      version: number | null;
      /** @description The code of the problem that it would be by itself */
      code: string | null;
      sentence: string | null;
    };
    LetterDocument: {
      document: string;
      /** @enum {string} */
      state: 'enclosed' | 'goes_without' | 'missing';
      reason: string | null;
      by: string | null;
      at: string | null;
    };
    LetterOpened: {
      denialId: string;
      /** @enum {string} */
      changed: 'nothing' | 'only_the_date' | 'more';
      /** @description In words, where more than the date changed; nothing of the patient is in them */
      changes: string[];
      /** @enum {string} */
      state:
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer'
        | 'closed';
      nextAction: string;
      number: number;
      sha256: string;
      /** Format: date */
      datedOn: string;
      version: number;
    };
    Letters: {
      denialId: string;
      /** @description Null where the gate is closed */
      appeal: {
        templateId: string;
        /** @description What the letter is */
        title: string;
        /** @description Why this template */
        because: string;
        requiredDocuments: string[];
      } | null;
      noAppealBecause: string | null;
      /** @description A letter that is no appeal: an exception request, an open negotiation notice */
      notice: {
        templateId: string;
        /** @description What the letter is */
        title: string;
        /** @description Why this template */
        because: string;
        requiredDocuments: string[];
        /** @description What a person fills in before it is sent */
        missing: string[];
        /** @description The letter, in the dialect of letters */
        markup: string;
      } | null;
    };
    ListAuditAnswer: {
      /**
       * Format: date
       * @description In UTC; today where none is asked for
       */
      day: string;
      entries: {
        /** Format: date-time */
        at: string;
        actor:
          | {
              /** @constant */
              kind: 'user';
              userId: string;
            }
          | {
              /** @constant */
              kind: 'rule';
              ruleId: string;
              rulebookVersion: string;
            }
          | {
              /** @constant */
              kind: 'system';
              part: string;
            };
        /** @description What was asked for, or the type of the event */
        act: string;
        /** @enum {string} */
        result: 'read' | 'refused' | 'changed';
        /** @description Denial, remittance, file, person or setting; null of a list */
        subject: string | null;
        /** @description Why it was refused, or what the person wrote */
        reason: string | null;
        /** @description Of the event */
        version: number | null;
        /** @description Of the event, in its chain */
        hash: string | null;
      }[];
      /** @description Whether reads and refusals are among it: not for who is limited to some practices */
      accesses: boolean;
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    ListColleaguesAnswer: {
      colleagues: components['schemas']['Colleague'][];
    };
    ListDeadlinesAnswer: {
      /** Format: date */
      asOf: string;
      days: {
        /** Format: date */
        sendBy: string;
        count: number;
        amountCents: number;
        unowned: number;
        groups: {
          of: string;
          count: number;
          amountCents: number;
          unowned: number;
        }[];
      }[];
      undated: {
        count: number;
        amountCents: number;
        unowned: number;
      };
    };
    ListDocumentRequestsAnswer: {
      /** Format: date */
      asOf: string;
      denials: {
        denialId: string;
        /** @enum {string} */
        kind: 'denial' | 'follow_up';
        /** @default null */
        followUp: {
          /** @enum {string} */
          type: 'hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing';
          dueOn: string | null;
        } | null;
        practiceId: string;
        payerName: string;
        /** @enum {string} */
        payerType:
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto'
          | 'unknown';
        claimId: string;
        amountCents: number;
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        /** @enum {string} */
        state:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'closed';
        level: number;
        sendBy: string | null;
        nextAction: string;
        assignee: string | null;
        /** @default null */
        pend: {
          /** Format: date */
          until: string;
          reason: string;
          pendedBy: string;
          /** Format: date-time */
          pendedAt: string;
        } | null;
        priority: components['schemas']['Priority'];
        version: number;
        /** @enum {string} */
        category:
          | 'benefit_limit'
          | 'billing_error'
          | 'bundling'
          | 'coding'
          | 'contractual'
          | 'coordination_of_benefits'
          | 'credentialing'
          | 'documentation'
          | 'duplicate'
          | 'eligibility'
          | 'medical_necessity'
          | 'non_covered'
          | 'other'
          | 'patient_responsibility'
          | 'payment_info'
          | 'prior_authorization'
          | 'referral'
          | 'timely_filing';
        reasons: {
          group: string;
          carc: string;
          remarks: string[];
        }[];
        payerClaimControlNumber: string;
        wanted: {
          document: string;
          /** @enum {string} */
          state: 'needed' | 'asked' | 'received';
          dueOn: string | null;
        }[];
        /** @description Documents that are here */
        have: number;
        /** @description Documents that are wanted in all */
        need: number;
        requests: {
          number: number;
          document: string;
          holder: {
            name: string;
            email: string | null;
          };
          /** Format: date */
          dueOn: string;
          /** @enum {string} */
          state: 'open' | 'received' | 'withdrawn';
          askedBy: string;
          /** Format: date-time */
          askedAt: string;
          settledBy: string | null;
          settledAt: string | null;
          reminded: {
            /** @enum {string} */
            reminder: 'due_in_3' | 'due_today' | 'overdue';
            /** Format: date */
            on: string;
          } | null;
        }[];
      }[];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    ListFilesAnswer: {
      files: components['schemas']['File'][];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    ListNotConfiguredAnswer: {
      /** Format: date */
      asOf: string;
      windows: {
        payer: string | null;
        seenAs: {
          id: string;
          name: string;
        };
        /** @enum {string} */
        kind:
          | 'claim_filing'
          | 'corrected_claim'
          | 'reopening'
          | 'records'
          | 'dispute'
          | 'appeal'
          | 'external_review'
          | 'follow_up'
          | 'stop_recoupment'
          | 'peer_to_peer'
          | 'open_negotiation'
          | 'dispute_resolution';
        level: number | null;
        openDenials: number;
        amountCents: number;
        oldestNoticeOn: string | null;
        note: string | null;
        beingRecounted: boolean;
      }[];
      /** @description False where there are so many that only the first were counted */
      complete: boolean;
    };
    ListPayersAnswer: {
      /** @description Of the settings in force */
      version: number;
      payers: {
        payer: string;
        name: string;
        seenAs: (
          | {
              id: string;
            }
          | {
              name: string;
            }
        )[];
        /** @enum {string} */
        payerType:
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto';
        /** @description How many windows are configured */
        windows: number;
      }[];
      drafts: {
        payer: string | null;
        version: number;
        removes: boolean;
        reason: string;
        editedBy: string[];
        /** Format: date-time */
        changedAt: string;
      }[];
      seenNotConfigured: {
        id: string;
        name: string;
      }[];
    };
    ListQueueAnswer: {
      /** Format: date */
      asOf: string;
      denials: components['schemas']['DenialRow'][];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    ListQueueChangesAnswer:
      | {
          /** @constant */
          kind: 'changes';
          /** Format: date */
          asOf: string;
          /** @description Of the next call */
          cursor: string;
          changes: {
            denialId: string;
            row: components['schemas']['QueueRow'] | null;
          }[];
        }
      | {
          /**
           * @description Too much has changed, or too long ago: take a new snapshot
           * @constant
           */
          kind: 'reload';
        };
    ListRemittancesAnswer: {
      /** Format: date */
      asOf: string;
      remittances: components['schemas']['RemittanceRow'][];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    ListRulesAnswer: {
      /** @description Of the release, and of the organisation’s layer where there is one */
      rulebookVersion: string;
      rules: components['schemas']['Rule'][];
    };
    ListSettingsVersionsAnswer: {
      versions: {
        version: number;
        subject: string;
        /** Format: date-time */
        publishedAt: string;
        publishedBy: string;
        draftedBy: string[];
        reason: string;
        sha256: string;
      }[];
    };
    ListUsersAnswer: {
      users: components['schemas']['Person'][];
    };
    ListViewsAnswer: {
      views: components['schemas']['View'][];
    };
    ListWriteOffBatchesAnswer: {
      batches: components['schemas']['WriteOffBatch'][];
    };
    ListWriteOffsAnswer: {
      /** Format: date */
      asOf: string;
      writeOffs: {
        denialId: string;
        /** @enum {string} */
        kind: 'denial' | 'follow_up';
        /** @default null */
        followUp: {
          /** @enum {string} */
          type: 'hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing';
          dueOn: string | null;
        } | null;
        practiceId: string;
        payerName: string;
        /** @enum {string} */
        payerType:
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto'
          | 'unknown';
        claimId: string;
        amountCents: number;
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        /** @enum {string} */
        state:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'closed';
        level: number;
        sendBy: string | null;
        nextAction: string;
        assignee: string | null;
        /** @default null */
        pend: {
          /** Format: date */
          until: string;
          reason: string;
          pendedBy: string;
          /** Format: date-time */
          pendedAt: string;
        } | null;
        priority: components['schemas']['Priority'];
        version: number;
        /** @enum {string} */
        category:
          | 'benefit_limit'
          | 'billing_error'
          | 'bundling'
          | 'coding'
          | 'contractual'
          | 'coordination_of_benefits'
          | 'credentialing'
          | 'documentation'
          | 'duplicate'
          | 'eligibility'
          | 'medical_necessity'
          | 'non_covered'
          | 'other'
          | 'patient_responsibility'
          | 'payment_info'
          | 'prior_authorization'
          | 'referral'
          | 'timely_filing';
        reasons: {
          group: string;
          carc: string;
          remarks: string[];
        }[];
        writeOff: {
          amountCents: number;
          /** @default null */
          reasonCode:
            | (
                | 'timely_filing_missed'
                | 'appeal_window_missed'
                | 'appeals_exhausted'
                | 'authorization_missing'
                | 'not_medically_necessary'
                | 'documentation_missing'
                | 'coding_not_supported'
                | 'bundled_by_edit'
                | 'not_covered'
                | 'not_credentialed'
                | 'not_eligible'
                | 'duplicate_charge'
                | 'payer_penalty'
                | 'small_balance'
                | 'other'
              )
            | null;
          reason: string;
          /** @default [] */
          acknowledgedClocks: string[];
          proposedBy: string;
          /** Format: date-time */
          proposedAt: string;
          confirmedBy: string | null;
          confirmedAt: string | null;
          secondPerson: string | null;
          secondPersonAt: string | null;
          /** @default null */
          posted: {
            batchId: string;
            postedBy: string;
            /** Format: date-time */
            postedAt: string;
          } | null;
        } | null;
        /** @description Clocks that have not certainly run out, also those without a date: a reason to stop */
        stillOpen: components['schemas']['OpenClock'][];
        actions: components['schemas']['OfferedAction'][];
      }[];
      /** @description Of the next page; null after the last */
      cursor: string | null;
    };
    Me: {
      userId: string;
      name: string;
      /** @enum {string} */
      role: 'biller' | 'supervisor' | 'manager' | 'admin' | 'auditor';
      /** @description "*" = every practice of the organisation */
      practices: string[];
      /** @description Its name; null while nobody said it */
      organisation: string | null;
      /**
       * Format: date
       * @description Today in the organisation
       */
      asOf: string;
      /** @description What their role may do on a list of denials; each denial may still refuse it */
      actions: {
        /** @enum {string} */
        id:
          | 'take'
          | 'assign'
          | 'pend'
          | 'reroute'
          | 'request_document'
          | 'write_note'
          | 'keep_view'
          | 'share_view';
        allowed: boolean;
        reason: string | null;
      }[];
    };
    MoneySteps: {
      billedCents: number;
      steps: {
        /** @enum {string} */
        kind: 'contractual' | 'patient_share' | 'denied' | 'undecided' | 'other';
        group: string;
        carc: string;
        /** @description Null at claim level */
        line: number | null;
        /** @description What it took off; negative where the payer added */
        amountCents: number;
      }[];
      paidCents: number;
      /** @description Billed less all that was taken off less paid: 0, or it does not add up */
      unexplainedCents: number;
      unexplainedLines: {
        line: number;
        unexplainedCents: number;
      }[];
    };
    NextLevel: {
      level: number;
      /** @enum {string} */
      action: 'appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer';
      /** @description Null where only the decision or the contract says what it is */
      name: string | null;
      decider: string | null;
      requirements: string[];
      /** @description Of the year of filing */
      minimumCents: number | null;
      /** @enum {string} */
      meetsMinimum: 'yes' | 'no' | 'not_configured' | 'none_asked';
      /** @description False where the request is a form or a pleading */
      byLetter: boolean;
      sendBy: string | null;
      source: string | null;
    };
    OfferedAction: {
      /** @enum {string} */
      id:
        | 'read'
        | 'read_files'
        | 'upload_remittance'
        | 'redrive'
        | 'release_remittance'
        | 'read_letter'
        | 'read_packet'
        | 'edit_draft'
        | 'request_changes'
        | 'approve_appeal'
        | 'undo_approval'
        | 'reroute'
        | 'answer_review'
        | 'confirm_correction'
        | 'propose_correction'
        | 'decide_correction'
        | 'submit_documents'
        | 'attach_document'
        | 'read_document'
        | 'request_document'
        | 'settle_document_request'
        | 'record_answer'
        | 'take_next_level'
        | 'record_filing'
        | 'record_peer_to_peer'
        | 'record_mailing'
        | 'record_portal_submission'
        | 'record_acknowledgement'
        | 'close_as_answered'
        | 'confirm_write_off'
        | 'decide_write_off'
        | 'reverse_write_off'
        | 'export_write_offs'
        | 'close_as_billed'
        | 'close_as_expired'
        | 'close_follow_up'
        | 'review_history'
        | 'pend'
        | 'write_note'
        | 'correct_clock'
        | 'take'
        | 'assign'
        | 'keep_view'
        | 'share_view'
        | 'read_settings'
        | 'draft_settings'
        | 'publish_settings'
        | 'read_audit'
        | 'read_users'
        | 'grant_access';
      allowed: boolean;
      /** @description Why not; null where it is allowed */
      reason: string | null;
    };
    OpenClock: {
      /** @description The name by which it is acknowledged */
      clock: string;
      /** @enum {string} */
      kind:
        | 'claim_filing'
        | 'corrected_claim'
        | 'reopening'
        | 'records'
        | 'dispute'
        | 'appeal'
        | 'external_review'
        | 'follow_up'
        | 'stop_recoupment'
        | 'peer_to_peer'
        | 'open_negotiation'
        | 'dispute_resolution';
      level: number | null;
      standing: components['schemas']['ClockStanding'];
      sendBy: string | null;
      lastDay: string | null;
      daysLeft: number | null;
    };
    OrganisationOnDesk: {
      version: number;
      draft: components['schemas']['SettingsDraft'] | null;
      actions: {
        /** @enum {string} */
        id: 'draft' | 'discard' | 'publish';
        allowed: boolean;
        reason: string | null;
      }[];
      inForce: {
        /** @description Null while nobody said it */
        name: string | null;
        timeZone: string;
        practices: {
          practiceId: string;
          legalName: string;
          address: string | null;
          telephone: string | null;
          fax: string | null;
          contactName: string | null;
          signatory: {
            name: string;
            title: string;
          } | null;
          netRevenueCentsByMonth?: {
            [key: string]: number;
          };
        }[];
        writeOffSecondPersonAboveCents: number;
        /** @default {} */
        writeOffLimitsByReason: {
          [key: string]: number;
        };
        autoPostWriteOffUpToCents: number;
        secondPersonOnAppeals: boolean;
        /** @default [] */
        assignment: {
          id: string;
          practices?: string[];
          payers?: string[];
          categories?: string[];
          fromCents?: number;
          toCents?: number;
          assignee: string;
        }[];
      };
    };
    OwnTemplate: {
      manifest: {
        templateId: string;
        title: string;
        /** @enum {string} */
        kind: 'appeal' | 'notice';
        /** @enum {string} */
        subject:
          | 'general'
          | 'medical_necessity'
          | 'experimental'
          | 'level_of_care'
          | 'emergency'
          | 'prior_authorization'
          | 'authorization_on_claim'
          | 'timely_filing'
          | 'filing_exception'
          | 'bundling'
          | 'coordination_of_benefits'
          | 'eligibility'
          | 'duplicate'
          | 'coding_level'
          | 'open_negotiation';
        categories:
          | '*'
          | (
              | 'benefit_limit'
              | 'billing_error'
              | 'bundling'
              | 'coding'
              | 'contractual'
              | 'coordination_of_benefits'
              | 'credentialing'
              | 'documentation'
              | 'duplicate'
              | 'eligibility'
              | 'medical_necessity'
              | 'non_covered'
              | 'other'
              | 'patient_responsibility'
              | 'payment_info'
              | 'prior_authorization'
              | 'referral'
              | 'timely_filing'
            )[];
        codes: '*' | string[];
        rules: '*' | string[];
        payerTypes:
          | '*'
          | (
              | 'commercial'
              | 'capitated_commercial'
              | 'exchange'
              | 'exchange_shop'
              | 'medicare_ffs'
              | 'medicare_part_a'
              | 'medicare_dme'
              | 'medicare_advantage'
              | 'medicaid'
              | 'medicaid_mco'
              | 'tricare'
              | 'fehb'
              | 'va'
              | 'workers_comp'
              | 'auto'
              | 'unknown'
            )[];
        levels: '*' | number[];
        requiredDocuments: string[];
        passages: {
          id: string;
          label: string;
          /** @enum {string} */
          kind: 'text' | 'rows';
          columns: {
            id: string;
            label: string;
          }[];
          maxLength: number;
        }[];
        /** @default [] */
        fields: string[];
      };
      source: string;
    };
    Packet: {
      denialId: string;
      /** @description Of the bytes just read back */
      sha256: string;
      approvedSha256: string | null;
      handover: {
        sha256: string | null;
        /** @enum {string} */
        channel: 'file_drop' | 'print_and_mail' | 'portal' | 'sftp' | 'recorded_by_person';
        reference: string;
        /** Format: date-time */
        handedOverAt: string;
        handedOverBy: string;
        /** @default null */
        sentOn: string | null;
        /** @default [] */
        evidence: components['schemas']['DeliveryEvidence'][];
      };
      /** @description As its bytes are stored; null where it is longer than 4 MB */
      pdf: string | null;
      /** @description Where the file can be saved from, for a minute; null where it is in the answer */
      link: components['schemas']['DownloadLink'] | null;
    };
    PayerOnDesk: {
      version: number;
      draft: components['schemas']['SettingsDraft'] | null;
      actions: {
        /** @enum {string} */
        id: 'draft' | 'discard' | 'publish';
        allowed: boolean;
        reason: string | null;
      }[];
      inForce: components['schemas']['RegistryPayer'] | null;
    };
    PermitDocumentUploadAnswer: {
      /** @description Null where the same bytes are attached */
      upload: components['schemas']['UploadForm'] | null;
      /** @description Address of `readDocumentCheck` for it; null where the same bytes are attached */
      check: string | null;
      /** @description The same bytes as they are attached; null where they are new */
      document: components['schemas']['Document'] | null;
    };
    PermitRemittanceUploadAnswer: {
      /** @description Null where the same bytes came before */
      upload: components['schemas']['UploadForm'] | null;
      /** @description What became of the same bytes; null where they are new */
      file: components['schemas']['File'] | null;
    };
    Person: {
      userId: string;
      username: string;
      enabled: boolean;
      version: number;
      name: string | null;
      role: ('biller' | 'supervisor' | 'manager' | 'admin' | 'auditor') | null;
      practices: string[];
    };
    Priority:
      | {
          /** @constant */
          kind: 'not_our_move';
        }
      | {
          /** @constant */
          kind: 'ranked';
          /** @description Cents; higher comes first */
          score: number;
          formula: string;
          amountCents: number;
          /** @description Expected recovery / amount; null = not known, the whole amount counts */
          share: number | null;
          /** @enum {string} */
          shareFrom: 'no_outcomes_yet' | 'too_few_outcomes' | 'outcomes';
          shares: components['schemas']['ShareStep'][];
          expectedCents: number;
          /** @description 1 to 10 */
          urgency: number;
          sendBy: string | null;
          /** @description Calendar days to sendBy, negative once it has passed */
          daysLeft: number | null;
          standing: components['schemas']['ClockStanding'] | 'no_clock';
          says: string[];
        };
    Problem: {
      /** @description `urn:overturn:problem:` and the code */
      type: string;
      status: number;
      code: string;
      /** @description A sentence for the biller; nothing of the patient is in it */
      title: string;
      /** @description The part of the request that is wrong */
      field?: string;
      currentVersion?: number;
      /** @description Who was faster, and what they did */
      changedBy?: {
        name: string;
        what: string;
        /** Format: date-time */
        at: string;
      };
      /** @description Every mistake in settings as they were written */
      problems?: {
        field: string;
        line: number | null;
        message: string;
        remedy: string;
      }[];
    };
    QueueColumns: {
      /** @description What `practice` points into */
      practices: string[];
      /** @description What `payer` points into */
      payers: {
        payerId: string;
        payerName: string;
        /** @enum {string} */
        payerType:
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto'
          | 'unknown';
      }[];
      /** @description User ids that `owner` points into */
      owners: string[];
      /** @description What `category` points into */
      categories: (
        | 'benefit_limit'
        | 'billing_error'
        | 'bundling'
        | 'coding'
        | 'contractual'
        | 'coordination_of_benefits'
        | 'credentialing'
        | 'documentation'
        | 'duplicate'
        | 'eligibility'
        | 'medical_necessity'
        | 'non_covered'
        | 'other'
        | 'patient_responsibility'
        | 'payment_info'
        | 'prior_authorization'
        | 'referral'
        | 'timely_filing'
      )[];
      /** @description What `reason` points into */
      reasons: string[];
      /** @description What `remarks` points into, each parted by blanks */
      remarkLists: string[];
      /** @description What `route` points into */
      routes: (
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial'
      )[];
      /** @description What `state` points into */
      states: (
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer'
      )[];
      /** @description What `pendedUntil`, `openedOn` and `changedOn` point into */
      days: string[];
      /** @description What `clock` points into */
      clocks: {
        kind:
          | (
              | 'claim_filing'
              | 'corrected_claim'
              | 'reopening'
              | 'records'
              | 'dispute'
              | 'appeal'
              | 'external_review'
              | 'follow_up'
              | 'stop_recoupment'
              | 'peer_to_peer'
              | 'open_negotiation'
              | 'dispute_resolution'
            )
          | null;
        basis: ('contract' | 'statute' | 'payer_default' | 'not_configured') | null;
        standing: components['schemas']['ClockStanding'] | 'no_clock';
        sendBy: string | null;
        lastDay: string | null;
        urgency: number | null;
      }[];
      denialId: string[];
      version: number[];
      practice: number[];
      payer: number[];
      /** @description Null = nobody */
      owner: (number | null)[];
      clock: number[];
      claimId: string[];
      amountCents: number[];
      /** @description Null while the payer has the next move; score = expectedCents × urgency of the clock */
      expectedCents: (number | null)[];
      outcomes: (number | null)[];
      category: number[];
      reason: number[];
      remarks: number[];
      otherReasons: number[];
      route: number[];
      state: number[];
      followUp: (
        | ('hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing')
        | null
      )[];
      level: number[];
      pendedUntil: (number | null)[];
      missing: (number | null)[];
      openedOn: number[];
      changedOn: number[];
    };
    QueueRow: {
      denialId: string;
      version: number;
      practiceId: string;
      payerId: string;
      payerName: string;
      /** @enum {string} */
      payerType:
        | 'commercial'
        | 'capitated_commercial'
        | 'exchange'
        | 'exchange_shop'
        | 'medicare_ffs'
        | 'medicare_part_a'
        | 'medicare_dme'
        | 'medicare_advantage'
        | 'medicaid'
        | 'medicaid_mco'
        | 'tricare'
        | 'fehb'
        | 'va'
        | 'workers_comp'
        | 'auto'
        | 'unknown';
      claimId: string;
      amountCents: number;
      /** @enum {string} */
      category:
        | 'benefit_limit'
        | 'billing_error'
        | 'bundling'
        | 'coding'
        | 'contractual'
        | 'coordination_of_benefits'
        | 'credentialing'
        | 'documentation'
        | 'duplicate'
        | 'eligibility'
        | 'medical_necessity'
        | 'non_covered'
        | 'other'
        | 'patient_responsibility'
        | 'payment_info'
        | 'prior_authorization'
        | 'referral'
        | 'timely_filing';
      reason: string;
      remarks: string[];
      otherReasons: number;
      /** @enum {string} */
      route:
        | 'correct_resubmit'
        | 'documentation'
        | 'appeal'
        | 'bill_other_payer'
        | 'patient_responsibility'
        | 'write_off'
        | 'review'
        | 'not_a_denial';
      /** @enum {string} */
      state:
        | 'needs_review'
        | 'correcting'
        | 'collecting_documents'
        | 'drafting'
        | 'ready_to_approve'
        | 'held'
        | 'awaiting_second_person'
        | 'sent'
        | 'awaiting_payer';
      followUp: ('hold' | 'recoupment' | 'zero_allowed' | 'payment_question' | 'secondary_billing') | null;
      level: number;
      clockKind:
        | (
            | 'claim_filing'
            | 'corrected_claim'
            | 'reopening'
            | 'records'
            | 'dispute'
            | 'appeal'
            | 'external_review'
            | 'follow_up'
            | 'stop_recoupment'
            | 'peer_to_peer'
            | 'open_negotiation'
            | 'dispute_resolution'
          )
        | null;
      clockBasis: ('contract' | 'statute' | 'payer_default' | 'not_configured') | null;
      sendBy: string | null;
      lastDay: string | null;
      assignee: string | null;
      pendedUntil: string | null;
      missing: number | null;
      /** Format: date */
      openedOn: string;
      /** Format: date-time */
      changedAt: string;
      /** @description Cents; higher comes first. Null while the payer has the next move */
      score: number | null;
      expectedCents: number | null;
      /** @description 1 to 10 */
      urgency: number | null;
      /** @description Outcomes of this payer, reason and route behind the expectation */
      outcomes: number | null;
      standing: components['schemas']['ClockStanding'] | 'no_clock';
    };
    ReadAuditRootAnswer: {
      /**
       * Format: date
       * @description Of the organisation’s calendar
       */
      day: string;
      /** @description SHA-256 of `text` */
      root: string;
      /** @description Root of the day before; null of the first */
      previous: string | null;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string;
      heads: number;
      text: string;
    };
    ReadDocumentsAnswer: {
      requirements: {
        document: string;
        ruleId: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        state: 'attached' | 'missing';
        /** @description SHA-256 of each document */
        attached: string[];
      }[];
      documents: {
        sha256: string;
        byteLength: number;
        /** @enum {string} */
        mediaType: 'application/pdf' | 'image/tiff' | 'image/jpeg' | 'image/png';
        satisfies: string[];
        attachedBy: string;
        /** Format: date-time */
        attachedAt: string;
        sentOn: string | null;
        /** @description The plain PDF that is bound into packets; null of a document from before there was an intake */
        clean: {
          sha256: string;
          byteLength: number;
          pageCount: number;
          removed: string[];
        } | null;
        actions: components['schemas']['OfferedAction'][];
      }[];
      /** @description What was uploaded within the week and is not attached, once its check has begun */
      uploads: components['schemas']['DocumentCheck'][];
      actions: components['schemas']['OfferedAction'][];
    };
    ReadDraftAnswer: {
      denialId: string;
      level: number;
      number: number;
      templateId: string;
      editedBy: string | null;
      /** Format: date-time */
      editedAt: string;
      /** @description What the letter is; null where the template is gone */
      title: string | null;
      /** @description Why this template */
      because: string | null;
      requiredDocuments: string[];
      passages: {
        id: string;
        label: string;
        /** @enum {string} */
        kind: 'text' | 'rows';
        columns: {
          id: string;
          label: string;
        }[];
        maxLength: number;
        /** @description Null = the template’s own words */
        text: string | null;
      }[];
      missing: string[];
      candidateSha256: string | null;
      /** @description What the biller added, with its sources */
      facts: components['schemas']['AddedFact'][];
      /** @description What was chosen to go along, in its order; null = every document, as they were attached */
      enclosures:
        | {
            sha256: string;
            name: string;
          }[]
        | null;
      /** @description Required documents that the letter goes without, with the reason, who gave it and when */
      goesWithout: {
        document: string;
        reason: string;
        by: string;
        /** Format: date-time */
        at: string;
      }[];
      /** @description What is another now than when the letter was made, in words: open it for approval, or save the draft, to have it made anew */
      changedSince: string[];
    };
    ReadFiguresAnswer: {
      /** Format: date */
      asOf: string;
      denials: number;
      deniedCents: number;
      figures: {
        /** @enum {string} */
        id:
          | 'initial_denial_rate'
          | 'primary_denial_rate'
          | 'denial_write_offs_of_npsr'
          | 'days_denial_to_appeal'
          | 'days_denial_to_resolution'
          | 'initial_denials_overturned';
        formula: string;
        n: number;
        /** @description Ids of the denials that were counted */
        members: string[];
        result:
          | {
              /** @constant */
              kind: 'share';
              numerator: number;
              denominator: number;
              value: number | null;
            }
          | {
              /** @constant */
              kind: 'days';
              mean: number | null;
              median: number | null;
            }
          | {
              /** @constant */
              kind: 'not_available';
              lacks: string;
              numeratorCents: number | null;
            };
      }[];
      cells: {
        /** Format: date */
        deniedOn: string;
        payerId: string;
        reason: string;
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        denials: number;
        deniedCents: number;
        closed: number;
        overturned: number;
        recoveredCents: number;
        writtenOffCents: number;
        /** @description Ids of the denials that were counted */
        members: string[];
      }[];
    };
    ReadRuleAnswer: {
      /** @description Of the release, and of the organisation’s layer where there is one */
      rulebookVersion: string;
      rule: components['schemas']['Rule'];
    };
    ReadTodayAnswer: {
      /** Format: date */
      asOf: string;
      sections: {
        /** @enum {string} */
        id: 'dies_this_week' | 'ready_to_approve' | 'waiting_on_you' | 'with_payer' | 'no_deadline';
        count: number;
        amountCents: number;
        unowned: number;
        oldestWaitDays: number | null;
        /** @description The first ten */
        rows: components['schemas']['QueueRow'][];
      }[];
      dataProblems: {
        /** @description Null for those who may not see files */
        filesNotRead: number | null;
        remittancesNotBalanced: number;
        remittancesHeld: number;
        amountCents: number;
      };
      /** @description Null for those who assign nobody */
      team:
        | {
            owner: string | null;
            open: number;
            amountCents: number;
            dueIn7Days: number;
            medianAgeDays: number;
          }[]
        | null;
      nextSendBy: string | null;
      newestRemittanceAt: string | null;
    };
    ReadWriteOffBatchAnswer: {
      batch: components['schemas']['WriteOffBatch'];
      fileName: string;
      mediaType: string;
      /** @description Of the text in UTF-8 */
      sha256: string;
      text: string;
    };
    ReadWriteOffCheckAnswer: {
      /** Format: date */
      asOf: string;
      amountCents: number;
      /** @description Amount × share of earlier outcomes; the amount where there are none */
      expectedCents: number;
      openClocks: components['schemas']['OpenClock'][];
      /** @description Why no rule proposes it; a person may, with a written reason */
      bars: ('group_pi' | 'records_request_unanswered')[];
      reasons: {
        /** @enum {string} */
        id:
          | 'timely_filing_missed'
          | 'appeal_window_missed'
          | 'appeals_exhausted'
          | 'authorization_missing'
          | 'not_medically_necessary'
          | 'documentation_missing'
          | 'coding_not_supported'
          | 'bundled_by_edit'
          | 'not_covered'
          | 'not_credentialed'
          | 'not_eligible'
          | 'duplicate_charge'
          | 'payer_penalty'
          | 'small_balance'
          | 'other';
        name: string;
        says: string;
        /** @enum {string} */
        preventable: 'yes' | 'no' | 'sometimes';
        look: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium';
        needsSecondPerson: boolean;
      }[];
    };
    ReadingNotice: {
      code: string;
      message: string;
      transaction: string | null;
      ordinal: number | null;
      segment: number | null;
      byteOffset: number | null;
    };
    Reason: {
      group: string;
      carc: string;
      remarks: string[];
      amountCents: number;
      line: number | null;
      /** @description The CARC in words */
      wording: string | null;
      remarksInWords: {
        code: string;
        wording: string | null;
      }[];
    };
    Redirect: {
      denialId: string;
      version: number;
      /** Format: date */
      asOf: string;
      redirect:
        | {
            /** @constant */
            kind: 'other_payer';
            forwarded: {
              sign: string;
              says: string;
            } | null;
            next: {
              /** @enum {string} */
              from: 'priority_payer' | 'crossover' | 'claim';
              name: string;
              id: string;
              order: string | null;
              /** @description Key in the registry; null where it is not there */
              payer: string | null;
              /** @enum {string} */
              payerType:
                | 'commercial'
                | 'capitated_commercial'
                | 'exchange'
                | 'exchange_shop'
                | 'medicare_ffs'
                | 'medicare_part_a'
                | 'medicare_dme'
                | 'medicare_advantage'
                | 'medicaid'
                | 'medicaid_mco'
                | 'tricare'
                | 'fehb'
                | 'va'
                | 'workers_comp'
                | 'auto'
                | 'unknown';
              /** @description Until when it takes a first claim; null where nobody has configured it */
              filing: components['schemas']['TaskClock'] | null;
            }[];
            figures: components['schemas']['CoordinationFigures'];
            steps: components['schemas']['ChecklistStep'][];
          }
        | {
            /** @constant */
            kind: 'patient';
            /** @description Group PR of this denial: no more may be asked for */
            billableCents: number;
            forbidden: boolean;
            checks: {
              id: string;
              /** @enum {string} */
              outcome: 'forbids' | 'asks';
              says: string;
              source: string;
            }[];
          };
    };
    RedriveFileAnswer: {
      dryRun: boolean;
      /** @description Of a dry run: the `preview` that answers it names it */
      askedAt: string | null;
      file: components['schemas']['File'];
    };
    RedrivePreview: {
      /** Format: date-time */
      askedAt: string;
      /** Format: date-time */
      madeAt: string;
      /** @description Would be loaded; one that turns out to be in conflict is held */
      remittances: number;
      /** @description Of these remittances */
      claims: number;
      /** @description Remittances that are loaded and stay as they are */
      loadedBefore: number;
      /** @description Remittances that stay held until a person releases them */
      held: number;
      /** @description Of claims as sent and acknowledgements */
      claimTransactions: number;
      /** @description Parts of the file that still cannot be read */
      notRead: number;
      sentence: string;
    };
    RegistryPayer: {
      payer: string;
      name: string;
      seenAs: (
        | {
            id: string;
          }
        | {
            name: string;
          }
      )[];
      /** @enum {string} */
      payerType:
        | 'commercial'
        | 'capitated_commercial'
        | 'exchange'
        | 'exchange_shop'
        | 'medicare_ffs'
        | 'medicare_part_a'
        | 'medicare_dme'
        | 'medicare_advantage'
        | 'medicaid'
        | 'medicaid_mco'
        | 'tricare'
        | 'fehb'
        | 'va'
        | 'workers_comp'
        | 'auto';
      capitated?: boolean;
      /** @enum {string} */
      network?: 'in' | 'out';
      allowFrequency7?: boolean;
      /** @default [] */
      windows: {
        /** @enum {string} */
        kind:
          | 'claim_filing'
          | 'corrected_claim'
          | 'reopening'
          | 'records'
          | 'dispute'
          | 'appeal'
          | 'external_review'
          | 'stop_recoupment'
          | 'peer_to_peer';
        level?: number;
        quantity: number;
        /** @enum {string} */
        unit: 'calendar_days' | 'business_days' | 'months' | 'years';
        /** @enum {string} */
        countedFrom:
          | 'service_date'
          | 'service_from'
          | 'service_through'
          | 'remittance_date'
          | 'records_request_letter'
          | 'filing_exception_notice'
          | 'demand_letter'
          | 'previous_decision'
          | 'final_internal_denial'
          | 'negotiation_start'
          | 'third_party_decision'
          | 'emergency_care_ended';
        source: string;
        effectiveFrom?: string;
        effectiveUntil?: string;
        /** @enum {string} */
        effectiveBy?: 'start' | 'service_date' | 'remittance_date';
        safeDays?: number;
        presumedReceiptDays?: number;
        startIsDayOne?: boolean;
        /** @enum {string} */
        filedOn?: 'receipt' | 'postmark';
        /** @enum {string} */
        roll?: 'none' | 'next_workday';
        note?: string;
      }[];
      /** @default [] */
      appealLevels: {
        level: number;
        name: string;
        address: string | null;
        fax: string | null;
        portal: string | null;
        form?:
          | 'request_page'
          | {
              payersOwn: string;
            };
      }[];
      /** @default {} */
      channels: {
        [key: string]: 'mail' | 'fax' | 'portal' | 'electronic' | 'internal';
      };
      /** @default {} */
      leadBusinessDays: {
        [key: string]: number;
      };
      delivery?:
        | {
            /** @constant */
            channel: 'file_drop';
          }
        | {
            /** @constant */
            channel: 'print_and_mail';
            printRoom: string;
          }
        | {
            /** @constant */
            channel: 'portal';
          }
        | {
            /** @constant */
            channel: 'sftp';
            host: string;
            /** @default 22 */
            port: number;
            user: string;
            folder: string;
            hostKeys: string[];
            credential: string;
          };
      answerTimes?: {
        answerTo:
          | ('appeal' | 'dispute' | 'external_review' | 'correction' | 'documents' | 'peer_to_peer')
          | 'payment';
        level?: number;
        days: number;
        source: string;
      }[];
    };
    RelatedAdjudication: {
      adjudicationId: string;
      remittanceId: string;
      decidedOn: string | null;
      payerName: string;
      /** @description CLP02 */
      status: string;
      payerClaimControlNumber: string;
      chargeCents: number;
      paidCents: number;
      deniedCents: number;
      /** @enum {string} */
      standing: 'in_force' | 'reversed' | 'replaced' | 'reversal' | 'duplicate';
      reversedBy: string | null;
      replacedBy: string | null;
      answer: {
        by: string;
        on: string | null;
        /** @enum {string} */
        outcome: 'overturned' | 'partly_overturned' | 'upheld';
        recoveredCents: number;
        stillDeniedCents: number;
        saysUpheld: boolean;
      } | null;
      relations: {
        /** @enum {string} */
        kind: 'duplicates' | 'reverses' | 'corrects' | 'replaces' | 'voids' | 'split_of' | 'answers';
        to: string;
      }[];
      /** @description The denial or follow-up of this adjudication, where it has one */
      record: {
        denialId: string;
        /** @enum {string} */
        kind: 'denial' | 'follow_up';
        /** @enum {string} */
        state:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'closed';
        closedAs:
          | (
              | 'overturned'
              | 'partly_overturned'
              | 'upheld'
              | 'dismissed'
              | 'written_off'
              | 'billed_other_payer'
              | 'billed_patient'
              | 'superseded'
              | 'expired'
              | 'followed_up'
              | 'left_as_history'
            )
          | null;
      } | null;
    };
    RelatedFact:
      | {
          /** @constant */
          kind: 'duplicate_of';
          adjudicationId: string | null;
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'paid_line';
          adjudicationId: string | null;
          line: number;
          procedure: string | null;
          paidCents: number;
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'other_payer';
          /** @enum {string} */
          from: 'remittance' | 'claim';
          name: string;
          id: string;
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'filing_dates';
          servedOn: string | null;
          sentOn: string | null;
          acceptedOn: string | null;
          receivedOn: string | null;
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'recovers';
          adjudicationId: string | null;
          sentence: string;
        }
      | {
          /** @constant */
          kind: 'authorization';
          onClaim: boolean | null;
          sentence: string;
        };
    Remittance: {
      remittanceId: string;
      practiceId: string;
      fileSha256: string;
      payer: {
        id: string;
        name: string;
      };
      traceNumber: string;
      paidOn: string | null;
      paymentCents: number;
      balanced: boolean;
      imbalanceCents: number;
      claims: number;
      paidCents: number;
      storedClaims: number;
      storedPaidCents: number;
      denials: number;
      deniedCents: number;
      /** @enum {string} */
      status: 'loading' | 'loaded' | 'conflict';
      statusReason: string;
      loadedAt: string | null;
      /** @description Who had it loaded although it was held in conflict */
      released: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      } | null;
      actions: components['schemas']['OfferedAction'][];
      statement: {
        /** @description BPR02 */
        paymentCents: number;
        /** @description All CLP04 together */
        claimsCents: number;
        /** @description All PLB amounts together; what they take off is positive */
        providerAdjustmentCents: number;
        /** @description Claims less provider adjustments less payment: 0 where it adds up */
        differenceCents: number;
        /** @description What is stored less what was read */
        storedDifferenceCents: number;
        unbalancedClaims: number;
        sentence: string;
      };
      providerAdjustments: {
        reason: string;
        reference: string;
        amountCents: number;
      }[];
      sharesIdentityWith: string | null;
      claimPayments: components['schemas']['RemittanceClaim'][];
      /** @description Of the next claims; null after the last */
      cursor: string | null;
    };
    RemittanceClaim: {
      /** @description The id of its denial or follow-up, where it has one */
      adjudicationId: string;
      ordinal: number;
      claimId: string;
      payerClaimControlNumber: string;
      status: string;
      /** @description Null where nothing in it needs a decision */
      class: ('denial' | 'non_denial' | 'hold') | null;
      route:
        | (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )
        | null;
      explanation: string | null;
      deniedCents: number;
      money: components['schemas']['MoneySteps'];
    };
    RemittanceRow: {
      remittanceId: string;
      practiceId: string;
      fileSha256: string;
      payer: {
        id: string;
        name: string;
      };
      traceNumber: string;
      paidOn: string | null;
      paymentCents: number;
      balanced: boolean;
      imbalanceCents: number;
      claims: number;
      paidCents: number;
      storedClaims: number;
      storedPaidCents: number;
      denials: number;
      deniedCents: number;
      /** @enum {string} */
      status: 'loading' | 'loaded' | 'conflict';
      statusReason: string;
      loadedAt: string | null;
      /** @description Who had it loaded although it was held in conflict */
      released: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      } | null;
      actions: components['schemas']['OfferedAction'][];
    };
    ReviewHistoryAnswer: {
      results: components['schemas']['ItemResult'][];
    };
    ReviewQuestion: {
      denialId: string;
      version: number;
      question: {
        id: string;
        says: string;
        look: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium';
      };
      answers: {
        id: string;
        says: string;
        /** @description Null: nothing is decided yet, and it is put off */
        route:
          | (
              | 'correct_resubmit'
              | 'documentation'
              | 'appeal'
              | 'bill_other_payer'
              | 'patient_responsibility'
              | 'write_off'
              | 'review'
              | 'not_a_denial'
            )
          | null;
        /** @description Why the case does not allow it; null where it does */
        refusal: string | null;
      }[];
    };
    Rule: {
      id: string;
      /** @description The file it stands in: what it decides */
      kind: string;
      /** @enum {string} */
      setBy: 'release' | 'organisation';
      /** @description The rule in a sentence */
      says: string;
      /** @description Where it leads; null where it decides something else */
      route: string | null;
      /** @description What must be true: every field, and of a list any one value. Null where codes say it */
      when: {
        payers?: (
          | {
              id: string;
            }
          | {
              name: string;
            }
          | {
              payer: string;
            }
        )[];
        payerTypes?: (
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto'
          | 'unknown'
        )[];
        capitated?: boolean;
        networks?: ('in' | 'out' | 'unknown')[];
        frequency7?: boolean;
        forwarded?: boolean;
        otherCoverage?: boolean;
        groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
        carcs?: string[];
        categories?: (
          | 'benefit_limit'
          | 'billing_error'
          | 'bundling'
          | 'coding'
          | 'contractual'
          | 'coordination_of_benefits'
          | 'credentialing'
          | 'documentation'
          | 'duplicate'
          | 'eligibility'
          | 'medical_necessity'
          | 'non_covered'
          | 'other'
          | 'patient_responsibility'
          | 'payment_info'
          | 'prior_authorization'
          | 'referral'
          | 'timely_filing'
        )[];
        defaultRoutes?: (
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial'
        )[];
        needsRemark?: boolean;
        anyRemark?: string[];
        allRemarks?: string[];
        modifiers?: string[];
        alongside?: string[];
        facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
        classes?: ('denial' | 'non_denial' | 'hold')[];
        routes?: (
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial'
        )[];
        evidence?: (
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial'
        )[];
      } | null;
      /** @description What else it says, by the names of its file */
      more: {
        [key: string]: string | number | boolean | null | string[] | string[][];
      };
      /** @description First day of the remittances it holds for */
      effectiveFrom: string | null;
      /** @description And the last */
      effectiveUntil: string | null;
      source: string;
      /** @enum {string} */
      confidence: 'high' | 'medium' | 'low';
    };
    RuleLayer: {
      layer: {
        number: number;
        name: string;
        /** Format: date */
        changed: string;
      };
      /** @default [] */
      overrides: {
        id: string;
        payers?: (
          | {
              id: string;
            }
          | {
              name: string;
            }
          | {
              payer: string;
            }
        )[];
        payerTypes?: (
          | 'commercial'
          | 'capitated_commercial'
          | 'exchange'
          | 'exchange_shop'
          | 'medicare_ffs'
          | 'medicare_part_a'
          | 'medicare_dme'
          | 'medicare_advantage'
          | 'medicaid'
          | 'medicaid_mco'
          | 'tricare'
          | 'fehb'
          | 'va'
          | 'workers_comp'
          | 'auto'
          | 'unknown'
        )[];
        groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
        carcs: string[];
        remarks?: string[];
        /** @enum {string} */
        route?:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        /** @enum {string} */
        mechanism?: 'new_claim' | 'replacement' | 'void_and_new' | 'reopening' | 'adjustment' | 'none';
        /** @enum {string} */
        appealable?: 'yes' | 'no' | 'conditional';
        documents?: string[];
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
      }[];
      /** @default [] */
      carc: {
        code: string;
        wording: string;
        /** @enum {string} */
        category:
          | 'benefit_limit'
          | 'billing_error'
          | 'bundling'
          | 'coding'
          | 'contractual'
          | 'coordination_of_benefits'
          | 'credentialing'
          | 'documentation'
          | 'duplicate'
          | 'eligibility'
          | 'medical_necessity'
          | 'non_covered'
          | 'other'
          | 'patient_responsibility'
          | 'payment_info'
          | 'prior_authorization'
          | 'referral'
          | 'timely_filing';
        route: {
          /** @enum {string} */
          CO:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          /** @enum {string} */
          PR:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          /** @enum {string} */
          OA:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          /** @enum {string} */
          PI:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
        };
        /** @enum {string} */
        status: 'active' | 'deactivated';
        note: string | null;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
      }[];
      /** @default [] */
      rarc: {
        code: string;
        wording: string;
        alert: boolean;
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        missing: string | null;
        /** @enum {string} */
        status: 'active' | 'deactivated';
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
      }[];
      /** @default [] */
      statusGates: {
        id: string;
        statuses?: string[];
        remarks?: string[];
        /** @enum {string} */
        outcome: 'nothing_opens' | 'takes_back' | 'hold' | 'already_forwarded';
        waitDays?: number;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        replaces?: string;
      }[];
      /** @default [] */
      reversals: {
        id: string;
        remarks: string[];
        first: string;
        avoid: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        replaces?: string;
      }[];
      /** @default [] */
      holds: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        waitDays?: number;
        replaces?: string;
      }[];
      /** @default [] */
      classes: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        class: 'denial' | 'non_denial';
        /** @enum {string} */
        route?:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        replaces?: string;
      }[];
      /** @default [] */
      rights: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        removesAppeal: boolean;
        /** @enum {string} */
        route?:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        onPaidClaims?: boolean;
        replaces?: string;
      }[];
      /** @default [] */
      choices: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        route:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        yieldsTo?: (
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial'
        )[];
        onPaidClaims?: boolean;
        replaces?: string;
      }[];
      /** @default [] */
      remarkMatrix: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        route:
          | (
              | 'correct_resubmit'
              | 'documentation'
              | 'appeal'
              | 'bill_other_payer'
              | 'patient_responsibility'
              | 'write_off'
              | 'review'
              | 'not_a_denial'
            )
          | 'as_remark';
        replaces?: string;
      }[];
      /** @default [] */
      safety: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        blocks:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
        /** @enum {string} */
        instead:
          | 'correct_resubmit'
          | 'documentation'
          | 'appeal'
          | 'bill_other_payer'
          | 'patient_responsibility'
          | 'write_off'
          | 'review'
          | 'not_a_denial';
      }[];
      /** @default [] */
      leadingReasons: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        rank: number;
        replaces?: string;
      }[];
      /** @default [] */
      mechanisms: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        mechanism: 'new_claim' | 'replacement' | 'void_and_new' | 'reopening' | 'adjustment' | 'none';
        replaces?: string;
      }[];
      /** @default [] */
      appealability: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        appealable: 'yes' | 'no' | 'conditional';
        replaces?: string;
      }[];
      /** @default [] */
      advice: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        avoid: string;
        replaces?: string;
      }[];
      /** @default [] */
      prevention: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        /** @enum {string} */
        preventable: 'yes' | 'no' | 'sometimes';
        preventedBy:
          | (
              | 'registration'
              | 'eligibility'
              | 'authorization'
              | 'coding'
              | 'charge_capture'
              | 'documentation'
              | 'billing'
              | 'credentialing'
              | 'contracting'
              | 'payer'
            )
          | null;
        replaces?: string;
      }[];
      /** @default [] */
      documents: {
        id: string;
        when: {
          payers?: (
            | {
                id: string;
              }
            | {
                name: string;
              }
            | {
                payer: string;
              }
          )[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          capitated?: boolean;
          networks?: ('in' | 'out' | 'unknown')[];
          frequency7?: boolean;
          forwarded?: boolean;
          otherCoverage?: boolean;
          groups?: ('CO' | 'PR' | 'OA' | 'PI' | 'other')[];
          carcs?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          defaultRoutes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          needsRemark?: boolean;
          anyRemark?: string[];
          allRemarks?: string[];
          modifiers?: string[];
          alongside?: string[];
          facts?: ('approvalOnFile' | 'authorizationOnClaim' | 'referralOnClaim' | 'advanceNoticeOnFile')[];
          classes?: ('denial' | 'non_denial' | 'hold')[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          evidence?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
        };
        /** Format: date */
        effectiveFrom?: string;
        /** Format: date */
        effectiveUntil?: string;
        says: string;
        source: string;
        /** @enum {string} */
        confidence: 'high' | 'medium' | 'low';
        documents: string[];
        replaces?: string;
      }[];
    };
    RuleLayerOnDesk: {
      version: number;
      draft: components['schemas']['SettingsDraft'] | null;
      actions: {
        /** @enum {string} */
        id: 'draft' | 'discard' | 'publish';
        allowed: boolean;
        reason: string | null;
      }[];
      inForce: components['schemas']['RuleLayer'] | null;
    };
    SettingsDraft: {
      version: number;
      /** @enum {string} */
      state: 'open' | 'published' | 'discarded';
      content: unknown;
      reason: string;
      editedBy: string[];
      basedOn: number;
      /** Format: date-time */
      changedAt: string;
    };
    SettingsDrafted: {
      draft: components['schemas']['SettingsDraft'];
      warnings: components['schemas']['SettingsNotice'][];
      actions: {
        /** @enum {string} */
        id: 'draft' | 'discard' | 'publish';
        allowed: boolean;
        reason: string | null;
      }[];
    };
    SettingsNotice: {
      field: string;
      line: number | null;
      message: string;
      remedy: string;
    };
    SettingsPublished: {
      /** @description Of the settings in force */
      version: number;
      draft: components['schemas']['SettingsDraft'];
    };
    ShareStep: {
      /** @enum {string} */
      group: 'all' | 'route' | 'reason' | 'payer';
      of: string;
      n: number;
      overturned: number;
      rawShare: number | null;
      share: number;
      priorWeight: number | null;
      tooFew: boolean;
    };
    Simulation: {
      simulationId: string;
      /**
       * @description "running": the report is of the claims read so far; "overtaken": a new release was deployed, start again
       * @enum {string}
       */
      state: 'running' | 'done' | 'overtaken';
      /** Format: date-time */
      startedAt: string;
      startedBy: string;
      from: string | null;
      until: string | null;
      report: {
        rulebooks: {
          present: string;
          proposed: string;
        };
        /** Format: date */
        asOf: string;
        claims: number;
        denials: {
          present: {
            denials: number;
            cents: number;
          };
          proposed: {
            denials: number;
            cents: number;
          };
        };
        changed: {
          denials: number;
          cents: number;
        };
        clocks: {
          tooLate: number;
          lapsesFirst: number;
          noDate: number;
        };
        decidedOtherwise: number;
        notAsArchived: number;
        unreadable: {
          lines: number;
          first: {
            source: string;
            line: number;
          }[];
        };
        routes: {
          /** @enum {string} */
          from:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
            | 'hold'
            | 'no_denial';
          /** @enum {string} */
          to:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
            | 'hold'
            | 'no_denial';
          denials: number;
          cents: number;
          clocks: {
            tooLate: number;
            lapsesFirst: number;
            noDate: number;
          };
        }[];
        payers: {
          payer: string;
          name: string;
          denials: number;
          cents: number;
          clocks: {
            tooLate: number;
            lapsesFirst: number;
            noDate: number;
          };
        }[];
        reasons: {
          reason: string;
          denials: number;
          cents: number;
          clocks: {
            tooLate: number;
            lapsesFirst: number;
            noDate: number;
          };
        }[];
        examples: {
          denialId: string;
          payer: string;
          payerName: string;
          reason: string;
          cents: number;
          /** @enum {string} */
          from:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
            | 'hold'
            | 'no_denial';
          /** @enum {string} */
          to:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
            | 'hold'
            | 'no_denial';
          ruleBefore: string | null;
          ruleAfter: string | null;
          clock: ('too_late' | 'lapses_first' | 'no_date') | null;
        }[];
      };
    };
    SnapshotQueueAnswer: {
      /** Format: date */
      asOf: string;
      /** @description Where GET /api/queue/changes goes on */
      cursor: string;
      /** @description Rows that there are; `columns` holds the most pressing of them */
      total: number;
      columns: components['schemas']['QueueColumns'];
    };
    StoredFile: {
      denialId: string;
      fileName: string;
      sha256: string;
      byteLength: number;
      /** @default null */
      pageCount: number | null;
      /** @description As its bytes are stored; null where it is longer than 4 MB */
      pdf: string | null;
      /** @description Where the file can be saved from, for a minute; null where it is in the answer */
      link: components['schemas']['DownloadLink'] | null;
    };
    TaskClock: {
      /** @enum {string} */
      kind:
        | 'claim_filing'
        | 'corrected_claim'
        | 'reopening'
        | 'records'
        | 'dispute'
        | 'appeal'
        | 'external_review'
        | 'follow_up'
        | 'stop_recoupment'
        | 'peer_to_peer'
        | 'open_negotiation'
        | 'dispute_resolution';
      level: number | null;
      safeBy: string | null;
      lastDay: string | null;
      sendBy: string | null;
      /** @default null */
      notBefore: string | null;
      /** @enum {string} */
      basis: 'contract' | 'statute' | 'payer_default' | 'not_configured';
      countedFrom: string | null;
      startsOn: string | null;
      /** @default null */
      evidence: string | null;
      source: string | null;
      /** @default null */
      ruleId: string | null;
      /** @default null */
      ruleVersion: string | null;
      /**
       * @default high
       * @enum {string}
       */
      confidence: 'high' | 'medium';
      /** @default null */
      counting: {
        quantity: number;
        /** @enum {string} */
        unit: 'calendar_days' | 'business_days' | 'months' | 'years';
        safeDays: number;
        presumedReceiptDays: number;
        startIsDayOne: boolean;
        rolledDays: number;
        /** @enum {string} */
        filedOn: 'receipt' | 'postmark';
        /** @enum {string} */
        channel: 'mail' | 'fax' | 'portal' | 'electronic' | 'internal';
        leadBusinessDays: number;
      } | null;
      governs: boolean;
      note: string | null;
      standing: components['schemas']['ClockStanding'];
    };
    TemplateOnDesk: {
      version: number;
      draft: components['schemas']['SettingsDraft'] | null;
      actions: {
        /** @enum {string} */
        id: 'draft' | 'discard' | 'publish';
        allowed: boolean;
        reason: string | null;
      }[];
      inForce: components['schemas']['OwnTemplate'] | null;
    };
    Templates: {
      /** @description Of the settings in force */
      version: number;
      templates: {
        templateId: string;
        /** @description False of those that come with the release */
        own: boolean;
        title: string;
        /** @enum {string} */
        kind: 'appeal' | 'notice';
        /** @description Of source, partials, manifest and law: letters name it */
        sha256: string;
        requiredDocuments: string[];
      }[];
      drafts: {
        templateId: string | null;
        version: number;
        removes: boolean;
        reason: string;
        editedBy: string[];
        /** Format: date-time */
        changedAt: string;
      }[];
    };
    Timeline: {
      denialId: string;
      /** @description Oldest first */
      events: components['schemas']['DenialEvent'][];
      /** @description Names of those who acted, by user id */
      people: {
        [key: string]: string;
      };
    };
    UploadForm: {
      url: string;
      /** @description Each as a field of the form, before the file, which is the last and named `file` */
      fields: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description After it the bucket refuses the form
       */
      expiresAt: string;
    };
    VerifyAuditAnswer: {
      results: {
        denialId: string;
        /** @enum {string} */
        outcome: 'intact' | 'broken' | 'refused' | 'unknown';
        events: number | null;
        /** @description To compare with a copy kept elsewhere */
        lastHash: string | null;
        code: string | null;
        sentence: string | null;
        /** @description Version of the first bad event */
        brokenAt: number | null;
      }[];
      /** @description Null where denials were asked for */
      day: components['schemas']['DayVerified'] | null;
    };
    View: {
      viewId: string;
      /** @enum {string} */
      kind: 'mine' | 'team' | 'built_in';
      name: string;
      /** @description Of a view of a team */
      practiceId: string | null;
      /** @description Who saved it first; null of a built-in one */
      ownerId: string | null;
      layout: {
        filters: {
          buckets?: (
            | 'overdue'
            | 'due_in_7_days'
            | 'due_in_30_days'
            | 'later'
            | 'no_date'
            | 'no_clock'
            | 'with_payer'
          )[];
          practices?: string[];
          payers?: string[];
          payerTypes?: (
            | 'commercial'
            | 'capitated_commercial'
            | 'exchange'
            | 'exchange_shop'
            | 'medicare_ffs'
            | 'medicare_part_a'
            | 'medicare_dme'
            | 'medicare_advantage'
            | 'medicaid'
            | 'medicaid_mco'
            | 'tricare'
            | 'fehb'
            | 'va'
            | 'workers_comp'
            | 'auto'
            | 'unknown'
          )[];
          reasons?: string[];
          remarks?: string[];
          categories?: (
            | 'benefit_limit'
            | 'billing_error'
            | 'bundling'
            | 'coding'
            | 'contractual'
            | 'coordination_of_benefits'
            | 'credentialing'
            | 'documentation'
            | 'duplicate'
            | 'eligibility'
            | 'medical_necessity'
            | 'non_covered'
            | 'other'
            | 'patient_responsibility'
            | 'payment_info'
            | 'prior_authorization'
            | 'referral'
            | 'timely_filing'
          )[];
          routes?: (
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial'
          )[];
          states?: (
            | 'needs_review'
            | 'correcting'
            | 'collecting_documents'
            | 'drafting'
            | 'ready_to_approve'
            | 'held'
            | 'awaiting_second_person'
            | 'sent'
            | 'awaiting_payer'
          )[];
          owners?: string[];
          bands?: ('under_100' | '100_to_500' | '500_to_1000' | '1000_to_5000' | 'from_5000')[];
          levels?: number[];
          missing?: ('complete' | 'incomplete')[];
          kinds?: (
            | 'denial'
            | 'hold'
            | 'recoupment'
            | 'zero_allowed'
            | 'payment_question'
            | 'secondary_billing'
          )[];
          clockKinds?: (
            | 'claim_filing'
            | 'corrected_claim'
            | 'reopening'
            | 'records'
            | 'dispute'
            | 'appeal'
            | 'external_review'
            | 'follow_up'
            | 'stop_recoupment'
            | 'peer_to_peer'
            | 'open_negotiation'
            | 'dispute_resolution'
          )[];
          clockBases?: ('contract' | 'statute' | 'payer_default' | 'not_configured')[];
          untouchedDays?: number;
        };
        columns: {
          /** @enum {string} */
          id:
            | 'sendBy'
            | 'clock'
            | 'payer'
            | 'claim'
            | 'patient'
            | 'reason'
            | 'category'
            | 'route'
            | 'state'
            | 'denied'
            | 'expected'
            | 'priority'
            | 'documents'
            | 'owner'
            | 'level'
            | 'opened'
            | 'lastTouch'
            | 'pendedUntil';
          widthPx: number | null;
        }[];
        order: {
          /** @enum {string} */
          by: 'priority' | 'sendBy' | 'denied' | 'expected' | 'opened' | 'lastTouch' | 'payer';
          descending: boolean;
        };
        /** @enum {string} */
        density: 'comfortable' | 'compact';
      };
      /** @description 0 of a built-in one */
      version: number;
      changedAt: string | null;
      changedBy: string | null;
      actions: {
        /** @enum {string} */
        id: 'save' | 'delete';
        allowed: boolean;
        reason: string | null;
      }[];
    };
    WriteOffBatch: {
      batchId: string;
      practiceId: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** @description How many */
      postings: number;
      amountCents: number;
    };
  };
  responses: {
    /** @description No valid access token; the gateway itself answers */
    SignedOut: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          message: string;
        };
      };
    };
    /** @description `MALFORMED`: A field is missing, unknown or of another form; `field` names it. */
    MALFORMED: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'MALFORMED';
        };
      };
    };
    /**
     * @description `FORBIDDEN`: Role, practice or the rule of two people does not allow it; the title says why.
     *
     *     `NO_ACCOUNT`: The sign-in has no account here, or another role than it.
     */
    'FORBIDDEN.NO_ACCOUNT': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'NO_ACCOUNT';
        };
      };
    };
    /** @description `INTERNAL`: A fault of ours, logged by name and code only. */
    INTERNAL: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'INTERNAL';
        };
      };
    };
    /** @description `NOT_FOUND`: Unknown address or id. */
    NOT_FOUND: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'NOT_FOUND';
        };
      };
    };
    /**
     * @description `IDEMPOTENCY_KEY_REQUIRED`: A change has no `Idempotency-Key`, by which it is known again when it comes twice.
     *
     *     `MALFORMED`: A field is missing, unknown or of another form; `field` names it.
     */
    'IDEMPOTENCY_KEY_REQUIRED.MALFORMED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'IDEMPOTENCY_KEY_REQUIRED' | 'MALFORMED';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'STALE_VERSION';
        };
      };
    };
    /** @description `TOO_LARGE`: The body is more than 256 KB. */
    TOO_LARGE: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'TOO_LARGE';
        };
      };
    };
    /** @description `NOT_JSON`: The body is sent as something else than `application/json`. */
    NOT_JSON: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'NOT_JSON';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `TOO_MANY_VIEWS`: There are 100 views in the list already.
     *
     *     `UNKNOWN_PRACTICE`: Neither the settings of the organisation nor a remittance names the practice.
     */
    'KEY_REUSED.TOO_MANY_VIEWS.UNKNOWN_PRACTICE': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'TOO_MANY_VIEWS' | 'UNKNOWN_PRACTICE';
        };
      };
    };
    /** @description `IF_MATCH_REQUIRED`: A change does not say which version it is of. */
    IF_MATCH_REQUIRED: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'IF_MATCH_REQUIRED';
        };
      };
    };
    /** @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours. */
    KEY_REUSED: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED';
        };
      };
    };
    /**
     * @description `NOT_FOUND`: Unknown address or id.
     *
     *     `NOT_YET`: The denial is there; its draft, letter or packet is not.
     */
    'NOT_FOUND.NOT_YET': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'NOT_FOUND' | 'NOT_YET';
        };
      };
    };
    /** @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked. */
    KEY_IN_USE: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     *
     *     `TEMPLATE_CHANGED`: The template, or the law that it cites, was replaced: open the letter for approval anew.
     */
    'KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.TEMPLATE_CHANGED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NOT_IN_THIS_STATE' | 'STALE_VERSION' | 'TEMPLATE_CHANGED';
        };
      };
    };
    /**
     * @description `ENCLOSURE_REFUSED`: A chosen enclosure is not attached, stands twice, or has no name that can be printed.
     *
     *     `FACT_REFUSED`: An added fact says nothing, is too long, or has no source that is there.
     *
     *     `GOES_WITHOUT_REFUSED`: A reason for going without a document is empty or too long, or the letter requires no such document.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `PASSAGE_REFUSED`: A passage is too long, unknown, or a row lacks a part.
     */
    'ENCLOSURE_REFUSED.FACT_REFUSED.GOES_WITHOUT_REFUSED.KEY_REUSED.PASSAGE_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?:
            | 'ENCLOSURE_REFUSED'
            | 'FACT_REFUSED'
            | 'GOES_WITHOUT_REFUSED'
            | 'KEY_REUSED'
            | 'PASSAGE_REFUSED';
        };
      };
    };
    /**
     * @description `FORBIDDEN`: Role, practice or the rule of two people does not allow it; the title says why.
     *
     *     `NO_ACCOUNT`: The sign-in has no account here, or another role than it.
     *
     *     `PREPARER_IS_APPROVER`: The organisation wants a second person on appeals.
     */
    'FORBIDDEN.NO_ACCOUNT.PREPARER_IS_APPROVER': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'FORBIDDEN' | 'NO_ACCOUNT' | 'PREPARER_IS_APPROVER';
        };
      };
    };
    /**
     * @description `FACTS_CHANGED`: A fact, an enclosure or a remittance changed, as the title says: open the letter for approval anew.
     *
     *     `HASH_MISMATCH`: The approved SHA-256 is not that of the letter that waits.
     *
     *     `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     *
     *     `STORED_BYTES_DIFFER`: What is stored is not what was rendered: save the draft again.
     *
     *     `TEMPLATE_CHANGED`: The template, or the law that it cites, was replaced: open the letter for approval anew.
     */
    'FACTS_CHANGED.HASH_MISMATCH.KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.STORED_BYTES_DIFFER.TEMPLATE_CHANGED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?:
            | 'FACTS_CHANGED'
            | 'HASH_MISMATCH'
            | 'KEY_IN_USE'
            | 'NOT_IN_THIS_STATE'
            | 'STALE_VERSION'
            | 'STORED_BYTES_DIFFER'
            | 'TEMPLATE_CHANGED';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `LETTER_INCOMPLETE`: A placeholder of the letter is open, or a character of it cannot be printed.
     *
     *     `NOT_APPEALABLE`: The case does not allow an appeal; the title says why.
     */
    'KEY_REUSED.LETTER_INCOMPLETE.NOT_APPEALABLE': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'LETTER_INCOMPLETE' | 'NOT_APPEALABLE';
        };
      };
    };
    /**
     * @description `HOLD_ENDED`: The letter left already.
     *
     *     `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'HOLD_ENDED.KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'HOLD_ENDED' | 'KEY_IN_USE' | 'NOT_IN_THIS_STATE' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NOT_IN_THIS_STATE' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `NOT_APPEALABLE`: The case does not allow an appeal; the title says why.
     *
     *     `ROUTE_REFUSED`: The case does not allow the route; the title says why.
     */
    'KEY_REUSED.NOT_APPEALABLE.ROUTE_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'NOT_APPEALABLE' | 'ROUTE_REFUSED';
        };
      };
    };
    /**
     * @description `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `NOT_APPEALABLE`: The case does not allow an appeal; the title says why.
     *
     *     `ROUTE_REFUSED`: The case does not allow the route; the title says why.
     */
    'DATE_REFUSED.KEY_REUSED.NOT_APPEALABLE.ROUTE_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'DATE_REFUSED' | 'KEY_REUSED' | 'NOT_APPEALABLE' | 'ROUTE_REFUSED';
        };
      };
    };
    /**
     * @description `APPEAL_OPEN`: An appeal of the same claim is with the payer.
     *
     *     `CHANGE_REFUSED`: A change names no field of a claim, does not say what stands there now so that it can be compared, or nothing was changed.
     *
     *     `CLAIM_NUMBER_REFUSED`: REF*F8 is missing, is not the payer’s number of its last decision, or stands where none may.
     *
     *     `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `FREQUENCY_REFUSED`: The corrected claim may not go out so: it would deny as a duplicate, or there is nothing to replace or void; the title says why.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `SECOND_PERSON_NEEDED`: A change has more paid, and no second person has approved it.
     */
    'APPEAL_OPEN.CHANGE_REFUSED.CLAIM_NUMBER_REFUSED.DATE_REFUSED.FREQUENCY_REFUSED.KEY_REUSED.SECOND_PERSON_NEEDED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?:
            | 'APPEAL_OPEN'
            | 'CHANGE_REFUSED'
            | 'CLAIM_NUMBER_REFUSED'
            | 'DATE_REFUSED'
            | 'FREQUENCY_REFUSED'
            | 'KEY_REUSED'
            | 'SECOND_PERSON_NEEDED';
        };
      };
    };
    /**
     * @description `CHANGE_REFUSED`: A change names no field of a claim, does not say what stands there now so that it can be compared, or nothing was changed.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     */
    'CHANGE_REFUSED.KEY_REUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'CHANGE_REFUSED' | 'KEY_REUSED';
        };
      };
    };
    /** @description `NOT_IN_THIS_STATE`: The denial stands elsewhere. */
    NOT_IN_THIS_STATE: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'NOT_IN_THIS_STATE';
        };
      };
    };
    /**
     * @description `DOCUMENT_BEING_CHECKED`: The document was uploaded, and the check of it is not over: ask again in a moment.
     *
     *     `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `NO_SUCH_DOCUMENT`: The denial has no such document, or it has left for the payer.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'DOCUMENT_BEING_CHECKED.KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?:
            | 'DOCUMENT_BEING_CHECKED'
            | 'KEY_IN_USE'
            | 'NOT_IN_THIS_STATE'
            | 'NO_SUCH_DOCUMENT'
            | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `DOCUMENT_REFUSED`: The document is not there, was not accepted when it was checked, is one too many, or not asked for; the title says which, and what to do.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     */
    'DOCUMENT_REFUSED.KEY_REUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'DOCUMENT_REFUSED' | 'KEY_REUSED';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `NO_SUCH_DOCUMENT`: The denial has no such document, or it has left for the payer.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NOT_IN_THIS_STATE' | 'NO_SUCH_DOCUMENT' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `DOCUMENT_MISSING`: The payer wants a document that is neither enclosed nor declared unneeded; the title names it.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     */
    'DATE_REFUSED.DOCUMENT_MISSING.KEY_REUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'DATE_REFUSED' | 'DOCUMENT_MISSING' | 'KEY_REUSED';
        };
      };
    };
    /**
     * @description `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     */
    'DATE_REFUSED.KEY_REUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'DATE_REFUSED' | 'KEY_REUSED';
        };
      };
    };
    /**
     * @description `BELOW_MINIMUM`: The amount is below what the next level takes, and no reason says how it is reached.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `NO_FURTHER_LEVEL`: There is no level after this one, or the payer itself sends it on.
     */
    'BELOW_MINIMUM.KEY_REUSED.NO_FURTHER_LEVEL': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'BELOW_MINIMUM' | 'KEY_REUSED' | 'NO_FURTHER_LEVEL';
        };
      };
    };
    /**
     * @description `CLOCK_STILL_OPEN`: A write-off would let a clock run out that nobody acknowledged; the title names clock, days and money.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     */
    'CLOCK_STILL_OPEN.KEY_REUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'CLOCK_STILL_OPEN' | 'KEY_REUSED';
        };
      };
    };
    /**
     * @description `ALREADY_FORWARDED`: The remittance says that the next payer has the claim, and nobody says that it has not.
     *
     *     `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `PATIENT_PROTECTED`: A check forbids billing the patient, one is not confirmed, or something else is confirmed; the title says which.
     *
     *     `ROUTE_REFUSED`: The case does not allow the route; the title says why.
     */
    'ALREADY_FORWARDED.DATE_REFUSED.KEY_REUSED.PATIENT_PROTECTED.ROUTE_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'ALREADY_FORWARDED' | 'DATE_REFUSED' | 'KEY_REUSED' | 'PATIENT_PROTECTED' | 'ROUTE_REFUSED';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `UNKNOWN_USER`: The assignee does not work on this practice.
     */
    'KEY_REUSED.UNKNOWN_USER': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'UNKNOWN_USER';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_IN_THIS_STATE`: The denial stands elsewhere.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     *
     *     `UNKNOWN_CLOCK`: The denial has no such clock, or its clock starts with no date that is entered.
     */
    'KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.UNKNOWN_CLOCK': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NOT_IN_THIS_STATE' | 'STALE_VERSION' | 'UNKNOWN_CLOCK';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NOT_HELD`: The remittance is not held in conflict.
     *
     *     `REDRIVE_RUNNING`: The file is being loaded now; `changedBy` says who had it redriven, and when.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.NOT_HELD.REDRIVE_RUNNING.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NOT_HELD' | 'REDRIVE_RUNNING' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `REDRIVE_RUNNING`: The file is being loaded now; `changedBy` says who had it redriven, and when.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.REDRIVE_RUNNING.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'REDRIVE_RUNNING' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `NOTHING_CHANGES`: The draft says what is in force.
     *
     *     `SETTINGS_REFUSED`: Mistakes in settings; `problems` lists each with `field`, `line`, `message` and `remedy`.
     */
    'KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'NOTHING_CHANGES' | 'SETTINGS_REFUSED';
        };
      };
    };
    /**
     * @description `KEY_IN_USE`: The same request with the same Idempotency-Key is being worked.
     *
     *     `NO_DRAFT`: There is no open draft of these settings.
     *
     *     `STALE_VERSION`: The record changed since it was read; `changedBy` says who did what.
     */
    'KEY_IN_USE.NO_DRAFT.STALE_VERSION': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_IN_USE' | 'NO_DRAFT' | 'STALE_VERSION';
        };
      };
    };
    /**
     * @description `DATE_REFUSED`: The day cannot be: sent in the future or before the payer’s decision, put off too long, or no day of the calendar.
     *
     *     `SETTINGS_REFUSED`: Mistakes in settings; `problems` lists each with `field`, `line`, `message` and `remedy`.
     */
    'DATE_REFUSED.SETTINGS_REFUSED': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'DATE_REFUSED' | 'SETTINGS_REFUSED';
        };
      };
    };
    /**
     * @description `KEY_REUSED`: The Idempotency-Key was used for another request within 24 hours.
     *
     *     `UNKNOWN_PRACTICE`: Neither the settings of the organisation nor a remittance names the practice.
     */
    'KEY_REUSED.UNKNOWN_PRACTICE': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'] & {
          /** @enum {unknown} */
          code?: 'KEY_REUSED' | 'UNKNOWN_PRACTICE';
        };
      };
    };
  };
  parameters: {
    /** @description The ETag of the version that is changed; `"0"` where there is none yet */
    IfMatch: string;
    /** @description New for each change; the same key with the same request acts once within 24 hours */
    IdempotencyKey: string;
  };
  requestBodies: never;
  headers: {
    /** @description Version of the record, where it has one */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listColleagues: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListColleaguesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readToday: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadTodayAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listQueue: {
    parameters: {
      query?: {
        state?:
          | 'needs_review'
          | 'correcting'
          | 'collecting_documents'
          | 'drafting'
          | 'ready_to_approve'
          | 'held'
          | 'awaiting_second_person'
          | 'sent'
          | 'awaiting_payer'
          | 'history_review';
        practice?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListQueueAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  snapshotQueue: {
    parameters: {
      query?: {
        scope?: 'open' | 'history_review';
        practice?: string;
        /** @description Only the rows that this view is about */
        view?: string | null;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotQueueAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  listQueueChanges: {
    parameters: {
      query: {
        scope?: 'open' | 'history_review';
        practice?: string;
        cursor: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListQueueChangesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  countFacets: {
    parameters: {
      query?: {
        scope?: 'open' | 'history_review';
        practice?: string;
        /** @description Only the rows that this view is about */
        view?: string | null;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CountFacetsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  listDeadlines: {
    parameters: {
      query: {
        from: string;
        to: string;
        groupBy?: 'payer' | 'owner' | 'route' | 'clock' | 'practice';
        practice?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListDeadlinesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listViews: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListViewsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        viewId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  saveView: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        viewId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          scope:
            | {
                /** @constant */
                kind: 'mine';
              }
            | {
                /** @constant */
                kind: 'team';
                practiceId: string;
              };
          layout: {
            filters: {
              buckets?: (
                | 'overdue'
                | 'due_in_7_days'
                | 'due_in_30_days'
                | 'later'
                | 'no_date'
                | 'no_clock'
                | 'with_payer'
              )[];
              practices?: string[];
              payers?: string[];
              payerTypes?: (
                | 'commercial'
                | 'capitated_commercial'
                | 'exchange'
                | 'exchange_shop'
                | 'medicare_ffs'
                | 'medicare_part_a'
                | 'medicare_dme'
                | 'medicare_advantage'
                | 'medicaid'
                | 'medicaid_mco'
                | 'tricare'
                | 'fehb'
                | 'va'
                | 'workers_comp'
                | 'auto'
                | 'unknown'
              )[];
              reasons?: string[];
              remarks?: string[];
              categories?: (
                | 'benefit_limit'
                | 'billing_error'
                | 'bundling'
                | 'coding'
                | 'contractual'
                | 'coordination_of_benefits'
                | 'credentialing'
                | 'documentation'
                | 'duplicate'
                | 'eligibility'
                | 'medical_necessity'
                | 'non_covered'
                | 'other'
                | 'patient_responsibility'
                | 'payment_info'
                | 'prior_authorization'
                | 'referral'
                | 'timely_filing'
              )[];
              routes?: (
                | 'correct_resubmit'
                | 'documentation'
                | 'appeal'
                | 'bill_other_payer'
                | 'patient_responsibility'
                | 'write_off'
                | 'review'
                | 'not_a_denial'
              )[];
              states?: (
                | 'needs_review'
                | 'correcting'
                | 'collecting_documents'
                | 'drafting'
                | 'ready_to_approve'
                | 'held'
                | 'awaiting_second_person'
                | 'sent'
                | 'awaiting_payer'
              )[];
              owners?: string[];
              bands?: ('under_100' | '100_to_500' | '500_to_1000' | '1000_to_5000' | 'from_5000')[];
              levels?: number[];
              missing?: ('complete' | 'incomplete')[];
              kinds?: (
                | 'denial'
                | 'hold'
                | 'recoupment'
                | 'zero_allowed'
                | 'payment_question'
                | 'secondary_billing'
              )[];
              clockKinds?: (
                | 'claim_filing'
                | 'corrected_claim'
                | 'reopening'
                | 'records'
                | 'dispute'
                | 'appeal'
                | 'external_review'
                | 'follow_up'
                | 'stop_recoupment'
                | 'peer_to_peer'
                | 'open_negotiation'
                | 'dispute_resolution'
              )[];
              clockBases?: ('contract' | 'statute' | 'payer_default' | 'not_configured')[];
              untouchedDays?: number;
            };
            columns: {
              /** @enum {string} */
              id:
                | 'sendBy'
                | 'clock'
                | 'payer'
                | 'claim'
                | 'patient'
                | 'reason'
                | 'category'
                | 'route'
                | 'state'
                | 'denied'
                | 'expected'
                | 'priority'
                | 'documents'
                | 'owner'
                | 'level'
                | 'opened'
                | 'lastTouch'
                | 'pendedUntil';
              widthPx: number | null;
            }[];
            order: {
              /** @enum {string} */
              by: 'priority' | 'sendBy' | 'denied' | 'expected' | 'opened' | 'lastTouch' | 'payer';
              descending: boolean;
            };
            /** @enum {string} */
            density: 'comfortable' | 'compact';
          };
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.TOO_MANY_VIEWS.UNKNOWN_PRACTICE'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  deleteView: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        viewId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['View'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  batchGetIdentities: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          denialIds: string[];
          /** @default false */
          reveal?: boolean;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchGetIdentitiesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      500: components['responses']['INTERNAL'];
    };
  };
  readFigures: {
    parameters: {
      query: {
        from: string;
        to: string;
        practice?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadFiguresAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDenial: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DenialWithClaim'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  readTimeline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Timeline'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  readTrace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionTrace'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  listAudit: {
    parameters: {
      query?: {
        /** @description In UTC */
        day?: string;
        userId?: string;
        act?: string;
        result?: 'read' | 'refused' | 'changed';
        denialId?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListAuditAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  verifyAudit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              denialIds: string[];
            }
          | {
              /** Format: date */
              day: string;
              cursor?: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerifyAuditAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      500: components['responses']['INTERNAL'];
    };
  };
  readAuditRoot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadAuditRootAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  listDocumentRequests: {
    parameters: {
      query?: {
        practice?: string;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListDocumentRequestsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listWriteOffs: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListWriteOffsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listWriteOffBatches: {
    parameters: {
      query: {
        practiceId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListWriteOffBatchesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  exportWriteOffs: {
    parameters: {
      query?: never;
      header?: {
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          practiceId: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExportWriteOffsAnswer'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readWriteOffBatch: {
    parameters: {
      query: {
        practiceId: string;
        format?: 'csv' | 'json';
      };
      header?: never;
      path: {
        batchId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadWriteOffBatchAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  readLetters: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Letters'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadDraftAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  editDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description By id; an empty text goes back to the template’s words; what is left out stays as it was */
          passages?: {
            [key: string]: string;
          };
          /** @description All that is added, in the order of the letter */
          facts?: {
            statement: string;
            source:
              | {
                  /** @constant */
                  kind: 'field';
                  field: string;
                }
              | {
                  /** @constant */
                  kind: 'enclosure';
                  sha256: string;
                  page: number;
                };
          }[];
          /** @description Which documents go along, in their order; null = all, as they were attached */
          enclosures?:
            | {
                sha256: string;
                name: string;
              }[]
            | null;
          /** @description All required documents that the letter goes without, each with the reason; none is printed */
          goesWithout?: {
            document: string;
            reason: string;
          }[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.TEMPLATE_CHANGED'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['ENCLOSURE_REFUSED.FACT_REFUSED.GOES_WITHOUT_REFUSED.KEY_REUSED.PASSAGE_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  listDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Drafts'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDraftDifference: {
    parameters: {
      query: {
        /** @description `template`, `approved`, or `draft:` and a number */
        from: string;
      };
      header?: never;
      path: {
        denialId: string;
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftDifference'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  readCandidate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Candidate'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  readCandidateFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
        /** @description letter.pdf, packet.pdf, or a part as the candidate lists it */
        fileName: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredFile'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  openForApproval: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LetterOpened'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.TEMPLATE_CHANGED'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  approveAppeal: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          sha256: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT.PREPARER_IS_APPROVER'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['FACTS_CHANGED.HASH_MISMATCH.KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.STORED_BYTES_DIFFER.TEMPLATE_CHANGED'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.LETTER_INCOMPLETE.NOT_APPEALABLE'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  undoApproval: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['HOLD_ENDED.KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  requestChanges: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  rerouteDenial: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          route:
            | 'correct_resubmit'
            | 'documentation'
            | 'appeal'
            | 'bill_other_payer'
            | 'patient_responsibility'
            | 'write_off'
            | 'review'
            | 'not_a_denial';
          reason: string;
          /** @description With route documentation: writes the letter that is no appeal, to be approved and sent */
          notice?: boolean;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOT_APPEALABLE.ROUTE_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewQuestion'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  answerReview: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          answer: string;
          reason: string;
          /** Format: date */
          until?: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED.NOT_APPEALABLE.ROUTE_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readCorrection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionTask'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  confirmCorrection: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reference: string;
          /** Format: date */
          sentOn: string;
          /** @enum {string} */
          frequency: '1' | '7' | '8' | 'none';
          payerClaimNumber?: string;
          voidReference?: string;
          deniedLinesOnly?: boolean;
          changes: {
            field: string;
            line: number | null;
            after: string | null;
          }[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['APPEAL_OPEN.CHANGE_REFUSED.CLAIM_NUMBER_REFUSED.DATE_REFUSED.FREQUENCY_REFUSED.KEY_REUSED.SECOND_PERSON_NEEDED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  proposeCorrection: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          changes: {
            field: string;
            line: number | null;
            after: string | null;
          }[];
          recordCitation: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['CHANGE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  decideCorrection: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              verdict: 'approve';
            }
          | {
              /** @constant */
              verdict: 'reject';
              reason: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDocuments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadDocumentsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  submitDocuments: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          channel: 'mail' | 'fax' | 'portal' | 'electronic';
          reference: string;
          /** Format: date */
          sentOn: string;
          /** @description As `requiredDocuments` of the decision names them */
          enclosed?: string[];
          /** @description Those that the payer does not need here, and why */
          notNeeded?: {
            document: string;
            reason: string;
          }[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.DOCUMENT_MISSING.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDocumentCheck: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
        /** @description Of the bytes */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentCheck'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  permitDocumentUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the bytes */
          sha256: string;
          byteLength: number;
          /** @enum {string} */
          mediaType: 'application/pdf' | 'image/tiff' | 'image/jpeg' | 'image/png';
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermitDocumentUploadAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['NOT_IN_THIS_STATE'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      500: components['responses']['INTERNAL'];
    };
  };
  attachDocument: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
        /** @description Of the bytes */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description As `requiredDocuments` of the decision names them
           * @default []
           */
          satisfies?: string[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['DOCUMENT_BEING_CHECKED.KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DOCUMENT_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  removeDocument: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
        /** @description Of the bytes */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  linkToDocument: {
    parameters: {
      query?: {
        /** @description As it was uploaded, or the plain PDF that is bound into packets */
        copy?: 'uploaded' | 'checked';
      };
      header?: never;
      path: {
        denialId: string;
        /** @description Of the bytes */
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DownloadLink'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  requestDocument: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description As `requiredDocuments` names it, or in one’s own words */
          document: string;
          holder: {
            name: string;
            email?: string;
          };
          /** Format: date */
          dueOn: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  receiveDocument: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  withdrawDocumentRequest: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordAnswer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'more_wanted';
          /**
           * Format: date
           * @description The date printed on the answer, or of the call
           */
          decidedOn: string;
          /** @enum {string} */
          channel: 'letter' | 'fax' | 'portal' | 'call';
          /** @description Number of the letter, portal message or call */
          reference: string;
          /**
           * @description Of more_wanted: by when the payer must have it; null where it names no day
           * @default null
           */
          wantedBy?: string | null;
          /** @default null */
          note?: string | null;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  takeNextLevel: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          reason?: string | null;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['BELOW_MINIMUM.KEY_REUSED.NO_FURTHER_LEVEL'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordFiling: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          channel: 'mail' | 'fax' | 'portal' | 'electronic' | 'in_person';
          reference: string;
          /** Format: date */
          sentOn: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordPeerToPeer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          heldOn: string;
          /** @enum {string} */
          result: 'overturned' | 'upheld';
          reference: string;
          /** @default null */
          note?: string | null;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  closeAsAnswered: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readWriteOffCheck: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadWriteOffCheckAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  confirmWriteOff: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          reasonCode:
            | 'timely_filing_missed'
            | 'appeal_window_missed'
            | 'appeals_exhausted'
            | 'authorization_missing'
            | 'not_medically_necessary'
            | 'documentation_missing'
            | 'coding_not_supported'
            | 'bundled_by_edit'
            | 'not_covered'
            | 'not_credentialed'
            | 'not_eligible'
            | 'duplicate_charge'
            | 'payer_penalty'
            | 'small_balance'
            | 'other';
          reason: string;
          acknowledgedClocks?: string[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['CLOCK_STILL_OPEN.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  decideWriteOff: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              verdict: 'approve';
            }
          | {
              /** @constant */
              verdict: 'reject';
              reason: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['CLOCK_STILL_OPEN.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  reverseWriteOff: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readRedirect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Redirect'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  closeAsBilled: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
          billed:
            | {
                /** @constant */
                to: 'other_payer';
                payerName: string;
                reference: string;
                /** Format: date */
                billedOn: string;
                /** Format: date */
                notReceivedOn?: string;
              }
            | {
                /** @constant */
                to: 'patient';
                reference?: string;
                /** Format: date */
                billedOn: string;
                confirmedChecks: string[];
              };
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['ALREADY_FORWARDED.DATE_REFUSED.KEY_REUSED.PATIENT_PROTECTED.ROUTE_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  closeAsExpired: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  closeFollowUp: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  reviewHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          verdict: 'accept' | 'dismiss';
          reason: string;
          denials: {
            denialId: string;
            version: number;
          }[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewHistoryAnswer'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      500: components['responses']['INTERNAL'];
    };
  };
  assignDenial: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          assignee: string | null;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.UNKNOWN_USER'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  pendDenial: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          pend: {
            /** Format: date */
            until: string;
            reason: string;
          } | null;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  writeNote: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  correctClock: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
        /** @description `ruleId` of the clock */
        clock: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          startsOn: string | null;
          /** @description What it was read from: a letter’s reference and day */
          evidence: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.STALE_VERSION.UNKNOWN_CLOCK'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  actOnMany: {
    parameters: {
      query?: never;
      header?: {
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          action:
            | {
                /** @constant */
                kind: 'assign';
                assignee: string | null;
              }
            | {
                /** @constant */
                kind: 'pend';
                pend: {
                  /** Format: date */
                  until: string;
                  reason: string;
                } | null;
              }
            | {
                /** @constant */
                kind: 'reroute';
                /** @enum {string} */
                route:
                  | 'correct_resubmit'
                  | 'documentation'
                  | 'appeal'
                  | 'bill_other_payer'
                  | 'patient_responsibility'
                  | 'write_off'
                  | 'review'
                  | 'not_a_denial';
                reason: string;
              }
            | {
                /** @description As `requiredDocuments` names it, or in one’s own words */
                document: string;
                holder: {
                  name: string;
                  email?: string;
                };
                /** Format: date */
                dueOn: string;
                /** @constant */
                kind: 'request_document';
              };
          /** @default false */
          preview?: boolean;
          items: {
            denialId: string;
            version: number;
          }[];
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActOnManyAnswer'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readPacket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Packet'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  readDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND.NOT_YET'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordMailing: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          mailedOn: string;
          trackingNumber?: string;
          /** @description The receipt, as a document of the denial */
          documentSha256?: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordPortalSubmission: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          submittedOn: string;
          confirmationNumber: string;
          /** @description The screenshot, as a document of the denial */
          documentSha256?: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  recordAcknowledgement: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        denialId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          by: 'channel' | 'payer';
          /** Format: date */
          acknowledgedOn: string;
          reference: string;
          /** @description The acknowledgement, as a document of the denial */
          documentSha256?: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Denial'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_IN_THIS_STATE.NO_SUCH_DOCUMENT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  listRemittances: {
    parameters: {
      query?: {
        cursor?: string;
        only?: 'exceptions';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRemittancesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readRemittance: {
    parameters: {
      query?: {
        cursor?: string;
      };
      header?: never;
      path: {
        remittanceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Remittance'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  releaseRemittance: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        remittanceId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemittanceRow'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NOT_HELD.REDRIVE_RUNNING.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  permitRemittanceUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the bytes */
          sha256: string;
          byteLength: number;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PermitRemittanceUploadAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      500: components['responses']['INTERNAL'];
    };
  };
  listFiles: {
    parameters: {
      query?: {
        cursor?: string;
        only?: 'exceptions';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListFilesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileDetail'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  redriveFile: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedriveFileAnswer'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.REDRIVE_RUNNING.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readOrganisation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationOnDesk'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  draftOrganisation: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              organisation: unknown;
              reason: string;
            }
          | {
              text: string;
              reason: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  discardOrganisationDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  publishOrganisation: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsPublished'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  listPayers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListPayersAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readPayer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        payer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PayerOnDesk'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  draftPayer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        payer: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              entry: unknown;
              reason: string;
            }
          | {
              text: string;
              reason: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  discardPayerDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        payer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  publishPayer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        payer: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsPublished'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  listRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListRulesAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadRuleAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  listTemplates: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Templates'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateOnDesk'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  draftTemplate: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description `{"manifest": {…}, "source": "…"}`, as a folder of templates/ holds them; `fields` are filled in */
          template: unknown;
          reason: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  discardTemplateDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  publishTemplate: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsPublished'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readRuleLayer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleLayerOnDesk'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  checkRuleLayer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              layer: unknown;
            }
          | {
              text: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckRuleLayerAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      500: components['responses']['INTERNAL'];
    };
  };
  draftRuleLayer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              layer: unknown;
              reason: string;
            }
          | {
              text: string;
              reason: string;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  discardRuleLayerDraft: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsDrafted'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  publishRuleLayer: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsPublished'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      409: components['responses']['KEY_IN_USE.NO_DRAFT.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.NOTHING_CHANGES.SETTINGS_REFUSED'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
  startSimulation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              layer: unknown;
              /** @default null */
              from?: string | null;
              /** @default null */
              until?: string | null;
              /** @default null */
              asOf?: string | null;
            }
          | {
              text: string;
              /** @default null */
              from?: string | null;
              /** @default null */
              until?: string | null;
              /** @default null */
              asOf?: string | null;
            };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Simulation'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['DATE_REFUSED.SETTINGS_REFUSED'];
      500: components['responses']['INTERNAL'];
    };
  };
  readSimulation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        simulationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Simulation'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  listSettingsVersions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListSettingsVersionsAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listNotConfigured: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListNotConfiguredAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ListUsersAnswer'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      500: components['responses']['INTERNAL'];
    };
  };
  readUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      400: components['responses']['MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      500: components['responses']['INTERNAL'];
    };
  };
  grantAccess: {
    parameters: {
      query?: never;
      header: {
        /** @description The ETag of the version that is changed; `"0"` where there is none yet */
        'If-Match': components['parameters']['IfMatch'];
        /** @description New for each change; the same key with the same request acts once within 24 hours */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role: 'biller' | 'supervisor' | 'manager' | 'admin' | 'auditor';
          practices: string[];
          name?: string;
        };
      };
    };
    responses: {
      /** @description As asked */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      400: components['responses']['IDEMPOTENCY_KEY_REQUIRED.MALFORMED'];
      401: components['responses']['SignedOut'];
      403: components['responses']['FORBIDDEN.NO_ACCOUNT'];
      404: components['responses']['NOT_FOUND'];
      409: components['responses']['KEY_IN_USE.STALE_VERSION'];
      413: components['responses']['TOO_LARGE'];
      415: components['responses']['NOT_JSON'];
      422: components['responses']['KEY_REUSED.UNKNOWN_PRACTICE'];
      428: components['responses']['IF_MATCH_REQUIRED'];
      500: components['responses']['INTERNAL'];
    };
  };
}
