import * as z from 'zod';
import { isOwnTemplate } from '../../../core/appeal/own-template.ts';
import { templateOf } from '../../../core/settings/apply-draft.ts';
import { listTemplates as list } from '../../../use-cases/read-settings.ts';
import { templatesAnswer } from '../answers/template-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listTemplates = operation({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/settings/templates',
  summary: 'The letter templates in force, those of the release and your own, and open drafts of own ones',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: templatesAnswer },
  async handle(ports, { user }) {
    return outcomeOfRead(await list(ports, user), ({ version, templates, drafts }) => ({
      body: {
        version,
        templates: templates.map(({ templateId, title, kind, sha256, requiredDocuments }) => ({
          templateId,
          own: isOwnTemplate(templateId),
          title,
          kind,
          sha256,
          requiredDocuments,
        })),
        drafts: drafts.map((draft) => ({
          templateId: templateOf(draft),
          version: draft.version,
          removes: draft.content === null,
          reason: draft.reason,
          editedBy: draft.editedBy,
          changedAt: draft.changedAt,
        })),
      },
    }));
  },
});
