import { useState } from 'react';
import { answerOf } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { changeOf } from './change-of.ts';
import { Choice, Line, Words } from './fields.tsx';
import { useTask } from './use-task.ts';

/** The question that a denial in review turns on; each answer leads to a route, or puts it off. */
export default function ReviewDialog({ denial, onDone }: { denial: Denial; onDone: () => void }) {
  const { api } = useSession();
  const [version, setVersion] = useState(denial.version);
  const review = useTask('review', denial, (client, request) =>
    answerOf(client.GET('/api/denials/{denialId}/review', request)),
  );
  const [answer, setAnswer] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const chosen = review.data?.answers.find(({ id }) => id === answer);
  const isPutOff = chosen?.route === null;
  const notReady =
    chosen === undefined
      ? 'Choose the answer'
      : reason.trim().length < 3
        ? 'Say why in words'
        : isPutOff && until === ''
          ? 'Say until when'
          : null;
  return (
    <ChangeDialog
      title="Answer the question"
      verb="Answer"
      notReady={notReady}
      refreshes={['denial', 'today']}
      onDone={onDone}
      onApplyOnTop={setVersion}
      send={async (key) => {
        await answerOf(
          api.POST('/api/denials/{denialId}/review', {
            ...changeOf(denial.denialId, version, key),
            body: { answer, reason: reason.trim(), ...(isPutOff && { until }) },
          }),
        );
        return 'Answered.';
      }}
    >
      <Panel of={review} what="the question">
        {({ question, answers }) => (
          <>
            <p>
              <strong>{question.says}</strong>
            </p>
            <p className="quiet">Look at: {question.look}</p>
            <Choice
              id="review-answer"
              label="Answer"
              value={answer}
              onChange={setAnswer}
              choices={answers.map(({ id, says, refusal }) => ({
                value: id,
                says: refusal === null ? says : `${says} (not now: ${refusal})`,
                disabled: refusal !== null,
              }))}
            />
            <Words id="review-reason" label="What it rests on" value={reason} onChange={setReason} />
            {isPutOff && (
              <Line id="review-until" label="Until" kind="date" value={until} onChange={setUntil} />
            )}
          </>
        )}
      </Panel>
    </ChangeDialog>
  );
}
