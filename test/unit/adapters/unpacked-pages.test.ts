import { beforeEach, expect, test } from 'vitest';
import { UnpackedPages } from '../../../functions/adapters/dynamodb/unpacked-pages.ts';
import { packRows } from '../../../functions/adapters/dynamodb/view-items.ts';
import { type QueueRow, queueRowOf } from '../../../functions/core/views/queue-row.ts';
import { assessedDenial } from '../../fixtures/opened-denial.ts';

let row: QueueRow;
let pages: UnpackedPages;
beforeEach(() => {
  row = queueRowOf(assessedDenial().denial) as QueueRow;
  pages = new UnpackedPages();
});

const page = (version: number, rows: readonly QueueRow[], sk = 'PAGE#000') => ({
  pk: 'G1#QUEUE#p',
  sk,
  version,
  rows: packRows(rows),
});

test('a page of the same version is unpacked once', () => {
  const first = pages.rowsOf('views', page(1, [row]));
  expect(first).toEqual([row]);
  expect(pages.rowsOf('views', page(1, [row]))).toBe(first);
});

test('a page that was written again is unpacked again', () => {
  pages.rowsOf('views', page(1, [row]));
  const changed = { ...row, assignee: 'biller' };
  expect(pages.rowsOf('views', page(2, [changed]))).toEqual([changed]);
});

test('pages of other tables, generations and places are not mistaken for each other', () => {
  pages.rowsOf('views', page(1, [row]));
  expect(pages.rowsOf('other', page(1, []))).toEqual([]);
  expect(pages.rowsOf('views', page(1, [], 'PAGE#001'))).toEqual([]);
  expect(pages.rowsOf('views', { ...page(1, []), pk: 'G2#QUEUE#p' })).toEqual([]);
});

test('the oldest pages are forgotten once there are too many rows', () => {
  const many = Array.from({ length: 30_000 }, () => row);
  const first = pages.rowsOf('views', page(1, [row], 'PAGE#000'));
  pages.rowsOf('views', page(1, many, 'PAGE#001'));
  pages.rowsOf('views', page(1, many, 'PAGE#002'));
  expect(pages.rowsOf('views', page(1, [row], 'PAGE#000'))).not.toBe(first);
});
