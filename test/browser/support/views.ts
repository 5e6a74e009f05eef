import type { Page } from 'playwright-core';
import type { components } from '../../../client/schema.d.ts';

/** One page of the app, opened by its address. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** Path of the API without which the page has nothing to show. */
  readonly needs: string;
  /** Selector of what stands there once the page is complete. */
  readonly complete: string;
  /** Who may see all of it. */
  readonly as: 'supervisor' | 'admin';
}

/** A claim of the samples that has a letter. */
const WITH_A_LETTER = 'CRMG-10411';

/**
 * Every page of the app, with records of the samples.
 *
 * @param origin of the app
 */
export async function viewsOf(origin: string, accessToken: string): Promise<readonly View[]> {
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as T;
  };
  const { columns } = await ask<{ columns: components['schemas']['QueueColumns'] }>('/api/queue/snapshot');
  const denialId = columns.denialId[columns.claimId.indexOf(WITH_A_LETTER)];
  const { remittances } = await ask<{ remittances: { remittanceId: string; denials: number }[] }>(
    '/api/remittances',
  );
  const remittanceId = remittances.find(({ denials }) => denials > 0)?.remittanceId;
  const { payers } = await ask<{ payers: { payer: string }[] }>('/api/settings/payers');
  const payer = payers[0]?.payer;
  return [
    view('today', '/today', '/api/today', '[data-section="dies_this_week"]'),
    view('queue', '/queue', '/api/queue/snapshot', '[role="row"][aria-selected]'),
    view('denial', `/denials/${denialId}`, `/api/denials/${denialId}`, '.timeline li'),
    view('review', `/denials/${denialId}/appeals/1`, `/api/denials/${denialId}`, '.pdf-page canvas'),
    view('documents', '/documents', '/api/document-requests', '.list-table'),
    view('write-offs', '/write-offs', '/api/write-offs', '.list-table, .list-empty'),
    view('remits', '/remits', '/api/remittances', '.list-table'),
    view('remit', `/remits/${remittanceId}`, `/api/remittances/${remittanceId}`, '.list-table'),
    view('remit-files', '/remits/files', '/api/files', '.list-table'),
    view('remit-exceptions', '/remits/exceptions', '/api/files', '.list-table, .list-empty'),
    view('deadlines', '/deadlines', '/api/deadlines', 'h1'),
    view('settings-payers', '/settings/payers', '/api/settings/payers', '.list-table'),
    view('settings-payer', `/settings/payers/${payer}`, `/api/settings/payers/${payer}`, 'form'),
    view('settings-windows', '/settings/windows', '/api/settings/not-configured', '.list-table, .list-empty'),
    view('settings-users', '/settings/users', '/api/settings/users', '.list-table'),
  ];
}

function view(name: string, path: string, needs: string, complete: string): View {
  return { name, path, needs, complete, as: name.startsWith('settings') ? 'admin' : 'supervisor' };
}

/** Opens a page of the app by its address and waits until it stands there complete. */
export async function openView(page: Page, origin: string, { path, complete }: View): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.locator(complete).first().waitFor();
}
