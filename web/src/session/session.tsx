import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { OverturnClient } from '../../../client/client.ts';
import { overturnClient } from '../../../client/client.ts';
import { Button } from '../ui/controls.ts';
import { Dialog, PlainPage } from '../ui/page.tsx';
import { watchIdle } from './idle.ts';
import { SIGNED_IN_PATH, type SignIns } from './sign-ins.ts';

interface Session {
  readonly api: OverturnClient;
  readonly signOut: () => void;
  /** Forgets everything on screen and asks for a new sign-in. */
  readonly lock: () => void;
}

const SessionContext = createContext<Session | null>(null);

/** The API as the signed-in person, and the way out. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('asked for a session outside of one');
  return session;
}

type Standing = 'unknown' | 'signed_in' | 'locked' | 'signed_out';

/** Shows its children to a signed-in person only; on a lock they are taken away, not covered. */
export function SessionGate({ signIns, children }: { signIns: SignIns; children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>('unknown');
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation();
  const here = `${location.pathname}${location.search}`;
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void (async () => {
      if (location.pathname === SIGNED_IN_PATH) {
        const returnTo = await signIns.finish();
        await navigate(returnTo ?? '/today', { replace: true });
        if (returnTo === null) return setStanding('signed_out');
      }
      if ((await signIns.accessToken()) !== null) return setStanding('signed_in');
      await signIns.begin(here);
    })();
  }, [signIns, navigate, location.pathname, here]);

  useEffect(() => {
    if (standing !== 'signed_in') return;
    const watch = watchIdle((state) => {
      setSecondsLeft(state.kind === 'warning' ? state.secondsLeft : null);
      if (state.kind !== 'locked') return;
      queries.clear();
      void signIns.lock();
      setStanding('locked');
    });
    return () => watch.stop();
  }, [standing, queries, signIns]);

  const session = useMemo<Session>(() => {
    const lock = () => {
      queries.clear();
      void signIns.lock();
      setStanding('locked');
    };
    return {
      api: overturnClient(window.location.origin, async () => {
        const token = await signIns.accessToken();
        if (token === null) lock();
        return token ?? '';
      }),
      lock,
      signOut: () => {
        queries.clear();
        setStanding('signed_out');
        void signIns.signOut();
      },
    };
  }, [signIns, queries]);

  // The back-forward cache would show the page of somebody who has left.
  useEffect(() => {
    const restored = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);

  if (standing === 'unknown') return <PlainPage title="Signing in">One moment.</PlainPage>;
  if (standing === 'locked' || standing === 'signed_out') {
    return (
      <PlainPage title={standing === 'locked' ? 'Locked' : 'Signed out'}>
        <p>
          {standing === 'locked'
            ? 'Nothing of a patient is left on this page. Sign in to go on where you were.'
            : 'You are signed out.'}
        </p>
        <Button variant="primary" onClick={() => void signIns.begin(standing === 'locked' ? here : '/today')}>
          Sign in
        </Button>
      </PlainPage>
    );
  }
  return (
    <SessionContext value={session}>
      {children}
      {secondsLeft !== null && (
        <Dialog title="Are you still there?">
          <p role="timer" aria-live="assertive">
            This page locks in {secondsLeft} {secondsLeft === 1 ? 'second' : 'seconds'}.
          </p>
          <p>Any key keeps you signed in.</p>
        </Dialog>
      )}
    </SessionContext>
  );
}
