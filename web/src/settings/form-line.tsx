import type { ReactNode } from 'react';
import { FormField } from '../ui/controls.ts';

/** What is wrong with one place of what was written. */
export interface Wrong {
  readonly field: string;
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** Mistakes at a place or below it, as sentences. */
export function wrongAt(wrongs: readonly Wrong[], place: string): string {
  return wrongs
    .filter(({ field }) => field === place || field.startsWith(`${place}.`))
    .map(({ message, remedy }) => `${message} ${remedy}`.trim())
    .join(' ');
}

/** One field of a settings form, with what the server said of it. */
export function Line({
  id,
  label,
  wrong,
  children,
}: {
  id: string;
  label: string;
  wrong: string;
  children: ReactNode;
}) {
  return (
    <FormField label={label} controlId={id} {...(wrong !== '' && { errorText: wrong })}>
      {children}
    </FormField>
  );
}

export function TextLine({
  id,
  label,
  value,
  wrong,
  type = 'text',
  disabled = false,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  wrong: string;
  type?: 'text' | 'number' | 'date';
  disabled?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Line id={id} label={label} wrong={wrong}>
      <input
        id={id}
        className="field"
        type={type}
        autoComplete="off"
        disabled={disabled}
        aria-invalid={wrong !== ''}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Line>
  );
}

export function ChoiceLine({
  id,
  label,
  value,
  wrong,
  choices,
  disabled = false,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  wrong: string;
  choices: Readonly<Record<string, string>>;
  disabled?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Line id={id} label={label} wrong={wrong}>
      <select
        id={id}
        className="field"
        disabled={disabled}
        aria-invalid={wrong !== ''}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {Object.entries(choices).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </Line>
  );
}
