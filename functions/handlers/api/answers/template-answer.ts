import * as z from 'zod';
import { ownTemplateSchema } from '../../../core/appeal/own-template.ts';
import { named } from '../components.ts';
import { ruleLayerAnswer } from './settings-answer.ts';

const text = z.string();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const version = z.int().nonnegative();

export const templateAnswer = named(
  'TemplateOnDesk',
  ruleLayerAnswer
    .pick({ version: true, draft: true, actions: true })
    .extend({ inForce: named('OwnTemplate', ownTemplateSchema).nullable() }),
);

export const templatesAnswer = named(
  'Templates',
  z.strictObject({
    version: version.describe('Of the settings in force'),
    templates: list(
      z.strictObject({
        templateId: text,
        own: z.boolean().describe('False of those that come with the release'),
        title: text,
        kind: z.enum(['appeal', 'notice']),
        sha256: sha256.describe('Of source, partials, manifest and law: letters name it'),
        requiredDocuments: list(text),
      }),
    ),
    drafts: list(
      z.strictObject({
        templateId: text.nullable(),
        version,
        removes: z.boolean(),
        reason: text,
        editedBy: list(text),
        changedAt: z.iso.datetime(),
      }),
    ),
  }),
);
