import * as z from 'zod';
import { listSettingsVersions as list } from '../../../use-cases/read-settings.ts';
import { settingsVersionsAnswer } from '../answers/settings-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listSettingsVersions = operation({
  id: 'listSettingsVersions',
  method: 'GET',
  path: '/api/settings/versions',
  summary:
    'The newest published versions: what changed, who wrote it, who put it in force, the hash of the snapshot',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: settingsVersionsAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), (versions) => ({
      body: { versions: versions.map(({ objectVersionId, ...version }) => version) },
    }));
  },
});
