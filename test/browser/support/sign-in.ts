import type { Page } from 'playwright-core';
import type { LocalSystem } from '../../../infra/local/system.ts';

/** Fills the form of the sign-in pages. */
export async function enterPassword(page: Page, users: LocalSystem['users'], name: string): Promise<void> {
  const user = users.find((candidate) => candidate.name === name);
  if (user === undefined) throw new Error(`The local system has no ${name}.`);
  await page.locator('input[name="username"]').fill(user.name);
  await page.locator('input[name="password"]').fill(user.password);
  await page.locator('input[name="password"]').press('Enter');
}
