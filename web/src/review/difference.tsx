import { Panel } from '../ui/panel.tsx';
import { useDifference } from './queries.ts';

/** Word by word what another letter said: added and removed by sign and line, not by colour alone. */
export function Difference({ denialId, number, from }: { denialId: string; number: number; from: string }) {
  const difference = useDifference(denialId, number, from);
  return (
    <Panel of={difference} what="the difference">
      {({ lines, changedLines }) => (
        <section className="difference" aria-label="Difference">
          <p>{changedLines === 0 ? 'No word is another.' : `${changedLines} lines are other.`}</p>
          {lines
            .filter(({ kind }) => kind !== 'same')
            .map(({ pieces }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a letter may repeat.
              <p key={at}>
                {pieces.map(({ kind, text }, piece) => {
                  const key = `${at} ${piece}`;
                  if (kind === 'added') return <ins key={key}>{text}</ins>;
                  if (kind === 'removed') return <del key={key}>{text}</del>;
                  return <span key={key}>{text}</span>;
                })}
              </p>
            ))}
        </section>
      )}
    </Panel>
  );
}
