import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './support/open-browser.ts';
import { enterPassword } from './support/sign-in.ts';
import { type SignedIn, signIn } from './support/signed-in.ts';

const GRID_ROW = '[role="grid"] [role="row"][aria-selected]';

describe.skipIf(!inject('hasBrowser'))('the app in a real browser', () => {
  let browser: Browser;
  let biller: SignedIn;

  beforeAll(async () => {
    browser = await openBrowser();
    biller = await signIn(browser, 'biller');
  });
  afterAll(() => browser?.close());

  /** What the API answers to the person who is signed in, asked from the page with its own token. */
  async function heard<T>(page: Page, path: string): Promise<T> {
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await page.reload();
    await enterAgain(page);
    return (await answer).json();
  }

  async function enterAgain(page: Page): Promise<void> {
    const form = page.locator('input[name="username"]');
    const app = page.locator('.frame');
    await form.or(app).first().waitFor();
    if (await form.isVisible()) await enterPassword(page, inject('system').users, 'biller');
  }

  async function openQueue(page: Page): Promise<void> {
    // Not in a field, where a letter is a letter.
    await page.locator('#content').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.locator(GRID_ROW).first().waitFor();
  }

  test('UI-01: today shows what dies this week without any input, and the rows that the API names', async () => {
    const { page } = biller;
    const today = await heard<{ sections: { id: string; rows: { claimId: string }[] }[] }>(
      page,
      '/api/today',
    );
    const section = page.locator('[data-section="dies_this_week"]');
    await section.waitFor();
    const box = await section.boundingBox();
    expect(box?.y).toBeLessThan(400);
    for (const { id, rows } of today.sections) {
      const shown = await page.locator(`[data-section="${id}"] a .code`).allInnerTexts();
      expect(shown, id).toEqual(rows.map(({ claimId }) => claimId));
    }
  });

  test('UI-06: filters and orders ask no server, and show what the server would list', async () => {
    const { page } = biller;
    await openQueue(page);
    const calls: string[] = [];
    const note = (request: { url(): string }) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/queue')) calls.push(pathname);
    };
    page.on('request', note);
    const appeal = page.getByRole('checkbox', { name: /^Appeal/ });
    const promised = await appeal.locator('xpath=..').locator('.count').innerText();
    await appeal.check();
    await page.getByLabel('Order').selectOption('sendBy');
    const heading = page.getByRole('heading', { name: 'Work queue' });
    await expect.poll(() => heading.innerText()).toContain(`(${promised} of`);
    page.off('request', note);
    expect(calls).toEqual([]);
    expect(await page.locator('[role="grid"]').getAttribute('aria-rowcount')).toBe(
      String(Number(promised) + 1),
    );
    expect(new URL(page.url()).search).toBe('?route=appeal');
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('UI-11: a denial shows reason, route, rule with its version, and send-by without scrolling', async () => {
    const { page } = biller;
    await openQueue(page);
    await page.locator(GRID_ROW).first().dblclick();
    await page.getByRole('heading', { name: /^Claim/ }).waitFor();
    for (const text of ['Send by', 'Route', 'Why this route']) {
      const box = await page.getByText(text, { exact: true }).first().boundingBox();
      expect((box?.y ?? 9_999) + (box?.height ?? 0), text).toBeLessThanOrEqual(800);
    }
    expect(await page.getByText(/^Rule .+ at rulebook \d{4}\.\d/).isVisible()).toBe(true);
  });

  test('UI-12: the steps of the money come to what was billed', async () => {
    const { page } = biller;
    const cents = (await page.locator('.waterfall .amount .money').allInnerTexts()).map(centsOf);
    const [billed = 0, ...rest] = cents;
    const remainder = rest.pop();
    const paid = rest.pop() ?? 0;
    const taken = rest.reduce((sum, step) => sum - step, 0);
    expect(billed).toBe(taken + paid);
    expect(remainder).toBe(0);
  });

  test('UI-13: a due day reads as it is written wherever the browser is', async () => {
    const days: string[][] = [];
    for (const timezoneId of ['Pacific/Honolulu', 'Pacific/Kiritimati']) {
      const { page, context } = await signIn(browser, 'biller', { timezoneId, path: '/queue' });
      await page.locator(GRID_ROW).first().waitFor();
      days.push(await page.locator('[data-column="sendBy"]').allInnerTexts());
      await context.close();
    }
    expect(days[0]?.length).toBeGreaterThan(5);
    expect(days[1]).toEqual(days[0]);
  });

  test('UI-14: what has no window is not configured, and shows no day', async () => {
    const { page } = biller;
    await openQueue(page);
    await page.getByRole('checkbox', { name: 'Not configured' }).check();
    const cells = () => page.locator(`${GRID_ROW} [data-column="sendBy"]`).allInnerTexts();
    await expect
      .poll(async () => [...new Set((await cells()).map((cell) => cell.trim()))])
      .toEqual(['Not configured']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
  });

  test('UI-26: names are masked until somebody asks, and again after five minutes', async () => {
    const { page, context } = await signIn(browser, 'supervisor', { path: '/queue' });
    await page.clock.install();
    const names = () => page.locator(`${GRID_ROW} [data-column="claim"] .quiet`).allInnerTexts();
    await expect
      .poll(async () => (await names()).every((name) => /^\S•+/.test(name)), { timeout: 20_000 })
      .toBe(true);
    await page.locator('[role="grid"]').focus();
    await page.keyboard.press('.');
    await page.clock.runFor(1_000);
    await expect
      .poll(async () => (await names()).some((name) => name !== '' && !name.includes('•')), {
        timeout: 20_000,
      })
      .toBe(true);
    await page.clock.runFor(5 * 60_000 + 1_000);
    await expect
      .poll(async () => (await names()).every((name) => name === '' || name.includes('•')))
      .toBe(true);
    await context.close();
  });

  test('UI-27: an idle page warns, any key extends, and then it locks and shows nothing of a patient', async () => {
    const { page, context } = await signIn(browser, 'supervisor', { path: '/queue' });
    await page.locator(GRID_ROW).first().waitFor();
    const claim = await page.locator(`${GRID_ROW} .code`).first().innerText();
    await page.clock.install();
    await page.keyboard.press('Shift');
    await page.clock.runFor(14 * 60_000 + 2_000);
    await page.getByText(/This page locks in/).waitFor();
    await page.keyboard.press('Shift');
    await page.getByText(/This page locks in/).waitFor({ state: 'hidden' });
    await page.clock.runFor(15 * 60_000 + 2_000);
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    expect(await page.content()).not.toContain(claim);
    await context.close();
  });

  test('UI-28: a reload after signing out shows no record', async () => {
    const { page, context } = await signIn(browser, 'supervisor', { path: '/queue' });
    await page.locator(GRID_ROW).first().waitFor();
    const claim = await page.locator(`${GRID_ROW} .code`).first().innerText();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForTimeout(1_000);
    await page.goBack().catch(() => null);
    await page.waitForTimeout(1_500);
    expect(await page.content()).not.toContain(claim);
    await context.close();
  });

  test.each(['light', 'dark'] as const)('UI-29: axe finds nothing on any page in %s', async (colorScheme) => {
    const { page, context } = await signIn(browser, 'supervisor', { colorScheme });
    await page.locator('[data-section="dies_this_week"]').waitFor();
    const found: string[] = [];
    const look = async (name: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations) found.push(`${name}: ${id} at ${nodes[0]?.target.join(' ')}`);
    };
    await look('today');
    await openQueue(page);
    await look('queue');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look('keys');
    await page.keyboard.press('Escape');
    await page.locator(GRID_ROW).first().dblclick();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await look('denial');
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await look('note');
    await context.close();
    expect(found).toEqual([]);
  });

  test('UI-32: single keys do nothing while somebody types', async () => {
    const { page } = biller;
    await openQueue(page);
    const field = page.getByLabel('Claim number');
    await field.fill('');
    await field.press('g');
    await field.press('t');
    await field.press('?');
    expect(await field.inputValue()).toBe('gt?');
    expect(new URL(page.url()).pathname).toBe('/queue');
    await field.fill('');
    await page.locator(GRID_ROW).first().waitFor();
  });

  test('UI-25, UI-36: nothing of a patient is kept or shown in an address, and nothing is asked of anybody else', async () => {
    const { page, complaints } = biller;
    await openQueue(page);
    // In the words of the browser: this file knows no window.
    const kept = await page.evaluate<Record<string, string>>(`({
      url: location.href,
      title: document.title,
      referrer: document.referrer,
      history: JSON.stringify(history.state),
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
    })`);
    // An adjustment of the provider is of no claim.
    const claims = (await page.locator(`${GRID_ROW} .code`).allInnerTexts()).filter((claim) => claim !== '');
    expect(claims.length).toBeGreaterThan(0);
    for (const [place, text] of Object.entries(kept)) {
      for (const claim of claims) expect(text, place).not.toContain(claim);
      expect(text, place).not.toMatch(/eyJ[\w-]+\./);
    }
    expect(complaints.elsewhere).toEqual([]);
    expect(complaints.console).toEqual([]);
  });
});

function centsOf(text: string): number {
  const digits = Number(text.replaceAll(/[^\d]/g, ''));
  return text.includes('-') ? -digits : digits;
}
