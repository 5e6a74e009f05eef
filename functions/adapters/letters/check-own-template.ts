import { citesLaw } from '../../core/appeal/citations.ts';
import type { Manifest } from '../../core/appeal/manifest.ts';
import { ownTemplateSchema } from '../../core/appeal/own-template.ts';
import { schemaProblems } from '../../core/rulebook/check-data.ts';
import type { OwnTemplateReport } from '../../ports/letters.ts';
import { checkTemplate } from './check-template.ts';
import { contextSchemaOf } from './template-context.ts';

/**
 * A template as an organisation wrote it, held to all that holds for those of the release: the schema of its manifest,
 * the checker, the blocks of a letter, and no law of its own.
 *
 * @param templateId which template it is to be
 */
export function checkOwnTemplate(
  templateId: string,
  written: unknown,
  partials: ReadonlyMap<string, string>,
): OwnTemplateReport {
  const shape = ownTemplateSchema.safeParse(written);
  if (!shape.success) return { template: null, problems: schemaProblems(shape.error) };
  const { source, manifest } = shape.data;
  const checked = checkTemplate(source, contextSchemaOf(manifest), partials);
  const problems = [
    ...(manifest.templateId === templateId ? [] : [`its manifest names ${manifest.templateId}`]),
    ...checked.problems,
    ...(citesLaw(source) ? ['cites law: it comes from the one file of statutes, by `law`'] : []),
    ...missingBlocks(source, manifest),
  ];
  const fields = [...checked.fields];
  return problems.length > 0
    ? { template: null, problems: problems.map((message) => asProblem(templateId, message)) }
    : { template: { source, manifest: { ...manifest, fields } }, problems: [] };
}

/** What a payer's reviewer looks for in every letter, by the partials that write it or the elements themselves. */
function missingBlocks(source: string, { kind }: Manifest): readonly string[] {
  const wanted: readonly (readonly [RegExp, string])[] = [
    [/<header>|\{\{> (letterhead|opening)\}\}/, 'a letterhead (`{{> letterhead}}`)'],
    [/<address>|\{\{> (address-block|opening)\}\}/, 'whom it goes to (`{{> address-block}}`)'],
    [/<h1>|\{\{> (title|opening)\}\}/, 'a title (`{{> title}}`)'],
    [/<footer>|\{\{> (footer|signature-and-enclosures|relief)\}\}/, 'a footer (`{{> footer}}`)'],
    [
      /class="signature"|\{\{> (signature|signature-and-enclosures|relief)\}\}/,
      'a signature (`{{> signature}}`)',
    ],
    [
      /passages\.enclosures|\{\{> (enclosures|signature-and-enclosures|relief)\}\}/,
      'the list of enclosures (`{{> enclosures}}`)',
    ],
    [/\{\{> added-facts\}\}|#each added/, 'the facts that a biller adds (`{{> added-facts}}`)'],
    ...(kind === 'appeal'
      ? ([
          [
            /\{\{> (stated-reason|opening)\}\}|decision\.reasons/,
            'the reason stated (`{{> stated-reason}}`)',
          ],
          [
            /\{\{> (late-filing|opening)\}\}|letter\.late/,
            'good cause for a late appeal (`{{> late-filing}}`)',
          ],
        ] as const)
      : []),
  ];
  return wanted.flatMap(([found, what]) => (found.test(source) ? [] : [`lacks ${what}`]));
}

function asProblem(templateId: string, message: string) {
  return { path: ['source'], where: templateId, message, remedy: 'see docs/reference/letters.md' };
}
