import { Header } from '../ui/controls.ts';
import type { Statement } from './statements.ts';

/** What the letter states and where it can be found; choosing one shows its source. */
export function StatementList({
  statements,
  chosen,
  onChoose,
}: {
  statements: readonly Statement[];
  chosen: string | null;
  onChoose: (statement: Statement) => void;
}) {
  const without = statements.filter(({ source }) => source === null).length;
  return (
    <section aria-label="Statements and their sources" id="statements" tabIndex={-1}>
      <Header variant="h3">Statements and their sources</Header>
      {statements.length === 0 ? (
        <p className="quiet">
          No fact was added, and no table cites an enclosure. Running text is not judged: read it.
        </p>
      ) : (
        <>
          <p className="quiet">
            {without === 0
              ? 'Each of these has a source.'
              : `${without} ${without === 1 ? 'statement has' : 'statements have'} no source.`}{' '}
            Running text is not judged: read it.
          </p>
          <ol className="statements">
            {statements.map((statement) => (
              <li key={statement.id} data-chosen={statement.id === chosen}>
                <button
                  type="button"
                  className="gate-link"
                  aria-pressed={statement.id === chosen}
                  onClick={() => onChoose(statement)}
                >
                  {statement.text}
                </button>
                <br />
                {statement.source === null ? (
                  <strong>No source</strong>
                ) : (
                  <span className="quiet">{statement.source}</span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
