import { createHash } from 'node:crypto';
import type { StatedFact } from '../../core/appeal/added-facts.ts';
import { foreignCitations, otherLaw } from '../../core/appeal/citations.ts';
import type { LetterFacts } from '../../core/appeal/facts.ts';
import type { OwnTemplate } from '../../core/appeal/own-template.ts';
import { passageRows } from '../../core/appeal/passages.ts';
import { lawFor } from '../../core/appeal/statutes.ts';
import { canonicalJson } from '../../core/audit/event.ts';
import type { Letters, LetterTemplate } from '../../ports/letters.ts';
import { checkOwnTemplate } from './check-own-template.ts';
import { compareTexts } from './compare-texts.ts';
import { interpretTemplate } from './interpret-template.ts';
import { contextSchemaOf } from './template-context.ts';
import type { TemplateFiles, TemplateSource } from './template-files.ts';

/** A render was asked of a template that is not there. */
export class UnknownTemplateError extends Error {
  override readonly name = 'UnknownTemplateError';
  readonly code = 'DEN-2003';
}

/**
 * Handlebars behind the Letters port. Escaping is on, only our four helpers are known, and every value passes through
 * the schema of the template's context first. No template is made into code.
 */
export function handlebarsLetters(files: TemplateFiles): Letters {
  const shipped = new Map(files.templates.map((file) => [file.templateId, readyLetter(file, files)]));
  // The same own templates come with every call: each is checked once.
  const checked = new Map<string, ReadyLetter | null>();

  function ownLetter(own: OwnTemplate): ReadyLetter | null {
    const key = canonicalJson(own);
    const known = checked.get(key);
    if (known !== undefined) return known;
    const { templateId } = own.manifest;
    const { template } = checkOwnTemplate(templateId, own, files.partials);
    const ready = template === null ? null : readyLetter({ templateId, ...template }, files);
    checked.set(key, ready);
    return ready;
  }

  function lettersOf(ready: ReadonlyMap<string, ReadyLetter>): Letters {
    return {
      templates: () => [...ready.values()].map((letter) => letter.template),
      template: (templateId) => ready.get(templateId)?.template ?? null,
      withOwn: (own) =>
        own.length === 0
          ? lettersOf(shipped)
          : lettersOf(
              new Map([
                ...shipped,
                ...own.flatMap((each) => {
                  const letter = ownLetter(each);
                  return letter === null ? [] : [[each.manifest.templateId, letter] as const];
                }),
              ]),
            ),
      checkOwn: (templateId, written) => checkOwnTemplate(templateId, written, files.partials),
      compare: compareTexts,
      otherLaw: (payerType, text) => otherLaw(foreignCitations(files.statutes, payerType, text)),
      render(templateId, facts, passages, added = []) {
        const found = ready.get(templateId);
        if (found === undefined) throw new UnknownTemplateError('No such letter template.');
        return found.render(facts, passages, added);
      },
    };
  }

  return lettersOf(shipped);
}

interface ReadyLetter {
  readonly template: LetterTemplate;
  render(
    facts: LetterFacts,
    passages: Readonly<Record<string, string>>,
    added: readonly StatedFact[],
  ): string;
}

function readyLetter({ templateId, source, manifest }: TemplateSource, files: TemplateFiles): ReadyLetter {
  const { title, kind, subject, categories, codes, rules, payerTypes, levels } = manifest;
  const { passages, requiredDocuments } = manifest;
  const context = contextSchemaOf(manifest);
  let interpreted: ((data: object) => string) | null = null;
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
    render(facts, texts, added) {
      const written = passages.map((passage) => {
        const text = texts[passage.id];
        if (text === undefined) return [passage.id, null] as const;
        return [passage.id, passage.kind === 'text' ? text : passageRows(passage, text)] as const;
      });
      const law = lawFor(files.statutes, subject, facts);
      const data = context.parse({ ...facts, law, passages: Object.fromEntries(written), added });
      // Read at its first letter: most calls need one template of fifteen.
      interpreted ??= interpretTemplate(source, files.partials);
      return interpreted(data);
    },
  };
}
