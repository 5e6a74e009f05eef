import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { atItsHardest, change, emptied, FAILS, FORBIDS, neverAnswer, refuse } from '../support/answers.ts';
import { violationsOf } from '../support/axe.ts';
import { openBrowser } from '../support/open-browser.ts';
import { type People, signInPeople } from '../support/signed-in-people.ts';
import { openView, type View } from '../support/views.ts';

const SLOW_MS = 10_500;

describe.skipIf(!inject('hasBrowser'))('axe on every page in every state', () => {
  let browser: Browser;
  let people: People;

  beforeAll(async () => {
    browser = await openBrowser();
    people = await signInPeople(browser);
  });
  afterAll(() => browser?.close());

  /** Looks at every view in a state, and says what axe found. */
  async function lookAtEach(
    state: string,
    arrange: (view: View) => Promise<() => Promise<void>>,
    isThere: string | null,
    only: (view: View) => boolean = () => true,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const view of people.views.filter(only)) {
      const page = people.pages[view.as];
      const restore = await arrange(view);
      if (isThere === null) await openView(page, inject('app'), view);
      else {
        await page.goto(`${inject('app')}${view.path}`);
        await page.locator(isThere).first().waitFor();
      }
      found.push(...(await violationsOf(page, `${view.name} ${state}`)));
      await restore();
    }
    return found;
  }

  test('UI-29: nothing on any page as it is', async () => {
    expect(await lookAtEach('as it is', async () => async () => {}, null)).toEqual([]);
  });

  test('UI-29: nothing on any page with names that are too long, millions of dollars and 40 reasons', async () => {
    const hard = ({ as }: View) => change(people.pages[as], /^\/api\/(?!me$)/, atItsHardest);
    expect(await lookAtEach('at its hardest', hard, null)).toEqual([]);
  });

  test('UI-29: nothing on any page that waits', async () => {
    const waits = ({ as, needs }: View) => neverAnswer(people.pages[as], needs);
    expect(await lookAtEach('loading', waits, '[aria-busy="true"]')).toEqual([]);
  });

  test('UI-29: nothing on a page that waits for long, and says so', async () => {
    const page = people.pages.supervisor;
    const restore = await neverAnswer(page, '/api/today');
    await page.goto(`${inject('app')}/today`);
    await page.locator('[aria-busy="true"]').waitFor();
    await page.waitForTimeout(SLOW_MS);
    await page.getByText('takes longer than it should').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await violationsOf(page, 'today, slow')).toEqual([]);
    await restore();
  });

  test('UI-29: nothing on any list that is empty', async () => {
    const empty = ({ as, needs }: View) => change(people.pages[as], needs, emptied);
    const isList = ({ name }: View) => !/^(denial|review|remit|settings-payer)$/.test(name);
    expect(await lookAtEach('empty', empty, 'h1', isList)).toEqual([]);
  });

  test('UI-29: nothing on any page that fails', async () => {
    const fails = ({ as, needs }: View) => refuse(people.pages[as], needs, FAILS);
    expect(await lookAtEach('failed', fails, 'main button:has-text("Try again")')).toEqual([]);
  });

  test('UI-29: nothing on any page that is refused, and each says why', async () => {
    const forbids = ({ as, needs }: View) => refuse(people.pages[as], needs, FORBIDS);
    const found = await lookAtEach('refused', forbids, 'main :text("You may not see")');
    expect(found).toEqual([]);
  });

  test('UI-29: nothing in the dialogs of a denial, with a conflict and a refusal in them', async () => {
    const page = people.pages.supervisor;
    const view = people.views.find(({ name }) => name === 'denial');
    if (view === undefined) throw new Error('there is no denial');
    await openView(page, inject('app'), view);
    const found: string[] = [];
    const buttons = page.locator('.actions > button, .actions > * > button');
    const count = await buttons.count();
    expect(count).toBeGreaterThan(2);
    for (let at = 0; at < count; at += 1) {
      const name = await buttons.nth(at).innerText();
      await buttons.nth(at).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await violationsOf(page, `dialog ${name}`)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const problem of [CONFLICT, { ...FAILS, method: 'POST' }]) {
      const restore = await refuse(page, `/api${view.path}/notes`, problem);
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('The number was on the claim.');
      await dialog.getByRole('button', { name: 'Write a note' }).click();
      await dialog.getByRole('alert').waitFor();
      found.push(...(await violationsOf(page, `note, ${problem.code}`)));
      expect(await dialog.getByRole('textbox').inputValue()).toBe('The number was on the claim.');
      await page.keyboard.press('Escape');
      await restore();
    }
    expect(found).toEqual([]);
  });

  test('UI-29: nothing on a page that has lost its connection, and the banner says what that means', async () => {
    const page = people.pages.supervisor;
    const view = people.views.find(({ name }) => name === 'denial');
    if (view === undefined) throw new Error('there is no denial');
    await openView(page, inject('app'), view);
    await page.context().setOffline(true);
    await page.getByText('You are offline').first().waitFor();
    const found = [...(await violationsOf(page, 'offline'))];
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('x');
    expect(await dialog.getByRole('button', { name: 'Write a note' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    found.push(...(await violationsOf(page, 'dialog offline')));
    await page.keyboard.press('Escape');
    await page.context().setOffline(false);
    await page.getByText('You are offline').first().waitFor({ state: 'hidden' });
    expect(found).toEqual([]);
  });

  test('UI-29: nothing in the warning before a lock, and nothing on the locked page', async () => {
    const page = people.pages.admin;
    await page.clock.install();
    await page.goto(`${inject('app')}/today`);
    await page.locator('.frame').waitFor();
    await page.keyboard.press('Shift');
    await page.clock.runFor(14 * 60_000 + 5_000);
    await page.getByText(/This page locks in/).waitFor();
    const found = [...(await violationsOf(page, 'idle'))];
    await page.clock.runFor(60_000);
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    found.push(...(await violationsOf(page, 'locked')));
    expect(found).toEqual([]);
  });
});

const CONFLICT = {
  method: 'POST',
  status: 409,
  code: 'STALE_VERSION',
  title: 'Somebody changed it meanwhile.',
  currentVersion: 9,
  changedBy: { name: 'Bea Biller', what: 'changed the route', at: '2026-11-24T04:40:00Z' },
};
