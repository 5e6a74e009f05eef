import type { Denial } from './denial.ts';

/** What a record of the work table says before anybody or anything has worked on it. */
export const UNTOUCHED = {
  closedAs: null,
  closedAt: null,
  level: 1,
  attempt: 1,
  version: 1,
  assignee: null,
  pend: null,
  datesOnPaper: {},
  draftNumber: 0,
  approval: null,
  handover: null,
  sendings: [],
  answers: [],
  answerDueOn: null,
  documentRequests: [],
  documents: [],
  routedBy: null,
  writeOff: null,
  correction: null,
  billed: null,
  resolution: null,
  history: null,
  workedAt: null,
  escalatedAt: null,
} as const satisfies Partial<Denial>;
