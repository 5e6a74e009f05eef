import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { findRulebook } from '../../functions/adapters/rulebook-files.ts';
import { told } from '../../functions/core/rulebook/source-files.ts';
import { answersOf } from './answer.ts';
import { readLabels } from './labels.ts';
import { answerSchema, score, scoreText } from './score.ts';
import { benchmarkFiles } from './write-835.ts';

/**
 * `npm run benchmark:decisions`: scores this release's rulebook; with `-- --rulebook PATH` another one or a layer;
 * with `-- --answers FILE` the NDJSON answers of any system; with `-- --write FOLDER` writes the 835s, the payers and
 * the expected answers for that.
 */
const { values } = parseArgs({
  options: { rulebook: { type: 'string' }, answers: { type: 'string' }, write: { type: 'string' } },
});
const cwd = process.env.INIT_CWD ?? process.cwd();
const labels = readLabels();
const files = benchmarkFiles(labels);

if (values.write !== undefined) {
  const folder = path.resolve(cwd, values.write);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files.remittances) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, 'payers.json'), `${JSON.stringify(files.payers, null, 2)}\n`);
  writeFileSync(path.join(folder, 'expected.ndjson'), files.expected);
  process.stdout.write(
    `${labels.length} labelled claims in ${files.remittances.size} remittance files: ${folder}\n`,
  );
} else if (values.answers !== undefined) {
  const lines = readFileSync(path.resolve(cwd, values.answers), 'utf8').trim().split('\n');
  const answers = lines.map((line) => answerSchema.parse(JSON.parse(line)));
  process.stdout.write(scoreText(score(labels, answers), values.answers));
} else {
  const found =
    values.rulebook === undefined
      ? { kind: 'found' as const, rulebook: bundledRulebook() }
      : findRulebook(path.resolve(cwd, values.rulebook));
  if (found.kind === 'refused') {
    process.stderr.write(`The rulebook is refused:\n${found.problems.map(told).join('\n')}\n`);
    process.exitCode = 2;
  } else {
    const answers = await answersOf(files, found.rulebook);
    process.stdout.write(scoreText(score(labels, answers), `rulebook ${found.rulebook.version}`));
  }
}
