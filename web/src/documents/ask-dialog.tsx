import { useState } from 'react';
import { useSession } from '../session/session.tsx';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { FormField } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { type Asking, requestDocument } from './queries.ts';

const FIELDS = [
  { name: 'document', label: 'Which document', type: 'text' },
  { name: 'name', label: 'Who has it: a person or a department', type: 'text' },
  { name: 'email', label: 'Mail address (optional)', type: 'email' },
  { name: 'dueOn', label: 'Needed by', type: 'date' },
] as const;

/** Asks whoever holds a document for it, by a day that leaves time to send it. */
export function AskDialog({
  denialId,
  version,
  wanted,
  sendBy,
  onDone,
}: {
  denialId: string;
  version: number;
  /** What the payer wants, to choose from. */
  wanted: readonly string[];
  sendBy: string | null;
  onDone: () => void;
}) {
  const { api } = useSession();
  const [named, setNamed] = useState(version);
  const [asking, setAsking] = useState<Asking>({ document: wanted[0] ?? '', name: '', email: '', dueOn: '' });
  const missing = FIELDS.filter(({ name }) => name !== 'email' && asking[name].trim() === '');
  return (
    <ChangeDialog
      title="Ask for a document"
      verb="Ask"
      notReady={
        missing.length === 0 ? null : `Still to fill in: ${missing.map(({ label }) => label).join(', ')}`
      }
      refreshes={['documents', 'document-work', 'denial']}
      onDone={onDone}
      onApplyOnTop={setNamed}
      send={async (key) => {
        await requestDocument(api, { denialId, version: named, key }, asking);
        return `${asking.name} was asked for: ${asking.document}.`;
      }}
    >
      {FIELDS.map(({ name, label, type }) => (
        <FormField
          key={name}
          label={label}
          controlId={`ask-${name}`}
          {...(name === 'dueOn' &&
            sendBy !== null && { description: `Not after ${dayInWords(sendBy)}, the day to send by` })}
        >
          <input
            id={`ask-${name}`}
            className="field"
            type={type}
            autoComplete="off"
            {...(name === 'document' && { list: 'ask-wanted' })}
            {...(name === 'dueOn' && sendBy !== null && { max: sendBy })}
            value={asking[name]}
            onChange={({ target }) => setAsking((before) => ({ ...before, [name]: target.value }))}
          />
        </FormField>
      ))}
      <datalist id="ask-wanted">
        {wanted.map((document) => (
          <option key={document} value={document} />
        ))}
      </datalist>
    </ChangeDialog>
  );
}
