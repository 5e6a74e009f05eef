import type * as z from 'zod';
import type { SettingsSubject } from '../../core/settings/draft.ts';
import { discardSettingsDraft } from '../../use-cases/draft-settings.ts';
import { publishSettings } from '../../use-cases/publish-settings.ts';
import { draftedAnswer, publishedAnswer } from './answers/settings-answer.ts';
import { noBody, nothing, type Operation, operation } from './operation.ts';
import { outcomeOfSettings } from './settings-view.ts';

/** What settings a draft is about, and where its operations stand. */
interface DraftedSettings<Params> {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly subjectOf: (params: NoInfer<Params>) => SettingsSubject;
}

/**
 * An operation that drops a draft of settings, of the version that the person saw.
 *
 * @example
 * export const discardOrganisationDraft = discardsDraft({
 *   id: 'discardOrganisationDraft',
 *   path: '/api/settings/organisation/draft',
 *   summary: 'Drops the draft about the organisation; what is in force stays',
 *   params: nothing,
 *   subjectOf: () => 'organisation',
 * });
 */
export function discardsDraft<Params>({ subjectOf, ...described }: DraftedSettings<Params>): Operation {
  return operation({
    ...described,
    method: 'DELETE',
    query: nothing,
    body: noBody,
    writes: true,
    answers: { 200: draftedAnswer },
    problems: ['NO_DRAFT'],
    async handle(ports, { user, params, expectedVersion }) {
      const request = { user, subject: subjectOf(params), expectedVersion };
      return outcomeOfSettings(ports, user, await discardSettingsDraft(ports, request));
    },
  });
}

/** An operation that puts a draft of settings in force, of the version that the person saw. */
export function publishesDraft<Params>({ subjectOf, ...described }: DraftedSettings<Params>): Operation {
  return operation({
    ...described,
    method: 'POST',
    query: nothing,
    body: noBody,
    writes: true,
    answers: { 200: publishedAnswer },
    problems: ['NO_DRAFT', 'SETTINGS_REFUSED', 'NOTHING_CHANGES'],
    async handle(ports, { user, params, expectedVersion }) {
      const request = { user, subject: subjectOf(params), expectedVersion };
      return outcomeOfSettings(ports, user, await publishSettings(ports, request));
    },
  });
}
