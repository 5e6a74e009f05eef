import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_FOLDER, SYSTEM_FILE } from '../../infra/local/paths.ts';
import { exitWithProblem, SetupProblem } from '../../infra/local/problem.ts';
import { readSystem } from '../../infra/local/system.ts';
import { openBrowser } from './support/open-browser.ts';
import { enterPassword } from './support/sign-in.ts';

/**
 * `npm run screenshots`, while `npm start` runs: every page at 1440 and 390 pixels, light and dark, into
 * .local/screenshots.
 */
const FOLDER = join(LOCAL_FOLDER, 'screenshots');
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const PAGES = ['today', 'queue', 'documents', 'write-offs', 'remits', 'deadlines', 'settings/payers'];

async function takeAll(): Promise<void> {
  const system = existsSync(SYSTEM_FILE) ? readSystem(SYSTEM_FILE) : null;
  if (system === null || system.gatewayUrl === null) {
    throw new SetupProblem('The local system is not up.', 'Run npm start first, in another terminal.');
  }
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  for (const viewport of WIDTHS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport, colorScheme });
      const take = async (name: string): Promise<void> => {
        await page.waitForLoadState('networkidle');
        const file = join(FOLDER, `${name.replace('/', '-')}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        process.stdout.write(`${file}\n`);
      };
      await page.goto(`${system.gatewayUrl}/today`);
      await enterPassword(page, system.users, 'supervisor');
      await page.locator('.frame').waitFor();
      for (const name of PAGES) {
        // By the navigation: an address typed in would have to sign in again.
        await page
          .locator(`nav a[href="/${name}"], nav a[href^="/${name.split('/')[0]}"]`)
          .first()
          .click();
        await take(name);
      }
      await page.locator('nav a[href="/queue"]').click();
      await page.getByLabel('Claim number').fill('CRMG-10411');
      await page.locator('[role="row"][aria-selected]').first().dblclick();
      await page.getByRole('heading', { name: 'Timeline' }).waitFor();
      await take('denial');
      await page.getByRole('link', { name: 'Read the letter' }).click();
      await page.locator('.pdf-page canvas').first().waitFor();
      await take('review');
      await page.context().close();
    }
  }
  await browser.close();
}

await takeAll().catch(exitWithProblem);
