import { bundledRulebook, bundledRulebookData } from '../../../../functions/adapters/rulebook-bundled.ts';
import { compileRulebook } from '../../../../functions/core/rulebook/compile.ts';

/** One compilation in a fresh process: `shipped` as every command and function does it, `checked` of any data. */
const data = bundledRulebookData();
const startedAt = performance.now();
if (process.argv[2] === 'shipped') bundledRulebook();
else if (compileRulebook(data).kind === 'refused') throw new Error('The rulebook is refused.');
console.log(JSON.stringify({ milliseconds: performance.now() - startedAt }));
