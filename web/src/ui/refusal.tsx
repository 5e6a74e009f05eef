import type { ApiProblem } from '../api/problem.ts';
import { Alert, Button, SpaceBetween } from './controls.ts';
import { momentInWords } from './day.ts';

/** Why a change was not taken: who was faster, or what is wrong with it. What was typed stays. */
export function Refusal({
  problem,
  onUseTheirs,
  onApplyOnTop,
}: {
  problem: ApiProblem;
  onUseTheirs: () => void;
  onApplyOnTop: ((currentVersion: number) => void) | null;
}) {
  const { changedBy, currentVersion, status, problems } = problem.problem ?? {};
  if (currentVersion !== undefined && status === 409) {
    return (
      <Alert
        type="warning"
        header="Somebody changed it meanwhile"
        action={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" onClick={onUseTheirs}>
              Use theirs
            </Button>
            {onApplyOnTop !== null && (
              <Button formAction="none" onClick={() => onApplyOnTop(currentVersion)}>
                Apply mine on top
              </Button>
            )}
          </SpaceBetween>
        }
      >
        <span role="alert">
          {changedBy === undefined
            ? problem.sentence
            : `${changedBy.name}: ${changedBy.what}, ${momentInWords(changedBy.at)}.`}
          {onApplyOnTop === null
            ? ' Look at it as it is now, then decide.'
            : ' What you typed is still here.'}
        </span>
      </Alert>
    );
  }
  return (
    <Alert type="error">
      <div role="alert">
        {problem.sentence} <span className="code">{problem.code}</span>
        {problem.requestId !== null && (
          <>
            , request <span className="code">{problem.requestId}</span>
          </>
        )}
        {problems !== undefined && problems.length > 0 && (
          <ul>
            {problems.map(({ field, line, message, remedy }) => (
              <li key={`${field} ${line} ${message}`}>
                <span className="code">{field}</span>
                {line !== null && ` (line ${line})`}: {message} {remedy}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Alert>
  );
}
