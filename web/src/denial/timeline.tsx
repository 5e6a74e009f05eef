import { useTimeline } from '../api/queries.ts';
import { Header } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import { Panel } from '../ui/panel.tsx';

/** Everything that happened to the denial, the newest first, and who did it. */
export function Timeline({ denialId }: { denialId: string }) {
  const timeline = useTimeline(denialId);
  return (
    <section aria-label="Timeline">
      <Header variant="h3">Timeline</Header>
      <Panel of={timeline} what="the timeline">
        {({ events, people }) => (
          <ol className="timeline">
            {[...events].reverse().map(({ version, at, type, actor, reason }) => (
              <li key={version}>
                <time dateTime={at}>{momentInWords(at)}</time> <strong>{inWords(type)}</strong>{' '}
                <span className="quiet">
                  {actor.kind === 'user'
                    ? (people[actor.userId] ?? actor.userId)
                    : actor.kind === 'rule'
                      ? `rule ${actor.ruleId}`
                      : `the system (${actor.part})`}
                </span>
                {reason !== null && <div>{reason}</div>}
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
}

/** @example inWords('AppealHandedOver') // 'Appeal handed over' */
function inWords(type: string): string {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
