import type { Page } from 'playwright-core';

/**
 * Lets a page that is about to sign in come back signed in after each reload and typed address: the app keeps its token
 * in memory alone, and would ask for the password each time. The token is a real one.
 *
 * @returns the access token, once somebody has signed in
 */
export async function staySignedIn(page: Page, signInPages: string): Promise<() => string> {
  const { origin } = new URL(signInPages);
  let answer: { body: string; accessToken: string } | null = null;
  await page.route(`${origin}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname.endsWith('/oauth2/token')) {
      if (answer === null) {
        const body = await (await route.fetch()).text();
        answer = { body, accessToken: JSON.parse(body).access_token };
      }
      return route.fulfill({
        contentType: 'application/json',
        headers: { 'access-control-allow-origin': '*' },
        body: answer.body,
      });
    }
    if (!url.pathname.endsWith('/oauth2/authorize') || answer === null) return route.continue();
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({
      code: 'again',
      state: url.searchParams.get('state') ?? '',
    }).toString();
    return route.fulfill({ status: 302, headers: { location: back.href } });
  });
  return () => {
    if (answer === null) throw new Error('Nobody has signed in yet.');
    return answer.accessToken;
  };
}
