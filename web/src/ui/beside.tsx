import './forms.css';
import './beside.css';
import { type ReactNode, useCallback, useState } from 'react';
import { useKeys } from '../shell/keys.ts';
import { chosenOf } from './chosen.ts';
import { Button } from './controls.ts';

interface Chosen {
  /** The row under the cursor; null of an empty list. */
  readonly id: string | null;
  /** Whether somebody opened it: on a narrow page it then takes the place of the list. */
  readonly opened: boolean;
  readonly choose: (id: string) => void;
  readonly close: () => void;
}

/** The row whose details stand beside the list, walked by `j` and `k`; the one that leaves hands on to its neighbour. */
export function useChosen(ids: readonly string[]): Chosen {
  const [last, setLast] = useState<{ readonly id: string; readonly at: number } | null>(null);
  const [opened, setOpened] = useState(false);
  const id = chosenOf(ids, last);
  const at = id === null ? -1 : ids.indexOf(id);
  const set = useCallback(
    (next: string | undefined) => {
      if (next !== undefined) setLast({ id: next, at: ids.indexOf(next) });
    },
    [ids],
  );
  const choose = (next: string) => {
    set(next);
    setOpened(true);
  };
  useKeys({
    j: () => set(ids[at + 1]),
    k: () => set(ids[at - 1]),
    ArrowDown: () => set(ids[at + 1]),
    ArrowUp: () => set(ids[at - 1]),
    ...(opened && { Escape: () => setOpened(false) }),
  });
  return { id, opened, choose, close: () => setOpened(false) };
}

/** A list and, beside it, what is chosen in it. */
export function Beside({
  list,
  detail,
  label,
  opened,
  onClose,
}: {
  list: ReactNode;
  detail: ReactNode;
  /** What stands beside the list. */
  label: string;
  opened: boolean;
  onClose: () => void;
}) {
  return (
    <div className="beside" data-opened={opened}>
      <div className="beside-list">{list}</div>
      {detail !== null && (
        <aside className="beside-detail" aria-label={label}>
          <div className="beside-back">
            <Button iconName="arrow-left" onClick={onClose}>
              Back to the list
            </Button>
          </div>
          {detail}
        </aside>
      )}
    </div>
  );
}
