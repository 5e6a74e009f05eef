import { useRef } from 'react';
import type { components } from '../../../client/schema.d.ts';
import type { Denial } from '../denial/denial.ts';
import { Alert, Button, FormField, Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { PassageConflict } from './passage-conflict.tsx';
import type { useDraft } from './queries.ts';
import type { PassageEdits, Texts } from './use-passage-edits.ts';

type Passage = components['schemas']['ReadDraftAnswer']['passages'][number];

/** What the biller writes in the letter, each passage with its limit. It is saved by itself; saving makes a new letter. */
export function Passages({
  denial: { actions },
  draft,
  edits,
}: {
  denial: Denial;
  draft: ReturnType<typeof useDraft>;
  edits: PassageEdits;
}) {
  const { typed, aside, conflict, refusal, isSaving } = edits;
  const edit = actions.find(({ id }) => id === 'edit_draft');
  const mayEdit = edit?.allowed === true;
  const isChanged = Object.keys(typed).length > 0;
  // What a colleague changed is told against what stood there when the typing began.
  const before = useRef<Texts>({});
  if (!isChanged && conflict === null && draft.data !== undefined)
    before.current = textsOf(draft.data.passages);

  return (
    <section aria-label="What you write" id="passages" tabIndex={-1}>
      <Header variant="h3">What you write</Header>
      <Panel of={draft} what="the draft">
        {({ passages, title, because }) => (
          <SpaceBetween size="s">
            <p>
              {title} {because !== null && <span className="quiet">{because}</span>}
            </p>
            {conflict !== null && (
              <PassageConflict
                conflict={conflict}
                passages={passages}
                before={before.current}
                typed={typed}
                onUseTheirs={edits.useTheirs}
                onApplyOnTop={edits.applyOnTop}
              />
            )}
            {passages.map((passage) => (
              <PassageField
                key={passage.id}
                passage={passage}
                typed={typed[passage.id]}
                aside={aside[passage.id]}
                problem={refusal?.problem?.field === `passages.${passage.id}` ? refusal.sentence : null}
                mayEdit={mayEdit}
                onType={(text) => edits.type(passage.id, text)}
                onLeave={edits.saveNow}
              />
            ))}
            {!mayEdit && <p className="quiet">{edit?.reason}</p>}
            {refusal !== null && (
              <Alert type="error">
                <span role="alert">{refusal.sentence} What you typed is still here.</span>
              </Alert>
            )}
            <p className="quiet" aria-live="polite">
              {isSaving
                ? 'Saving, and making the letter anew'
                : isChanged
                  ? 'Not saved yet'
                  : 'Saved by itself every 5 seconds, and when you leave a field'}
            </p>
            <Button
              disabled={!isChanged || !mayEdit || conflict !== null}
              disabledReason={conflict === null ? 'Everything is saved' : 'Choose whose text stands first'}
              loading={isSaving}
              onClick={edits.saveNow}
            >
              Save and make the letter anew
            </Button>
          </SpaceBetween>
        )}
      </Panel>
    </section>
  );
}

function textsOf(passages: readonly Passage[]): Texts {
  return Object.fromEntries(passages.map(({ id, text }) => [id, text ?? '']));
}

function PassageField({
  passage: { id, label, text, maxLength, kind, columns },
  typed,
  aside,
  problem,
  mayEdit,
  onType,
  onLeave,
}: {
  passage: Passage;
  typed: string | undefined;
  aside: string | undefined;
  problem: string | null;
  mayEdit: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
}) {
  const value = typed ?? text ?? '';
  const field = `passage-${id}`;
  const rows = kind === 'rows' ? `; a row a line: ${columns.map((column) => column.label).join(' | ')}` : '';
  return (
    <FormField
      label={label}
      controlId={field}
      constraintText={`${[...value].length} of ${maxLength} characters${rows}`}
      {...(problem !== null && { errorText: problem })}
    >
      <textarea
        id={field}
        rows={Math.min(8, Math.max(3, Math.ceil(value.length / 60)))}
        value={value}
        placeholder={text === null ? 'The template’s own words' : ''}
        disabled={!mayEdit}
        onChange={(event) => onType(event.target.value)}
        onBlur={onLeave}
      />
      {aside !== undefined && aside !== value && (
        <details className="quiet">
          <summary>What you had typed</summary>
          <p className="kept-text">{aside}</p>
          <Button variant="inline-link" disabled={!mayEdit} onClick={() => onType(aside)}>
            Put it back
          </Button>
        </details>
      )}
    </FormField>
  );
}
