import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { enterPassword } from './sign-in.ts';

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
  await enterPassword(page, inject('system').users, name);
  await page.waitForURL((url) => url.pathname === path.split('?')[0]);
  return { context, page, complaints };
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
