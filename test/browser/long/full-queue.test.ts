import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildBarePage } from '../support/build-bare-page.ts';
import { type FullQueue, startFullQueue } from '../support/full-queue.ts';
import { openBrowser } from '../support/open-browser.ts';

const ROW = '[role="grid"] [role="row"][aria-selected]';
const MB = 1_000_000;

async function openQueue(browser: Browser, queue: FullQueue): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${queue.app}/queue`);
  await page.locator(ROW).first().waitFor({ timeout: 60_000 });
  return page;
}

describe.skipIf(!inject('hasBrowser'))('the queue of 10,000 denials', () => {
  let browser: Browser;
  let queue: FullQueue;
  let page: Page;
  beforeAll(async () => {
    await buildBarePage();
    browser = await openBrowser();
    queue = await startFullQueue(10_000);
    page = await openQueue(browser, queue);
  });
  afterAll(async () => {
    await browser?.close();
    await queue?.stop();
  });

  test('UI-04: holds at most 1,500 nodes of its grid, also on the way to the end', async () => {
    const grid = page.locator('[role="grid"]');
    expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
    await grid.focus();
    const nodes = () => page.locator('[role="grid"] *').count();
    expect(await nodes()).toBeLessThanOrEqual(1_500);
    for (let at = 0; at < 20; at += 1) {
      await page.keyboard.press('PageDown');
      expect(await nodes()).toBeLessThanOrEqual(1_500);
    }
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('[role="row"][aria-rowindex="10001"]').count()).toBe(1);
    expect(await nodes()).toBeLessThanOrEqual(1_500);
  });

  test('UI-06: filter and order ask nothing of the server', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/queue')) asked.push(pathname);
    });
    const appeal = page.getByRole('checkbox', { name: /^Appeal/ });
    const promised = await appeal.locator('xpath=..').locator('.count').innerText();
    await appeal.check();
    await page.getByLabel('Order').selectOption('sendBy');
    await expect
      .poll(() => page.locator('[role="grid"]').getAttribute('aria-rowcount'))
      .toBe(String(Number(promised.replaceAll(',', '')) + 1));
    expect(asked.filter((pathname) => !pathname.endsWith('/changes'))).toEqual([]);
    await appeal.uncheck();
  });

  test('UI-07: grows by at most 20 MB over 2,000 rows', async () => {
    const protocol = await page.context().newCDPSession(page);
    const heap = async () => {
      for (let i = 0; i < 3; i += 1) await protocol.send('HeapProfiler.collectGarbage');
      return (await protocol.send('Runtime.getHeapUsage')).usedSize;
    };
    await page.locator('[role="grid"]').focus();
    await page.keyboard.press('Home');
    const before = await heap();
    for (let row = 0; row < 2_000; row += 1) await page.keyboard.press('j');
    await queue.change();
    expect((await heap()) - before).toBeLessThanOrEqual(20 * MB);
  });
});

test.skipIf(!inject('hasBrowser'))(
  'UI-40: of 25,000 denials the 20,000 most urgent are shown, and the true total is told',
  async () => {
    await buildBarePage();
    const browser = await openBrowser();
    const queue = await startFullQueue(25_000);
    try {
      const page = await openQueue(browser, queue);
      await page.getByText('Showing the 20,000 most urgent of 25,000.').waitFor();
      expect(await page.locator('[role="grid"]').getAttribute('aria-rowcount')).toBe('20001');
    } finally {
      await browser.close();
      await queue.stop();
    }
  },
);
