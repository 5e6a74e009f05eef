import { type ComponentType, createElement, lazy } from 'react';
import type { Denial } from '../denial/denial.ts';

type ActionId = Denial['actions'][number]['id'];
interface TaskProps {
  readonly denial: Denial;
  readonly onDone: () => void;
}
type TaskDialog = ComponentType<TaskProps>;

const DIALOGS = {
  billed: () => import('./billed-dialog.tsx'),
  clock: () => import('./clock-dialog.tsx'),
  correction: () => import('./correction-dialog.tsx'),
  review: () => import('./review-dialog.tsx'),
  writeOff: () => import('./write-off-dialog.tsx'),
} as const;
const BilledDialog = lazy(DIALOGS.billed);
const ClockDialog = lazy(DIALOGS.clock);
const CorrectionDialog = lazy(DIALOGS.correction);
const ReviewDialog = lazy(DIALOGS.review);
const WriteOffDialog = lazy(DIALOGS.writeOff);

/** Fetches every dialog, once; what fails is fetched again when it is opened. */
export function loadTasks(): void {
  for (const load of Object.values(DIALOGS)) load().catch(() => {});
}

/** An action whose dialog reads first what the server knows of it. */
export interface Task {
  readonly id: ActionId;
  readonly verb: string;
  readonly Dialog: TaskDialog;
}

/** In the order in which they are offered: what ends the present step first. */
export const TASKS: readonly Task[] = [
  { id: 'answer_review', verb: 'Answer the question', Dialog: ReviewDialog },
  {
    id: 'confirm_correction',
    verb: 'Record the corrected claim',
    Dialog: (props: TaskProps) => createElement(CorrectionDialog, { ...props, as: 'sent' }),
  },
  {
    id: 'propose_correction',
    verb: 'Ask for a correction that pays more',
    Dialog: (props: TaskProps) => createElement(CorrectionDialog, { ...props, as: 'proposed' }),
  },
  { id: 'close_as_billed', verb: 'Record what was billed', Dialog: BilledDialog },
  { id: 'confirm_write_off', verb: 'Write off', Dialog: WriteOffDialog },
  { id: 'correct_clock', verb: 'Correct a start date', Dialog: ClockDialog },
];

/** Actions that have a place of their own: nothing is offered twice. */
export const ELSEWHERE: Readonly<Partial<Record<ActionId, string>>> = {
  approve_appeal: 'the review of the letter',
  edit_draft: 'the review of the letter',
  attach_document: 'the documents of the denial',
  settle_document_request: 'the list of documents',
  decide_write_off: 'the list of write-offs',
  review_history: 'the queue',
  assign: 'the queue',
};
