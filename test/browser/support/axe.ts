import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.0 to 2.2, A and AA, in both themes: rule and place, prefixed by the name of the state. */
export async function violationsOf(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${state}, ${colorScheme}: ${id} at ${nodes[0]?.target.join(' ')}`);
    }
  }
  return found;
}
