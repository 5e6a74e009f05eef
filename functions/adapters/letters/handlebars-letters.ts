import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import type { LetterFacts } from '../../core/appeal/facts.ts';
import { passageRows } from '../../core/appeal/passages.ts';
import { lawFor } from '../../core/appeal/statutes.ts';
import { canonicalJson } from '../../core/audit/event.ts';
import type { Letters, LetterTemplate } from '../../ports/letters.ts';
import { LETTER_HELPERS } from './letter-helpers.ts';
import { contextSchemaOf } from './manifest.ts';
import type { TemplateFiles, TemplateSource } from './template-files.ts';

/** A render was asked of a template that is not there. */
export class UnknownTemplateError extends Error {
  override readonly name = 'UnknownTemplateError';
  readonly code = 'DEN-2003';
}

/**
 * Handlebars behind the Letters port, for templates of this repository only (never for text of a tenant). Escaping is
 * on, only our four helpers are known, and every value passes through the schema of the template's context first.
 */
export function handlebarsLetters(files: TemplateFiles): Letters {
  const handlebars = Handlebars.create();
  for (const [name, source] of files.partials) handlebars.registerPartial(name, source);
  const compiled = new Map(
    files.templates.map((file) => [file.templateId, compile(handlebars, file, files)]),
  );

  return {
    templates: () => [...compiled.values()].map((c) => c.template),
    template: (templateId) => compiled.get(templateId)?.template ?? null,
    render(templateId, facts, passages) {
      const found = compiled.get(templateId);
      if (found === undefined) throw new UnknownTemplateError('No such letter template.');
      return found.render(facts, passages);
    },
  };
}

interface CompiledLetter {
  readonly template: LetterTemplate;
  render(facts: LetterFacts, passages: Readonly<Record<string, string>>): string;
}

function compile(
  handlebars: typeof Handlebars,
  { templateId, source, manifest }: TemplateSource,
  files: TemplateFiles,
): CompiledLetter {
  const { title, kind, subject, categories, codes, rules, payerTypes, levels } = manifest;
  const { passages, requiredDocuments } = manifest;
  const context = contextSchemaOf(manifest);
  const run = handlebars.compile(source, {
    strict: true,
    // Indenting a partial would indent the biller's lines and the payer's address with it.
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(LETTER_HELPERS).map((name) => [name, true])),
  });
  return {
    template: {
      templateId,
      sha256: createHash('sha256')
        // All law, since one more sentence may hold for this letter too.
        .update(
          canonicalJson({
            source,
            manifest,
            partials: Object.fromEntries(files.partials),
            statutes: files.statutes,
          }),
        )
        .digest('hex'),
      title,
      kind,
      categories,
      codes,
      rules,
      payerTypes,
      levels,
      passages,
      requiredDocuments,
    },
    render(facts, texts) {
      const written = passages.map((passage) => {
        const text = texts[passage.id];
        if (text === undefined) return [passage.id, null] as const;
        return [passage.id, passage.kind === 'text' ? text : passageRows(passage, text)] as const;
      });
      const law = lawFor(files.statutes, subject, facts);
      const data = context.parse({ ...facts, law, passages: Object.fromEntries(written) });
      return run(data, { helpers: LETTER_HELPERS });
    },
  };
}
