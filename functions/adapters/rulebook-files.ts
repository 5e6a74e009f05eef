import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Compilation, compileRulebook } from '../core/rulebook/compile.ts';
import { RULEBOOK_FILES } from './rulebook-layout.ts';

/**
 * Reads and compiles the rulebook in a folder laid out as `rulebook/`.
 * A missing or unreadable file is a problem with the file's name, not an exception.
 */
export function readRulebook(folder: string): Compilation {
  const data: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [part, file] of Object.entries(RULEBOOK_FILES)) {
    try {
      data[part] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    }
  }
  return problems.length > 0 ? { kind: 'refused', problems } : compileRulebook(data);
}
