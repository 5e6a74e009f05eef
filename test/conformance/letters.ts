import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LOCAL_FOLDER } from '../../infra/local/paths.ts';
import { exampleMarkup, LETTER_DAY, PRINTER, TEMPLATE_IDS } from '../fixtures/printed-letters.ts';

/**
 * Holds printed letters to PDF/A-2a and PDF/UA-1 by veraPDF, one program of Java: every template's example with and
 * without its passages, and one letter with all that a letter can have. Without Java 11 it is skipped, and says so.
 */
const SKIPPED = 77;
const VERSION = '1.28.2';
const SHA256 = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6';
const NAME = `greenfield-apps-${VERSION}.jar`;
const URL = `https://repo1.maven.org/maven2/org/verapdf/apps/greenfield-apps/${VERSION}/${NAME}`;
const FLAVOURS = ['2a', 'ua1'];

const EVERYTHING = `<header><p class="name">A &amp; B &lt;Clinic&gt;</p><p>Address</p></header>
<p>November 23, 2026</p><address>Plan\nP.O. Box 1</address><h1>Appeal</h1>
<section class="form"><h2>A form</h2><table><tr><th scope="col">Asked for</th><th scope="col">Answer</th></tr>
<tr><th scope="row">1. Name</th><td>DOE, JO</td></tr></table><p class="line">Dr. A</p></section>
<table class="claim"><tr><th scope="row">Member</th><td colspan="3">DOE, JO</td></tr>
<tr><th scope="row">From</th><td>June 3</td><th scope="row">To</th><td></td></tr></table>
<h2>1</h2><h3>First issue</h3><p class="lead-in">It <strong>is</strong> <em>so</em>:</p><ul><li>One</li></ul><ol><li>Two</li></ol>
<p class="passage">⟦FILL IN: the rule⟧ and 😀\n\nthen</p>
<table><tr><th scope="col">Line</th><th scope="col" class="amount">Paid</th></tr>
${'<tr class="disputed"><th scope="row">1</th><td class="amount">$1.00</td></tr>'.repeat(80)}</table>
<section class="signature"><p>Sincerely,</p><p class="line">Dr. A<br>Director</p></section>
<section class="enclosures"><h2>Enclosures</h2><ol><li>Record</li></ol></section><footer>Claim 1</footer>`;

const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
const major = Number(/version "(\d+)/.exec(`${java.stderr ?? ''}`)?.[1] ?? 0);
if (major < 11) {
  process.stdout.write('Skipped: veraPDF needs Java 11 or newer on the path.\n');
  process.exit(SKIPPED);
}

const jar = await veraPdf();
const folder = mkdtempSync(join(tmpdir(), 'letters-'));
const letters = new Map([['everything', EVERYTHING]]);
for (const templateId of TEMPLATE_IDS) {
  letters.set(templateId, exampleMarkup(templateId));
  letters.set(`${templateId}-open`, exampleMarkup(templateId, { passages: false }));
}
const files: string[] = [];
for (const [name, markup] of letters) {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, (await PRINTER.print(markup, LETTER_DAY)).bytes);
  files.push(file);
}

let passed = 0;
for (const flavour of FLAVOURS) {
  const { stdout } = spawnSync(
    'java',
    [
      '-cp',
      jar,
      'org.verapdf.apps.GreenfieldCliWrapper',
      '--flavour',
      flavour,
      '--format',
      'text',
      '-v',
      ...files,
    ],
    { encoding: 'utf8' },
  );
  process.stdout.write(stdout.replaceAll(`${folder}/`, ''));
  passed += stdout.split('\n').filter((line) => line.startsWith('PASS ')).length;
}
rmSync(folder, { recursive: true, force: true });
const asked = files.length * FLAVOURS.length;
process.stdout.write(`${passed} of ${asked} passed: PDF/A-2a and PDF/UA-1, veraPDF ${VERSION}\n`);
process.exit(passed === asked ? 0 : 1);

async function veraPdf(): Promise<string> {
  const file = join(LOCAL_FOLDER, 'verapdf', NAME);
  if (!existsSync(file)) {
    const response = await fetch(URL);
    if (!response.ok) throw new Error(`veraPDF could not be fetched from Maven Central: ${response.status}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  }
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (sha256 === SHA256) return file;
  rmSync(file);
  throw new Error('The file fetched as veraPDF is not the one that was released.');
}
