import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotices } from '../shell/notices.tsx';
import { Alert, Button, Header, SpaceBetween } from '../ui/controls.ts';
import { Refusal } from '../ui/refusal.tsx';
import { PAYER_TYPE_IN_WORDS } from '../ui/words.ts';
import { ChoiceLine, TextLine, type Wrong, wrongAt } from './form-line.tsx';
import { type Entry, isEntry, NEW_WINDOW, withField, withoutBlanks } from './payer-entry.ts';
import type { PayerOnDesk } from './queries.ts';
import { WindowFields } from './window-fields.tsx';

type Action = PayerOnDesk['actions'][number];

const { unknown: _, ...PAYER_TYPES } = PAYER_TYPE_IN_WORDS;

/** Writes a draft of a payer. The server checks it: what is wrong stands at its field, and nothing is lost. */
export function PayerForm({
  payer,
  start,
  version,
  draft,
}: {
  payer: string;
  start: Entry;
  version: number;
  draft: Action | null;
}) {
  const { api } = useSession();
  const queries = useQueryClient();
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const [entry, setEntry] = useState(start);
  const [text, setText] = useState<string | null>(null);
  const [textIsNone, setTextIsNone] = useState(false);
  const [reason, setReason] = useState('');
  const [named, setNamed] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [warnings, setWarnings] = useState<readonly Wrong[]>([]);

  const wrongs = problem?.problem?.problems ?? [];
  const refusal = draft?.allowed === true ? null : (draft?.reason ?? 'You may not change settings.');
  const notReady = refusal ?? (reason.trim() === '' ? 'Say why first' : null);
  const set = (field: string, value: unknown) => setEntry((before) => withField(before, field, value));

  const save = async () => {
    if (notReady !== null || sending) return;
    setSending(true);
    setProblem(null);
    try {
      const drafted = await answerOf(
        api.PUT('/api/settings/payers/{payer}/draft', {
          params: {
            path: { payer },
            header: { 'If-Match': ifMatch(named ?? version), 'Idempotency-Key': key.current },
          },
          body: text === null ? { entry: withoutBlanks(entry), reason } : { text, reason },
        }),
      );
      key.current = crypto.randomUUID();
      setNamed(null);
      setWarnings(drafted.warnings);
      setReason('');
      notices.say('Draft saved. Another person has to publish it.');
      await queries.invalidateQueries({ queryKey: ['settings'] });
    } catch (error) {
      const refused = error instanceof ApiProblem ? error : new ApiProblem(null, null);
      if (refused.problem !== null) key.current = crypto.randomUUID();
      setProblem(refused);
    } finally {
      setSending(false);
    }
  };
  useKeys({ 'Control+s': () => void save() });

  return (
    <form
      aria-label="Write a draft"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <SpaceBetween size="m">
        <Header
          variant="h2"
          actions={
            <Button
              formAction="none"
              onClick={() => {
                if (text === null) return setText(JSON.stringify(entry, null, 2));
                const written = parsed(text);
                setTextIsNone(written === null);
                if (written === null) return;
                setEntry(written);
                setText(null);
              }}
            >
              {text === null ? 'As text' : 'As a form'}
            </Button>
          }
        >
          Write a draft
        </Header>
        {refusal !== null && <p className="warning">{refusal}</p>}
        {text === null ? (
          <EntryFields entry={entry} wrongs={wrongs} disabled={refusal !== null} set={set} />
        ) : (
          <textarea
            className="field as-text"
            aria-label="The payer as text (JSON)"
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        {text !== null && textIsNone && (
          <p className="wrong" role="alert">
            The form cannot show this text: it is no JSON, or no payer with windows. It is kept as it is.
          </p>
        )}
        <TextLine
          id="draft-reason"
          label="Why it changes"
          value={reason}
          wrong={problem?.problem?.field === 'reason' ? problem.sentence : ''}
          disabled={refusal !== null}
          onChange={setReason}
        />
        <div className="form-buttons">
          <Button
            variant="primary"
            loading={sending}
            disabled={notReady !== null}
            {...(notReady !== null && { disabledReason: notReady })}
          >
            Check and save the draft
          </Button>
        </div>
        {problem !== null && (
          <Refusal
            problem={problem}
            onUseTheirs={() => {
              setProblem(null);
              setEntry(start);
              setText(null);
              void queries.invalidateQueries({ queryKey: ['settings'] });
            }}
            onApplyOnTop={(current) => {
              setNamed(current);
              setProblem(null);
            }}
          />
        )}
        {warnings.length > 0 && (
          <Alert type="warning" header="Saved. Look at this before it is published">
            <ul className="plain-list">
              {warnings.map(({ field, message, remedy }) => (
                <li key={`${field} ${message}`}>
                  <span className="code">{field}</span> {message} {remedy}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </SpaceBetween>
    </form>
  );
}

/** The text as an entry again; null where it is none. */
function parsed(text: string): Entry | null {
  try {
    const value: unknown = JSON.parse(text);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

function EntryFields({
  entry,
  wrongs,
  disabled,
  set,
}: {
  entry: Entry;
  wrongs: readonly Wrong[];
  disabled: boolean;
  set: (field: string, value: unknown) => void;
}) {
  const { name, seenAs, payerType, windows } = entry;
  const idsSeen = seenAs.flatMap((seen) => ('id' in seen ? [seen.id] : []));
  const namesSeen = seenAs.filter((seen) => 'name' in seen);
  const text = (field: string) => (typeof entry[field] === 'string' ? entry[field] : '');
  return (
    <>
      <div className="form-grid">
        <TextLine
          id="payer-name"
          label="Name"
          value={name}
          wrong={wrongAt(wrongs, 'name')}
          disabled={disabled}
          onChange={(value) => set('name', value === '' ? null : value)}
        />
        <ChoiceLine
          id="payer-type"
          label="Line of business"
          value={payerType}
          wrong={wrongAt(wrongs, 'payerType')}
          choices={PAYER_TYPES}
          disabled={disabled}
          onChange={(value) => set('payerType', value)}
        />
        <TextLine
          id="payer-ids"
          label="Ids in remittances, with spaces between"
          value={idsSeen.join(' ')}
          wrong={wrongAt(wrongs, 'seenAs')}
          disabled={disabled}
          onChange={(value) => set('seenAs', [...value.split(' ').map((id) => ({ id })), ...namesSeen])}
        />
        <ChoiceLine
          id="payer-network"
          label="Network"
          value={text('network')}
          wrong={wrongAt(wrongs, 'network')}
          choices={{ '': 'Not said', in: 'In network', out: 'Out of network' }}
          disabled={disabled}
          onChange={(value) => set('network', value)}
        />
      </div>
      <section aria-label="Windows">
        <Header
          variant="h3"
          counter={`(${windows.length})`}
          description="How long each clock runs, from when, and which page says so."
        >
          Windows
        </Header>
        {windows.map((window, at) => (
          <WindowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a window has no name of its own, and its place is what mistakes name
            key={at}
            window={window}
            at={at}
            wrongs={wrongs}
            disabled={disabled}
            onChange={(changed) => set('windows', windows.with(at, changed))}
            onRemove={() => set('windows', windows.toSpliced(at, 1))}
          />
        ))}
        <Button
          formAction="none"
          iconName="add-plus"
          disabled={disabled}
          onClick={() => set('windows', [...windows, NEW_WINDOW])}
        >
          Add a window
        </Button>
      </section>
      <p className="quiet">Offices, channels, lead times and times to answer are written as text.</p>
    </>
  );
}
