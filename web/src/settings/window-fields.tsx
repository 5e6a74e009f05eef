import { Button } from '../ui/controls.ts';
import { ChoiceLine, TextLine, type Wrong, wrongAt } from './form-line.tsx';
import { type EntryWindow, withField } from './payer-entry.ts';
import { COUNTED_FROM_IN_WORDS, UNIT_IN_WORDS, WINDOW_KIND_IN_WORDS } from './window-words.ts';

/** One window of a payer, with what is wrong at each of its fields. */
export function WindowFields({
  window,
  at,
  wrongs,
  disabled,
  onChange,
  onRemove,
}: {
  window: EntryWindow;
  at: number;
  wrongs: readonly Wrong[];
  disabled: boolean;
  onChange: (window: EntryWindow) => void;
  onRemove: () => void;
}) {
  const of = (field: string) => ({
    id: `window-${at}-${field}`,
    wrong: wrongAt(wrongs, `windows.${at}.${field}`),
    disabled,
    onChange: (value: string) => onChange(withField(window, field, value)),
  });
  const numberOf = (field: string) => ({
    ...of(field),
    type: 'number' as const,
    value: String(window[field] ?? ''),
    onChange: (value: string) => onChange(withField(window, field, value === '' ? '' : Number(value))),
  });
  const wrongWhole = wrongs
    .filter(({ field }) => field === `windows.${at}`)
    .map(({ message, remedy }) => `${message} ${remedy}`)
    .join(' ');
  return (
    <fieldset className="window-fields">
      <legend>{WINDOW_KIND_IN_WORDS[window.kind] ?? window.kind}</legend>
      {wrongWhole !== '' && (
        <p className="wrong" role="alert">
          {wrongWhole}
        </p>
      )}
      <div className="form-grid">
        <ChoiceLine label="Clock" value={window.kind} choices={WINDOW_KIND_IN_WORDS} {...of('kind')} />
        <TextLine label="Level (of appeals)" {...numberOf('level')} />
        <TextLine label="How long" {...numberOf('quantity')} />
        <ChoiceLine label="Unit" value={window.unit} choices={UNIT_IN_WORDS} {...of('unit')} />
        <ChoiceLine
          label="Counted from"
          value={window.countedFrom}
          choices={COUNTED_FROM_IN_WORDS}
          {...of('countedFrom')}
        />
        <TextLine label="Source: contract, manual, page" value={window.source ?? ''} {...of('source')} />
        <TextLine
          label="In effect from (optional)"
          type="date"
          value={window.effectiveFrom ?? ''}
          {...of('effectiveFrom')}
        />
        <TextLine
          label="In effect until (optional)"
          type="date"
          value={window.effectiveUntil ?? ''}
          {...of('effectiveUntil')}
        />
      </div>
      <div className="form-buttons">
        <Button formAction="none" iconName="remove" disabled={disabled} onClick={onRemove}>
          Remove this window
        </Button>
      </div>
    </fieldset>
  );
}
