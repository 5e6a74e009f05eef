import { useEffect, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotices } from '../shell/notices.tsx';
import { Alert, Button } from '../ui/controls.ts';
import { useUndo } from './queries.ts';

/** While an approval is held: how long still, and the way back. */
export function Held({ denial, approval }: { denial: Denial; approval: NonNullable<Denial['approval']> }) {
  const { denialId, version, actions } = denial;
  const undo = useUndo(denialId);
  const notices = useNotices();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  const secondsLeft = Math.ceil((Date.parse(approval.holdUntil) - now) / 1_000);
  const mayUndo = secondsLeft > 0 && actions.find(({ id }) => id === 'undo_approval')?.allowed === true;
  const takeBack = () => {
    if (!mayUndo) return;
    undo.mutate(
      { version, key: crypto.randomUUID() },
      {
        onSuccess: () => notices.say('The approval was taken back. Nothing was sent.'),
        onError: (error) =>
          notices.say(error instanceof ApiProblem ? error.sentence : 'The server did not answer.', 'error'),
      },
    );
  };
  useKeys({ z: takeBack });
  if (!mayUndo) return null;
  return (
    <Alert
      type="info"
      header={`Held, ${secondsLeft} s`}
      action={
        <Button onClick={takeBack} loading={undo.isPending}>
          Undo (z)
        </Button>
      }
    >
      The letter leaves when the hold ends.
    </Alert>
  );
}
