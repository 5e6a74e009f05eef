import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

const CPU_SLOWDOWN = 4;
const ROW = '[role="grid"] [role="row"][aria-selected]';

/** In the words of the browser, which this file does not know. */
const UNTIL_USABLE = `(() => {
  const grid = () => document.querySelector('[role="grid"]');
  const cursor = () => document.querySelector('[role="row"][data-cursor]')?.getAttribute('aria-rowindex') ?? null;
  const whenMoved = (from) => {
    if (cursor() === from) return requestAnimationFrame(() => whenMoved(from));
    // After the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => { window.usableAfterMs = performance.now(); }));
  };
  const whenThere = () => {
    if (document.querySelector('${ROW}') === null) return requestAnimationFrame(whenThere);
    setTimeout(() => {
      const from = cursor();
      grid().dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
      whenMoved(from);
    });
  };
  requestAnimationFrame(whenThere);
  window.seenEvents = [];
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId, startTime } of list.getEntries())
      window.seenEvents.push({ name, duration, interactionId, startTime });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
})()`;

interface SeenEvent {
  readonly name: string;
  readonly duration: number;
  readonly interactionId: number;
}

/** One of the two pages in a browser of its own person, slowed down. */
export class MeasuredPage {
  readonly page: Page;
  readonly #address: string;
  readonly #protocol: CDPSession;

  private constructor(page: Page, protocol: CDPSession, address: string) {
    this.page = page;
    this.#protocol = protocol;
    this.#address = address;
  }

  /** @param address of the queue */
  static async open(browser: Browser, address: string): Promise<MeasuredPage> {
    const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(UNTIL_USABLE);
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    return new MeasuredPage(page, protocol, address);
  }

  /**
   * Goes to the queue.
   *
   * @returns milliseconds from the beginning of the navigation that ends on the queue (for the app: coming back from
   * signing in) until rows are there and a key has moved the cursor on the screen
   */
  async load(): Promise<number> {
    // Away first: with another fragment alone it would stay the same page.
    await this.page.goto('about:blank');
    await this.page.goto(this.#address);
    const usable = await this.page.waitForFunction(
      () => (globalThis as { usableAfterMs?: number }).usableAfterMs,
      undefined,
      { timeout: 120_000 },
    );
    return (await usable.jsonValue()) ?? Number.NaN;
  }

  /** Waits until nothing is asked or drawn any more. */
  async rest(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForTimeout(500);
  }

  focusGrid(): Promise<void> {
    return this.page.locator('[role="grid"]').focus();
  }

  /** The columns on screen, by their ids. */
  columns(): Promise<readonly string[]> {
    return this.page
      .locator('[role="columnheader"][data-column]')
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('data-column') ?? ''));
  }

  /**
   * Presses these keys, one after another at a fixed pace.
   *
   * @returns milliseconds from each key to the next frame, as the browser's event timing tells (in steps of 8; what took
   * less than 16 counts as 16)
   */
  async press(keys: readonly string[], everyMs: number): Promise<readonly number[]> {
    await this.#forgetEvents();
    const startedAt = performance.now();
    for (const [at, key] of keys.entries()) {
      const early = startedAt + at * everyMs - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      await this.page.keyboard.press(key);
    }
    const seen = (await this.#events())
      .filter(({ name }) => name === 'keydown')
      .map(({ duration }) => duration);
    return [...seen, ...Array.from({ length: Math.max(0, keys.length - seen.length) }, () => 16)];
  }

  /**
   * What one act of a person takes until the next frame.
   *
   * @returns milliseconds of the longest interaction in it (INP of this one act)
   */
  async interaction(act: (page: Page) => Promise<unknown>): Promise<number> {
    await this.#forgetEvents();
    await act(this.page);
    const seen = (await this.#events()).filter(({ interactionId }) => interactionId > 0);
    return Math.max(16, ...seen.map(({ duration }) => duration));
  }

  /** Bytes of the heap after everything that can be collected was. */
  async heapBytes(): Promise<number> {
    await this.#protocol.send('HeapProfiler.enable');
    for (let i = 0; i < 3; i += 1) await this.#protocol.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#protocol.send('Runtime.getHeapUsage');
    return usedSize;
  }

  async unslowed(): Promise<void> {
    await this.#protocol.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #forgetEvents(): Promise<void> {
    await this.page.evaluate('window.seenEvents.length = 0');
  }

  /** Entries come some time after the frame that they tell of. */
  async #events(): Promise<readonly SeenEvent[]> {
    await this.page.waitForTimeout(400);
    return this.page.evaluate<SeenEvent[]>('window.seenEvents');
  }
}
