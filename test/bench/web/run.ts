import { buildApp } from '../../../infra/build-app.ts';
import { buildBarePage } from '../../browser/support/build-bare-page.ts';
import { startFullQueue } from '../../browser/support/full-queue.ts';
import { openBrowser } from '../../browser/support/open-browser.ts';
import { MeasuredPage } from './measured-page.ts';

/**
 * `npm run bench:web`: the work queue of 10,000 denials beside a bare page of the same rows and columns in the same run,
 * both in Chromium slowed down four times. They take turns, the middle counts. Ends with 1 where the app takes more than
 * twice as long as the bare page until its queue is usable, or from a key to the screen.
 */
const ROUNDS = 5;
const KEYS_A_ROUND = 40;
const KEY_EVERY_MS = 100;
const AT_MOST = 2;
/** A page of rows a step: 2,000 rows. */
const STEPS = 100;

await Promise.all([buildApp(), buildBarePage()]);
const queue = await startFullQueue(Number(process.argv[2] ?? 10_000));
const browser = await openBrowser();
const app = await MeasuredPage.open(browser, `${queue.app}/queue`);
await app.load();
const columns = await app.columns();
await app.rest();
const bare = await MeasuredPage.open(browser, `${queue.bare}/#${columns.join(',')}`);
await bare.load();
await bare.rest();

const pages = { app, bare } as const;
const usable = { app: [] as number[], bare: [] as number[] };
const keys = { app: [] as number[], bare: [] as number[] };
const pressed = Array.from({ length: KEYS_A_ROUND }, (_, at) => (at % 2 === 0 ? 'j' : 'x'));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const which of ['app', 'bare'] as const) {
    usable[which].push(await pages[which].load());
    await pages[which].rest();
    await pages[which].focusGrid();
    keys[which].push(...(await pages[which].press(pressed, KEY_EVERY_MS)));
  }
}

let missed = 0;
print(`\n${columns.length} columns, CPU slowed down 4 times; milliseconds\n`);
compare('until the queue is usable, middle', middle(usable.app), middle(usable.bare));
compare(`key to paint, p98 of ${keys.app.length} keys`, at(keys.app, 0.98), at(keys.bare, 0.98));
print(`  (key to paint, middle: app ${middle(keys.app)}, bare ${middle(keys.bare)})`);

print('\nThe longest interaction of one act, app alone');
const acts = {
  filter: () => app.page.getByRole('checkbox', { name: /^Appeal/ }).check(),
  sort: () => app.page.getByLabel('Order').selectOption('sendBy'),
  select: () => app.page.keyboard.press('x'),
  open: () => app.page.keyboard.press('Space'),
} as const;
for (const [act, perform] of Object.entries(acts)) {
  if (act === 'select') await app.focusGrid();
  print(`  ${act.padEnd(10)} ${(await app.interaction(perform)).toFixed(0).padStart(6)}`);
}

await app.unslowed();
await app.load();
await app.rest();
await app.focusGrid();
const before = await app.heapBytes();
for (let step = 0; step < STEPS; step += 1) {
  for (let row = 0; row < 20; row += 1) await app.page.keyboard.press('j');
  if (step % 20 === 19) await queue.change();
}
await app.page.waitForTimeout(1_000);
const grown = ((await app.heapBytes()) - before) / 1e6;
print(`\nHeap after 2,000 rows walked: ${grown.toFixed(1)} MB more than before\n`);
await browser.close();
await queue.stop();
print(`${missed} bound(s) missed`);
process.exitCode = missed > 0 ? 1 : 0;

function compare(what: string, ours: number, theirs: number): void {
  const ratio = ours / theirs;
  const holds = ratio <= AT_MOST;
  if (!holds) missed += 1;
  print(
    `${holds ? '✓' : '✗'} ${what.padEnd(36)} app ${ours.toFixed(0).padStart(5)}, bare page ${theirs.toFixed(0).padStart(5)}: ${ratio.toFixed(2)} × (at most ${AT_MOST} ×)`,
  );
}

function middle(values: readonly number[]): number {
  return at(values, 0.5);
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
