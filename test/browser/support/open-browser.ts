import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
