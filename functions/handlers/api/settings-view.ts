import * as z from 'zod';
import { ownTemplateIdSchema } from '../../core/appeal/own-template.ts';
import type { SettingsDraft } from '../../core/settings/draft.ts';
import type { Written } from '../../core/settings/written.ts';
import type { UserRecord } from '../../ports/settings.ts';
import type { GrantResult, Person } from '../../use-cases/grant-access.ts';
import { onDesk } from '../../use-cases/read-settings.ts';
import type { SettingsResult } from '../../use-cases/settings-desk.ts';
import { type ApiPorts, NOT_FOUND, type Outcome } from './operation.ts';
import { type Problem, problem } from './problem.ts';
import { staleVersion } from './stale-version.ts';

export const templateParams = z.strictObject({ templateId: ownTemplateIdSchema });

export const payerParams = z.strictObject({
  payer: z
    .string()
    .max(80)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
});

export const userParams = z.strictObject({ userId: z.string().regex(/^[ -.0-~]{1,128}$/) });

/** What a person wrote: as a value, or as the text of a file, of which mistakes name the line; null = out of force. */
export function writtenIn(body: { readonly text: string } | { readonly value: unknown }): Written | null {
  if ('text' in body) return { kind: 'text', text: body.text };
  return body.value === null ? null : { kind: 'value', value: body.value };
}

/** A draft as a client sees it. */
export function draftView(draft: SettingsDraft | null): object | null {
  if (draft === null) return null;
  const { lastEventHash, subject, ...shown } = draft;
  return shown;
}

/** The answer to a change of settings. */
export async function outcomeOfSettings(
  ports: ApiPorts,
  user: UserRecord,
  result: SettingsResult,
): Promise<Outcome> {
  switch (result.kind) {
    case 'changed': {
      const { draft, warnings } = result;
      const { actions } = onDesk(user, draft);
      const body = { draft: draftView(draft), warnings, actions };
      return { kind: 'answer', answer: { status: 200, body, version: draft.version } };
    }
    case 'published': {
      const { draft, version } = result;
      const body = { version, draft: draftView(draft) };
      return { kind: 'answer', answer: { status: 200, body, version: draft.version } };
    }
    case 'conflict':
      return { kind: 'problem', problem: await staleDraft(ports, result.current) };
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
    case 'refused': {
      const refusal = problem(result.code, result.sentence);
      return {
        kind: 'problem',
        problem: result.problems.length === 0 ? refusal : { ...refusal, problems: result.problems },
      };
    }
  }
}

const DONE_TO_DRAFT = {
  open: 'SettingsDrafted',
  published: 'SettingsPublished',
  discarded: 'SettingsDraftDiscarded',
} as const;

function staleDraft(ports: ApiPorts, current: SettingsDraft | null): Promise<Problem> {
  if (current === null) return staleVersion(ports, 'This draft', 0, null);
  const { version, editedBy, state, changedAt: at } = current;
  const change = { by: editedBy.at(-1) ?? '', what: DONE_TO_DRAFT[state], at };
  return staleVersion(ports, 'This draft', version, change);
}

/** A person as an admin sees them. */
export function personView({ signIn, account }: Person): object {
  return {
    ...signIn,
    version: account?.version ?? 0,
    name: account?.user.name ?? null,
    role: account?.user.role ?? null,
    practices: account?.user.practices ?? [],
  };
}

/** The answer to a grant. */
export async function outcomeOfGrant(ports: ApiPorts, result: GrantResult): Promise<Outcome> {
  switch (result.kind) {
    case 'granted': {
      const version = result.person.account?.version ?? 0;
      return { kind: 'answer', answer: { status: 200, body: personView(result.person), version } };
    }
    case 'conflict': {
      const { current, lastEvent } = result;
      const change = lastEvent === null ? null : { ...lastEvent, what: 'AccessGranted' };
      const stale = await staleVersion(ports, 'This account', current?.version ?? 0, change);
      return { kind: 'problem', problem: stale };
    }
    case 'forbidden':
      return { kind: 'problem', problem: problem('FORBIDDEN', result.reason) };
    case 'unknown_practice': {
      const title = 'A practice here is none of the organisation: name those it has, or "*" alone for all.';
      return { kind: 'problem', problem: problem('UNKNOWN_PRACTICE', title, 'practices') };
    }
    case 'unknown':
      return { kind: 'problem', problem: NOT_FOUND };
  }
}
