import { Suspense, useEffect, useState } from 'react';
import { useMe } from '../api/queries.ts';
import { useKeys } from '../shell/keys.ts';
import { Button } from '../ui/controls.ts';
import { loadTasks, TASKS, type Task } from '../work/tasks.ts';
import { ActDialog } from './act-dialog.tsx';
import { ACTS, type Act } from './acts.ts';
import type { Denial } from './denial.ts';
import { takeAct } from './take-act.ts';

const KEYS: Readonly<Record<string, Act['id']>> = {
  n: 'write_note',
  h: 'pend',
  r: 'reroute',
  z: 'undo_approval',
};

/** What may be done with the denial now; what may not is there too, with the reason. */
export function Actions({ denial }: { denial: Denial }) {
  const me = useMe();
  const [open, setOpen] = useState<Act | null>(null);
  const [task, setTask] = useState<Task | null>(null);
  // Before one is asked for: a connection that is lost then takes no dialog away.
  useEffect(loadTasks, []);
  const offered = new Map(denial.actions.map((action) => [action.id, action]));
  const acts = me.data === undefined ? ACTS : [takeAct(denial, me.data.userId), ...ACTS];
  const shown = acts.filter(({ id }) => offered.has(id));

  useKeys({
    ...Object.fromEntries(
      Object.entries(KEYS).map(([key, id]) => [
        key,
        () => setOpen(shown.find((act) => act.id === id && offered.get(id)?.allowed === true) ?? null),
      ]),
    ),
    m: () => setOpen(shown.find(({ id }) => id === 'take' && offered.get('take')?.allowed === true) ?? null),
  });

  const isAllowed = ({ id }: Pick<Act, 'id'>) => offered.get(id)?.allowed === true;
  const tasks = TASKS.filter(({ id }) => offered.has(id));
  const allowed = shown.filter(isAllowed);
  const refused = [...tasks, ...shown].filter((each) => !isAllowed(each));
  return (
    <section className="actions" aria-label="Actions">
      {tasks.filter(isAllowed).map((each) => (
        <Button key={each.id} onClick={() => setTask(each)}>
          {each.verb}
        </Button>
      ))}
      {allowed.map((act) => (
        <Button key={act.id} onClick={() => setOpen(act)}>
          {act.verb}
        </Button>
      ))}
      {refused.length > 0 && (
        <details>
          <summary>Not now ({refused.length})</summary>
          <ul>
            {refused.map(({ id, verb }) => (
              <li key={id}>
                <strong>{verb}</strong>: {offered.get(id)?.reason ?? 'not possible'}
              </li>
            ))}
          </ul>
        </details>
      )}
      {task !== null && (
        <Suspense>
          <task.Dialog denial={denial} onDone={() => setTask(null)} />
        </Suspense>
      )}
      {open !== null && <ActDialog key={open.id} act={open} denial={denial} onDone={() => setOpen(null)} />}
    </section>
  );
}
