import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export const REPOSITORY = join(import.meta.dirname, '..');
const HANDLERS = join(REPOSITORY, 'functions', 'handlers');
/** Functions that write letters read these folders at run time. */
const WRITES_LETTERS = new Set(['api', 'draft']);
const LETTER_FOLDERS = ['templates', 'fonts'];
/** It looks whether the template of a letter still is what it was. */
const READS_TEMPLATES = 'deliver';
/** pdfkit looks for its colour profile beside the code that holds it. */
const COLOUR_PROFILE = 'data/sRGB_IEC61966_2_1.icc';

/**
 * Bundles every Lambda in one esbuild run (0.5 s for all; one run per function costs that much each).
 * `<outdir>/<name>/handler.mjs` is the Lambda `functions/handlers/<name>`.
 */
export function bundleHandlers(outdir: string, handlersFolder: string = HANDLERS): void {
  const names = handlerNames(handlersFolder);
  rmSync(outdir, { recursive: true, force: true });
  buildSync({
    entryPoints: Object.fromEntries(
      names.map((name) => [join(name, 'handler'), join(handlersFolder, name, 'handler.ts')]),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // Names of error classes are what the logs say of an unknown error.
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Faster ciphers of ssh2, compiled where it was installed and not for Lambda; it does without.
    external: ['*.node', 'cpu-features'],
    // CommonJS packages inside an ES module bundle call require for Node's own modules, and ask for their folder.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url),__dirname=import.meta.dirname;",
    },
    logLevel: 'error',
    absWorkingDir: REPOSITORY,
  });
  for (const name of names.filter((known) => WRITES_LETTERS.has(known))) {
    for (const folder of LETTER_FOLDERS) {
      cpSync(join(REPOSITORY, folder), join(outdir, name, folder), { recursive: true });
    }
    cpSync(join(REPOSITORY, 'node_modules/pdfkit/js', COLOUR_PROFILE), join(outdir, name, COLOUR_PROFILE));
  }
  if (names.includes(READS_TEMPLATES)) {
    cpSync(join(REPOSITORY, 'templates'), join(outdir, READS_TEMPLATES, 'templates'), { recursive: true });
  }
}

function handlerNames(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'handler.ts')))
    .map((entry) => entry.name)
    .sort();
}
