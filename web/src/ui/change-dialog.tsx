import './forms.css';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useOffline } from '../shell/connection.tsx';
import { useNotices } from '../shell/notices.tsx';
import { Box, Button, Modal, SpaceBetween } from './controls.ts';
import { Refusal } from './refusal.tsx';

/** Asks before a change, sends it once, and keeps what was typed when it is refused. `Control+Enter` sends. */
export function ChangeDialog({
  title,
  verb,
  notReady: unfinished = null,
  send,
  refreshes,
  onDone,
  onApplyOnTop,
  children,
}: {
  title: string;
  verb: string;
  /** What is still missing; null when it can be sent. */
  notReady?: string | null;
  /** Sends under this Idempotency-Key; answers what to tell. */
  send: (idempotencyKey: string) => Promise<string>;
  /** First parts of the keys of what the change makes old. */
  refreshes: readonly string[];
  onDone: () => void;
  /** Where what was typed still makes sense on a newer version. */
  onApplyOnTop?: (currentVersion: number) => void;
  children: ReactNode;
}) {
  const notReady = useOffline() ?? unfinished;
  const queries = useQueryClient();
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // After the dialog has put the focus on its way out.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const first = form.current?.querySelector<HTMLElement>('textarea, input, select');
      (first ?? form.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  const refresh = () =>
    Promise.all(refreshes.map((first) => queries.invalidateQueries({ queryKey: [first] })));
  const act = async () => {
    if (notReady !== null || sending) return;
    setSending(true);
    setProblem(null);
    try {
      const told = await send(key.current);
      await refresh();
      notices.say(told);
      onDone();
    } catch (error) {
      const refusal = error instanceof ApiProblem ? error : new ApiProblem(null, null);
      // An answer that got lost is asked for again under the same key; a refusal is a new attempt.
      if (refusal.problem !== null) key.current = crypto.randomUUID();
      setProblem(refusal);
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal
      visible
      header={title}
      onDismiss={onDone}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onDone}>Cancel</Button>
            <Button
              variant="primary"
              loading={sending}
              disabled={notReady !== null}
              {...(notReady !== null && { disabledReason: notReady })}
              onClick={() => void act()}
            >
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        ref={form}
        tabIndex={-1}
        className="change-form"
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void act();
          }
        }}
      >
        <SpaceBetween size="m">
          {children}
          {problem !== null && (
            <Refusal
              problem={problem}
              onUseTheirs={() => {
                void refresh();
                onDone();
              }}
              onApplyOnTop={
                onApplyOnTop === undefined
                  ? null
                  : (current) => {
                      setProblem(null);
                      onApplyOnTop(current);
                      void refresh();
                    }
              }
            />
          )}
        </SpaceBetween>
      </form>
    </Modal>
  );
}
