import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../infra/local/paths.ts';
import { generatedFiles } from './files.ts';

/** `npm run api`: writes everything that is made from the route table. */
for (const [name, text] of Object.entries(await generatedFiles())) {
  writeFileSync(join(REPOSITORY, name), text);
  process.stdout.write(`${name}\n`);
}
