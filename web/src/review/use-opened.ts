import { useCallback, useEffect, useRef } from 'react';
import type { Denial } from '../denial/denial.ts';
import { useNotices } from '../shell/notices.tsx';
import { useOpening } from './queries.ts';

/** Opens the letter for approval: one of another day, or of facts that changed, is made anew before anybody reads it. */
export function useOpened({ denialId, version, candidate, actions }: Denial) {
  const opening = useOpening(denialId);
  const notices = useNotices();
  const sha256 = candidate?.sha256 ?? null;
  const mayApprove = actions.find(({ id }) => id === 'approve_appeal')?.allowed === true;
  const opened = useRef<string | null>(null);
  const { mutate } = opening;
  const open = useCallback(
    () =>
      mutate(
        { version, key: crypto.randomUUID() },
        {
          onSuccess: ({ changed, changes, sha256: made }) => {
            opened.current = made;
            if (changed === 'only_the_date') notices.say('Only the date of the letter changed.');
            if (changed === 'more') notices.say(`The letter was made anew: ${changes.join('; ')}.`);
          },
        },
      ),
    [mutate, version, notices],
  );
  useEffect(() => {
    if (!mayApprove || sha256 === null || opened.current !== null) return;
    opened.current = sha256;
    open();
  }, [mayApprove, sha256, open]);
  return { opening, open };
}
