import { join } from 'node:path';
import { chooseTemplate } from '../core/appeal/choose-template.ts';
import { checkRules, type Equipment, type Finding } from '../core/rulebook/check.ts';
import { isOfOrganisation } from '../core/rulebook/compile.ts';
import { pathInLayer } from '../core/rulebook/compose.ts';
import type { LocatedProblem } from '../core/rulebook/source-files.ts';
import { readTemplateFiles } from './letters/template-files.ts';
import { bundledRulebookData } from './rulebook-bundled.ts';
import { findRulebook } from './rulebook-files.ts';

export interface RulebookReport {
  /** As decisions would name it; the path where it is refused. */
  readonly version: string;
  readonly errors: readonly LocatedProblem[];
  readonly warnings: readonly LocatedProblem[];
}

/** Everything wrong with the whole rulebook, or the layer, at a path. Of a layer only its own entries are judged. */
export function checkRulebookAt(path: string): RulebookReport {
  const found = findRulebook(path);
  if (found.kind === 'refused') return { version: path, errors: found.problems, warnings: [] };
  const { layer, locate, rulebook } = found;
  const findings = checkRules(found.data, rulebook, equipmentOfThisRelease());
  const own =
    layer === null
      ? findings
      : findings.flatMap((finding): readonly Finding[] => {
          const id = finding.where.split('/')[1] ?? '';
          return isOfOrganisation(id) ? [{ ...finding, path: pathInLayer(id, layer) }] : [];
        });
  const of = (severity: Finding['severity']) =>
    own.filter((finding) => finding.severity === severity).map(locate);
  return { version: rulebook.version, errors: of('error'), warnings: of('warning') };
}

function equipmentOfThisRelease(): Equipment {
  const { carc, rarc } = bundledRulebookData();
  const scopes = readTemplateFiles(join(import.meta.dirname, '..', '..', 'templates')).templates.map(
    ({ manifest }) => manifest,
  );
  return {
    hasTemplate: (category) =>
      chooseTemplate(scopes, { category, payerType: 'commercial', level: 1 }) !== null,
    carcs: carc.map(({ code }) => code),
    rarcs: rarc.map(({ code }) => code),
  };
}
