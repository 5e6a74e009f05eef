import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LOCAL_FOLDER, SYSTEM_FILE } from '../../infra/local/paths.ts';
import { exitWithProblem, SetupProblem } from '../../infra/local/problem.ts';
import { type LocalSystem, readSystem } from '../../infra/local/system.ts';
import { atItsHardest, change, emptied, FAILS, FORBIDS, neverAnswer, refuse } from './support/answers.ts';
import { openBrowser } from './support/open-browser.ts';
import { enterPassword } from './support/sign-in.ts';
import { staySignedIn } from './support/stay-signed-in.ts';
import { openView, type View, viewsOf } from './support/views.ts';

/**
 * `npm run screenshots [name …]`, while `npm start` runs: every page, or those whose name begins so, at 1440 and 390
 * pixels, light and dark, as it is and at its hardest; at 1440 pixels light also empty, failing and refused. Into
 * .local/screenshots.
 */
const FOLDER = join(LOCAL_FOLDER, 'screenshots');
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const WANTED = process.argv.slice(2);

async function takeAll(): Promise<void> {
  const system = existsSync(SYSTEM_FILE) ? readSystem(SYSTEM_FILE) : null;
  if (system === null || system.gatewayUrl === null) {
    throw new SetupProblem('The local system is not up.', 'Run npm start first, in another terminal.');
  }
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  for (const viewport of WIDTHS.filter(
    ({ width }) => (process.env.OVERTURN_WIDTH ?? `${width}`) === `${width}`,
  )) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await takeOne(browser, system, system.gatewayUrl, { viewport, colorScheme });
    }
  }
  await browser.close();
}

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

async function takeOne(browser: Browser, system: LocalSystem, origin: string, look: Look): Promise<void> {
  const suffix = `${look.viewport.width}-${look.colorScheme}`;
  const take = async (page: Page, name: string): Promise<void> => {
    if (WANTED.length > 0 && !WANTED.some((begin) => name.startsWith(begin))) return;
    // What is drawn once more after the data is there: names of patients, pages of a packet.
    await page.waitForTimeout(600);
    const file = join(FOLDER, `${name}-${suffix}.png`);
    await page.screenshot({ path: file });
    process.stdout.write(`${file}\n`);
  };
  const signIn = async (name: 'supervisor' | 'admin') => {
    const page = await browser.newPage(look);
    const accessToken = await staySignedIn(page, system.signInPages);
    await page.goto(`${origin}/today`);
    await page.locator('input[name="username"]').waitFor();
    if (name === 'supervisor') await take(page, 'sign-in');
    await enterPassword(page, system.users, name);
    await page.locator('.frame').waitFor();
    return { page, accessToken };
  };
  const people = { supervisor: await signIn('supervisor'), admin: await signIn('admin') };

  const isWanted = ({ name }: View) =>
    WANTED.length === 0 || WANTED.some((begin) => begin.startsWith(name) || name.startsWith(begin));
  const views = await viewsOf(origin, people.supervisor.accessToken());
  for (const view of views.filter(isWanted)) {
    const { page } = people[view.as];
    await openView(page, origin, view);
    await take(page, view.name);
    for (const { name, act } of DIALOGS.filter(({ on }) => on === view.name)) {
      await act(page);
      await take(page, `${view.name}-${name}`);
      await page.keyboard.press('Escape');
    }
    const restore = await change(page, /^\/api\/(?!me$)/, atItsHardest);
    await openView(page, origin, view);
    await take(page, `${view.name}-hard`);
    await restore();
    if (look.colorScheme === 'light' && look.viewport.width === 1440) await takeStates(page, view);
  }
  await takeLock(people.supervisor.page);
  for (const { page } of Object.values(people)) await page.context().close();

  async function takeStates(page: Page, view: View): Promise<void> {
    const states = {
      empty: () => change(page, view.needs, emptied),
      failed: () => refuse(page, view.needs, FAILS),
      refused: () => refuse(page, view.needs, FORBIDS),
      loading: () => neverAnswer(page, view.needs),
    };
    for (const [state, arrange] of Object.entries(states)) {
      if (state === 'empty' && /^(denial|review|remit|settings-payer)$/.test(view.name)) continue;
      const restore = await arrange();
      await page.goto(`${origin}${view.path}`);
      await page
        .locator(state === 'loading' ? '[aria-busy="true"]' : 'h1, [role="alert"]')
        .first()
        .waitFor();
      // A failing answer is asked for again twice before it counts.
      await page.waitForTimeout(state === 'failed' ? 3_500 : 300);
      await take(page, `${view.name}-${state}`);
      await restore();
    }
  }

  async function takeLock(page: Page): Promise<void> {
    await page.clock.install();
    await page.goto(`${origin}/today`);
    await page.locator('.frame').waitFor();
    await page.keyboard.press('Shift');
    await page.clock.runFor(14 * 60_000 + 5_000);
    await take(page, 'idle');
    await page.clock.runFor(60_000);
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await take(page, 'locked');
  }
}

const DIALOGS: readonly { on: string; name: string; act: (page: Page) => Promise<unknown> }[] = [
  {
    on: 'queue',
    name: 'whole',
    act: async (page) => {
      await page.locator('[role="grid"]').focus();
      await page.keyboard.press('x');
      await page.keyboard.press('Space');
    },
  },
  {
    on: 'today',
    name: 'keys',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    on: 'denial',
    name: 'conflict',
    act: async (page) => {
      await refuse(
        page,
        `${new URL(page.url()).pathname.replace('/denials', '/api/denials')}/notes`,
        CONFLICT,
      );
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Called the payer: the number was on the claim.');
      await dialog.locator('button[type="submit"], button').last().click();
      await dialog.getByRole('alert').waitFor();
    },
  },
];

const CONFLICT = {
  method: 'POST',
  status: 409,
  code: 'STALE_VERSION',
  title: 'Somebody changed it meanwhile.',
  currentVersion: 9,
  changedBy: { name: 'Bea Biller', what: 'changed the route', at: '2026-11-24T04:40:00Z' },
};

await takeAll().catch(exitWithProblem);
