import { useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import type { Denial } from '../denial/denial.ts';
import { Alert, Button, FormField, Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { useDraft, usePassages } from './queries.ts';

/** What the biller writes in the letter, each passage with its limit; saving makes a new letter. */
export function Passages({ denial }: { denial: Denial }) {
  const { denialId, version, draftNumber, actions } = denial;
  const draft = useDraft(denialId, draftNumber);
  const save = usePassages(denialId);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const edit = actions.find(({ id }) => id === 'edit_draft');
  const isChanged = Object.keys(typed).length > 0;
  const refusal = save.error instanceof ApiProblem ? save.error : null;

  return (
    <section aria-label="What you write" id="passages" tabIndex={-1}>
      <Header variant="h3">What you write</Header>
      <Panel of={draft} what="the draft">
        {({ passages, title, because }) => (
          <SpaceBetween size="s">
            <p>
              {title} {because !== null && <span className="quiet">{because}</span>}
            </p>
            {passages.map(({ id, label, text, maxLength, kind, columns }) => {
              const value = typed[id] ?? text ?? '';
              const field = `passage-${id}`;
              const problem = refusal?.problem?.field === `passages.${id}` ? refusal.sentence : null;
              return (
                <FormField
                  key={id}
                  label={label}
                  controlId={field}
                  constraintText={`${[...value].length} of ${maxLength} characters${
                    kind === 'rows'
                      ? `; a row a line: ${columns.map((column) => column.label).join(' | ')}`
                      : ''
                  }`}
                  {...(problem !== null && { errorText: problem })}
                >
                  <textarea
                    id={field}
                    rows={Math.min(8, Math.max(3, Math.ceil(value.length / 60)))}
                    value={value}
                    placeholder={text === null ? 'The template’s own words' : ''}
                    disabled={edit?.allowed !== true}
                    onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
                  />
                </FormField>
              );
            })}
            {edit?.allowed !== true && <p className="quiet">{edit?.reason}</p>}
            {refusal !== null && (
              <Alert type="error">
                <span role="alert">{refusal.sentence} What you typed is still here.</span>
              </Alert>
            )}
            <Button
              disabled={!isChanged || edit?.allowed !== true}
              loading={save.isPending}
              onClick={() =>
                save.mutate(
                  { version, key: crypto.randomUUID(), passages: typed },
                  { onSuccess: () => setTyped({}) },
                )
              }
            >
              Save and make the letter anew
            </Button>
          </SpaceBetween>
        )}
      </Panel>
    </section>
  );
}
