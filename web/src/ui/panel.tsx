import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { Alert, Box, Button, Header } from './controls.ts';

const SLOW_AFTER_MS = 10_000;
const LINES = [1, 2, 3, 4, 5, 6];

/** What a query or a list of pages knows of its data. */
interface Loaded<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** One part of a page with its own loading, error and old data: one that fails leaves the others standing. */
export function Panel<T>({
  of,
  what,
  page,
  children,
}: {
  of: Loaded<T>;
  /** What is loaded, as in "Loading the queue". */
  what: string;
  /** Heading of a page that is nothing but this panel, until there is data to head it. */
  page?: string;
  children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) {
    return (
      <>
        {of.isError && <Failure error={of.error} what={what} onRetry={() => void of.refetch()} stale />}
        {children(of.data)}
      </>
    );
  }
  return (
    <>
      {page !== undefined && <Header variant="h1">{page}</Header>}
      {of.isError ? (
        <Failure error={of.error} what={what} onRetry={() => void of.refetch()} />
      ) : (
        <Loading what={what} onRetry={() => void of.refetch()} />
      )}
    </>
  );
}

function Loading({ what, onRetry }: { what: string; onRetry: () => void }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <>
      <span className="visually-hidden">Loading {what}</span>
      <Skeleton />
      <Box>
        <span role="status">{slow && `Loading ${what} takes longer than it should.`}</span>{' '}
        {slow && <Button onClick={onRetry}>Try again</Button>}
      </Box>
    </>
  );
}

/** Where lines will stand that are on their way. */
export function Skeleton() {
  return (
    <div className="skeleton" aria-busy="true">
      {LINES.map((line) => (
        <div key={line} />
      ))}
    </div>
  );
}

/** What failed, its code, and what to do. Never what the server was given. */
export function Failure({
  error,
  what,
  onRetry,
  stale = false,
}: {
  error: unknown;
  what: string;
  onRetry: () => void;
  stale?: boolean;
}) {
  const problem = error instanceof ApiProblem ? error : new ApiProblem(null, null);
  const isForbidden = problem.problem?.status === 403;
  const title = isForbidden ? `You may not see ${what}` : `Could not load ${what}`;
  return (
    <Alert
      type={stale || isForbidden ? 'warning' : 'error'}
      header={stale ? `Could not update ${what}: what you see is older` : title}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {problem.sentence} <span className="code">{problem.code}</span>
      {problem.requestId !== null && (
        <>
          , request <span className="code">{problem.requestId}</span>
        </>
      )}
    </Alert>
  );
}
