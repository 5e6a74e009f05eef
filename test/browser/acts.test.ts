import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './support/open-browser.ts';
import { type SignedIn, signIn } from './support/signed-in.ts';

describe.skipIf(!inject('hasBrowser'))('what is next is done on the page of the denial', () => {
  let browser: Browser;
  let biller: SignedIn;

  beforeAll(async () => {
    browser = await openBrowser();
    biller = await signIn(browser, 'biller');
  });
  afterAll(() => browser?.close());

  async function openClaim(page: Page, claimId: string): Promise<void> {
    await page.locator('nav a[href="/queue"]').click();
    await page.getByLabel('Claim number').fill(claimId);
    const row = page.locator('[role="grid"] [role="row"][aria-selected]').filter({ hasText: claimId });
    await row.first().dblclick();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  }

  test('a write-off is asked for with its reason, and every clock that is still open is acknowledged', async () => {
    const { page } = biller;
    await openClaim(page, 'LVO-3007');
    await page.getByRole('button', { name: 'Write off', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption('small_balance');
    await dialog.getByLabel('Why', { exact: true }).fill('Twelve dollars of a penalty that we owe.');
    const confirm = dialog.getByRole('button', { name: /^(Write off|Ask a second person)$/ });
    const clocks = dialog.getByRole('checkbox');
    expect(await clocks.count()).toBeGreaterThan(0);
    expect(await confirm.isDisabled()).toBe(true);
    for (const clock of await clocks.all()) await clock.check();
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.locator('#content').innerText())
      .toMatch(/Written off|Awaiting second person/);
  });

  test('what was billed to the other payer is recorded with the figures of the remittance', async () => {
    const { page } = biller;
    await openClaim(page, 'LVO-3003');
    await page.getByRole('button', { name: 'Record what was billed' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('For loop 2320: charge $165.00').waitFor();
    await dialog.getByLabel('Payer that was billed').fill('NORTHWIND EMPLOYEE BENEFITS');
    await dialog.getByLabel('Reference').fill('NW-1');
    await dialog
      .getByLabel('Billed on')
      .fill(await page.evaluate(() => new Date().toISOString().slice(0, 10)));
    await dialog.getByLabel('What was done').fill('Billed with the figures of this remittance.');
    await dialog.getByRole('button', { name: 'Record and close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('#content').innerText()).toContain('Billed to other payer');
  });

  test('a correction shows what was sent, where, and why, before it is recorded', async () => {
    const { page } = biller;
    await openClaim(page, 'LVO-8001');
    await page.getByRole('button', { name: 'Record the corrected claim' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /Procedure code, line 2.*2400 SV101-2/ }).waitFor();
    await dialog.getByLabel('Frequency').selectOption('7');
    await dialog.getByLabel('Reference of the corrected claim').fill('C-8001');
    await dialog.getByLabel('Sent on').fill('2000-01-01');
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Reference of the corrected claim').inputValue()).toBe('C-8001');
    await page.keyboard.press('Escape');
  });
});
