import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { enterPassword } from './sign-in.ts';
import { staySignedIn } from './stay-signed-in.ts';
import { type View, viewsOf } from './views.ts';

/** A supervisor and an administrator, who between them see every page, and come back signed in from every reload. */
export interface People {
  readonly pages: { readonly [who in View['as']]: Page };
  readonly views: readonly View[];
  close(): Promise<void>;
}

/** Signs both in and finds every page that they can open. */
export async function signInPeople(browser: Browser, options: BrowserContextOptions = {}): Promise<People> {
  const enter = async (name: View['as']) => {
    // axe wants a page of a context of its own.
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const accessToken = await staySignedIn(page, inject('system').signInPages);
    await page.goto(`${inject('app')}/today`);
    await enterPassword(page, inject('system').users, name);
    await page.locator('.frame').waitFor();
    return { page, accessToken };
  };
  const supervisor = await enter('supervisor');
  const admin = await enter('admin');
  return {
    pages: { supervisor: supervisor.page, admin: admin.page },
    views: await viewsOf(inject('app'), supervisor.accessToken()),
    async close() {
      await supervisor.page.context().close();
      await admin.page.context().close();
    },
  };
}
