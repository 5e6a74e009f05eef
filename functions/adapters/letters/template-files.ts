import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestSchema } from '../../core/appeal/manifest.ts';
import { type Statutes, statutesSchema } from '../../core/appeal/statutes.ts';

export interface TemplateSource {
  readonly templateId: string;
  readonly source: string;
  readonly manifest: Manifest;
}

export interface TemplateFiles {
  readonly templates: readonly TemplateSource[];
  /** By name, without ".hbs". */
  readonly partials: ReadonlyMap<string, string>;
  readonly statutes: Statutes;
}

/**
 * Reads templates/ once: every folder but partials/ is a template.
 *
 * @throws when a manifest or the law is missing or malformed: a broken build, never an input.
 */
export function readTemplateFiles(folder: string): TemplateFiles {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'partials')
    .map((entry) => entry.name)
    .sort();
  const partials = readdirSync(join(folder, 'partials'))
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => [name.slice(0, -'.hbs'.length), text(join(folder, 'partials', name))] as const);
  return {
    templates: entries.map((name) => readTemplate(folder, name)),
    partials: new Map(partials),
    statutes: statutesSchema.parse(JSON.parse(text(join(folder, 'statutes.json')))),
  };
}

function readTemplate(folder: string, name: string): TemplateSource {
  const manifest = manifestSchema.parse(JSON.parse(text(join(folder, name, 'manifest.json'))));
  if (manifest.templateId !== name)
    throw new Error(`The manifest in templates/${name} names another template.`);
  return { templateId: name, manifest, source: text(join(folder, name, 'letter.hbs')) };
}

function text(path: string): string {
  return readFileSync(path, 'utf8');
}
