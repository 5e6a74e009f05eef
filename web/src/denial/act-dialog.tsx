import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem, type Problem } from '../api/problem.ts';
import { useSession } from '../session/session.tsx';
import { useOffline } from '../shell/connection.tsx';
import { useNotices } from '../shell/notices.tsx';
import { Alert, Box, Button, FormField, Modal, SpaceBetween } from '../ui/controls.ts';
import { momentInWords } from '../ui/day.ts';
import type { Act, Field } from './acts.ts';
import type { Denial } from './denial.ts';

/** Asks what an action needs, sends it once, and keeps what was typed when it is refused. */
export function ActDialog({ act, denial, onDone }: { act: Act; denial: Denial; onDone: () => void }) {
  const { api } = useSession();
  const queries = useQueryClient();
  const notices = useNotices();
  const key = useRef(crypto.randomUUID());
  const [version, setVersion] = useState(denial.version);
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [sending, setSending] = useState(false);
  const open = act.fields.filter(
    ({ name, optional }) => optional !== true && (filled[name] ?? '').trim() === '',
  );

  const offline = useOffline();
  const notReady =
    offline ?? (open.length === 0 ? null : `Still to fill in: ${open.map(({ label }) => label).join(', ')}`);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (notReady !== null || sending) return;
    setSending(true);
    setProblem(null);
    try {
      await act.send(api, { denialId: denial.denialId, version, key: key.current }, filled);
      await queries.invalidateQueries({ queryKey: ['denial', denial.denialId] });
      notices.say(`${act.verb}: done.`);
      onDone();
    } catch (error) {
      const refusal = error instanceof ApiProblem ? error : new ApiProblem(null, null);
      // An answer that got lost is asked for again under the same key; a refusal is a new attempt.
      if (refusal.problem !== null) key.current = crypto.randomUUID();
      setProblem(refusal);
    } finally {
      setSending(false);
    }
  };
  const applyOnTop = (current: number) => {
    setVersion(current);
    setProblem(null);
    void queries.invalidateQueries({ queryKey: ['denial', denial.denialId] });
  };

  return (
    <Modal
      visible
      header={act.verb}
      onDismiss={onDone}
      closeAriaLabel="Close"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={onDone}>Cancel</Button>
            <Button
              variant="primary"
              loading={sending}
              disabled={notReady !== null}
              disabledReason={notReady ?? ''}
              onClick={() => void send(new Event('submit') as unknown as FormEvent)}
            >
              {act.verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form onSubmit={(event) => void send(event)}>
        <SpaceBetween size="m">
          {act.hint !== undefined && <p>{act.hint}</p>}
          {act.fields.map((field) => (
            <ActField
              key={field.name}
              field={field}
              value={filled[field.name] ?? ''}
              problem={problem?.problem?.field === field.name ? problem.sentence : null}
              onChange={(value) => setFilled((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          {problem !== null && <Refusal problem={problem} onApplyOnTop={applyOnTop} onUseTheirs={onDone} />}
        </SpaceBetween>
      </form>
    </Modal>
  );
}

function ActField({
  field: { name, label, kind, choices = {}, optional },
  value,
  problem,
  onChange,
}: {
  field: Field;
  value: string;
  problem: string | null;
  onChange: (value: string) => void;
}) {
  const id = `act-${name}`;
  const common = {
    id,
    value,
    required: optional !== true,
    'aria-invalid': problem !== null,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <FormField
      label={optional === true ? `${label} (optional)` : label}
      controlId={id}
      {...(problem !== null && { errorText: problem })}
    >
      {kind === 'text' && <textarea rows={4} maxLength={2000} {...common} />}
      {kind === 'line' && <input type="text" autoComplete="off" {...common} />}
      {kind === 'day' && <input type="date" {...common} />}
      {kind === 'choice' && (
        <select {...common}>
          <option value="">Choose</option>
          {Object.entries(choices).map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

function Refusal({
  problem,
  onApplyOnTop,
  onUseTheirs,
}: {
  problem: ApiProblem;
  onApplyOnTop: (version: number) => void;
  onUseTheirs: () => void;
}) {
  const { changedBy, currentVersion }: Partial<Problem> = problem.problem ?? {};
  if (currentVersion !== undefined && problem.problem?.status === 409) {
    return (
      <Alert
        type="warning"
        header="Somebody changed it meanwhile"
        action={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" onClick={onUseTheirs}>
              Use theirs
            </Button>
            <Button formAction="none" onClick={() => onApplyOnTop(currentVersion)}>
              Apply mine on top
            </Button>
          </SpaceBetween>
        }
      >
        <span role="alert">
          {changedBy === undefined
            ? problem.sentence
            : `${changedBy.name}: ${changedBy.what}, ${momentInWords(changedBy.at)}.`}{' '}
          What you typed is still here.
        </span>
      </Alert>
    );
  }
  return (
    <Alert type="error">
      <span role="alert">
        {problem.sentence} <span className="code">{problem.code}</span>
      </span>
    </Alert>
  );
}
