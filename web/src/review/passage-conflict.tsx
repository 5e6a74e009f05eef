import type { components } from '../../../client/schema.d.ts';
import { Alert, Button, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import type { Conflict, Texts } from './use-passage-edits.ts';

type Passage = components['schemas']['ReadDraftAnswer']['passages'][number];

/** A colleague saved the same letter: their text beside mine, by passage, and what can be done. */
export function PassageConflict({
  conflict: { changedBy },
  passages,
  before,
  typed,
  onUseTheirs,
  onApplyOnTop,
}: {
  conflict: Conflict;
  /** As they are stored now. */
  passages: readonly Passage[];
  /** As they were when this person began to type. */
  before: Texts;
  typed: Texts;
  onUseTheirs: () => void;
  onApplyOnTop: () => void;
}) {
  const theirs = passages.filter(({ id, text }) => before[id] !== undefined && before[id] !== (text ?? ''));
  const both = theirs.filter(({ id }) => typed[id] !== undefined);
  const mine = passages.filter(({ id }) => typed[id] !== undefined);
  return (
    <Alert
      type="warning"
      header="Somebody changed it meanwhile"
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={onUseTheirs}>Use theirs</Button>
          <Button
            onClick={onApplyOnTop}
            disabled={both.length > 0}
            disabledReason="Both changed the same passage: take theirs, then put yours back where it belongs"
          >
            Apply mine on top
          </Button>
        </SpaceBetween>
      }
    >
      <div role="alert">
        <p>
          {changedBy === undefined
            ? 'It changed since you read it.'
            : `${changedBy.name}: ${changedBy.what}, ${momentInWords(changedBy.at)}.`}{' '}
          What you typed is still here.
        </p>
        <p>
          {theirs.length === 0
            ? 'No passage is another.'
            : `Theirs: ${theirs.map(({ label }) => label).join('; ')}.`}{' '}
          Yours: {mine.map(({ label }) => label).join('; ')}.
        </p>
      </div>
      {both.map(({ id, label, text }) => (
        <dl key={id} className="beside-one-another">
          <dt>{label}, theirs</dt>
          <dd>{text ?? 'The template’s own words'}</dd>
          <dt>{label}, yours</dt>
          <dd>{typed[id]}</dd>
        </dl>
      ))}
    </Alert>
  );
}
