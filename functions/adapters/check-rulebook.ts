import { join } from 'node:path';
import { chooseTemplate } from '../core/appeal/choose-template.ts';
import { hasChecklist } from '../core/casework.ts';
import { type KnownPayer, payerTypeSchema } from '../core/payer/profile.ts';
import { checkRules, type Equipment, type Finding } from '../core/rulebook/check.ts';
import { isOfOrganisation } from '../core/rulebook/compile.ts';
import { pathInLayer } from '../core/rulebook/compose.ts';
import type { LocatedProblem } from '../core/rulebook/source-files.ts';
import { unknownPayers } from '../core/rulebook/unknown-payers.ts';
import type { SettingsProblem } from '../core/settings/written.ts';
import type { CheckLayer } from '../ports/settings-changes.ts';
import { bundledCasework } from './casework-bundled.ts';
import { readTemplateFiles } from './letters/template-files.ts';
import { bundledRulebookData } from './rulebook-bundled.ts';
import { type FoundRulebook, findRulebook, overRelease } from './rulebook-files.ts';
import { bundledWriteOffReasons } from './write-off-reasons-bundled.ts';

type LetterTemplate = ReturnType<typeof readTemplateFiles>['templates'][number];
type Scope = LetterTemplate['manifest'];

const TEMPLATES = join(import.meta.dirname, '..', '..', 'templates');

function manifestsOf(folder: string): readonly Scope[] {
  return readTemplateFiles(folder).templates.map(({ manifest }) => manifest);
}

export interface RulebookReport {
  /** As decisions would name it; the path where it is refused. */
  readonly version: string;
  readonly errors: readonly LocatedProblem[];
  readonly warnings: readonly LocatedProblem[];
}

/**
 * Everything wrong with the whole rulebook, or the layer, at a path. Of a layer only its own entries are judged.
 *
 * @param payers of the registry, whom a layer may name; null = no registry was given
 */
export function checkRulebookAt(path: string, payers: readonly KnownPayer[] | null = null): RulebookReport {
  const found = findRulebook(path);
  const report = reportOn(found, path, manifestsOf(TEMPLATES));
  if (found.kind === 'refused') return report;
  return {
    ...report,
    warnings: [...report.warnings, ...payersUnknownTo(found, payers ?? [], payers === null)],
  };
}

/**
 * Whom the rules of a layer name without effect.
 *
 * @param onlyByKey leave out ids and names: they stand in remittances whether the payer is registered or not
 */
export function payersUnknownTo(
  { layer, locate }: Extract<FoundRulebook, { kind: 'found' }>,
  payers: readonly KnownPayer[],
  onlyByKey: boolean,
): readonly LocatedProblem[] {
  if (layer === null) return [];
  return unknownPayers(layer, payers)
    .filter((problem) => problem.onlyByKey || !onlyByKey)
    .map(locate);
}

/** The check of a layer that is no file yet: what `checkRulebookAt` would say of it, with line numbers of its text. */
export function layerChecker(templates: readonly LetterTemplate[]): CheckLayer {
  const manifests = templates.map(({ manifest }) => manifest);
  return (written) => {
    const text = written.kind === 'text' ? written.text : JSON.stringify(written.value, null, 2);
    const found = overRelease([{ name: 'layer', text: text ?? 'null' }]);
    const { errors, warnings } = reportOn(found, 'layer', manifests);
    const shown = ({ line, where, message, remedy }: LocatedProblem): SettingsProblem => ({
      field: where === 'file' ? '' : where.replaceAll('/', '.'),
      line: written.kind === 'text' ? line : null,
      message,
      remedy,
    });
    const layer = found.kind === 'found' && errors.length === 0 ? found.layer : null;
    return { layer, errors: errors.map(shown), warnings: warnings.map(shown) };
  };
}

function reportOn(found: FoundRulebook, label: string, templates: readonly Scope[]): RulebookReport {
  if (found.kind === 'refused') return { version: label, errors: found.problems, warnings: [] };
  const { layer, locate, rulebook } = found;
  const findings = checkRules(found.data, rulebook, equipmentOfThisRelease(templates));
  const own =
    layer === null
      ? findings
      : findings.flatMap((finding): readonly Finding[] => {
          const id = finding.where.split('/')[1] ?? '';
          return isOfOrganisation(id) ? [{ ...finding, path: pathInLayer(id, layer) }] : [];
        });
  const of = (severity: Finding['severity']) =>
    own.filter((finding) => finding.severity === severity).map(locate);
  const withoutClocks =
    layer === null && found.clocks === null
      ? [
          {
            file: 'deadlines',
            line: null,
            where: 'file',
            message: 'is not there, so the clocks of this release count',
            remedy: 'copy the folder from the release where its clocks shall change',
          },
        ]
      : [];
  return {
    version: rulebook.version,
    errors: of('error'),
    warnings: [...of('warning'), ...withoutClocks],
  };
}

function equipmentOfThisRelease(scopes: readonly Scope[]): Equipment {
  const { carc, rarc } = bundledRulebookData();
  const casework = bundledCasework();
  const writeOffReasons = bundledWriteOffReasons();
  return {
    hasChecklist: (route) => hasChecklist(route, casework) ?? writeOffReasons.length > 0,
    hasTemplate: (category) =>
      payerTypeSchema.options.every(
        (payerType) =>
          chooseTemplate(scopes, {
            kind: 'appeal',
            category,
            codes: [],
            ruleId: null,
            payerType,
            level: 1,
          }) !== null,
      ),
    carcs: carc.map(({ code }) => code),
    rarcs: rarc.map(({ code }) => code),
  };
}
