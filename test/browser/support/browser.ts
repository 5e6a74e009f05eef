import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of OVERTURN_BROWSER, or one where systems keep theirs; null where there is none. */
export function browserPath(): string | null {
  const named = process.env.OVERTURN_BROWSER;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return [...PLACES, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}

export const HOW_TO_GET_ONE =
  'No browser was found: install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or name one in OVERTURN_BROWSER.';

/** A browser without a window; the sandbox needs rights that a build machine may not give. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error(HOW_TO_GET_ONE);
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** What a page said that it must not say: errors on the console, and loads that its policy forbids. */
export interface Complaints {
  readonly console: string[];
  readonly elsewhere: string[];
}

export interface SignedIn {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaints;
}

/** A person of the local system, signed in by the pages as people do it, on `/today` or where they wanted to go. */
export async function signIn(
  browser: Browser,
  name: string,
  { path = '/today', ...options }: BrowserContextOptions & { readonly path?: string } = {},
): Promise<SignedIn> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints = listenFor(page);
  await page.goto(`${inject('app')}${path}`);
  await enterPassword(page, name);
  await page.waitForURL((url) => url.pathname === path.split('?')[0]);
  return { context, page, complaints };
}

/** Fills the form of the sign-in pages. */
export async function enterPassword(page: Page, name: string): Promise<void> {
  const user = inject('system').users.find((candidate) => candidate.name === name);
  if (user === undefined) throw new Error(`The local system has no ${name}.`);
  await page.locator('input[name="username"]').fill(user.name);
  await page.locator('input[name="password"]').fill(user.password);
  await page.locator('input[name="password"]').press('Enter');
}

function listenFor(page: Page): Complaints {
  const complaints: Complaints = { console: [], elsewhere: [] };
  const { origin } = new URL(inject('app'));
  const pages = new URL(inject('system').signInPages).origin;
  page.on('console', (message) => {
    // What did not load is told with its address below.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.console.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.console.push(`${response.status()} of ${new URL(response.url()).pathname}`);
  });
  page.on('pageerror', (error) => complaints.console.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin && url.origin !== pages) {
      complaints.elsewhere.push(url.origin);
    }
  });
  return complaints;
}
