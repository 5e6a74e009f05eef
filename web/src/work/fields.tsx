import { FormField } from '../ui/controls.ts';

interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text, or a day. */
export function Line({ id, label, value, onChange, kind = 'text' }: Field & { kind?: 'text' | 'date' }) {
  return (
    <FormField label={label} controlId={id}>
      <input
        className="field"
        id={id}
        type={kind}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  );
}

export function Words({ id, label, value, onChange }: Field) {
  return (
    <FormField label={label} controlId={id}>
      <textarea
        className="field"
        id={id}
        rows={3}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  );
}

export function Choice({
  id,
  label,
  value,
  onChange,
  choices,
}: Field & {
  choices: readonly { readonly value: string; readonly says: string; readonly disabled?: boolean }[];
}) {
  return (
    <FormField label={label} controlId={id}>
      <select className="field" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled === true}>
            {choice.says}
          </option>
        ))}
      </select>
    </FormField>
  );
}

export function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}
