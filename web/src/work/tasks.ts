import { type ComponentType, createElement, lazy } from 'react';
import type { Denial } from '../denial/denial.ts';

type ActionId = Denial['actions'][number]['id'];
interface TaskProps {
  readonly denial: Denial;
  readonly onDone: () => void;
}
type TaskDialog = ComponentType<TaskProps>;

const BilledDialog = lazy(() => import('./billed-dialog.tsx'));
const ClockDialog = lazy(() => import('./clock-dialog.tsx'));
const CorrectionDialog = lazy(() => import('./correction-dialog.tsx'));
const ReviewDialog = lazy(() => import('./review-dialog.tsx'));
const WriteOffDialog = lazy(() => import('./write-off-dialog.tsx'));

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
